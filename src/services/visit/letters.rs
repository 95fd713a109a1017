//! Sealing a letter for one visit, and opening it after the visit.

use crate::model::ids::ShowingId;
use crate::services::crypto::{Crypto, CryptoError};
use crate::vault::letter::{Letter, Pair, PublicHalf, content_key};

/// A letter does not open: it was damaged, changed, or is of another visit. It is kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOpened;

/// Seals bytes for the holder of the visit's key. Whoever sealed them cannot open them again.
pub async fn seal<C: Crypto>(
    crypto: &C,
    to: &PublicHalf,
    showing: ShowingId,
    plain: &[u8],
) -> Result<Vec<u8>, CryptoError> {
    let own = crypto.make_pair().await?;
    let key = crypto.agreed_key(&content_key(&crypto.agree(&own, to).await?, showing)).await?;
    let nonce = crypto.random()?;
    let protected = Letter::new_protected(&own.public, showing);
    let ciphertext = crypto.encrypt(&key, &nonce, protected.as_bytes(), plain).await?;
    Ok(Letter::write(&protected, &nonce, &ciphertext).into_bytes())
}

/// Opens a letter of this visit.
pub async fn open<C: Crypto>(
    crypto: &C,
    own: &Pair,
    showing: ShowingId,
    sealed: &[u8],
) -> Result<Vec<u8>, NotOpened> {
    let letter = Letter::read(sealed).map_err(|_| NotOpened)?;
    if letter.showing != showing {
        return Err(NotOpened);
    }
    let agreed = crypto.agree(own, &letter.from).await.map_err(|_| NotOpened)?;
    let key = crypto.agreed_key(&content_key(&agreed, showing)).await.map_err(|_| NotOpened)?;
    crypto
        .decrypt(&key, &letter.nonce, letter.protected.as_bytes(), &letter.ciphertext)
        .await
        .map_err(|_| NotOpened)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use pollster::block_on;

    use super::*;
    use crate::services::crypto::host::HostCrypto;

    const WORDS: &str = "I sleep now 🦉 — أنا بخير\u{200f} — e\u{301}";

    fn showing(n: u8) -> ShowingId {
        ShowingId::from_bytes([n; 16])
    }

    #[test]
    fn what_was_sealed_for_a_visit_opens_byte_for_byte_and_only_for_it() {
        let crypto = HostCrypto;
        let pair = block_on(crypto.make_pair()).unwrap();
        let sealed = block_on(seal(&crypto, &pair.public, showing(1), WORDS.as_bytes())).unwrap();
        assert_eq!(block_on(open(&crypto, &pair, showing(1), &sealed)), Ok(WORDS.as_bytes().to_vec()));
        assert_eq!(block_on(open(&crypto, &pair, showing(2), &sealed)), Err(NotOpened));
        let other = block_on(crypto.make_pair()).unwrap();
        assert_eq!(block_on(open(&crypto, &other, showing(1), &sealed)), Err(NotOpened));
        let text = String::from_utf8(sealed.clone()).unwrap();
        assert!(!text.contains("sleep"));
        for at in [10, sealed.len() / 2, sealed.len() - 1] {
            let mut changed = sealed.clone();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            assert_eq!(block_on(open(&crypto, &pair, showing(1), &changed)), Err(NotOpened), "{at}");
        }
    }

    #[test]
    fn a_pair_is_kept_as_a_json_web_key() {
        let pair = block_on(HostCrypto.make_pair()).unwrap();
        let sealed = block_on(seal(&HostCrypto, &pair.public, showing(1), b"x")).unwrap();
        let again = Pair::from_jwk(&pair.to_jwk()).unwrap();
        assert_eq!(again.public, pair.public);
        assert_eq!(block_on(open(&HostCrypto, &again, showing(1), &sealed)), Ok(b"x".to_vec()));
        assert!(Pair::from_jwk("{}").is_none());
    }

    #[test]
    fn a_point_off_the_curve_is_refused() {
        let pair = block_on(HostCrypto.make_pair()).unwrap();
        let nowhere = PublicHalf { x: [1; 32], y: [1; 32] };
        assert_eq!(block_on(HostCrypto.agree(&pair, &nowhere)), Err(CryptoError::DoesNotFit));
    }
}
