//! A store that lives as long as the process, for tests on any target.
//!
//! It keeps the same promises as the browser's, and can be told to break, at a chosen write, in the
//! ways in which a browser does.

use std::{cell::RefCell, collections::BTreeMap, future::poll_fn, rc::Rc, task::Poll};

use super::{Address, Change, Durability, Shelf, Store, StoreError, apply};
use crate::model::ids::VaultId;

/// Sealed bytes in memory. Clones are further connections to the same bytes.
#[derive(Clone, Default)]
pub struct MemoryStore {
    inner: Rc<RefCell<Inner>>,
}

#[derive(Default)]
struct Inner {
    records: BTreeMap<Address, Vec<u8>>,
    /// How many writes were asked for, whether or not they were done.
    writes: usize,
    faults: BTreeMap<usize, Fault>,
    reads_fail: Option<StoreError>,
}

/// How a write goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is written, and the caller is told.
    Refused(StoreError),
    /// Everything is written, and yet the caller is told that it was not. Browsers do this.
    WrittenButReported(StoreError),
}

impl MemoryStore {
    pub fn new() -> Self {
        Self::default()
    }

    /// A separate store with the bytes as they are now: what a crash at this moment would leave.
    pub fn copy(&self) -> Self {
        let records = self.inner.borrow().records.clone();
        Self { inner: Rc::new(RefCell::new(Inner { records, ..Inner::default() })) }
    }

    /// Makes a coming write go wrong; 1 is the next one. Later writes are done as usual.
    pub fn fail_write(&self, nth: usize, fault: Fault) {
        let mut inner = self.inner.borrow_mut();
        let at = inner.writes + nth;
        inner.faults.insert(at, fault);
    }

    /// Makes every read fail until it is called with `None`.
    pub fn fail_reads(&self, error: Option<StoreError>) {
        self.inner.borrow_mut().reads_fail = error;
    }

    /// How many writes were asked for so far.
    pub fn writes(&self) -> usize {
        self.inner.borrow().writes
    }

    /// All that is kept, for tests that look for what must not be there.
    pub fn everything(&self) -> Vec<(Address, Vec<u8>)> {
        self.inner.borrow().records.iter().map(|(at, bytes)| (at.clone(), bytes.clone())).collect()
    }

    fn read<T>(&self, look: impl FnOnce(&BTreeMap<Address, Vec<u8>>) -> T) -> Result<T, StoreError> {
        let inner = self.inner.borrow();
        match inner.reads_fail {
            Some(error) => Err(error),
            None => Ok(look(&inner.records)),
        }
    }
}

impl Store for MemoryStore {
    async fn get(&self, at: &Address) -> Result<Option<Vec<u8>>, StoreError> {
        give_way().await;
        self.read(|records| records.get(at).cloned())
    }

    async fn list(&self, vault: VaultId, shelf: Shelf) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        give_way().await;
        self.read(|records| {
            records
                .iter()
                .filter(|(at, _)| at.vault == vault && at.shelf == shelf)
                .map(|(at, bytes)| (at.key.clone(), bytes.clone()))
                .collect()
        })
    }

    async fn headers(&self) -> Result<Vec<(VaultId, Vec<u8>)>, StoreError> {
        give_way().await;
        self.read(|records| {
            records
                .iter()
                .filter(|(at, _)| at.shelf == Shelf::Header)
                .map(|(at, bytes)| (at.vault, bytes.clone()))
                .collect()
        })
    }

    async fn write(&self, changes: Vec<Change>, _: Durability) -> Result<(), StoreError> {
        give_way().await;
        let mut inner = self.inner.borrow_mut();
        inner.writes += 1;
        let nth = inner.writes;
        match inner.faults.remove(&nth) {
            Some(Fault::Refused(error)) => Err(error),
            Some(Fault::WrittenButReported(error)) => {
                apply(changes, &mut inner.records)?;
                Err(error)
            }
            None => apply(changes, &mut inner.records),
        }
    }
}

/// Lets other work run once. A browser's storage never answers at once, and callers that only work
/// when it does should be found here.
async fn give_way() {
    let mut gave = false;
    poll_fn(|cx| {
        if gave {
            return Poll::Ready(());
        }
        gave = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[cfg(test)]
mod tests {
    use pollster::block_on;

    use super::*;

    fn note(key: &str) -> Address {
        Address::new(VaultId::from_bytes([7; 16]), Shelf::Note, key)
    }

    fn put(key: &str) -> Vec<Change> {
        vec![Change::Put(note(key), vec![1])]
    }

    #[test]
    fn only_the_chosen_write_is_refused() {
        let store = MemoryStore::new();
        store.fail_write(2, Fault::Refused(StoreError::Full));
        assert_eq!(block_on(store.write(put("a"), Durability::Strict)), Ok(()));
        assert_eq!(block_on(store.write(put("b"), Durability::Strict)), Err(StoreError::Full));
        assert_eq!(block_on(store.write(put("c"), Durability::Strict)), Ok(()));
        assert_eq!(block_on(store.get(&note("b"))), Ok(None));
        assert_eq!(store.writes(), 3);
    }

    #[test]
    fn a_write_can_be_done_and_still_be_reported_as_failed() {
        let store = MemoryStore::new();
        let error = StoreError::Failed("InvalidStateError");
        store.fail_write(1, Fault::WrittenButReported(error));
        assert_eq!(block_on(store.write(put("a"), Durability::Strict)), Err(error));
        assert_eq!(block_on(store.get(&note("a"))), Ok(Some(vec![1])));
    }

    #[test]
    fn a_copy_is_what_a_crash_leaves() {
        let store = MemoryStore::new();
        block_on(store.write(put("a"), Durability::Strict)).unwrap();
        let left = store.copy();
        block_on(store.write(put("b"), Durability::Strict)).unwrap();
        assert_eq!(left.everything().len(), 1);
        assert_eq!(store.everything().len(), 2);
    }

    #[test]
    fn reads_fail_until_told_otherwise() {
        let store = MemoryStore::new();
        store.fail_reads(Some(StoreError::Unavailable));
        assert_eq!(block_on(store.get(&note("a"))), Err(StoreError::Unavailable));
        store.fail_reads(None);
        assert_eq!(block_on(store.get(&note("a"))), Ok(None));
    }
}
