//! Visits: each statutory one recorded within its time (T5), and each child seen often enough (T11, and the presets of T20).
//! `domain.md` R43, R73, R76.
//!
//! A visit at which the child was not seen does not start the clock again. It is recorded all the same.

use crate::policy::profile::timescale::{Start, Timescale};

use super::circumstances::{Circumstances, Plan, PlanKind, Thing, Visit};
use super::due::{Running, Whom};
use super::plans_and_reviews::ends;
use super::when::When;
use super::{Again, Clocks};

const FIRST: &str = "Counted from the start of the plan, since the child was not seen yet";

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for visit in circumstances.visits.iter().filter(|visit| visit.statutory) {
        let mut record = Running::new(Timescale::T5VisitRecord, whom(visit))
            .about(visit.thing)
            .from(Start::VisitStarted, Some(visit.started))
            .from(Start::VisitEnded, visit.ended)
            .done(visit.recorded);
        record.worker = visit.by;
        if matches!(visit.started, When::Day(_)) {
            record.note = "The time of the visit was not recorded: counted from the end of that day";
        }
        clocks.push(record);
    }
    for plan in &circumstances.plans {
        match plan.kind {
            PlanKind::ChildInNeed => {
                seen(circumstances, plan, Timescale::T11Visit, clocks);
                seen(circumstances, plan, Timescale::T20ChildInNeedVisit, clocks);
            }
            PlanKind::ChildProtection => {
                seen(circumstances, plan, Timescale::T20ChildProtectionVisit, clocks);
            }
            PlanKind::LookedAfter => {}
        }
    }
}

fn whom(visit: &Visit) -> Whom {
    match visit.children.as_slice() {
        [only] => Whom::Child(only.child),
        _ => Whom::Family,
    }
}

/// One clock for each time the child was seen during the plan, and one that runs now.
fn seen(circumstances: &Circumstances, plan: &Plan, timescale: Timescale, clocks: &mut Clocks) {
    if !clocks.asks_for(timescale) {
        return;
    }
    let again = Again {
        timescale,
        whom: Whom::Child(plan.child),
        start: Start::ChildSeen,
        first: When::Day(plan.from),
        first_note: FIRST,
        times: &times_seen(circumstances, plan),
        stopped: ends(circumstances, plan),
    };
    again.run(clocks, |clock| clock.plan_days = plan.visit_every_days);
}

/// The days on which the child was seen during the plan, in order.
pub(super) fn times_seen(circumstances: &Circumstances, plan: &Plan) -> Vec<(When, Option<Thing>)> {
    let stopped = ends(circumstances, plan);
    let mut times: Vec<_> = circumstances
        .visits
        .iter()
        .filter(|visit| visit.children.iter().any(|it| it.child == plan.child && it.seen))
        .map(|visit| (visit.started.day(), visit.thing))
        .filter(|(day, _)| *day >= plan.from && stopped.is_none_or(|stopped| *day <= stopped))
        .collect();
    times.sort_unstable();
    times.into_iter().map(|(day, thing)| (When::Day(day), Some(thing))).collect()
}
