//! Everything at its place: people, and the lines between them.

use std::collections::BTreeMap;

use super::each::Each;
use super::family::Family;
use super::label::{Label, labels};
use super::lanes::{APART, Bar, MARGIN, bars, gap, on_grid, under, uprights};
use super::lines::{Net, nets, slashes};
use super::members::{Nudge, Symbol};
use super::order::{Rows, rows};
use super::place::{GRID, Room, placed};
use super::rank::ranks;
use super::route::{Part, Route, Router, Routes, Said, Start};
use crate::pictures::scene::{Dash, Frame, Ink, Point, Stroke};

/// Half of a symbol's side.
pub(super) const HALF: i32 = 22;
/// Between two people who are no couple, and between two who are.
const GAP: i32 = 32;
const COUPLE_GAP: i32 = 48;
/// Above and below the lines between two generations.
const AIR: i32 = 18;
const LEAST_SPACE: i32 = 46;
/// In which those of one birth come down together.
const TWINS: i32 = 24;
/// For the name of a home at the foot of its row.
pub(super) const HOME_LINE: i32 = 22;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub through: Vec<Point>,
    pub stroke: Stroke,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub rows: Rows,
    pub rank: Each<i32>,
    pub nets: Vec<Net>,
    pub said: Vec<Said>,
    pub labels: Each<Label>,
    /// The middle of everybody's symbol.
    pub middles: Each<Point>,
    pub halves: Each<i32>,
    pub lines: Vec<Line>,
    /// The top and the foot of each row.
    pub bands: Vec<(i32, i32)>,
}

impl Layout {
    /// The room of somebody's symbol and words.
    pub(super) fn frame(&self, person: usize) -> Frame {
        let Point { x, y } = self.middles.at(person);
        let half = self.halves.at(person);
        let height = 2 * HALF + self.labels.at(person).height();
        Frame { x: x - half, y: y - HALF, width: 2 * half, height }
    }

    pub(super) fn row_of(&self, person: usize) -> usize {
        usize::try_from(self.rank.at(person)).unwrap_or_default()
    }
}

/// `at_home` says in words with whom somebody lives, where no outline does.
pub(super) fn laid(family: &Family, nudges: &[Nudge], at_home: &Each<Vec<String>>) -> Layout {
    let rank = ranks(family, nudges);
    let nets = nets(family, &rank);
    let rows = rows(family, &rank, &nets, nudges);
    let mut said: Vec<Said> = Vec::new();
    // What finds no room is said in words; words need room, so everything is laid out once more.
    loop {
        let labels = labels(family, &nets, &said, at_home);
        let layout = with_labels(family, &rank, &nets, &rows, labels);
        let before = said.len();
        for it in &layout.said {
            if !said.contains(it) {
                said.push(*it);
            }
        }
        if said.len() == before {
            return layout;
        }
    }
}

fn with_labels(family: &Family, rank: &Each<i32>, nets: &[Net], rows: &Rows, labels: Each<Label>) -> Layout {
    let mut half = Each::of(family.people.len());
    for (person, label) in labels.all() {
        half.put(person, (label.width() / 2 + GRID).div_euclid(GRID) * GRID);
    }
    let least = |row: &Vec<usize>| {
        let gap = |two: &[usize]| match two {
            [one, other] if family.couple(*one, *other).is_some() => COUPLE_GAP,
            _ => GAP,
        };
        row.windows(2).map(gap).collect::<Vec<i32>>()
    };
    let mut room = Room { half, gaps: rows.iter().map(least).collect(), beside: BTreeMap::new() };
    let about = placed(family, rows, &room, nets);
    let routes = Router { family, rows, rank, about: &about }.routes(nets);
    for (row, gaps) in room.gaps.iter_mut().enumerate() {
        for (number, it) in gaps.iter_mut().enumerate() {
            *it = gap(&routes.lanes, row, number + 1, *it);
        }
    }
    room.beside = beside(&routes, &room);
    let middle = placed(family, rows, &room, nets);
    let mut drawing = Drawing::new(family, rank, rows, &room, &routes, &middle, &labels);
    drawing.draw();
    let Drawing { lines, bands, middles, .. } = drawing;
    Layout {
        rows: rows.clone(),
        rank: rank.clone(),
        nets: nets.to_vec(),
        said: routes.said.clone(),
        labels,
        middles,
        halves: room.half,
        lines,
        bands,
    }
}

/// How far beside the middle of one parent each line goes down.
fn beside(routes: &Routes, room: &Room) -> BTreeMap<usize, i32> {
    let of = |route: &Route| {
        let [Start::Side { person, lane, .. }] = route.starts.as_slice() else { return None };
        let at = routes.lanes.get(*lane)?;
        let before = routes.lanes.iter().take(*lane).filter(|it| *it == at).count();
        let away = room.half.at(*person) + MARGIN + GRID * i32::try_from(before).unwrap_or_default();
        Some((route.net?, if at.part == Part::Left { away } else { -away }))
    };
    routes.routes.iter().filter_map(of).collect()
}

struct Drawing<'a> {
    family: &'a Family,
    rank: &'a Each<i32>,
    routes: &'a Routes,
    middle: &'a Each<i32>,
    /// How far right each upright line stands.
    x: Each<i32>,
    /// Where each branch comes into a symbol, by its route and its place there.
    tops: BTreeMap<(usize, usize), i32>,
    spaces: BTreeMap<usize, Vec<Bar>>,
    /// The line of each route in each space.
    bar_y: BTreeMap<(usize, usize), i32>,
    bands: Vec<(i32, i32)>,
    middles: Each<Point>,
    lines: Vec<Line>,
}

impl<'a> Drawing<'a> {
    fn new(
        family: &'a Family,
        rank: &'a Each<i32>,
        rows: &'a Rows,
        room: &'a Room,
        routes: &'a Routes,
        middle: &'a Each<i32>,
        labels: &'a Each<Label>,
    ) -> Self {
        let edges = |row: usize, gap: usize| {
            let row = rows.get(row);
            let person = |at: Option<usize>| at.and_then(|at| row?.get(at)).copied();
            let left = person(gap.checked_sub(1)).map(|it| middle.at(it) + room.half.at(it));
            (left, person(Some(gap)).map(|it| middle.at(it) - room.half.at(it)))
        };
        let mut drawing = Self {
            family,
            rank,
            routes,
            middle,
            x: uprights(&routes.lanes, edges),
            tops: BTreeMap::new(),
            spaces: BTreeMap::new(),
            bar_y: BTreeMap::new(),
            bands: Vec::new(),
            middles: Each::of(family.people.len()),
            lines: Vec::new(),
        };
        for (person, _) in family.people.iter().enumerate() {
            drawing.middles.put(person, Point { x: middle.at(person), y: 0 });
        }
        drawing.come_down();
        let tops = drawing.tops.clone();
        let top = |route: usize, end: usize| tops.get(&(route, end)).copied().unwrap_or_default();
        drawing.spaces = bars(routes, &drawing.x, top, rank);
        drawing.downwards(rows, labels);
        drawing
    }

    /// Where branches come into symbols. Somebody who is alone at the end of a line stands straight below it.
    fn come_down(&mut self) {
        for (number, route) in self.routes.routes.iter().enumerate() {
            for (place, end) in route.ends.iter().enumerate() {
                let row = self.row(end.person);
                let on_row = route.ends.iter().filter(|it| self.row(it.person) == row).count();
                let mut x = on_grid(self.middle.at(end.person), row) + end.port;
                let above =
                    route.passes.iter().find(|(at, _)| *at + 1 == row).map(|(_, lane)| self.x.at(*lane));
                let above = above.or_else(|| match route.starts.as_slice() {
                    [Start::Side { lane, .. } | Start::Joint { lane }]
                        if !route.up && route.row + 1 == row =>
                    {
                        Some(self.x.at(*lane))
                    }
                    _ => None,
                });
                if let Some(above) =
                    above.filter(|it| on_row == 1 && end.port == 0 && (it - x).abs() <= GRID / 2)
                {
                    x = above;
                    self.middles.change(end.person, |it| it.x = above);
                }
                self.tops.insert((number, place), x);
            }
        }
    }

    fn row(&self, person: usize) -> usize {
        usize::try_from(self.rank.at(person)).unwrap_or_default()
    }

    fn symbol(&self, person: usize) -> Symbol {
        self.family.people.get(person).map_or(Symbol::Square, |it| it.symbol)
    }

    /// How far down rows and the lines between them are.
    fn downwards(&mut self, rows: &Rows, labels: &Each<Label>) {
        let mut y = 0;
        for (row, people) in rows.iter().enumerate() {
            let twins = self.routes.routes.iter().flat_map(|it| &it.ends);
            let twins = twins.filter(|it| it.twins.is_some() && self.row(it.person) == row).count();
            y = self.space(row, y) + if twins > 0 { TWINS } else { 0 };
            let lowest = people.iter().map(|it| labels.at(*it).height()).max().unwrap_or_default();
            for person in people {
                self.middles.change(*person, |it| it.y = y + HALF);
            }
            let homes =
                self.family.homes.iter().filter(|(_, all)| {
                    all.len() > 1 && all.iter().map(|it| self.row(*it)).max() == Some(row)
                });
            let foot = y + 2 * HALF + lowest + if homes.count() > 0 { HOME_LINE } else { 4 };
            self.bands.push((y, foot));
            y = foot + 4;
        }
        self.space(rows.len(), y);
    }

    /// The lines of the space above a row, from this far down; where it ends.
    fn space(&mut self, row: usize, y: i32) -> i32 {
        let bars = self.spaces.get(&row).cloned().unwrap_or_default();
        let many = bars.iter().map(|it| it.lane).max();
        if row == 0 && many.is_none() {
            return y;
        }
        let lines = many.unwrap_or_default() * APART;
        let height = (lines + 2 * AIR).max(if row == 0 { 0 } else { LEAST_SPACE });
        for bar in &bars {
            self.bar_y.insert((bar.route, row), y + (height - lines) / 2 + bar.lane * APART);
        }
        y + height
    }

    fn line(&mut self, through: Vec<Point>, stroke: Stroke) {
        self.lines.push(Line { through, stroke });
    }

    fn bar(&self, route: usize, space: usize) -> i32 {
        self.bar_y.get(&(route, space)).copied().unwrap_or_default()
    }

    fn draw(&mut self) {
        for number in &self.routes.beside {
            let Some(couple) = self.family.couples.get(*number) else { continue };
            let mut both = [self.middles.at(couple.one), self.middles.at(couple.other)];
            both.sort();
            let [left, right] = both;
            self.line(vec![left, right], super::lines::couple_stroke(couple.kind));
            self.slash(Point { x: left.x + HALF + 12, y: left.y }, slashes(couple.kind));
        }
        for number in 0..self.routes.routes.len() {
            self.route(number);
        }
    }

    /// Strokes across the line of a couple who parted.
    fn slash(&mut self, at: Point, many: usize) {
        let first = at.x - if many == 2 { 4 } else { 0 };
        for x in [first, first + 8].into_iter().take(many) {
            let through = vec![Point { x: x - 5, y: at.y + 9 }, Point { x: x + 5, y: at.y - 9 }];
            self.line(through, Stroke { width: 2, dash: Dash::Whole, ink: Ink::Black });
        }
    }

    fn route(&mut self, number: usize) {
        let Some(route) = self.routes.routes.get(number) else { return };
        let stroke = route.stroke;
        let first = if route.up { route.row } else { route.row + 1 };
        let bar = self.bar(number, first);
        for start in &route.starts {
            match start {
                Start::Side { person, below, lane } => {
                    let from = self.middles.at(*person);
                    let (x, y) = (self.x.at(*lane), from.y + below);
                    let through = vec![Point { x: from.x, y }, Point { x, y }, Point { x, y: bar }];
                    self.line(through, stroke);
                }
                Start::Joint { lane } => {
                    let y = self.bands.get(route.row).map_or(0, |it| it.0 + HALF);
                    let x = self.x.at(*lane);
                    self.line(vec![Point { x, y }, Point { x, y: bar }], stroke);
                }
                Start::Under { route: of } => {
                    let x = under(self.routes, number, *of, &self.x);
                    let y = self.bar(*of, first);
                    self.line(vec![Point { x, y }, Point { x, y: bar }], stroke);
                }
            }
        }
        if let (Some(couple), Some(Start::Side { person, below, lane })) =
            (route.couple, route.starts.first())
        {
            let from = self.middles.at(*person);
            let away = if self.x.at(*lane) > from.x { HALF + 12 } else { -HALF - 12 };
            let many = self.family.couples.get(couple).map_or(0, |it| slashes(it.kind));
            self.slash(Point { x: from.x + away, y: from.y + below }, many);
        }
        let along: Vec<(i32, i32, usize)> = self
            .spaces
            .iter()
            .flat_map(|(space, bars)| {
                bars.iter().filter(|it| it.route == number).map(move |it| (it.ends(), *space))
            })
            .map(|((from, to), space)| (from, to, space))
            .collect();
        for (from, to, space) in along {
            let y = self.bar(number, space);
            if from < to {
                let reach = stroke.width / 2;
                self.line(vec![Point { x: from - reach, y }, Point { x: to + reach, y }], stroke);
            }
        }
        for (row, lane) in &route.passes {
            let x = self.x.at(*lane);
            let (from, to) = (self.bar(number, *row), self.bar(number, row + 1));
            self.line(vec![Point { x, y: from }, Point { x, y: to }], stroke);
        }
        self.ends(number);
    }

    fn ends(&mut self, number: usize) {
        let Some(route) = self.routes.routes.get(number) else { return };
        let mut joined: Vec<usize> = Vec::new();
        for (place, end) in route.ends.iter().enumerate() {
            let row = self.row(end.person);
            let stroke = Stroke { dash: end.dash, ..route.stroke };
            let bar = self.bar(number, row);
            let x = self.tops.get(&(number, place)).copied().unwrap_or_default();
            let symbol = self.middles.at(end.person);
            // Beside its point a triangle begins further down.
            let low = x != symbol.x && self.symbol(end.person) == Symbol::Triangle;
            let foot = Point { x, y: symbol.y + if low { HALF - 4 } else { 0 } };
            let Some(lane) = end.twins else {
                self.line(vec![Point { x, y: bar }, foot], stroke);
                continue;
            };
            let from = Point { x: self.x.at(lane), y: symbol.y - HALF - TWINS };
            if !joined.contains(&lane) {
                joined.push(lane);
                self.line(vec![Point { x: from.x, y: bar }, from], route.stroke);
            }
            self.line(vec![from, Point { x, y: symbol.y - HALF }, foot], stroke);
        }
    }
}
