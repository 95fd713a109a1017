//! What somebody of the family says, before anybody at work has read it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::showing::{Given, Verdict};

/// What an answer is an answer to. The family's page knows things by their number in the view alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Something to say, asked by nobody.
    Nothing,
    /// What they hope for; a child's wish.
    Hopes,
    /// What they think needs to be different; a child's worry.
    Different,
    /// Whether this item of the view is right.
    Item(u32),
    /// A question on a scale, by its permanent name.
    Scale(String),
    /// Whether they agree with what was shown as agreed.
    Agreement,
}

/// What one person says, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whose it is: their place among those who look, the first is 0. `None`: nobody said whose it is.
    pub who: Option<u32>,
    pub to: Asked,
    pub given: Given,
    pub at: DateTime<Utc>,
    #[serde(default)]
    pub verdict: Option<Verdict>,
    /// Their place on the scale.
    #[serde(default)]
    pub number: Option<u8>,
    #[serde(default)]
    pub why_not_less: String,
    #[serde(default)]
    pub what_next: String,
    #[serde(default)]
    pub words: String,
    /// The typed name of a signature.
    #[serde(default)]
    pub signed: String,
    /// Who of those who look may see it, besides the team.
    #[serde(default)]
    pub seen_by: BTreeSet<u32>,
}

impl Answer {
    /// Nothing yet, by this person.
    pub fn new(who: Option<u32>, to: Asked, at: DateTime<Utc>) -> Self {
        Self {
            who,
            to,
            given: Given::Typed,
            at,
            verdict: None,
            number: None,
            why_not_less: String::new(),
            what_next: String::new(),
            words: String::new(),
            signed: String::new(),
            seen_by: BTreeSet::new(),
        }
    }

    /// Whether nothing was chosen and nothing written.
    pub fn is_empty(&self) -> bool {
        self.verdict.is_none()
            && self.number.is_none()
            && [&self.why_not_less, &self.what_next, &self.words, &self.signed].iter().all(|it| it.is_empty())
    }
}

/// What lies in a letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inside {
    /// Somebody said this, and meant it to be kept.
    Said(Answer),
    /// Somebody was writing this when the page went away, or left it.
    HalfSaid(Answer),
    /// The screen was covered.
    Hidden(DateTime<Utc>),
}
