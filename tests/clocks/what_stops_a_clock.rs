//! What starts a clock again, what does not, and what makes it no longer needed.

use chrono::NaiveDate;
use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::{
    Circumstances, Involvement, MeetingKind, Plan, PlanKind, Rearranged, Seen, Supervision,
};
use hearth::policy::clocks::due;
use hearth::policy::clocks::due::{Due, State, Whom};
use hearth::policy::clocks::when::When;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::timescale::Timescale;

use crate::golden::choosing;
use crate::happening::{allocated, child, held, meeting, nobody_in, plan, supervision, visit, worker};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn on(text: &str) -> When {
    When::Day(day(text))
}

/// Every clock of one timescale on a day, as its due date and state.
fn states(
    circumstances: &Circumstances,
    authority: Authority,
    timescale: Timescale,
    today: &str,
) -> Vec<(String, State)> {
    clocks(circumstances, &ProfileHistory::new(authority.profile().clone()), timescale, today)
        .iter()
        .map(|due| (due.due.map(|due| due.day().to_string()).unwrap_or_default(), due.state))
        .collect()
}

fn clocks(
    circumstances: &Circumstances,
    history: &ProfileHistory,
    timescale: Timescale,
    today: &str,
) -> Vec<Due> {
    let noon = day(today).and_hms_opt(12, 0, 0).unwrap().and_utc();
    due(circumstances, history, noon).into_iter().filter(|due| due.timescale == timescale).collect()
}

fn s(date: &str, state: State) -> (String, State) {
    (date.to_owned(), state)
}

#[test]
fn a_visit_at_which_the_child_was_not_seen_does_not_start_the_clock_again() {
    let mut circumstances = Circumstances {
        plans: vec![plan(PlanKind::ChildInNeed, day("2026-02-02"))],
        visits: vec![visit(1, on("2026-02-10")), nobody_in(2, on("2026-02-26"))],
        ..Circumstances::default()
    };
    let visits = |circumstances: &Circumstances, today| {
        states(circumstances, Authority::Warwickshire, Timescale::T11Visit, today)
    };
    let before = [s("2026-02-23", State::Met), s("2026-03-03", State::Open)];
    assert_eq!(visits(&circumstances, "2026-03-03"), before);
    circumstances.visits.push(visit(3, on("2026-03-05")));
    let after = [s("2026-02-23", State::Met), s("2026-03-03", State::Missed), s("2026-03-26", State::Open)];
    assert_eq!(visits(&circumstances, "2026-03-06"), after);
}

#[test]
fn each_child_has_a_clock_of_their_own() {
    let second = Plan { child: child(2), ..plan(PlanKind::ChildInNeed, day("2026-02-02")) };
    let mut both = visit(1, on("2026-02-10"));
    both.children.push(Seen { child: child(2), seen: false, alone: false, manager_told: None });
    let circumstances = Circumstances {
        plans: vec![plan(PlanKind::ChildInNeed, day("2026-02-02")), second],
        visits: vec![both],
        ..Circumstances::default()
    };
    let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
    let open: Vec<_> = clocks(&circumstances, &history, Timescale::T11Visit, "2026-02-20")
        .into_iter()
        .filter(|due| due.state == State::Open)
        .map(|due| (due.whom, due.due.unwrap().day().to_string()))
        .collect();
    assert_eq!(
        open,
        [(Whom::Child(child(2)), "2026-02-23".to_owned()), (Whom::Child(child(1)), "2026-03-03".to_owned())]
    );
}

#[test]
fn a_plan_that_asks_for_more_visits_is_what_counts_and_one_that_asks_for_fewer_is_not() {
    for (weeks, expected) in [(2, "2026-02-24"), (3, "2026-03-03"), (5, "2026-03-03")] {
        let plan =
            Plan { visit_every_days: Some(weeks * 7), ..plan(PlanKind::ChildInNeed, day("2026-02-02")) };
        let circumstances = Circumstances {
            plans: vec![plan],
            visits: vec![visit(1, on("2026-02-10"))],
            ..Circumstances::default()
        };
        let found = states(&circumstances, Authority::Warwickshire, Timescale::T11Visit, "2026-02-11");
        assert_eq!(found[1], s(expected, State::Open), "every {weeks} weeks");
    }
}

#[test]
fn closing_ends_what_was_not_yet_due_and_forgives_nothing_that_was() {
    let closed = |on: &str| Circumstances {
        involvements: vec![Involvement { closed: Some(day(on)), ..allocated(day("2026-01-05")) }],
        supervisions: vec![held(1, day("2026-02-12"))],
        ..Circumstances::default()
    };
    let supervision = |circumstances: &Circumstances| {
        states(circumstances, Authority::Walsall, Timescale::T2GroupSupervision, "2026-06-01")
    };
    assert_eq!(supervision(&closed("2026-03-01")), [s("2026-02-05", State::Missed)]);
    let late = closed("2026-03-20");
    assert_eq!(supervision(&late), [s("2026-02-05", State::Missed), s("2026-03-12", State::Missed)]);
    // Days late do not go on after closing.
    let history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let missed = clocks(&late, &history, Timescale::T2GroupSupervision, "2026-06-01");
    assert_eq!(missed[1].late.map(|late| (late.calendar_days, late.working_days)), Some((8, 6)));
}

#[test]
fn the_end_of_a_plan_ends_its_visits_and_reviews() {
    let ended = Plan { until: Some(day("2026-03-01")), ..plan(PlanKind::ChildInNeed, day("2026-02-02")) };
    let circumstances = Circumstances {
        plans: vec![ended],
        visits: vec![visit(1, on("2026-02-10")), visit(2, on("2026-02-20"))],
        meetings: vec![meeting(1, MeetingKind::Planning, day("2026-02-05"))],
        ..Circumstances::default()
    };
    let of = |timescale| states(&circumstances, Authority::Warwickshire, timescale, "2026-05-01");
    assert_eq!(
        of(Timescale::T11Visit),
        [s("2026-02-23", State::Met), s("2026-03-03", State::Met)],
        "no clock runs on"
    );
    // Nothing of it is left, so the profile says that nothing has started it.
    assert_eq!(of(Timescale::T10PlanReview), [s("", State::NotTriggered)]);
}

#[test]
fn coming_back_begins_again() {
    let first = Involvement {
        decided: Some(day("2026-01-02")),
        closed: Some(day("2026-03-01")),
        ..allocated(day("2026-01-05"))
    };
    let again = Involvement {
        referred: Some(day("2026-04-01")),
        decided: Some(day("2026-04-02")),
        ..allocated(day("2026-04-07"))
    };
    let circumstances = Circumstances {
        involvements: vec![first, again],
        supervisions: vec![held(1, day("2026-02-02"))],
        ..Circumstances::default()
    };
    let walsall = |timescale| states(&circumstances, Authority::Walsall, timescale, "2026-04-20");
    assert_eq!(walsall(Timescale::T1Allocation), [s("2026-01-09", State::Met), s("2026-04-09", State::Met)]);
    assert_eq!(
        walsall(Timescale::T2GroupSupervision),
        [s("2026-02-05", State::Met), s("2026-05-07", State::Open)]
    );
    let returned = states(&circumstances, Authority::Warwickshire, Timescale::T16Return, "2026-04-20");
    assert_eq!(returned, [s("2026-05-24", State::Met)]);
}

#[test]
fn a_manager_cannot_be_late_with_notes_that_were_not_handed_in() {
    let of = |supervision: Supervision, today| {
        let circumstances = Circumstances { supervisions: vec![supervision], ..Circumstances::default() };
        states(&circumstances, Authority::Walsall, Timescale::T4SignOffAfterSupervision, today)
    };
    let waiting = held(1, day("2026-02-12"));
    assert_eq!(of(waiting.clone(), "2026-02-15"), [s("2026-02-15", State::Open)]);
    assert_eq!(of(waiting.clone(), "2026-02-16"), [s("2026-02-15", State::NotSubmitted)]);
    let with_the_manager = Supervision { notes_submitted: Some(on("2026-02-13")), ..waiting };
    assert_eq!(of(with_the_manager, "2026-02-16"), [s("2026-02-15", State::Missed)]);
}

#[test]
fn every_worker_owes_their_own_summary() {
    let mut supervision = supervision(1, day("2026-02-12"));
    supervision.summaries = vec![(worker(1), Some(on("2026-02-09"))), (worker(2), None)];
    let circumstances = Circumstances { supervisions: vec![supervision], ..Circumstances::default() };
    let history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let timescale = Timescale::T3SummaryBeforeSupervision;
    let owed: Vec<_> = clocks(&circumstances, &history, timescale, "2026-02-10")
        .into_iter()
        .map(|due| (due.worker.unwrap(), due.state, due.is_outstanding()))
        .collect();
    assert_eq!(owed, [(worker(1), State::Met, false), (worker(2), State::NotSubmitted, true)]);
}

#[test]
fn a_summary_is_not_needed_for_a_supervision_that_was_to_come_after_closing() {
    let family = Involvement { closed: Some(day("2026-02-10")), ..allocated(day("2026-01-05")) };
    let circumstances = Circumstances {
        involvements: vec![family],
        supervisions: vec![supervision(1, day("2026-02-26"))],
        ..Circumstances::default()
    };
    let found =
        states(&circumstances, Authority::Walsall, Timescale::T3SummaryBeforeSupervision, "2026-03-10");
    assert_eq!(found, [s("", State::NotTriggered)]);
}

#[test]
fn critical_information_asks_for_the_case_summary_at_once() {
    let mut circumstances = Circumstances {
        involvements: vec![allocated(day("2026-01-05"))],
        case_summaries: vec![day("2026-01-20")],
        ..Circumstances::default()
    };
    let timescale = Timescale::T6CaseSummary;
    let of =
        |circumstances: &Circumstances, today| states(circumstances, Authority::WestSussex, timescale, today);
    let first = s("2026-04-05", State::Met);
    assert_eq!(of(&circumstances, "2026-02-01"), [first.clone(), s("2026-04-20", State::Open)]);
    circumstances.critical_information.push(day("2026-02-10"));
    // "Sooner" has no number: a target, and no miss.
    assert_eq!(of(&circumstances, "2026-02-10"), [s("2026-02-10", State::Open), first.clone()]);
    assert_eq!(of(&circumstances, "2026-02-11"), [s("2026-02-10", State::ExceededSoftTarget), first.clone()]);
    circumstances.case_summaries.push(day("2026-02-10"));
    assert_eq!(
        of(&circumstances, "2026-02-11"),
        [s("2026-02-10", State::Met), first, s("2026-05-10", State::Open)]
    );
}

#[test]
fn leave_may_move_supervision_by_two_weeks_and_other_reasons_have_no_limit() {
    let moved = |reason: &str, to: &str| {
        let rearranged = vec![Rearranged { from: day("2026-02-12"), reason: reason.into() }];
        let supervision = Supervision { rearranged, ..held(1, day(to)) };
        let circumstances = Circumstances { supervisions: vec![supervision], ..Circumstances::default() };
        states(&circumstances, Authority::WestSussex, Timescale::T19RearrangedForLeave, "2026-06-01")
    };
    assert_eq!(moved("annual_leave", "2026-02-26"), [s("2026-02-26", State::Met)]);
    assert_eq!(moved("annual_leave", "2026-02-27"), [s("2026-02-26", State::Missed)]);
    for reason in ["court", "sickness", "crisis"] {
        assert_eq!(moved(reason, "2026-03-27"), [s("", State::NotTriggered)], "{reason}");
    }
}

#[test]
fn a_transfer_summary_is_needed_only_after_four_weeks() {
    let of = |requested: Option<&str>, summary: Option<&str>| {
        let family = Involvement {
            referring_team_began: Some(day("2026-01-05")),
            transfer_requested: requested.map(day),
            transfer_summary: summary.map(day),
            ..Involvement::default()
        };
        let circumstances = Circumstances { involvements: vec![family], ..Circumstances::default() };
        let found =
            states(&circumstances, Authority::Warwickshire, Timescale::T14TransferSummary, "2026-02-20");
        found[0].clone()
    };
    assert_eq!(of(None, None), s("", State::NotTriggered));
    assert_eq!(of(Some("2026-02-01"), None), s("", State::NotTriggered));
    assert_eq!(of(Some("2026-02-02"), None), s("2026-02-02", State::Missed));
    assert_eq!(of(Some("2026-02-02"), Some("2026-02-02")), s("2026-02-02", State::Met));
    assert_eq!(of(Some("2026-02-02"), Some("2026-02-04")), s("2026-02-02", State::Missed));
}

#[test]
fn not_seen_alone_asks_for_a_word_to_the_manager_and_another_visit() {
    let mut seen_with_others = visit(1, on("2026-02-12"));
    seen_with_others.children[0].alone = false;
    let mut circumstances = Circumstances { visits: vec![seen_with_others], ..Circumstances::default() };
    let told = choosing("walsall", Timescale::T20NotSeenAloneTold, "");
    let mut both = told;
    both.turn(Timescale::T20NotSeenAloneVisit, true).unwrap();
    let history = ProfileHistory::new(both);
    let of = |circumstances: &Circumstances, timescale| {
        let found = clocks(circumstances, &history, timescale, "2026-02-20");
        found.iter().map(|due| (due.due.unwrap().day().to_string(), due.state)).collect::<Vec<_>>()
    };
    assert_eq!(of(&circumstances, Timescale::T20NotSeenAloneTold), [s("2026-02-14", State::Missed)]);
    assert_eq!(of(&circumstances, Timescale::T20NotSeenAloneVisit), [s("2026-02-19", State::Missed)]);
    circumstances.visits[0].children[0].manager_told = Some(on("2026-02-13"));
    circumstances.visits.push(visit(2, on("2026-02-17")));
    assert_eq!(of(&circumstances, Timescale::T20NotSeenAloneTold), [s("2026-02-14", State::Met)]);
    assert_eq!(of(&circumstances, Timescale::T20NotSeenAloneVisit), [s("2026-02-19", State::Met)]);
}

#[test]
fn protection_conferences_follow_one_another() {
    let circumstances = Circumstances {
        plans: vec![plan(PlanKind::ChildProtection, day("2026-02-12"))],
        meetings: vec![
            meeting(1, MeetingKind::InitialConference, day("2026-02-12")),
            meeting(2, MeetingKind::CoreGroup, day("2026-02-24")),
            meeting(3, MeetingKind::ReviewConference, day("2026-05-05")),
        ],
        ..Circumstances::default()
    };
    let mut profile = Authority::Walsall.profile().clone();
    for timescale in
        [Timescale::T20CoreGroup, Timescale::T20FirstReviewConference, Timescale::T20ReviewConference]
    {
        profile.turn(timescale, true).unwrap();
    }
    let history = ProfileHistory::new(profile);
    let of = |timescale| {
        let found = clocks(&circumstances, &history, timescale, "2026-06-01");
        found.iter().map(|due| (due.due.unwrap().day().to_string(), due.state)).collect::<Vec<_>>()
    };
    assert_eq!(of(Timescale::T20CoreGroup), [s("2026-02-26", State::Met)]);
    assert_eq!(of(Timescale::T20FirstReviewConference), [s("2026-05-12", State::Met)]);
    assert_eq!(of(Timescale::T20ReviewConference), [s("2026-11-05", State::Open)]);
}

/// The same circumstances, profile and time give the same list, whatever order they were told in.
#[test]
fn the_order_of_telling_does_not_matter() {
    let mut circumstances = Circumstances {
        involvements: vec![allocated(day("2026-01-05"))],
        supervisions: vec![
            held(1, day("2026-02-02")),
            held(2, day("2026-03-02")),
            supervision(3, day("2026-04-01")),
        ],
        visits: vec![visit(1, on("2026-01-20")), visit(2, on("2026-02-10")), visit(3, on("2026-03-03"))],
        plans: vec![plan(PlanKind::ChildInNeed, day("2026-01-12"))],
        case_summaries: vec![day("2026-02-20"), day("2026-01-20")],
        ..Circumstances::default()
    };
    for authority in [Authority::Walsall, Authority::WestSussex, Authority::Warwickshire] {
        let history = ProfileHistory::new(authority.profile().clone());
        let now = on("2026-03-20").ends();
        let one = due(&circumstances, &history, now);
        circumstances.supervisions.reverse();
        circumstances.visits.reverse();
        circumstances.case_summaries.reverse();
        assert_eq!(due(&circumstances, &history, now), one, "{authority:?}");
    }
}

#[test]
fn a_managers_review_counts_from_the_month_before_six_months_are_over() {
    let reviewed = |on: &[&str]| {
        let manager_reviews = on.iter().map(|on| day(on)).collect();
        let family = Involvement { manager_reviews, ..allocated(day("2026-01-05")) };
        let circumstances = Circumstances { involvements: vec![family], ..Circumstances::default() };
        states(&circumstances, Authority::Warwickshire, Timescale::T13ManagerReview, "2026-07-20")
    };
    assert_eq!(reviewed(&["2026-02-02"]), [s("2026-07-05", State::Missed)]);
    assert_eq!(reviewed(&["2026-02-02", "2026-06-05"]), [s("2026-07-05", State::Met)]);
    assert_eq!(reviewed(&["2026-07-07"]), [s("2026-07-05", State::Missed)]);
}

#[test]
fn only_statutory_visits_have_a_day_to_be_recorded_by() {
    let mut seen = visit(1, on("2026-02-12"));
    seen.statutory = false;
    let circumstances = Circumstances {
        plans: vec![plan(PlanKind::ChildInNeed, day("2026-02-02"))],
        visits: vec![seen],
        ..Circumstances::default()
    };
    let record = states(&circumstances, Authority::Walsall, Timescale::T5VisitRecord, "2026-02-20");
    assert_eq!(record, [s("", State::NotTriggered)]);
    // The child was seen all the same.
    let visits = states(&circumstances, Authority::Warwickshire, Timescale::T11Visit, "2026-02-20");
    assert_eq!(visits[0], s("2026-02-23", State::Met));
}
