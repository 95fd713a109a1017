//! The date mover: every knock-on of moving a supervision, before anybody confirms it.

use chrono::{DateTime, NaiveDate, Utc};
use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::{Circumstances, Supervision};
use hearth::policy::clocks::knock_on::{KnockOn, Move, Warning, knock_on, warnings};
use hearth::policy::clocks::when::When;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::practice::ANNUAL_LEAVE;

use crate::happening::{allocated, held, supervision, thing};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn noon(text: &str) -> DateTime<Utc> {
    day(text).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// Supervision held on 12 February, the next planned for 10 March.
fn family() -> Circumstances {
    Circumstances {
        involvements: vec![allocated(day("2026-01-19"))],
        supervisions: vec![held(1, day("2026-02-12")), supervision(2, day("2026-03-10"))],
        ..Circumstances::default()
    }
}

fn to(text: &str) -> Move {
    Move { supervision: thing(2), to: day(text), reason: "court".into() }
}

fn history(authority: Authority) -> ProfileHistory {
    ProfileHistory::new(authority.profile().clone())
}

fn words(knock_ons: &[KnockOn]) -> Vec<String> {
    let date = |due: &Option<hearth::policy::clocks::due::Due>| {
        let due = due.as_ref();
        due.and_then(|due| due.due).map_or("nothing".to_owned(), |due: When| due.day().to_string())
    };
    knock_ons
        .iter()
        .map(|it| {
            let about = it.after.as_ref().or(it.before.as_ref()).unwrap();
            let state = about.state.code();
            format!("{}: {} -> {} {state}", about.timescale.code(), date(&it.before), date(&it.after))
        })
        .collect()
}

#[test]
fn summaries_sign_off_and_the_next_supervision_move_along() {
    let changes = knock_on(&family(), &history(Authority::Walsall), &to("2026-03-17"), noon("2026-02-20"));
    assert_eq!(
        words(&changes),
        [
            // Held on the 17th it is later than a month after the 12th.
            "t2_group_supervision: 2026-03-12 -> 2026-03-12 missed",
            "t3_summary_before_supervision: 2026-03-05 -> 2026-03-12 open",
            "t4_sign_off_after_supervision: 2026-03-13 -> 2026-03-20 open",
            "t2_group_supervision: 2026-04-10 -> 2026-04-17 open",
        ]
    );
}

#[test]
fn west_sussex_moves_the_reminder_and_the_minutes_too() {
    let changes = knock_on(&family(), &history(Authority::WestSussex), &to("2026-03-12"), noon("2026-02-20"));
    let changes = words(&changes);
    for expected in [
        "t3_reminder_before_supervision: 2026-03-03 -> 2026-03-05 open",
        "t3_summary_before_supervision: 2026-03-05 -> 2026-03-09 open",
        "t4_sign_off_after_supervision: 2026-03-10 -> 2026-03-12 open",
        "t4_minutes_after_supervision: 2026-03-13 -> 2026-03-15 open",
        "t2_group_supervision: 2026-04-10 -> 2026-04-12 open",
    ] {
        assert!(changes.iter().any(|change| change == expected), "{expected}: {changes:#?}");
    }
    assert_eq!(changes.len(), 5);
}

#[test]
fn looking_changes_nothing_and_staying_is_no_change() {
    let before = family();
    let after = before.clone();
    knock_on(&after, &history(Authority::Walsall), &to("2026-03-17"), noon("2026-02-20"));
    assert_eq!(before, after);
    assert_eq!(knock_on(&before, &history(Authority::Walsall), &to("2026-03-10"), noon("2026-02-20")), []);
}

#[test]
fn what_is_gone_or_was_held_cannot_be_moved() {
    let walsall = history(Authority::Walsall);
    for number in [1, 9] {
        let change = Move { supervision: thing(number), ..to("2026-03-17") };
        assert_eq!(knock_on(&family(), &walsall, &change, noon("2026-02-20")), []);
        assert_eq!(warnings(&family(), &walsall, &change, noon("2026-02-20")), []);
    }
}

#[test]
fn a_new_day_that_is_worth_a_second_look() {
    let warned = |to: Move| warnings(&family(), &history(Authority::WestSussex), &to, noon("2026-03-02"));
    assert_eq!(warned(to("2026-03-12")), []);
    assert_eq!(warned(to("2026-03-13")), [Warning::SupervisionOverdue]);
    assert_eq!(warned(to("2026-03-07")), [Warning::NotAWorkingDay]);
    assert_eq!(warned(to("2026-04-06")), [Warning::NotAWorkingDay, Warning::SupervisionOverdue]);
    assert_eq!(warned(to("2026-02-27")), [Warning::InThePast]);
    assert_eq!(warned(to("2026-03-04")), [Warning::SummaryDueAtOnce]);
    let leave = |day| Move { reason: ANNUAL_LEAVE.into(), ..to(day) };
    assert_eq!(warned(leave("2026-03-24")), [Warning::SupervisionOverdue]);
    assert_eq!(warned(leave("2026-03-25")), [Warning::SupervisionOverdue, Warning::TooFarForLeave]);
    // Moved for court, the two weeks of leave do not count.
    assert_eq!(warned(to("2026-03-25")), [Warning::SupervisionOverdue]);
    for warning in [Warning::InThePast, Warning::TooFarForLeave, Warning::SummaryDueAtOnce] {
        assert!(warning.words().ends_with('.'));
    }
}

#[test]
fn a_summary_that_is_in_already_stays_in_time() {
    let mut circumstances = family();
    let submitted = Some(When::Day(day("2026-03-05")));
    let Supervision { summaries, .. } = &mut circumstances.supervisions[1];
    summaries[0].1 = submitted;
    let later = knock_on(&circumstances, &history(Authority::Walsall), &to("2026-03-12"), noon("2026-03-06"));
    let change = later.iter().find(|it| {
        it.after.as_ref().is_some_and(|due| due.timescale.code() == "t3_summary_before_supervision")
    });
    let change = change.unwrap();
    assert_eq!(change.after.as_ref().unwrap().state.code(), "met");
    // Moved forward, the same summary would come too late.
    let sooner =
        knock_on(&circumstances, &history(Authority::Walsall), &to("2026-03-09"), noon("2026-03-06"));
    let states: Vec<String> = words(&sooner);
    assert!(
        states.contains(&"t3_summary_before_supervision: 2026-03-05 -> 2026-03-04 missed".to_owned()),
        "{states:?}"
    );
}
