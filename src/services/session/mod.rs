//! An open app: the vault that is unlocked, its families, and what is being typed.
//!
//! The one object through which `ui` does anything. It lives as long as the app, belongs to no page, and is
//! generic over its ports so that every use-case runs on the host against the memory store.

mod carrying;
mod drafting;
mod example;
mod exchange;
mod families;
mod held;
mod opening;
mod profile;
mod rules;
mod shelves;
mod visited;
mod visiting;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use async_lock::Mutex;

use crate::model::ids::{FamilyId, SlotId, VaultId};
use crate::vault::header::VaultHeader;

use super::clock::Clock;
use super::crypto::Crypto;
use super::drafts::Drafts;
use super::store::{Store, StoreError};
use families::FamilyFile;

pub use carrying::Portable;
pub use example::ExampleError;
pub use exchange::{ExportError, Exported, ImportError, Offer, OfferedFamily, Reader, Taken};
pub use families::{FamilyState, RecordError, RemoveError};
pub use held::Held;
pub use opening::{
    ChangeError, Colleague, CreateError, KeyHolder, NewStore, OpenError, RecoverError, StoreOnDevice,
};
pub use profile::{Missing, Profile, TypedYou, You};
pub use rules::AdoptError;
pub use visited::{AfterVisit, Heard, PutAwayError, Waiting, WaitingVisit};
pub use visiting::{BeginVisitError, Prepared};

/// Something was asked of a locked session. Nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The workbook store is locked. Your words are kept as a draft. Unlock it and try again.")]
pub struct Locked;

/// Why something could not be kept on this device.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    #[error(transparent)]
    Locked(#[from] Locked),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(
        "This browser would not encrypt, so nothing was written. What you typed is still on this screen. Reload the page and try again."
    )]
    Seal,
}

struct Unlocked<K> {
    vault: VaultId,
    header: VaultHeader,
    key: K,
    slot: SlotId,
    profile: Profile,
    families: BTreeMap<FamilyId, FamilyFile>,
    /// Families whose records are there and do not open. They stay listed.
    unopened: Vec<FamilyId>,
    drafts: Drafts,
}

/// The open app. Cheap to share: clone the `Rc` around it.
pub struct Session<S, C: Crypto, T> {
    store: S,
    crypto: C,
    clock: T,
    open: RefCell<Option<Unlocked<C::Key>>>,
    /// Held through every write, so that two saves never take the same place in the chain.
    writing: Mutex<()>,
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// A locked session over these ports.
    pub fn new(store: S, crypto: C, clock: T) -> Rc<Self> {
        Rc::new(Self { store, crypto, clock, open: RefCell::new(None), writing: Mutex::new(()) })
    }

    /// The clock that everything is stamped with.
    pub fn clock(&self) -> &T {
        &self.clock
    }

    /// The store underneath, for the screen that tells what is kept on this device.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Whether a vault is unlocked.
    pub fn is_unlocked(&self) -> bool {
        self.open.borrow().is_some()
    }

    /// The vault that is unlocked.
    pub fn vault(&self) -> Option<VaultId> {
        self.open.borrow().as_ref().map(|open| open.vault)
    }

    /// Drops the data key and everything that was read with it. Drafts must have been flushed before
    /// ([`Session::flush_drafts`]); what was not is lost.
    pub fn lock(&self) {
        self.open.borrow_mut().take();
    }

    fn with<R>(&self, read: impl FnOnce(&Unlocked<C::Key>) -> R) -> Result<R, Locked> {
        self.open.borrow().as_ref().map(read).ok_or(Locked)
    }

    fn change<R>(&self, change: impl FnOnce(&mut Unlocked<C::Key>) -> R) -> Result<R, Locked> {
        self.open.borrow_mut().as_mut().map(change).ok_or(Locked)
    }
}
