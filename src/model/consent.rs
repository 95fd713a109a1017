//! Consent: of one person, for one purpose; given, renewed, refused, withdrawn, or why it is not needed.
//!
//! Sources: WAL and WSX 10 (families consent to all information sharing and to each intervention, recorded in
//! the workbook, or why not needed); BURY "Working With: Parental Consent"; WAR 3.4, 5.1 and 5.4;
//! `domain.md` R14, R61 to R64.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::{Choice, choices};
use super::ids::{PersonId, PurposeId};

choices! {
    /// With whom information is shared.
    Agency {
        /// Everyone whom the team works with: stopping this stops sharing with each of them.
        Any "any" "All the agencies that the team works with";
        EarlyHelp "early_help" "Early Help";
        Education "education" "School, college or nursery";
        HealthVisitor "health_visitor" "Health visitor or school nurse";
        Gp "gp" "GP";
        MentalHealth "mental_health" "Mental health service";
        Recovery "recovery" "Drug and alcohol service";
        DomesticAbuse "domestic_abuse" "Domestic abuse service";
        Probation "probation" "Probation";
        Police "police" "Police";
        Housing "housing" "Housing";
        AnotherAuthority "another_authority" "Another local authority";
    }

    /// What the work is that is consented to.
    Intervention {
        Engagement "engagement" "Work to see whether support would help";
        OneToOne "one_to_one" "One to one support";
        Group "group" "A group";
        RiskAssessment "risk_assessment" "A risk assessment";
        ParentingAssessment "parenting_assessment" "The parenting assessment";
        DirectWork "direct_work" "Direct work with a child";
        Testing "testing" "Drug or alcohol testing";
    }

    ConsentState {
        Given "given" "Given";
        Refused "refused" "Not given";
        Withdrawn "withdrawn" "Withdrawn";
        NotNeeded "not_needed" "Not needed";
    }

    /// Why consent is not sought (BURY).
    NotSought {
        CannotGive "cannot_give" "They cannot give it";
        NotReasonable "not_reasonable" "It is not reasonable to obtain it";
        Safety "safety" "Asking would put a child’s immediate safety at risk";
        LegalDuty "legal_duty" "The law requires it";
    }

    HowGiven {
        InWriting "in_writing" "In writing";
        Spoken "spoken" "Spoken";
        ThroughInterpreter "through_interpreter" "Through an interpreter";
    }
}

/// What the consent is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Being referred to the team.
    Referral,
    /// Work with the team at all, below child protection.
    Work,
    Sharing(Agency),
    /// Sharing with somebody named in the consent's own words.
    SharingWith(PurposeId),
    Intervention(Intervention),
    /// What is recorded of them being shown to others in the family.
    ShownToFamily,
    /// Anything else, named in the consent's own words.
    Another(PurposeId),
}

impl Purpose {
    /// What a consent is for, as people say it; `named` is what it was called where the family named it.
    pub fn words(self, named: &str) -> String {
        match self {
            Self::Referral => "Being referred to the team".to_owned(),
            Self::Work => "Working with the team".to_owned(),
            Self::ShownToFamily => "Being shown to others in the family".to_owned(),
            Self::Sharing(agency) => format!("Sharing with: {}", agency.label()),
            Self::Intervention(work) => work.label().to_owned(),
            Self::SharingWith(_) => format!("Sharing with: {named}"),
            Self::Another(_) => named.to_owned(),
        }
    }
}

/// One person, for one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ConsentOf {
    pub person: PersonId,
    pub purpose: Purpose,
}

/// What was said, when, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub state: ConsentState,
    /// When it was given, refused or withdrawn; when it was decided that it is not needed.
    pub on: NaiveDate,
    /// Until when it was given.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Who gave, refused or withdrew it: the person, or for a child somebody with parental responsibility.
    #[serde(default)]
    pub by: Option<PersonId>,
    #[serde(default)]
    pub how: Option<HowGiven>,
    /// What was explained: why, what, how and with whom.
    #[serde(default)]
    pub explained: String,
    #[serde(default)]
    pub not_sought: Option<NotSought>,
    /// Why it is not needed; why somebody else could give it; what the person said.
    #[serde(default)]
    pub why: String,
    /// Whom or what it is for, where the purpose is named in words.
    #[serde(default)]
    pub named: String,
}

impl Consent {
    /// Whether this lets something be shared or done on that day. Once it is withdrawn, no day.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        match self.state {
            ConsentState::Given => self.on <= day && self.until.is_none_or(|until| day <= until),
            ConsentState::NotNeeded => self.on <= day,
            ConsentState::Refused | ConsentState::Withdrawn => false,
        }
    }

    /// Whether the person said no.
    pub fn is_no(&self) -> bool {
        matches!(self.state, ConsentState::Refused | ConsentState::Withdrawn)
    }
}
