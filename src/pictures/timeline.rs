//! The chronology as a picture: a lane for the family and one for each child, in the order in which things happened
//! (`ux.md` S25; `domain.md` R41).
//!
//! The years of a family are not busy alike: to scale, a childhood would be a dot beside the weeks of an assessment.
//! So everything has a place of its own under its year and month, and what is known only roughly, or took its time,
//! lies as a bar under everything that happened meanwhile.

mod strip;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::marks::{MARGIN, Mark, WIDTH, and, at, lines, stopped, words};
use super::scene::{Anchor, Scene, Shape};
use super::table::Table;

/// How many have room beside each other with their words, and how many with their numbers alone.
const WITH_WORDS: usize = 8;
const WITHOUT: usize = 24;
/// With words up to this many; more would not stand on one page.
const MOST_WITH_WORDS: usize = 32;

const IN_ORDER: &str =
    "Everything stands in the order in which it happened. The room between is not the time between.";

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    pub title: String,
    /// Whose lanes they are, from top to bottom.
    pub lanes: Vec<String>,
    /// In the order in which they are numbered: by their first day.
    pub events: Vec<Event>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub key: String,
    /// The first and the last day that it can have been, or that it took.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// As people say it: "about November 2014".
    pub when: String,
    /// Whether the days are not known.
    pub rough: bool,
    /// Whether it has a month, and not only a year.
    pub has_month: bool,
    pub what: String,
    pub kind: Kind,
    /// What kind of record it is: "Visit".
    pub called: String,
    /// Whom it names, as the table says it.
    pub who: String,
    /// In which lanes it lies, from 0.
    pub lanes: BTreeSet<usize>,
}

/// What sign it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something in the family's life.
    Life,
    /// Somebody from the team came.
    Visit,
    /// A meeting, a plan, a decision.
    Work,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Life, Self::Visit, Self::Work];

    fn mark(self) -> Mark {
        match self {
            Self::Life => Mark::Circle,
            Self::Visit => Mark::Square,
            Self::Work => Mark::Diamond,
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Life => "What happened in the family",
            Self::Visit => "A visit",
            Self::Work => "A meeting, a plan or a decision",
        }
    }
}

impl Event {
    /// Whether it has a bar beside its sign.
    fn lasts(&self) -> bool {
        self.rough || self.until > self.from
    }

    /// "3. 14 March 2026: Kayla starts school. Event; Kayla."
    fn told(&self, number: usize) -> String {
        let who = if self.who.is_empty() { String::new() } else { format!("; {}", self.who) };
        format!("{number}. {}: {} {}{who}.", self.when, stopped(&self.what), self.called)
    }
}

/// The picture.
pub fn drawn(timeline: &Timeline) -> Scene {
    let Timeline { title, lanes, events } = timeline;
    let with_words = events.len() <= MOST_WITH_WORDS;
    let places = if with_words { WITH_WORDS } else { WITHOUT };
    let mut told = vec![format!("Lanes, from top to bottom: {}.", and(lanes))];
    let (mut shapes, mut y, mut number) = (Vec::new(), MARGIN, 1);
    for part in events.chunks(places) {
        let strip = strip::Strip { lanes, events: part, first: number, places, with_words };
        y = strip.drawn(y, &mut shapes);
        told.extend(part.iter().zip(number..).map(|(event, number)| event.told(number)));
        number += part.len();
    }
    let y = legend(events, y, &mut shapes);
    shapes.push(words(at(MARGIN, y + 20), IN_ORDER, 14, Anchor::Start));
    told.push(IN_ORDER.to_owned());
    let height = y + 20 + MARGIN;
    Scene { width: WIDTH, height, title: title.clone(), told, shapes }
}

/// The same, to read.
pub fn table(timeline: &Timeline) -> Table {
    let row = |(event, number): (&Event, usize)| {
        vec![
            number.to_string(),
            event.when.clone(),
            event.what.clone(),
            event.called.clone(),
            event.who.clone(),
        ]
    };
    Table {
        caption: timeline.title.clone(),
        columns: ["Number", "When", "What", "Kind", "Who"].map(str::to_owned).to_vec(),
        rows: timeline.events.iter().zip(1..).map(row).collect(),
    }
}

/// What the signs mean, those that stand in the picture; gives where it ends.
fn legend(events: &[Event], top: i32, shapes: &mut Vec<Shape>) -> i32 {
    let (mut x, y) = (MARGIN + 12, top + 12);
    for kind in Kind::ALL {
        if events.iter().any(|event| event.kind == kind) {
            shapes.push(strip::sign(kind, at(x, y), 10));
            shapes.push(words(at(x + 20, y + 5), kind.label(), 14, Anchor::Start));
            x += 40 + super::words::width_of(kind.label(), 14);
        }
    }
    let mut bottom = y + 14;
    for (rough, label) in [(true, "Some time within this"), (false, "From then until then")] {
        if events.iter().any(|event| event.lasts() && event.rough == rough) {
            let own = 60 + super::words::width_of(label, 14);
            if x + own > WIDTH - MARGIN {
                (x, bottom) = (MARGIN + 12, bottom + 26);
            }
            shapes.push(strip::bar(x, bottom - 18, 32, rough));
            shapes.extend(
                lines(label, 14, own, 1)
                    .into_iter()
                    .map(|label| words(at(x + 40, bottom - 9), label, 14, Anchor::Start)),
            );
            x += own;
        }
    }
    bottom
}
