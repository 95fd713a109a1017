//! A piece of work recorded in a module, what the team makes of a module so far, and whether it is done.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::audience::Audience;
use super::dates::PartialDate;
use super::ids::PersonId;
use super::module::{ModuleId, QuestionId};
use super::stage_of_change::StageOfChange;
use super::subject::Subject;

/// How the writer knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HowKnown {
    TheyToldMe,
    ISawIt,
    AnotherProfessional,
    ARecord,
}

impl HowKnown {
    pub const ALL: [HowKnown; 4] = [Self::TheyToldMe, Self::ISawIt, Self::AnotherProfessional, Self::ARecord];

    pub fn label(self) -> &'static str {
        match self {
            Self::TheyToldMe => "They told me",
            Self::ISawIt => "I saw it",
            Self::AnotherProfessional => "Another professional said",
            Self::ARecord => "A record says",
        }
    }

    /// The permanent word in records and drafts.
    pub fn code(self) -> &'static str {
        match self {
            Self::TheyToldMe => "they_told_me",
            Self::ISawIt => "i_saw_it",
            Self::AnotherProfessional => "another_professional",
            Self::ARecord => "a_record",
        }
    }

    /// Whether it is somebody else's to tell: nobody of the family is ever shown it (`ux.md` SR6).
    pub fn is_for_the_team(self) -> bool {
        match self {
            Self::TheyToldMe | Self::ISawIt => false,
            Self::AnotherProfessional | Self::ARecord => true,
        }
    }
}

/// What kind of statement it is. Records that gave allegations as fact have been found unjust to families
/// (`domain.md` C21), so every entry says which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Fact,
    Allegation,
    Opinion,
}

impl Certainty {
    pub const ALL: [Certainty; 3] = [Self::Fact, Self::Allegation, Self::Opinion];

    pub fn label(self) -> &'static str {
        match self {
            Self::Fact => "Fact",
            Self::Allegation => "Allegation",
            Self::Opinion => "Professional opinion",
        }
    }

    /// The permanent word in records and drafts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Allegation => "allegation",
            Self::Opinion => "opinion",
        }
    }
}

/// Someone's own words, as they said them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub who: PersonId,
    pub words: String,
}

/// One piece of work, as it was recorded. At least one of its texts is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub module: ModuleId,
    pub subject: Subject,
    /// When the work was done; a month or a year will do for history.
    pub done_on: PartialDate,
    /// Who of the family was there.
    #[serde(default)]
    pub present: BTreeSet<PersonId>,
    /// Who else was there, in words.
    #[serde(default)]
    pub others_present: String,
    pub how_known: HowKnown,
    pub certainty: Certainty,
    #[serde(default)]
    pub going_well: String,
    /// What needs to be different.
    #[serde(default)]
    pub needs: String,
    /// What this means for each child: the "so what?".
    #[serde(default)]
    pub analysis: BTreeMap<PersonId, String>,
    #[serde(default)]
    pub own_words: Vec<Quote>,
    /// Where the one it is about is in a change, and what this entry shows of it. For the team alone, whoever sees the
    /// rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageOfChange>,
    /// Which questions of the module it speaks to, where the writer said so.
    #[serde(default)]
    pub questions: BTreeSet<QuestionId>,
    pub audience: Audience,
}

impl Entry {
    /// Whether it names this person: as the one it is about, as present, as one it means something for, or
    /// as one who spoke. Who may see it is not named by it.
    pub fn names(&self, person: PersonId) -> bool {
        self.subject.names(person)
            || self.present.contains(&person)
            || self.analysis.contains_key(&person)
            || self.own_words.iter().any(|quote| quote.who == person)
    }

    /// Everyone whom it names.
    pub fn people(&self) -> BTreeSet<PersonId> {
        let subject = self.subject.people().into_iter();
        let spoke = self.own_words.iter().map(|quote| quote.who);
        subject
            .chain(self.present.iter().copied())
            .chain(self.analysis.keys().copied())
            .chain(spoke)
            .collect()
    }

    /// Whether it is nothing but what somebody of the family said, in their own words.
    pub fn is_only_own_words(&self) -> bool {
        let blank = |text: &String| text.trim().is_empty();
        self.stage.is_none()
            && blank(&self.going_well)
            && blank(&self.needs)
            && self.analysis.values().all(blank)
            && self.own_words.iter().any(|quote| !blank(&quote.words))
    }

    /// Whether any of its texts says something.
    pub fn has_words(&self) -> bool {
        [&self.going_well, &self.needs]
            .into_iter()
            .chain(self.analysis.values())
            .chain(self.own_words.iter().map(|quote| &quote.words))
            .any(|text| !text.trim().is_empty())
    }
}

/// Where a module stands for one subject. "Completed" is always a person's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModuleStatus {
    NotStarted,
    InProgress,
    Completed,
    Reopened,
}

impl ModuleStatus {
    pub fn label(self) -> &'static str {
        match self {
            Self::NotStarted => "Not yet started",
            Self::InProgress => "In progress",
            Self::Completed => "Completed",
            Self::Reopened => "Reopened",
        }
    }
}

/// What the team says in the assessment about one module and one subject, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Statement {
    #[serde(default)]
    pub strengths: String,
    #[serde(default)]
    pub needs: String,
    #[serde(default)]
    pub analysis: String,
}

/// Whether a couple is assessed jointly. Separate entries always stay underneath.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointAssessment {
    pub joint: bool,
    #[serde(default)]
    pub why: String,
}
