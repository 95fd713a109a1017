//! The authority's own words for what everybody has: the vocabulary of `domain.md` A13.

use serde::{Deserialize, Serialize};

use super::source::Source;

/// Something every authority has and each names differently. The code is permanent in profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concept {
    Team,
    /// The team that refers.
    FrontTeam,
    Administrator,
    SeniorManager,
    AdultWorkers,
    /// The meeting in which the team reflects on one family.
    Supervision,
    LookedAfter,
    /// Who takes over when a care order is made.
    LookedAfterTeam,
    /// What leaving for less help is called.
    SteppingDown,
    Programme,
    /// Where statutory records are kept.
    StatutorySystem,
    LeadPractitioner,
    /// The assessment that a referral follows.
    Assessment,
    /// The summary that each worker writes before supervision.
    Summary,
}

impl Concept {
    pub const ALL: [Concept; 14] = [
        Self::Team,
        Self::FrontTeam,
        Self::Administrator,
        Self::SeniorManager,
        Self::AdultWorkers,
        Self::Supervision,
        Self::LookedAfter,
        Self::LookedAfterTeam,
        Self::SteppingDown,
        Self::Programme,
        Self::StatutorySystem,
        Self::LeadPractitioner,
        Self::Assessment,
        Self::Summary,
    ];

    /// What it is called where the guidance has no word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Team => "Family Safeguarding Team",
            Self::FrontTeam => "referring team",
            Self::Administrator => "administrator",
            Self::SeniorManager => "senior manager",
            Self::AdultWorkers => "adult workers",
            Self::Supervision => "supervision",
            Self::LookedAfter => "looked-after child",
            Self::LookedAfterTeam => "looked-after team",
            Self::SteppingDown => "step down",
            Self::Programme => "modules",
            Self::StatutorySystem => "statutory record",
            Self::LeadPractitioner => "lead practitioner",
            Self::Assessment => "child and family assessment",
            Self::Summary => "summary",
        }
    }
}

/// A word, where it comes from, and what else the guidance calls the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    pub word: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    pub source: Source,
}

/// What red, amber and green mean, where the guidance has them (`domain.md` R57).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratings {
    /// What is rated: risk, or need or harm.
    pub measures: String,
    pub red: String,
    pub amber: String,
    pub green: String,
    pub source: Source,
}
