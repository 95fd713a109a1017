//! How much room words take in a picture, before anybody draws them.
//!
//! A table of widths instead of a font: the same words take the same room on every machine. They are those of a bold
//! Helvetica or Arial, so that words that are not bold, or come in a slightly wider font, stay in their place too.

/// Widths of the printable characters of ASCII, from the space on, in thousandths of the size.
const ASCII: [i32; 95] = [
    278, 333, 474, 556, 556, 889, 722, 278, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, // 0 to ?
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, // P to _
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, // ` to o
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, // p to ~
];

/// What comes after words that were cut.
const CUT: char = '…';

/// How wide words are at this size, in units of a picture, rounded up.
pub fn width_of(words: &str, size: i32) -> i32 {
    let thousandths: i64 = words.chars().map(|character| i64::from(thousandths(character))).sum();
    let width = (thousandths * i64::from(size.max(0)) + 999) / 1000;
    i32::try_from(width).unwrap_or(i32::MAX)
}

/// Words in lines no wider than this, broken between words; a word wider than a line is broken within. A line holds at
/// least one character, however narrow it should be.
pub fn wrapped(words: &str, size: i32, width: i32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        for piece in pieces(word, size, width) {
            let together = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
            if line.is_empty() || width_of(&together, size) <= width {
                line = together;
            } else {
                lines.push(std::mem::replace(&mut line, piece));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Words on one line no wider than this; what does not fit is cut, and says so. Whoever cuts words tells all of them
/// in the picture's text and in its table.
pub fn shortened(words: &str, size: i32, width: i32) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if width_of(&words, size) <= width {
        return words;
    }
    let room = width - width_of(&CUT.to_string(), size);
    let kept = pieces(&words, size, room).into_iter().next().unwrap_or_default();
    format!("{}{CUT}", kept.trim_end())
}

/// As many of these lines as there is room for; the last one says when something was cut.
pub fn at_most(mut lines: Vec<String>, most: usize, size: i32, width: i32) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(&format!("{last}{CUT}"), size, width);
        }
    }
    lines
}

/// One word in pieces that each fit. What joins itself to the character before it (an accent, the parts of an emoji)
/// stays with it.
fn pieces(word: &str, size: i32, width: i32) -> Vec<String> {
    if width_of(word, size) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut joining = false;
    for character in word.chars() {
        let joined = joining || joins(character);
        let fits = width_of(&format!("{piece}{character}"), size) <= width;
        if !fits && !joined && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
        }
        piece.push(character);
        joining = character == '\u{200D}';
    }
    pieces.push(piece);
    pieces
}

fn thousandths(character: char) -> i32 {
    let place = u32::from(character).checked_sub(0x20).and_then(|place| usize::try_from(place).ok());
    if let Some(width) = place.and_then(|place| ASCII.get(place)) {
        return *width;
    }
    match u32::from(character) {
        _ if joins(character) || character.is_control() => 0,
        // A dash, an ellipsis, and the wide letters among those that Latin scripts share.
        0x2014 | 0x2026 => 1000,
        0xA0 => 278,
        0xA1..=0x24F if character.is_lowercase() => 611,
        0xA1..=0x24F => 778,
        0x370..=0x5FF => 778,
        0x2010..=0x205E => 556,
        // Scripts of which nothing is known here, and pictures of people: as wide as they are high.
        _ => 1000,
    }
}

/// Whether a character takes no room of its own: accents that combine, joiners, and marks of direction.
fn joins(character: char) -> bool {
    matches!(u32::from(character),
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x610..=0x61A | 0x64B..=0x65F | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF | 0x1F3FB..=0x1F3FF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_the_room_of_their_letters() {
        assert_eq!(width_of("", 16), 0);
        assert_eq!(width_of("Kayla", 1000), 722 + 556 + 556 + 278 + 556);
        assert!(width_of("iiii", 16) < width_of("MMMM", 16));
        assert_eq!(width_of("e\u{301}", 16), width_of("e", 16), "an accent that combines takes no room");
        assert_eq!(width_of("Kayla", -4), 0);
    }

    #[test]
    fn lines_break_between_words_and_long_words_within() {
        assert_eq!(wrapped("Seen alone at school", 16, 90), ["Seen alone", "at school"]);
        assert_eq!(wrapped("  \n ", 16, 90), Vec::<String>::new());
        let long = wrapped("Llanfairpwllgwyngyll", 16, 60);
        assert!(long.len() > 1);
        assert_eq!(long.concat(), "Llanfairpwllgwyngyll");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(shortened("Kayla", 16, 200), "Kayla");
        assert_eq!(shortened("Moved to her grandmother’s", 16, 100), "Moved to…");
        assert_eq!(shortened("a\u{301}a\u{301}a\u{301}", 16, 26), "a\u{301}…");
        let lines = wrapped("One two three four five six", 16, 60);
        let fewer = at_most(lines.clone(), 2, 16, 60);
        assert_eq!(fewer.len(), 2);
        assert!(fewer.last().is_some_and(|last| last.ends_with('…')));
        assert_eq!(at_most(lines.clone(), 9, 16, 60), lines);
    }
}
