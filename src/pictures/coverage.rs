//! Which questions of the programme have evidence, and from whom: a square for each question, with the letters of those
//! who recorded something that speaks to it.
//!
//! A question is help and never a field (`programme::definition`): an empty square says that nobody wrote that their work
//! speaks to it, and not that something is missing.

use super::marks::{LINE, MARGIN, THIN, WIDTH, and, at, block, line, lines, rectangle, step, strong, words};
use super::scene::{Anchor, Dash, Fill, Ink, Scene, Shape, Stroke};
use super::table::Table;

const NAMES: i32 = 200;
const SQUARE: i32 = 48;
const GAP: i32 = 6;
/// How many squares have room beside each other.
const SQUARES: usize = 15;
/// How many letters have room in a square.
const LETTERS: usize = 4;
/// The room of one worker in the list of letters.
const KEY: i32 = 504;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    pub title: String,
    pub modules: Vec<Module>,
    /// Whose letters they are: the first has A.
    pub workers: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    pub title: String,
    pub questions: Vec<Question>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its permanent id: "M2.Q4".
    pub id: String,
    /// As it stands in the square: "4a".
    pub short: String,
    pub text: String,
    /// Who recorded something that speaks to it, from 0, in their order.
    pub by: Vec<usize>,
    /// How many entries and visits speak to it.
    pub pieces: usize,
}

/// The picture.
pub fn drawn(coverage: &Coverage) -> Scene {
    let (mut told, mut shapes) = (Vec::new(), Vec::new());
    let mut y = legend(coverage, MARGIN, &mut shapes, &mut told);
    for module in &coverage.modules {
        shapes.push(line(at(MARGIN, y), at(WIDTH - MARGIN, y), THIN));
        let with = module.questions.iter().filter(|question| question.pieces > 0).count();
        let count = format!("{with} of {} with evidence", module.questions.len());
        told.push(format!("{}: {count}.", module.title));
        let title = lines(&module.title, 15, NAMES - 12, 3);
        let under = y + 24 + step(title.len(), 19);
        shapes.extend(block(at(MARGIN, y + 24), title, 15, Anchor::Start));
        shapes.push(words(at(MARGIN, under), count, 13, Anchor::Start));
        let rows = module.questions.chunks(SQUARES);
        let mut bottom = under;
        for (row, questions) in rows.enumerate() {
            let top = y + 10 + step(row, SQUARE + GAP);
            bottom = bottom.max(top + SQUARE);
            for (place, question) in questions.iter().enumerate() {
                let x = MARGIN + NAMES + step(place, SQUARE + GAP);
                let said = said(coverage, question);
                told.push(said.clone());
                let key = question.id.clone();
                shapes.push(Shape::Group { key, told: said, shapes: square(question, x, top) });
            }
        }
        y = bottom + 14;
    }
    Scene { width: WIDTH, height: y, title: coverage.title.clone(), told, shapes }
}

/// The same, to read.
pub fn table(coverage: &Coverage) -> Table {
    let row = |question: &Question| {
        let by = and(&names(coverage, question));
        let by = if by.is_empty() { "Nobody yet".to_owned() } else { by };
        vec![format!("{} {}", question.id, question.text), by, question.pieces.to_string()]
    };
    Table {
        caption: coverage.title.clone(),
        columns: ["Question", "Recorded by", "Pieces of evidence"].map(str::to_owned).to_vec(),
        rows: coverage.modules.iter().flat_map(|module| &module.questions).map(row).collect(),
    }
}

fn names(coverage: &Coverage, question: &Question) -> Vec<String> {
    question.by.iter().filter_map(|place| coverage.workers.get(*place)).cloned().collect()
}

fn said(coverage: &Coverage, question: &Question) -> String {
    let Question { id, text, pieces, .. } = question;
    match (pieces, and(&names(coverage, question))) {
        (0, _) => format!("{id}, “{text}”: nothing yet."),
        (1, by) => format!("{id}, “{text}”: 1 piece of evidence, by {by}."),
        (many, by) => format!("{id}, “{text}”: {many} pieces of evidence, by {by}."),
    }
}

/// A to Z, then AA, AB: as columns of a spreadsheet are called.
fn letter(place: usize) -> String {
    let own = |place: usize| u8::try_from(place % 26).map_or('A', |place| char::from(b'A' + place));
    match place / 26 {
        0 => own(place).to_string(),
        more => format!("{}{}", letter(more - 1), own(place)),
    }
}

/// Whose letters stand in the squares; gives where the squares begin.
fn legend(coverage: &Coverage, top: i32, shapes: &mut Vec<Shape>, told: &mut Vec<String>) -> i32 {
    let mut bottom = top;
    for (row, two) in coverage.workers.chunks(2).enumerate() {
        for (place, name) in two.iter().enumerate() {
            let letter = letter(row * 2 + place);
            let (x, y) = (MARGIN + step(place, KEY), top + 14 + step(row, 20));
            shapes.push(strong(at(x, y), letter.clone(), 14, Anchor::Start));
            let name_lines = lines(name, 14, KEY - 40, 1);
            shapes.extend(block(at(x + 28, y), name_lines, 14, Anchor::Start));
            told.push(format!("{letter}: {name}."));
        }
        bottom = top + 14 + step(row, 20) + 16;
    }
    bottom
}

fn square(question: &Question, x: i32, y: i32) -> Vec<Shape> {
    let (stroke, fill) = match question.pieces {
        0 => (Stroke { dash: Dash::Dashed, width: 1, ink: Ink::Grey }, Fill::Of(Ink::White)),
        _ => (LINE, Fill::Of(Ink::Grey)),
    };
    let mut letters: Vec<String> = question.by.iter().take(LETTERS).map(|place| letter(*place)).collect();
    if question.by.len() > LETTERS {
        letters.truncate(LETTERS - 1);
        letters.push("+".to_owned());
    }
    let mut shapes = vec![
        rectangle(x, y, SQUARE, SQUARE, stroke, fill),
        words(at(x + 4, y + 15), question.short.clone(), 13, Anchor::Start),
    ];
    let letters = super::words::shortened(&letters.concat(), 14, SQUARE - 4);
    if !letters.is_empty() {
        shapes.push(strong(at(x + SQUARE / 2, y + 38), letters, 14, Anchor::Middle));
    }
    shapes
}
