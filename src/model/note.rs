//! Case notes: contacts that are no visit, a consultation, and management oversight.
//!
//! Sources: WAR 11.3 and 13; `domain.md` R44. Not every little contact: records are succinct.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::PersonId;
use super::source::Source;

choices! {
    /// What kind of note it is.
    NoteKind {
        CaseNote "case_note" "Case note";
        /// Discussion with, and advice from, a social worker or an adult specialist; it may be by telephone.
        Consultation "consultation" "Consultation";
        /// A manager's own look at the work, and what they decide.
        ManagementOversight "management_oversight" "Management oversight";
    }
}

/// A note on the family's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNote {
    pub kind: NoteKind,
    pub on: NaiveDate,
    #[serde(default)]
    pub at: Option<NaiveTime>,
    #[serde(default)]
    pub about: BTreeSet<PersonId>,
    /// With whom, or from whom, in words.
    #[serde(default)]
    pub with: String,
    pub text: String,
    /// The advice that was given, or what was decided and why.
    #[serde(default)]
    pub advice: String,
    #[serde(default)]
    pub copied_to: String,
    /// The visit, entry or note that it looks at.
    #[serde(default)]
    pub looks_at: Option<Source>,
}
