//! Locking a bundle with a passphrase, and opening one.

use super::crypto::{Crypto, CryptoError};
use crate::bundle::envelope::{
    Envelope, ITERATIONS, MOST_FILE_BYTES, MOST_PAYLOAD_BYTES, NotAnEnvelope, PassphraseLock, pack, unpack,
};
use crate::vault::passphrase::{Verdict, Weakness, judge};

/// Why a file was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealBundleError {
    #[error(transparent)]
    Passphrase(#[from] Weakness),
    #[error("There is too much here for one file. Nothing was written. Export one family at a time.")]
    TooLarge,
    #[error(transparent)]
    Crypto(CryptoError),
}

/// Why a file was not opened. In every case nothing on this device was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenBundleError {
    #[error(
        "That passphrase does not open this file. Nothing was changed. Check it with whoever sent the file, then try again. If you are sure of it, the file may have been altered on its way: ask for it to be sent again."
    )]
    WrongPassphrase,
    #[error(
        "This file is damaged: part of it is missing or was changed on its way. Nothing was changed here. Ask whoever sent it to send it again, or use another copy."
    )]
    Damaged,
    #[error(
        "This is not a workbook file made by Hearth. Nothing was changed. Check that you chose the right file."
    )]
    NotOurs,
    #[error(
        "This file was made by a newer version of Hearth. Nothing was changed. Reload this page to get the newest version, then open the file again."
    )]
    NewerVersion,
    #[error(
        "This file asks for an amount of work that Hearth never sets, so it was not opened. Nothing was changed. It may have been tampered with: tell whoever sent it, and ask for a new one."
    )]
    AbsurdCost,
    #[error(
        "This file is larger than any workbook file should be, so it was not opened. Nothing was changed. Ask whoever sent it to export one family at a time."
    )]
    TooLarge,
    #[error(transparent)]
    Crypto(CryptoError),
}

impl From<NotAnEnvelope> for OpenBundleError {
    fn from(not: NotAnEnvelope) -> Self {
        match not {
            NotAnEnvelope::NotOurs => Self::NotOurs,
            NotAnEnvelope::Damaged => Self::Damaged,
            NotAnEnvelope::NewerVersion => Self::NewerVersion,
            NotAnEnvelope::AbsurdCost => Self::AbsurdCost,
            NotAnEnvelope::TooLarge => Self::TooLarge,
        }
    }
}

/// The text of a file that this passphrase opens.
pub async fn seal_bundle<C: Crypto>(
    crypto: &C,
    payload: &[u8],
    passphrase: &str,
) -> Result<String, SealBundleError> {
    let passphrase = crypto.composed(passphrase);
    if let Verdict::Weak(weakness) = judge(&passphrase, &[]) {
        return Err(weakness.into());
    }
    if payload.len() > MOST_PAYLOAD_BYTES {
        return Err(SealBundleError::TooLarge);
    }
    let failed = SealBundleError::Crypto;
    let (salt, nonce) = (crypto.random().map_err(failed)?, crypto.random().map_err(failed)?);
    let under = crypto
        .derive(passphrase.as_bytes(), &PassphraseLock::derivation_salt(&salt), ITERATIONS)
        .await
        .map_err(failed)?;
    let (key, wrapped) = crypto.make_key(&under).await.map_err(failed)?;
    let protected = Envelope::new_protected();
    let ciphertext =
        crypto.encrypt(&key, &nonce, protected.as_bytes(), &pack(payload)).await.map_err(failed)?;
    let file = Envelope::write(&protected, &salt, &wrapped, &nonce, &ciphertext);
    // A file that nobody could open again must not be handed out.
    if file.len() > MOST_FILE_BYTES {
        return Err(SealBundleError::TooLarge);
    }
    Ok(file)
}

/// The payload of a file. Everything the file asks for is checked before any work is done for it.
pub async fn open_bundle<C: Crypto>(
    crypto: &C,
    file: &[u8],
    passphrase: &str,
) -> Result<Vec<u8>, OpenBundleError> {
    let envelope = Envelope::read(file)?;
    let passphrase = crypto.composed(passphrase);
    let mut key = None;
    for lock in &envelope.passphrases {
        let under = crypto
            .derive(passphrase.as_bytes(), &lock.salt, lock.iterations)
            .await
            .map_err(OpenBundleError::Crypto)?;
        match crypto.unwrap_key(&under, &lock.wrapped).await {
            Ok(fits) => {
                key = Some(fits);
                break;
            }
            Err(CryptoError::DoesNotFit) => {}
            Err(other) => return Err(OpenBundleError::Crypto(other)),
        }
    }
    let key = key.ok_or(OpenBundleError::WrongPassphrase)?;
    let inside = crypto
        .decrypt(&key, &envelope.nonce, envelope.protected.as_bytes(), &envelope.ciphertext)
        .await
        .map_err(|error| match error {
            CryptoError::DoesNotFit => OpenBundleError::Damaged,
            other => OpenBundleError::Crypto(other),
        })?;
    let payload = if envelope.packed { unpack(&inside, MOST_PAYLOAD_BYTES)? } else { inside };
    if payload.len() > MOST_PAYLOAD_BYTES { Err(OpenBundleError::TooLarge) } else { Ok(payload) }
}
