//! A made-up document with every kind of block in it, and everything that people can type.

use chrono::NaiveDate;
use hearth::pictures::scene::{Fill, Frame, Ink, Scene, Shape, Stroke};
use hearth::pictures::table::Table;
use hearth::reports::document::{Block, Document, Level};
use hearth::reports::word::Png;

const KINDNESS: &str =
    "Kayla says that the mornings are quieter now, and that Joe walks with her to school. ";
const FAR_AND_WIDE: [&str; 5] = [
    "👩‍👧‍👦 and 🦉 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 👍🏽",
    "قالت أمارا: «الصباح أهدأ الآن» وابتسمت",
    "אמא אמרה שהבוקר שקט יותר",
    "Zażółć gęślą jaźń, ਘਰ, 家, cwtch",
    "<b>bold</b> & \"quoted\" & 'said' ]]> <w:p/> =1+1",
];

/// Forty paragraphs of 500 characters and more, with every control character somewhere in them.
pub fn long_entry() -> String {
    let controls: Vec<char> = (0..32).chain(127..160).filter_map(char::from_u32).collect();
    let paragraph = |at: usize| {
        let far = FAR_AND_WIDE[at % FAR_AND_WIDE.len()];
        let break_or_not = controls[at % controls.len()];
        let other = controls[(at + 32) % controls.len()];
        // A line break would make two paragraphs of one.
        let strange: String = [break_or_not, other]
            .iter()
            .filter(|it| !matches!(**it, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}'))
            .collect();
        format!("{}. {}{strange}{far}. {}", at + 1, KINDNESS.repeat(3), KINDNESS.repeat(3))
    };
    (0..40).map(paragraph).collect::<Vec<_>>().join("\n\n")
}

pub fn empty() -> Document {
    Document {
        title: "Chronology".to_owned(),
        audience: "For professionals".to_owned(),
        date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        version: "Version 1 of the records".to_owned(),
        made_from: "Made from Family 7F3K workbook".to_owned(),
        watermark: None,
        contents: true,
        close: false,
        blocks: Vec::new(),
    }
}

pub fn everything() -> (Document, Vec<Option<Png>>) {
    let mut blocks = vec![
        Block::Heading(Level::First, "Why we are involved".into()),
        Block::Paragraph("Amara asked for help in March, and has come to every meeting since.".into()),
        Block::Aside("From the entry of 4 May 2026 by Priya Shah, social worker.".into()),
        Block::Labelled("What it means for Kayla".into(), "She sleeps through the night.".into()),
        Block::Quote {
            words: "I like it when we are all at home.\nAnd when Mum laughs.\nأحب أمي".into(),
            by: "Kayla, 3 May 2026".into(),
        },
        Block::Heading(Level::Second, "What was agreed".into()),
        Block::List {
            numbered: true,
            items: vec!["Joe rings the school.".into(), "Amara meets Priya on\nMonday.".into()],
        },
        Block::List {
            numbered: false, items: vec!["A strength: patience.".into(), "أمارا وكايلا".into()]
        },
        Block::Heading(Level::Third, "A second list counts from one".into()),
        Block::List { numbered: true, items: vec!["First again.".into(), "Second again.".into()] },
        Block::Facts(vec![
            ("Born".into(), "3 May 2017".into()),
            ("Lives with".into(), "Amara and Joe\nat home".into()),
        ]),
        Block::Table(visits()),
        Block::Table(Table {
            caption: "Nothing yet".into(),
            columns: vec!["Day".into(), "What".into()],
            rows: vec![],
        }),
        Block::NewPage,
        Block::Heading(Level::First, "What Amara wrote & said <here>".into()),
    ];
    blocks.extend(Block::paragraphs(&long_entry()));
    blocks.extend([
        Block::NewPage,
        Block::Picture(picture("Who is in the family", 640, 400)),
        Block::Picture(picture("How the year went", 1400, 500)),
        Block::Picture(picture("Not drawn", 300, 200)),
        Block::Heading(Level::First, "سلام".into()),
        Block::Labelled("Who?".into(), "Everyone,\nwithout exception.".into()),
        Block::Paragraph("The last words of the document.".into()),
    ]);
    let mut document = empty();
    document.title = "Parenting assessment of Amara Okafor & Joe <Okafor>".to_owned();
    document.audience = "Only for Amara".to_owned();
    document.watermark = Some("Draft".to_owned());
    document.blocks = blocks;
    (document, vec![Some(png()), Some(png()), None])
}

/// Rows enough for three pages.
fn visits() -> Table {
    let row = |at: usize| {
        vec![
            format!("{} May 2026", at % 31 + 1),
            "Priya Shah, social worker".to_owned(),
            format!("Visit {} at home. Kayla was seen alone and showed her drawing of the owl.", at + 1),
        ]
    };
    let columns = ["Day", "Who came", "What was seen"].map(str::to_owned).to_vec();
    Table { caption: "Visits since May".into(), columns, rows: (0..70).map(row).collect() }
}

fn picture(title: &str, width: i32, height: i32) -> Scene {
    let frame = Frame { x: 10, y: 10, width: width - 20, height: height - 20 };
    Scene {
        width,
        height,
        title: title.to_owned(),
        told: vec![
            "Kayla, girl, 9, \"K\" to her friends.".to_owned(),
            "She lives with Amara & Joe.".to_owned(),
        ],
        shapes: vec![Shape::Rectangle {
            frame,
            rounded: 8,
            stroke: Stroke::default(),
            fill: Fill::Hatched(Ink::Green),
        }],
    }
}

/// One violet dot.
fn png() -> Png {
    Png(include_bytes!("dot.png").to_vec())
}
