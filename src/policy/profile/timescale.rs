//! The timescales of the guidance by their permanent codes: T1 to T20 of `domain.md` A12.

use serde::{Deserialize, Serialize};

/// One thing that has to happen by some date. The code is permanent in profiles and exports; its number is the
/// row of `domain.md` A12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timescale {
    T1Allocation,
    T2GroupSupervision,
    T3SummaryBeforeSupervision,
    T3ReminderBeforeSupervision,
    T4SignOffAfterSupervision,
    T4MinutesAfterSupervision,
    T5VisitRecord,
    T6CaseSummary,
    T7InterimPlan,
    T8PlanningMeeting,
    T9PlanCopies,
    T10PlanReview,
    T11Visit,
    T12LengthOfWork,
    T13ManagerReview,
    T14TransferSummary,
    T15StepDown,
    T16Return,
    T17WorkflowMeeting,
    T18Monitoring,
    T18PlanningTalk,
    T19RearrangedForLeave,
    T20ChildInNeedVisit,
    T20ChildInNeedReview,
    T20NotSeenAloneTold,
    T20NotSeenAloneVisit,
    T20ReviewMinutes,
    T20ChildProtectionVisit,
    T20InitialConference,
    T20CoreGroup,
    T20FirstReviewConference,
    T20ReviewConference,
    T20ReportBeforeInitialConference,
    T20ReportBeforeReviewConference,
    T20FirstPlacementVisit,
    T20PlacementVisit,
    T20FirstLookedAfterReview,
    T20SecondLookedAfterReview,
    T20LookedAfterReview,
}

/// From when a clock counts. The code is permanent in profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// The referring team decided that further work is needed.
    ReferralDecided,
    AssessmentCompleted,
    /// The referring team's own involvement began.
    ReferringTeamBegan,
    TransferRequested,
    /// The team took the family over, or the family was allocated.
    TakenOver,
    /// The last supervision held; before the first, the allocation.
    LastSupervision,
    /// The supervision itself: the day it was held, or is planned for.
    Supervision,
    /// The notes were handed to the manager.
    NotesSubmitted,
    /// The day a supervision was first planned for.
    PlannedDate,
    VisitStarted,
    VisitEnded,
    /// The last update; before the first, the allocation.
    LastCaseSummary,
    CriticalInformation,
    InterimPlan,
    /// The first planning meeting.
    PlanningMeeting,
    /// The meeting that the thing follows or belongs to.
    Meeting,
    /// The last planning or review meeting; before the first, the start of the plan.
    LastMeeting,
    /// The last time this child was seen; before the first, the start of the plan.
    ChildSeen,
    PlanEnded,
    Closed,
    /// The last time it was done.
    LastTime,
    StrategyDiscussion,
    PlacementBegan,
}

/// Who owes it. Profiles have their own names for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    TeamManager,
    SocialWorker,
    FamilySupportWorker,
    /// Each worker of the family, their own.
    EachWorker,
    /// Whoever made the visit.
    Visitor,
    Administrator,
    ReferringTeam,
    SeniorManager,
    /// The team as a whole.
    Team,
    /// The chair of a conference or review, outside the team.
    Chair,
}

impl Duty {
    /// The role in a profile's list whose name it goes by, where one person's role owes it.
    pub fn role_code(self) -> Option<&'static str> {
        match self {
            Self::TeamManager => Some("team_manager"),
            Self::SocialWorker => Some("social_worker"),
            Self::FamilySupportWorker => Some("family_support_worker"),
            Self::Administrator => Some("administrator"),
            Self::ReferringTeam => Some("referring_team"),
            Self::SeniorManager => Some("senior_manager"),
            Self::EachWorker | Self::Visitor | Self::Team | Self::Chair => None,
        }
    }

    /// What it is called where a profile has no name for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::TeamManager => "Team manager",
            Self::SocialWorker => "Social worker",
            Self::FamilySupportWorker => "Family support worker",
            Self::EachWorker => "Each worker, their own",
            Self::Visitor => "Whoever made the visit",
            Self::Administrator => "Administrator",
            Self::ReferringTeam => "Referring team",
            Self::SeniorManager => "Senior manager",
            Self::Team => "The team",
            Self::Chair => "The chair",
        }
    }
}

use Timescale as T;

impl Timescale {
    /// All of them, in the order of `domain.md` A12.
    pub const ALL: [Timescale; 39] = [
        T::T1Allocation,
        T::T2GroupSupervision,
        T::T3SummaryBeforeSupervision,
        T::T3ReminderBeforeSupervision,
        T::T4SignOffAfterSupervision,
        T::T4MinutesAfterSupervision,
        T::T5VisitRecord,
        T::T6CaseSummary,
        T::T7InterimPlan,
        T::T8PlanningMeeting,
        T::T9PlanCopies,
        T::T10PlanReview,
        T::T11Visit,
        T::T12LengthOfWork,
        T::T13ManagerReview,
        T::T14TransferSummary,
        T::T15StepDown,
        T::T16Return,
        T::T17WorkflowMeeting,
        T::T18Monitoring,
        T::T18PlanningTalk,
        T::T19RearrangedForLeave,
        T::T20ChildInNeedVisit,
        T::T20ChildInNeedReview,
        T::T20NotSeenAloneTold,
        T::T20NotSeenAloneVisit,
        T::T20ReviewMinutes,
        T::T20ChildProtectionVisit,
        T::T20InitialConference,
        T::T20CoreGroup,
        T::T20FirstReviewConference,
        T::T20ReviewConference,
        T::T20ReportBeforeInitialConference,
        T::T20ReportBeforeReviewConference,
        T::T20FirstPlacementVisit,
        T::T20PlacementVisit,
        T::T20FirstLookedAfterReview,
        T::T20SecondLookedAfterReview,
        T::T20LookedAfterReview,
    ];

    /// The permanent word in profiles, exports and addresses.
    pub fn code(self) -> &'static str {
        self.facts().0
    }

    /// The row of `domain.md` A12, from 1 to 20.
    pub fn row(self) -> u8 {
        let digits = self.code().trim_start_matches('t');
        digits.split('_').next().and_then(|number| number.parse().ok()).unwrap_or(20)
    }

    /// What it is, in a few words.
    pub fn title(self) -> &'static str {
        self.facts().1
    }

    fn facts(self) -> (&'static str, &'static str) {
        match self {
            T::T1Allocation => ("t1_allocation", "Allocate the family to a social worker"),
            T::T2GroupSupervision => ("t2_group_supervision", "Hold supervision"),
            T::T3SummaryBeforeSupervision => ("t3_summary_before_supervision", "Summary before supervision"),
            T::T3ReminderBeforeSupervision => {
                ("t3_reminder_before_supervision", "Reminder before supervision")
            }
            T::T4SignOffAfterSupervision => {
                ("t4_sign_off_after_supervision", "Authorise the supervision notes")
            }
            T::T4MinutesAfterSupervision => {
                ("t4_minutes_after_supervision", "Complete the supervision notes")
            }
            T::T5VisitRecord => ("t5_visit_record", "Record the visit"),
            T::T6CaseSummary => ("t6_case_summary", "Update the case summary"),
            T::T7InterimPlan => ("t7_interim_plan", "Interim plan in place"),
            T::T8PlanningMeeting => ("t8_planning_meeting", "First child in need planning meeting"),
            T::T9PlanCopies => ("t9_plan_copies", "Send copies of the plan"),
            T::T10PlanReview => ("t10_plan_review", "Review the child in need plan"),
            T::T11Visit => ("t11_visit", "Visit and see the child"),
            T::T12LengthOfWork => ("t12_length_of_work", "Primary timescale of the work"),
            T::T13ManagerReview => ("t13_manager_review", "Review with a team manager why the work goes on"),
            T::T14TransferSummary => ("t14_transfer_summary", "Transfer summary"),
            T::T15StepDown => ("t15_step_down", "Complete the step-down support"),
            T::T16Return => ("t16_return", "A re-referral returns to this team"),
            T::T17WorkflowMeeting => ("t17_workflow_meeting", "Decide the transfer at a workflow meeting"),
            T::T18Monitoring => ("t18_monitoring", "Monitoring of children in need"),
            T::T18PlanningTalk => ("t18_planning_talk", "Manager and administrator plan whom to invite"),
            T::T19RearrangedForLeave => {
                ("t19_rearranged_for_leave", "Hold a supervision that was rearranged for leave")
            }
            T::T20ChildInNeedVisit => ("t20_child_in_need_visit", "Visit and see a child in need"),
            T::T20ChildInNeedReview => ("t20_child_in_need_review", "Review the child in need plan"),
            T::T20NotSeenAloneTold => {
                ("t20_not_seen_alone_told", "Tell the manager that a child was not seen alone")
            }
            T::T20NotSeenAloneVisit => ("t20_not_seen_alone_visit", "Visit again to see the child alone"),
            T::T20ReviewMinutes => ("t20_review_minutes", "Send the minutes of the review"),
            T::T20ChildProtectionVisit => {
                ("t20_child_protection_visit", "Visit and see a child with a protection plan")
            }
            T::T20InitialConference => ("t20_initial_conference", "Initial child protection conference"),
            T::T20CoreGroup => ("t20_core_group", "First core group"),
            T::T20FirstReviewConference => ("t20_first_review_conference", "First review conference"),
            T::T20ReviewConference => ("t20_review_conference", "Next review conference"),
            T::T20ReportBeforeInitialConference => {
                ("t20_report_before_initial_conference", "Share the report before the initial conference")
            }
            T::T20ReportBeforeReviewConference => {
                ("t20_report_before_review_conference", "Share the report before the review conference")
            }
            T::T20FirstPlacementVisit => ("t20_first_placement_visit", "First visit to a looked-after child"),
            T::T20PlacementVisit => ("t20_placement_visit", "Visit and see a looked-after child"),
            T::T20FirstLookedAfterReview => ("t20_first_looked_after_review", "First looked-after review"),
            T::T20SecondLookedAfterReview => ("t20_second_looked_after_review", "Second looked-after review"),
            T::T20LookedAfterReview => ("t20_looked_after_review", "Next looked-after review"),
        }
    }
}
