//! Sealing what goes to the store and opening what comes from it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::model::ids::VaultId;
use crate::services::clock::Clock;
use crate::services::crypto::Crypto;
use crate::services::sealing;
use crate::services::store::{Address, Change, Shelf, Store};
use crate::vault::record::Place;

use super::{SaveError, Session};

/// The version of what is inside the records written here.
const SCHEMA: u32 = 1;

/// Seals a value for its place.
pub(super) async fn seal<C: Crypto>(
    crypto: &C,
    key: &C::Key,
    at: Address,
    value: &impl Serialize,
) -> Result<Change, SaveError> {
    let plain = serde_json::to_vec(value).map_err(|_| SaveError::Seal)?;
    let place = Place { vault: at.vault, shelf: at.shelf.name(), key: &at.key, schema: SCHEMA };
    let sealed = sealing::seal(crypto, key, place, &plain).await.map_err(|_| SaveError::Seal)?;
    Ok(Change::Put(at, sealed))
}

/// Opens what stands at a place. `None`: it does not open there, or is not what it should be.
pub(super) async fn open<C: Crypto, V: DeserializeOwned>(
    crypto: &C,
    key: &C::Key,
    vault: VaultId,
    shelf: Shelf,
    at: &str,
    sealed: &[u8],
) -> Option<V> {
    let place = Place { vault, shelf: shelf.name(), key: at, schema: SCHEMA };
    let plain = sealing::open(crypto, key, place, sealed).await.ok()?;
    serde_json::from_slice(&plain).ok()
}

impl<S: Store, C: Crypto, T: Clock> Session<S, C, T> {
    /// Seals a value under the key of the vault that is unlocked.
    pub(super) async fn seal_json(
        &self,
        shelf: Shelf,
        key: &str,
        value: &impl Serialize,
    ) -> Result<Change, SaveError> {
        let (vault, data_key) = self.with(|open| (open.vault, open.key.clone()))?;
        seal(&self.crypto, &data_key, Address::new(vault, shelf, key), value).await
    }

    /// 128 random bits, for an id or a store key.
    pub(super) fn random(&self) -> Result<[u8; 16], SaveError> {
        self.crypto.random().map_err(|_| SaveError::Seal)
    }
}
