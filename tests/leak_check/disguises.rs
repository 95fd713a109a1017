//! Ways in which something is written so that a search for its letters would pass it by: those that fit
//! anything, by rule, and those that fit one kind of thing, in a table.

use hearth::policy::leak_check::Stands;

use crate::facts::{Fact, facts};

/// A text, or several that follow each other, in which a fact stands in disguise.
pub struct Disguised {
    pub fact: &'static str,
    pub how: String,
    pub stands: Stands,
    pub texts: Vec<String>,
}

/// Sentences into which disguises are put, one after the other.
const CARRIERS: [&str; 9] = [
    "{}",
    "She told us: {}, and that was all.",
    "We spoke about {} for a while",
    "Nan said ({}) last week.",
    "A good week.\n\n{}\n\nThe children slept well.",
    "“{}” was on the form.",
    "Since June it has been {}! Pip is glad.",
    "{}, she said; nothing else was talked of.",
    "It is in the note of 12 March: {}.",
];

type How = (&'static str, fn(&str) -> Vec<String>);

/// What can be done to any words.
const BY_RULE: [How; 26] = [
    ("as it is", |it| vec![it.into()]),
    ("in capitals", |it| vec![it.to_uppercase()]),
    ("in small letters", |it| vec![it.to_lowercase()]),
    ("without spaces", |it| vec![it.replace(' ', "")]),
    ("with wide spaces", |it| vec![it.replace(' ', "    ")]),
    ("with spaces that do not break", |it| vec![it.replace(' ', "\u{a0}")]),
    ("with thin spaces and tabs", |it| vec![it.replace(' ', "\u{2009}\t")]),
    ("with spaces of no width", |it| vec![between(it, "\u{200b}")]),
    ("with soft hyphens", |it| vec![between(it, "\u{ad}")]),
    ("with word joiners for spaces", |it| vec![it.replace(' ', "\u{2060} \u{feff}")]),
    ("letter by letter", |it| vec![between(&it.replace(' ', ""), " ")]),
    ("letter by letter, with low lines", |it| vec![between(&it.replace(' ', ""), "_")]),
    ("over several lines", |it| vec![it.replace(' ', "\n")]),
    ("over several lines of Windows", |it| vec![it.replace(' ', " \r\n  ")]),
    ("with hyphens", |it| vec![it.replace(' ', "-")]),
    ("with dashes", |it| vec![it.replace(' ', " – ")]),
    ("with commas", |it| vec![it.replace(' ', ", ")]),
    ("broken at the end of a line", broken),
    ("with accents", |it| vec![it.replace('a', "á").replace('e', "è").replace('o', "ö")]),
    ("with loose accents", |it| {
        vec![it.replace('a', "a\u{301}").replace('i', "i\u{308}").replace('r', "r\u{327}")]
    }),
    ("in full width", |it| vec![it.chars().map(|it| moved(it, '!', '~', 0xFF01)).collect()]),
    ("in bold letters of mathematics", |it| vec![it.chars().map(bold).collect()]),
    ("with Cyrillic letters", |it| vec![cyrillic(it)]),
    ("with figures for letters", |it| vec![swapped(it)]),
    ("over two texts", over_two),
    ("a word in each text", |it| it.split(' ').map(str::to_owned).collect()),
];

fn between(text: &str, sign: &str) -> String {
    let letters: Vec<String> = text.chars().map(String::from).collect();
    letters.join(sign)
}

/// In the middle of the longest word.
fn broken(text: &str) -> Vec<String> {
    let longest = text.split(' ').max_by_key(|word| word.chars().count()).unwrap();
    let (one, other) = longest.split_at(longest.char_indices().nth(longest.chars().count() / 2).unwrap().0);
    vec![text.replacen(longest, &format!("{one}-\n{other}"), 1)]
}

fn moved(it: char, from: char, to: char, first: u32) -> char {
    if (from..=to).contains(&it) {
        char::from_u32(u32::from(it) - u32::from(from) + first).unwrap()
    } else {
        it
    }
}

fn bold(it: char) -> char {
    let it = moved(it, 'A', 'Z', 0x1D400);
    let it = moved(it, 'a', 'z', 0x1D41A);
    moved(it, '0', '9', 0x1D7CE)
}

fn cyrillic(text: &str) -> String {
    let letter = |it| match it {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'M' => 'М',
        'P' => 'Р',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// 0 for o, 1 for l and i, 5 for s; O for 0 and l for 1.
fn swapped(text: &str) -> String {
    let digits = text.chars().any(|it| it.is_ascii_digit());
    let letter = |it| match it {
        'o' if !digits => '0',
        'l' | 'i' if !digits => '1',
        's' if !digits => '5',
        '0' => 'O',
        '1' => 'l',
        other => other,
    };
    text.chars().map(letter).collect()
}

fn over_two(text: &str) -> Vec<String> {
    let middle = text.char_indices().nth(text.chars().count() / 2).unwrap().0;
    let at = text.find(' ').unwrap_or(middle);
    let (one, other) = text.split_at(at);
    vec![format!("In the afternoon we looked at {one}"), format!("{} with them.", other.trim_start())]
}

/// A distinctive word with one letter wrong.
fn slips(word: &str) -> Vec<(&'static str, String)> {
    let letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let with = |change: &dyn Fn(&mut Vec<char>)| {
        let mut letters = letters.clone();
        change(&mut letters);
        letters.into_iter().collect::<String>()
    };
    vec![
        (
            "one letter missing",
            with(&|it| {
                it.remove(middle);
            }),
        ),
        ("one letter twice", with(&|it| it.insert(middle, letters[middle]))),
        ("one letter wrong", with(&|it| it[middle] = 'x')),
        ("two letters swapped", with(&|it| it.swap(middle - 1, middle))),
        ("the last letter missing", with(&|it| it.truncate(it.len() - 1))),
    ]
}

/// Every case, in a fixed order.
pub fn all() -> Vec<Disguised> {
    let mut all = Vec::new();
    for (number, fact) in facts().iter().enumerate() {
        for (place, (how, change)) in BY_RULE.iter().enumerate() {
            let texts = change(fact.plain);
            // What runs over several texts has nothing between.
            let texts = match texts.as_slice() {
                [only] => vec![CARRIERS[(number * 5 + place) % CARRIERS.len()].replace("{}", only)],
                _ => texts,
            };
            all.push(Disguised { fact: fact.name, how: (*how).into(), stands: Stands::Page, texts });
        }
        with_slips(fact, &mut all);
        for (sign, stands) in [("-", Stands::FileName), ("_", Stands::FileName), (" ", Stands::Title)] {
            let texts = vec![format!("copy{sign}{}{sign}2026.docx", fact.plain.replace(' ', sign))];
            all.push(Disguised { fact: fact.name, how: format!("{stands:?} with {sign:?}"), stands, texts });
        }
    }
    let table = TABLE.iter().flat_map(|(fact, lines)| lines.iter().map(move |line| (fact, line)));
    for (place, (fact, line)) in table.enumerate() {
        let texts = vec![CARRIERS[place % CARRIERS.len()].replace("{}", line)];
        all.push(Disguised { fact, how: (*line).into(), stands: Stands::Page, texts });
    }
    all
}

fn with_slips(fact: &Fact, all: &mut Vec<Disguised>) {
    let Some(word) = fact.word else { return };
    for (place, (how, wrong)) in slips(word).into_iter().enumerate() {
        let words = fact.plain.replace(word, &wrong);
        let texts = vec![CARRIERS[place % CARRIERS.len()].replace("{}", &words)];
        all.push(Disguised { fact: fact.name, how: how.into(), stands: Stands::Page, texts });
    }
}

/// What fits one kind of thing only.
const TABLE: &[(&str, &[&str])] = &[
    (
        "address",
        &[
            "fourteen Larkspur Road",
            "number 14 Larkspur Rd",
            "no. 14, Larkspur Rd.",
            "14 LARKSPUR RD",
            "Larkspur Road, number fourteen",
            "Larkspur Rd (no 14)",
            "one four Larkspur Road",
            "14, Larkspur",
            "the Larkspur flat",
            "Larkspur Rd",
            "round at Larkspur’s top end",
            "flat two, 14 Larkspur road",
            "Apt 2, 14 Larkspur Rd",
            "2/14 Larkspur Road",
            "l4 Larkspur Road",
            "14Larkspur Road",
            "somewhere on larkspur road",
            "Lark spur Road",
            "the flat at Larkspurs",
            "LarkspurRoad",
        ],
    ),
    (
        "postcode",
        &[
            "an12bc",
            "AN12BC",
            "an1  2bc",
            "ANI 2BC",
            "AN1-2BC",
            "AN1.2BC",
            "A N 1 2 B C",
            "postcode AN1, then 2BC",
            "starts AN1 and ends 2BC",
            "AN one two BC",
            "an1 two bc",
            "AN1\n2BC",
            "AnytownAN1 2BC",
            "(AN1 2BC)",
            "AN1 ... 2BC",
            "anl 2bc",
        ],
    ),
    (
        "common street",
        &[
            "27, Church Rd",
            "twenty-seven Church Road",
            "twenty seven church rd",
            "27 church rd",
            "two seven Church Road",
            "Church Road, number 27",
            "Church Rd 27",
            "Church Road near the shops",
            "church-road",
            "27ChurchRoad",
            "Church Road AN3",
            "AN3 4, off Church Road",
            "Z7 Church Road",
        ],
    ),
    (
        "high street",
        &[
            "8, High St",
            "eight High Street",
            "8 high st.",
            "High Street, number 8",
            "High Street no. 8",
            "the AN7 end of the High Street",
            "the High Street, in AN7 1",
            "High Street, AN7 1QT",
            "8HighStreet",
            "number eight, High Street",
            "AN71QT",
        ],
    ),
    (
        "phone",
        &[
            "07700900123",
            "07700 900 123",
            "0770 090 0123",
            "077 00 90 01 23",
            "+447700900123",
            "+44 7700 900123",
            "+44 (0)7700 900123",
            "0044 7700 900123",
            "(07700) 900123",
            "07700-900-123",
            "07700.900.123",
            "07700/900123",
            "O7700 9OO123",
            "077OO 900l23",
            "oh seven seven double oh nine oh oh one two three",
            "zero seven seven zero zero nine zero zero one two three",
            "oh double seven double oh, nine double oh, one two three",
            "oh seven seven hundred nine hundred one two three",
            "900123",
            "900 123",
            "90-01-23",
            "ending 900 1 2 3",
            "07700 then 900 then 123",
            "tel:07700900123",
            "0 7 7 0 0 9 0 0 1 2 3",
            "07700\n900123",
            "٠٧٧٠٠٩٠٠١٢٣",
            "0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣",
            "Ring on07700900123please",
            "seventy-seven hundred, ninety oh one, twenty-three",
            "⓪⑦⑦⓪⓪⑨⓪⓪①②③",
        ],
    ),
    (
        "landline",
        &[
            "01632960456",
            "+44 1632 960456",
            "960456",
            "960-456",
            "nine six oh four five six",
            "(01632) 960 456",
        ],
    ),
    (
        "email",
        &[
            "t.larkin92 at example dot org",
            "t dot larkin92 at example dot org",
            "t.larkin92(at)example.org",
            "t.larkin92 [at] example [dot] org",
            "T.LARKIN92@EXAMPLE.ORG",
            "t larkin92 @ example . org",
            "tlarkin92@example.org",
            "t.larkin92＠example．org",
            "her email begins tlarkin92",
            "t point larkin92 at example point org",
            "tlarkin92 on example",
            "t.larkin92@\nexample.org",
            "mailto:t.larkin92@example.org",
            "t.larkin92 AT example DOT org",
            "t.larkin92 {a} example.org",
        ],
    ),
    (
        "school",
        &[
            "St Mary's",
            "St Marys",
            "Saint Mary’s",
            "ST MARYS",
            "st. mary's",
            "St M's",
            "the St M’s gate",
            "St-Mary’s",
            "St Mary’s Primary",
            "St Mary’s C.E. Primary",
            "St Mary School",
            "picked up from St  Mary’s",
            "StMarys",
            "SMCEPS",
            "St. Mary’s’ summer fair",
        ],
    ),
    (
        "common school",
        &[
            "Park View Primary",
            "Park View School",
            "park view school",
            "Park View",
            "PARK VIEW",
            "park-view-primary",
            "Park View’s office",
            "ParkView",
            "PVPS",
            "P.V.P.S.",
            "Park View Juniors",
            "the Park\nView gates",
        ],
    ),
    (
        "nursery",
        &[
            "Little Acorns",
            "little acorns",
            "Little Acorns’ garden",
            "littleacorns",
            "Little-Acorns",
            "Little Acorn nursery",
            "LADN",
            "the Little Acorns lot",
        ],
    ),
    (
        "work",
        &[
            "Merryweather",
            "Merryweather’s",
            "merryweathers bakery",
            "Merry weather bakery",
            "3 Mill Lane",
            "three Mill Ln",
            "at Merryweather Cafe",
        ],
    ),
    (
        "vehicle",
        &[
            "AB12CDE",
            "ab12 cde",
            "AB 12 CDE",
            "AB12-CDE",
            "ABl2 CDE",
            "A B 1 2 C D E",
            "AB one two CDE",
            "ab twelve cde",
            "AB12\nCDE",
            "a blue Ford Fiesta",
            "A8I2 CDE",
        ],
    ),
    (
        "refuge",
        &[
            "Willowmere",
            "willowmere’s garden",
            "Willow mere House",
            "the Willowmere project",
            "W i l l o w m e r e",
        ],
    ),
    (
        "partner",
        &[
            "Gareth",
            "GARETH",
            "Stubbington",
            "Mr Stubbington",
            "G. Stubbington",
            "Stubbington, Gareth",
            "Gareth’s van",
            "Gareth S.",
            "the Stubbingtons",
            "Gar-\neth",
            "Gaeth",
        ],
    ),
    (
        "programme",
        &["Brighter Harbours", "brighter harbours group", "the Brighter Harbours course", "BrighterHarbours"],
    ),
    (
        "plan",
        &[
            "she would wait at the launderette by the door",
            "I wait at the Launderette by the station",
            "launderette by the station until my",
        ],
    ),
    ("code word", &["Pineapple Tart", "pineapple-tart", "“pineapple… tart”", "pineapples tart"]),
    ("do not tell", &["EXPECTING A BABY", "expecting  a baby", "expecting-a-baby", "expectng a baby"]),
];
