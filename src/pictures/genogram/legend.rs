//! The key: what the symbols and lines of this picture mean, those that stand in it and no others.

use std::collections::BTreeSet;

use super::family::Family;
use super::layout::{HALF, Layout};
use super::lines::{NetKind, couple_stroke};
use super::members::{CoupleKind, LinkKind, Person, Symbol};
use super::symbol::symbol;
use crate::pictures::scene::{Anchor, Dash, Fill, Frame, Ink, Point, Shape, Stroke};
use crate::pictures::words::width_of;

const SIZE: i32 = 13;
const HEIGHT: i32 = 30;
const ICON: i32 = 40;
const BETWEEN: i32 = 22;

enum Icon {
    Symbol(Person, bool),
    Couple(CoupleKind),
    Stroke(Stroke),
    Home,
}

/// The key in lines of at most this width, from this place down, and where it ends.
pub(super) fn legend(
    family: &Family,
    layout: &Layout,
    homes: bool,
    at: Point,
    width: i32,
) -> (Vec<Shape>, i32) {
    let mut shapes = vec![words("Key", at.x, at.y + 12, true)];
    let (mut x, mut y) = (at.x, at.y + 20);
    for (icon, told) in entries(family, layout, homes) {
        let needed = ICON + width_of(&told, SIZE);
        if x > at.x && x + needed > at.x + width {
            (x, y) = (at.x, y + HEIGHT);
        }
        shapes.extend(drawn(&icon, Point { x: x + ICON / 2 - 4, y: y + HEIGHT / 2 }));
        shapes.push(words(&told, x + ICON, y + HEIGHT / 2 + 5, false));
        x += needed + BETWEEN;
    }
    (shapes, y + HEIGHT)
}

fn words(words: &str, x: i32, y: i32, bold: bool) -> Shape {
    Shape::Words { at: Point { x, y }, words: words.to_owned(), size: SIZE, bold, anchor: Anchor::Start }
}

fn entries(family: &Family, layout: &Layout, homes: bool) -> Vec<(Icon, String)> {
    let mut entries: Vec<(Icon, String)> = Vec::new();
    let mut add = |icon: Icon, told: &str| entries.push((icon, told.to_owned()));
    let blank = |symbol: Symbol| Person { symbol, ..Person::default() };
    let symbols: BTreeSet<Symbol> = family.people.iter().map(|it| it.symbol).collect();
    for symbol in symbols {
        add(
            Icon::Symbol(blank(symbol), false),
            match symbol {
                Symbol::Square => "Man or boy",
                Symbol::Circle => "Woman or girl",
                Symbol::Diamond => "Another gender, or not recorded",
                Symbol::Triangle => "Not yet born",
            },
        );
    }
    if let Some(child) = family.people.iter().find(|it| it.index) {
        let person = Person { index: true, ..blank(child.symbol) };
        add(Icon::Symbol(person, false), "Child whom the work is for");
    }
    if family.people.iter().any(|it| it.died) {
        add(Icon::Symbol(Person { died: true, ..blank(Symbol::Square) }, false), "Died");
    }
    if family.bonds.iter().any(|it| it.kind == LinkKind::Adopted) {
        add(Icon::Symbol(blank(Symbol::Circle), true), "Adopted: brackets and a dashed line");
    }
    let kinds: BTreeSet<CoupleKind> = family.couples.iter().map(|it| it.kind).collect();
    let both = kinds.contains(&CoupleKind::Married) && kinds.contains(&CoupleKind::Together);
    for kind in kinds.into_iter().filter(|it| !both || *it != CoupleKind::Together) {
        add(
            Icon::Couple(kind),
            match kind {
                CoupleKind::Married if both => "Couple, married or not",
                CoupleKind::Married => "Married",
                CoupleKind::Together => "Couple",
                CoupleKind::Separated => "Separated",
                CoupleKind::Divorced => "Divorced",
                CoupleKind::NotSaid => "Have a child; no more is recorded",
            },
        );
    }
    let nets: BTreeSet<NetKind> = layout.nets.iter().map(|it| it.kind).collect();
    for kind in nets {
        let told = match kind {
            NetKind::Fostered => "Foster carer",
            NetKind::Carer => "Cares for them",
            NetKind::HalfSiblings => "Half-brothers or half-sisters",
            NetKind::Said => "What is said in words",
            NetKind::Descent | NetKind::Siblings => continue,
        };
        let stroke = layout.nets.iter().find(|it| it.kind == kind).map(|it| it.stroke);
        add(Icon::Stroke(stroke.unwrap_or_default()), told);
    }
    if homes {
        add(Icon::Home, "Live together");
    }
    entries
}

fn drawn(icon: &Icon, at: Point) -> Vec<Shape> {
    let across = |stroke: Stroke| Shape::Line {
        through: vec![Point { x: at.x - 16, y: at.y }, Point { x: at.x + 14, y: at.y }],
        closed: false,
        stroke,
        fill: Fill::None,
    };
    match icon {
        Icon::Symbol(person, adopted) => symbol(person, *adopted, at, HALF / 2),
        Icon::Stroke(stroke) => vec![across(*stroke)],
        Icon::Couple(kind) => {
            let many = super::lines::slashes(*kind);
            let first = at.x - if many == 2 { 4 } else { 0 };
            let slash = |x: i32| Shape::Line {
                through: vec![Point { x: x - 5, y: at.y + 9 }, Point { x: x + 5, y: at.y - 9 }],
                closed: false,
                stroke: Stroke::default(),
                fill: Fill::None,
            };
            let slashes = [first, first + 8].into_iter().take(many).map(slash);
            std::iter::once(across(couple_stroke(*kind))).chain(slashes).collect()
        }
        Icon::Home => vec![Shape::Rectangle {
            frame: Frame { x: at.x - 16, y: at.y - 10, width: 30, height: 20 },
            rounded: 6,
            stroke: home_stroke(),
            fill: Fill::None,
        }],
    }
}

/// The line around those who live together.
pub(super) fn home_stroke() -> Stroke {
    Stroke { width: 2, dash: Dash::Dashed, ink: Ink::Grey }
}
