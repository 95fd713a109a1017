//! The cipher on the host, so that everything above it is tested without a browser.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use aes_kw::KwAes256;
use p256::elliptic_curve::sec1::ToSec1Point;
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{Crypto, CryptoError};
use crate::vault::header::WrappedKey;
use crate::vault::letter::{FIELD_LENGTH, Pair, PrivateHalf, PublicHalf};
use crate::vault::record::NONCE_LENGTH;
use crate::vault::stretch::StretchCost;

/// RustCrypto behind the port.
#[derive(Clone, Copy, Debug, Default)]
pub struct HostCrypto;

/// A key's bytes, wiped when it is dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct HostKey([u8; 32]);

impl Crypto for HostCrypto {
    type Key = HostKey;
    type WrappingKey = HostKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        getrandom::fill(bytes).map_err(|_| CryptoError::NotAvailable)
    }

    fn composed(&self, text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.nfc().collect())
    }

    async fn stretch(
        &self,
        secret: &[u8],
        salt: &[u8; 32],
        cost: StretchCost,
    ) -> Result<HostKey, CryptoError> {
        super::argon2id(secret, salt, cost).map(|bytes| HostKey(*bytes))
    }

    async fn derive(&self, secret: &[u8], salt: &[u8], iterations: u32) -> Result<HostKey, CryptoError> {
        let params =
            pbkdf2::Params::new_with_output_len(iterations, 32).map_err(|_| CryptoError::NotAvailable)?;
        let mut key = HostKey([0; 32]);
        pbkdf2::pbkdf2_hmac_with_params(secret, salt, pbkdf2::Algorithm::Pbkdf2Sha512, params, &mut key.0);
        Ok(key)
    }

    async fn make_key(&self, under: &HostKey) -> Result<(HostKey, WrappedKey), CryptoError> {
        let key = HostKey(self.random()?);
        let wrapped = wrap(&key, under)?;
        Ok((key, wrapped))
    }

    async fn unwrap_key(&self, under: &HostKey, wrapped: &WrappedKey) -> Result<HostKey, CryptoError> {
        let mut key = HostKey([0; 32]);
        KwAes256::new(&under.0.into())
            .unwrap_key(wrapped, &mut key.0)
            .map_err(|_| CryptoError::DoesNotFit)?;
        Ok(key)
    }

    async fn rewrap_key(
        &self,
        old: &HostKey,
        wrapped: &WrappedKey,
        new: &HostKey,
    ) -> Result<WrappedKey, CryptoError> {
        wrap(&self.unwrap_key(old, wrapped).await?, new)
    }

    async fn encrypt(
        &self,
        key: &HostKey,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        Aes256Gcm::new(&key.0.into())
            .encrypt(&Nonce::from(*nonce), Payload { msg: plain, aad: authenticated })
            .map_err(|_| CryptoError::NotAvailable)
    }

    async fn decrypt(
        &self,
        key: &HostKey,
        nonce: &[u8; NONCE_LENGTH],
        authenticated: &[u8],
        ciphertext: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        Aes256Gcm::new(&key.0.into())
            .decrypt(&Nonce::from(*nonce), Payload { msg: ciphertext, aad: authenticated })
            .map_err(|_| CryptoError::DoesNotFit)
    }

    async fn make_pair(&self) -> Result<Pair, CryptoError> {
        // One draw in 2³² is no private half.
        let private = loop {
            let bytes = Zeroizing::new(self.random::<FIELD_LENGTH>()?);
            if let Ok(private) = p256::SecretKey::from_slice(bytes.as_slice()) {
                break private;
            }
        };
        let point = private.public_key().to_sec1_point(false);
        let public = PublicHalf::from_point(point.as_bytes()).ok_or(CryptoError::NotAvailable)?;
        Ok(Pair { public, private: PrivateHalf(private.to_bytes().into()) })
    }

    async fn agree(
        &self,
        own: &Pair,
        theirs: &PublicHalf,
    ) -> Result<Zeroizing<[u8; FIELD_LENGTH]>, CryptoError> {
        let does_not_fit = |_| CryptoError::DoesNotFit;
        let private = p256::SecretKey::from_slice(&own.private.0).map_err(does_not_fit)?;
        let public = p256::PublicKey::from_sec1_bytes(&theirs.to_point()).map_err(does_not_fit)?;
        let agreed = private.diffie_hellman(&public);
        Ok(Zeroizing::new((*agreed.raw_secret_bytes()).into()))
    }

    async fn agreed_key(&self, bytes: &Zeroizing<[u8; 32]>) -> Result<HostKey, CryptoError> {
        Ok(HostKey(**bytes))
    }
}

fn wrap(key: &HostKey, under: &HostKey) -> Result<WrappedKey, CryptoError> {
    let mut wrapped = [0; 40];
    KwAes256::new(&under.0.into()).wrap_key(&key.0, &mut wrapped).map_err(|_| CryptoError::NotAvailable)?;
    Ok(wrapped)
}
