//! The least that has to happen for one clock to start.

use chrono::{Days, NaiveDate, TimeDelta};
use hearth::model::ids::{PersonId, PractitionerId};
use hearth::policy::clocks::circumstances::{
    Circumstances, Involvement, Meeting, MeetingKind, Plan, PlanKind, Rearranged, Seen, StepDown,
    StrategyDiscussion, Supervision, Thing, Visit,
};
use hearth::policy::clocks::when::When;
use hearth::policy::profile::practice::ANNUAL_LEAVE;
use hearth::policy::profile::timescale::{Start, Timescale};

pub fn thing(number: u8) -> Thing {
    Thing([number; 16])
}

pub fn child(number: u8) -> PersonId {
    PersonId::from_bytes([number; 16])
}

pub fn worker(number: u8) -> PractitionerId {
    PractitionerId::from_bytes([number; 16])
}

pub fn ago(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap()
}

/// A supervision planned for a day, of which one worker owes a summary.
pub fn supervision(number: u8, planned: NaiveDate) -> Supervision {
    Supervision {
        thing: thing(number),
        planned,
        rearranged: Vec::new(),
        held: None,
        reminder_sent: None,
        summaries: vec![(worker(1), None)],
        notes_submitted: None,
        authorised: None,
    }
}

pub fn held(number: u8, day: NaiveDate) -> Supervision {
    Supervision { held: Some(day), ..supervision(number, day) }
}

/// A visit at which child 1 was seen alone.
pub fn visit(number: u8, started: When) -> Visit {
    let seen = Seen { child: child(1), seen: true, alone: true, manager_told: None };
    Visit {
        thing: thing(number),
        by: Some(worker(1)),
        statutory: true,
        started,
        ended: None,
        recorded: None,
        children: vec![seen],
    }
}

/// A visit at which child 1 was not seen.
pub fn nobody_in(number: u8, started: When) -> Visit {
    let mut visit = visit(number, started);
    visit.children[0].seen = false;
    visit.children[0].alone = false;
    visit
}

pub fn plan(kind: PlanKind, from: NaiveDate) -> Plan {
    Plan { thing: thing(90), child: child(1), kind, from, until: None, visit_every_days: None }
}

pub fn meeting(number: u8, kind: MeetingKind, held: NaiveDate) -> Meeting {
    Meeting {
        thing: thing(number),
        kind,
        planned: None,
        held: Some(held),
        children: vec![child(1)],
        copies_sent: None,
        minutes_sent: None,
        report_shared: None,
    }
}

pub fn allocated(day: NaiveDate) -> Involvement {
    Involvement { allocated: Some(day), ..Involvement::default() }
}

/// What starts this clock, then.
pub fn happening(timescale: Timescale, from: Start, start: When, plan_weeks: Option<u16>) -> Circumstances {
    use MeetingKind as M;
    use PlanKind as P;
    use Timescale as T;
    let day = start.day();
    let mut it = Circumstances::default();
    let mut family = allocated(ago(day, 40));
    match timescale {
        T::T1Allocation => family = Involvement { decided: Some(day), ..Involvement::default() },
        T::T2GroupSupervision => it.supervisions.push(held(1, day)),
        T::T3SummaryBeforeSupervision | T::T3ReminderBeforeSupervision => {
            it.supervisions.push(supervision(1, day));
        }
        T::T4SignOffAfterSupervision if from == Start::NotesSubmitted => {
            let notes_submitted = Some(start);
            it.supervisions.push(Supervision { notes_submitted, ..held(1, ago(day, 1)) });
        }
        T::T4SignOffAfterSupervision | T::T4MinutesAfterSupervision => it.supervisions.push(held(1, day)),
        T::T5VisitRecord if from == Start::VisitEnded => {
            let started = match start {
                When::Day(day) => When::Day(ago(day, 1)),
                When::At(at) => When::At(at - TimeDelta::hours(1)),
            };
            it.visits.push(Visit { ended: Some(start), ..visit(1, started) });
        }
        T::T5VisitRecord => it.visits.push(visit(1, start)),
        T::T6CaseSummary if from == Start::CriticalInformation => {
            it.case_summaries.push(ago(day, 10));
            it.critical_information.push(day);
        }
        T::T6CaseSummary => it.case_summaries.push(day),
        T::T7InterimPlan => family.assessment_completed = Some(day),
        T::T8PlanningMeeting => {
            family.assessment_completed = Some(if from == Start::InterimPlan { ago(day, 5) } else { day });
            if from == Start::InterimPlan {
                it.plans.push(plan(P::ChildInNeed, day));
            }
        }
        T::T9PlanCopies => it.meetings.push(meeting(1, M::Planning, day)),
        T::T10PlanReview | T::T20ChildInNeedReview => {
            it.plans.push(plan(P::ChildInNeed, ago(day, 60)));
            it.meetings.extend([meeting(1, M::Planning, ago(day, 30)), meeting(2, M::Review, day)]);
        }
        T::T11Visit | T::T20ChildInNeedVisit | T::T20ChildProtectionVisit => {
            let kind =
                if timescale == T::T20ChildProtectionVisit { P::ChildProtection } else { P::ChildInNeed };
            it.plans.push(Plan {
                visit_every_days: plan_weeks.map(|weeks| weeks * 7),
                ..plan(kind, ago(day, 10))
            });
            it.visits.push(visit(1, start));
        }
        T::T12LengthOfWork | T::T13ManagerReview if from == Start::PlanningMeeting => {
            it.meetings.push(meeting(1, M::Planning, day));
        }
        T::T12LengthOfWork | T::T13ManagerReview => family = allocated(day),
        T::T14TransferSummary => family.referring_team_began = Some(day),
        T::T15StepDown => it.step_downs.push(StepDown {
            thing: thing(1),
            children: vec![child(1)],
            plan_ended: day,
            completed: None,
        }),
        T::T16Return => family.closed = Some(day),
        T::T17WorkflowMeeting => family.transfer_requested = Some(day),
        T::T18Monitoring => it.monitoring.push(day),
        T::T18PlanningTalk => it.planning_talks.push(day),
        T::T19RearrangedForLeave => {
            let rearranged = vec![Rearranged { from: day, reason: ANNUAL_LEAVE.into() }];
            it.supervisions.push(Supervision { rearranged, ..supervision(1, day) });
        }
        T::T20NotSeenAloneTold | T::T20NotSeenAloneVisit => it.visits.push(nobody_in(1, start)),
        T::T20ReviewMinutes => it.meetings.push(meeting(1, M::Review, day)),
        T::T20InitialConference => it.strategy_discussions.push(StrategyDiscussion {
            on: day,
            children: vec![child(1)],
            leads_to_conference: true,
        }),
        T::T20CoreGroup | T::T20FirstReviewConference => {
            it.plans.push(plan(P::ChildProtection, day));
            it.meetings.push(meeting(1, M::InitialConference, day));
        }
        T::T20ReviewConference => {
            it.plans.push(plan(P::ChildProtection, ago(day, 80)));
            it.meetings.push(meeting(1, M::InitialConference, ago(day, 80)));
            it.meetings.push(meeting(2, M::ReviewConference, day));
        }
        T::T20ReportBeforeInitialConference => it.meetings.push(meeting(1, M::InitialConference, day)),
        T::T20ReportBeforeReviewConference => it.meetings.push(meeting(1, M::ReviewConference, day)),
        T::T20FirstPlacementVisit | T::T20FirstLookedAfterReview => {
            it.plans.push(plan(P::LookedAfter, day));
        }
        T::T20PlacementVisit => {
            it.plans.push(plan(P::LookedAfter, ago(day, 5)));
            it.visits.push(visit(1, start));
        }
        T::T20SecondLookedAfterReview => {
            it.plans.push(plan(P::LookedAfter, ago(day, 20)));
            it.meetings.push(meeting(1, M::LookedAfterReview, day));
        }
        T::T20LookedAfterReview => {
            it.plans.push(plan(P::LookedAfter, ago(day, 100)));
            it.meetings.push(meeting(1, M::LookedAfterReview, ago(day, 80)));
            it.meetings.push(meeting(2, M::LookedAfterReview, day));
        }
    }
    it.involvements.push(family);
    it
}
