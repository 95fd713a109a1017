//! The case summary for those who do not know the family, such as the emergency duty team (T6).
//! `domain.md` R37.

use crate::policy::profile::timescale::{Start, Timescale};

use super::circumstances::Circumstances;
use super::due::Whom;
use super::when::When;
use super::{Again, Clocks};

const FIRST: &str = "Counted from the allocation, since there was no case summary yet";

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for involvement in &circumstances.involvements {
        let Some(began) = involvement.allocated else { continue };
        let within = |day| day >= began && involvement.closed.is_none_or(|closed| day <= closed);
        let mut days: Vec<_> =
            circumstances.case_summaries.iter().copied().filter(|day| within(*day)).collect();
        days.sort_unstable();
        let times: Vec<_> = days.iter().map(|day| (When::Day(*day), None)).collect();
        let again = Again {
            timescale: Timescale::T6CaseSummary,
            whom: Whom::Family,
            start: Start::LastCaseSummary,
            first: When::Day(began),
            first_note: FIRST,
            times: &times,
            stopped: involvement.closed,
        };
        again.run(clocks, |clock| {
            let last = clock.start(Start::LastCaseSummary).map(When::day);
            let next = clock.done.map(When::day);
            // Critical information is answered by the first update on its day or later.
            let critical = circumstances.critical_information.iter().copied().filter(|day| {
                within(*day) && last.is_none_or(|last| *day > last) && next.is_none_or(|next| *day <= next)
            });
            clock.starts.extend(critical.min().map(|day| (Start::CriticalInformation, When::Day(day))));
        });
    }
}
