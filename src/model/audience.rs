//! Who may see a record.
//!
//! Audiences are named people, never "the family": two people in it may not be safe to read the same page.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ids::PersonId;

/// Who may see a record. The team always may; nobody of the family does until a worker chose them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    #[default]
    TeamOnly,
    /// The team, and each of these people.
    People(BTreeSet<PersonId>),
}

impl Audience {
    /// The people of the family who may see it.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        match self {
            Self::TeamOnly => None,
            Self::People(people) => Some(people),
        }
        .into_iter()
        .flatten()
        .copied()
    }
}
