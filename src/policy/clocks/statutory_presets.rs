//! What the local guidance leaves to "statutory timescales" (T20): children not seen alone, child protection
//! conferences and core groups, looked-after children. All off until a manager turns them on.

use chrono::NaiveDate;

use crate::model::ids::PersonId;
use crate::policy::profile::timescale::{Start, Timescale};

use super::circumstances::{Circumstances, Meeting, MeetingKind, Plan, PlanKind};
use super::due::{Running, Whom};
use super::plans_and_reviews::ends;
use super::visits::times_seen;
use super::when::When;
use super::{Again, Clocks};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    not_seen_alone(circumstances, clocks);
    for meeting in &circumstances.meetings {
        papers(meeting, clocks);
    }
    conferences(circumstances, clocks);
    for plan in circumstances.plans.iter().filter(|plan| plan.kind == PlanKind::LookedAfter) {
        looked_after(circumstances, plan, clocks);
    }
}

fn not_seen_alone(circumstances: &Circumstances, clocks: &mut Clocks) {
    for visit in &circumstances.visits {
        for missed in visit.children.iter().filter(|it| !(it.seen && it.alone)) {
            let clock = |timescale| {
                let mut clock = Running::new(timescale, Whom::Child(missed.child))
                    .about(visit.thing)
                    .from(Start::VisitStarted, Some(visit.started))
                    .from(Start::VisitEnded, visit.ended)
                    .stopped(circumstances.closed_after(visit.started.day()));
                clock.worker = visit.by;
                clock
            };
            clocks.push(clock(Timescale::T20NotSeenAloneTold).done(missed.manager_told));
            let later = circumstances.visits.iter().filter(|next| next.started.ends() > visit.started.ends());
            let alone = later
                .filter(|next| next.children.iter().any(|it| it.child == missed.child && it.seen && it.alone))
                .map(|next| next.started)
                .min_by_key(|started| started.ends());
            clocks.push(clock(Timescale::T20NotSeenAloneVisit).done(alone));
        }
    }
}

/// What is written before and after one meeting.
fn papers(meeting: &Meeting, clocks: &mut Clocks) {
    let about = |timescale| Running::new(timescale, Whom::Family).about(meeting.thing);
    let report = match meeting.kind {
        MeetingKind::InitialConference => Some(Timescale::T20ReportBeforeInitialConference),
        MeetingKind::ReviewConference => Some(Timescale::T20ReportBeforeReviewConference),
        _ => None,
    };
    if let (Some(timescale), Some(day)) = (report, meeting.day()) {
        clocks.push(about(timescale).from(Start::Meeting, Some(day)).done(meeting.report_shared));
    }
    if meeting.kind == MeetingKind::Review && meeting.held.is_some() {
        let minutes = about(Timescale::T20ReviewMinutes).from(Start::Meeting, meeting.held);
        clocks.push(minutes.done(meeting.minutes_sent));
    }
}

/// The days on which meetings of a kind were held for a child, in order.
fn held(circumstances: &Circumstances, kind: MeetingKind, child: PersonId) -> Vec<NaiveDate> {
    let meetings = circumstances.meetings.iter();
    let mut days: Vec<NaiveDate> = meetings
        .filter(|meeting| meeting.kind == kind && meeting.children.contains(&child))
        .filter_map(|meeting| meeting.held)
        .collect();
    days.sort_unstable();
    days
}

fn conferences(circumstances: &Circumstances, clocks: &mut Clocks) {
    for discussion in circumstances.strategy_discussions.iter().filter(|it| it.leads_to_conference) {
        for child in &discussion.children {
            // A protection plan is made at the conference.
            let plans = circumstances.plans.iter().filter(|plan| plan.kind == PlanKind::ChildProtection);
            let made = plans.filter(|plan| plan.child == *child).map(|plan| plan.from);
            let mut initial = held(circumstances, MeetingKind::InitialConference, *child);
            initial.extend(made);
            initial.sort_unstable();
            clocks.push(
                Running::new(Timescale::T20InitialConference, Whom::Child(*child))
                    .from(Start::StrategyDiscussion, Some(discussion.on))
                    .done(initial.into_iter().find(|day| *day >= discussion.on)),
            );
        }
    }
    for plan in circumstances.plans.iter().filter(|plan| plan.kind == PlanKind::ChildProtection) {
        let stopped = ends(circumstances, plan);
        let within = |day: &NaiveDate| *day >= plan.from && stopped.is_none_or(|stopped| *day <= stopped);
        // The plan is made at the initial conference.
        let initial = held(circumstances, MeetingKind::InitialConference, plan.child);
        let made = initial.into_iter().find(within).unwrap_or(plan.from);
        let after = |kind| held(circumstances, kind, plan.child).into_iter().filter(move |day| *day >= made);
        let core_group = after(MeetingKind::CoreGroup).find(within);
        clocks.push(
            Running::new(Timescale::T20CoreGroup, Whom::Child(plan.child))
                .about(plan.thing)
                .from(Start::Meeting, Some(made))
                .done(core_group)
                .stopped(stopped),
        );
        let reviews: Vec<NaiveDate> = after(MeetingKind::ReviewConference).filter(within).collect();
        let later = Timescale::T20ReviewConference;
        reviewed(plan, made, &reviews, &[Timescale::T20FirstReviewConference], later, stopped, clocks);
    }
}

/// A first review (and a second, where it has a time of its own), and then one after the other.
fn reviewed(
    plan: &Plan,
    made: NaiveDate,
    reviews: &[NaiveDate],
    first: &[Timescale],
    later: Timescale,
    stopped: Option<NaiveDate>,
    clocks: &mut Clocks,
) {
    let whom = Whom::Child(plan.child);
    let before = std::iter::once(made).chain(reviews.iter().copied());
    for (timescale, (from, done)) in
        first.iter().zip(before.zip(reviews.iter().copied().map(Some).chain([None])))
    {
        let start = if *timescale == Timescale::T20FirstLookedAfterReview {
            Start::PlacementBegan
        } else {
            Start::Meeting
        };
        clocks.push(
            Running::new(*timescale, whom)
                .about(plan.thing)
                .from(start, Some(from))
                .done(done)
                .stopped(stopped),
        );
    }
    let last =
        first.len().checked_sub(1).and_then(|at| reviews.get(at..)).and_then(|left| left.split_first());
    let Some((last_of_first, rest)) = last else { return };
    let times: Vec<_> = rest.iter().map(|day| (When::Day(*day), None)).collect();
    let again = Again {
        timescale: later,
        whom,
        start: Start::Meeting,
        first: When::Day(*last_of_first),
        first_note: "",
        times: &times,
        stopped,
    };
    again.run(clocks, |_| {});
}

fn looked_after(circumstances: &Circumstances, plan: &Plan, clocks: &mut Clocks) {
    let (whom, stopped) = (Whom::Child(plan.child), ends(circumstances, plan));
    let seen = times_seen(circumstances, plan);
    clocks.push(
        Running::new(Timescale::T20FirstPlacementVisit, whom)
            .about(plan.thing)
            .from(Start::PlacementBegan, Some(plan.from))
            .done(seen.first().map(|(when, _)| *when))
            .stopped(stopped),
    );
    if let Some(((first, _), rest)) = seen.split_first() {
        let again = Again {
            timescale: Timescale::T20PlacementVisit,
            whom,
            start: Start::ChildSeen,
            first: *first,
            first_note: "",
            times: rest,
            stopped,
        };
        again.run(clocks, |_| {});
    }
    let reviews: Vec<NaiveDate> = held(circumstances, MeetingKind::LookedAfterReview, plan.child)
        .into_iter()
        .filter(|day| *day >= plan.from && stopped.is_none_or(|stopped| *day <= stopped))
        .collect();
    let first = [Timescale::T20FirstLookedAfterReview, Timescale::T20SecondLookedAfterReview];
    reviewed(plan, plan.from, &reviews, &first, Timescale::T20LookedAfterReview, stopped, clocks);
}
