//! Shapes and words that several pictures use.

use super::scene::{Anchor, Dash, Fill, Frame, Ink, Point, Shape, Stroke};
use super::words::{at_most, wrapped};

/// How wide a picture is: a page of A4 between its margins, at the size of a screen.
pub(super) const WIDTH: i32 = 1040;
/// What is left free around everything.
pub(super) const MARGIN: i32 = 16;

pub(super) const THIN: Stroke = Stroke { width: 1, dash: Dash::Whole, ink: Ink::Grey };
pub(super) const LINE: Stroke = Stroke { width: 2, dash: Dash::Whole, ink: Ink::Black };

pub(super) fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

/// Words on one line.
pub(super) fn words(at: Point, words: impl Into<String>, size: i32, anchor: Anchor) -> Shape {
    Shape::Words { at, words: words.into(), size, bold: false, anchor }
}

/// Bold words on one line.
pub(super) fn strong(at: Point, words: impl Into<String>, size: i32, anchor: Anchor) -> Shape {
    Shape::Words { at, words: words.into(), size, bold: true, anchor }
}

/// Lines of words under each other, from the base line of the first.
pub(super) fn block(from: Point, lines: Vec<String>, size: i32, anchor: Anchor) -> Vec<Shape> {
    let line = |(place, line)| words(at(from.x, from.y + step(place, size + 4)), line, size, anchor);
    lines.into_iter().enumerate().map(line).collect()
}

/// Words in so many lines at the most.
pub(super) fn lines(words: &str, size: i32, width: i32, most: usize) -> Vec<String> {
    at_most(wrapped(words, size, width), most, size, width)
}

pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Shape {
    Shape::Line { through: vec![from, to], closed: false, stroke, fill: Fill::None }
}

pub(super) fn rectangle(x: i32, y: i32, width: i32, height: i32, stroke: Stroke, fill: Fill) -> Shape {
    Shape::Rectangle { frame: Frame { x, y, width, height }, rounded: 0, stroke, fill }
}

/// So many steps of this size. What a picture holds is counted in thousands, so nothing is lost on the way.
pub(super) fn step(places: usize, size: i32) -> i32 {
    i32::try_from(places).unwrap_or(i32::MAX / 2).saturating_mul(size)
}

/// "Kayla", "Kayla and Leon", "Kayla, Leon and Pip".
pub(super) fn and(names: &[String]) -> String {
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// With one full stop at its end.
pub(super) fn stopped(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?', '”', '…']) { words.to_owned() } else { format!("{words}.") }
}

/// A sign that is known by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Circle,
    Square,
    Diamond,
    Triangle,
}

impl Mark {
    /// The sign, this far to each side of its middle.
    pub(super) fn at(self, middle: Point, half: i32, stroke: Stroke, fill: Fill) -> Shape {
        let Point { x, y } = middle;
        let through = match self {
            Self::Circle => return Shape::Circle { centre: middle, radius: half, stroke, fill },
            Self::Square => return rectangle(x - half, y - half, half * 2, half * 2, stroke, fill),
            Self::Diamond => vec![at(x, y - half), at(x + half, y), at(x, y + half), at(x - half, y)],
            Self::Triangle => vec![at(x, y - half), at(x + half, y + half), at(x - half, y + half)],
        };
        Shape::Line { through, closed: true, stroke, fill }
    }
}
