//! The care order route: one child goes through proceedings while brothers and sisters stay with the team.
//!
//! Sources: WAL and WSX 9 "Moving out of the Family Safeguarding Team"; `domain.md` R22, R29, R86.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::PersonId;

choices! {
    /// How proceedings ended.
    Outcome {
        CareOrder "care_order" "A care order";
        SupervisionOrder "supervision_order" "A supervision order";
        AnotherOrder "another_order" "Another order";
        NoOrder "no_order" "No order";
        NotIssued "not_issued" "Proceedings were not issued";
    }
}

/// How proceedings ended, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub outcome: Outcome,
    pub on: NaiveDate,
}

/// Responsibility passing to the team for children in care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOn {
    pub on: NaiveDate,
    /// The Corporate Parenting team; the Children We Care For team.
    pub to: String,
}

/// The care order route of one child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceedings {
    pub child: PersonId,
    /// When it was decided to apply.
    pub decided_on: NaiveDate,
    #[serde(default)]
    pub why: String,
    /// When the Public Law Outline began.
    #[serde(default)]
    pub outline_on: Option<NaiveDate>,
    /// What the clinical psychologist assesses for the court.
    #[serde(default)]
    pub psychologist: String,
    #[serde(default)]
    pub ended: Option<Ended>,
    #[serde(default)]
    pub passed_on: Option<PassedOn>,
}

impl Proceedings {
    /// Whether the child is still waiting for an outcome, or for another team to take over after a care order.
    pub fn is_open(&self) -> bool {
        match &self.ended {
            None => true,
            Some(ended) => ended.outcome == Outcome::CareOrder && self.passed_on.is_none(),
        }
    }
}
