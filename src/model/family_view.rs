//! What people of the family see when something is shown to them: a copy, made for exactly those who are there, of
//! nothing but what each of them may see. The family's pages are drawn from this and from nothing larger
//! (`architecture.md`, invariant 4; `domain.md` E2, rule 2: "separate output, not a filter").
//!
//! It holds no id of a family, person or record: an item is known by its number in this view alone.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::sharing::{Heading, Translation};

/// Everything that the family's pages may say of the family.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FamilyView {
    /// Who is there and looks, the adults first. Nobody: only the pages that say nothing of anyone (SR8).
    pub people: Vec<Viewer>,
    /// What is shown, in the order in which it is shown: what is going well first.
    pub items: Vec<Item>,
    /// Who is helping.
    pub helpers: Vec<Helper>,
    /// The tag of the language of the fixed words: "en-GB".
    pub language: String,
    /// The worker who shows it, as the pages name them: "Sam".
    pub worker: String,
    /// The day on which it is shown.
    pub today: Option<NaiveDate>,
}

/// Somebody who looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// What they chose to be called (SR9).
    pub name: String,
    pub child: bool,
    /// In whole years, where it is known: it decides how a scale is drawn.
    #[serde(default)]
    pub age: Option<u32>,
    /// The answers they gave before on each scale, oldest first. Shown to them alone.
    #[serde(default)]
    pub scales: BTreeMap<String, Vec<Earlier>>,
}

/// An answer on a scale, of an earlier day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    pub on: NaiveDate,
    pub number: u8,
    /// What they said to it.
    #[serde(default)]
    pub words: String,
}

/// One thing that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number in this view.
    pub number: u32,
    pub heading: Heading,
    /// In the words chosen for the family, else as it is recorded.
    pub words: String,
    /// By the tag of the language.
    #[serde(default)]
    pub translations: BTreeMap<String, Translation>,
    /// Whose words these are, when they are somebody's own.
    #[serde(default)]
    pub said_by: Option<String>,
    /// Who does it, of something agreed: a name they chose, or a worker's.
    #[serde(default)]
    pub who: Option<String>,
    /// The day on which it is, or by which it will be done.
    #[serde(default)]
    pub on: Option<NaiveDate>,
    /// How often, of something agreed that has no day.
    #[serde(default)]
    pub how_often: String,
    /// Whether a promise was kept; none: it is still to come.
    #[serde(default)]
    pub kept: Option<bool>,
    /// What came of it.
    #[serde(default)]
    pub came_of_it: String,
}

/// Somebody who is helping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helper {
    pub name: String,
    /// What they do, as the family is told it: "helps with alcohol and drugs".
    pub does: String,
}
