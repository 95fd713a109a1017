//! Entry to the team, and coming back to it: allocation (T1), the transfer summary (T14), the re-referral (T16)
//! and the workflow meeting (T17). `domain.md` R16 to R19, R90.

use crate::policy::profile::timescale::{Start, Timescale};

use super::Clocks;
use super::circumstances::Circumstances;
use super::due::{Running, Whom};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    let family = |timescale| Running::new(timescale, Whom::Family);
    let involvements = &circumstances.involvements;
    for (at, involvement) in involvements.iter().enumerate() {
        if involvement.decided.is_some() {
            clocks.push(
                family(Timescale::T1Allocation)
                    .from(Start::ReferralDecided, involvement.decided)
                    .done(involvement.allocated)
                    .stopped(involvement.closed),
            );
        }
        if involvement.referring_team_began.is_some() {
            let mut summary = family(Timescale::T14TransferSummary)
                .from(Start::ReferringTeamBegan, involvement.referring_team_began)
                .done(involvement.transfer_summary)
                .stopped(involvement.closed);
            summary.asked = involvement.transfer_requested.map(Into::into);
            clocks.push(summary);
        }
        if involvement.transfer_requested.is_some() {
            clocks.push(
                family(Timescale::T17WorkflowMeeting)
                    .from(Start::TransferRequested, involvement.transfer_requested)
                    .done(involvement.transfer_decided)
                    .stopped(involvement.closed),
            );
        }
        if involvement.closed.is_some() {
            let next = involvements.get(at + 1);
            clocks.push(
                family(Timescale::T16Return)
                    .from(Start::Closed, involvement.closed)
                    .done(next.and_then(|next| next.referred.or(next.decided))),
            );
        }
    }
}
