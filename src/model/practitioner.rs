//! The people who work with a family as one team, and what each of them does in it.
//!
//! Source: `domain.md` R21 to R27. Authorities name the roles differently; the profile holds their words.

use serde::{Deserialize, Serialize};

use super::ids::PractitionerId;

/// What a practitioner does in the team. A role that this version does not know keeps its own words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Role {
    SocialWorker,
    TeamManager,
    ChildrenAndFamilyWorker,
    DomesticAbusePractitioner,
    /// From probation, with those who have harmed.
    DomesticAbuseWorker,
    MentalHealthPractitioner,
    RecoveryWorker,
    Administrator,
    ReferringTeam,
    Other(String),
}

impl Role {
    /// The roles a person chooses from, before "Something else".
    pub const KNOWN: [Role; 9] = [
        Role::SocialWorker,
        Role::TeamManager,
        Role::ChildrenAndFamilyWorker,
        Role::DomesticAbusePractitioner,
        Role::DomesticAbuseWorker,
        Role::MentalHealthPractitioner,
        Role::RecoveryWorker,
        Role::Administrator,
        Role::ReferringTeam,
    ];

    /// The permanent word in records; for a role of someone's own, their words.
    pub fn code(&self) -> &str {
        match self {
            Self::SocialWorker => "social_worker",
            Self::TeamManager => "team_manager",
            Self::ChildrenAndFamilyWorker => "children_and_family_worker",
            Self::DomesticAbusePractitioner => "domestic_abuse_practitioner",
            Self::DomesticAbuseWorker => "domestic_abuse_worker",
            Self::MentalHealthPractitioner => "mental_health_practitioner",
            Self::RecoveryWorker => "recovery_worker",
            Self::Administrator => "administrator",
            Self::ReferringTeam => "referring_team",
            Self::Other(words) => words,
        }
    }

    /// Whether someone in this role comes from an adults' service and keeps that agency's record too
    /// (`domain.md` R42).
    pub fn is_adult_worker(&self) -> bool {
        matches!(
            self,
            Self::DomesticAbusePractitioner
                | Self::DomesticAbuseWorker
                | Self::MentalHealthPractitioner
                | Self::RecoveryWorker
        )
    }

    /// The role as people say it.
    pub fn label(&self) -> &str {
        match self {
            Self::SocialWorker => "Social worker",
            Self::TeamManager => "Team manager",
            Self::ChildrenAndFamilyWorker => "Children and family worker",
            Self::DomesticAbusePractitioner => "Domestic abuse practitioner",
            Self::DomesticAbuseWorker => "Domestic abuse worker (probation)",
            Self::MentalHealthPractitioner => "Mental health practitioner",
            Self::RecoveryWorker => "Recovery worker",
            Self::Administrator => "Administrator",
            Self::ReferringTeam => "Referring team",
            Self::Other(words) => words,
        }
    }
}

impl From<String> for Role {
    fn from(code: String) -> Self {
        Self::KNOWN.into_iter().find(|role| role.code() == code).unwrap_or(Self::Other(code))
    }
}

impl From<Role> for String {
    fn from(role: Role) -> Self {
        role.code().to_owned()
    }
}

/// Someone who records in workbooks, as their name stands on the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practitioner {
    pub id: PractitionerId,
    pub name: String,
    pub role: Role,
    #[serde(default)]
    pub employer: String,
    #[serde(default)]
    pub team: String,
}

/// A practitioner's part in one family's team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    pub name: String,
    pub role: Role,
    #[serde(default)]
    pub employer: String,
    #[serde(default)]
    pub team: String,
    /// Whether this is the worker the family was allocated to.
    #[serde(default)]
    pub allocated: bool,
}

impl TeamMember {
    /// How this practitioner takes part when they begin to record with a family.
    pub fn from_practitioner(practitioner: &Practitioner, allocated: bool) -> Self {
        Self {
            name: practitioner.name.clone(),
            role: practitioner.role.clone(),
            employer: practitioner.employer.clone(),
            team: practitioner.team.clone(),
            allocated,
        }
    }
}
