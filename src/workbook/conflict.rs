//! Things of which two versions stand beside each other, waiting for a person to decide.

use serde::Serialize;

use crate::model::ids::{EntryId, FamilyId, HouseholdId, PersonId, PractitionerId, RelationshipId};
use crate::model::subject::Pair;

use super::fact::Part;
use super::fold::Workbook;
use super::versioned::{Things, Versioned};

/// A thing with two or more heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    Family(FamilyId),
    TeamMember(PractitionerId),
    Person(PersonId),
    Relationship(RelationshipId),
    Household(HouseholdId),
    Workflow(PersonId),
    Separation(Pair),
    Entry(EntryId),
    ModuleStatus(Part),
    Statement(Part),
    JointAssessment(Pair),
}

fn open<K: Ord + Copy, T>(things: &Things<K, T>, name: impl Fn(K) -> Conflict) -> Vec<Conflict> {
    things.iter().filter(|(_, thing)| thing.is_in_conflict()).map(|(key, _)| name(key)).collect()
}

/// Everything that waits for a decision, in a fixed order.
pub fn conflicts(book: &Workbook) -> Vec<Conflict> {
    let family =
        book.family().filter(|family| Versioned::is_in_conflict(family)).map(|_| Conflict::Family(book.id));
    [
        family.into_iter().collect(),
        open(&book.team, Conflict::TeamMember),
        open(&book.people, Conflict::Person),
        open(&book.relationships, Conflict::Relationship),
        open(&book.households, Conflict::Household),
        open(&book.workflow, Conflict::Workflow),
        open(&book.separations, Conflict::Separation),
        open(&book.entries, Conflict::Entry),
        open(&book.statuses, Conflict::ModuleStatus),
        open(&book.statements, Conflict::Statement),
        open(&book.joint, Conflict::JointAssessment),
    ]
    .concat()
}
