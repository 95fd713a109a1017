//! Summaries before supervision, one for each worker, and the reminder of them (T3). `domain.md` R45, R47.
//!
//! Counted back from the day the supervision was held, or else is planned for. How long before is data: in
//! `policy/profiles/walsall.json`, for one, the readings `three_days_before` and `three_working_days_before`.

use crate::policy::profile::timescale::{Start, Timescale};

use super::Clocks;
use super::circumstances::Circumstances;
use super::due::{Running, Whom};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for supervision in &circumstances.supervisions {
        let day = supervision.day();
        // One that was still to come when the family was closed is no longer needed.
        let closed = circumstances.involvements.iter().filter_map(|it| it.closed);
        let stopped = match supervision.held {
            Some(_) => None,
            None if circumstances.involvements.iter().any(|it| it.covers(day)) => None,
            None => closed.filter(|closed| *closed < day).max(),
        };
        let before = |timescale| {
            Running::new(timescale, Whom::Family)
                .about(supervision.thing)
                .from(Start::Supervision, Some(day))
                .stopped(stopped)
        };
        for (worker, submitted) in &supervision.summaries {
            let mut summary = before(Timescale::T3SummaryBeforeSupervision).done(*submitted);
            summary.worker = Some(*worker);
            summary.nothing_handed_in = submitted.is_none();
            // Until then a late one still stands in for somebody who was not there.
            summary.too_late = supervision.authorised.is_some();
            clocks.push(summary);
        }
        let mut reminder = before(Timescale::T3ReminderBeforeSupervision).done(supervision.reminder_sent);
        reminder.too_late = supervision.held.is_some();
        clocks.push(reminder);
    }
}
