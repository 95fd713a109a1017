//! The genogram: a family drawn from people and how they are to each other, by layout alone (`ux.md` S27;
//! `domain.md` R41).
//!
//! Generations stand in rows ([`rank`]), everybody beside those they belong to ([`order`]) and as far right as their
//! words and lines need ([`place`]). Lines run in the gaps between people and in the spaces between rows ([`route`],
//! [`lanes`]), so that no symbol overlaps another and no line runs through anybody, however the family is made up: it
//! holds by construction, and `tests/genogram` measures it. What finds no room as a line is said in words.

mod each;
mod family;
mod homes;
mod label;
mod lanes;
mod layout;
mod legend;
mod lines;
mod members;
mod order;
mod place;
mod rank;
mod route;
mod symbol;
mod told;

pub use family::{Family, Fault};
pub use members::{Couple, CoupleKind, Home, Link, LinkKind, Members, Move, Nudge, Person, Symbol};

use super::scene::{Anchor, Fill, Point, Scene, Shape};
use each::Each;
use layout::{HALF, Layout, laid};

/// Around the whole picture.
const MARGIN: i32 = 16;
/// The least width in which a key reads well.
const LEAST: i32 = 560;

/// The picture of a family, after the moves that somebody made by hand.
pub fn drawn(family: &Family, nudges: &[Nudge]) -> Scene {
    let mut at_home: Each<Vec<String>> = Each::of(family.people.len());
    for (name, people) in family.homes.iter().filter(|(_, people)| people.len() == 1) {
        say_home(&mut at_home, name, people);
    }
    let mut in_words: Vec<usize> = Vec::new();
    // A home that no outline can be drawn around is said in words; they need room, so all of it is laid out once more.
    let (layout, outlines) = loop {
        let layout = laid(family, nudges, &at_home);
        let (outlines, not_drawn) = homes::outlines(family, &layout);
        let fresh: Vec<usize> = not_drawn.into_iter().filter(|it| !in_words.contains(it)).collect();
        if fresh.is_empty() {
            break (layout, outlines);
        }
        for home in fresh {
            in_words.push(home);
            if let Some((name, people)) = family.homes.get(home) {
                say_home(&mut at_home, name, people);
            }
        }
    };
    let outlines: Vec<_> = outlines
        .into_iter()
        .filter(|it| {
            !in_words.iter().any(|home| family.homes.get(*home).is_some_and(|(name, _)| *name == it.name))
        })
        .collect();
    scene(family, &layout, &outlines)
}

fn say_home(at_home: &mut Each<Vec<String>>, name: &str, people: &[usize]) {
    for person in people {
        at_home.change(*person, |it| it.push(format!("Home: {name}")));
    }
}

fn scene(family: &Family, layout: &Layout, outlines: &[homes::Outline]) -> Scene {
    let mut shapes: Vec<Shape> = Vec::new();
    for outline in outlines {
        shapes.push(Shape::Line {
            through: outline.through.clone(),
            closed: true,
            stroke: legend::home_stroke(),
            fill: Fill::None,
        });
    }
    shapes.extend(layout.lines.iter().map(|line| Shape::Line {
        through: line.through.clone(),
        closed: false,
        stroke: line.stroke,
        fill: Fill::None,
    }));
    shapes.extend(outlines.iter().map(|outline| Shape::Words {
        at: outline.name_at,
        words: outline.name.clone(),
        size: homes::NAME,
        bold: false,
        anchor: Anchor::Start,
    }));
    for person in layout.rows.iter().flatten() {
        let Some(who) = family.people.get(*person) else { continue };
        let at = layout.middles.at(*person);
        let adopted = !family.parents(*person, &LinkKind::Adopted).is_empty();
        let mut drawn = symbol::symbol(who, adopted, at, HALF);
        drawn.extend(symbol::words(&layout.labels.at(*person), at, HALF));
        shapes.push(Shape::Group {
            key: who.key.clone(),
            told: told::person(family, *person),
            shapes: drawn,
        });
    }
    let frames: Vec<_> = (0..family.people.len()).map(|it| layout.frame(it)).collect();
    let points = || {
        let lines =
            layout.lines.iter().flat_map(|it| &it.through).chain(outlines.iter().flat_map(|it| &it.through));
        let frames = frames
            .iter()
            .flat_map(|it| [Point { x: it.x, y: it.y }, Point { x: it.x + it.width, y: it.y + it.height }]);
        lines.copied().chain(frames)
    };
    let least = Point {
        x: points().map(|it| it.x).min().unwrap_or_default() - MARGIN,
        y: points().map(|it| it.y).min().unwrap_or_default() - MARGIN,
    };
    let right = points().map(|it| it.x).max().unwrap_or_default() - least.x + MARGIN;
    let foot = points().map(|it| it.y).max().unwrap_or_default() - least.y;
    let width = right.max(LEAST);
    // What is narrower than its key stands in the middle.
    let by = Point { x: (width - right) / 2 - least.x, y: -least.y };
    let mut shapes: Vec<Shape> = shapes.into_iter().map(|it| it.moved(by)).collect();
    let at = Point { x: MARGIN, y: foot + 20 };
    let (key, foot) = legend::legend(family, layout, !outlines.is_empty(), at, width - 2 * MARGIN);
    shapes.extend(key);
    let told = told::all(family, &layout.rows);
    Scene { width, height: foot + MARGIN, title: family.title.clone(), told, shapes }
}
