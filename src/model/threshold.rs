//! At which threshold a child's needs are: what was recommended, what the manager decided, why, and what the
//! family thinks. It informs, and does not make, the statutory decision.
//!
//! Sources: WAL "Understanding levels of risk and need", "Making connections"; WSX 8; WAR 5 and 16;
//! `domain.md` R21, R59, R61, R88.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::{PersonId, ThresholdId};

choices! {
    Threshold {
        Universal "universal" "Universal services";
        EarlyHelp "early_help" "Early help";
        ChildInNeed "child_in_need" "Child in need";
        ChildProtection "child_protection" "Child protection";
        Care "care" "Care, or care proceedings";
    }
}

/// What a worker recommends for one child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    pub child: PersonId,
    pub on: NaiveDate,
    pub to: Threshold,
    pub why: String,
    /// What the child and the family think.
    #[serde(default)]
    pub family_view: String,
}

/// What the team manager decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThresholdDecision {
    pub child: PersonId,
    pub on: NaiveDate,
    pub to: Threshold,
    pub why: String,
    #[serde(default)]
    pub family_view: String,
    /// Why the family was not asked.
    #[serde(default)]
    pub not_asked: String,
    /// The recommendation it answers.
    #[serde(default)]
    pub answers: Option<ThresholdId>,
}
