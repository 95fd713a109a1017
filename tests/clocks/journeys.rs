//! For each authority one journey from referral to closing and re-referral, with every clock's state at four
//! dates: told as plain dates, and again through the commands that practitioners give. Worked out by hand: the
//! sums stand beside what is not plain.

use chrono::NaiveDate;
use hearth::policy::authority::Authority;
use hearth::policy::clocks::circumstances::{
    Circumstances, Involvement, Meeting, MeetingKind, Plan, PlanKind, Rearranged, StepDown, Supervision,
    Visit,
};
use hearth::policy::clocks::due;
use hearth::policy::clocks::when::When;
use hearth::policy::london::at_london;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::timescale::Timescale;

use crate::as_it_stood::as_it_stood;
use crate::happening::{allocated, child, held, meeting, nobody_in, plan, thing, visit, worker};
use crate::through_commands;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn on(text: &str) -> Option<When> {
    Some(When::Day(day(text)))
}

/// "2026-02-03 10:00" in London.
fn at(text: &str) -> When {
    When::At(at_london(chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()))
}

/// What was known on a day, however it was told.
type Told<'a> = dyn Fn(NaiveDate) -> Circumstances + 'a;

/// Every clock that has started, at noon of a day.
#[track_caller]
fn stands(told: &Told<'_>, history: &ProfileHistory, today: &str, expected: &[&str]) {
    let now = at_london(day(today).and_hms_opt(12, 0, 0).unwrap());
    let found: Vec<String> = due(&told(day(today)), history, now)
        .iter()
        .map(|due| {
            let date = due.due.map_or("no date".to_owned(), |due| due.day().to_string());
            let late = due.late.map(|late| format!(" {}/{}", late.calendar_days, late.working_days));
            format!("{} {date} {}{}", due.timescale.code(), due.state.code(), late.unwrap_or_default())
        })
        .collect();
    assert_eq!(found, expected, "on {today}: {found:#?}");
}

/// Decided on Thursday 15 January; three supervisions, the second rearranged; closed on 30 April; back in June.
fn safeguarding() -> Circumstances {
    let first = Supervision {
        reminder_sent: Some(day("2026-02-05")),
        summaries: vec![(worker(1), on("2026-02-06")), (worker(2), on("2026-02-10"))],
        notes_submitted: on("2026-02-12"),
        authorised: on("2026-02-16"),
        ..held(1, day("2026-02-12"))
    };
    let second = Supervision {
        rearranged: vec![Rearranged { from: day("2026-03-12"), reason: "annual_leave".into() }],
        summaries: vec![(worker(1), on("2026-03-13")), (worker(2), None)],
        notes_submitted: on("2026-03-20"),
        authorised: on("2026-03-20"),
        ..held(2, day("2026-03-19"))
    };
    let prompt = Visit { recorded: Some(at("2026-02-04 09:30")), ..visit(3, at("2026-02-03 10:00")) };
    let slow = Visit { recorded: Some(at("2026-03-05 10:00")), ..nobody_in(4, at("2026-03-03 15:00")) };
    Circumstances {
        involvements: vec![
            Involvement {
                decided: Some(day("2026-01-15")),
                closed: Some(day("2026-04-30")),
                ..allocated(day("2026-01-20"))
            },
            Involvement {
                referred: Some(day("2026-05-25")),
                decided: Some(day("2026-06-01")),
                ..allocated(day("2026-06-10"))
            },
        ],
        supervisions: vec![first, second],
        visits: vec![prompt, slow],
        case_summaries: vec![day("2026-02-20")],
        ..Circumstances::default()
    }
}

#[test]
fn walsall_as_plain_dates() {
    let whole = safeguarding();
    walsall(&|day| as_it_stood(&whole, day));
}

#[test]
fn walsall_through_commands() {
    let story = through_commands::safeguarding(Authority::Walsall);
    walsall(&|day| story.told_on(day));
}

fn walsall(told: &Told<'_>) {
    let history = ProfileHistory::new(Authority::Walsall.profile().clone());
    let stands = |today, expected: &[&str]| stands(told, &history, today, expected);
    stands(
        "2026-02-08",
        &[
            "t1_allocation 2026-01-22 met",
            // Tuesday 3 February 10:00 and 24 hours; recorded half an hour sooner.
            "t5_visit_record 2026-02-04 met",
            // Thursday 12th: three days and three working days before are both the Monday.
            "t3_summary_before_supervision 2026-02-09 met",
            "t3_summary_before_supervision 2026-02-09 open",
            "t2_group_supervision 2026-02-20 open",
            "t4_sign_off_after_supervision no date not_triggered",
        ],
    );
    stands(
        "2026-03-05",
        &[
            "t1_allocation 2026-01-22 met",
            "t5_visit_record 2026-02-04 met",
            "t3_summary_before_supervision 2026-02-09 met",
            "t3_summary_before_supervision 2026-02-09 missed 1/1",
            // Three days after the 12th is Sunday the 15th; authorised on the Monday.
            "t4_sign_off_after_supervision 2026-02-15 missed 1/1",
            "t2_group_supervision 2026-02-20 met",
            // Nobody was in; the record is due all the same.
            "t5_visit_record 2026-03-04 missed 1/1",
            // Planned for 12 March: three working days before is Monday the 9th.
            "t3_summary_before_supervision 2026-03-09 open",
            "t3_summary_before_supervision 2026-03-09 open",
            "t2_group_supervision 2026-03-12 open",
        ],
    );
    let closed = [
        "t1_allocation 2026-01-22 met",
        "t5_visit_record 2026-02-04 met",
        "t3_summary_before_supervision 2026-02-09 met",
        "t3_summary_before_supervision 2026-02-09 missed 1/1",
        "t4_sign_off_after_supervision 2026-02-15 missed 1/1",
        "t2_group_supervision 2026-02-20 met",
        "t5_visit_record 2026-03-04 missed 1/1",
        "t2_group_supervision 2026-03-12 missed 7/5",
        // Held on Thursday 19 March: Monday the 16th.
        "t3_summary_before_supervision 2026-03-16 met",
    ];
    let after = ["t4_sign_off_after_supervision 2026-03-22 met"];
    stands(
        "2026-05-05",
        &[
            &closed[..],
            // The other worker's summary never came: Monday 16 March to Tuesday 5 May is 50 days. Working days
            // 35 less Good Friday, Easter Monday and 4 May.
            &["t3_summary_before_supervision 2026-03-16 not_submitted 50/33"],
            &after,
            // Due on Sunday 19 April; nobody needed it from closing on Thursday the 30th.
            &["t2_group_supervision 2026-04-19 missed 11/9"],
        ]
        .concat(),
    );
    stands(
        "2026-06-12",
        &[
            &closed[..],
            &["t3_summary_before_supervision 2026-03-16 not_submitted 88/60"],
            &after,
            &[
                "t2_group_supervision 2026-04-19 missed 11/9",
                // Decided on Monday 1 June, allocated on Wednesday the 10th.
                "t1_allocation 2026-06-08 missed 2/2",
                "t2_group_supervision 2026-07-10 open",
            ],
        ]
        .concat(),
    );
}

#[test]
fn west_sussex_as_plain_dates() {
    let whole = safeguarding();
    west_sussex(&|day| as_it_stood(&whole, day));
}

#[test]
fn west_sussex_through_commands() {
    let story = through_commands::safeguarding(Authority::WestSussex);
    west_sussex(&|day| story.told_on(day));
}

fn west_sussex(told: &Told<'_>) {
    let history = ProfileHistory::new(Authority::WestSussex.profile().clone());
    let stands = |today, expected: &[&str]| stands(told, &history, today, expected);
    stands(
        "2026-02-08",
        &[
            "t1_allocation 2026-01-22 met",
            "t5_visit_record 2026-02-04 met",
            "t3_reminder_before_supervision 2026-02-05 met",
            "t3_summary_before_supervision 2026-02-09 met",
            "t3_summary_before_supervision 2026-02-09 open",
            "t2_group_supervision 2026-02-20 open",
            "t6_case_summary 2026-04-20 open",
            "t4_sign_off_after_supervision no date not_triggered",
            "t4_minutes_after_supervision no date not_triggered",
            "t18_planning_talk no date not_triggered",
            "t19_rearranged_for_leave no date not_triggered",
        ],
    );
    stands(
        "2026-03-05",
        &[
            "t1_allocation 2026-01-22 met",
            "t5_visit_record 2026-02-04 met",
            "t3_reminder_before_supervision 2026-02-05 met",
            "t3_summary_before_supervision 2026-02-09 met",
            "t3_summary_before_supervision 2026-02-09 missed 1/1",
            // "Before moving on to the next case": the same day.
            "t4_sign_off_after_supervision 2026-02-12 missed 4/2",
            "t4_minutes_after_supervision 2026-02-15 met",
            "t2_group_supervision 2026-02-20 met",
            "t5_visit_record 2026-03-04 missed 1/1",
            // Five working days before Thursday 12 March.
            "t3_reminder_before_supervision 2026-03-05 open",
            "t3_summary_before_supervision 2026-03-09 open",
            "t3_summary_before_supervision 2026-03-09 open",
            "t2_group_supervision 2026-03-12 open",
            "t6_case_summary 2026-04-20 met",
            "t6_case_summary 2026-05-20 open",
            "t18_planning_talk no date not_triggered",
            "t19_rearranged_for_leave no date not_triggered",
        ],
    );
    let closed = [
        "t1_allocation 2026-01-22 met",
        "t5_visit_record 2026-02-04 met",
        "t3_reminder_before_supervision 2026-02-05 met",
        "t3_summary_before_supervision 2026-02-09 met",
        "t3_summary_before_supervision 2026-02-09 missed 1/1",
        "t4_sign_off_after_supervision 2026-02-12 missed 4/2",
        "t4_minutes_after_supervision 2026-02-15 met",
        "t2_group_supervision 2026-02-20 met",
        "t5_visit_record 2026-03-04 missed 1/1",
        "t2_group_supervision 2026-03-12 missed 7/5",
    ];
    let summary = "t3_summary_before_supervision 2026-03-16 met";
    let rest = [
        "t4_sign_off_after_supervision 2026-03-19 missed 1/1",
        "t4_minutes_after_supervision 2026-03-22 met",
        // Two weeks of leave from 12 March; held on the 19th.
        "t19_rearranged_for_leave 2026-03-26 met",
        "t2_group_supervision 2026-04-19 missed 11/9",
        "t6_case_summary 2026-04-20 met",
    ];
    stands(
        "2026-05-05",
        &[
            &closed[..],
            &[
                // Five working days before Thursday 19 March; never sent.
                "t3_reminder_before_supervision 2026-03-12 missed 54/35",
                summary,
                "t3_summary_before_supervision 2026-03-16 not_submitted 50/33",
            ],
            &rest,
            &["t18_planning_talk no date not_triggered"],
        ]
        .concat(),
    );
    stands(
        "2026-06-12",
        &[
            &closed[..],
            &[
                "t3_reminder_before_supervision 2026-03-12 missed 92/62",
                summary,
                "t3_summary_before_supervision 2026-03-16 not_submitted 88/60",
            ],
            &rest,
            &[
                "t1_allocation 2026-06-08 missed 2/2",
                "t2_group_supervision 2026-07-10 open",
                "t6_case_summary 2026-09-10 open",
                "t18_planning_talk no date not_triggered",
            ],
        ]
        .concat(),
    );
}

/// A child in need: assessed, transferred, planned, visited, reviewed, stepped down, closed, referred again.
fn child_in_need() -> Circumstances {
    let meeting = |number, kind, held: &str, copies: &str| Meeting {
        copies_sent: Some(day(copies)),
        minutes_sent: Some(day(copies)),
        ..meeting(number, kind, day(held))
    };
    Circumstances {
        involvements: vec![
            Involvement {
                referring_team_began: Some(day("2026-01-05")),
                assessment_completed: Some(day("2026-01-30")),
                transfer_requested: Some(day("2026-02-06")),
                transfer_summary: Some(day("2026-02-06")),
                transfer_decided: Some(day("2026-02-10")),
                allocated: Some(day("2026-02-10")),
                closed: Some(day("2026-06-30")),
                ..Involvement::default()
            },
            Involvement { referred: Some(day("2026-08-03")), ..Involvement::default() },
        ],
        plans: vec![Plan {
            until: Some(day("2026-05-22")),
            ..plan(PlanKind::ChildInNeed, day("2026-02-10"))
        }],
        step_downs: vec![StepDown {
            thing: thing(80),
            children: vec![child(1)],
            plan_ended: day("2026-05-22"),
            completed: Some(day("2026-06-26")),
        }],
        meetings: vec![
            meeting(1, MeetingKind::Planning, "2026-02-25", "2026-03-04"),
            meeting(2, MeetingKind::Review, "2026-04-09", "2026-04-10"),
            meeting(3, MeetingKind::Review, "2026-05-20", "2026-05-29"),
        ],
        visits: vec![
            visit(11, When::Day(day("2026-03-10"))),
            nobody_in(12, When::Day(day("2026-03-30"))),
            visit(13, When::Day(day("2026-04-02"))),
            visit(14, When::Day(day("2026-04-23"))),
            visit(15, When::Day(day("2026-05-13"))),
        ],
        ..Circumstances::default()
    }
}

#[test]
fn warwickshire_as_plain_dates() {
    let whole = child_in_need();
    warwickshire(&|day| as_it_stood(&whole, day));
}

#[test]
fn warwickshire_through_commands() {
    let story = through_commands::child_in_need(Authority::Warwickshire);
    warwickshire(&|day| story.told_on(day));
}

fn warwickshire(told: &Told<'_>) {
    let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
    let stands = |today, expected: &[&str]| stands(told, &history, today, expected);
    let entry = [
        // Involved from 5 January: four weeks are the 2nd of February, before the transfer was asked for.
        "t14_transfer_summary 2026-02-06 met",
        // Ten days after 30 January is the earlier reading; the plan came a day later.
        "t7_interim_plan 2026-02-09 missed 1/1",
        "t17_workflow_meeting 2026-02-13 met",
    ];
    stands(
        "2026-02-20",
        &[
            &entry[..],
            &[
                // Twenty working days after Friday 30 January.
                "t8_planning_meeting 2026-02-27 open",
                "t11_visit 2026-03-03 open",
                // Six weeks from the start of the plan, since there was no meeting yet.
                "t10_plan_review 2026-03-24 open",
                "t12_length_of_work 2026-06-02 open",
                "t13_manager_review 2026-08-10 open",
                "t9_plan_copies no date not_triggered",
                "t15_step_down no date not_triggered",
                "t16_return no date not_triggered",
                "t18_monitoring no date not_triggered",
            ],
        ]
        .concat(),
    );
    let spring = [
        "t8_planning_meeting 2026-02-27 met",
        "t11_visit 2026-03-03 missed 7/5",
        "t9_plan_copies 2026-03-04 met",
    ];
    stands(
        "2026-04-01",
        &[
            &entry[..],
            &spring,
            &[
                // Seen on 10 March; on the 30th nobody was in.
                "t11_visit 2026-03-31 missed 1/1",
                "t10_plan_review 2026-04-08 open",
                "t12_length_of_work 2026-06-02 open",
                "t13_manager_review 2026-08-10 open",
                "t15_step_down no date not_triggered",
                "t16_return no date not_triggered",
                "t18_monitoring no date not_triggered",
            ],
        ]
        .concat(),
    );
    let summer = [
        "t11_visit 2026-03-31 missed 2/2",
        "t10_plan_review 2026-04-08 missed 1/1",
        "t9_plan_copies 2026-04-16 met",
        "t11_visit 2026-04-23 met",
        "t11_visit 2026-05-14 met",
        "t10_plan_review 2026-05-21 met",
        // Five working days from Wednesday 20 May, over the spring bank holiday.
        "t9_plan_copies 2026-05-28 missed 1/1",
    ];
    stands(
        "2026-06-05",
        &[
            &entry[..],
            &spring,
            &summer,
            &[
                "t12_length_of_work 2026-06-02 exceeded_soft_target 3/3",
                "t15_step_down 2026-07-03 open",
                "t13_manager_review 2026-08-10 open",
                "t16_return no date not_triggered",
                "t18_monitoring no date not_triggered",
            ],
        ]
        .concat(),
    );
    stands(
        "2026-08-10",
        &[
            &entry[..],
            &spring,
            &summer,
            &[
                // Closed on 30 June.
                "t12_length_of_work 2026-06-02 exceeded_soft_target 28/20",
                "t15_step_down 2026-07-03 met",
                // Referred again on 3 August, within twelve weeks.
                "t16_return 2026-09-22 met",
                "t13_manager_review no date not_triggered",
                "t18_monitoring no date not_triggered",
            ],
        ]
        .concat(),
    );
}

#[test]
fn bury_with_presets_that_were_checked_locally_as_plain_dates() {
    let whole = child_in_need();
    bury_with_presets_that_were_checked_locally(&|day| as_it_stood(&whole, day));
}

#[test]
fn bury_with_presets_that_were_checked_locally_through_commands() {
    let story = through_commands::child_in_need(Authority::Bury);
    bury_with_presets_that_were_checked_locally(&|day| story.told_on(day));
}

fn bury_with_presets_that_were_checked_locally(told: &Told<'_>) {
    // By the slides alone nothing is ever due.
    for today in ["2026-02-20", "2026-04-01", "2026-06-05", "2026-08-10"] {
        stands(told, &ProfileHistory::new(Authority::Bury.profile().clone()), today, &[]);
    }
    let mut profile = Authority::Bury.profile().clone();
    for timescale in
        [Timescale::T20ChildInNeedVisit, Timescale::T20ChildInNeedReview, Timescale::T20ReviewMinutes]
    {
        profile.turn(timescale, true).unwrap();
    }
    let history = ProfileHistory::new(profile);
    let stands = |today, expected: &[&str]| stands(told, &history, today, expected);
    stands(
        "2026-02-20",
        &[
            "t20_child_in_need_visit 2026-03-24 open",
            "t20_child_in_need_review 2026-05-05 open",
            "t20_review_minutes no date not_triggered",
        ],
    );
    stands(
        "2026-04-01",
        &[
            "t20_child_in_need_visit 2026-03-24 met",
            "t20_child_in_need_visit 2026-04-21 open",
            "t20_child_in_need_review 2026-05-20 open",
            "t20_review_minutes no date not_triggered",
        ],
    );
    let lately = [
        "t20_child_in_need_visit 2026-03-24 met",
        "t20_review_minutes 2026-04-14 met",
        "t20_child_in_need_visit 2026-04-21 met",
        "t20_child_in_need_visit 2026-05-14 met",
        "t20_child_in_need_review 2026-05-20 met",
        // Five days from 20 May; sent on Friday the 29th.
        "t20_review_minutes 2026-05-25 missed 4/4",
        "t20_child_in_need_visit 2026-06-04 met",
        "t20_child_in_need_review 2026-07-02 met",
    ];
    stands("2026-06-05", &lately);
    stands("2026-08-10", &lately);
}

#[test]
fn the_hertfordshire_model_as_plain_dates() {
    let whole = safeguarding();
    the_hertfordshire_model(&|day| as_it_stood(&whole, day));
}

#[test]
fn the_hertfordshire_model_through_commands() {
    let story = through_commands::safeguarding(Authority::Hertfordshire);
    the_hertfordshire_model(&|day| story.told_on(day));
}

fn the_hertfordshire_model(told: &Told<'_>) {
    let history = ProfileHistory::new(Authority::Hertfordshire.profile().clone());
    let stands = |today, expected: &[&str]| stands(told, &history, today, expected);
    stands(
        "2026-02-08",
        &[
            // Finalised before the session: no number of days.
            "t3_summary_before_supervision 2026-02-12 met",
            "t3_summary_before_supervision 2026-02-12 open",
            "t2_group_supervision no date open",
            "t4_sign_off_after_supervision no date not_triggered",
        ],
    );
    stands(
        "2026-03-05",
        &[
            "t3_summary_before_supervision 2026-02-12 met",
            "t3_summary_before_supervision 2026-02-12 met",
            "t3_summary_before_supervision 2026-03-12 open",
            "t3_summary_before_supervision 2026-03-12 open",
            "t2_group_supervision no date met",
            "t2_group_supervision no date open",
            "t4_sign_off_after_supervision no date met",
        ],
    );
    let summaries = |late| {
        [
            "t3_summary_before_supervision 2026-02-12 met",
            "t3_summary_before_supervision 2026-02-12 met",
            "t3_summary_before_supervision 2026-03-19 met",
            late,
        ]
    };
    stands(
        "2026-05-05",
        &[
            &summaries("t3_summary_before_supervision 2026-03-19 not_submitted 47/30")[..],
            &[
                "t2_group_supervision no date met",
                "t2_group_supervision no date met",
                "t4_sign_off_after_supervision no date met",
                "t4_sign_off_after_supervision no date met",
            ],
        ]
        .concat(),
    );
    stands(
        "2026-06-12",
        &[
            &summaries("t3_summary_before_supervision 2026-03-19 not_submitted 85/57")[..],
            &[
                "t2_group_supervision no date met",
                // Allocated again on 10 June.
                "t2_group_supervision no date open",
                "t2_group_supervision no date met",
                "t4_sign_off_after_supervision no date met",
                "t4_sign_off_after_supervision no date met",
            ],
        ]
        .concat(),
    );
}
