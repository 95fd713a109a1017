//! When the clock of each timescale starts, and what it waits for until then (`domain.md` A12). Apart from what they are
//! called: the first page of the app names them and shows none.

use super::timescale::{Start, Timescale};

use Start as S;
use Timescale as T;

impl Timescale {
    /// From when it may count, in whichever reading.
    pub fn starts(self) -> &'static [Start] {
        match self {
            T::T1Allocation => &[S::ReferralDecided],
            T::T2GroupSupervision => &[S::LastSupervision],
            T::T3SummaryBeforeSupervision | T::T3ReminderBeforeSupervision | T::T4MinutesAfterSupervision => {
                &[S::Supervision]
            }
            T::T4SignOffAfterSupervision => &[S::Supervision, S::NotesSubmitted],
            T::T5VisitRecord | T::T20NotSeenAloneTold => &[S::VisitStarted, S::VisitEnded],
            T::T6CaseSummary => &[S::LastCaseSummary, S::CriticalInformation],
            T::T7InterimPlan => &[S::AssessmentCompleted],
            T::T8PlanningMeeting => &[S::AssessmentCompleted, S::InterimPlan],
            T::T9PlanCopies
            | T::T20ReviewMinutes
            | T::T20CoreGroup
            | T::T20FirstReviewConference
            | T::T20ReviewConference
            | T::T20ReportBeforeInitialConference
            | T::T20ReportBeforeReviewConference
            | T::T20SecondLookedAfterReview
            | T::T20LookedAfterReview => &[S::Meeting],
            T::T10PlanReview | T::T20ChildInNeedReview => &[S::LastMeeting],
            T::T11Visit => &[S::ChildSeen],
            T::T12LengthOfWork | T::T13ManagerReview => &[S::TakenOver, S::PlanningMeeting],
            T::T14TransferSummary => &[S::ReferringTeamBegan],
            T::T15StepDown => &[S::PlanEnded],
            T::T16Return => &[S::Closed],
            T::T17WorkflowMeeting => &[S::TransferRequested],
            T::T18Monitoring | T::T18PlanningTalk => &[S::LastTime],
            T::T19RearrangedForLeave => &[S::PlannedDate],
            T::T20ChildInNeedVisit | T::T20ChildProtectionVisit | T::T20PlacementVisit => &[S::ChildSeen],
            T::T20NotSeenAloneVisit => &[S::VisitStarted],
            T::T20InitialConference => &[S::StrategyDiscussion],
            T::T20FirstPlacementVisit | T::T20FirstLookedAfterReview => &[S::PlacementBegan],
        }
    }

    /// What has to happen before the clock starts, for screens that show it as not started.
    pub fn waits_for(self) -> &'static str {
        match self {
            T::T1Allocation => "Starts when the referring team’s decision is recorded",
            T::T2GroupSupervision | T::T6CaseSummary => "Starts when the family is allocated",
            T::T3SummaryBeforeSupervision | T::T3ReminderBeforeSupervision => {
                "Starts when a supervision is planned"
            }
            T::T4SignOffAfterSupervision | T::T4MinutesAfterSupervision => {
                "Starts when a supervision is held"
            }
            T::T5VisitRecord => "Starts with a visit",
            T::T7InterimPlan | T::T8PlanningMeeting => "Starts when the assessment is completed",
            T::T9PlanCopies => "Starts when a planning or review meeting is held",
            T::T10PlanReview | T::T20ChildInNeedVisit | T::T20ChildInNeedReview => {
                "Starts with a child in need plan"
            }
            T::T11Visit => "Starts with a child in need plan",
            T::T12LengthOfWork | T::T13ManagerReview => "Starts when the team takes the family over",
            T::T14TransferSummary => {
                "Needed once the referring team was involved long enough and asks for a transfer"
            }
            T::T15StepDown => "Starts when a plan ends with step-down support",
            T::T16Return => "Starts when the family is closed",
            T::T17WorkflowMeeting => "Starts when a transfer is asked for",
            T::T18Monitoring | T::T18PlanningTalk => {
                "Starts when it is recorded for the first time: it is about many families at once"
            }
            T::T19RearrangedForLeave => "Starts when a supervision is rearranged for annual leave",
            T::T20NotSeenAloneTold | T::T20NotSeenAloneVisit => {
                "Starts when a child was not seen alone at a visit"
            }
            T::T20ReviewMinutes => "Starts when a review is held",
            T::T20ChildProtectionVisit => "Starts with a child protection plan",
            T::T20InitialConference => "Starts with a strategy discussion that leads to a conference",
            T::T20CoreGroup | T::T20FirstReviewConference => {
                "Starts with an initial child protection conference"
            }
            T::T20ReviewConference => "Starts with the first review conference",
            T::T20ReportBeforeInitialConference => "Starts when an initial conference is planned",
            T::T20ReportBeforeReviewConference => "Starts when a review conference is planned",
            T::T20FirstPlacementVisit | T::T20FirstLookedAfterReview => {
                "Starts when a child becomes looked after"
            }
            T::T20PlacementVisit => "Starts with the first visit after a child becomes looked after",
            T::T20SecondLookedAfterReview => "Starts with the first looked-after review",
            T::T20LookedAfterReview => "Starts with the second looked-after review",
        }
    }
}
