//! What a picture is made of before it is drawn: shapes at whole places, in the order in which they are drawn.
//!
//! Whole numbers, not fractions: the same people give the same picture byte for byte on every machine
//! (`ARCHITECTURE.md`, invariant 8). One unit is one CSS pixel at the picture's own size.

use serde::{Deserialize, Serialize};

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Scene {
    pub width: i32,
    pub height: i32,
    /// What it is, for its title and for whoever hears it.
    pub title: String,
    /// Everyone and everything drawn, a sentence each, in reading order: its text alternative.
    pub told: Vec<String>,
    pub shapes: Vec<Shape>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A rectangle, from its left upper corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Frame {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A line through points; closed, a surface.
    Line {
        through: Vec<Point>,
        closed: bool,
        stroke: Stroke,
        fill: Fill,
    },
    Rectangle {
        frame: Frame,
        rounded: i32,
        stroke: Stroke,
        fill: Fill,
    },
    Circle {
        centre: Point,
        radius: i32,
        stroke: Stroke,
        fill: Fill,
    },
    /// Words on one line, from this point of their base line.
    Words {
        at: Point,
        words: String,
        size: i32,
        bold: bool,
        anchor: Anchor,
    },
    /// Shapes that are one thing: somebody, or something that happened. `key` finds it again (which node has the
    /// focus); `told` is all of it in words.
    Group {
        key: String,
        told: String,
        shapes: Vec<Shape>,
    },
}

/// How a line looks. Its dashes tell it apart; colour is never the only sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stroke {
    pub width: i32,
    pub dash: Dash,
    pub ink: Ink,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Dash {
    #[default]
    Whole,
    Dashed,
    Dotted,
    /// A long and a short one.
    Mixed,
}

/// The few colours of pictures; what each is stands with the writer of SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Ink {
    #[default]
    Black,
    Grey,
    Red,
    Amber,
    Green,
    Blue,
    /// The paper itself.
    White,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Fill {
    #[default]
    None,
    Of(Ink),
    /// Lines across, which stay on paper without colour.
    Hatched(Ink),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

impl Default for Stroke {
    fn default() -> Self {
        Self { width: 2, dash: Dash::Whole, ink: Ink::Black }
    }
}

impl Shape {
    /// The same, so far to the right and down.
    pub fn moved(self, by: Point) -> Self {
        let point = |it: Point| Point { x: it.x + by.x, y: it.y + by.y };
        match self {
            Self::Line { through, closed, stroke, fill } => {
                Self::Line { through: through.into_iter().map(point).collect(), closed, stroke, fill }
            }
            Self::Rectangle { frame, rounded, stroke, fill } => {
                let frame = Frame { x: frame.x + by.x, y: frame.y + by.y, ..frame };
                Self::Rectangle { frame, rounded, stroke, fill }
            }
            Self::Circle { centre, radius, stroke, fill } => {
                Self::Circle { centre: point(centre), radius, stroke, fill }
            }
            Self::Words { at, words, size, bold, anchor } => {
                Self::Words { at: point(at), words, size, bold, anchor }
            }
            Self::Group { key, told, shapes } => {
                Self::Group { key, told, shapes: shapes.into_iter().map(|it| it.moved(by)).collect() }
            }
        }
    }
}
