//! Where lines run: out of the side of a symbol into the gap beside it, down or up that gap, along the space between two
//! generations, and into the top of a symbol. So none ever runs through anybody, however the family is made up.

use std::collections::BTreeMap;

use super::each::Each;
use super::family::Family;
use super::lines::{Net, NetKind, Source, couple_stroke};
use super::order::Rows;
use crate::pictures::scene::{Dash, Stroke};

/// Which part of a gap a line takes: beside the one on the left, in the middle, or beside the one on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Left,
    Middle,
    Right,
}

/// An upright line in a gap of a row; gap 0 is before the first person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lane {
    pub row: usize,
    pub gap: usize,
    pub part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// From the side of somebody's symbol, so far below its middle.
    Side { person: usize, below: i32, lane: usize },
    /// From the straight line between a couple.
    Joint { lane: usize },
    /// From the line beneath a couple who do not stand beside each other.
    Under { route: usize },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub person: usize,
    pub dash: Dash,
    /// How far beside the middle of their symbol; nothing when it may be moved to stand straight below its line.
    pub port: i32,
    /// Those of one birth come down together.
    pub twins: Option<usize>,
}

/// One line with all its branches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    pub stroke: Stroke,
    /// The row that it begins in, and whether it goes up from there.
    pub row: usize,
    pub up: bool,
    pub starts: Vec<Start>,
    pub ends: Vec<End>,
    /// Through the gaps of rows between: the row, and the lane.
    pub passes: Vec<(usize, usize)>,
    /// The couple, where it is the line between one; what else it is a line of.
    pub couple: Option<usize>,
    pub net: Option<usize>,
}

/// Everything but how far right and how far down.
#[derive(Debug, Default)]
pub(super) struct Routes {
    pub lanes: Vec<Lane>,
    pub routes: Vec<Route>,
    /// Couples who stand beside each other.
    pub beside: Vec<usize>,
    /// Lines for which a symbol has no room: they are said in words.
    pub said: Vec<Said>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Net(usize),
    Couple(usize),
}

/// How far beside the middle lines come into the top of a symbol, the first of them in the middle.
const TOPS: [i32; 5] = [0, -8, 8, -16, 16];
/// How far below or above its middle lines leave the side of a symbol.
const SIDES: [i32; 3] = [0, 10, 18];

pub(super) struct Router<'a> {
    pub family: &'a Family,
    pub rows: &'a Rows,
    pub rank: &'a Each<i32>,
    /// Where everybody would stand, if there were no lines.
    pub about: &'a Each<i32>,
}

impl Router<'_> {
    pub(super) fn routes(&self, nets: &[Net]) -> Routes {
        let mut found = Found { all: Routes::default(), tops: BTreeMap::new(), sides: BTreeMap::new() };
        let mut under: BTreeMap<usize, usize> = BTreeMap::new();
        let mut joints: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (number, couple) in self.family.couples.iter().enumerate() {
            let stands = [couple.one, couple.other].map(|it| (self.row(it), self.place(it)));
            let [(row, one), (other_row, other)] = stands;
            if row == other_row && one.abs_diff(other) == 1 {
                found.all.beside.push(number);
                joints.insert(number, (row, one.max(other)));
                for (person, right) in [(couple.one, one < other), (couple.other, other < one)] {
                    found.sides.insert((person, right, 0), ());
                }
            }
        }
        let mut order: Vec<usize> = (0..nets.len()).collect();
        order.sort_by_key(|it| nets.get(*it).map(|net| (net.kind, *it)));
        for number in (0..self.family.couples.len()).filter(|it| !joints.contains_key(it)) {
            match self.couple(number, &mut found) {
                Some(route) => drop(under.insert(number, route)),
                None => found.all.said.push(Said::Couple(number)),
            }
        }
        for number in order {
            let Some(net) = nets.get(number) else { continue };
            if self.net(number, net, &joints, &under, &mut found).is_none() {
                found.all.said.push(Said::Net(number));
            }
        }
        found.all
    }

    fn row(&self, person: usize) -> usize {
        usize::try_from(self.rank.at(person)).unwrap_or_default()
    }

    fn place(&self, person: usize) -> usize {
        let row = self.rows.get(self.row(person));
        row.and_then(|row| row.iter().position(|it| *it == person)).unwrap_or_default()
    }

    /// The line between two who do not stand beside each other.
    fn couple(&self, number: usize, found: &mut Found) -> Option<usize> {
        let couple = self.family.couples.get(number)?;
        let (upper, lower) = match self.row(couple.one) <= self.row(couple.other) {
            true => (couple.one, couple.other),
            false => (couple.other, couple.one),
        };
        let row = self.row(upper);
        let stroke = couple_stroke(couple.kind);
        let mut route = Route {
            stroke,
            row,
            up: false,
            starts: Vec::new(),
            ends: Vec::new(),
            passes: Vec::new(),
            couple: Some(number),
            net: None,
        };
        let kept = found.kept();
        let first = self.side(upper, self.about.at(lower), false, found)?;
        if self.row(lower) == row {
            let Some(second) = self.side(lower, self.about.at(upper), false, found) else {
                found.back_to(kept);
                return None;
            };
            route.starts = vec![first, second];
        } else {
            let Some(port) = found.top(lower) else {
                found.back_to(kept);
                return None;
            };
            route.starts = vec![first];
            route.ends = vec![End { person: lower, dash: stroke.dash, port, twins: None }];
            self.pass(&mut route, found);
        }
        found.all.routes.push(route);
        Some(found.all.routes.len() - 1)
    }

    fn net(
        &self,
        number: usize,
        net: &Net,
        joints: &BTreeMap<usize, (usize, usize)>,
        under: &BTreeMap<usize, usize>,
        found: &mut Found,
    ) -> Option<()> {
        let kept = found.kept();
        let route = self.route(net, joints, under, found);
        match route {
            Some(route) => found.all.routes.push(Route { net: Some(number), ..route }),
            None => {
                found.back_to(kept);
                return None;
            }
        }
        Some(())
    }

    fn route(
        &self,
        net: &Net,
        joints: &BTreeMap<usize, (usize, usize)>,
        under: &BTreeMap<usize, usize>,
        found: &mut Found,
    ) -> Option<Route> {
        let (first, _) = net.to.first()?;
        let mut ends = Vec::new();
        for (person, dash) in &net.to {
            ends.push(End { person: *person, dash: *dash, port: found.top(*person)?, twins: None });
        }
        let middle = net.to.iter().map(|(it, _)| self.about.at(*it)).sum::<i32>()
            / i32::try_from(net.to.len()).unwrap_or(1);
        let (row, up, starts) = match net.source {
            Source::Nobody => (self.row(*first), true, Vec::new()),
            Source::One(person) => {
                let row = self.row(person);
                let up = self.row(*first) == row;
                (row, up, vec![self.side(person, middle, up, found)?])
            }
            Source::Couple(couple) => {
                let row = self.family.couples.get(couple).map(|it| self.row(it.one))?;
                let start = match (joints.get(&couple), under.get(&couple)) {
                    (Some((row, gap)), _) => {
                        Start::Joint { lane: found.lane(Lane { row: *row, gap: *gap, part: Part::Middle }) }
                    }
                    (None, Some(route)) => Start::Under { route: *route },
                    // The couple's own line found no room.
                    (None, None) => return None,
                };
                (row, false, vec![start])
            }
        };
        if matches!(net.kind, NetKind::Descent | NetKind::Fostered) {
            self.twins(&mut ends, found);
        }
        let mut route =
            Route { stroke: net.stroke, row, up, starts, ends, passes: Vec::new(), couple: None, net: None };
        self.pass(&mut route, found);
        Some(route)
    }

    /// Those of one birth who stand beside each other come down from one point.
    fn twins(&self, ends: &mut [End], found: &mut Found) {
        for twins in &self.family.twins {
            let mut places: Vec<usize> = twins.iter().map(|it| self.place(*it)).collect();
            places.sort_unstable();
            let together = places.windows(2).all(|two| matches!(two, [a, b] if a + 1 == *b));
            let rows: std::collections::BTreeSet<usize> = twins.iter().map(|it| self.row(*it)).collect();
            let here = twins.iter().all(|it| ends.iter().any(|end| end.person == *it && end.port == 0));
            let (Some(row), Some(gap), 1, true, true) =
                (rows.first(), places.get(places.len() / 2), rows.len(), together, here)
            else {
                continue;
            };
            let lane = found.lane(Lane { row: *row, gap: *gap, part: Part::Middle });
            for end in ends.iter_mut().filter(|it| twins.contains(&it.person)) {
                end.twins = Some(lane);
            }
        }
    }

    /// Out of the side of somebody's symbol: the side that is free, or else the one that is nearer.
    fn side(&self, person: usize, towards: i32, up: bool, found: &mut Found) -> Option<Start> {
        let nearer = towards >= self.about.at(person);
        let coupled = |right: bool| found.sides.contains_key(&(person, right, 0));
        let right = match (coupled(true), coupled(false)) {
            (true, false) => false,
            (false, true) => true,
            _ => nearer,
        };
        let sign = if up { -1 } else { 1 };
        let free = [right, !right].into_iter().find_map(|right| {
            let below = SIDES.into_iter().chain([-10, -18]).map(|it| it * sign);
            let below = below.into_iter().find(|it| !found.sides.contains_key(&(person, right, *it)))?;
            Some((right, below))
        });
        let (right, below) = free?;
        found.sides.insert((person, right, below), ());
        let gap = self.place(person) + usize::from(right);
        let part = if right { Part::Left } else { Part::Right };
        let lane = found.lane(Lane { row: self.row(person), gap, part });
        Some(Start::Side { person, below, lane })
    }

    /// Through the rows between, by the gap that is nearest to where the line leads.
    fn pass(&self, route: &mut Route, found: &mut Found) {
        let deepest = route.ends.iter().map(|it| self.row(it.person)).max().unwrap_or_default();
        for row in route.row + 1..deepest {
            let beyond: Vec<i32> = route
                .ends
                .iter()
                .filter(|it| self.row(it.person) > row)
                .map(|it| self.about.at(it.person))
                .collect();
            let towards = beyond.iter().sum::<i32>() / i32::try_from(beyond.len()).unwrap_or(1).max(1);
            let Some(people) = self.rows.get(row) else { continue };
            let cost = |gap: usize| {
                let before = gap.checked_sub(1).and_then(|it| people.get(it)).copied();
                let after = people.get(gap).copied();
                let at = match (before, after) {
                    (Some(before), Some(after)) => (self.about.at(before) + self.about.at(after)) / 2,
                    (Some(before), None) => self.about.at(before) + 80,
                    (None, Some(after)) => self.about.at(after) - 80,
                    (None, None) => 0,
                };
                let couple =
                    before.zip(after).is_some_and(|(one, other)| self.family.couple(one, other).is_some());
                let taken = found.all.lanes.iter().filter(|it| it.row == row && it.gap == gap).count();
                (at - towards).abs() + if couple { 200 } else { 0 } + 20 * i32::try_from(taken).unwrap_or(0)
            };
            let gap = (0..=people.len()).min_by_key(|gap| (cost(*gap), *gap)).unwrap_or_default();
            let lane = found.lane(Lane { row, gap, part: Part::Middle });
            route.passes.push((row, lane));
        }
    }
}

struct Found {
    all: Routes,
    tops: BTreeMap<usize, usize>,
    sides: BTreeMap<(usize, bool, i32), ()>,
}

/// What is taken so far, to go back to when a line finds no room.
type Kept = (usize, BTreeMap<usize, usize>, BTreeMap<(usize, bool, i32), ()>);

impl Found {
    fn kept(&self) -> Kept {
        (self.all.lanes.len(), self.tops.clone(), self.sides.clone())
    }

    fn back_to(&mut self, (lanes, tops, sides): Kept) {
        self.all.lanes.truncate(lanes);
        (self.tops, self.sides) = (tops, sides);
    }

    fn lane(&mut self, lane: Lane) -> usize {
        self.all.lanes.push(lane);
        self.all.lanes.len() - 1
    }

    /// A free place on the top of a symbol.
    fn top(&mut self, person: usize) -> Option<i32> {
        let taken = self.tops.entry(person).or_default();
        let port = TOPS.get(*taken).copied()?;
        *taken += 1;
        Some(port)
    }
}
