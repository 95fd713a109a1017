//! What the worker's page hands to the family's page, and how: through memory that outlives the page and is never on
//! a disk.

use std::cell::RefCell;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::model::family_view::FamilyView;
use crate::model::ids::{ShowingId, VaultId};
use crate::vault::letter::PublicHalf;

/// All that the family's page ever knows: what is shown, and where to put what people say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandedOver {
    pub view: FamilyView,
    pub vault: VaultId,
    pub showing: ShowingId,
    /// What letters are sealed for.
    pub key: PublicHalf,
}

impl HandedOver {
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(self).ok()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// The pages cannot be handed over, and why, in words for the person who asked. Nothing was locked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotHanded(pub String);

/// Memory that outlives a page: the service worker's.
#[allow(async_fn_in_trait, reason = "a page has one thread: nothing asks whether these futures are Send")]
pub trait Handed {
    /// Leaves bytes for the page that is loaded next.
    ///
    /// # Errors
    /// [`NotHanded`]; nothing was left.
    async fn leave(&self, bytes: Vec<u8>) -> Result<(), NotHanded>;

    /// Takes what was left. It is there once: a page that is loaded after this finds nothing.
    async fn take(&self) -> Option<Vec<u8>>;
}

/// Hands in memory, for tests on any target. Clones are the same hands.
#[derive(Clone, Debug, Default)]
pub struct MemoryHands {
    held: Rc<RefCell<Option<Vec<u8>>>>,
    refuse: bool,
}

impl MemoryHands {
    /// Hands that take nothing, as in a browser without a service worker.
    pub fn full() -> Self {
        Self { refuse: true, ..Self::default() }
    }
}

impl Handed for MemoryHands {
    async fn leave(&self, bytes: Vec<u8>) -> Result<(), NotHanded> {
        if self.refuse {
            return Err(NotHanded("These hands are full".to_owned()));
        }
        *self.held.borrow_mut() = Some(bytes);
        Ok(())
    }

    async fn take(&self) -> Option<Vec<u8>> {
        self.held.borrow_mut().take()
    }
}
