//! What is known of a family as a whole, from its entry to the team.

use serde::{Deserialize, Serialize};

use super::dates::PartialDate;

/// A family as it came to the team (`domain.md` R12 to R16). Who is in it is recorded person by person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// What the team calls the family. Never in an address or a title.
    pub label: String,
    #[serde(default)]
    pub referred_on: Option<PartialDate>,
    /// When the child and family assessment was completed.
    #[serde(default)]
    pub assessed_on: Option<PartialDate>,
    #[serde(default)]
    pub pathway: String,
    #[serde(default)]
    pub pathway_why: String,
    /// A made-up family, to look round with. Shown on every page; never mixed with real ones.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
}
