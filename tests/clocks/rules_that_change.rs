//! A change of rules never rewrites history: what was due is judged by the rule of its day, and says so.

use chrono::NaiveDate;
use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::{Circumstances, Involvement, PlanKind, Supervision};
use hearth::policy::clocks::due;
use hearth::policy::clocks::due::{Due, State};
use hearth::policy::clocks::when::When;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::timescale::Timescale;

use crate::golden::choosing;
use crate::happening::{allocated, held, plan, supervision, visit};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const ALLOCATION: Timescale = Timescale::T1Allocation;
const SUPERVISION: Timescale = Timescale::T2GroupSupervision;

/// One week until the end of February; from 1 March, five working days.
fn changed() -> ProfileHistory {
    let mut history = ProfileHistory::new(choosing("walsall", ALLOCATION, "one_week"));
    let newer = choosing("walsall", ALLOCATION, "five_working_days");
    history.adopt(newer, day("2026-03-01"), day("2026-03-01")).unwrap();
    history
}

fn decided(on: &str) -> Circumstances {
    let family = Involvement { decided: Some(day(on)), ..Involvement::default() };
    Circumstances { involvements: vec![family], ..Circumstances::default() }
}

fn the(
    timescale: Timescale,
    circumstances: &Circumstances,
    history: &ProfileHistory,
    today: &str,
) -> Option<Due> {
    let all = due(circumstances, history, When::Day(day(today)).ends() - chrono::TimeDelta::hours(12));
    all.into_iter().rfind(|due| due.timescale == timescale && due.due.is_some())
}

#[test]
fn what_was_due_before_the_change_keeps_its_rule_and_says_so() {
    let late = the(ALLOCATION, &decided("2026-02-20"), &changed(), "2026-03-10").unwrap();
    assert_eq!((late.due, late.judged_by), (Some(When::Day(day("2026-02-27"))), 0));
    assert_eq!(late.state, State::Missed);
    assert_eq!(
        late.why(&changed()).judged_by,
        "Walsall, version 2: the rule until 28 February 2026, by which this was judged"
    );
}

#[test]
fn what_is_still_running_goes_over_to_the_new_rule() {
    // Decided on Saturday 28 February: one week would be the 7th, five working days is the 6th.
    let running = the(ALLOCATION, &decided("2026-02-28"), &changed(), "2026-03-02").unwrap();
    assert_eq!((running.due, running.judged_by), (Some(When::Day(day("2026-03-06"))), 1));
    assert_eq!(running.why(&changed()).judged_by, "Walsall, version 2");
    // On the day before the change nobody knew of the new rule.
    let before = the(ALLOCATION, &decided("2026-02-28"), &changed(), "2026-02-28").unwrap();
    assert_eq!((before.due, before.judged_by), (Some(When::Day(day("2026-03-07"))), 0));
}

#[test]
fn what_was_done_before_the_change_keeps_its_rule() {
    let mut circumstances = decided("2026-02-25");
    circumstances.involvements[0].allocated = Some(day("2026-02-27"));
    let met = the(ALLOCATION, &circumstances, &changed(), "2026-06-01").unwrap();
    assert_eq!((met.due, met.judged_by, met.state), (Some(When::Day(day("2026-03-04"))), 0, State::Met));
}

#[test]
fn a_new_rule_never_makes_anything_late_after_the_fact() {
    // Three working days before instead of two: for Monday 2 March, the Wednesday instead of the Thursday.
    let timescale = Timescale::T3SummaryBeforeSupervision;
    let mut history = ProfileHistory::new(choosing("west_sussex", timescale, "two_working_days_before"));
    history
        .adopt(
            choosing("west_sussex", timescale, "three_working_days_before"),
            day("2026-02-26"),
            day("2026-02-26"),
        )
        .unwrap();
    let circumstances =
        Circumstances { supervisions: vec![supervision(1, day("2026-03-02"))], ..Circumstances::default() };
    let summary = the(timescale, &circumstances, &history, "2026-02-26").unwrap();
    // By the new rule it would have been due on the 25th, the day before the rule came in.
    assert_eq!((summary.due, summary.judged_by), (Some(When::Day(day("2026-02-26"))), 0));
    assert_eq!(summary.state, State::Open);
}

#[test]
fn what_no_rule_asked_for_before_is_due_when_the_rule_begins() {
    let mut history = ProfileHistory::new(Authority::Bury.profile().clone());
    history.adopt(Authority::Warwickshire.profile().clone(), day("2026-03-02"), day("2026-03-02")).unwrap();
    let circumstances = Circumstances {
        involvements: vec![allocated(day("2026-01-05"))],
        plans: vec![plan(PlanKind::ChildInNeed, day("2026-01-05"))],
        visits: vec![visit(1, When::Day(day("2026-01-12")))],
        ..Circumstances::default()
    };
    let before = the(Timescale::T11Visit, &circumstances, &history, "2026-03-01");
    assert_eq!(before, None);
    // A child not seen since January is not forgotten, and nobody was late before there was a rule.
    let visit = the(Timescale::T11Visit, &circumstances, &history, "2026-03-02").unwrap();
    assert_eq!((visit.due, visit.state), (Some(When::Day(day("2026-03-02"))), State::Open));
    let notes = visit.why(&history).notes;
    assert!(notes.iter().any(|note| note.starts_with("This rule began on 2 March 2026")), "{notes:?}");
    // What was done before the rule is not judged by it.
    let all = due(&circumstances, &history, When::Day(day("2026-03-02")).ends());
    assert_eq!(all.iter().filter(|due| due.timescale == Timescale::T11Visit).count(), 1);
}

#[test]
fn a_frequency_that_was_not_given_before_begins_with_the_rule() {
    let mut history = ProfileHistory::new(Authority::Hertfordshire.profile().clone());
    history.adopt(Authority::Walsall.profile().clone(), day("2026-06-01"), day("2026-06-01")).unwrap();
    let circumstances = Circumstances {
        involvements: vec![allocated(day("2026-01-05"))],
        supervisions: vec![held(1, day("2026-02-12"))],
        ..Circumstances::default()
    };
    let supervision = the(SUPERVISION, &circumstances, &history, "2026-06-05").unwrap();
    assert_eq!(
        (supervision.due, supervision.state, supervision.rule_began),
        (Some(When::Day(day("2026-06-01"))), State::Missed, Some(day("2026-06-01")))
    );
}

#[test]
fn what_a_new_profile_does_not_ask_for_is_no_longer_due() {
    let mut history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let mut without = Authority::Walsall.profile().clone();
    without.turn(SUPERVISION, false).unwrap();
    history.adopt(without, day("2026-03-01"), day("2026-03-01")).unwrap();
    let circumstances = |last: &str| Circumstances {
        involvements: vec![allocated(day("2026-01-05"))],
        supervisions: vec![held(1, day(last))],
        ..Circumstances::default()
    };
    assert_eq!(
        the(SUPERVISION, &circumstances("2026-02-12"), &history, "2026-04-01").unwrap().done,
        Some(When::Day(day("2026-02-12")))
    );
    // What was missed while the rule stood stays missed.
    let missed = the(SUPERVISION, &circumstances("2026-01-20"), &history, "2026-04-01").unwrap();
    assert_eq!((missed.due, missed.state), (Some(When::Day(day("2026-02-20"))), State::Missed));
}

#[test]
fn a_rule_that_is_still_to_come_judges_nothing() {
    let mut history = ProfileHistory::new(choosing("walsall", ALLOCATION, "one_week"));
    let newer = choosing("walsall", ALLOCATION, "five_working_days");
    history.adopt(newer, day("2026-06-01"), day("2026-03-01")).unwrap();
    let due = the(ALLOCATION, &decided("2026-05-30"), &history, "2026-05-31").unwrap();
    assert_eq!((due.due, due.judged_by), (Some(When::Day(day("2026-06-06"))), 0));
    let due = the(ALLOCATION, &decided("2026-05-30"), &history, "2026-06-01").unwrap();
    assert_eq!((due.due, due.judged_by), (Some(When::Day(day("2026-06-05"))), 1));
}

/// Authorised under one rule, looked at under another: the very same judgement.
#[test]
fn a_judgement_once_made_never_changes() {
    let timescale = Timescale::T4SignOffAfterSupervision;
    let done = Supervision {
        notes_submitted: Some(When::Day(day("2026-02-13"))),
        authorised: Some(When::Day(day("2026-02-17"))),
        ..held(1, day("2026-02-12"))
    };
    let circumstances = Circumstances { supervisions: vec![done], ..Circumstances::default() };
    let alone = ProfileHistory::new(choosing("west_sussex", timescale, "two_working_days_after"));
    let then = the(timescale, &circumstances, &alone, "2026-02-28").unwrap();
    for reading in ["three_days_after", "three_working_days_after", "before_the_next_family"] {
        let mut history = alone.clone();
        history
            .adopt(choosing("west_sussex", timescale, reading), day("2026-03-01"), day("2026-03-01"))
            .unwrap();
        let now = the(timescale, &circumstances, &history, "2027-01-01").unwrap();
        assert_eq!((now.due, now.state, now.late, now.judged_by), (then.due, then.state, then.late, 0));
    }
}
