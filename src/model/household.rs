//! Who lives together, over time. A household has a name that says nothing of where it is
//! ("Mum's home"); addresses are protected facts and are not kept here.

use serde::{Deserialize, Serialize};

use super::dates::PartialDate;
use super::ids::PersonId;

/// One person's time in a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub person: PersonId,
    #[serde(default)]
    pub from: Option<PartialDate>,
    #[serde(default)]
    pub until: Option<PartialDate>,
}

/// People who live, or lived, together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Household {
    pub label: String,
    pub stays: Vec<Stay>,
}
