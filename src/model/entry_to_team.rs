//! How a family comes to the team: the referral, what the referring team has done before, and the transfer.
//!
//! Sources: WAL "Entering the Family Safeguarding Team" and "Making connections"; WSX 5 and 8; WAR 5 and 8;
//! `domain.md` R12 to R19. Consent to the referral is consent like any other (`model/consent.rs`); the
//! threshold decision is recorded with thresholds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::MembershipId;

/// A referral. A family that comes back has another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// What the referring team is called: Initial Response Service, Assessment and Intervention Service.
    pub team: String,
    /// Who in it made the referral.
    #[serde(default)]
    pub worker: String,
    /// The referring team's manager.
    #[serde(default)]
    pub manager: String,
    /// When the family was referred, or its transfer asked for.
    pub referred_on: NaiveDate,
    /// When the referring team decided that further work is needed: allocation is timed from it.
    #[serde(default)]
    pub decided_on: Option<NaiveDate>,
    /// Since when the referring team has been involved.
    #[serde(default)]
    pub involved_since: Option<NaiveDate>,
    #[serde(default)]
    pub assessment: Option<Assessment>,
    /// Why the family is referred.
    #[serde(default)]
    pub why: String,
}

/// The child and family assessment (Warwickshire: single assessment) that found longer work is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub completed_on: NaiveDate,
    #[serde(default)]
    pub by: String,
    /// What it found.
    #[serde(default)]
    pub outcome: String,
}

choices! {
    /// What the referring team has done before the family is transferred (`domain.md` R17).
    CheckItem {
        Assessment "assessment" "A child and family assessment";
        ThresholdDecision "threshold_decision" "A threshold decision";
        StrategyMeeting "strategy_meeting" "A strategy meeting, if required";
        Section47 "section_47" "A section 47 enquiry, if required";
        Plan "plan" "The plan: child in need, child protection, or court or looked after";
    }

    /// Where a transfer comes from in Warwickshire (WAR 8.1).
    Origin {
        InitialResponse "initial_response" "Initial Response";
        SafeguardingAndSupport "safeguarding_and_support" "Safeguarding and support children’s team";
    }

    /// A document of the transfer pack.
    PackItem {
        PlanWithFamily "plan_with_family" "A child in need plan made with the family, clear and measurable";
        TransferSummary "transfer_summary" "A transfer summary: concerns, aims, objectives, outstanding work";
        ReviewMinutes "review_minutes" "The minutes of a recent review";
        ConferenceReport "conference_report" "The social work report to conference";
        SmartPlan "smart_plan" "A child in need plan that is specific and has dates";
    }
}

impl CheckItem {
    /// Whether it is done only when it is required.
    pub fn only_if_required(self) -> bool {
        matches!(self, Self::StrategyMeeting | Self::Section47)
    }
}

/// Where an item of the checklist stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    Done {
        #[serde(default)]
        on: Option<NaiveDate>,
        /// Which plan, what was decided, where it is.
        #[serde(default)]
        note: String,
    },
    NotRequired {
        why: String,
    },
}

/// The checklist before transfer. What is not in it is not done yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Checklist {
    #[serde(default)]
    pub items: BTreeMap<CheckItem, Checked>,
}

/// What comes with a family that is transferred in Warwickshire, and what the weekly workflow meeting
/// decided (WAR 8.1; `domain.md` R18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferPack {
    pub origin: Origin,
    /// Whether there is a recent single assessment.
    pub recent_assessment: bool,
    /// The documents that are there, each with where it is or what it says.
    #[serde(default)]
    pub documents: BTreeMap<PackItem, String>,
    /// The referring team's manager who endorsed the plan.
    #[serde(default)]
    pub endorsed_by: String,
    #[serde(default)]
    pub endorsed_on: Option<NaiveDate>,
    /// When the children were put on the transfer list.
    #[serde(default)]
    pub listed_on: Option<NaiveDate>,
}

/// What the weekly workflow meeting decided about a transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferDecision {
    pub accepted: bool,
    /// When the meeting was held.
    pub on: NaiveDate,
    /// The managers who were there: one of social work, one of family support.
    #[serde(default)]
    pub social_work_manager: String,
    #[serde(default)]
    pub family_support_manager: String,
    #[serde(default)]
    pub social_worker: Option<MembershipId>,
    #[serde(default)]
    pub family_support_worker: Option<MembershipId>,
    /// When they take over: the next child in need meeting or the earliest point that is agreed.
    #[serde(default)]
    pub takes_over: Option<NaiveDate>,
    /// Why it was not accepted, or accepted although something is missing.
    #[serde(default)]
    pub why: String,
}
