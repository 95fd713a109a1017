//! What happened in a family, as far as clocks need it: plain dates, without a word of anybody's record.

use chrono::NaiveDate;

use crate::model::ids::{PersonId, PractitionerId};

use super::when::When;

/// Something that a due date is about: a supervision, a visit, a meeting. The bytes are those of its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thing(pub [u8; 16]);

/// Everything that clocks count from, and everything that stops them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Each time the family came to the team, in order.
    pub involvements: Vec<Involvement>,
    pub supervisions: Vec<Supervision>,
    pub visits: Vec<Visit>,
    pub plans: Vec<Plan>,
    pub step_downs: Vec<StepDown>,
    pub meetings: Vec<Meeting>,
    pub strategy_discussions: Vec<StrategyDiscussion>,
    /// When the case summary was updated.
    pub case_summaries: Vec<NaiveDate>,
    /// When critical information came in that affects decisions.
    pub critical_information: Vec<NaiveDate>,
    /// When manager and administrator planned whom to invite.
    pub planning_talks: Vec<NaiveDate>,
    /// When the monthly data were reviewed.
    pub monitoring: Vec<NaiveDate>,
}

/// One time with the team, from the referral to closing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Involvement {
    pub referred: Option<NaiveDate>,
    /// When the referring team's own involvement began.
    pub referring_team_began: Option<NaiveDate>,
    pub assessment_completed: Option<NaiveDate>,
    /// When the referring team decided that further work is needed.
    pub decided: Option<NaiveDate>,
    pub transfer_requested: Option<NaiveDate>,
    pub transfer_summary: Option<NaiveDate>,
    pub transfer_decided: Option<NaiveDate>,
    pub allocated: Option<NaiveDate>,
    /// When the team took over, where that is another day than the allocation.
    pub taken_over: Option<NaiveDate>,
    /// When a manager reviewed why the work goes on.
    pub manager_reviews: Vec<NaiveDate>,
    pub closed: Option<NaiveDate>,
}

/// A group supervision, planned or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supervision {
    pub thing: Thing,
    pub planned: NaiveDate,
    pub rearranged: Vec<Rearranged>,
    pub held: Option<NaiveDate>,
    pub reminder_sent: Option<NaiveDate>,
    /// Each worker who owes a summary, and when theirs was submitted.
    pub summaries: Vec<(PractitionerId, Option<When>)>,
    /// When the notes were completed and handed to the manager.
    pub notes_submitted: Option<When>,
    pub authorised: Option<When>,
}

/// A supervision moved to another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rearranged {
    pub from: NaiveDate,
    /// The code of the reason in the profile.
    pub reason: String,
}

/// A visit, whether or not anybody was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub thing: Thing,
    pub by: Option<PractitionerId>,
    /// Whether a child's plan or status asks for it.
    pub statutory: bool,
    pub started: When,
    pub ended: Option<When>,
    pub recorded: Option<When>,
    pub children: Vec<Seen>,
}

/// Whether one child was seen at a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub child: PersonId,
    pub seen: bool,
    pub alone: bool,
    /// When the manager was told that the child was not seen alone.
    pub manager_told: Option<When>,
}

/// What a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanKind {
    ChildInNeed,
    ChildProtection,
    LookedAfter,
}

/// One child's plan, or time as a looked-after child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub thing: Thing,
    pub child: PersonId,
    pub kind: PlanKind,
    /// When a plan was first in place, an interim one included; or when the child became looked after.
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// The longest time between visits that the plan itself sets.
    pub visit_every_days: Option<u16>,
}

/// The team's own support after a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDown {
    pub thing: Thing,
    pub children: Vec<PersonId>,
    pub plan_ended: NaiveDate,
    pub completed: Option<NaiveDate>,
}

/// What a meeting is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingKind {
    /// The first meeting of a child in need plan.
    Planning,
    Review,
    InitialConference,
    ReviewConference,
    CoreGroup,
    LookedAfterReview,
}

/// A meeting about plans, planned or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub thing: Thing,
    pub kind: MeetingKind,
    pub planned: Option<NaiveDate>,
    pub held: Option<NaiveDate>,
    pub children: Vec<PersonId>,
    /// When everybody had their copy of the plan.
    pub copies_sent: Option<NaiveDate>,
    pub minutes_sent: Option<NaiveDate>,
    /// When the report was shared with the parents.
    pub report_shared: Option<NaiveDate>,
}

/// A strategy discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrategyDiscussion {
    pub on: NaiveDate,
    pub children: Vec<PersonId>,
    /// Whether it led to enquiries that need a conference.
    pub leads_to_conference: bool,
}

impl Involvement {
    /// When the team's own work began.
    pub(super) fn began(&self) -> Option<NaiveDate> {
        self.taken_over.or(self.allocated)
    }

    /// Whether a day lies in it: from the first thing known of it to its closing.
    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        let known = [
            self.referring_team_began,
            self.referred,
            self.assessment_completed,
            self.decided,
            self.transfer_requested,
            self.allocated,
            self.taken_over,
        ];
        let first = known.into_iter().flatten().min();
        first.is_none_or(|first| first <= day) && self.closed.is_none_or(|closed| day <= closed)
    }
}

impl Circumstances {
    /// When the family was closed next after this day, or on it.
    pub(super) fn closed_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.involvements.iter().filter_map(|it| it.closed).filter(|closed| *closed >= day).min()
    }
}

impl Supervision {
    /// The day it was held, or else is planned for.
    pub fn day(&self) -> NaiveDate {
        self.held.unwrap_or(self.planned)
    }
}

impl Meeting {
    /// The day it was held, or else is planned for.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.held.or(self.planned)
    }
}
