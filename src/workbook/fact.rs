//! What an event tells, by kind. The names of kinds and members are the record format, version 1:
//! `tests/records.rs` keeps a frozen sample of each.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::model::entry::{Entry, JointAssessment, ModuleStatus, Statement};
use crate::model::family::Family;
use crate::model::household::Household;
use crate::model::ids::{EntryId, EventId, FamilyId, HouseholdId, PersonId, PractitionerId, RelationshipId};
use crate::model::module::ModuleId;
use crate::model::person::{Person, Separation, Workflow};
use crate::model::practitioner::TeamMember;
use crate::model::relationship::Relationship;
use crate::model::subject::{Pair, Subject};

/// The version of the payloads below.
pub const VERSION: u16 = 1;

/// A new version of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision<K, T> {
    pub of: K,
    /// The versions its author had on screen. A version that nobody has seen is never retired.
    #[serde(default)]
    pub supersedes: Vec<EventId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// `None`: entered in error. The versions before it stay in the history.
    pub value: Option<T>,
}

/// One module, for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Part {
    pub module: ModuleId,
    pub subject: Subject,
}

/// Everything version 1 knows how to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum Fact {
    #[serde(rename = "family")]
    Family(Revision<FamilyId, Family>),
    #[serde(rename = "team_member")]
    TeamMember(Revision<PractitionerId, TeamMember>),
    #[serde(rename = "person")]
    Person(Revision<PersonId, Person>),
    #[serde(rename = "relationship")]
    Relationship(Revision<RelationshipId, Relationship>),
    #[serde(rename = "household")]
    Household(Revision<HouseholdId, Household>),
    #[serde(rename = "workflow")]
    Workflow(Revision<PersonId, Workflow>),
    #[serde(rename = "safety_separation")]
    Separation(Revision<Pair, Separation>),
    #[serde(rename = "entry")]
    Entry(Revision<EntryId, Entry>),
    #[serde(rename = "module_status")]
    ModuleStatus(Revision<Part, ModuleStatus>),
    #[serde(rename = "statement")]
    Statement(Revision<Part, Statement>),
    #[serde(rename = "joint_assessment")]
    JointAssessment(Revision<Pair, JointAssessment>),
}

/// Why a fact could not be read. The event itself is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    #[error("This was recorded by a newer version of the app. It is kept, and will show after an update.")]
    Newer,
    #[error("This part of the record cannot be read. It is kept as it is.")]
    Unreadable,
    #[error("This belongs to another family's workbook. It is kept, and not shown.")]
    AnotherFamily,
}

const KINDS: [&str; 11] = [
    "family",
    "team_member",
    "person",
    "relationship",
    "household",
    "workflow",
    "safety_separation",
    "entry",
    "module_status",
    "statement",
    "joint_assessment",
];

impl Fact {
    /// The kind and payload of the event that tells this.
    pub fn to_parts(&self) -> (String, Value) {
        let mut whole = serde_json::to_value(self).unwrap_or_default();
        let kind = whole.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
        let payload = whole.get_mut("payload").map(Value::take).unwrap_or_default();
        (kind, payload)
    }

    /// Reads an event's kind and payload.
    pub fn read(kind: &str, version: u16, payload: &Value) -> Result<Self, NotRead> {
        if version > VERSION || !KINDS.contains(&kind) {
            return Err(NotRead::Newer);
        }
        serde_json::from_value(json!({ "kind": kind, "payload": payload })).map_err(|_| NotRead::Unreadable)
    }
}
