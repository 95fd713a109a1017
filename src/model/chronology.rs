//! What the family's chronology holds beside what it builds from the records: events that stand nowhere else,
//! and which records are significant.
//!
//! Sources: WAR 12; WSX appendix 6 (BASW); `domain.md` R41. A significant event is never typed twice: it is
//! marked where it stands.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::dates::PartialDate;
use super::ids::PersonId;

/// An event of the family's life, or of earlier involvement, that no other record holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChronologyEvent {
    pub on: PartialDate,
    #[serde(default)]
    pub until: Option<PartialDate>,
    #[serde(default)]
    pub people: BTreeSet<PersonId>,
    pub what: String,
    /// How we know.
    #[serde(default)]
    pub source: String,
    /// What it meant.
    #[serde(default)]
    pub significance: String,
    /// How each child sees it.
    #[serde(default)]
    pub childrens_views: BTreeMap<PersonId, String>,
}

/// Whether a record stands in the chronology, and in what words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mark {
    pub significant: bool,
    /// The line, where the record's own first words would not do.
    #[serde(default)]
    pub line: String,
    #[serde(default)]
    pub childrens_views: BTreeMap<PersonId, String>,
}
