//! How long the work lasts: the primary timescale (T12) and the review with a manager (T13). `domain.md` R66.
//!
//! A review counts from the month before it is due: one in the first weeks says nothing of six months.

use crate::policy::profile::timescale::{Start, Timescale};

use super::Clocks;
use super::circumstances::{Circumstances, MeetingKind};
use super::due::{Running, Whom};

pub(super) fn clocks(circumstances: &Circumstances, clocks: &mut Clocks) {
    for involvement in &circumstances.involvements {
        let Some(began) = involvement.began() else { continue };
        let meetings = circumstances.meetings.iter().filter(|meeting| meeting.kind == MeetingKind::Planning);
        let planned =
            meetings.filter_map(|meeting| meeting.held).filter(|day| involvement.covers(*day)).min();
        let clock = |timescale| {
            Running::new(timescale, Whom::Family)
                .from(Start::TakenOver, Some(began))
                .from(Start::PlanningMeeting, planned)
        };
        clocks.push(clock(Timescale::T12LengthOfWork).done(involvement.closed));
        let mut review = clock(Timescale::T13ManagerReview).stopped(involvement.closed);
        review.lately.clone_from(&involvement.manager_reviews);
        clocks.push(review);
    }
}
