//! What could lead somebody to a person who is not safe from them: where they live, how to reach them, where their
//! children go in the day. Kept apart from everything else that is recorded of the family, shown in no family view, no
//! document and no file for a person, not even their own, and looked for in every text before it leaves the team.
//!
//! Source: `domain.md` E2, rules 3 and 4 (after the reprimands of the Information Commissioner, E1).

use serde::{Deserialize, Serialize};

use super::choices::choices;
use super::dates::PartialDate;
use super::ids::PersonId;

choices! {
    /// What kind of thing it is: it decides in which disguises it is looked for.
    ProtectedKind {
        Address "address" "Address";
        Phone "phone" "Phone number";
        Email "email" "Email address";
        School "school" "School";
        Nursery "nursery" "Nursery or childminder";
        Workplace "workplace" "Place of work";
        Vehicle "vehicle" "Vehicle or its number";
        Refuge "refuge" "Refuge";
        NewPartner "new_partner" "New partner";
        SafeContact "safe_contact" "Safe way to be in touch";
        Programme "programme" "Programme or service they go to";
        Other "other" "Something else that must not be known";
    }
}

/// One thing that must not be known outside the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectedFact {
    /// Whose it is. For a child's school, the child.
    pub whose: PersonId,
    pub kind: ProtectedKind,
    /// As it is written in full: "Flat 2, 14 Elm Road, Anytown AN1 2BC".
    pub words: String,
    /// Other ways people write or say it: "the Elm Road flat".
    #[serde(default)]
    pub also: Vec<String>,
    #[serde(default)]
    pub since: Option<PartialDate>,
    /// When it ended. It is looked for all the same: an old address tells where to ask.
    #[serde(default)]
    pub until: Option<PartialDate>,
    /// What a worker has to know of it, such as when it is safe to ring.
    #[serde(default)]
    pub note: String,
}

impl ProtectedFact {
    /// Every way in which it is written.
    pub fn wordings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.words).chain(&self.also).map(|it| it.trim()).filter(|it| !it.is_empty())
    }
}
