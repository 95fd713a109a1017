//! Where somebody put themselves on a scale, time after time: what they answered, how confident they felt, which stage
//! of change they were in (`ux.md` 3.6; `domain.md` B6).
//!
//! Each scale has its own levels: 0 to 10 for adults, an amount in five steps or three faces for children. They are never
//! laid over each other, since a face is no number.

use super::marks::{
    LINE, MARGIN, Mark, THIN, WIDTH, and, at, block, line, lines, step, stopped, strong, words,
};
use super::scene::{Anchor, Dash, Fill, Ink, Scene, Shape, Stroke};
use super::table::Table;
use super::words::shortened;

/// The room of the names of the levels, and of one answer.
const NAMES: i32 = 168;
const COLUMN: i32 = 84;
/// How many answers have room beside each other.
const COLUMNS: usize = 10;
const WIDE_COLUMN: i32 = 140;
const WIDE_COLUMNS: usize = 6;
const HIGH: i32 = 120;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    pub title: String,
    pub words: AnswerWords,
    pub lines: Vec<Line>,
}

/// What is asked and what is answered, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerWords {
    pub question: &'static str,
    pub answer: &'static str,
    /// What comes before the names of all levels.
    pub levels: &'static str,
    /// Whether the names of answers are long, and each has a wide column.
    pub long: bool,
}

impl Default for AnswerWords {
    fn default() -> Self {
        Self { question: "Question", answer: "Answer", levels: "On a scale of", long: false }
    }
}

impl AnswerWords {
    /// The stages of a change.
    pub const STAGES: Self =
        Self { question: "Change", answer: "Stage", levels: "The stages are", long: true };

    /// How wide the column of an answer is, and how many there are room for.
    fn columns(self) -> (i32, usize) {
        if self.long { (WIDE_COLUMN, WIDE_COLUMNS) } else { (COLUMN, COLUMNS) }
    }
}

/// One person and one question, on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub who: String,
    pub question: String,
    /// What has a name on the scale, and where, from 0 to 10: the lowest first.
    pub levels: Vec<(u8, String)>,
    /// Oldest first.
    pub answers: Vec<Answer>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub key: String,
    /// "9 Nov 2026".
    pub when: String,
    /// From 0 to 10.
    pub number: u8,
    /// What it is called on this scale: "7", "quite a lot".
    pub called: String,
}

/// The picture.
pub fn drawn(answers: &Answers) -> Scene {
    let (mut told, mut shapes, mut y) = (Vec::new(), Vec::new(), MARGIN);
    for own in &answers.lines {
        let ends: Vec<String> = own.levels.iter().map(|(_, name)| name.clone()).collect();
        let question = stopped(&own.question);
        told.push(format!("{}: {question} {} {}.", own.who, answers.words.levels, and(&ends)));
        let mut before = None;
        for part in own.answers.chunks(answers.words.columns().1) {
            y = drawn_part(own, part, before, answers.words, y, &mut shapes, &mut told);
            before = part.last();
        }
    }
    Scene { width: WIDTH, height: y, title: answers.title.clone(), told, shapes }
}

/// The same, to read.
pub fn table(answers: &Answers) -> Table {
    let row = |line: &Line, answer: &Answer| {
        vec![line.who.clone(), line.question.clone(), answer.when.clone(), answer.called.clone()]
    };
    let rows = answers.lines.iter().flat_map(|own| own.answers.iter().map(move |answer| row(own, answer)));
    Table {
        caption: answers.title.clone(),
        columns: ["Who", answers.words.question, "When", answers.words.answer].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// As many answers as have room; `before` is the one that they go on from. Gives where the next begins.
fn drawn_part(
    own: &Line,
    part: &[Answer],
    before: Option<&Answer>,
    asked: AnswerWords,
    top: i32,
    shapes: &mut Vec<Shape>,
    told: &mut Vec<String>,
) -> i32 {
    let room = WIDTH - 2 * MARGIN;
    let (column, columns) = asked.columns();
    shapes.push(strong(at(MARGIN, top + 16), shortened(&own.who, 16, room), 16, Anchor::Start));
    let question = lines(&own.question, 14, room, 2);
    let base = top + 38;
    let high = base + step(question.len(), 18) + 8;
    shapes.extend(block(at(MARGIN, base), question, 14, Anchor::Start));
    let y_of = |number: u8| high + HIGH - i32::from(number.min(10)) * HIGH / 10;
    let x_of = |place: usize| MARGIN + NAMES + step(place, column) + column / 2;
    let right = MARGIN + NAMES + step(columns, column);
    for (number, name) in &own.levels {
        let y = y_of(*number);
        shapes.push(words(at(MARGIN + NAMES - 14, y + 5), shortened(name, 13, NAMES - 18), 13, Anchor::End));
        shapes.push(line(at(MARGIN + NAMES - 6, y), at(right, y), Stroke { dash: Dash::Dotted, ..THIN }));
    }
    let mut through: Vec<_> = before.map(|it| at(MARGIN + NAMES, y_of(it.number))).into_iter().collect();
    through.extend(part.iter().enumerate().map(|(place, it)| at(x_of(place), y_of(it.number))));
    if through.len() > 1 {
        shapes.push(Shape::Line { through, closed: false, stroke: LINE, fill: Fill::None });
    }
    let foot = high + HIGH + 24;
    let mut end = foot;
    for (place, answer) in part.iter().enumerate() {
        let (x, y) = (x_of(place), y_of(answer.number));
        let mut group = vec![Mark::Circle.at(at(x, y), 6, LINE, Fill::Of(Ink::White))];
        // Its words stand under the drawing, where no line runs through them.
        let called = lines(&answer.called, 14, column - 6, 2);
        let under = foot + step(called.len(), 18);
        let bold = |(place, words)| strong(at(x, foot + step(place, 18)), words, 14, Anchor::Middle);
        group.extend(called.into_iter().enumerate().map(bold));
        let date = lines(&answer.when, 13, column - 6, 2);
        end = end.max(under + step(date.len(), 17));
        group.extend(block(at(x, under), date, 13, Anchor::Middle));
        let said = stopped(&format!("{}, {}: {}", own.who, answer.when, answer.called));
        told.push(said.clone());
        shapes.push(Shape::Group { key: answer.key.clone(), told: said, shapes: group });
    }
    end + 24
}
