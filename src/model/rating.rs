//! Red, amber and green: each worker's own view of the level of need or risk, and the one the team agrees.
//!
//! Every worker rates from their own work with the family; the ratings are shared at each supervision, the
//! team manager agrees one, and reasons, what changed and why views differ are recorded (WAL and WSX 8, "RAG
//! rating"; `domain.md` R57 to R59). What each colour means is the authority's own wording and stands in its
//! profile.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::ids::{EventId, PersonId, PractitionerId, SupervisionId};

choices! {
    /// A rating, lowest first, so that the distance between two can be seen.
    Rag {
        Green "green" "Green";
        Amber "amber" "Amber";
        Red "red" "Red";
    }
}

/// One worker's part in one supervision: the key of their rating and of their summary for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Contribution {
    pub supervision: SupervisionId,
    pub practitioner: PractitionerId,
}

/// A worker's own rating for one supervision. Kept from the others until the chair shows them all together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub level: Rag,
    /// Never empty: a colour without a reason tells nobody anything.
    pub reason: String,
    /// The parents or caregivers to whom the need or harm is attributable (R57).
    #[serde(default)]
    pub attributable_to: BTreeSet<PersonId>,
}

/// The ratings of a supervision were shown together: these versions, and no others before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reveal {
    #[serde(default)]
    pub shown: Vec<EventId>,
}

/// What the team manager agreed at a supervision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedRating {
    pub level: Rag,
    /// Never empty.
    pub reason: String,
    /// What has changed for the family since the supervision before.
    #[serde(default)]
    pub change: String,
    /// Why the workers' views differ, where they do.
    #[serde(default)]
    pub difference: String,
}
