//! "Why this date?": the rule, its source, the sum, the other readings and the rule's version, in words.

use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::{Circumstances, PlanKind};
use hearth::policy::clocks::due;
use hearth::policy::clocks::due::{Due, State};
use hearth::policy::clocks::when::When;
use hearth::policy::clocks::why::Why;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::rule::Basis;
use hearth::policy::profile::timescale::{Start, Timescale};

use crate::golden::{choosing, read_when};
use crate::happening::{child, happening, plan};

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn first(circumstances: &Circumstances, history: &ProfileHistory, timescale: Timescale, now: When) -> Due {
    let all = due(circumstances, history, now.ends());
    all.into_iter().find(|due| due.timescale == timescale).unwrap()
}

/// The sum of one reading of one rule, from one start.
#[track_caller]
fn sum(authority: &str, timescale: Timescale, from: Start, reading: &str, start: &str, expected: &str) {
    let start = read_when(start).unwrap();
    let history = ProfileHistory::new(choosing(authority, timescale, reading));
    let circumstances = happening(timescale, from, start, None);
    let all = due(&circumstances, &history, start.ends());
    let sums: Vec<String> = all
        .iter()
        .filter(|due| due.timescale == timescale)
        .map(|due| due.why(&history).rule.unwrap().sum)
        .collect();
    assert!(sums.iter().any(|sum| sum == expected), "{expected}: found {sums:#?}");
}

#[test]
fn sums_are_in_words() {
    use Start as S;
    use Timescale as T;
    let a = T::T1Allocation;
    sum("walsall", a, S::ReferralDecided, "one_week", "2026-02-12", "Thu 12 Feb + 7 days = Thu 19 Feb");
    sum(
        "walsall",
        a,
        S::ReferralDecided,
        "one_week",
        "2026-12-29",
        "Tue 29 Dec 2026 + 7 days = Tue 5 Jan 2027",
    );
    sum(
        "walsall",
        a,
        S::ReferralDecided,
        "five_working_days",
        "2026-04-02",
        "Thu 2 Apr + 5 working days = Mon 13 Apr (Fri 3 Apr is Good Friday, Mon 6 Apr is Easter Monday)",
    );
    let s = T::T3SummaryBeforeSupervision;
    sum("walsall", s, S::Supervision, "three_days_before", "2026-02-12", "Thu 12 Feb − 3 days = Mon 9 Feb");
    sum(
        "walsall",
        s,
        S::Supervision,
        "three_working_days_before",
        "2026-05-06",
        "Wed 6 May − 3 working days = Thu 30 Apr (Mon 4 May is Early May bank holiday)",
    );
    sum(
        "hertfordshire",
        s,
        S::Supervision,
        "before_the_session",
        "2026-02-12",
        "Thu 12 Feb, before it begins",
    );
    let t = T::T2GroupSupervision;
    let code = "one_month_after_the_last";
    sum("walsall", t, S::LastSupervision, code, "2026-02-12", "Thu 12 Feb + 1 month = Thu 12 Mar");
    sum(
        "walsall",
        t,
        S::LastSupervision,
        code,
        "2026-01-31",
        "Sat 31 Jan + 1 month = Sat 28 Feb (February has no day 31)",
    );
    sum(
        "walsall",
        t,
        S::LastSupervision,
        "once_in_each_calendar_month",
        "2026-02-12",
        "Thu 12 Feb + 1 calendar month = Tue 31 Mar (the end of that month)",
    );
    let v = T::T5VisitRecord;
    sum(
        "walsall",
        v,
        S::VisitStarted,
        "from_the_start",
        "2026-03-28T15:00+00:00",
        "Sat 28 Mar 3:00pm + 24 hours = Sun 29 Mar 4:00pm (clocks go forward)",
    );
    sum(
        "walsall",
        v,
        S::VisitStarted,
        "from_the_start",
        "2026-02-12T09:05+00:00",
        "Thu 12 Feb 9:05am + 24 hours = Fri 13 Feb 9:05am",
    );
    sum(
        "walsall",
        v,
        S::VisitStarted,
        "from_the_start",
        "2026-02-12",
        "Thu 12 Feb + 24 hours = by the end of Fri 13 Feb",
    );
    let o = T::T4SignOffAfterSupervision;
    sum("west_sussex", o, S::Supervision, "before_the_next_family", "2026-02-12", "Thu 12 Feb, the same day");
    let r = T::T10PlanReview;
    sum(
        "warwickshire",
        r,
        S::LastMeeting,
        "every_four_to_six_weeks",
        "2026-02-12",
        "Thu 12 Feb + 4 to 6 weeks = Thu 12 Mar to Thu 26 Mar",
    );
    sum(
        "warwickshire",
        T::T16Return,
        S::Closed,
        "twelve_week_rule",
        "2026-02-12",
        "Thu 12 Feb + 12 weeks = until Thu 7 May",
    );
    sum(
        "warwickshire",
        T::T14TransferSummary,
        S::ReferringTeamBegan,
        "four_weeks_or_more",
        "2026-01-05",
        "Mon 5 Jan + 4 weeks = needed from Mon 2 Feb",
    );
}

#[test]
fn the_earlier_of_two_readings_is_due_and_the_later_is_shown() {
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let start = When::Day(day("2026-05-06"));
    let timescale = Timescale::T3SummaryBeforeSupervision;
    let circumstances = happening(timescale, Start::Supervision, start, None);
    let due = first(&circumstances, &history, timescale, When::Day(day("2026-04-20")));
    // Three working days before is the Thursday: the Monday is a bank holiday.
    assert_eq!(due.due, Some(When::Day(day("2026-04-30"))));
    assert_eq!(due.latest, Some(When::Day(day("2026-05-03"))));

    let Why { title, owed_by, rule, others, judged_by, notes } = due.why(&history);
    assert_eq!(title, "Summary before supervision");
    assert_eq!(owed_by, "Each worker, their own");
    assert_eq!(judged_by, "West Sussex, version 1");
    let rule = rule.unwrap();
    assert_eq!(rule.basis, Basis::Meant);
    assert_eq!(
        rule.source,
        "West Sussex Family Safeguarding Practice Guidance, section 10, Process and Quality Standards, Timescales"
    );
    assert!(rule.wording.starts_with("Summaries are due three working days before"), "{}", rule.wording);
    let others: Vec<&str> = others.iter().map(|other| other.sum.as_str()).collect();
    assert_eq!(
        others,
        [
            "Wed 6 May − 3 days = Sun 3 May",
            "Wed 6 May − 2 working days = Fri 1 May (Mon 4 May is Early May bank holiday)"
        ]
    );
    assert!(notes[0].contains("Section 10 and the flow chart"), "{notes:?}");
}

#[test]
fn a_managers_choice_is_due_and_the_others_are_still_shown() {
    let timescale = Timescale::T3SummaryBeforeSupervision;
    let history = ProfileHistory::new(choosing("west_sussex", timescale, "two_working_days_before"));
    let circumstances = happening(timescale, Start::Supervision, When::Day(day("2026-05-06")), None);
    let due = first(&circumstances, &history, timescale, When::Day(day("2026-04-20")));
    assert_eq!(due.due, Some(When::Day(day("2026-05-01"))));
    assert_eq!(due.latest, Some(When::Day(day("2026-05-03"))));
    assert_eq!(due.why(&history).others.len(), 2);
    assert_eq!(due.why(&history).judged_by, "West Sussex, version 2");
}

#[test]
fn late_by_one_reading_and_in_time_by_another_is_said() {
    let timescale = Timescale::T4SignOffAfterSupervision;
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let mut circumstances = happening(timescale, Start::Supervision, When::Day(day("2026-02-12")), None);
    circumstances.supervisions[0].notes_submitted = Some(When::Day(day("2026-02-13")));
    circumstances.supervisions[0].authorised = Some(When::Day(day("2026-02-16")));
    let due = first(&circumstances, &history, timescale, When::Day(day("2026-03-01")));
    // The flow chart's "before moving on to the next case" is the earliest.
    assert_eq!((due.due, due.state), (Some(When::Day(day("2026-02-12"))), State::Missed));
    assert!(due.in_time_by_another_reading());
    let why = due.why(&history);
    let kept: Vec<(&str, Option<bool>)> =
        why.others.iter().map(|other| (other.sum.as_str(), other.kept)).collect();
    assert_eq!(
        kept,
        [
            ("Thu 12 Feb + 3 days = Sun 15 Feb", Some(false)),
            ("Thu 12 Feb + 3 working days = Tue 17 Feb", Some(true)),
            ("Thu 12 Feb + 2 working days = Mon 16 Feb", Some(true)),
            ("Fri 13 Feb + 2 working days = Tue 17 Feb", Some(true)),
        ]
    );
    assert!(why.notes.contains(&"In time by another reading of the guidance.".to_owned()));
    assert_eq!(
        due.says(When::Day(day("2026-03-01")).ends()),
        "was due Thu 12 Feb 2026: 4 days late (2 working days)"
    );
}

#[test]
fn how_it_stands_is_said_in_a_few_words() {
    let timescale = Timescale::T1Allocation;
    let history = ProfileHistory::new(choosing("walsall", timescale, "one_week"));
    let circumstances = happening(timescale, Start::ReferralDecided, When::Day(day("2026-04-01")), None);
    for (today, words) in [
        ("2026-04-01", "due Wed 8 Apr 2026: 7 days left (3 working days)"),
        ("2026-04-07", "due Wed 8 Apr 2026: 1 day left (1 working day)"),
        ("2026-04-08", "due today, Wed 8 Apr 2026"),
        ("2026-04-09", "was due Wed 8 Apr 2026: 1 day late (1 working day)"),
    ] {
        // Noon of that day.
        let now = day(today).and_hms_opt(12, 0, 0).unwrap().and_utc();
        let all = due(&circumstances, &history, now);
        assert_eq!(all.iter().find(|due| due.timescale == timescale).unwrap().says(now), words);
    }
}

#[test]
fn a_clock_that_nothing_started_says_what_it_waits_for() {
    let history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let now = When::Day(day("2026-02-12")).ends();
    let all = due(&Circumstances::default(), &history, now);
    let states: Vec<_> = all.iter().map(|due| (due.timescale, due.state, due.due)).collect();
    let on = Authority::Walsall.profile().timescales.iter().filter(|rule| rule.on);
    let expected: Vec<_> = on.map(|rule| (rule.timescale, State::NotTriggered, None)).collect();
    assert_eq!(states, expected);
    assert_eq!(all[0].says(now), "Starts when the referring team’s decision is recorded");
    assert_eq!(all[0].why(&history).notes, ["Starts when the referring team’s decision is recorded."]);
}

#[test]
fn a_preset_says_that_it_has_to_be_checked() {
    let timescale = Timescale::T20ChildProtectionVisit;
    let history = ProfileHistory::new(choosing("bury", timescale, ""));
    let circumstances = Circumstances {
        plans: vec![plan(PlanKind::ChildProtection, day("2026-02-02"))],
        ..Circumstances::default()
    };
    let due = first(&circumstances, &history, timescale, When::Day(day("2026-02-03")));
    assert_eq!(due.due, Some(When::Day(day("2026-02-16"))));
    assert_eq!(due.whom, hearth::policy::clocks::due::Whom::Child(child(1)));
    let notes = due.why(&history).notes;
    assert!(notes.iter().any(|note| note.starts_with("Check locally")), "{notes:?}");
    assert!(notes.iter().any(|note| note.starts_with("Counted from the start of the plan")), "{notes:?}");
}

#[test]
fn every_word_of_every_clock_is_there() {
    for table in crate::golden::tables() {
        for row in crate::table::rows(&table) {
            let timescale = crate::golden::code(&row["timescale"]);
            let start = read_when(&row["start"]).unwrap();
            let history = ProfileHistory::new(choosing(&row["authority"], timescale, &row["reading"]));
            let circumstances = happening(
                timescale,
                crate::golden::code(&row["from"]),
                start,
                row["plan_weeks"].parse().ok(),
            );
            for due in due(&circumstances, &history, start.ends()) {
                let why = due.why(&history);
                let readings = why.rule.iter().chain(&why.others);
                assert!(due.state == State::NotTriggered || readings.clone().count() > 0, "{due:?}");
                for reading in readings {
                    let whole = [&reading.wording, &reading.source, &reading.sum];
                    assert!(whole.into_iter().all(|words| words.len() > 5), "{reading:?}");
                }
                assert!(
                    !why.owed_by.is_empty()
                        && !why.judged_by.is_empty()
                        && !due.says(start.ends()).is_empty()
                );
            }
        }
    }
}

#[test]
fn supervision_that_is_planned_too_late_can_be_seen_before() {
    let history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let mut circumstances =
        happening(Timescale::T2GroupSupervision, Start::LastSupervision, When::Day(day("2026-02-12")), None);
    circumstances.supervisions.push(crate::happening::supervision(2, day("2026-03-20")));
    let all = due(&circumstances, &history, When::Day(day("2026-02-20")).ends());
    let open = all
        .iter()
        .find(|due| due.timescale == Timescale::T2GroupSupervision && due.state == State::Open)
        .unwrap();
    assert_eq!((open.due.map(When::day), open.planned), (Some(day("2026-03-12")), Some(day("2026-03-20"))));
    // A visit or a supervision that is only planned never stops a clock.
    assert_eq!(open.done, None);
}
