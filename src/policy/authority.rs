//! The authorities whose published guidance the app brings, by their permanent codes.
//!
//! What each rules is data: `policy/profiles/*.json`, read by [`super::profile`].

use serde::{Deserialize, Serialize};

use super::profile::words::Concept;

/// An authority whose published rules the app follows, by its permanent code in records and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// Only what all the sources agree on.
    #[default]
    Common,
    Walsall,
    WestSussex,
    Warwickshire,
    Bury,
    Hertfordshire,
}

/// What one authority's guidance says about the modules, and where it says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    pub name: &'static str,
    /// What workbook screens call the team.
    pub team: &'static str,
    /// Whether a couple may have one parenting assessment between them.
    pub joint_assessments: bool,
    /// What the guidance says of it, with the document and section.
    pub joint_source: String,
}

impl Authority {
    pub const ALL: [Authority; 6] =
        [Self::Common, Self::Walsall, Self::WestSussex, Self::Warwickshire, Self::Bury, Self::Hertfordshire];

    /// The permanent word in settings and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Walsall => "walsall",
            Self::WestSussex => "west_sussex",
            Self::Warwickshire => "warwickshire",
            Self::Bury => "bury",
            Self::Hertfordshire => "hertfordshire",
        }
    }

    /// The name in lists to choose from, without reading the profile.
    pub fn name(self) -> &'static str {
        match self {
            Self::Common => "No authority chosen: what all the guidance agrees on",
            Self::Walsall => "Walsall",
            Self::WestSussex => "West Sussex",
            Self::Warwickshire => "Warwickshire (Strengthening Families)",
            Self::Bury => "Bury",
            Self::Hertfordshire => "The Hertfordshire model",
        }
    }

    /// What its profile says about the modules.
    pub fn rules(self) -> Rules {
        let profile = self.profile();
        let joint = &profile.practice.joint_assessments;
        let source = joint.source.as_ref().map(|source| format!(" ({})", profile.source_words(source)));
        Rules {
            name: self.name(),
            team: profile.word(Concept::Team),
            joint_assessments: joint.is,
            joint_source: joint.words.clone() + &source.unwrap_or_default(),
        }
    }
}
