//! Keeping what is being typed.

use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::drafts::{Draft, DraftKey, ToWrite};
use crate::services::store::{Address, Change, Durability, Shelf, Store};

use super::{Locked, SaveError, Session};

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Keeps what is on the screen now. It is written by the next [`Session::write_due_drafts`] that finds it
    /// due, which `ui` calls on a steady beat.
    ///
    /// # Errors
    /// [`Locked`]: the words are on the screen only.
    pub fn keep_draft(&self, draft: Draft) -> Result<(), Locked> {
        let now = self.clock.monotonic_ms();
        let fresh = self.random().map(|bytes| crate::model::ids::EntryId::from_bytes(bytes).to_string());
        // Without randomness a draft could not be sealed either, and the write will say so.
        self.change(|open| open.drafts.keep(draft, now, || fresh.unwrap_or_default()))
    }

    /// The draft of a form.
    pub fn draft(&self, key: &DraftKey) -> Option<Draft> {
        self.with(|open| open.drafts.get(key).cloned()).ok().flatten()
    }

    /// All drafts, the last touched first.
    pub fn drafts(&self) -> Vec<Draft> {
        self.with(|open| open.drafts.all()).unwrap_or_default()
    }

    /// Whether something typed is not yet on the disk.
    pub fn has_unsaved_drafts(&self) -> bool {
        self.with(|open| !open.drafts.unsaved().is_empty()).unwrap_or(false)
    }

    /// Writes the drafts whose time has come. `Ok(true)`: something was written.
    ///
    /// # Errors
    /// [`SaveError`]; the words stay in memory and are tried again.
    pub async fn write_due_drafts(&self) -> Result<bool, SaveError> {
        let now = self.clock.monotonic_ms();
        let due = self.with(|open| open.drafts.due(now))?;
        self.write_drafts(due).await
    }

    /// Writes every draft that is not on the disk: before locking, when the page is hidden, on Ctrl+S.
    ///
    /// # Errors
    /// [`SaveError`]; the words stay in memory.
    pub async fn flush_drafts(&self) -> Result<bool, SaveError> {
        let unsaved = self.with(|open| open.drafts.unsaved())?;
        self.write_drafts(unsaved).await
    }

    async fn write_drafts(&self, drafts: Vec<ToWrite>) -> Result<bool, SaveError> {
        if drafts.is_empty() {
            return Ok(false);
        }
        let _turn = self.writing.lock().await;
        let mut changes = Vec::new();
        let mut written = Vec::new();
        for chosen in drafts {
            // As it stands now, since a write that was chosen later may have had its turn first: what is older
            // must not take the place of what is newer. None: saved as an entry, or thrown away, meanwhile.
            let latest = self.with(|open| open.drafts.latest(&chosen.draft.key))?;
            let Some(ToWrite { draft, name, change }) = latest else { continue };
            changes.push(self.seal_json(Shelf::Draft, &name, &draft).await?);
            written.push((draft.key, change));
        }
        self.store.write(changes, Durability::Strict).await?;
        let now = self.clock.monotonic_ms();
        self.change(|open| {
            for (key, change) in written {
                open.drafts.written(&key, change, now);
            }
        })?;
        Ok(true)
    }

    /// Throws a draft away: because it became a record, or because the person said so.
    ///
    /// # Errors
    /// [`SaveError`]; it may then come back as an unfinished draft.
    pub async fn discard_draft(&self, key: &DraftKey) -> Result<(), SaveError> {
        let _turn = self.writing.lock().await;
        let (vault, name) = self.change(|open| (open.vault, open.drafts.remove(key)))?;
        if let Some(name) = name {
            let remove = Change::Remove(Address::new(vault, Shelf::Draft, name));
            self.store.write(vec![remove], Durability::Strict).await?;
        }
        Ok(())
    }
}
