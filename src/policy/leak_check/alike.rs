//! What a character is read as, whatever it was typed as: without capitals and accents, full-width letters and
//! letters in circles as the letters they are, Greek and Cyrillic letters as the Latin ones they look like;
//! what nobody sees (zero-width spaces, soft hyphens, joiners) as nothing at all.
//!
//! By tables of our own: the browser's normalisation is not at hand here, and would let most of these through.

/// What one character is to somebody who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// Not there: an accent of its own, an apostrophe, something without a width.
    Nothing,
    /// Something between words.
    Between,
    Letter(char),
    /// One sign for several letters.
    Letters(&'static str),
}

/// The first of ten digits in other scripts and styles, each row in order from nought.
const NOUGHTS: [u32; 23] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20,
    0x1040, 0x17E0, 0x1810, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
];
/// The first of nine digits, each row from one.
const ONES: [u32; 5] = [0x2460, 0x2776, 0x2780, 0x278A, 0x2488];
/// The first of 26 letters in other styles.
const STYLES: [u32; 9] = [0xFF21, 0xFF41, 0x24B6, 0x24D0, 0x249C, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6];
/// Letters with marks, as ranges that stand for one plain letter.
const MARKED: [(char, char, char); 75] = [
    ('À', 'Å', 'a'),
    ('à', 'å', 'a'),
    ('Ç', 'Ç', 'c'),
    ('ç', 'ç', 'c'),
    ('È', 'Ë', 'e'),
    ('è', 'ë', 'e'),
    ('Ì', 'Ï', 'i'),
    ('ì', 'ï', 'i'),
    ('Ð', 'Ð', 'd'),
    ('ð', 'ð', 'd'),
    ('Ñ', 'Ñ', 'n'),
    ('ñ', 'ñ', 'n'),
    ('Ò', 'Ö', 'o'),
    ('ò', 'ö', 'o'),
    ('Ø', 'Ø', 'o'),
    ('ø', 'ø', 'o'),
    ('Ù', 'Ü', 'u'),
    ('ù', 'ü', 'u'),
    ('Ý', 'Ý', 'y'),
    ('ý', 'ý', 'y'),
    ('ÿ', 'ÿ', 'y'),
    ('Ā', 'ą', 'a'),
    ('Ć', 'č', 'c'),
    ('Ď', 'đ', 'd'),
    ('Ē', 'ě', 'e'),
    ('Ĝ', 'ģ', 'g'),
    ('Ĥ', 'ħ', 'h'),
    ('Ĩ', 'ı', 'i'),
    ('Ĵ', 'ĵ', 'j'),
    ('Ķ', 'ĸ', 'k'),
    ('Ĺ', 'ł', 'l'),
    ('Ń', 'ŋ', 'n'),
    ('Ō', 'ő', 'o'),
    ('Ŕ', 'ř', 'r'),
    ('Ś', 'š', 's'),
    ('Ţ', 'ŧ', 't'),
    ('Ũ', 'ų', 'u'),
    ('Ŵ', 'ŵ', 'w'),
    ('Ŷ', 'Ÿ', 'y'),
    ('Ź', 'ž', 'z'),
    ('ſ', 'ſ', 's'),
    ('Ḁ', 'ḁ', 'a'),
    ('Ḃ', 'ḇ', 'b'),
    ('Ḉ', 'ḉ', 'c'),
    ('Ḋ', 'ḓ', 'd'),
    ('Ḕ', 'ḝ', 'e'),
    ('Ḟ', 'ḟ', 'f'),
    ('Ḡ', 'ḡ', 'g'),
    ('Ḣ', 'ḫ', 'h'),
    ('Ḭ', 'ḯ', 'i'),
    ('Ḱ', 'ḵ', 'k'),
    ('Ḷ', 'ḽ', 'l'),
    ('Ḿ', 'ṃ', 'm'),
    ('Ṅ', 'ṋ', 'n'),
    ('Ṍ', 'ṓ', 'o'),
    ('Ṕ', 'ṗ', 'p'),
    ('Ṙ', 'ṟ', 'r'),
    ('Ṡ', 'ṩ', 's'),
    ('Ṫ', 'ṱ', 't'),
    ('Ṳ', 'ṻ', 'u'),
    ('Ṽ', 'ṿ', 'v'),
    ('Ẁ', 'ẉ', 'w'),
    ('Ẋ', 'ẍ', 'x'),
    ('Ẏ', 'ẏ', 'y'),
    ('Ẑ', 'ẕ', 'z'),
    ('ẖ', 'ẖ', 'h'),
    ('ẗ', 'ẗ', 't'),
    ('ẘ', 'ẘ', 'w'),
    ('ẙ', 'ẙ', 'y'),
    ('Ạ', 'ặ', 'a'),
    ('Ẹ', 'ệ', 'e'),
    ('Ỉ', 'ị', 'i'),
    ('Ọ', 'ợ', 'o'),
    ('Ụ', 'ự', 'u'),
    ('Ỳ', 'ỹ', 'y'),
];
/// Letters of other alphabets that nobody can tell from these, and signs made of a letter.
const LOOKS_LIKE: &str = "аaеeёeоoрpсcуyхxіiїiјjѕsһhԁdԛqԝwӏlкkмmтtвbнhгrАaВbЕeЁeЗ3КkМmНhОoРpСcТtУyХxІiЇiЈjЅs\
    ӀlԌgαaβbεeηnιiκkνvοoρpτtυuχxωwάaέeίiόoύuΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxɑaɡgɩiʀrʏyᴀaʙbᴄcᴅdᴇeɢgʜhɪiᴊjᴋkʟlᴍm\
    ɴnᴏoᴘpᴛtᴜuᴠvᴡwᴢzªaºo²2³3¹1⁰0ⁱiⁿn⁴4⁵5⁶6⁷7⁸8⁹9₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9⓪0ℓlℹi";

/// What this character is read as.
pub(super) fn seen(it: char) -> Seen {
    if it.is_ascii() {
        return match it {
            '\'' | '`' => Seen::Nothing,
            _ if it.is_ascii_alphanumeric() => Seen::Letter(it.to_ascii_lowercase()),
            _ => Seen::Between,
        };
    }
    if is_nothing(it) {
        return Seen::Nothing;
    }
    if let Some(letters) = several(it) {
        return Seen::Letters(letters);
    }
    if let Some(letter) = marked(it).or_else(|| styled(it)).or_else(|| looks_like(it)) {
        return Seen::Letter(letter);
    }
    match it.to_lowercase().next() {
        Some(small) if it.is_alphanumeric() => Seen::Letter(small),
        _ => Seen::Between,
    }
}

/// The letter that stands for all those a reader takes for one another: O and 0, l, I and 1, S and 5, B and 8,
/// Z and 2.
pub(super) fn alike(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | 'i' => 'l',
        '2' => 'z',
        '5' => 's',
        '8' => 'b',
        other => other,
    }
}

/// Marks over letters, apostrophes, and what has no width.
fn is_nothing(it: char) -> bool {
    matches!(it,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}'
        | '´' | '‘' | '’' | '‛' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '′' | '‵' | '＇' | '｀')
}

fn several(it: char) -> Option<&'static str> {
    Some(match it {
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'Þ' | 'þ' => "th",
        'Ĳ' | 'ĳ' => "ij",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '№' => "no",
        '℡' => "tel",
        '⑩' => "10",
        _ => return None,
    })
}

fn marked(it: char) -> Option<char> {
    MARKED.iter().find(|(from, to, _)| (*from..=*to).contains(&it)).map(|(_, _, plain)| *plain)
}

/// A letter or digit in another style or script.
fn styled(it: char) -> Option<char> {
    let code = u32::from(it);
    let in_row = |first: u32, length: u32| code.checked_sub(first).filter(|place| *place < length);
    let digit = |place: u32| char::from_digit(place, 10);
    let letter = |place: u32| char::from_digit(place % 26 + 10, 36);
    let nought = NOUGHTS.iter().find_map(|first| in_row(*first, 10));
    let one = ONES.iter().find_map(|first| in_row(*first, 9)).map(|place| place + 1);
    let styled = || STYLES.iter().find_map(|first| in_row(*first, 26));
    // The mathematical alphabets: rows of 26 capitals and 26 small letters, one after the other.
    let mathematical = || in_row(0x1D400, 13 * 52);
    nought.or(one).and_then(digit).or_else(|| styled().or_else(mathematical).and_then(letter))
}

fn looks_like(it: char) -> Option<char> {
    let mut rest = LOOKS_LIKE.chars();
    while let (Some(strange), Some(plain)) = (rest.next(), rest.next()) {
        if strange == it {
            return Some(plain);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let mut read = String::new();
        for it in text.chars() {
            match seen(it) {
                Seen::Nothing => {}
                Seen::Between => read.push(' '),
                Seen::Letter(letter) => read.push(letter),
                Seen::Letters(letters) => read.push_str(letters),
            }
        }
        read
    }

    #[test]
    fn a_letter_is_itself_however_it_is_dressed() {
        for (written, expected) in [
            ("Zoë Ŵyn-Siân", "zoe wyn sian"),
            ("Zoe\u{308}", "zoe"),
            ("O’Neil's", "oneils"),
            ("Ｅｌｍ　Ｒｏａｄ　１４", "elm road 14"),
            ("𝐄𝐥𝐦 𝑹𝒐𝒂𝒅 𝟙𝟜", "elm road 14"),
            ("Еlm Rоаd", "elm road"),
            ("Ⓔⓛⓜ ①④", "elm 14"),
            ("٠٧٧", "077"),
            ("0️⃣7️⃣", "07"),
            ("E\u{200b}l\u{ad}m", "elm"),
            ("ﬁrst №", "first no"),
            ("straße", "strasse"),
            ("ḿỹ", "my"),
            ("שלום 🎈", "שלום  "),
        ] {
            assert_eq!(read(written), expected, "{written}");
        }
    }

    #[test]
    fn every_character_there_is_is_read_as_something() {
        for it in '\0'..=char::MAX {
            seen(it);
        }
        let (strange, plain): (Vec<_>, Vec<_>) =
            LOOKS_LIKE.chars().enumerate().partition(|(place, _)| place % 2 == 0);
        assert_eq!(strange.len(), plain.len());
        assert!(plain.iter().all(|(_, it)| it.is_ascii_alphanumeric() && !it.is_ascii_uppercase()));
        assert!(strange.iter().all(|(_, it)| !it.is_ascii()));
    }
}
