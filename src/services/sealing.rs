//! Sealing and opening records.
//!
//! Every record that reaches the disk goes through [`seal`]. Long ones are packed first (deflate), inside
//! the seal. A build with `cfg(unsealed)` leaves them in clear: it exists only so that the test which
//! looks for case data on the disk can be seen to find some.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::crypto::{Crypto, CryptoError};
use crate::vault::record::{NotARecord, Place, SealedRecord};

/// Why a record could not be sealed. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    #[error(transparent)]
    Crypto(CryptoError),
}

/// Why a record could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error(
        "Part of this workbook store was damaged or moved on the disk and cannot be read. Nothing was changed. Everything else is still there; export it, and open your last backup beside it."
    )]
    Damaged,
    #[error(
        "This part of the workbook store was written by a newer version of Hearth. Nothing is lost. Reload the page to get the newer version."
    )]
    Newer,
    #[error(transparent)]
    Crypto(CryptoError),
}

/// Below this, packing costs more than it saves.
const WORTH_PACKING: usize = 512;
/// No record is ever this large; a limit all the same, so that unpacking cannot fill the page's memory.
const MOST_UNPACKED: usize = 256 * 1024 * 1024;
const AS_IT_IS: u8 = 0;
const PACKED: u8 = 1;

/// Seals a record for one place. Each call draws a fresh nonce, so the same words never look the same.
pub async fn seal<C: Crypto>(
    crypto: &C,
    key: &C::Key,
    place: Place<'_>,
    plain: &[u8],
) -> Result<Vec<u8>, SealError> {
    if cfg!(unsealed) {
        return Ok(plain.to_vec());
    }
    let nonce = crypto.random().map_err(SealError::Crypto)?;
    let inside = pack(plain);
    let ciphertext =
        crypto.encrypt(key, &nonce, &place.authenticated_text(), &inside).await.map_err(SealError::Crypto)?;
    Ok(SealedRecord { nonce: &nonce, ciphertext: &ciphertext }.write())
}

/// Opens a record that was sealed for this very place.
pub async fn open<C: Crypto>(
    crypto: &C,
    key: &C::Key,
    place: Place<'_>,
    sealed: &[u8],
) -> Result<Vec<u8>, OpenError> {
    if cfg!(unsealed) {
        return Ok(sealed.to_vec());
    }
    let record = SealedRecord::read(sealed).map_err(|not| match not {
        NotARecord::Malformed => OpenError::Damaged,
        NotARecord::Newer => OpenError::Newer,
    })?;
    let inside = crypto
        .decrypt(key, record.nonce, &place.authenticated_text(), record.ciphertext)
        .await
        .map_err(|error| match error {
            CryptoError::DoesNotFit => OpenError::Damaged,
            other => OpenError::Crypto(other),
        })?;
    unpack(inside).ok_or(OpenError::Damaged)
}

fn pack(plain: &[u8]) -> Vec<u8> {
    if plain.len() >= WORTH_PACKING {
        let packed = compress_to_vec(plain, 6);
        if packed.len() < plain.len() {
            return [&[PACKED], packed.as_slice()].concat();
        }
    }
    [&[AS_IT_IS], plain].concat()
}

fn unpack(mut inside: Vec<u8>) -> Option<Vec<u8>> {
    match *inside.first()? {
        AS_IT_IS => {
            inside.remove(0);
            Some(inside)
        }
        PACKED => decompress_to_vec_with_limit(inside.get(1..)?, MOST_UNPACKED).ok(),
        _ => None,
    }
}
