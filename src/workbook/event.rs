//! One thing that was recorded: who, in which role, on which device, when it was recorded, when it happened,
//! and what. Immutable, and the audit trail in the words of the work.

use chrono::{DateTime, Utc};
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::model::dates::PartialDate;
use crate::model::ids::{DeviceId, EventId, FamilyId, PractitionerId};
use crate::model::practitioner::Role;

/// A hybrid logical clock: the device's wall clock, held from going backwards, and a counter within one
/// millisecond. It only breaks ties between events that did not know of each other: what an event knew of is
/// in its `parents`, so a clock that is ten years wrong buries nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct HybridClock {
    /// Milliseconds since 1970, UTC.
    pub wall: i64,
    pub count: u32,
}

impl HybridClock {
    /// The clock of the next event made at `now` on a device whose latest event stood at `self`.
    pub fn next(self, now: DateTime<Utc>) -> Self {
        let wall = now.timestamp_millis();
        if wall > self.wall {
            Self { wall, count: 0 }
        } else {
            Self { count: self.count.saturating_add(1), ..self }
        }
    }
}

/// The SHA-256 of an event's canonical JSON (RFC 8785), in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventHash(pub String);

/// A recorded event. Kinds and members that this version does not know are carried through untouched, so
/// that an old app never destroys a newer colleague's record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Event {
    pub id: EventId,
    pub family: FamilyId,
    pub author: PractitionerId,
    pub role: Role,
    pub device: DeviceId,
    pub clock: HybridClock,
    /// The newest events that this one's author had when it was made.
    pub parents: Vec<EventId>,
    /// The hash of the previous event that this device made for this family: a gap or a change shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<EventHash>,
    /// When it was recorded, by the device's own clock.
    pub recorded: DateTime<Utc>,
    /// When what it tells of happened.
    pub happened: PartialDate,
    pub kind: String,
    pub version: u16,
    pub payload: Value,
    /// Members that this version does not know; and those it knows but would write in another way, as they
    /// were written, so that an event leaves here as it came.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // By way of a map, in which what is in `other` comes last and so stands.
        Self::serialize(self, serde_json::value::Serializer).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut came = Map::deserialize(deserializer)?;
        // Most of an event is its payload, which is kept as it is: no need to copy it with the rest.
        let payload = came.get_mut("payload").map(Value::take);
        let mut event = Self::deserialize(Value::from(came.clone())).map_err(D::Error::custom)?;
        let written = Self::serialize(&event, serde_json::value::Serializer).map_err(D::Error::custom)?;
        event.other.extend(came.into_iter().filter(|(name, value)| written.get(name) != Some(value)));
        event.payload = payload.unwrap_or_default();
        Ok(event)
    }
}

impl Event {
    /// The event's fingerprint, which the device's next event carries.
    pub fn hash(&self) -> EventHash {
        // An event is strings, whole numbers and lists of them, which always have a canonical form; should
        // one ever not, its debug text still gives a hash that changes with the event.
        let bytes =
            serde_json_canonicalizer::to_vec(self).unwrap_or_else(|_| format!("{self:?}").into_bytes());
        EventHash(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
