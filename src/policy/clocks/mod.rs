//! What is due, for whom, who owes it, by which rule, and how it stands.
//!
//! [`due`] takes plain dates ([`Circumstances`]), the profiles that have been the rule, and the time. Each part
//! of the work has a file that says what its clocks count from and what stops them; how long they run is data
//! (`policy/profiles/*.json`). The golden tables in `tests/fixtures/clocks` say what comes out.

mod case_summary;
pub mod circumstances;
pub mod due;
mod entry_to_the_team;
mod from_workbook;
mod group_supervision;
mod judging;
pub mod knock_on;
mod length_of_work;
mod planning_and_monitoring;
mod plans_and_reviews;
mod sign_off_after_supervision;
mod statutory_presets;
mod summary_before_supervision;
mod visits;
pub mod when;
pub mod why;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::policy::profile::history::{InForce, ProfileHistory};
use crate::policy::profile::timescale::{Start, Timescale};

use circumstances::{Circumstances, Thing};
use due::{Due, Running, State, Whom};
use when::When;

use crate::policy::london::london;

/// Everything that is due, was met or was missed, earliest first; and for each timescale of the profile that
/// nothing has started yet, one that says so.
pub fn due(circumstances: &Circumstances, history: &ProfileHistory, now: DateTime<Utc>) -> Vec<Due> {
    let mut clocks = Clocks::asked_by(history);
    entry_to_the_team::clocks(circumstances, &mut clocks);
    group_supervision::clocks(circumstances, &mut clocks);
    summary_before_supervision::clocks(circumstances, &mut clocks);
    sign_off_after_supervision::clocks(circumstances, &mut clocks);
    planning_and_monitoring::clocks(circumstances, &mut clocks);
    case_summary::clocks(circumstances, &mut clocks);
    plans_and_reviews::clocks(circumstances, &mut clocks);
    visits::clocks(circumstances, &mut clocks);
    length_of_work::clocks(circumstances, &mut clocks);
    statutory_presets::clocks(circumstances, &mut clocks);

    let versions: Vec<InForce<'_>> = history.all().collect();
    let mut due: Vec<Due> =
        clocks.running.iter().filter_map(|running| judging::judge(running, &versions, now)).collect();
    due.sort_by_key(|due| {
        let day = due.due.map_or(DateTime::<Utc>::MAX_UTC, When::ends);
        (day, due.timescale, due.whom, due.about, due.worker)
    });
    due.extend(not_started(&due, history, now));
    due
}

/// The timescales of the profile of the day that nothing has started yet.
fn not_started(due: &[Due], history: &ProfileHistory, now: DateTime<Utc>) -> Vec<Due> {
    let seen: BTreeSet<Timescale> = due.iter().map(|due| due.timescale).collect();
    let today = london(now).date();
    let at = history
        .all()
        .filter(|version| version.from.is_none_or(|from| from <= today))
        .count()
        .saturating_sub(1);
    let rules = history.get(at).map(|profile| profile.timescales.as_slice()).unwrap_or_default();
    rules
        .iter()
        .filter(|rule| rule.on && !seen.contains(&rule.timescale))
        .map(|rule| Due {
            timescale: rule.timescale,
            whom: Whom::Family,
            about: None,
            owed_by: rule.owed_by,
            worker: None,
            starts: None,
            due: None,
            latest: None,
            planned: None,
            done: None,
            state: State::NotTriggered,
            late: None,
            too_late: false,
            readings: Vec::new(),
            chosen: None,
            judged_by: at,
            rule_began: None,
            note: "",
        })
        .collect()
}

/// The clocks that run, of the timescales that anybody asks for.
struct Clocks {
    asked: BTreeSet<Timescale>,
    running: Vec<Running>,
}

impl Clocks {
    fn asked_by(history: &ProfileHistory) -> Self {
        let rules = history.all().flat_map(|version| &version.profile.timescales);
        Self { asked: rules.filter(|rule| rule.on).map(|rule| rule.timescale).collect(), running: Vec::new() }
    }

    fn asks_for(&self, timescale: Timescale) -> bool {
        self.asked.contains(&timescale)
    }

    fn push(&mut self, running: Running) {
        if self.asks_for(running.timescale) {
            self.running.push(running);
        }
    }
}

/// Something that has to happen again and again: one clock for each time, and one that runs now.
struct Again<'a> {
    timescale: Timescale,
    whom: Whom,
    start: Start,
    /// What stands in for the time before the first.
    first: When,
    first_note: &'static str,
    /// Each time it happened, in order.
    times: &'a [(When, Option<Thing>)],
    stopped: Option<NaiveDate>,
}

impl Again<'_> {
    /// Adds its clocks, each with what `more` says of it.
    fn run(self, clocks: &mut Clocks, mut more: impl FnMut(&mut Running)) {
        let Self { timescale, whom, start, first, first_note, times, stopped } = self;
        if !clocks.asks_for(timescale) {
            return;
        }
        let (mut last, mut about, mut note) = (first, None, first_note);
        for next in times.iter().map(Some).chain([None]) {
            let mut clock = Running::new(timescale, whom)
                .from(start, Some(last))
                .done(next.map(|(when, _)| *when))
                .stopped(stopped)
                .note(note);
            clock.about = about;
            more(&mut clock);
            clocks.push(clock);
            if let Some((when, thing)) = next {
                (last, about, note) = (*when, *thing, "");
            }
        }
    }
}
