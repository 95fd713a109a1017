//! Handing the device over to people of the family, and coming back to what they said (`ux.md` 3.2, S43).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::family_view::FamilyView;
use crate::model::ids::{FamilyId, PersonId, SaidId, ShowingId, VaultId};
use crate::model::sharing::Piece;
use crate::model::showing::Showing;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use crate::services::visit::answer::{Answer, Inside};
use crate::services::visit::handed::{Handed, HandedOver, NotHanded};
use crate::services::visit::inbox::letter_prefix;
use crate::services::visit::letters;
use crate::services::visit::marker::{Marker, NotMarked};
use crate::vault::letter::Pair;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

use super::shelves::{open, seal};
use super::{Locked, OpenError, RecordError, SaveError, Session};

/// What is about to be shown, and to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    pub family: FamilyId,
    pub view: FamilyView,
    /// Who looks, in the order of the view's people.
    pub people: Vec<PersonId>,
    /// What each numbered item of the view is.
    pub pieces: BTreeMap<u32, Piece>,
    /// What the log will say of it.
    pub showing: Showing,
}

/// Why the device was not handed over. Nothing is lost, and nothing was locked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BeginVisitError {
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Handed(#[from] NotHanded),
    #[error(transparent)]
    Marked(#[from] NotMarked),
}

/// A visit that was begun, with what people said in it. What was taken in is not here any more.
#[derive(Debug, Clone, PartialEq)]
pub struct AfterVisit {
    pub id: ShowingId,
    pub family: FamilyId,
    /// As the log should have it: until when, and how often the screen was covered.
    pub showing: Showing,
    pub people: Vec<PersonId>,
    pub pieces: BTreeMap<u32, Piece>,
    /// In the order in which it was said.
    pub heard: Vec<Heard>,
    /// Letters that do not open. They are kept.
    pub unopened: usize,
}

/// One thing that somebody said, byte for byte.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    pub id: SaidId,
    /// `None`: nobody said whose it is.
    pub who: Option<PersonId>,
    /// They were still writing it.
    pub half: bool,
    pub answer: Answer,
}

/// Why a visit was not put away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PutAwayError {
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(
        "Something that was said in this visit has not been taken in yet, so the visit is still here. Choose what to do with each thing first."
    )]
    StillHeard,
}

impl From<Locked> for PutAwayError {
    fn from(locked: Locked) -> Self {
        Self::Save(locked.into())
    }
}

impl From<StoreError> for PutAwayError {
    fn from(error: StoreError) -> Self {
        Self::Save(error.into())
    }
}

/// A visit as it lies sealed while the family has the device.
#[derive(Serialize, Deserialize)]
struct Begun {
    family: FamilyId,
    showing: Showing,
    people: Vec<PersonId>,
    pieces: BTreeMap<u32, Piece>,
    /// Both halves of the visit's key, as a JSON Web Key.
    key: String,
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Hands the device over: seals what is being typed, makes the key of the visit, leaves the view for the page that
    /// is loaded next, sets the marker, and drops every key. The caller loads the page anew at once.
    ///
    /// # Errors
    /// [`BeginVisitError`]; the store is then still open, and nothing of the visit is left behind.
    pub async fn begin_visit(
        &self,
        prepared: Prepared,
        hands: &impl Handed,
        marker: &impl Marker,
    ) -> Result<(), BeginVisitError> {
        self.flush_drafts().await?;
        let (vault, data_key) = self.with(|open| (open.vault, open.key.clone())).map_err(SaveError::from)?;
        let id = ShowingId::from_bytes(self.random()?);
        let pair = self.crypto.make_pair().await.map_err(|_| SaveError::Seal)?;
        let Prepared { family, view, people, pieces, showing } = prepared;
        let begun = Begun { family, showing, people, pieces, key: pair.to_jwk().to_string() };
        let at = Address::new(vault, Shelf::Visit, id.to_string());
        let put = seal(&self.crypto, &data_key, at.clone(), &begun).await?;
        let handed = HandedOver { view, vault, showing: id, key: pair.public };
        let bytes = handed.to_bytes().ok_or(SaveError::Seal)?;

        self.store.write(vec![put], Durability::Strict).await.map_err(SaveError::from)?;
        let left = match hands.leave(bytes).await {
            Ok(()) => marker.begin().map_err(BeginVisitError::from),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = left {
            let _nobody_sees_it = hands.take().await;
            // Should the disk refuse, a visit in which nothing was said is listed once more, and put away there.
            let _ = self.store.write(vec![Change::Remove(at)], Durability::Strict).await;
            return Err(error);
        }
        self.lock();
        Ok(())
    }

    /// The stores in which a visit was begun: whose passphrase leads back. Any, where that cannot be told.
    ///
    /// # Errors
    /// [`StoreError`] when the browser keeps nothing at all.
    pub async fn visiting_stores(&self) -> Result<Vec<VaultId>, StoreError> {
        let all: Vec<VaultId> = self.store.headers().await?.into_iter().map(|(vault, _)| vault).collect();
        let mut visiting = Vec::new();
        for vault in &all {
            if !self.store.list(*vault, Shelf::Visit).await?.is_empty() {
                visiting.push(*vault);
            }
        }
        Ok(if visiting.is_empty() { all } else { visiting })
    }

    /// Comes back from a visit: opens the store and takes the marker away. Returns the family that was visited, when
    /// this store knows of one.
    ///
    /// # Errors
    /// [`OpenError`]; the device is then still the family's.
    pub async fn come_back(
        &self,
        vault: VaultId,
        passphrase: &str,
        marker: &impl Marker,
    ) -> Result<Option<FamilyId>, OpenError> {
        self.unlock(vault, passphrase).await?;
        let mut family = None;
        for (id, mut begun) in self.begun_visits().await.unwrap_or_default() {
            family = Some(begun.family);
            if begun.showing.ended.is_none() {
                begun.showing.ended = Some(self.clock.now());
                // Not knowing until when is no reason to keep anybody out.
                let _ = self.keep_begun(id, &begun).await;
            }
        }
        marker.end();
        Ok(family)
    }

    async fn keep_begun(&self, id: ShowingId, begun: &Begun) -> Result<(), SaveError> {
        let put = self.seal_json(Shelf::Visit, &id.to_string(), begun).await?;
        Ok(self.store.write(vec![put], Durability::Strict).await?)
    }

    async fn begun_visits(&self) -> Result<Vec<(ShowingId, Begun)>, SaveError> {
        let (vault, key) = self.with(|open| (open.vault, open.key.clone()))?;
        let mut visits = Vec::new();
        for (name, sealed) in self.store.list(vault, Shelf::Visit).await? {
            let begun: Option<Begun> = open(&self.crypto, &key, vault, Shelf::Visit, &name, &sealed).await;
            visits.extend(name.parse().ok().zip(begun));
        }
        visits.sort_by_key(|(id, begun): &(ShowingId, Begun)| (begun.showing.began, *id));
        Ok(visits)
    }

    /// Every visit of a family that was not put away yet, the first first, with what was said in it.
    ///
    /// # Errors
    /// [`SaveError`] when the store is locked or does not answer.
    pub async fn after_visits(&self, family: FamilyId) -> Result<Vec<AfterVisit>, SaveError> {
        let mut visits = Vec::new();
        for (id, begun) in self.begun_visits().await? {
            if begun.family == family {
                visits.push(self.heard_in(id, begun).await?);
            }
        }
        Ok(visits)
    }

    async fn heard_in(&self, id: ShowingId, begun: Begun) -> Result<AfterVisit, SaveError> {
        let Begun { family, mut showing, people, pieces, key } = begun;
        let pair = Pair::from_jwk(&key);
        let (mut heard, mut unopened) = (Vec::new(), 0);
        showing.hidden = 0;
        for (said, sealed) in self.letters(id).await? {
            let plain = match &pair {
                Some(pair) => letters::open(&self.crypto, pair, id, &sealed).await.ok(),
                None => None,
            };
            let (half, answer) = match plain.and_then(|plain| serde_json::from_slice(&plain).ok()) {
                Some(Inside::Said(answer)) => (false, answer),
                Some(Inside::HalfSaid(answer)) => (true, answer),
                Some(Inside::Hidden(_)) => {
                    showing.hidden += 1;
                    continue;
                }
                None => {
                    unopened += 1;
                    continue;
                }
            };
            let place = answer.who.and_then(|who| usize::try_from(who).ok());
            let who = place.and_then(|place| people.get(place).copied());
            heard.push(Heard { id: said, who, half, answer });
        }
        heard.sort_by_key(|heard| (heard.answer.at, heard.id));
        Ok(AfterVisit { id, family, showing, people, pieces, heard, unopened })
    }

    /// The letters of a visit, still sealed.
    async fn letters(&self, id: ShowingId) -> Result<Vec<(SaidId, Vec<u8>)>, SaveError> {
        let vault = self.with(|open| open.vault)?;
        let prefix = letter_prefix(id);
        let all = self.store.list(vault, Shelf::Letter).await?;
        let of_this =
            |(key, sealed): (String, Vec<u8>)| Some((key.strip_prefix(&prefix)?.parse().ok()?, sealed));
        Ok(all.into_iter().filter_map(of_this).collect())
    }

    /// Records what a worker made of things that were said, and takes these out of the letter box in the same write:
    /// each is in one place or the other, never in both and never in none.
    ///
    /// # Errors
    /// [`RecordError`]; nothing was recorded then, and everything that was said is still there.
    pub async fn take_in(
        &self,
        family: FamilyId,
        visit: ShowingId,
        said: &[SaidId],
        commands: Vec<Command>,
    ) -> Result<Arc<Workbook>, RecordError> {
        let vault = self.with(|open| open.vault)?;
        let remove = |said: &SaidId| {
            Change::Remove(Address::new(vault, Shelf::Letter, format!("{}{said}", letter_prefix(visit))))
        };
        self.record_with(family, commands, said.iter().map(remove).collect()).await
    }

    /// Puts a visit away in which nothing is left to take in.
    ///
    /// # Errors
    /// [`PutAwayError`]; the visit is then still there. Nothing that was said is ever discarded here.
    pub async fn put_visit_away(&self, visit: ShowingId) -> Result<(), PutAwayError> {
        let vault = self.with(|open| open.vault)?;
        let found = self.begun_visits().await?.into_iter().find(|(id, _)| *id == visit);
        if let Some((id, begun)) = found {
            let after = self.heard_in(id, begun).await?;
            if !after.heard.is_empty() || after.unopened > 0 {
                return Err(PutAwayError::StillHeard);
            }
        }
        let mut changes = vec![Change::Remove(Address::new(vault, Shelf::Visit, visit.to_string()))];
        for (said, _) in self.letters(visit).await? {
            let key = format!("{}{said}", letter_prefix(visit));
            changes.push(Change::Remove(Address::new(vault, Shelf::Letter, key)));
        }
        Ok(self.store.write(changes, Durability::Strict).await?)
    }
}
