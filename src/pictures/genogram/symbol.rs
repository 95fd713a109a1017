//! Somebody, drawn: the symbols that every practitioner knows.

use super::label::{BELOW, LINE, Label, NAME, WORDS};
use super::members::{Person, Symbol};
use crate::pictures::scene::{Anchor, Dash, Fill, Frame, Ink, Point, Shape, Stroke};

/// The symbol around this point, of half this side, with everything on it.
pub(super) fn symbol(person: &Person, adopted: bool, at: Point, half: i32) -> Vec<Shape> {
    let mut shapes = vec![outline(person.symbol, at, half)];
    if person.index {
        shapes.push(inner(person.symbol, at, half));
    }
    if person.died {
        let reach = half * 2 / 3;
        for sign in [-1, 1] {
            shapes.push(line(vec![
                Point { x: at.x - reach, y: at.y - reach * sign },
                Point { x: at.x + reach, y: at.y + reach * sign },
            ]));
        }
    }
    if adopted {
        for sign in [-1, 1] {
            let (out, inward) = (at.x + sign * (half + 6), at.x + sign * (half - 2));
            let (top, foot) = (at.y - half, at.y + half);
            shapes.push(line(vec![
                Point { x: inward, y: top },
                Point { x: out, y: top },
                Point { x: out, y: foot },
                Point { x: inward, y: foot },
            ]));
        }
    }
    shapes
}

/// The second line of a symbol, within the first.
fn inner(symbol: Symbol, at: Point, half: i32) -> Shape {
    let within = (half + 2) / 4;
    // The middle of a triangle lies lower, and its sides come nearer each other.
    let (at, half) = match symbol {
        Symbol::Triangle => (Point { y: at.y + within / 2, ..at }, half - 2 * within + 1),
        Symbol::Diamond => (at, half - within - within / 3),
        Symbol::Square | Symbol::Circle => (at, half - within),
    };
    outline(symbol, at, half)
}

fn outline(symbol: Symbol, at: Point, half: i32) -> Shape {
    let (stroke, fill) = (Stroke::default(), Fill::Of(Ink::White));
    let closed = |through: Vec<Point>| Shape::Line { through, closed: true, stroke, fill };
    let Point { x, y } = at;
    match symbol {
        Symbol::Square => Shape::Rectangle {
            frame: Frame { x: x - half, y: y - half, width: 2 * half, height: 2 * half },
            rounded: 0,
            stroke,
            fill,
        },
        Symbol::Circle => Shape::Circle { centre: at, radius: half, stroke, fill },
        Symbol::Diamond => closed(vec![
            Point { x, y: y - half },
            Point { x: x + half, y },
            Point { x, y: y + half },
            Point { x: x - half, y },
        ]),
        Symbol::Triangle => closed(vec![
            Point { x, y: y - half },
            Point { x: x + half, y: y + half },
            Point { x: x - half, y: y + half },
        ]),
    }
}

fn line(through: Vec<Point>) -> Shape {
    let stroke = Stroke { width: 2, dash: Dash::Whole, ink: Ink::Black };
    Shape::Line { through, closed: false, stroke, fill: Fill::None }
}

/// The words beneath a symbol.
pub(super) fn words(label: &Label, at: Point, half: i32) -> Vec<Shape> {
    let mut y = at.y + half + BELOW;
    let line = |(words, bold): &(String, bool)| {
        y += LINE;
        let size = if *bold { NAME } else { WORDS };
        let at = Point { x: at.x, y: y - 3 };
        Shape::Words { at, words: words.clone(), size, bold: *bold, anchor: Anchor::Middle }
    };
    label.lines.iter().map(line).collect()
}
