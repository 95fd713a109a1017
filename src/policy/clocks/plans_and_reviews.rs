//! Child in need plans: the interim plan (T7), the planning meeting (T8), copies (T9), reviews (T10) and
//! step-down support (T15). `domain.md` R70 to R75, R87.

use chrono::NaiveDate;

use crate::policy::profile::timescale::{Start, Timescale};

use super::circumstances::{Circumstances, Involvement, MeetingKind, Plan, PlanKind};
use super::due::{Running, Whom};
use super::when::When;
use super::{Again, Clocks};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for involvement in &circumstances.involvements {
        first_plan(circumstances, involvement, clocks);
    }
    for meeting in &circumstances.meetings {
        if matches!(meeting.kind, MeetingKind::Planning | MeetingKind::Review) && meeting.held.is_some() {
            clocks.push(
                Running::new(Timescale::T9PlanCopies, Whom::Family)
                    .about(meeting.thing)
                    .from(Start::Meeting, meeting.held)
                    .done(meeting.copies_sent),
            );
        }
    }
    for plan in circumstances.plans.iter().filter(|plan| plan.kind == PlanKind::ChildInNeed) {
        for timescale in [Timescale::T10PlanReview, Timescale::T20ChildInNeedReview] {
            reviews(circumstances, plan, timescale, clocks);
        }
    }
    for support in &circumstances.step_downs {
        for child in &support.children {
            clocks.push(
                Running::new(Timescale::T15StepDown, Whom::Child(*child))
                    .about(support.thing)
                    .from(Start::PlanEnded, Some(support.plan_ended))
                    .done(support.completed),
            );
        }
    }
}

/// The interim plan and the first meeting, which follow the assessment.
fn first_plan(circumstances: &Circumstances, involvement: &Involvement, clocks: &mut Clocks) {
    let Some(assessed) = involvement.assessment_completed else { return };
    let plans = circumstances.plans.iter().filter(|plan| plan.kind == PlanKind::ChildInNeed);
    let interim = plans.map(|plan| plan.from).filter(|day| involvement.covers(*day)).min();
    let meetings = circumstances.meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Planning);
    let held =
        meetings.clone().filter_map(|meeting| meeting.held).filter(|day| involvement.covers(*day)).min();
    let planned = meetings
        .filter(|meeting| meeting.held.is_none())
        .filter_map(|meeting| meeting.planned)
        .filter(|day| involvement.covers(*day))
        .min();
    clocks.push(
        Running::new(Timescale::T7InterimPlan, Whom::Family)
            .from(Start::AssessmentCompleted, Some(assessed))
            .done(interim)
            .stopped(involvement.closed),
    );
    let mut meeting = Running::new(Timescale::T8PlanningMeeting, Whom::Family)
        .from(Start::AssessmentCompleted, Some(assessed))
        .from(Start::InterimPlan, interim)
        .done(held)
        .stopped(involvement.closed);
    meeting.planned = planned.filter(|_| held.is_none());
    clocks.push(meeting);
}

/// Reviews of one child's plan, from its planning meeting on.
fn reviews(circumstances: &Circumstances, plan: &Plan, timescale: Timescale, clocks: &mut Clocks) {
    let stopped = ends(circumstances, plan);
    let within = |day: NaiveDate| day >= plan.from && stopped.is_none_or(|stopped| day <= stopped);
    let of_this_child = |kind: MeetingKind| {
        circumstances
            .meetings
            .iter()
            .filter(move |meeting| meeting.kind == kind && meeting.children.contains(&plan.child))
    };
    let first = of_this_child(MeetingKind::Planning)
        .filter_map(|meeting| meeting.held)
        .filter(|it| within(*it))
        .min();
    let mut held: Vec<_> = of_this_child(MeetingKind::Review)
        .filter_map(|meeting| meeting.held.map(|day| (day, meeting.thing)))
        .filter(|(day, _)| within(*day) && first.is_none_or(|first| *day > first))
        .collect();
    held.sort_unstable();
    let times: Vec<_> = held.into_iter().map(|(day, thing)| (When::Day(day), Some(thing))).collect();
    let again = Again {
        timescale,
        whom: Whom::Child(plan.child),
        start: Start::LastMeeting,
        first: When::Day(first.unwrap_or(plan.from)),
        first_note: if first.is_some() {
            ""
        } else {
            "Counted from the start of the plan, since there was no meeting yet"
        },
        times: &times,
        stopped,
    };
    again.run(clocks, |clock| {
        if clock.done.is_none() {
            let planned = of_this_child(MeetingKind::Review).filter(|meeting| meeting.held.is_none());
            clock.planned = planned.filter_map(|meeting| meeting.planned).filter(|day| within(*day)).min();
        }
    });
}

/// When a plan's clocks stop: it ended, or the family was closed.
pub(super) fn ends(circumstances: &Circumstances, plan: &Plan) -> Option<NaiveDate> {
    plan.until.into_iter().chain(circumstances.closed_after(plan.from)).min()
}
