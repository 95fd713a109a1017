//! Where upright lines stand in the gaps of a row, and how far down the lines between two generations run, so that no
//! two of them ever run over each other.

use std::collections::BTreeMap;

use super::each::Each;
use super::place::{GRID, beside};
use super::route::{Lane, Part, Route, Routes, Start};

/// Between somebody's words and the nearest upright line.
pub(super) const MARGIN: i32 = 16;
/// Between two lines that run along the space between generations.
pub(super) const APART: i32 = 10;

/// How wide a gap must be for the upright lines in it.
pub(super) fn gap(lanes: &[Lane], row: usize, gap: usize, least: i32) -> i32 {
    let many = |part: Part| {
        let here = lanes.iter().filter(|it| it.row == row && it.gap == gap && it.part == part);
        i32::try_from(here.count()).unwrap_or_default()
    };
    let (left, middle, right) = (many(Part::Left), many(Part::Middle), many(Part::Right));
    if left + middle + right == 0 {
        return least;
    }
    // The middle ones stay in the middle, however many stand on either side.
    least.max(2 * MARGIN + GRID * (2 * left.max(right) + middle + 1))
}

/// How far right each upright line stands. `edges` are the ends of a gap, where there is anybody at that end.
pub(super) fn uprights(
    lanes: &[Lane],
    edges: impl Fn(usize, usize) -> (Option<i32>, Option<i32>),
) -> Each<i32> {
    let mut at: Each<i32> = Each::of(lanes.len());
    let mut taken: BTreeMap<(usize, usize, u8), i32> = BTreeMap::new();
    for (number, lane) in lanes.iter().enumerate() {
        let (left, right) = edges(lane.row, lane.gap);
        let part = match (left, right) {
            // Outside everybody there is room without end on one side.
            (Some(_), None) => Part::Left,
            (None, _) => Part::Right,
            (Some(_), Some(_)) => lane.part,
        };
        let nth = taken.entry((lane.row, lane.gap, part as u8)).or_default();
        let x = match part {
            Part::Left => left.unwrap_or_default() + MARGIN + GRID * *nth,
            Part::Right => right.unwrap_or_default() - MARGIN - GRID * *nth,
            Part::Middle => {
                let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
                let side = if *nth % 2 == 0 { -(*nth / 2) } else { *nth / 2 + 1 };
                left + (right - left).div_euclid(2 * GRID) * GRID + GRID * side
            }
        };
        *nth += 1;
        at.put(number, on_grid(x, lane.row));
    }
    at
}

/// The nearest place to the left where the upright lines of a row may stand.
pub(super) fn on_grid(x: i32, row: usize) -> i32 {
    (x - beside(row)).div_euclid(GRID) * GRID + beside(row)
}

/// A line along the space above a row: its ends, and which of its branches come from above and which from below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub route: usize,
    pub above: Vec<i32>,
    pub below: Vec<i32>,
    /// It hangs below the line of this route.
    pub under: Option<usize>,
    pub lane: i32,
}

impl Bar {
    pub(super) fn ends(&self) -> (i32, i32) {
        let all = || self.above.iter().chain(&self.below).copied();
        (all().min().unwrap_or_default(), all().max().unwrap_or_default())
    }

    fn meets(&self, other: &Self) -> bool {
        let ((from, to), (other_from, other_to)) = (self.ends(), other.ends());
        from < other_to + GRID && other_from < to + GRID
    }

    /// How often lines cross when this one runs above the other.
    fn crossings_above(&self, other: &Self) -> usize {
        let within = |at: &[i32], bar: &Self| {
            let (from, to) = bar.ends();
            at.iter().filter(|it| (from..=to).contains(it)).count()
        };
        within(&self.below, other) + within(&other.above, self)
    }
}

/// The lines of each space, the space above the first row being 0.
pub(super) fn bars(
    routes: &Routes,
    x: &Each<i32>,
    top: impl Fn(usize, usize) -> i32,
    rows: &Each<i32>,
) -> BTreeMap<usize, Vec<Bar>> {
    let mut spaces: BTreeMap<usize, Vec<Bar>> = BTreeMap::new();
    for (number, route) in routes.routes.iter().enumerate() {
        for (space, bar) in of_route(routes, number, route, x, &top, rows) {
            spaces.entry(space).or_default().push(bar);
        }
    }
    for bars in spaces.values_mut() {
        in_order(bars);
        let mut laid: Vec<Bar> = Vec::new();
        for mut bar in std::mem::take(bars) {
            let below = laid.iter().filter(|it| it.meets(&bar)).map(|it| it.lane + 1).max();
            bar.lane = below.unwrap_or_default();
            laid.push(bar);
        }
        *bars = laid;
    }
    spaces
}

/// Where the line comes down from a couple who do not stand beside each other: by the one corner or the other.
pub(super) fn under(routes: &Routes, number: usize, of: usize, x: &Each<i32>) -> i32 {
    let first = routes.routes.iter().position(|it| it.starts.contains(&Start::Under { route: of }));
    let starts = routes.routes.get(of).map(|it| it.starts.clone()).unwrap_or_default();
    let start = if first == Some(number) { starts.first() } else { starts.last() };
    match start {
        Some(Start::Side { lane, .. } | Start::Joint { lane }) => x.at(*lane),
        Some(Start::Under { .. }) | None => 0,
    }
}

fn of_route(
    routes: &Routes,
    number: usize,
    route: &Route,
    x: &Each<i32>,
    top: &impl Fn(usize, usize) -> i32,
    rows: &Each<i32>,
) -> BTreeMap<usize, Bar> {
    let mut spaces: BTreeMap<usize, Bar> = BTreeMap::new();
    let empty = || Bar { route: number, above: Vec::new(), below: Vec::new(), under: None, lane: 0 };
    let first = if route.up { route.row } else { route.row + 1 };
    for start in &route.starts {
        let bar = spaces.entry(first).or_insert_with(empty);
        match start {
            Start::Side { lane, .. } if route.up => bar.below.push(x.at(*lane)),
            Start::Side { lane, .. } | Start::Joint { lane } => bar.above.push(x.at(*lane)),
            Start::Under { route: of } => {
                bar.above.push(under(routes, number, *of, x));
                bar.under = Some(*of);
            }
        }
    }
    for (row, lane) in &route.passes {
        spaces.entry(*row).or_insert_with(empty).below.push(x.at(*lane));
        spaces.entry(row + 1).or_insert_with(empty).above.push(x.at(*lane));
    }
    for (place, end) in route.ends.iter().enumerate() {
        let row = usize::try_from(rows.at(end.person)).unwrap_or_default();
        let at = end.twins.map_or_else(|| top(number, place), |lane| x.at(lane));
        spaces.entry(row).or_insert_with(empty).below.push(at);
    }
    spaces
}

/// The order downwards in which fewest lines cross; what hangs below another stays below it.
fn in_order(bars: &mut [Bar]) {
    bars.sort_by_key(|it| (it.under.is_some(), it.ends(), it.route));
    for _ in 0..bars.len() * bars.len() {
        let turned = bars.windows(2).position(|two| match two {
            [upper, lower] => {
                lower.under != Some(upper.route)
                    && upper.meets(lower)
                    && lower.crossings_above(upper) < upper.crossings_above(lower)
            }
            _ => false,
        });
        let Some(at) = turned else { return };
        bars.swap(at, at + 1);
    }
}
