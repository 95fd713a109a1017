//! The families of a vault: reading them in, recording, and keeping what was recorded.
//!
//! On disk a family is a sealed snapshot of its events up to some segment, and a sealed segment for each
//! save since. Opening is then a few decryptions, and a save is one.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::ids::{DeviceId, EntryId, EventId, FamilyId, HouseholdId, PersonId, RelationshipId};
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::recording::{Hand, stamp};
use crate::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use crate::workbook::decide::{Command, Refusal};
use crate::workbook::event::Event;
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;

use super::held::Held;
use super::shelves::open;
use super::{Locked, SaveError, Session};

/// After this many segments the next save folds them into the snapshot.
const SEGMENTS_BEFORE_SNAPSHOT: u32 = 64;

/// A family in memory.
pub(super) struct FamilyFile {
    pub events: EventSet,
    pub workbook: Held,
    /// The number of the next segment.
    pub next_segment: u32,
    /// The first segment that the snapshot does not hold.
    pub first_segment: u32,
}

/// A family for a screen: its workbook, or that it cannot be opened.
#[derive(Debug, Clone, PartialEq)]
pub enum FamilyState {
    Open(Held),
    CannotBeOpened(FamilyId),
}

/// Why something was not recorded. The draft it came from is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error("This family is not in this workbook store any more. Your words are kept as a draft.")]
    NoSuchFamily,
}

impl From<Locked> for RecordError {
    fn from(locked: Locked) -> Self {
        Self::Save(locked.into())
    }
}

impl From<StoreError> for RecordError {
    fn from(error: StoreError) -> Self {
        Self::Save(error.into())
    }
}

/// Why a family was not taken off this device. It is still here, with everything of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RemoveError {
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(
        "Something that was said in a visit to this family has not been read yet, and it is on this device only. Open “After the visit” first, and choose what to do with each thing."
    )]
    StillHeard,
}

impl From<Locked> for RemoveError {
    fn from(locked: Locked) -> Self {
        Self::Save(locked.into())
    }
}

impl From<StoreError> for RemoveError {
    fn from(error: StoreError) -> Self {
        Self::Save(error.into())
    }
}

#[derive(Serialize, Deserialize)]
struct Snapshot {
    /// The first segment that is not in it.
    next_segment: u32,
    events: Vec<Event>,
}

#[derive(Serialize, Deserialize)]
struct Segment {
    events: Vec<Event>,
}

fn segment_key(family: FamilyId, number: u32) -> String {
    format!("{family}.{number:010}")
}

fn read_segment_key(key: &str) -> Option<(FamilyId, u32)> {
    let (family, number) = key.split_once('.')?;
    Some((family.parse().ok()?, number.parse().ok()?))
}

/// What a store holds of families: those that open, and those that do not.
pub(super) type Read = (BTreeMap<FamilyId, FamilyFile>, Vec<FamilyId>);

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Reads every family of a vault. One that cannot be opened does not keep the others shut.
    pub(super) async fn read_families(
        &self,
        vault: crate::model::ids::VaultId,
        key: &C::Key,
    ) -> Result<Read, StoreError> {
        let mut sets: BTreeMap<FamilyId, (EventSet, u32, u32)> = BTreeMap::new();
        let mut unopened = Vec::new();
        for (name, sealed) in self.store.list(vault, Shelf::Snapshot).await? {
            let Ok(family) = name.parse::<FamilyId>() else { continue };
            let snapshot: Option<Snapshot> =
                open(&self.crypto, key, vault, Shelf::Snapshot, &name, &sealed).await;
            match snapshot.and_then(|snapshot| Some((gather(snapshot.events)?, snapshot.next_segment))) {
                Some((events, next)) => drop(sets.insert(family, (events, next, next))),
                None => unopened.push(family),
            }
        }
        for (name, sealed) in self.store.list(vault, Shelf::Segment).await? {
            let Some((family, number)) = read_segment_key(&name) else { continue };
            if unopened.contains(&family) {
                continue;
            }
            let (events, first, next) = sets.entry(family).or_default();
            if number < *first {
                continue;
            }
            *next = number + 1;
            let segment: Option<Segment> =
                open(&self.crypto, key, vault, Shelf::Segment, &name, &sealed).await;
            let whole = segment
                .is_some_and(|segment| segment.events.into_iter().all(|event| events.add(event).is_ok()));
            if !whole {
                unopened.push(family);
            }
        }
        let families = sets
            .into_iter()
            .filter(|(family, _)| !unopened.contains(family))
            .map(|(family, (events, first_segment, next_segment))| {
                let workbook = Held::from(Arc::new(Workbook::fold(family, &events)));
                (family, FamilyFile { events, workbook, next_segment, first_segment })
            })
            .collect();
        Ok((families, unopened))
    }

    /// Every family of the vault that is unlocked, in order of label.
    pub fn families(&self) -> Vec<FamilyState> {
        self.with(|open| {
            let mut books: Vec<_> = open.families.values().map(|file| file.workbook.clone()).collect();
            books.sort_by_key(|book| (book.label().to_lowercase(), book.id));
            let unopened = open.unopened.iter().copied().map(FamilyState::CannotBeOpened);
            books.into_iter().map(FamilyState::Open).chain(unopened).collect()
        })
        .unwrap_or_default()
    }

    /// One family's workbook as it stands.
    pub fn workbook(&self, family: FamilyId) -> Option<Arc<Workbook>> {
        self.with(|open| open.families.get(&family).map(|file| file.workbook.whole())).ok().flatten()
    }

    /// How many records of a family do not fit to what their device made before them; none when all do.
    pub fn broken_links(&self, family: FamilyId) -> Option<usize> {
        let file = self.with(|open| open.families.get(&family).map(|file| file.events.broken_links().len()));
        file.ok().flatten()
    }

    /// Records what was asked, all of it or nothing, and answers when it is on the disk.
    ///
    /// # Errors
    /// [`RecordError`]; nothing was recorded then.
    pub async fn record(
        &self,
        family: FamilyId,
        commands: Vec<Command>,
    ) -> Result<Arc<Workbook>, RecordError> {
        self.record_with(family, commands, Vec::new()).await
    }

    /// Records what was asked together with other changes of the store, all of it or nothing.
    pub(super) async fn record_with(
        &self,
        family: FamilyId,
        commands: Vec<Command>,
        also: Vec<Change>,
    ) -> Result<Arc<Workbook>, RecordError> {
        let _turn = self.writing.lock().await;
        let (events, workbook) = self
            .with(|open| open.families.get(&family).map(|file| (file.events.clone(), file.workbook.clone())))?
            .ok_or(RecordError::NoSuchFamily)?;
        self.stamp_and_keep(family, &events, &workbook, commands, also).await
    }

    /// Opens a new family's workbook.
    ///
    /// # Errors
    /// [`RecordError`]; there is no new family then.
    pub async fn open_family(
        &self,
        family: FamilyId,
        commands: Vec<Command>,
    ) -> Result<Arc<Workbook>, RecordError> {
        let _turn = self.writing.lock().await;
        self.stamp_and_keep(family, &EventSet::default(), &Workbook::empty(family), commands, Vec::new())
            .await
    }

    async fn stamp_and_keep(
        &self,
        family: FamilyId,
        events: &EventSet,
        workbook: &Workbook,
        commands: Vec<Command>,
        also: Vec<Change>,
    ) -> Result<Arc<Workbook>, RecordError> {
        let profile = self.with(|open| open.profile.clone())?;
        let rules = profile.rules_on(self.clock.today());
        let hand = Hand {
            practitioner: &profile.practitioner,
            device: profile.device,
            now: self.clock.now(),
            today: self.clock.today(),
            rules: &rules,
        };
        // Ids are drawn before anything is decided: a browser that gives none must not stop half-way.
        let mut ids = Vec::new();
        for _ in 0..2 * commands.len() {
            ids.push(EventId::from_bytes(self.random()?));
        }
        let spare = EventId::from_bytes(self.random()?);
        let stamped = stamp(family, events, workbook, &hand, commands, move || ids.pop().unwrap_or(spare))
            .map_err(RecordError::Refused)?;
        let kept = Arc::new(stamped.workbook);
        if stamped.new.is_empty() {
            self.store.write(also, Durability::Strict).await?;
            return Ok(kept);
        }
        let mut changes = self.changes_for(family, &stamped.new, &stamped.events).await?;
        changes.extend(also);
        self.keep(vec![(family, stamped.events, kept.clone(), changes)]).await?;
        Ok(kept)
    }

    /// What to write so that these new events of a family are kept.
    pub(super) async fn changes_for(
        &self,
        family: FamilyId,
        new: &[Event],
        all: &EventSet,
    ) -> Result<Vec<Change>, SaveError> {
        let (vault, first, next) = self.with(|open| {
            let file = open.families.get(&family);
            (open.vault, file.map_or(0, |file| file.first_segment), file.map_or(0, |file| file.next_segment))
        })?;
        if next - first < SEGMENTS_BEFORE_SNAPSHOT {
            let segment = Segment { events: new.to_vec() };
            return Ok(vec![self.seal_json(Shelf::Segment, &segment_key(family, next), &segment).await?]);
        }
        let snapshot = Snapshot { next_segment: next + 1, events: all.iter().cloned().collect() };
        let mut changes = vec![self.seal_json(Shelf::Snapshot, &family.to_string(), &snapshot).await?];
        changes.extend(
            (first..next).map(|number| {
                Change::Remove(Address::new(vault, Shelf::Segment, segment_key(family, number)))
            }),
        );
        Ok(changes)
    }

    /// Writes the changes of one or more families in one go, and only then shows them.
    pub(super) async fn keep(
        &self,
        families: Vec<(FamilyId, EventSet, Arc<Workbook>, Vec<Change>)>,
    ) -> Result<(), SaveError> {
        let changes = families.iter().flat_map(|(_, _, _, changes)| changes.iter().cloned()).collect();
        self.store.write(changes, Durability::Strict).await?;
        self.change(|open| {
            for (family, events, workbook, changes) in families {
                let file = open.families.get(&family);
                let next_segment = file.map_or(0, |file| file.next_segment) + 1;
                let snapshot = changes
                    .iter()
                    .any(|change| matches!(change, Change::Put(at, _) if at.shelf == Shelf::Snapshot));
                let first_segment =
                    if snapshot { next_segment } else { file.map_or(0, |file| file.first_segment) };
                let workbook = Held::from(workbook);
                open.families.insert(family, FamilyFile { events, workbook, next_segment, first_segment });
            }
        })?;
        Ok(())
    }

    /// Takes a family off this device, with its drafts and its visits. For the example family, and for a family whose
    /// file was handed over: what is in no bundle is gone.
    ///
    /// # Errors
    /// [`RemoveError`]; the family is then still here. What somebody said and nobody has read yet keeps it here.
    pub async fn remove_family(&self, family: FamilyId) -> Result<(), RemoveError> {
        let _turn = self.writing.lock().await;
        let of_visits = self.without_visits(family).await?;
        let (vault, drafts) = self.with(|open| {
            let drafts = open.drafts.all().into_iter().filter(|draft| draft.family == Some(family));
            (open.vault, drafts.map(|draft| draft.key).collect::<Vec<_>>())
        })?;
        // By what is there, not by what was counted: a family that does not open can be removed too.
        let mut changes = vec![Change::Remove(Address::new(vault, Shelf::Snapshot, family.to_string()))];
        for (name, _) in self.store.list(vault, Shelf::Segment).await? {
            if read_segment_key(&name).is_some_and(|(of, _)| of == family) {
                changes.push(Change::Remove(Address::new(vault, Shelf::Segment, name)));
            }
        }
        let names =
            self.change(|open| drafts.iter().filter_map(|key| open.drafts.remove(key)).collect::<Vec<_>>())?;
        changes.extend(names.into_iter().map(|name| Change::Remove(Address::new(vault, Shelf::Draft, name))));
        changes.extend(of_visits);
        self.store.write(changes, Durability::Strict).await?;
        self.change(|open| {
            open.families.remove(&family);
            open.unopened.retain(|id| *id != family);
            open.profile.shared.remove(&family);
            open.profile.shared_records.remove(&family);
        })?;
        Ok(())
    }

    /// New ids for things that a person is about to record.
    pub fn new_family_id(&self) -> Result<FamilyId, SaveError> {
        self.random().map(FamilyId::from_bytes)
    }

    pub fn new_person_id(&self) -> Result<PersonId, SaveError> {
        self.random().map(PersonId::from_bytes)
    }

    pub fn new_relationship_id(&self) -> Result<RelationshipId, SaveError> {
        self.random().map(RelationshipId::from_bytes)
    }

    pub fn new_household_id(&self) -> Result<HouseholdId, SaveError> {
        self.random().map(HouseholdId::from_bytes)
    }

    pub fn new_entry_id(&self) -> Result<EntryId, SaveError> {
        self.random().map(EntryId::from_bytes)
    }

    /// 128 random bits, for the id of any record.
    pub fn new_id(&self) -> Result<[u8; 16], SaveError> {
        self.random()
    }

    pub(super) fn new_device_id(&self) -> Result<DeviceId, SaveError> {
        self.random().map(DeviceId::from_bytes)
    }
}

fn gather(events: Vec<Event>) -> Option<EventSet> {
    let mut set = EventSet::default();
    events.into_iter().try_for_each(|event| set.add(event).map(drop)).ok()?;
    Some(set)
}
