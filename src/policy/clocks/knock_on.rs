//! The date mover: what changes if a supervision is moved, before anybody confirms it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::policy::london::london;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::profile::practice::ANNUAL_LEAVE;
use crate::policy::profile::timescale::Timescale;
use crate::policy::working_days::is_working_day;

use super::circumstances::{Circumstances, Rearranged, Supervision, Thing};
use super::due::{Due, State, Whom};

/// A supervision on its way to another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub supervision: Thing,
    pub to: NaiveDate,
    /// The code of the reason in the profile. Empty: not chosen yet.
    pub reason: String,
}

/// One thing that would be due at another time, or stand otherwise. `before` is None for what the move begins,
/// `after` for what it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnockOn {
    pub before: Option<Due>,
    pub after: Option<Due>,
}

/// Something about the new day that is worth a second look. None of it forbids the move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    InThePast,
    NotAWorkingDay,
    /// Later than the rule on how often allows.
    SupervisionOverdue,
    /// A summary would be due today or before today.
    SummaryDueAtOnce,
    /// Further than leave may move it.
    TooFarForLeave,
}

impl Warning {
    /// As it is shown.
    pub fn words(self) -> &'static str {
        match self {
            Self::InThePast => "That day has passed.",
            Self::NotAWorkingDay => "That day is a weekend or a bank holiday.",
            Self::SupervisionOverdue => "Supervision would be held later than the guidance asks for.",
            Self::SummaryDueAtOnce => "Summaries would be due at once.",
            Self::TooFarForLeave => "Annual leave may move supervision by up to 2 weeks only.",
        }
    }
}

/// Everything that would change, in order of its new date. What is planned is taken to happen as planned, so
/// that what follows from the supervision shows too. Empty when there is no such supervision still to come.
pub fn knock_on(
    circumstances: &Circumstances,
    history: &ProfileHistory,
    change: &Move,
    now: DateTime<Utc>,
) -> Vec<KnockOn> {
    let Some(moved) = moved(circumstances, change) else { return Vec::new() };
    let mut before = super::due(&as_planned(circumstances), history, now);
    let after = super::due(&as_planned(&moved), history, now);
    let mut knock_ons = Vec::new();
    for due in after {
        let known = before.iter().position(|old| same(old, &due)).map(|at| before.remove(at));
        match known {
            Some(old)
                if (old.starts, old.due, old.latest, old.state)
                    == (due.starts, due.due, due.latest, due.state) => {}
            Some(old) => knock_ons.push(KnockOn { before: Some(old), after: Some(due) }),
            None if due.state == State::NotTriggered => {}
            None => knock_ons.push(KnockOn { before: None, after: Some(due) }),
        }
    }
    let gone = before.into_iter().filter(|old| old.state != State::NotTriggered);
    knock_ons.extend(gone.map(|old| KnockOn { before: Some(old), after: None }));
    knock_ons
}

/// What is worth a second look before confirming.
pub fn warnings(
    circumstances: &Circumstances,
    history: &ProfileHistory,
    change: &Move,
    now: DateTime<Utc>,
) -> Vec<Warning> {
    let today = london(now).date();
    let Some(moved) = moved(circumstances, change) else { return Vec::new() };
    let due = super::due(&as_planned(&moved), history, now);
    let late = |timescale, about: Option<Thing>| {
        due.iter().any(|it| {
            it.timescale == timescale
                && (about.is_none() || it.about == about)
                && it.done.is_some_and(|done| done.day() == change.to)
                && it.state == State::Missed
        })
    };
    let summary_at_once = || {
        due.iter().any(|it| {
            it.timescale == Timescale::T3SummaryBeforeSupervision
                && it.about == Some(change.supervision)
                && it.done.is_none()
                && it.due.is_some_and(|due| due.day() <= today)
        })
    };
    let mut warnings = Vec::new();
    let mut warn = |is_so: bool, warning| {
        if is_so {
            warnings.push(warning);
        }
    };
    warn(change.to < today, Warning::InThePast);
    warn(!is_working_day(change.to), Warning::NotAWorkingDay);
    warn(late(Timescale::T2GroupSupervision, None), Warning::SupervisionOverdue);
    warn(change.to >= today && summary_at_once(), Warning::SummaryDueAtOnce);
    let too_far =
        change.reason == ANNUAL_LEAVE && late(Timescale::T19RearrangedForLeave, Some(change.supervision));
    warn(too_far, Warning::TooFarForLeave);
    warnings
}

/// The same with the supervision moved. None: it is not there, or was held.
fn moved(circumstances: &Circumstances, change: &Move) -> Option<Circumstances> {
    let mut moved = circumstances.clone();
    let supervision = moved
        .supervisions
        .iter_mut()
        .find(|supervision| supervision.thing == change.supervision && supervision.held.is_none())?;
    let from = supervision.planned;
    supervision.rearranged.push(Rearranged { from, reason: change.reason.clone() });
    supervision.planned = change.to;
    Some(moved)
}

/// As it will be if every supervision that is planned is held on its day.
fn as_planned(circumstances: &Circumstances) -> Circumstances {
    let mut planned = circumstances.clone();
    for supervision in &mut planned.supervisions {
        let Supervision { planned, held, .. } = supervision;
        held.get_or_insert(*planned);
    }
    planned
}

/// Whether two are about the same obligation, on this day or another.
fn same(one: &Due, other: &Due) -> bool {
    let key = |due: &Due| -> (Timescale, Whom, Option<Thing>, Option<_>, Option<_>) {
        // Without a thing of its own, it is known by what it counts from.
        let start = due.starts.filter(|_| due.about.is_none());
        (due.timescale, due.whom, due.about, due.worker, start)
    };
    key(one) == key(other)
}
