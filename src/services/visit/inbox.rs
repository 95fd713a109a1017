//! Where what people say is put while the device is theirs: sealed at once, added, and never read here again.

use std::cell::RefCell;

use async_lock::Mutex;
use chrono::{DateTime, Utc};

use super::answer::{Answer, Asked, Inside};
use super::half_said::{HalfSaid, ToSeal};
use super::handed::HandedOver;
use super::letters;
use crate::model::ids::{SaidId, ShowingId, VaultId};
use crate::services::clock::Clock;
use crate::services::crypto::{Crypto, CryptoError};
use crate::services::store::{Address, Change, Durability, Shelf, Store, StoreError};
use crate::vault::letter::PublicHalf;

/// Why words are not on the disk yet. They are still on the screen, and are tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SayError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("This browser would not encrypt, so nothing was written.")]
    Seal,
}

impl From<CryptoError> for SayError {
    fn from(_: CryptoError) -> Self {
        Self::Seal
    }
}

/// Where something lies that was said on this page, and nothing of it: enough to take it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt(String);

/// The letter box of one visit, from outside.
pub struct Inbox<S, C, T> {
    store: S,
    crypto: C,
    clock: T,
    vault: VaultId,
    showing: ShowingId,
    key: PublicHalf,
    half: RefCell<HalfSaid>,
    /// Held through every write, so that a draft never comes back after it was said.
    writing: Mutex<()>,
}

/// The letters of a visit are told from those of another by the beginning of their key.
pub fn letter_prefix(showing: ShowingId) -> String {
    format!("{showing}.")
}

impl<S: Store, C: Crypto, T: Clock> Inbox<S, C, T> {
    /// The letter box that was handed over.
    pub fn of(handed: &HandedOver, store: S, crypto: C, clock: T) -> Self {
        let HandedOver { vault, showing, key, .. } = *handed;
        Self { store, crypto, clock, vault, showing, key, half: RefCell::default(), writing: Mutex::new(()) }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// By the clock that never goes back.
    pub fn now_ms(&self) -> u64 {
        self.clock.monotonic_ms()
    }

    /// Keeps what stands in a box now: the next [`Inbox::seal_due`] that finds it due seals it.
    pub fn keep(&self, answer: Answer) {
        let name = self.fresh_name();
        // Without randomness nothing can be sealed either, and the write will say so.
        let name = || name.unwrap_or_default();
        self.half.borrow_mut().keep(answer, self.clock.monotonic_ms(), name);
    }

    /// What somebody had begun to write, for when they come back to it.
    pub fn begun(&self, who: Option<u32>, to: &Asked) -> Option<Answer> {
        self.half.borrow().get(who, to).cloned()
    }

    /// Whether something that was typed is not sealed yet.
    pub fn is_unsaved(&self) -> bool {
        !self.half.borrow().unsaved().is_empty()
    }

    /// Seals what is due. `Ok(true)`: something was written.
    ///
    /// # Errors
    /// [`SayError`]; the words stay in memory and are tried again.
    pub async fn seal_due(&self) -> Result<bool, SayError> {
        let due = self.half.borrow().due(self.clock.monotonic_ms());
        self.seal_half(due).await
    }

    /// Seals everything now: when a page is left, covered or hidden.
    ///
    /// # Errors
    /// [`SayError`]; the words stay in memory.
    pub async fn flush(&self) -> Result<bool, SayError> {
        let unsaved = self.half.borrow().unsaved();
        self.seal_half(unsaved).await
    }

    async fn seal_half(&self, chosen: Vec<ToSeal>) -> Result<bool, SayError> {
        let mut changes = Vec::new();
        let _turn = self.writing.lock().await;
        for half in &chosen {
            // It may have been said while this waited for its turn.
            if !self.half.borrow().is_open(half) {
                continue;
            }
            let at = self.at(&half.name);
            changes.push(match half.answer.is_empty() {
                true => Change::Remove(at),
                false => Change::Put(at, self.sealed(&Inside::HalfSaid(half.answer.clone())).await?),
            });
        }
        if changes.is_empty() {
            return Ok(false);
        }
        self.store.write(changes, Durability::Strict).await?;
        let now = self.clock.monotonic_ms();
        chosen.iter().for_each(|half| self.half.borrow_mut().sealed(half, now));
        Ok(true)
    }

    /// Adds what somebody said. Its draft goes in the same write.
    ///
    /// # Errors
    /// [`SayError`]; nothing was added, and the draft is kept.
    pub async fn say(&self, answer: Answer) -> Result<Receipt, SayError> {
        self.keep(answer.clone());
        let _turn = self.writing.lock().await;
        let name = self.fresh_name()?;
        let said = Change::Add(self.at(&name), self.sealed(&Inside::Said(answer.clone())).await?);
        let draft = self.half.borrow().name_of(&answer).map(|name| Change::Remove(self.at(&name)));
        let changes = [said].into_iter().chain(draft).collect();
        self.store.write(changes, Durability::Strict).await?;
        self.half.borrow_mut().remove(&answer);
        Ok(Receipt(name))
    }

    /// Takes back what was said on this page, while no worker has it (`ux.md` 3.7).
    ///
    /// # Errors
    /// [`SayError`]; it is then still kept.
    pub async fn take_back(&self, said: &Receipt) -> Result<(), SayError> {
        Ok(self.store.write(vec![Change::Remove(self.at(&said.0))], Durability::Strict).await?)
    }

    /// Notes that the screen was covered (`ux.md` SR13).
    ///
    /// # Errors
    /// [`SayError`]; it is then not noted, and the screen is covered all the same.
    pub async fn hidden(&self) -> Result<(), SayError> {
        let sealed = self.sealed(&Inside::Hidden(self.clock.now())).await?;
        let change = Change::Add(self.at(&self.fresh_name()?), sealed);
        Ok(self.store.write(vec![change], Durability::Strict).await?)
    }

    async fn sealed(&self, inside: &Inside) -> Result<Vec<u8>, SayError> {
        let plain = serde_json::to_vec(inside).map_err(|_| SayError::Seal)?;
        Ok(letters::seal(&self.crypto, &self.key, self.showing, &plain).await?)
    }

    fn fresh_name(&self) -> Result<String, SayError> {
        Ok(SaidId::from_bytes(self.crypto.random()?).to_string())
    }

    fn at(&self, name: &str) -> Address {
        Address::new(self.vault, Shelf::Letter, letter_prefix(self.showing) + name)
    }
}
