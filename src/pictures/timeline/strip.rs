//! One strip of a timeline: as many events as have room beside each other, over the lanes they belong to.

use chrono::{Datelike, NaiveDate};

use super::{Event, Kind};
use crate::pictures::marks::{
    LINE, MARGIN, THIN, WIDTH, at, block, line, lines, rectangle, step, strong, words,
};
use crate::pictures::scene::{Anchor, Dash, Fill, Ink, Point, Shape, Stroke};
use crate::pictures::words::{shortened, width_of};

/// The room of the lanes' names.
const NAMES: i32 = 128;
const HEAD: i32 = 48;
/// A lane without bars, and what each row of bars adds.
const LANE: i32 = 40;
const BAR: i32 = 12;
const HALF: i32 = 13;
const SMALL: i32 = 13;
const WORDS: usize = 7;

pub(super) struct Strip<'a> {
    pub lanes: &'a [String],
    pub events: &'a [Event],
    /// The number of its first event.
    pub first: usize,
    /// How many have room.
    pub places: usize,
    pub with_words: bool,
}

/// A sign without its number.
pub(super) fn sign(kind: Kind, middle: Point, half: i32) -> Shape {
    let (stroke, fill, half) = match kind {
        Kind::Life => (LINE, Fill::Of(Ink::White), half),
        Kind::Visit => (LINE, Fill::Of(Ink::Grey), half - 1),
        Kind::Work => (Stroke { ink: Ink::Blue, ..LINE }, Fill::Of(Ink::White), half + 3),
    };
    kind.mark().at(middle, half, stroke, fill)
}

/// A bar: hatched and dashed where the days are not known.
pub(super) fn bar(x: i32, y: i32, width: i32, rough: bool) -> Shape {
    let (dash, fill) = match rough {
        true => (Dash::Dashed, Fill::Hatched(Ink::Grey)),
        false => (Dash::Whole, Fill::Of(Ink::Grey)),
    };
    rectangle(x, y, width, BAR - 4, Stroke { width: 1, dash, ink: Ink::Black }, fill)
}

impl Strip<'_> {
    /// Draws it from here down; gives where the next one begins.
    pub(super) fn drawn(&self, top: i32, shapes: &mut Vec<Shape>) -> i32 {
        let rows = self.rows();
        let lanes_top = top + HEAD;
        let lane_tops: Vec<i32> = rows
            .iter()
            .scan(lanes_top, |y, bars| {
                let own = *y;
                *y += LANE + step(*bars, BAR);
                Some(own)
            })
            .collect();
        let bottom = lanes_top + rows.iter().map(|bars| LANE + step(*bars, BAR)).sum::<i32>();
        self.frame(top, &lane_tops, bottom, shapes);
        self.head(top, bottom, shapes);
        let mut end = bottom;
        for (place, event) in self.events.iter().enumerate() {
            let mut own = Vec::new();
            self.bars(place, event, &lane_tops, &mut own);
            self.signs(place, event, &lane_tops, &mut own);
            if self.with_words {
                end = end.max(self.words(place, event, bottom, &mut own));
            }
            let told = event.told(self.first + place);
            shapes.push(Shape::Group { key: event.key.clone(), told, shapes: own });
        }
        end + 24
    }

    fn slot(&self) -> i32 {
        (WIDTH - 2 * MARGIN - NAMES) / step(self.places.max(1), 1)
    }

    fn left(&self, place: usize) -> i32 {
        MARGIN + NAMES + step(place, self.slot())
    }

    fn middle(&self, place: usize) -> i32 {
        self.left(place) + self.slot() / 2
    }

    /// The last place that a bar reaches: what happened meanwhile.
    fn reach(&self, place: usize, event: &Event) -> usize {
        let later = self.events.iter().enumerate().skip(place);
        later.take_while(|(_, other)| other.from <= event.until).last().map_or(place, |(last, _)| last)
    }

    /// The row of an event's bar under the signs of a lane, from 0: below the bars that reach into it.
    fn row(&self, place: usize, lane: usize) -> usize {
        let mut ends: Vec<usize> = Vec::new();
        let mut own = 0;
        for (other, event) in self.events.iter().enumerate().take(place + 1) {
            if event.lasts() && event.lanes.contains(&lane) {
                let free = ends.iter().position(|end| *end < other);
                let reach = self.reach(other, event);
                match free.and_then(|row| ends.get_mut(row)) {
                    Some(end) => *end = reach,
                    None => ends.push(reach),
                }
                own = free.unwrap_or(ends.len() - 1);
            }
        }
        own
    }

    /// How many rows of bars each lane has.
    fn rows(&self) -> Vec<usize> {
        let of = |lane| {
            let bars = self.events.iter().enumerate();
            let bars = bars.filter(|(_, event)| event.lasts() && event.lanes.contains(&lane));
            bars.map(|(place, _)| self.row(place, lane) + 1).max().unwrap_or(0)
        };
        (0..self.lanes.len()).map(of).collect()
    }

    /// The lanes with their names.
    fn frame(&self, top: i32, lane_tops: &[i32], bottom: i32, shapes: &mut Vec<Shape>) {
        let (left, right) = (MARGIN, self.left(self.places));
        let bands = lane_tops.iter().chain([&bottom]);
        shapes.extend(bands.map(|y| line(at(left, *y), at(right, *y), THIN)));
        shapes.push(line(at(left + NAMES, top), at(left + NAMES, bottom), THIN));
        for (name, y) in self.lanes.iter().zip(lane_tops) {
            let named = lines(name, 14, NAMES - 12, 2);
            let y = if named.len() > 1 { y + 17 } else { y + 25 };
            shapes.extend(block(at(left + 4, y), named, 14, Anchor::Start));
        }
    }

    /// Years and months over the places that share them.
    fn head(&self, top: i32, bottom: i32, shapes: &mut Vec<Shape>) {
        let year = |event: &Event| event.from.year().to_string();
        let month = |event: &Event| match event.has_month {
            true => format!("{} {}", short_month(event.from), year(event)),
            false => year(event),
        };
        for (from, many, label) in runs(self.events, year) {
            let (x, room) = (self.left(from), step(many, self.slot()));
            shapes.push(line(at(x, top), at(x, bottom), THIN));
            shapes.push(strong(at(x + 3, top + 16), shortened(&label, 14, room - 3), 14, Anchor::Start));
        }
        for (from, many, label) in runs(self.events, month) {
            let name = label.split_once(' ').map(|(month, _)| month).unwrap_or_default();
            let (x, room) = (self.left(from), step(many, self.slot()));
            shapes.push(line(at(x, top + 24), at(x, bottom), Stroke { dash: Dash::Dotted, ..THIN }));
            if !name.is_empty() && width_of(name, SMALL) <= room - 4 {
                shapes.push(words(at(x + 4, top + 40), name, SMALL, Anchor::Start));
            }
        }
    }

    fn bars(&self, place: usize, event: &Event, lane_tops: &[i32], own: &mut Vec<Shape>) {
        if !event.lasts() {
            return;
        }
        let right = self.left(self.reach(place, event) + 1) - 4;
        for (lane, top) in lane_tops.iter().enumerate().filter(|(lane, _)| event.lanes.contains(lane)) {
            let y = top + LANE - 2 + step(self.row(place, lane), BAR);
            let x = self.middle(place);
            own.push(line(at(x, top + LANE / 2), at(x, y), LINE));
            own.push(bar(x - 1, y, right - x, event.rough));
        }
    }

    /// Its sign in each of its lanes, joined by a line where there are several.
    fn signs(&self, place: usize, event: &Event, lane_tops: &[i32], own: &mut Vec<Shape>) {
        let x = self.middle(place);
        let middles: Vec<i32> = lane_tops
            .iter()
            .enumerate()
            .filter(|(lane, _)| event.lanes.contains(lane))
            .map(|(_, top)| top + LANE / 2)
            .collect();
        if let [first, .., last] = middles.as_slice() {
            own.push(line(at(x, *first), at(x, *last), LINE));
        }
        let number = (self.first + place).to_string();
        for y in middles {
            own.push(sign(event.kind, at(x, y), HALF));
            own.push(strong(at(x, y + 4), number.clone(), 12, Anchor::Middle));
        }
    }

    /// When, and what; gives where the words end.
    fn words(&self, place: usize, event: &Event, bottom: i32, own: &mut Vec<Shape>) -> i32 {
        let (x, room) = (self.left(place) + 4, self.slot() - 10);
        let when = lines(&format!("{}. {}", self.first + place, event.when), SMALL, room, 3);
        let what = lines(&event.what, SMALL, room, WORDS - when.len().min(WORDS - 1));
        let mut y = bottom + 18;
        for line in when {
            own.push(strong(at(x, y), line, SMALL, Anchor::Start));
            y += SMALL + 4;
        }
        let end = y + step(what.len(), SMALL + 4);
        own.extend(block(at(x, y), what, SMALL, Anchor::Start));
        end
    }
}

/// Neighbours with the same label: where they begin, how many they are, and the label.
fn runs(events: &[Event], label: impl Fn(&Event) -> String) -> Vec<(usize, usize, String)> {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let own = label(event);
        match runs.last_mut() {
            Some((_, many, last)) if *last == own => *many += 1,
            _ => runs.push((place, 1, own)),
        }
    }
    runs
}

fn short_month(date: NaiveDate) -> String {
    date.format("%b").to_string()
}
