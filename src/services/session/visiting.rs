//! Handing the device over to people of the family, and coming back to what they said (`ux.md` 3.2, S43).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::family_view::{FamilyView, Item};
use crate::model::ids::{FamilyId, PersonId, ShowingId, VaultId};
use crate::model::sharing::Piece;
use crate::model::showing::Showing;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use crate::services::visit::handed::{Handed, HandedOver, NotHanded};
use crate::services::visit::marker::{Marker, NotMarked};

use super::shelves::seal;
use super::{OpenError, SaveError, Session};

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

/// A visit as it lies sealed while the family has the device.
#[derive(Serialize, Deserialize)]
pub(super) struct Begun {
    pub family: FamilyId,
    pub showing: Showing,
    pub people: Vec<PersonId>,
    pub pieces: BTreeMap<u32, Piece>,
    /// What was shown, as it stood there: what is recorded may change while the device is theirs.
    #[serde(default)]
    pub items: Vec<Item>,
    /// Both halves of the visit's key, as a JSON Web Key.
    pub key: String,
}

/// Where it stands that the device is in the hands of the family.
fn handed_over(vault: VaultId) -> Address {
    Address::new(vault, Shelf::Handed, "on".to_owned())
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
        let items = view.items.clone();
        let begun = Begun { family, showing, people, pieces, items, key: pair.to_jwk().to_string() };
        let at = Address::new(vault, Shelf::Visit, id.to_string());
        let put = seal(&self.crypto, &data_key, at.clone(), &begun).await?;
        let handed = HandedOver { view, vault, showing: id, key: pair.public };
        let bytes = handed.to_bytes().ok_or(SaveError::Seal)?;

        // The browser's marker is quick to read and slow to reach the disk: should the battery die, this says it too.
        let handed_over = handed_over(vault);
        let both = vec![put, Change::Put(handed_over.clone(), Vec::new())];
        self.store.write(both, Durability::Strict).await.map_err(SaveError::from)?;
        let left = match hands.leave(bytes).await {
            Ok(()) => marker.begin().map_err(BeginVisitError::from),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = left {
            let _nobody_sees_it = hands.take().await;
            // Should the disk refuse, a visit in which nothing was said is listed once more, and put away there.
            let both = vec![Change::Remove(at), Change::Remove(handed_over)];
            let _ = self.store.write(both, Durability::Strict).await;
            return Err(error);
        }
        self.lock();
        Ok(())
    }

    /// Whether the device is in the hands of the family, whatever the browser's marker says.
    ///
    /// # Errors
    /// [`StoreError`] when the browser keeps nothing at all.
    pub async fn is_handed_over(&self) -> Result<bool, StoreError> {
        for (vault, _) in self.store.headers().await? {
            if !self.store.list(vault, Shelf::Handed).await?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
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
        for (id, mut begun) in self.begun_visits().await.map(|begun| begun.visits).unwrap_or_default() {
            family = Some(begun.family);
            if begun.showing.ended.is_none() {
                begun.showing.ended = Some(self.clock.now());
                // Not knowing until when is no reason to keep anybody out.
                let _ = self.keep_begun(id, &begun).await;
            }
        }
        // Where the disk refuses, the next page that is loaded asks for the passphrase once more.
        let _ = self.store.write(vec![Change::Remove(handed_over(vault))], Durability::Strict).await;
        marker.end();
        Ok(family)
    }

    async fn keep_begun(&self, id: ShowingId, begun: &Begun) -> Result<(), SaveError> {
        let put = self.seal_json(Shelf::Visit, &id.to_string(), begun).await?;
        Ok(self.store.write(vec![put], Durability::Strict).await?)
    }
}
