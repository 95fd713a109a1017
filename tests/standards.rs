//! The manager's standards: right to the day, with the evidence, and safe to open in a spreadsheet.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

use chrono::{DateTime, NaiveDate, Utc};
use hearth::model::ids::{PersonId, PractitionerId};
use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::{Circumstances, Involvement, Rearranged, Supervision, Thing};
use hearth::policy::clocks::due;
use hearth::policy::clocks::due::State;
use hearth::policy::clocks::when::When;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::timescale::Timescale;
use hearth::policy::standards::{
    Names, Standard, caseload, months, months_csv, standards, standards_csv, supervision_dates,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn on(text: &str) -> Option<When> {
    Some(When::Day(day(text)))
}

fn noon(text: &str) -> DateTime<Utc> {
    day(text).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

fn worker(number: u8) -> PractitionerId {
    PractitionerId::from_bytes([number; 16])
}

fn supervision(number: u8, held: &str) -> Supervision {
    Supervision {
        thing: Thing([number; 16]),
        planned: day(held),
        rearranged: Vec::new(),
        held: Some(day(held)),
        reminder_sent: None,
        summaries: Vec::new(),
        notes_submitted: None,
        authorised: None,
    }
}

/// Two supervisions: one in order, one late in every part.
fn family() -> Circumstances {
    let in_order = Supervision {
        summaries: vec![(worker(1), on("2026-02-06")), (worker(2), on("2026-02-09"))],
        notes_submitted: on("2026-02-12"),
        authorised: on("2026-02-15"),
        ..supervision(1, "2026-02-12")
    };
    let late = Supervision {
        rearranged: vec![Rearranged { from: day("2026-03-10"), reason: "court".into() }],
        summaries: vec![(worker(1), on("2026-03-16")), (worker(2), None)],
        notes_submitted: on("2026-03-20"),
        authorised: on("2026-03-24"),
        ..supervision(2, "2026-03-17")
    };
    Circumstances {
        involvements: vec![Involvement {
            decided: Some(day("2026-01-15")),
            allocated: Some(day("2026-01-20")),
            ..Involvement::default()
        }],
        supervisions: vec![late, in_order],
        ..Circumstances::default()
    }
}

fn all(today: &str) -> Vec<Standard> {
    let history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let names = Names {
        family: "7F3K",
        child: &|_: PersonId| "Kayla".to_owned(),
        worker: &|id| if id == worker(1) { "Sam Okafor".to_owned() } else { "=cmd|'/c calc'!A1".to_owned() },
    };
    standards(&due(&family(), &history, noon(today)), &history, &names)
}

#[test]
fn every_standard_stands_with_its_evidence() {
    let found: Vec<String> = all("2026-04-01")
        .iter()
        .map(|it| {
            let worker = it.worker.split(' ').next().unwrap();
            let day = |when: Option<When>| when.map_or("-".to_owned(), |when| when.day().to_string());
            let late =
                it.days_late.zip(it.working_days_late).map(|(days, working)| format!(" {days}/{working}"));
            let (code, state) = (it.timescale.code(), it.state.code());
            format!("{code} [{worker}] {} {} {state}{}", day(it.due), day(it.done), late.unwrap_or_default())
        })
        .collect();
    let expected = [
        "t1_allocation [] 2026-01-22 2026-01-20 met",
        "t3_summary_before_supervision [Sam] 2026-02-09 2026-02-06 met",
        "t3_summary_before_supervision [=cmd|'/c] 2026-02-09 2026-02-09 met",
        "t4_sign_off_after_supervision [] 2026-02-15 2026-02-15 met",
        "t2_group_supervision [] 2026-02-20 2026-02-12 met",
        "t2_group_supervision [] 2026-03-12 2026-03-17 missed 5/3",
        "t3_summary_before_supervision [Sam] 2026-03-12 2026-03-16 missed 4/2",
        "t3_summary_before_supervision [=cmd|'/c] 2026-03-12 - not_submitted 20/14",
        "t4_sign_off_after_supervision [] 2026-03-20 2026-03-24 missed 4/2",
        "t2_group_supervision [] 2026-04-17 - open",
    ];
    assert_eq!(found, expected);
}

#[test]
fn each_month_has_its_figures() {
    let months = months(&all("2026-04-01"));
    let of = |month, timescale| {
        months.iter().find(|it| it.month == month && it.timescale == timescale).map(|it| it.tally).unwrap()
    };
    let summaries = of(3, Timescale::T3SummaryBeforeSupervision);
    assert_eq!((summaries.met, summaries.missed, summaries.not_submitted), (0, 1, 1));
    assert_eq!(summaries.percent_met(), Some(0));
    let february = of(2, Timescale::T3SummaryBeforeSupervision);
    assert_eq!((february.met, february.percent_met()), (2, Some(100)));
    let april = of(4, Timescale::T2GroupSupervision);
    assert_eq!((april.open, april.percent_met()), (1, None));
    assert!(months.is_sorted_by_key(|it| (it.year, it.month)));
}

#[test]
fn a_file_for_a_spreadsheet_says_the_same_and_carries_nothing_out() {
    let text = standards_csv(&all("2026-04-01"));
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 11);
    assert!(lines[0].starts_with("\u{feff}Family,Standard,Code,For whom,Owed by,Worker,Counted from,Due"));
    assert!(
        lines[6].starts_with("7F3K,Hold supervision,t2_group_supervision,The family,Team manager,,2026-02-12,2026-03-12,2026-03-31,2026-03-17,Missed,5,3,Yes,"),
        "{}",
        lines[6]
    );
    // A worker's name that a spreadsheet would carry out has an apostrophe before it.
    assert!(lines[3].contains(",'=cmd|'/c calc'!A1,"), "{}", lines[3]);
    assert!(
        lines[1]
            .contains("Walsall Family Safeguarding Procedures, Process and quality standards, Timescales")
    );
    assert!(lines[1].contains("Thu 15 Jan + 7 days = Thu 22 Jan"), "{}", lines[1]);

    let text = months_csv(&months(&all("2026-04-01")));
    assert!(
        text.contains("March 2026,Summary before supervision,t3_summary_before_supervision,0,1,1,0,0,0\r\n"),
        "{text}"
    );
}

#[test]
fn what_has_not_started_is_no_standard_yet() {
    assert!(all("2026-04-01").iter().all(|it| it.state != State::NotTriggered));
}

#[test]
fn supervision_dates_are_what_managers_attend_to() {
    let dates = supervision_dates(&family());
    assert_eq!(dates[0].held, Some(day("2026-02-12")));
    assert_eq!(dates[0].took, Some((3, 1)));
    assert_eq!((dates[1].first_planned, dates[1].rearranged), (day("2026-03-10"), 1));
    assert_eq!(dates[1].took, Some((7, 5)));
}

#[test]
fn caseloads_stand_beside_both_figures_of_the_guidance() {
    let profile = Authority::Warwickshire.profile();
    let loads: Vec<_> = caseload(profile, "family_support_worker", 16, 100)
        .map(|load| (load.share, load.is_over(), load.source))
        .collect();
    assert_eq!(
        loads,
        [
            (15, true, "Warwickshire Strengthening Families Procedure, paragraph 4.1".to_owned()),
            (16, false, "Warwickshire Strengthening Families Procedure, paragraph 4.4".to_owned())
        ]
    );
    let part_time: Vec<_> = caseload(profile, "social_worker", 20, 50).map(|load| load.is_over()).collect();
    assert_eq!(part_time, [false]);
    assert_eq!(caseload(Authority::Walsall.profile(), "social_worker", 40, 100).count(), 0);
}
