//! One thing that is due, was met or was missed.

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::{PersonId, PractitionerId};
use crate::policy::london::london;
use crate::policy::profile::timescale::{Duty, Start, Timescale};
use crate::policy::working_days;

use super::circumstances::Thing;
use super::when::When;

/// For whom something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Whom {
    Family,
    Child(PersonId),
}

/// Where a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Past its time and not done, or done late.
    Missed,
    /// Past its time, and nothing was handed in that could be judged: a summary, or the notes for the manager.
    NotSubmitted,
    /// Past a time that is a target and no limit.
    ExceededSoftTarget,
    Open,
    Met,
    /// Nothing has started it.
    NotTriggered,
}

impl State {
    /// The permanent word in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::NotSubmitted => "not_submitted",
            Self::ExceededSoftTarget => "exceeded_soft_target",
            Self::Open => "open",
            Self::Met => "met",
            Self::NotTriggered => "not_triggered",
        }
    }

    /// As it is shown.
    pub fn label(self) -> &'static str {
        match self {
            Self::Missed => "Missed",
            Self::NotSubmitted => "Not submitted",
            Self::ExceededSoftTarget => "Past its target",
            Self::Open => "Open",
            Self::Met => "Met",
            Self::NotTriggered => "Not started",
        }
    }
}

/// How late: from the day it was due to the day it was done, or today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Late {
    pub calendar_days: u32,
    pub working_days: u32,
    /// The whole minutes, where it was due at a moment.
    pub minutes: Option<u32>,
}

impl Late {
    pub(super) fn between(due: When, done: When) -> Self {
        let (from, to) = (due.day(), done.day());
        let calendar_days = u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0);
        let minutes = match (due, done) {
            (When::At(due), When::At(done)) => {
                u32::try_from(done.signed_duration_since(due).num_minutes()).ok()
            }
            _ => None,
        };
        Self { calendar_days, working_days: working_days::between(from, to), minutes }
    }

    /// "2 days late (1 working day)", "40 minutes late".
    pub fn words(self) -> String {
        match self.minutes {
            Some(minutes) if minutes < 24 * 60 => format!("{} late", hours(minutes)),
            _ => format!(
                "{} late ({})",
                count(self.calendar_days, "day"),
                count(self.working_days, "working day")
            ),
        }
    }
}

fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => "less than a minute".to_owned(),
        (0, minutes) => count(minutes, "minute"),
        (whole, 0) => count(whole, "hour"),
        (whole, minutes) => format!("{} {}", count(whole, "hour"), count(minutes, "minute")),
    }
}

pub(super) fn count(number: u32, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// One reading of the rule, worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoned {
    /// The number of the reading in its rule.
    pub reading: usize,
    /// What it counts from. None: that has not happened.
    pub start: Option<When>,
    pub due: Option<When>,
    /// Where the guidance gives a range: its earlier end.
    pub opens: Option<When>,
    /// Whether this reading was kept. None: not done, or no date.
    pub kept: Option<bool>,
}

/// Something due, for whom, who owes it, and how it stands. Its words are made by
/// [`why`](super::why), from the profile that judges it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub timescale: Timescale,
    pub whom: Whom,
    /// The supervision, visit, meeting or plan it is about.
    pub about: Option<Thing>,
    pub owed_by: Duty,
    /// The very person who owes it, where that is known.
    pub worker: Option<PractitionerId>,
    /// What the chosen reading counts from.
    pub starts: Option<When>,
    pub due: Option<When>,
    /// By the most generous other reading, where that is later.
    pub latest: Option<When>,
    /// The day it is planned for.
    pub planned: Option<NaiveDate>,
    pub done: Option<When>,
    pub state: State,
    pub late: Option<Late>,
    /// What it was for is over: it would help nobody any more.
    pub too_late: bool,
    /// Every reading of the rule, worked out.
    pub readings: Vec<Reckoned>,
    /// Which of them is due.
    pub chosen: Option<usize>,
    /// Which profile of the history judges it.
    pub judged_by: usize,
    /// The rule came in after it would have been due: then it is due on the rule's first day.
    pub rule_began: Option<NaiveDate>,
    /// The count begins with something that stands in for what has not happened yet.
    pub note: &'static str,
}

impl Due {
    /// Whether somebody still has to do it. What can be done no more is a standard missed, and nobody's task.
    pub fn is_outstanding(&self) -> bool {
        self.done.is_none()
            && !self.too_late
            && matches!(
                self.state,
                State::Open | State::Missed | State::NotSubmitted | State::ExceededSoftTarget
            )
    }

    /// What is left before it is due: calendar days and working days. None when it has passed or has no date.
    pub fn left(&self, now: DateTime<Utc>) -> Option<(u32, u32)> {
        let (today, day) = (london(now).date(), self.due?.day());
        let days = u32::try_from(day.signed_duration_since(today).num_days()).ok()?;
        Some((days, working_days::between(today, day)))
    }

    /// Whether it was late by the reading that is due, and in time by another.
    pub fn in_time_by_another_reading(&self) -> bool {
        matches!(self.state, State::Missed | State::ExceededSoftTarget)
            && self.readings.iter().any(|reading| reading.kept == Some(true))
    }
}

/// A clock before a profile judges it: what it counts from and what stops it.
#[derive(Debug, Clone)]
pub(super) struct Running {
    pub timescale: Timescale,
    pub whom: Whom,
    pub about: Option<Thing>,
    pub worker: Option<PractitionerId>,
    pub starts: Vec<(Start, When)>,
    pub done: Option<When>,
    pub planned: Option<NaiveDate>,
    /// Nobody needs it any more from this day: the family was closed, the plan ended.
    pub stopped: Option<NaiveDate>,
    /// It cannot be done before something is handed in, and nothing was.
    pub nothing_handed_in: bool,
    /// What it was for is over: the supervision is held, or its record is authorised.
    pub too_late: bool,
    /// When it is asked for, where that depends on how long something took.
    pub asked: Option<When>,
    /// The days between visits that the child's plan sets.
    pub plan_days: Option<u16>,
    /// Times that count when they fall in the month before it is due, or later.
    pub lately: Vec<NaiveDate>,
    pub note: &'static str,
}

impl Running {
    pub(super) fn new(timescale: Timescale, whom: Whom) -> Self {
        Self {
            timescale,
            whom,
            about: None,
            worker: None,
            starts: Vec::new(),
            done: None,
            planned: None,
            stopped: None,
            nothing_handed_in: false,
            too_late: false,
            asked: None,
            plan_days: None,
            lately: Vec::new(),
            note: "",
        }
    }

    pub(super) fn about(mut self, thing: Thing) -> Self {
        self.about = Some(thing);
        self
    }

    /// Counts from this, if it happened.
    pub(super) fn from(mut self, start: Start, when: Option<impl Into<When>>) -> Self {
        self.starts.extend(when.map(|when| (start, when.into())));
        self
    }

    pub(super) fn done(mut self, when: Option<impl Into<When>>) -> Self {
        self.done = when.map(Into::into);
        self
    }

    pub(super) fn stopped(mut self, day: Option<NaiveDate>) -> Self {
        self.stopped = day;
        self
    }

    pub(super) fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    pub(super) fn start(&self, start: Start) -> Option<When> {
        self.starts.iter().find(|(it, _)| *it == start).map(|(_, when)| *when)
    }
}
