//! Asking for an adult specialist: their time is short, so it is asked for, and decided, with reasons.
//!
//! Sources: WAL "Working with adults"; WSX 7 and appendix 3; `domain.md` R69.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::{PersonId, PractitionerId};
use super::practitioner::Role;

/// The form of WSX appendix 3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialistRequest {
    /// Which specialists.
    pub specialists: BTreeSet<Role>,
    /// The adults whom the work is for.
    #[serde(default)]
    pub people: BTreeSet<PersonId>,
    /// The family's situation in short.
    pub situation: String,
    /// What the work is for, with the outcomes that are hoped for.
    pub purpose: String,
    #[serde(default)]
    pub timescale: String,
    /// What the team manager says to it.
    #[serde(default)]
    pub managers_view: String,
}

choices! {
    /// In which capacity it was decided. WAL and WSX 7 say that the specialist's line manager's decision is
    /// final; WSX appendix 3 says that service managers decide with team managers. Who did is recorded.
    DecidedAs {
        LineManager "line_manager" "The specialist’s line manager";
        ServiceManager "service_manager" "The service manager, with the team manager";
    }
}

/// The final decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialistDecision {
    pub agreed: bool,
    pub on: NaiveDate,
    /// Who decided, by name: a line manager may have no workbook of their own.
    pub decided_by: String,
    pub decided_as: DecidedAs,
    pub reason: String,
    /// Who will do the work, if someone of this team was named.
    #[serde(default)]
    pub worker: Option<PractitionerId>,
}
