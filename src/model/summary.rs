//! A worker's summary for a supervision, and the family's case summary, which is another thing.
//!
//! Sources: WSX appendix 6; WAL and WSX 9 (monthly summary); `domain.md` R35 to R37 and B4.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::action::{ByWhen, Owner};
use super::choices::choices;
use super::ids::PersonId;
use super::source::Source;

choices! {
    /// The five anchor questions of assessment.
    ///
    /// The guidance names the last two only (WSX appendix 6). The first three are from general knowledge of the
    /// work that they come from and are marked "check" wherever they stand.
    Anchor {
        WhatFor "what_for" "What is the assessment for?";
        Story "story" "What is the story?";
        Meaning "meaning" "What does the story mean?";
        NeedsToHappen "needs_to_happen" "What needs to happen?";
        Progress "progress" "How do we know we are making progress?";
    }
}

impl Anchor {
    /// Whether the question was proposed by this project and should be checked against the original.
    pub fn is_proposed(self) -> bool {
        match self {
            Self::WhatFor | Self::Story | Self::Meaning => true,
            Self::NeedsToHappen | Self::Progress => false,
        }
    }
}

/// Something a worker would like the meeting to agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub what: String,
    #[serde(default)]
    pub who: Option<Owner>,
    #[serde(default)]
    pub by: Option<ByWhen>,
}

/// The days that a summary tells of: since the supervision before, and nothing older.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The day of the supervision before; none before the first, and then it is since the team began.
    #[serde(default)]
    pub since: Option<NaiveDate>,
    pub until: NaiveDate,
}

/// What one worker writes; without the period, which nobody types, and the rating, which is a record of its
/// own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SummaryText {
    /// A short synopsis of the worker's own work. The bulk of it stands in the modules.
    #[serde(default)]
    pub synopsis: String,
    /// Entries and visits of the period: referred to, never copied.
    #[serde(default)]
    pub references: BTreeSet<Source>,
    /// What we see in each child, in relation to their needs and to the harm that led to our involvement.
    #[serde(default)]
    pub observations: BTreeMap<PersonId, String>,
    /// Outcome and analysis, by the anchor questions.
    #[serde(default)]
    pub analysis: BTreeMap<Anchor, String>,
    /// Whether the threshold still fits, for each child.
    #[serde(default)]
    pub threshold_views: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub proposals: Vec<Proposal>,
}

impl SummaryText {
    /// Whether anything was written.
    pub fn has_words(&self) -> bool {
        std::iter::once(&self.synopsis)
            .chain(self.observations.values())
            .chain(self.analysis.values())
            .any(|text| !text.trim().is_empty())
    }
}

/// A worker's summary of their work for one supervision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkbookSummary {
    pub period: Period,
    /// Whether it was handed in. One that was is never a draft again: what is changed afterwards is a later
    /// version, and shows as one.
    #[serde(default)]
    pub submitted: bool,
    #[serde(default)]
    pub text: SummaryText,
}

/// What anyone needs who must decide at short notice, such as a duty team at night. Renewed every three
/// months, and sooner if something critical happens (WSX appendix 6; R37).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseSummary {
    /// The day on which it was last said to be right.
    pub as_of: NaiveDate,
    #[serde(default)]
    pub childrens_views: BTreeMap<PersonId, String>,
    /// Family background and key current issues.
    #[serde(default)]
    pub background: String,
    #[serde(default)]
    pub current_plan: String,
    #[serde(default)]
    pub safety_plan: String,
    #[serde(default)]
    pub contingency_plan: String,
    /// Key contacts and essential information.
    #[serde(default)]
    pub contacts: String,
    /// What happened that could not wait for three months.
    #[serde(default)]
    pub critical: String,
}

impl CaseSummary {
    /// Whether anything was written.
    pub fn has_words(&self) -> bool {
        [&self.background, &self.current_plan, &self.safety_plan, &self.contingency_plan, &self.contacts]
            .into_iter()
            .chain(self.childrens_views.values())
            .any(|text| !text.trim().is_empty())
    }
}
