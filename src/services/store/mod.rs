//! Where sealed bytes are kept.
//!
//! A store holds bytes that somebody above it has already sealed, each at an [`Address`], and can
//! read none of them. It never sees a name, a date or a word that a practitioner wrote, in a value
//! or in a key. There are two: [`memory::MemoryStore`] for tests, and `indexed_db::IndexedDbStore`
//! in a browser. [`contract`] is the one list of promises that both keep.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    rc::Rc,
};

use crate::model::ids::VaultId;

pub mod contract;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod memory;

/// What kind of sealed record an address holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shelf {
    /// What is needed before unlocking: key slots and their parameters. One record a vault.
    Header,
    /// The practitioner's own details and choices.
    Profile,
    /// The folded, compressed log up to some moment.
    Snapshot,
    /// A run of events since the snapshot.
    Segment,
    /// Text that is being typed and is not part of the record yet.
    Draft,
    /// Small facts about this device: when the last backup was, what was told to whom.
    Note,
    /// A time at which something is shown to people of the family: who is there, and the key to their letters.
    Visit,
    /// What somebody of the family said, each on its own, sealed to the key of the visit. Added, never changed.
    Letter,
    /// That the device is in the hands of the family: there or not, and nothing in it.
    Handed,
}

impl Shelf {
    pub const ALL: [Self; 9] = [
        Self::Header,
        Self::Profile,
        Self::Snapshot,
        Self::Segment,
        Self::Draft,
        Self::Note,
        Self::Visit,
        Self::Letter,
        Self::Handed,
    ];

    /// The name used in stored keys and in what a record is authenticated with.
    /// A released name is never changed: records sealed under it would no longer open.
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Profile => "profile",
            Self::Snapshot => "snapshot",
            Self::Segment => "segment",
            Self::Draft => "draft",
            Self::Note => "note",
            Self::Visit => "visit",
            Self::Letter => "letter",
            Self::Handed => "handed",
        }
    }
}

/// Where one sealed record is kept.
///
/// The key is a random id or a keyed hash and can never be a word: keys are stored as they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    pub vault: VaultId,
    pub shelf: Shelf,
    pub key: String,
}

impl Address {
    pub fn new(vault: VaultId, shelf: Shelf, key: impl Into<String>) -> Self {
        Self { vault, shelf, key: key.into() }
    }

    /// The one header of a vault, which has no key of its own.
    pub fn header(vault: VaultId) -> Self {
        Self::new(vault, Shelf::Header, "")
    }
}

/// One step of a write. Steps are applied in the order given, and all of them or none.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// Keep these bytes here, in place of any that were here before.
    Put(Address, Vec<u8>),
    /// Keep these bytes here, where nothing is kept yet. Where something is, the whole write is refused with
    /// [`StoreError::Taken`].
    Add(Address, Vec<u8>),
    /// Keep nothing here. Removing what is not there is not an error.
    Remove(Address),
    /// Keep nothing of this vault on any shelf, its header included.
    RemoveVault(VaultId),
}

// By hand, because a failing test should not print five megabytes.
impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Put(at, bytes) => write!(f, "Put({at:?}, {} bytes)", bytes.len()),
            Self::Add(at, bytes) => write!(f, "Add({at:?}, {} bytes)", bytes.len()),
            Self::Remove(at) => write!(f, "Remove({at:?})"),
            Self::RemoveVault(vault) => write!(f, "RemoveVault({vault:?})"),
        }
    }
}

/// How sure a write must be before it is said to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// On the disk. For what a person wrote: "Saved" may be shown after this.
    Strict,
    /// With the operating system. For what can be made again, such as a snapshot.
    Relaxed,
}

/// Why a store did not do what was asked.
///
/// It holds no address and no bytes, so it may be shown and logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error(
        "This device is almost full, so this was not saved. Everything saved before is still here. \
         Back up now, then make room by deleting files you no longer need."
    )]
    Full,
    #[error(
        "Hearth is open in another tab that must close first. Nothing is lost. \
         Close the other Hearth tabs, then try again."
    )]
    Blocked,
    #[error(
        "A newer version of Hearth was opened in another tab, so this tab can no longer save. \
         Everything saved before is still here. Copy anything unsaved, then reload this page."
    )]
    Outdated,
    #[error(
        "This browser's data for Hearth was cleared, so what was saved on this device is gone. \
         What you have open is still on this screen. Save a copy as a file before you close this tab."
    )]
    Cleared,
    #[error(
        "This browser does not let Hearth keep anything on this device, so nothing was saved. \
         This happens in a private window, or when site data is blocked. \
         Open Hearth in an ordinary window, or allow it to keep site data."
    )]
    Unavailable,
    #[error(
        "Something is kept in this place already, and it was not replaced. Everything saved before is still here. \
         Try again."
    )]
    Taken,
    #[error(
        "The browser's storage did not answer as it should ({0}). Everything saved before is still here, \
         but the last change may not be. Try again; if it happens again, save a copy as a file."
    )]
    Failed(&'static str),
}

/// Keeps sealed bytes for any number of vaults.
///
/// Cloning a handle, or opening the same store again, gives another connection to the same bytes.
/// Browsers have one thread, so nothing here needs to be `Send`.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// What is kept at an address.
    async fn get(&self, at: &Address) -> Result<Option<Vec<u8>>, StoreError>;

    /// Everything on one shelf of one vault, by key, in the order of the keys as Rust compares strings.
    async fn list(&self, vault: VaultId, shelf: Shelf) -> Result<Vec<(String, Vec<u8>)>, StoreError>;

    /// The headers of all vaults, in the order of their ids: all that may be known before unlocking.
    async fn headers(&self) -> Result<Vec<(VaultId, Vec<u8>)>, StoreError>;

    /// Does all the changes, or none of them and says why.
    ///
    /// Only when this has answered `Ok` may anyone be told that something is saved.
    async fn write(&self, changes: Vec<Change>, durability: Durability) -> Result<(), StoreError>;
}

impl<S: Store> Store for Rc<S> {
    async fn get(&self, at: &Address) -> Result<Option<Vec<u8>>, StoreError> {
        S::get(self, at).await
    }

    async fn list(&self, vault: VaultId, shelf: Shelf) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        S::list(self, vault, shelf).await
    }

    async fn headers(&self) -> Result<Vec<(VaultId, Vec<u8>)>, StoreError> {
        S::headers(self).await
    }

    async fn write(&self, changes: Vec<Change>, durability: Durability) -> Result<(), StoreError> {
        S::write(self, changes, durability).await
    }
}

/// Whether a store already is as these changes would leave it.
///
/// An error from a browser does not prove that nothing was written; this does, or disproves it.
pub async fn already_holds<S: Store>(store: &S, changes: &[Change]) -> Result<bool, StoreError> {
    let mut emptied = BTreeSet::new();
    let mut expected: BTreeMap<&Address, Option<&[u8]>> = BTreeMap::new();
    for change in changes {
        match change {
            Change::Put(at, bytes) | Change::Add(at, bytes) => {
                expected.insert(at, Some(bytes));
            }
            Change::Remove(at) => {
                expected.insert(at, None);
            }
            Change::RemoveVault(vault) => {
                emptied.insert(*vault);
                expected.retain(|at, _| at.vault != *vault);
            }
        }
    }
    for (at, bytes) in &expected {
        if store.get(at).await?.as_deref() != *bytes {
            return Ok(false);
        }
    }
    for vault in emptied {
        for shelf in Shelf::ALL {
            for (key, _) in store.list(vault, shelf).await? {
                if !expected.contains_key(&Address::new(vault, shelf, key)) {
                    return Ok(false);
                }
            }
        }
    }
    Ok(true)
}

/// Does the changes to a plain map, or none of them: what a write means, whoever keeps the bytes.
fn apply(changes: Vec<Change>, records: &mut BTreeMap<Address, Vec<u8>>) -> Result<(), StoreError> {
    let mut changed = records.clone();
    for change in changes {
        match change {
            Change::Put(at, bytes) => {
                changed.insert(at, bytes);
            }
            Change::Add(at, bytes) => {
                if changed.insert(at, bytes).is_some() {
                    return Err(StoreError::Taken);
                }
            }
            Change::Remove(at) => {
                changed.remove(&at);
            }
            Change::RemoveVault(vault) => changed.retain(|at, _| at.vault != vault),
        }
    }
    *records = changed;
    Ok(())
}

#[cfg(test)]
mod tests {
    use pollster::block_on;

    use super::{memory::MemoryStore, *};

    fn vault(n: u8) -> VaultId {
        VaultId::from_bytes([n; 16])
    }

    fn at(n: u8, key: &str) -> Address {
        Address::new(vault(n), Shelf::Draft, key)
    }

    /// Whether a store that holds `a` = 1 and `b` = 2 in vault 1 is as `changes` would leave it.
    #[track_caller]
    fn check(changes: Vec<Change>, expected: bool) {
        let store = MemoryStore::new();
        let start = vec![Change::Put(at(1, "a"), vec![1]), Change::Put(at(1, "b"), vec![2])];
        block_on(store.write(start, Durability::Strict)).unwrap();
        assert_eq!(block_on(already_holds(&store, &changes)), Ok(expected), "{changes:?}");
    }

    #[test]
    fn what_was_written_is_recognised() {
        check(vec![], true);
        check(vec![Change::Put(at(1, "a"), vec![1])], true);
        check(vec![Change::Put(at(1, "a"), vec![9])], false);
        check(vec![Change::Put(at(1, "a"), vec![9]), Change::Put(at(1, "a"), vec![1])], true);
        check(vec![Change::Put(at(1, "c"), vec![1])], false);
        check(vec![Change::Put(at(1, "a"), vec![1]), Change::Put(at(1, "b"), vec![3])], false);
    }

    #[test]
    fn what_was_removed_is_recognised() {
        check(vec![Change::Remove(at(1, "c"))], true);
        check(vec![Change::Remove(at(1, "a"))], false);
        check(vec![Change::RemoveVault(vault(2))], true);
        check(vec![Change::RemoveVault(vault(1))], false);
        check(vec![Change::RemoveVault(vault(1)), Change::Put(at(1, "a"), vec![1])], false);
        check(
            vec![
                Change::Put(at(1, "c"), vec![3]),
                Change::RemoveVault(vault(1)),
                Change::Put(at(1, "a"), vec![1]),
                Change::Put(at(1, "b"), vec![2]),
            ],
            true,
        );
    }

    #[test]
    fn a_change_is_described_without_its_bytes() {
        let words = format!("{:?}", Change::Put(at(1, "a"), b"sealed".to_vec()));
        assert!(words.contains("6 bytes"), "{words}");
        assert!(!words.contains("115"), "{words}");
    }
}
