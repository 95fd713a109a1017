//! Which generation everybody belongs to: children below their parents, couples and brothers and sisters on one row.

use super::each::Each;
use super::family::Family;
use super::members::{LinkKind, Move, Nudge};

/// People who stand on one row, and rows that stand above others.
struct Rows {
    /// Somebody who stands for all of those on the same row.
    same: Each<usize>,
    above: Vec<(usize, usize)>,
}

impl Rows {
    fn find(&self, mut place: usize) -> usize {
        while self.same.at(place) != place {
            place = self.same.at(place);
        }
        place
    }

    fn leads(&self, from: usize, to: usize) -> bool {
        let (from, to) = (self.find(from), self.find(to));
        let mut reached = vec![from];
        let mut at = 0;
        while let Some(here) = reached.get(at).copied() {
            at += 1;
            for (above, below) in &self.above {
                let below = self.find(*below);
                if self.find(*above) == here && !reached.contains(&below) {
                    reached.push(below);
                }
            }
        }
        reached.iter().skip(1).any(|it| *it == to)
    }

    /// Puts two on one row, unless a line of parents leads from the one to the other.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        if one != other && !self.leads(one, other) && !self.leads(other, one) {
            self.same.put(one.max(other), one.min(other));
        }
    }
}

/// The generation of each person, the eldest being 0.
pub(super) fn ranks(family: &Family, nudges: &[Nudge]) -> Each<i32> {
    let many = family.people.len();
    let mut rows = Rows { same: Each::of(many), above: Vec::new() };
    for place in 0..many {
        rows.same.put(place, place);
    }
    rows.above = family.bonds.iter().filter(|it| it.kind.is_parent()).map(|it| (it.from, it.to)).collect();
    for couple in &family.couples {
        rows.join(couple.one, couple.other);
    }
    for bond in family.bonds.iter().filter(|it| matches!(it.kind, LinkKind::Sibling | LinkKind::HalfSibling))
    {
        rows.join(bond.from, bond.to);
    }
    let groups: Vec<usize> = (0..many).map(|place| rows.find(place)).collect();
    let group = |place: usize| groups.get(place).copied().unwrap_or_default();
    let above: Vec<(usize, usize)> = rows.above.iter().map(|(a, b)| (group(*a), group(*b))).collect();
    let mut rank: Each<i32> = Each::of(many);
    // As deep as the longest line of parents, then those who came into the family beside the children they have.
    for _ in 0..many {
        for (from, to) in &above {
            let below = rank.at(*from) + 1;
            rank.change(*to, |it| *it = below.max(*it));
        }
    }
    for _ in 0..many {
        for place in 0..many {
            let next = above.iter().filter(|(from, _)| *from == place).map(|(_, to)| rank.at(*to)).min();
            if let Some(next) = next {
                rank.put(place, next - 1);
            }
        }
    }
    let parts = parts(many, &above);
    let shift = shifts(family, &groups, &parts, &rank);
    let mut all: Each<i32> = Each::of(many);
    for place in 0..many {
        let part = parts.get(group(place)).copied().unwrap_or_default();
        all.put(place, rank.at(group(place)) + shift.at(part));
    }
    moved(family, &groups, &above, &mut all, nudges);
    let least = all.all().map(|(_, it)| *it).min().unwrap_or_default();
    for place in 0..many {
        all.change(place, |it| *it -= least);
    }
    closed_up(many, all)
}

/// Which of the groups hang together by lines of parents.
fn parts(many: usize, above: &[(usize, usize)]) -> Vec<usize> {
    let mut parts: Vec<usize> = (0..many).collect();
    for _ in 0..many {
        for (from, to) in above {
            let one = parts.get(*from).copied().unwrap_or_default();
            let other = parts.get(*to).copied().unwrap_or_default();
            let least = one.min(other);
            for it in [*from, *to] {
                if let Some(part) = parts.get_mut(it) {
                    *part = least;
                }
            }
        }
    }
    parts
}

/// How far each part is moved, so that those who are tied to another stand where such people belong.
fn shifts(family: &Family, groups: &[usize], parts: &[usize], rank: &Each<i32>) -> Each<i32> {
    let many = family.people.len();
    let part =
        |place: usize| groups.get(place).and_then(|group| parts.get(*group)).copied().unwrap_or_default();
    let own = |place: usize| rank.at(groups.get(place).copied().unwrap_or_default());
    let mut shift: Each<i32> = Each::of(many);
    let mut settled: Each<bool> = Each::of(many);
    let children = || family.people.iter().enumerate().filter(|(_, it)| it.child).map(|(place, _)| place);
    let Some(first) = children().next().or((many > 0).then_some(0)) else { return shift };
    settled.put(part(first), true);
    for _ in 0..many {
        for bond in &family.bonds {
            let apart = match bond.kind {
                LinkKind::Grandparent => 2,
                LinkKind::Step | LinkKind::Carer | LinkKind::AuntOrUncle => 1,
                LinkKind::Other(_) => 0,
                _ => continue,
            };
            let (from, to) = (part(bond.from), part(bond.to));
            if settled.at(to) && !settled.at(from) {
                shift.put(from, own(bond.to) + shift.at(to) - apart - own(bond.from));
                settled.put(from, true);
            } else if settled.at(from) && !settled.at(to) {
                shift.put(to, own(bond.from) + shift.at(from) + apart - own(bond.to));
                settled.put(to, true);
            }
        }
    }
    // Somebody of whom nothing is recorded stands among those of their age.
    let of_children = own(first) + shift.at(part(first));
    for (place, person) in family.people.iter().enumerate() {
        if !settled.at(part(place)) {
            let row = of_children - i32::from(!person.child);
            shift.put(part(place), row - own(place));
            settled.put(part(place), true);
        }
    }
    shift
}

/// Rows up and down by hand, with everybody on the same row beside them, as far as parents stay above their children.
fn moved(
    family: &Family,
    groups: &[usize],
    above: &[(usize, usize)],
    rank: &mut Each<i32>,
    nudges: &[Nudge],
) {
    for nudge in nudges {
        let by = match nudge.towards {
            Move::Up => -1,
            Move::Down => 1,
            Move::Left | Move::Right => continue,
        };
        let Some(place) = family.people.iter().position(|it| it.key == nudge.key) else { continue };
        let group = groups.get(place).copied().unwrap_or_default();
        let row = rank.at(group) + by;
        let fits = above.iter().all(|(from, to)| {
            (*from != group || row < rank.at(*to)) && (*to != group || row > rank.at(*from))
        });
        if fits {
            for (place, _) in groups.iter().enumerate().filter(|(_, it)| **it == group) {
                rank.put(place, row);
            }
        }
    }
}

/// Without rows on which nobody stands.
fn closed_up(many: usize, rank: Each<i32>) -> Each<i32> {
    let mut rows: Vec<i32> = rank.all().map(|(_, it)| *it).collect();
    rows.sort_unstable();
    rows.dedup();
    let mut closed = Each::of(many);
    for (place, row) in rank.all() {
        let at = rows.iter().position(|it| it == row).and_then(|it| i32::try_from(it).ok());
        closed.put(place, at.unwrap_or_default());
    }
    closed
}
