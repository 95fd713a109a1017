//! Group supervision once a month (T2), and how far leave may move it (T19). `domain.md` R46, R54.
//!
//! The first is counted from the allocation, since the guidance does not say when it is due. A supervision that
//! is only planned does not stop the clock.

use crate::policy::profile::practice::ANNUAL_LEAVE;
use crate::policy::profile::timescale::{Start, Timescale};

use super::circumstances::{Circumstances, Supervision};
use super::due::{Running, Whom};
use super::when::When;
use super::{Again, Clocks};

const FIRST: &str = "Counted from the allocation, since there was no supervision yet";

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    let mut held: Vec<&Supervision> =
        circumstances.supervisions.iter().filter(|supervision| supervision.held.is_some()).collect();
    held.sort_by_key(|supervision| (supervision.held, supervision.thing));
    for involvement in &circumstances.involvements {
        let Some(began) = involvement.allocated else { continue };
        let within = |day| day >= began && involvement.closed.is_none_or(|closed| day <= closed);
        let times: Vec<_> = held
            .iter()
            .filter_map(|supervision| supervision.held.map(|day| (day, supervision.thing)))
            .filter(|(day, _)| within(*day))
            .map(|(day, thing)| (When::Day(day), Some(thing)))
            .collect();
        let again = Again {
            timescale: Timescale::T2GroupSupervision,
            whom: Whom::Family,
            start: Start::LastSupervision,
            first: When::Day(began),
            first_note: FIRST,
            times: &times,
            stopped: involvement.closed,
        };
        again.run(clocks, |clock| {
            if clock.done.is_none() {
                clock.planned = planned(circumstances, &within);
            }
        });
    }
    for supervision in &circumstances.supervisions {
        for moved in supervision.rearranged.iter().filter(|moved| moved.reason == ANNUAL_LEAVE) {
            let mut clock = Running::new(Timescale::T19RearrangedForLeave, Whom::Family)
                .about(supervision.thing)
                .from(Start::PlannedDate, Some(moved.from))
                .done(supervision.held)
                .stopped(circumstances.closed_after(moved.from));
            clock.planned = Some(supervision.planned);
            clocks.push(clock);
        }
    }
}

/// The next day that one is planned for.
fn planned(
    circumstances: &Circumstances,
    within: &impl Fn(chrono::NaiveDate) -> bool,
) -> Option<chrono::NaiveDate> {
    let planned = circumstances.supervisions.iter().filter(|supervision| supervision.held.is_none());
    planned.map(|supervision| supervision.planned).filter(|day| within(*day)).min()
}
