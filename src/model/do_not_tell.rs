//! A person's request that somebody else of the family is not told something.
//!
//! Source: `domain.md` E2, rule 5; a council was found at fault for delivering a report to a shared home although the
//! mother had asked for parts of it to be kept from her husband (E1, Dorset).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{PersonId, PractitionerId};
use super::source::Source;

/// What one person asked the team to keep from others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoNotTell {
    pub asked_by: PersonId,
    /// Who must not learn it.
    pub from: BTreeSet<PersonId>,
    /// What it is, in words for the team.
    pub what: String,
    /// Words that would give it away: they are looked for before anything is shown to one of these people.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Records that hold it: none of them is shown to one of these people.
    #[serde(default)]
    pub records: BTreeSet<Source>,
    pub why: String,
    pub asked_on: NaiveDate,
    /// Until when they asked for it, that day included; none: until they say otherwise.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Who of the team answers for it: that it is kept, and that it is asked again when its time is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PractitionerId>,
}

impl DoNotTell {
    /// Whether it is in force on a day.
    pub fn stands(&self, today: NaiveDate) -> bool {
        self.until.is_none_or(|until| today <= until)
    }
}
