//! The port to a cipher: WebCrypto in a page, RustCrypto in host tests.
//!
//! The two give the same bytes for the same input, and `tests/web_crypto.rs` opens in a browser what the
//! host sealed. Keys are handles: code above this port never holds the bytes of a data key.

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod host;
#[cfg(target_arch = "wasm32")]
pub mod stretching;

use zeroize::Zeroizing;

use crate::vault::header::WrappedKey;
use crate::vault::letter::{FIELD_LENGTH, Pair, PublicHalf};
use crate::vault::record::NONCE_LENGTH;
use crate::vault::stretch::StretchCost;

/// Random bytes, key stretching, key wrapping, authenticated encryption and key agreement.
#[allow(async_fn_in_trait, reason = "a page has one thread: nothing asks whether these futures are Send")]
pub trait Crypto {
    /// A handle on a 256-bit AES-GCM key. In a browser its bytes cannot be read out.
    type Key: Clone + 'static;
    /// A handle on a 256-bit key that only wraps and unwraps other keys.
    type WrappingKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), CryptoError>;

    /// Unicode's composed form (NFC): one passphrase however the keyboard spells its accents.
    fn composed(&self, text: &str) -> Zeroizing<String>;

    /// Argon2id, version 1.3, one lane.
    async fn stretch(
        &self,
        secret: &[u8],
        salt: &[u8; 32],
        cost: StretchCost,
    ) -> Result<Self::WrappingKey, CryptoError>;

    /// PBKDF2-HMAC-SHA512, as JOSE libraries know it.
    async fn derive(
        &self,
        secret: &[u8],
        salt: &[u8],
        iterations: u32,
    ) -> Result<Self::WrappingKey, CryptoError>;

    /// A new random data key, and the same wrapped with AES-KW.
    async fn make_key(&self, under: &Self::WrappingKey) -> Result<(Self::Key, WrappedKey), CryptoError>;

    /// [`CryptoError::DoesNotFit`] when the wrapping key is not the one, or the wrapped bytes were changed.
    async fn unwrap_key(
        &self,
        under: &Self::WrappingKey,
        wrapped: &WrappedKey,
    ) -> Result<Self::Key, CryptoError>;

    /// The same data key under another wrapping key. Its bytes can be read for this moment only.
    async fn rewrap_key(
        &self,
        old: &Self::WrappingKey,
        wrapped: &WrappedKey,
        new: &Self::WrappingKey,
    ) -> Result<WrappedKey, CryptoError>;

    /// AES-256-GCM: the ciphertext, followed by its 16-byte tag.
    async fn encrypt(
        &self,
        key: &Self::Key,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError>;

    /// [`CryptoError::DoesNotFit`] when anything at all was changed.
    async fn decrypt(
        &self,
        key: &Self::Key,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        ciphertext: &[u8],
    ) -> Result<Vec<u8>, CryptoError>;

    /// A new pair on P-256. Its private half is in memory for as long as the caller keeps it.
    async fn make_pair(&self) -> Result<Pair, CryptoError>;

    /// What one's own pair and another's public half agree on (ECDH): the same from either side.
    /// [`CryptoError::DoesNotFit`] when the other half is not on the curve.
    async fn agree(
        &self,
        own: &Pair,
        theirs: &PublicHalf,
    ) -> Result<Zeroizing<[u8; FIELD_LENGTH]>, CryptoError>;

    /// The data key that was worked out from an agreement.
    async fn agreed_key(&self, bytes: &Zeroizing<[u8; 32]>) -> Result<Self::Key, CryptoError>;

    fn random<const N: usize>(&self) -> Result<[u8; N], CryptoError> {
        let mut bytes = [0; N];
        self.fill_random(&mut bytes)?;
        Ok(bytes)
    }
}

/// Why the cipher gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CryptoError {
    #[error("The key does not fit, or what it locks was changed.")]
    DoesNotFit,
    #[error(
        "This browser would not encrypt. Nothing was written. Open Hearth from an address that starts with https, in an up-to-date browser."
    )]
    NotAvailable,
    #[error(
        "This device could not do the work of checking a passphrase, perhaps for want of memory. Nothing was changed. Close other pages, then try again."
    )]
    CouldNotStretch,
}

/// Argon2id on this thread. WebCrypto has none in any engine, so the page and its worker share this.
pub fn argon2id(
    secret: &[u8],
    salt: &[u8; 32],
    cost: StretchCost,
) -> Result<Zeroizing<[u8; 32]>, CryptoError> {
    use argon2::{Algorithm, Argon2, Params, Version};
    let params = Params::new(cost.memory_kib(), cost.passes(), crate::vault::stretch::LANES, Some(32))
        .map_err(|_| CryptoError::CouldNotStretch)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, &mut *key)
        .map_err(|_| CryptoError::CouldNotStretch)?;
    Ok(key)
}
