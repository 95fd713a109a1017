//! The ecomap: a family in the middle, and around it whoever supports it, each by a line that says how that is
//! (`domain.md` R41; issue "pictures that draw themselves").
//!
//! Professionals and services stand on the left, family, friends and community on the right. Lines run in the space
//! between, which is free of anything else, and in the order of the boxes: none crosses another or runs through a box.

use super::scene::{Anchor, Dash, Fill, Frame, Ink, Point, Scene, Shape, Stroke};
use super::words::{width_of, wrapped};

/// How a support is, as the family says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tie {
    Strong,
    Weak,
    Stressful,
    #[default]
    NotSaid,
}

impl Tie {
    pub const ALL: [Self; 4] = [Self::Strong, Self::Weak, Self::Stressful, Self::NotSaid];

    /// As people say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Strong => "Strong",
            Self::Weak => "Weak",
            Self::Stressful => "Stressful",
            Self::NotSaid => "Not said",
        }
    }

    fn stroke(self) -> Stroke {
        let (width, dash, ink) = match self {
            Self::Strong => (5, Dash::Whole, Ink::Black),
            Self::Weak => (2, Dash::Dashed, Ink::Black),
            Self::Stressful => (2, Dash::Whole, Ink::Black),
            Self::NotSaid => (2, Dash::Dotted, Ink::Grey),
        };
        Stroke { width, dash, ink }
    }
}

/// Somebody or something that supports the family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Support {
    /// Finds it again.
    pub key: String,
    pub name: String,
    /// "Social worker", "grandparent of Kayla".
    pub what: String,
    /// Whether they come by their work; otherwise they are family, friends or community.
    pub professional: bool,
    pub tie: Tie,
}

/// What an ecomap is drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ecomap {
    pub title: String,
    /// Who stands in the middle.
    pub family: Vec<String>,
    pub supports: Vec<Support>,
}

const MARGIN: i32 = 16;
const BOX: i32 = 220;
/// Between a box and the middle.
const SPACE: i32 = 150;
const BETWEEN: i32 = 14;
const LINE: i32 = 17;
const PAD: i32 = 10;
const NAME: i32 = 14;
const WORDS: i32 = 13;
const HEAD: i32 = 34;
const KEY: i32 = 56;

/// The picture of the support around a family.
pub fn drawn(ecomap: &Ecomap) -> Scene {
    let mut supports = ecomap.supports.clone();
    supports.sort_by(|a, b| (a.tie, &a.name, &a.key).cmp(&(b.tie, &b.name, &b.key)));
    let (left, right): (Vec<Support>, Vec<Support>) = supports.into_iter().partition(|it| it.professional);
    let middle = lines(&ecomap.family.join(", "), "");
    let needed = |side: &[Support]| {
        let heights = side.iter().map(|it| height(&words(it)) + BETWEEN);
        heights.sum::<i32>() - if side.is_empty() { 0 } else { BETWEEN }
    };
    let tall = needed(&left).max(needed(&right)).max(height(&middle));
    let top = MARGIN + HEAD;
    let centre = Frame {
        x: MARGIN + BOX + SPACE,
        y: top + (tall - height(&middle)) / 2,
        width: BOX,
        height: height(&middle),
    };
    let (mut ties, mut boxes) = (Vec::new(), Vec::new());
    for (side, x, heading) in [
        (&left, MARGIN, "Professionals and services"),
        (&right, MARGIN + 2 * (BOX + SPACE), "Family, friends and community"),
    ] {
        if !side.is_empty() {
            boxes.push(line_of_words(
                heading,
                Point { x: x + BOX / 2, y: MARGIN + 16 },
                WORDS,
                true,
                Anchor::Middle,
            ));
        }
        let mut y = top + (tall - needed(side)) / 2;
        let many = i32::try_from(side.len()).unwrap_or_default();
        for (place, support) in (1..).zip(side) {
            let lines = words(support);
            let frame = Frame { x, y, width: BOX, height: height(&lines) };
            let on_left = x < centre.x;
            let from = Point {
                x: if on_left { centre.x } else { centre.x + centre.width },
                y: centre.y + centre.height * place / (many + 1),
            };
            let to = Point { x: if on_left { x + BOX } else { x }, y: y + frame.height / 2 };
            ties.extend(tie(support.tie, from, to));
            boxes.push(Shape::Group {
                key: support.key.clone(),
                told: told(support),
                shapes: framed(frame, 8, &lines),
            });
            y += frame.height + BETWEEN;
        }
    }
    let mut shapes = ties;
    shapes.extend(framed(centre, centre.height / 2, &middle));
    shapes.extend(boxes);
    shapes.extend(key(&ecomap.supports, top + tall + 24));
    let mut all = vec![format!("In the middle: {}.", ecomap.family.join(", "))];
    all.extend(left.iter().chain(&right).map(|it| format!("{}.", told(it))));
    let width = 2 * MARGIN + 3 * BOX + 2 * SPACE;
    Scene { width, height: top + tall + 24 + KEY, title: ecomap.title.clone(), told: all, shapes }
}

/// "Nan, grandparent of Kayla: strong".
fn told(support: &Support) -> String {
    let who = [support.name.trim(), support.what.trim()].into_iter().filter(|it| !it.is_empty());
    let tie = match support.tie {
        Tie::NotSaid => "nobody has said yet how it is",
        Tie::Strong => "a strong support",
        Tie::Weak => "a weak support",
        Tie::Stressful => "a stressful tie",
    };
    format!("{}: {tie}", who.collect::<Vec<_>>().join(", "))
}

fn words(support: &Support) -> Vec<(String, bool)> {
    let mut lines = lines(&support.name, &support.what);
    if support.tie != Tie::NotSaid {
        lines.push((support.tie.label().to_owned(), false));
    }
    lines
}

fn lines(name: &str, what: &str) -> Vec<(String, bool)> {
    let name = wrapped(name, NAME, BOX - 2 * PAD).into_iter().map(|line| (line, true));
    name.chain(wrapped(what, WORDS, BOX - 2 * PAD).into_iter().map(|line| (line, false))).collect()
}

fn height(lines: &[(String, bool)]) -> i32 {
    2 * PAD + LINE * i32::try_from(lines.len()).unwrap_or_default().max(1)
}

fn framed(frame: Frame, rounded: i32, lines: &[(String, bool)]) -> Vec<Shape> {
    let outline = Shape::Rectangle {
        frame,
        rounded: rounded.min(30),
        stroke: Stroke::default(),
        fill: Fill::Of(Ink::White),
    };
    let words = (1..).zip(lines).map(|(place, (line, bold))| {
        let at = Point { x: frame.x + frame.width / 2, y: frame.y + PAD + LINE * place - 4 };
        line_of_words(line, at, if *bold { NAME } else { WORDS }, *bold, Anchor::Middle)
    });
    std::iter::once(outline).chain(words).collect()
}

fn line_of_words(words: &str, at: Point, size: i32, bold: bool, anchor: Anchor) -> Shape {
    Shape::Words { at, words: words.to_owned(), size, bold, anchor }
}

/// A line, with strokes across it where it is stressful.
fn tie(tie: Tie, from: Point, to: Point) -> Vec<Shape> {
    let line = |through: Vec<Point>, stroke: Stroke| Shape::Line {
        through,
        closed: false,
        stroke,
        fill: Fill::None,
    };
    let mut shapes = vec![line(vec![from, to], tie.stroke())];
    if tie == Tie::Stressful {
        shapes.extend((2..=8).map(|part| {
            let x = from.x + (to.x - from.x) * part / 10;
            let y = from.y + (to.y - from.y) * part / 10;
            line(vec![Point { x: x - 3, y: y + 7 }, Point { x: x + 3, y: y - 7 }], Stroke::default())
        }));
    }
    shapes
}

fn key(supports: &[Support], y: i32) -> Vec<Shape> {
    let mut shapes = vec![line_of_words("Key", Point { x: MARGIN, y: y + 4 }, WORDS, true, Anchor::Start)];
    let mut x = MARGIN;
    for one in Tie::ALL.into_iter().filter(|it| supports.iter().any(|support| support.tie == *it)) {
        let at = y + 24;
        shapes.extend(tie(one, Point { x, y: at }, Point { x: x + 56, y: at }));
        shapes.push(line_of_words(one.label(), Point { x: x + 66, y: at + 5 }, WORDS, false, Anchor::Start));
        x += 66 + width_of(one.label(), WORDS) + 30;
    }
    shapes
}

#[cfg(test)]
mod tests;
