//! How far right everybody stands: in their order, no nearer than their words and the lines between them allow, couples
//! above the middle of their children. Whole numbers on a grid.

use std::collections::BTreeMap;

use super::each::Each;
use super::family::Family;
use super::lanes::MARGIN;
use super::lines::{Net, NetKind, Source};
use super::order::Rows;

/// Upright lines stand on multiples of this; those of one row half of it beside those of the next, so that no line of
/// one ever runs along a line of another.
pub(super) const GRID: i32 = 8;

/// What everybody needs to the left and right of the middle, and what lies between them.
pub(super) struct Room {
    /// Half the width of a person with their words: a multiple of the grid.
    pub half: Each<i32>,
    /// Between each and the next in a row: a multiple of the grid.
    pub gaps: Vec<Vec<i32>>,
    /// How far beside the middle of one parent the line goes down to their children, by the number of the line.
    pub beside: BTreeMap<usize, i32>,
}

impl Room {
    fn beside(&self, net: usize, person: usize) -> i32 {
        self.beside.get(&net).copied().unwrap_or_else(|| self.half.at(person) + MARGIN)
    }
}

/// Whether two stand beside each other.
fn together(rows: &Rows, one: usize, other: usize) -> bool {
    let both = [[one, other], [other, one]];
    rows.iter().any(|row| row.windows(2).any(|two| both.iter().any(|it| two == it)))
}

/// How far beside the grid the upright lines of a row stand.
pub(super) fn beside(row: usize) -> i32 {
    if row.is_multiple_of(2) { 0 } else { GRID / 2 }
}

/// The middle of everybody.
pub(super) fn placed(family: &Family, rows: &Rows, room: &Room, nets: &[Net]) -> Each<i32> {
    let mut middle: Each<i32> = Each::of(family.people.len());
    for (row, people) in rows.iter().enumerate() {
        let steps = steps(people, room, row);
        let last = steps.last().copied().unwrap_or_default();
        for (person, step) in people.iter().zip(&steps) {
            middle.put(*person, (step - last / 2).div_euclid(GRID) * GRID + beside(row));
        }
    }
    for _ in 0..14 {
        for row in 1..rows.len() {
            settle(rows, room, row, &mut middle, |middle| below_parents(family, nets, room, middle));
        }
        for row in (0..rows.len().saturating_sub(1)).rev() {
            settle(rows, room, row, &mut middle, |middle| above_children(family, rows, nets, room, middle));
        }
    }
    for (row, people) in rows.iter().enumerate() {
        drawn_in(family, rows, nets, room, (row, people), &mut middle);
    }
    middle
}

/// Those at the ends of a row whom no line holds where they are come nearer to the others.
fn drawn_in(
    family: &Family,
    rows: &Rows,
    nets: &[Net],
    room: &Room,
    (row, people): (usize, &[usize]),
    middle: &mut Each<i32>,
) {
    let held = |person: usize| {
        nets.iter().filter(|net| leads_down(net)).any(|net| {
            let from = match net.source {
                Source::Couple(couple) => family.couples.get(couple).is_some_and(|it| {
                    (it.one == person || it.other == person) && together(rows, it.one, it.other)
                }),
                Source::One(one) => one == person,
                Source::Nobody => false,
            };
            from || net.to.iter().any(|(it, _)| *it == person)
        })
    };
    let steps = steps(people, room, row);
    let least: BTreeMap<usize, i32> = people.iter().copied().zip(steps).collect();
    let step = |one: usize, other: usize| {
        let at = |it: usize| least.get(&it).copied().unwrap_or_default();
        (at(one) - at(other)).abs()
    };
    let first = people.iter().position(|it| held(*it)).unwrap_or_default();
    let last = people.iter().rposition(|it| held(*it)).unwrap_or_default();
    for (before, person) in people.iter().zip(people.iter().skip(1)).skip(last) {
        middle.put(*person, middle.at(*before) + step(*before, *person));
    }
    let inwards: Vec<_> = people.iter().zip(people.iter().skip(1)).take(first).collect();
    for (person, after) in inwards.into_iter().rev() {
        middle.put(*person, middle.at(*after) - step(*after, *person));
    }
}

/// The least distance of each from the first of a row.
fn steps(people: &[usize], room: &Room, row: usize) -> Vec<i32> {
    let mut steps = Vec::new();
    let mut at = 0;
    let mut before: Option<usize> = None;
    for (number, person) in people.iter().enumerate() {
        if let Some(before) = before {
            let gap = number.checked_sub(1).and_then(|it| room.gaps.get(row)?.get(it)).copied();
            at += room.half.at(before) + gap.unwrap_or_default() + room.half.at(*person);
        }
        steps.push(at);
        before = Some(*person);
    }
    steps
}

type Wishes = BTreeMap<usize, (i64, i64)>;

fn wish(wishes: &mut Wishes, person: usize, at: i32, weight: i64) {
    let it = wishes.entry(person).or_default();
    it.0 += i64::from(at) * weight;
    it.1 += weight;
}

/// Puts a row as near as may be to where everybody in it should stand, with the least sum of squares.
fn settle(
    rows: &Rows,
    room: &Room,
    row: usize,
    middle: &mut Each<i32>,
    wishes: impl Fn(&Each<i32>) -> Wishes,
) {
    let Some(people) = rows.get(row) else { return };
    let steps = steps(people, room, row);
    let wishes = wishes(middle);
    // Those who stand too near each other become one, and stand where most of them should.
    let mut blocks: Vec<(i64, i64, usize)> = Vec::new();
    for (person, step) in people.iter().zip(&steps) {
        let (sum, weight) = wishes.get(person).copied().unwrap_or_else(|| (i64::from(middle.at(*person)), 1));
        let mut block = (sum - i64::from(*step) * weight, weight, 1);
        while let Some(before) = blocks.pop() {
            if before.0 * block.1 <= block.0 * before.1 {
                blocks.push(before);
                break;
            }
            block = (before.0 + block.0, before.1 + block.1, before.2 + block.2);
        }
        blocks.push(block);
    }
    let mut each = people.iter().zip(&steps);
    for (sum, weight, many) in blocks {
        let grid = i64::from(GRID);
        let at = (sum + weight * grid / 2).div_euclid(weight * grid) * grid;
        for (person, step) in each.by_ref().take(many) {
            let at = i32::try_from(at).unwrap_or_default() + step;
            middle.put(*person, at.div_euclid(GRID) * GRID + beside(row));
        }
    }
}

fn leads_down(net: &Net) -> bool {
    matches!(net.kind, NetKind::Descent | NetKind::Fostered)
}

fn mean(all: impl Iterator<Item = i32>) -> Option<i32> {
    let all: Vec<i32> = all.collect();
    let (least, most) = (all.iter().min()?, all.iter().max()?);
    Some((least + most) / 2)
}

/// Brothers and sisters beneath the middle of their parents; partners beside those who have such a place.
fn below_parents(family: &Family, nets: &[Net], room: &Room, middle: &Each<i32>) -> Wishes {
    let mut wishes = Wishes::new();
    for (number, net) in nets.iter().enumerate().filter(|(_, net)| leads_down(net)) {
        let from = match net.source {
            Source::Couple(couple) => {
                family.couples.get(couple).map(|it| (middle.at(it.one) + middle.at(it.other)) / 2)
            }
            Source::One(person) => Some(middle.at(person) + room.beside(number, person)),
            Source::Nobody => None,
        };
        let own = mean(net.to.iter().map(|(it, _)| middle.at(*it)));
        let (Some(from), Some(own)) = (from, own) else { continue };
        for (child, _) in &net.to {
            wish(&mut wishes, *child, middle.at(*child) + from - own, 8);
        }
    }
    partners_follow(family, middle, &mut wishes);
    wishes
}

/// Couples above the middle of their children.
fn above_children(family: &Family, rows: &Rows, nets: &[Net], room: &Room, middle: &Each<i32>) -> Wishes {
    let mut wishes = Wishes::new();
    for (number, net) in nets.iter().enumerate().filter(|(_, net)| leads_down(net)) {
        let Some(own) = mean(net.to.iter().map(|(it, _)| middle.at(*it))) else { continue };
        match net.source {
            Source::Couple(couple) => {
                let Some(it) = family.couples.get(couple) else { continue };
                if !together(rows, it.one, it.other) {
                    continue;
                }
                let by = own - (middle.at(it.one) + middle.at(it.other)) / 2;
                wish(&mut wishes, it.one, middle.at(it.one) + by, 8);
                wish(&mut wishes, it.other, middle.at(it.other) + by, 8);
            }
            Source::One(person) => wish(&mut wishes, person, own - room.beside(number, person), 6),
            Source::Nobody => {}
        }
    }
    partners_follow(family, middle, &mut wishes);
    wishes
}

fn partners_follow(family: &Family, middle: &Each<i32>, wishes: &mut Wishes) {
    for couple in &family.couples {
        for (one, other) in [(couple.one, couple.other), (couple.other, couple.one)] {
            let Some((sum, weight)) = wishes.get(&one).copied() else { continue };
            if wishes.contains_key(&other) || weight == 0 {
                continue;
            }
            let by = i32::try_from(sum / weight).unwrap_or_default() - middle.at(one);
            wish(wishes, other, middle.at(other) + by, 2);
        }
    }
}
