//! Where authorities differ in what the eight modules may be used for.
//!
//! The whole profiles, with every timescale in every reading, build on this.

use serde::{Deserialize, Serialize};

/// An authority whose published rules the app follows, by its permanent code in records and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// Only what all the sources agree on.
    #[default]
    Common,
    Walsall,
    WestSussex,
    Bury,
    Hertfordshire,
}

/// What one authority's guidance says, and where it says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    pub name: &'static str,
    /// What workbook screens call the team.
    pub team: &'static str,
    /// Whether a couple may have one parenting assessment between them.
    pub joint_assessments: bool,
    /// The document and section that says so.
    pub joint_source: &'static str,
}

impl Authority {
    pub const ALL: [Authority; 5] =
        [Self::Common, Self::Walsall, Self::WestSussex, Self::Bury, Self::Hertfordshire];

    /// The permanent word in settings and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Common => "common",
            Self::Walsall => "walsall",
            Self::WestSussex => "west_sussex",
            Self::Bury => "bury",
            Self::Hertfordshire => "hertfordshire",
        }
    }

    /// What its guidance says.
    pub fn rules(self) -> Rules {
        match self {
            Self::Common => Rules {
                name: "No authority chosen: what all the guidance agrees on",
                team: "Family Safeguarding Team",
                joint_assessments: false,
                joint_source: "The guidance differs, so each parent has their own assessment.",
            },
            Self::Walsall => Rules {
                name: "Walsall",
                team: "Family Safeguarding Team",
                joint_assessments: false,
                joint_source: "Walsall Family Safeguarding Procedures V1, Recording: each parent has their own assessment.",
            },
            Self::WestSussex => Rules {
                name: "West Sussex",
                team: "Family Safeguarding Team",
                joint_assessments: true,
                joint_source: "West Sussex Practice Guidance, sections 7 and 9: joint when presenting as a couple, otherwise one each.",
            },
            Self::Bury => Rules {
                name: "Bury",
                team: "Family Safeguarding Team",
                joint_assessments: false,
                joint_source: "Bury’s training slides do not say, so each parent has their own assessment.",
            },
            Self::Hertfordshire => Rules {
                name: "The Hertfordshire model",
                team: "Family Safeguarding Team",
                joint_assessments: false,
                joint_source: "Walsall’s briefing on the Hertfordshire model does not say, so each parent has their own assessment.",
            },
        }
    }
}
