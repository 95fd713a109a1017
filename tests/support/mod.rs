//! What several test binaries share.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use hearth::services::crypto::host::{HostCrypto, HostKey};
use hearth::services::crypto::{Crypto, CryptoError};
use hearth::vault::header::WrappedKey;
use hearth::vault::letter::{FIELD_LENGTH, Pair, PublicHalf};
use hearth::vault::record::NONCE_LENGTH;
use hearth::vault::stretch::StretchCost;
use zeroize::Zeroizing;

/// The host's cipher, except that it spends little on each passphrase, and counts how often it did.
///
/// The cost goes into the result, as it does with the real functions, so that a changed cost gives another
/// key. The real functions are tested against other people's in `tests/vault.rs` and `tests/bundles.rs`.
#[derive(Default)]
pub struct QuickCrypto {
    pub worked: Cell<usize>,
    known: RefCell<BTreeMap<Stretched, HostKey>>,
}

/// What was stretched: the secret, then the salt with the cost behind it.
type Stretched = (Vec<u8>, Vec<u8>);

impl QuickCrypto {
    async fn quickly(&self, secret: &[u8], salt: &[u8], cost: &[u32]) -> Result<HostKey, CryptoError> {
        self.worked.set(self.worked.get() + 1);
        let cost: Vec<u8> = cost.iter().flat_map(|part| part.to_be_bytes()).collect();
        let input = (secret.to_vec(), [salt, &cost].concat());
        if let Some(known) = self.known.borrow().get(&input) {
            return Ok(known.clone());
        }
        let key = HostCrypto.derive(&input.0, &input.1, 1_000).await?;
        self.known.borrow_mut().insert(input, key.clone());
        Ok(key)
    }
}

impl Crypto for QuickCrypto {
    type Key = HostKey;
    type WrappingKey = HostKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        HostCrypto.fill_random(bytes)
    }
    fn composed(&self, text: &str) -> Zeroizing<String> {
        HostCrypto.composed(text)
    }
    async fn stretch(
        &self,
        secret: &[u8],
        salt: &[u8; 32],
        cost: StretchCost,
    ) -> Result<HostKey, CryptoError> {
        self.quickly(secret, salt, &[cost.memory_kib(), cost.passes()]).await
    }
    async fn derive(&self, secret: &[u8], salt: &[u8], iterations: u32) -> Result<HostKey, CryptoError> {
        self.quickly(secret, salt, &[iterations]).await
    }
    async fn make_key(&self, under: &HostKey) -> Result<(HostKey, WrappedKey), CryptoError> {
        HostCrypto.make_key(under).await
    }
    async fn unwrap_key(&self, under: &HostKey, wrapped: &WrappedKey) -> Result<HostKey, CryptoError> {
        HostCrypto.unwrap_key(under, wrapped).await
    }
    async fn rewrap_key(
        &self,
        old: &HostKey,
        wrapped: &WrappedKey,
        new: &HostKey,
    ) -> Result<WrappedKey, CryptoError> {
        HostCrypto.rewrap_key(old, wrapped, new).await
    }
    async fn encrypt(
        &self,
        key: &HostKey,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        HostCrypto.encrypt(key, nonce, authenticated, plain).await
    }
    async fn decrypt(
        &self,
        key: &HostKey,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        ciphertext: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        HostCrypto.decrypt(key, nonce, authenticated, ciphertext).await
    }
    async fn make_pair(&self) -> Result<Pair, CryptoError> {
        HostCrypto.make_pair().await
    }
    async fn agree(
        &self,
        own: &Pair,
        theirs: &PublicHalf,
    ) -> Result<Zeroizing<[u8; FIELD_LENGTH]>, CryptoError> {
        HostCrypto.agree(own, theirs).await
    }
    async fn agreed_key(&self, bytes: &Zeroizing<[u8; 32]>) -> Result<HostKey, CryptoError> {
        HostCrypto.agreed_key(bytes).await
    }
}
