//! A family without recourse to public funds: the social worker leads, and the plan says how they live.
//!
//! Sources: WAL "Which families"; WAR 1.3 and 8.2; `domain.md` R6, R80.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether the family has no recourse to public funds, and what was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoRecourse {
    pub applies: bool,
    #[serde(default)]
    pub since: Option<NaiveDate>,
    /// When the plan was agreed; before transfer, by the referring team.
    #[serde(default)]
    pub plan_agreed_on: Option<NaiveDate>,
    /// The financial support in the plan.
    #[serde(default)]
    pub financial_support: String,
    /// The specific work for which a family support worker was asked, if any.
    #[serde(default)]
    pub support_work: String,
    #[serde(default)]
    pub reviewed_on: Option<NaiveDate>,
    #[serde(default)]
    pub words: String,
}
