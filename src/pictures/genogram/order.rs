//! Who stands beside whom in a generation: couples together, the eldest child first, homes together, few lines crossing.
//!
//! It begins with a walk down the family and then tries every small move, taking those that make the picture plainer,
//! until none does. The same family gives the same order.

use super::each::Each;
use super::family::Family;
use super::lines::{Net, NetKind, Source};
use super::members::{CoupleKind, Move, Nudge, Symbol};

/// Each generation from left to right.
pub(super) type Rows = Vec<Vec<usize>>;

/// More passes than any family of a sensible size needs.
const PASSES: usize = 30;
/// How many people are moved together.
const LONGEST: usize = 6;

pub(super) fn rows(family: &Family, rank: &Each<i32>, nets: &[Net], nudges: &[Nudge]) -> Rows {
    let mut rows = walked(family, rank, nets);
    let cost = Cost { family, nets, rank };
    let mut least = cost.of(&rows);
    for _ in 0..PASSES {
        let before = least;
        for row in 0..rows.len() {
            improve(&cost, &mut rows, row, &mut least);
        }
        if least == before {
            break;
        }
    }
    for nudge in nudges {
        nudged(family, &mut rows, nudge);
    }
    rows
}

fn nudged(family: &Family, rows: &mut Rows, nudge: &Nudge) {
    for row in rows {
        let at = row.iter().position(|it| family.people.get(*it).is_some_and(|who| who.key == nudge.key));
        let Some(at) = at else { continue };
        let beside = match nudge.towards {
            Move::Left => at.checked_sub(1),
            Move::Right => (at + 1 < row.len()).then_some(at + 1),
            Move::Up | Move::Down => None,
        };
        if let Some(beside) = beside {
            row.swap(at, beside);
        }
    }
}

/// Down the family: everybody, then their partners, then the children they have.
fn walked(family: &Family, rank: &Each<i32>, nets: &[Net]) -> Rows {
    let many =
        usize::try_from(rank.all().map(|(_, it)| it + 1).max().unwrap_or_default()).unwrap_or_default();
    let mut rows: Rows = vec![Vec::new(); many];
    let mut placed: Each<bool> = Each::of(family.people.len());
    let mut tops: Vec<usize> = (0..family.people.len()).collect();
    tops.sort_by_key(|it| (rank.at(*it), *it));
    for top in tops {
        walk(family, rank, nets, top, &mut placed, &mut rows);
    }
    rows
}

fn walk(
    family: &Family,
    rank: &Each<i32>,
    nets: &[Net],
    from: usize,
    placed: &mut Each<bool>,
    rows: &mut Rows,
) {
    let mut ahead = vec![from];
    while let Some(person) = ahead.pop() {
        if placed.at(person) {
            continue;
        }
        placed.put(person, true);
        let row = usize::try_from(rank.at(person)).unwrap_or_default();
        if let Some(row) = rows.get_mut(row) {
            row.push(person);
        }
        let partner = |it: &super::family::Pair| match () {
            () if it.one == person => Some(it.other),
            () if it.other == person => Some(it.one),
            () => None,
        };
        let children = nets.iter().filter(|net| match net.source {
            Source::Couple(couple) => family.couples.get(couple).is_some_and(|it| partner(it).is_some()),
            Source::One(one) => one == person,
            Source::Nobody => false,
        });
        let children = children.filter(|net| matches!(net.kind, NetKind::Descent | NetKind::Fostered));
        let mut next: Vec<usize> = family.couples.iter().filter_map(partner).collect();
        next.extend(children.flat_map(|net| net.to.iter().map(|(it, _)| *it)));
        // What is put last is taken first.
        ahead.extend(next.into_iter().rev());
    }
}

/// Every place in one row for everybody, and for those beside each other together.
fn improve(cost: &Cost<'_>, rows: &mut Rows, row: usize, least: &mut i64) {
    let many = rows.get(row).map_or(0, Vec::len);
    for length in 1..=LONGEST.min(many) {
        for from in 0..=many - length {
            for to in 0..=many - length {
                for turned in [false, true] {
                    if (from == to && !turned) || (length == 1 && turned) {
                        continue;
                    }
                    let Some(now) = rows.get(row).cloned() else { return };
                    let tried = carried(&now, from, length, to, turned);
                    if let Some(it) = rows.get_mut(row) {
                        *it = tried;
                    }
                    let costs = cost.of(rows);
                    if costs < *least {
                        *least = costs;
                    } else if let Some(it) = rows.get_mut(row) {
                        *it = now;
                    }
                }
            }
        }
    }
}

fn carried(row: &[usize], from: usize, length: usize, to: usize, turned: bool) -> Vec<usize> {
    let (mut block, mut rest) = (Vec::new(), Vec::new());
    for (at, person) in row.iter().enumerate() {
        if (from..from + length).contains(&at) { block.push(*person) } else { rest.push(*person) }
    }
    if turned {
        block.reverse();
    }
    let after = rest.split_off(to.min(rest.len()));
    rest.into_iter().chain(block).chain(after).collect()
}

struct Cost<'a> {
    family: &'a Family,
    nets: &'a [Net],
    rank: &'a Each<i32>,
}

impl Cost<'_> {
    fn of(&self, rows: &Rows) -> i64 {
        let mut place: Each<i64> = Each::of(self.family.people.len());
        for row in rows {
            for (at, person) in (0..).zip(row) {
                place.put(*person, at);
            }
        }
        self.couples(&place) + self.children(&place) + self.crossings(&place) + self.homes(&place)
    }

    fn couples(&self, place: &Each<i64>) -> i64 {
        let of = |couple: &super::family::Pair| {
            if self.rank.at(couple.one) != self.rank.at(couple.other) {
                return 0;
            }
            let between = (place.at(couple.one) - place.at(couple.other)).abs() - 1;
            let symbol = |it: usize| self.family.people.get(it).map(|it| it.symbol);
            let (left, right) = match place.at(couple.one) < place.at(couple.other) {
                true => (couple.one, couple.other),
                false => (couple.other, couple.one),
            };
            let turned = symbol(left) == Some(Symbol::Circle) && symbol(right) == Some(Symbol::Square);
            let weight = match couple.kind {
                CoupleKind::Married | CoupleKind::Together => 60,
                CoupleKind::Separated | CoupleKind::Divorced | CoupleKind::NotSaid => 50,
            };
            between * weight + i64::from(turned)
        };
        self.family.couples.iter().map(of).sum()
    }

    fn children(&self, place: &Each<i64>) -> i64 {
        let of = |net: &Net| {
            let at: Vec<i64> = net.to.iter().map(|(it, _)| place.at(*it)).collect();
            let turned = at.iter().enumerate().map(|(first, a)| {
                i64::try_from(at.iter().skip(first + 1).filter(|b| *b < a).count()).unwrap_or_default()
            });
            let weight = match net.kind {
                NetKind::Descent | NetKind::Fostered | NetKind::Siblings => 12,
                NetKind::Carer | NetKind::HalfSiblings | NetKind::Said => 2,
            };
            weight * holes(&at) + 3 * turned.sum::<i64>()
        };
        let twins = self.family.twins.iter().map(|twins| {
            let at: Vec<i64> = twins.iter().map(|it| place.at(*it)).collect();
            40 * holes(&at)
        });
        self.nets.iter().map(of).sum::<i64>() + twins.sum::<i64>()
    }

    /// Lines down to the next row that would cross, each counted from the middle of where it begins.
    fn crossings(&self, place: &Each<i64>) -> i64 {
        let mut down: Vec<(i32, i64, i64, usize)> = Vec::new();
        for (number, net) in self.nets.iter().enumerate() {
            let (row, middle) = match net.source {
                Source::Couple(couple) => {
                    let Some(it) = self.family.couples.get(couple) else { continue };
                    (self.rank.at(it.one), place.at(it.one) + place.at(it.other))
                }
                Source::One(person) => (self.rank.at(person), 2 * place.at(person)),
                Source::Nobody => continue,
            };
            for (to, _) in net.to.iter().filter(|(to, _)| self.rank.at(*to) > row) {
                down.push((row, middle, place.at(*to), number));
            }
        }
        let crossing = |at: usize, (row, from, to, net): &(i32, i64, i64, usize)| {
            let others = down.iter().skip(at + 1).filter(|it| it.0 == *row && it.3 != *net);
            i64::try_from(
                others.filter(|it| (it.1 < *from) != (it.2 < *to) && it.1 != *from && it.2 != *to).count(),
            )
            .unwrap_or_default()
        };
        9 * down.iter().enumerate().map(|(at, it)| crossing(at, it)).sum::<i64>()
    }

    /// Somebody else between those who live together.
    fn homes(&self, place: &Each<i64>) -> i64 {
        let of = |people: &Vec<usize>| {
            let mut rows: std::collections::BTreeMap<i32, Vec<i64>> = std::collections::BTreeMap::new();
            for person in people {
                rows.entry(self.rank.at(*person)).or_default().push(place.at(*person));
            }
            rows.values().map(|at| 8 * holes(at)).sum::<i64>()
        };
        self.family.homes.iter().map(|(_, people)| of(people)).sum()
    }
}

/// How many others stand between these places.
fn holes(at: &[i64]) -> i64 {
    let (Some(first), Some(last)) = (at.iter().min(), at.iter().max()) else { return 0 };
    last - first + 1 - i64::try_from(at.len()).unwrap_or_default()
}
