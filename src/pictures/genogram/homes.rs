//! The dashed outline around those who live together, where it can be drawn around them and nobody else.

use std::collections::BTreeMap;

use super::family::Family;
use super::layout::{HOME_LINE, Layout};
use crate::pictures::scene::{Frame, Point};
use crate::pictures::words::width_of;

/// Between an outline and whom it is around.
const AROUND: i32 = 6;
/// The least way between two parts of an outline.
const NECK: i32 = 28;
pub(super) const NAME: i32 = 12;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outline {
    pub through: Vec<Point>,
    /// Where its name stands.
    pub name_at: Point,
    pub name: String,
    parts: Vec<Frame>,
}

/// The outlines that can be drawn, and the homes of which none can.
pub(super) fn outlines(family: &Family, layout: &Layout) -> (Vec<Outline>, Vec<usize>) {
    let (mut drawn, mut not_drawn): (Vec<Outline>, Vec<usize>) = (Vec::new(), Vec::new());
    for (number, (name, people)) in family.homes.iter().enumerate() {
        if people.len() < 2 {
            continue;
        }
        let outline = outline(family, layout, name, people).filter(|outline| {
            let near =
                |part: &Frame| drawn.iter().flat_map(|it| &it.parts).any(|it| overlap(part, &grown(it, 4)));
            !outline.parts.iter().any(near)
        });
        match outline {
            Some(outline) => drawn.push(outline),
            None => not_drawn.push(number),
        }
    }
    (drawn, not_drawn)
}

fn outline(family: &Family, layout: &Layout, name: &str, people: &[usize]) -> Option<Outline> {
    let others: Vec<Frame> = (0..family.people.len())
        .filter(|it| !people.contains(it))
        .map(|it| grown(&layout.frame(it), 2))
        .collect();
    let free = |frame: &Frame| !others.iter().any(|it| overlap(frame, it));
    let mut rows: BTreeMap<usize, (i32, i32)> = BTreeMap::new();
    for person in people {
        let frame = layout.frame(*person);
        let (from, to) = (frame.x - AROUND, frame.x + frame.width + AROUND);
        let row = rows.entry(layout.row_of(*person)).or_insert((from, to));
        *row = (row.0.min(from), row.1.max(to));
    }
    let last = rows.keys().next_back().copied()?;
    let all = (rows.values().map(|it| it.0).min()?, rows.values().map(|it| it.1).max()?);
    let (top, _) = layout.bands.get(rows.keys().next().copied()?).copied()?;
    let (_, foot) = layout.bands.get(last).copied()?;
    let whole = Frame { x: all.0, y: top - AROUND, width: all.1 - all.0, height: foot - top + AROUND };
    let parts = if free(&whole) { vec![whole] } else { parts(layout, people, &rows, &others)? };
    if !parts.iter().all(free) {
        return None;
    }
    let foot = parts.last()?;
    let fits = width_of(name, NAME) + 12 <= foot.width;
    fits.then(|| Outline {
        through: around(&parts),
        name_at: Point { x: foot.x + 7, y: foot.y + foot.height - (HOME_LINE - 14) },
        name: name.to_owned(),
        parts: parts.clone(),
    })
}

/// Around each row of them, and the ways between.
fn parts(
    layout: &Layout,
    people: &[usize],
    rows: &BTreeMap<usize, (i32, i32)>,
    others: &[Frame],
) -> Option<Vec<Frame>> {
    let last = rows.keys().next_back().copied()?;
    let mut parts: Vec<Frame> = Vec::new();
    for (row, (from, to)) in rows {
        let (top, foot) = layout.bands.get(*row).copied()?;
        let foot = if *row == last { foot } else { foot.min(lowest(layout, people, *row) + 2) };
        let part = Frame { x: *from, y: top - AROUND, width: to - from, height: foot - top + AROUND };
        let Some(before) = parts.last_mut() else {
            parts.push(part);
            continue;
        };
        if let Some(neck) = neck(before, &part, others) {
            parts.extend([neck, part]);
            continue;
        }
        let (upper, neck, lower) = way_round(before, &part, others)?;
        *before = upper;
        parts.extend([neck, lower]);
    }
    Some(parts)
}

/// The foot of the lowest words of those of a home in a row.
fn lowest(layout: &Layout, people: &[usize], row: usize) -> i32 {
    let here = people.iter().filter(|it| layout.row_of(**it) == row);
    here.map(|it| layout.frame(*it)).map(|it| it.y + it.height).max().unwrap_or_default()
}

/// The way from a part down to the next, as wide as it may be.
fn neck(upper: &Frame, lower: &Frame, others: &[Frame]) -> Option<Frame> {
    let (y, foot) = (upper.y + upper.height, lower.y);
    let (from, to) = (upper.x.max(lower.x), (upper.x + upper.width).min(lower.x + lower.width));
    let strip = Frame { x: from, y, width: to - from, height: foot - y };
    let mut against: Vec<&Frame> = others.iter().filter(|it| overlap(&strip, it)).collect();
    against.sort_by_key(|it| it.x);
    let mut ways = Vec::new();
    let mut left = from;
    for it in against {
        ways.push((left, it.x));
        left = left.max(it.x + it.width);
    }
    ways.push((left, to));
    let (from, to) = ways.into_iter().max_by_key(|(from, to)| to - from)?;
    (to - from >= NECK).then_some(Frame { x: from, y, width: to - from, height: foot - y })
}

/// A way past those who stand between: both parts reach as far aside as it needs.
fn way_round(upper: &Frame, lower: &Frame, others: &[Frame]) -> Option<(Frame, Frame, Frame)> {
    let (y, foot) = (upper.y + upper.height, lower.y);
    let reaching = |part: &Frame, from: i32| {
        let (x, right) = (part.x.min(from), (part.x + part.width).max(from + NECK));
        Frame { x, width: right - x, ..*part }
    };
    let between = others.iter().filter(|it| it.y < foot && y < it.y + it.height);
    let ways = between
        .flat_map(|it| [it.x + it.width, it.x - NECK])
        .map(|x| (reaching(upper, x), Frame { x, y, width: NECK, height: foot - y }, reaching(lower, x)));
    let free = |(upper, neck, lower): &(Frame, Frame, Frame)| {
        others.iter().all(|it| ![upper, neck, lower].into_iter().any(|part| overlap(part, it)))
    };
    ways.filter(free).min_by_key(|(upper, _, lower)| (upper.width + lower.width, -upper.x))
}

/// Down the right sides of the parts and up the left.
fn around(parts: &[Frame]) -> Vec<Point> {
    let right = parts.iter().flat_map(|it| {
        let x = it.x + it.width;
        [Point { x, y: it.y }, Point { x, y: it.y + it.height }]
    });
    let left = parts
        .iter()
        .rev()
        .flat_map(|it| [Point { x: it.x, y: it.y + it.height }, Point { x: it.x, y: it.y }]);
    let mut through: Vec<Point> = right.chain(left).collect();
    through.dedup();
    through
}

pub(super) fn overlap(one: &Frame, other: &Frame) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn grown(frame: &Frame, by: i32) -> Frame {
    Frame { x: frame.x - by, y: frame.y - by, width: frame.width + 2 * by, height: frame.height + 2 * by }
}
