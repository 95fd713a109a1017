//! What an encrypted bundle holds once it is open: versioned JSON, described in `docs/bundle-format.md`.
//!
//! The events are the record. The people and the state beside them are for readers other than this app:
//! importing never reads them.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::model::ids::{BundleId, FamilyId};
use crate::model::practitioner::Practitioner;
use crate::workbook::event::Event;
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;
use crate::workbook::order;

/// The word by which a payload is known.
pub const FORMAT: &str = "hearth-workbooks";
/// The version of the payload written here.
pub const VERSION: u32 = 1;

/// The content of a bundle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Payload {
    pub format: String,
    pub version: u32,
    pub id: BundleId,
    pub made: Made,
    /// The version of the eight modules that the entries speak of.
    pub programme: String,
    pub families: Vec<FamilyPart>,
    /// Members that this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Who made a bundle, when, and with which version of the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    pub at: DateTime<Utc>,
    pub by: Practitioner,
    pub app: String,
}

/// One family's workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FamilyPart {
    pub id: FamilyId,
    /// Every event, in canonical order.
    pub events: Vec<Event>,
    /// For other programs to read: each person by id and name.
    #[serde(default)]
    pub people: Vec<Value>,
    /// For other programs to read: the workbook as these events leave it.
    #[serde(default)]
    pub state: Value,
}

impl FamilyPart {
    /// A family's workbook, with its readable state.
    pub fn of(id: FamilyId, events: &EventSet, book: &Workbook) -> Self {
        let people = book
            .people
            .all()
            .map(|(id, person)| json!({ "id": id, "name": person.display_name(), "person": person }))
            .collect();
        Self {
            id,
            events: order::canonical(events).into_iter().cloned().collect(),
            people,
            state: serde_json::to_value(book).unwrap_or_default(),
        }
    }
}

/// Why the content of a bundle that opened cannot be used. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    #[error(
        "This file was not made by Hearth. Nothing was changed. Ask whoever sent it for a workbook file."
    )]
    NotOurs,
    #[error(
        "This file was made by a newer version of Hearth. Nothing was changed. Reload this page to get the newer version, then open the file again."
    )]
    NewerVersion,
    #[error(
        "This file is damaged: what is inside does not fit together. Nothing was changed. Ask for it to be made again."
    )]
    Damaged,
}

impl Payload {
    /// The text that is encrypted: compact JSON.
    pub fn write(&self) -> Vec<u8> {
        // Strings, whole numbers, lists and maps with text keys always have a JSON form.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads and checks the content of a bundle.
    ///
    /// # Errors
    /// [`PayloadError`], when it is not ours, is newer, or does not fit together: a family twice, an event in
    /// the wrong family, two contents under one id.
    pub fn read(bytes: &[u8]) -> Result<Self, PayloadError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| PayloadError::NotOurs)?;
        match (head.format.as_str(), head.version) {
            (FORMAT, VERSION) => {}
            (FORMAT, version) if version > VERSION => return Err(PayloadError::NewerVersion),
            (FORMAT, _) => return Err(PayloadError::Damaged),
            _ => return Err(PayloadError::NotOurs),
        }
        let payload: Self = serde_json::from_slice(bytes).map_err(|_| PayloadError::Damaged)?;
        let mut families = BTreeSet::new();
        for family in &payload.families {
            let mut events = EventSet::default();
            for event in &family.events {
                if event.family != family.id || events.add(event.clone()).is_err() {
                    return Err(PayloadError::Damaged);
                }
            }
            if !families.insert(family.id) {
                return Err(PayloadError::Damaged);
            }
        }
        Ok(payload)
    }
}
