//! What managers do every month: plan with the administrator whom to invite, and review the data (T18).
//! `domain.md` R48, R92.
//!
//! Both are about many families at once, and stand in no one family's workbook until somebody records them
//! there. So the clock starts with the first time, and never before.

use crate::policy::profile::timescale::{Start, Timescale};

use super::circumstances::Circumstances;
use super::due::Whom;
use super::when::When;
use super::{Again, Clocks};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for involvement in &circumstances.involvements {
        let Some(began) = involvement.began() else { continue };
        for (timescale, days) in [
            (Timescale::T18PlanningTalk, &circumstances.planning_talks),
            (Timescale::T18Monitoring, &circumstances.monitoring),
        ] {
            let mut days: Vec<_> = days
                .iter()
                .filter(|day| **day >= began && involvement.closed.is_none_or(|closed| **day <= closed))
                .collect();
            days.sort_unstable();
            let times: Vec<_> = days.into_iter().map(|day| (When::Day(*day), None)).collect();
            let Some(((first, _), times)) = times.split_first() else { continue };
            let again = Again {
                timescale,
                whom: Whom::Family,
                start: Start::LastTime,
                first: *first,
                first_note: "",
                times,
                stopped: involvement.closed,
            };
            again.run(clocks, |_| {});
        }
    }
}
