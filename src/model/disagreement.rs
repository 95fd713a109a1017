//! People who work with the family and do not agree, where it was taken, and how it was settled.
//!
//! Sources: WAL and WSX 6 (the team manager manages disputes); WAR 15, 16.2 and 16.3; `domain.md` R21, R82,
//! R89.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;

choices! {
    DisagreementAbout {
        Threshold "threshold" "The threshold";
        Rating "rating" "The rating";
        Plan "plan" "The plan";
        Allocation "allocation" "Allocation or transfer";
        Closing "closing" "Closing";
        Another "another" "Something else";
    }

    /// Who disagrees with whom: it decides where it is taken.
    Between {
        TeamMembers "team_members" "Members of the team";
        Employers "employers" "Employers of members of the team";
        Teams "teams" "This team and another team";
        Agencies "agencies" "This team and another agency";
    }

    /// Where it was taken.
    TakenTo {
        TeamManager "team_manager" "The team manager";
        LineManager "line_manager" "A line manager";
        SeniorManager "senior_manager" "The senior manager";
        Board "board" "The safeguarding board’s escalation policy";
    }
}

impl Between {
    /// Where the guidance takes it, one after the other.
    pub fn route(self) -> &'static [TakenTo] {
        match self {
            Self::TeamMembers => &[TakenTo::TeamManager, TakenTo::LineManager, TakenTo::SeniorManager],
            Self::Employers | Self::Teams => &[TakenTo::TeamManager, TakenTo::SeniorManager],
            Self::Agencies => &[TakenTo::TeamManager, TakenTo::SeniorManager, TakenTo::Board],
        }
    }
}

/// One time that it was taken somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub on: NaiveDate,
    pub to: TakenTo,
    #[serde(default)]
    pub what: String,
}

/// A disagreement, with each side in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    pub about: DisagreementAbout,
    pub between: Between,
    /// Who thinks what.
    pub views: String,
    pub raised_on: NaiveDate,
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// How it was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    pub on: NaiveDate,
    pub how: String,
}
