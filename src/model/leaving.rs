//! How a family leaves the team, and comes back: early help, support that goes on for a while, work completed
//! with each member, the closure summary, closing, and reopening.
//!
//! Sources: WAL and WSX 9 "Step up and step down arrangements"; WAR 5.4, 6.1c, 16 and 17; `domain.md` R29,
//! R63, R84 to R90.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::{MembershipId, PersonId};

/// Whether early help is to follow, when the last child in need plan of any child is ending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlyHelp {
    pub considered_on: NaiveDate,
    pub needed: bool,
    pub why: String,
    /// When the Early Help team was told, as early as possible.
    #[serde(default)]
    pub told_on: Option<NaiveDate>,
    /// When they were invited to the final child in need meeting.
    #[serde(default)]
    pub invited_on: Option<NaiveDate>,
    /// When the team manager agreed it.
    #[serde(default)]
    pub agreed_on: Option<NaiveDate>,
}

/// Support that goes on for a short while after the child in need plan, led by a family support worker
/// (WAR 17.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDown {
    pub children: BTreeSet<PersonId>,
    /// When the child in need plan ended, at the review that is the point of transfer.
    pub plan_ended_on: NaiveDate,
    pub lead: MembershipId,
    #[serde(default)]
    pub completed_on: Option<NaiveDate>,
    #[serde(default)]
    pub words: String,
}

/// Whether the work with one member of the family is complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Casework {
    pub complete: bool,
    pub on: NaiveDate,
    /// What was achieved, and what goes on elsewhere.
    #[serde(default)]
    pub words: String,
}

/// What the social worker writes when a family leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosureSummary {
    pub written_on: NaiveDate,
    pub summary: String,
    /// Why the work ends.
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub family_view: String,
    /// What the other agencies think; one that is unhappy is named here with its reasons.
    #[serde(default)]
    pub agencies_view: String,
}

choices! {
    ClosedBecause {
        WorkComplete "work_complete" "The work with everyone in the family is complete";
        NoLongerConsents "no_longer_consents" "The family no longer consents, and child protection is not needed";
    }

    ReopenedBecause {
        NewReferral "new_referral" "The family was referred again";
        WorkToDo "work_to_do" "There is more work to do";
        ClosedByMistake "closed_by_mistake" "It was closed by mistake";
    }
}

/// Something that was not finished when the workbook was closed, in the words that were shown, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftUnfinished {
    pub what: String,
    pub why: String,
}

/// Whether the workbook is closed. Open and never closed: nothing is recorded of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    Closed {
        on: NaiveDate,
        because: ClosedBecause,
        why: String,
        #[serde(default)]
        unfinished: Vec<LeftUnfinished>,
    },
    Reopened {
        on: NaiveDate,
        because: ReopenedBecause,
        why: String,
    },
}

impl Closing {
    /// When it was closed or reopened.
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::Closed { on, .. } | Self::Reopened { on, .. } => *on,
        }
    }
}
