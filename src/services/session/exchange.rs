//! Carrying workbooks as encrypted files: making one, looking into one, and taking in what it holds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::bundle::payload::{FORMAT, FamilyPart, Made, Payload, PayloadError, VERSION};
use crate::model::ids::{BundleId, FamilyId};
use crate::model::practitioner::Practitioner;
use crate::programme;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::envelope::{self, OpenBundleError, SealBundleError};
use crate::services::store::Store;
use crate::workbook::conflict::{Conflict, conflicts};
use crate::workbook::fold::{Unread, Workbook};
use crate::workbook::log::EventSet;
use crate::workbook::merge::{Joined, join};

use super::families::FamilyFile;
use super::{Locked, SaveError, Session};

/// Whom a file is for. It decides what is in it: a survivor's own safety plan goes to nobody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Another device of one's own, or a backup.
    Myself,
    Colleague,
}

/// A bundle that was made, opened again, and found to hold what it should. Not yet given to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Neutral: no name, no place.
    pub file_name: String,
    pub text: String,
    /// How many records of each family are in it.
    pub records: BTreeMap<FamilyId, usize>,
    pub at: DateTime<Utc>,
    /// Whether everything is in it that is here of these families: then it is as good as a backup of them.
    pub whole: bool,
}

impl Exported {
    /// All the records in it.
    pub fn total(&self) -> usize {
        self.records.values().sum()
    }
}

/// Why no file was made. Nothing was lost.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    #[error(transparent)]
    Locked(#[from] Locked),
    #[error("Choose at least one family")]
    Nothing,
    #[error(transparent)]
    Seal(#[from] SealBundleError),
    #[error(
        "The file did not come out right, so it was not given to you. Nothing was lost. Try again; if it happens again, reload the page first."
    )]
    NotTheSame,
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Why a file was not taken in. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    Locked(#[from] Locked),
    #[error(transparent)]
    Envelope(#[from] OpenBundleError),
    #[error(transparent)]
    Payload(#[from] PayloadError),
    #[error(
        "This file holds a record that differs from the same record here. Records never change, so one of the two is not genuine. Nothing was changed. Tell your manager, and keep the file."
    )]
    Altered,
    #[error(
        "A family in this file is on this device and cannot be opened here, so joining them could lose something. Nothing was changed. Open the file in a new workbook store."
    )]
    CannotBeOpenedHere,
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What a file holds, before anything is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub id: BundleId,
    pub by: Practitioner,
    pub made_at: DateTime<Utc>,
    pub app: String,
    pub families: Vec<OfferedFamily>,
    /// It was made under the name of whoever is here, by somebody who is not known to be them: their other
    /// device, or another person of the same name.
    pub namesake: bool,
}

impl Offer {
    /// Records that are not here yet.
    pub fn new_records(&self) -> usize {
        self.families.iter().map(|family| family.new).sum()
    }
}

/// One family of a file, beside what is here.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedFamily {
    pub id: FamilyId,
    pub label: String,
    /// Whether this family is on this device already.
    pub here: bool,
    /// Events that are not here yet.
    pub new: usize,
    /// Events that are here already.
    pub same: usize,
    /// Things that both sides changed; both versions are kept.
    pub conflicts: Vec<Conflict>,
    /// Events of a newer version, kept and not shown.
    pub unread: Vec<Unread>,
    /// Whether the devices' chains hold. A file with a part of a workbook has gaps.
    pub chain_holds: bool,
    joined: Joined,
}

/// What was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub families: usize,
    pub events: usize,
    pub conflicts: usize,
}

/// What a reader gets of a family: the events that they may have, and the workbook as these alone leave it.
fn part(id: FamilyId, file: &FamilyFile, reader: Reader) -> FamilyPart {
    match (reader, file.events.for_colleagues()) {
        (Reader::Colleague, Cow::Owned(events)) => FamilyPart::of(id, &events, &Workbook::fold(id, &events)),
        (Reader::Colleague, Cow::Borrowed(_)) | (Reader::Myself, _) => {
            FamilyPart::of(id, &file.events, &file.workbook)
        }
    }
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Makes a bundle of these families, opens it again with the same passphrase, and compares.
    ///
    /// # Errors
    /// [`ExportError`]; there is no file then.
    pub async fn export(
        &self,
        families: &[FamilyId],
        reader: Reader,
        passphrase: &str,
    ) -> Result<Exported, ExportError> {
        let id = BundleId::from_bytes(self.random()?);
        let at = self.clock.now();
        let mut whole = true;
        let payload = self.with(|open| Payload {
            format: FORMAT.to_owned(),
            version: VERSION,
            id,
            made: Made {
                at,
                by: open.profile.practitioner.clone(),
                app: format!("hearth {}", env!("CARGO_PKG_VERSION")),
            },
            programme: programme::PROGRAMME_VERSION.to_string(),
            families: families
                .iter()
                .filter_map(|id| {
                    let file = open.families.get(id)?;
                    let part = part(*id, file, reader);
                    whole &= part.events.len() == file.events.len();
                    Some(part)
                })
                .collect(),
            other: serde_json::Map::new(),
        })?;
        if payload.families.is_empty() {
            return Err(ExportError::Nothing);
        }
        let plain = payload.write();
        let text = envelope::seal_bundle(&self.crypto, &plain, passphrase).await?;
        let exported = Exported {
            file_name: format!(
                "workbook-{}-{}.json",
                self.clock.today().format("%Y-%m-%d"),
                id.short().to_lowercase()
            ),
            records: payload.families.iter().map(|family| (family.id, family.events.len())).collect(),
            text,
            at,
            whole,
        };
        self.check_export(exported.text.as_bytes(), &payload, passphrase).await?;
        Ok(exported)
    }

    async fn check_export(
        &self,
        file: &[u8],
        payload: &Payload,
        passphrase: &str,
    ) -> Result<(), ExportError> {
        let opened = envelope::open_bundle(&self.crypto, file, passphrase)
            .await
            .map_err(|_| ExportError::NotTheSame)?;
        match Payload::read(&opened) {
            Ok(read) if read == *payload => Ok(()),
            Ok(_) | Err(_) => Err(ExportError::NotTheSame),
        }
    }

    /// Notes that a file with these families was saved by the person.
    ///
    /// # Errors
    /// [`SaveError`]; the file is good all the same.
    pub async fn note_export(&self, exported: &Exported) -> Result<(), SaveError> {
        let every_family =
            self.with(|open| open.families.keys().all(|id| exported.records.contains_key(id)))?;
        let everything = exported.whole && every_family;
        self.change_profile(|profile| {
            profile.shared.extend(exported.records.keys().map(|family| (*family, exported.at)));
            profile.shared_records.extend(&exported.records);
            if everything {
                profile.backed_up = Some(exported.at);
            }
        })
        .await
    }

    /// Opens a file and tells what is in it. Writes nothing.
    ///
    /// # Errors
    /// [`ImportError`].
    pub async fn look_into(&self, file: &[u8], passphrase: &str) -> Result<Offer, ImportError> {
        let plain = envelope::open_bundle(&self.crypto, file, passphrase).await?;
        self.offer(Payload::read(&plain)?)
    }

    /// Compares the content of a file with what is here. Writes nothing.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn offer(&self, payload: Payload) -> Result<Offer, ImportError> {
        let families: Result<Vec<_>, _> =
            payload.families.into_iter().map(|part| self.offer_family(part)).collect();
        let me = self.with(|open| open.profile.practitioner.clone())?;
        let by = &payload.made.by;
        Ok(Offer {
            namesake: by.id != me.id && by.name.trim().to_lowercase() == me.name.trim().to_lowercase(),
            id: payload.id,
            by: payload.made.by,
            made_at: payload.made.at,
            app: payload.made.app,
            families: families?,
        })
    }

    fn offer_family(&self, part: FamilyPart) -> Result<OfferedFamily, ImportError> {
        let (known, unopened) = self.with(|open| {
            (open.families.get(&part.id).map(|file| file.events.clone()), open.unopened.contains(&part.id))
        })?;
        if unopened {
            return Err(ImportError::CannotBeOpenedHere);
        }
        let here = known.is_some();
        let joined =
            join(part.id, &known.unwrap_or_default(), part.events).map_err(|_| ImportError::Altered)?;
        Ok(OfferedFamily {
            id: part.id,
            label: joined.workbook.label(),
            here,
            new: joined.new.len(),
            same: joined.same,
            conflicts: joined.new_conflicts.clone(),
            unread: joined.workbook.unread.clone(),
            chain_holds: joined.events.broken_links().is_empty(),
            joined,
        })
    }

    /// Takes in what was offered: all of it or nothing. What was recorded here since the file was looked
    /// into is joined too.
    ///
    /// # Errors
    /// [`ImportError`]; nothing was written then.
    pub async fn take(&self, offer: Offer) -> Result<Taken, ImportError> {
        let _turn = self.writing.lock().await;
        let mut kept = Vec::new();
        let mut taken = Taken { families: 0, events: 0, conflicts: 0 };
        for family in offer.families {
            let here = self.with(|open| {
                open.families
                    .get(&family.id)
                    .map(|file| file.events.clone())
                    .unwrap_or_else(EventSet::default)
            })?;
            let joined = join(family.id, &here, family.joined.new).map_err(|_| ImportError::Altered)?;
            if joined.new.is_empty() {
                continue;
            }
            taken.families += 1;
            taken.events += joined.new.len();
            taken.conflicts += joined.new_conflicts.len();
            let changes = self.changes_for(family.id, &joined.new, &joined.events).await?;
            kept.push((family.id, joined.events, Arc::new(joined.workbook), changes));
        }
        if !kept.is_empty() {
            self.keep(kept).await?;
        }
        Ok(taken)
    }

    /// How many things of a family wait for somebody's decision.
    pub fn conflicts(&self, family: FamilyId) -> Vec<Conflict> {
        self.workbook(family).map(|book| conflicts(&book)).unwrap_or_default()
    }
}
