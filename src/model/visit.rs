//! Visits: which child was seen, seen alone, where; and who was not seen, and why.
//!
//! Sources: WAL "Recording" and "Timescales"; WSX 10; WAR 11; `domain.md` R39, R43, R76, R77. A visit is typed
//! once: the stub for the statutory system, the evidence in a module, a line of the chronology and a reference
//! in a summary are all read from it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::entry::Quote;
use super::ids::{PersonId, PractitionerId};
use super::module::{ModuleId, QuestionId};
use super::subject::Subject;

/// Where a child was to be seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Home,
    SchoolOrNursery,
    Office,
    Elsewhere(String),
}

impl Place {
    /// Where, as people say it.
    pub fn label(&self) -> &str {
        match self {
            Self::Home => "at home",
            Self::SchoolOrNursery => "at school or nursery",
            Self::Office => "at the office or a centre",
            Self::Elsewhere(words) => words,
        }
    }
}

/// Whether one child was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Seen, and alone with the worker, with the agreement of a parent (WAR 11.2); or why without.
    SeenAlone {
        #[serde(default)]
        agreed_by: BTreeSet<PersonId>,
        #[serde(default)]
        without_agreement: String,
    },
    /// Seen, and not alone.
    Seen {
        #[serde(default)]
        why_not_alone: String,
    },
    NotSeen {
        why: String,
        /// What happens next so that the child is seen.
        #[serde(default)]
        next: String,
    },
}

impl Contact {
    /// Whether the child was seen. A visit on which a child was not seen is no visit to that child.
    pub fn was_seen(&self) -> bool {
        match self {
            Self::SeenAlone { .. } | Self::Seen { .. } => true,
            Self::NotSeen { .. } => false,
        }
    }

    pub fn was_alone(&self) -> bool {
        matches!(self, Self::SeenAlone { .. })
    }
}

/// A part of the programme that the note speaks to, so that it need not be written there again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceFor {
    pub module: ModuleId,
    pub subject: Subject,
    #[serde(default)]
    pub questions: BTreeSet<QuestionId>,
}

/// A visit that was made, or that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub on: NaiveDate,
    /// When it began, in London.
    #[serde(default)]
    pub from: Option<NaiveTime>,
    #[serde(default)]
    pub until: Option<NaiveTime>,
    /// Whether it is one that a child's plan or status asks for.
    #[serde(default)]
    pub statutory: bool,
    pub place: Place,
    #[serde(default)]
    pub by: BTreeSet<PractitionerId>,
    /// Each child whom it was for.
    pub children: BTreeMap<PersonId, Contact>,
    /// The adults of the family who were there.
    #[serde(default)]
    pub adults: BTreeSet<PersonId>,
    #[serde(default)]
    pub others_present: String,
    /// What was done, seen and heard.
    #[serde(default)]
    pub note: String,
    /// What it is like to be each child, here and now.
    #[serde(default)]
    pub meaning: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub own_words: Vec<Quote>,
    #[serde(default)]
    pub evidence_for: Vec<EvidenceFor>,
    #[serde(default)]
    pub audience: Audience,
}

impl Visit {
    /// Whether any child was seen.
    pub fn saw_a_child(&self) -> bool {
        self.children.values().any(Contact::was_seen)
    }

    /// Everyone of the family whom a field of it names. Who may see it is not named by it.
    pub fn people(&self) -> BTreeSet<PersonId> {
        let agreed = self.children.values().filter_map(|contact| match contact {
            Contact::SeenAlone { agreed_by, .. } => Some(agreed_by),
            Contact::Seen { .. } | Contact::NotSeen { .. } => None,
        });
        self.children
            .keys()
            .chain(&self.adults)
            .chain(self.meaning.keys())
            .chain(self.own_words.iter().map(|quote| &quote.who))
            .chain(agreed.flatten())
            .copied()
            .chain(self.evidence_for.iter().flat_map(|evidence| evidence.subject.people()))
            .collect()
    }

    /// Whether it says anything that could be evidence.
    pub fn has_words(&self) -> bool {
        std::iter::once(&self.note)
            .chain(self.meaning.values())
            .chain(self.own_words.iter().map(|quote| &quote.words))
            .any(|text| !text.trim().is_empty())
    }
}

/// That a visit stands in the statutory system too, which needs no more than its date and where to read on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnSystem {
    pub on: NaiveDate,
    #[serde(default)]
    pub at: Option<NaiveTime>,
    /// What it is called there.
    #[serde(default)]
    pub reference: String,
}
