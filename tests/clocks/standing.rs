//! How each clock stands before its time, on its last day, after it, and when it was done late: the state, and
//! the days late in calendar and working days.

use chrono::{NaiveDate, NaiveDateTime};
use hearth::policy::clocks::circumstances::{Circumstances, Involvement, MeetingKind, PlanKind, Supervision};
use hearth::policy::clocks::due;
use hearth::policy::clocks::when::When;
use hearth::policy::london::at_london;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::timescale::{Start, Timescale};

use crate::golden::{choosing, code, read_when};
use crate::happening::{happening, held, meeting, plan, visit};
use crate::table::rows;

#[test]
fn every_state_and_every_lateness_is_as_the_table_says() {
    let rows = rows("standing.csv");
    assert!(rows.len() > 200, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        let timescale: Timescale = code(&row["timescale"]);
        let from: Start = code(&row["from"]);
        let start = read_when(&row["start"]).unwrap();
        let mut circumstances = happening(timescale, from, start, None);
        if let Some(done) = read_when(&row["done"]) {
            finish(&mut circumstances, timescale, done);
        }
        if timescale == Timescale::T4SignOffAfterSupervision {
            // The notes were with the manager in time.
            circumstances.supervisions[0].notes_submitted = Some(start);
        }
        let now = at_london(NaiveDateTime::parse_from_str(&row["now"], "%Y-%m-%dT%H:%M").unwrap());
        let history = ProfileHistory::new(choosing(&row["authority"], timescale, &row["reading"]));
        let all = due(&circumstances, &history, now);
        let Some(found) = all.iter().find(|due| due.timescale == timescale && due.starts == Some(start))
        else {
            wrong.push(format!("{row:?}: no such clock"));
            continue;
        };
        let number = |days: Option<u32>| days.map(|days| days.to_string()).unwrap_or_default();
        let found = (
            found.state.code().to_owned(),
            number(found.late.map(|late| late.calendar_days)),
            number(found.late.map(|late| late.working_days)),
        );
        let expected = (row["state"].clone(), row["days_late"].clone(), row["working_days_late"].clone());
        if found != expected {
            wrong.push(format!("{row:?}: found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Does what the clock waits for, on that day.
fn finish(it: &mut Circumstances, timescale: Timescale, done: When) {
    use Timescale as T;
    let day: NaiveDate = done.day();
    let family = &mut it.involvements[0];
    match timescale {
        T::T1Allocation => family.allocated = Some(day),
        T::T2GroupSupervision => it.supervisions.push(held(2, day)),
        T::T3SummaryBeforeSupervision => it.supervisions[0].summaries[0].1 = Some(done),
        T::T3ReminderBeforeSupervision => it.supervisions[0].reminder_sent = Some(day),
        T::T4SignOffAfterSupervision => it.supervisions[0].authorised = Some(done),
        T::T4MinutesAfterSupervision => it.supervisions[0].notes_submitted = Some(done),
        T::T5VisitRecord => it.visits[0].recorded = Some(done),
        T::T6CaseSummary => it.case_summaries.push(day),
        T::T7InterimPlan => it.plans.push(plan(PlanKind::ChildInNeed, day)),
        T::T8PlanningMeeting => it.meetings.push(meeting(3, MeetingKind::Planning, day)),
        T::T9PlanCopies => it.meetings[0].copies_sent = Some(day),
        T::T10PlanReview => it.meetings.push(meeting(3, MeetingKind::Review, day)),
        T::T11Visit => it.visits.push(visit(2, done)),
        T::T12LengthOfWork => family.closed = Some(day),
        T::T13ManagerReview => family.manager_reviews.push(day),
        T::T15StepDown => it.step_downs[0].completed = Some(day),
        T::T16Return => {
            it.involvements.push(Involvement { referred: Some(day), ..Involvement::default() });
        }
        T::T17WorkflowMeeting => family.transfer_decided = Some(day),
        T::T18Monitoring => it.monitoring.push(day),
        T::T18PlanningTalk => it.planning_talks.push(day),
        T::T19RearrangedForLeave => {
            let first = it.supervisions[0].clone();
            it.supervisions[0] = Supervision { held: Some(day), planned: day, ..first };
        }
        other => panic!("{other:?} is not in the table"),
    }
}
