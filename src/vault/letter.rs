//! A letter: what somebody of the family said during a visit, sealed so that the device which wrote it down cannot
//! read it again.
//!
//! It is a JWE in compact form (RFC 7516, section 7.1), agreed with a key made for one visit (ECDH-ES on P-256 and
//! A256GCM, RFC 7518 section 4.6). Whoever writes makes a pair of their own for each letter and throws it away; only
//! the private half of the visit's pair, which lies sealed in the vault, opens what was written.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::record::{NONCE_LENGTH, TAG_LENGTH};
use crate::model::ids::ShowingId;

const ALG: &str = "ECDH-ES";
const ENC: &str = "A256GCM";
const TYP: &str = "hearth-letter+json";
const CRV: &str = "P-256";
/// Bytes of a coordinate, and of a private half.
pub const FIELD_LENGTH: usize = 32;
/// Nobody says this much in one answer; a limit all the same.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// The half of a P-256 pair that everybody may know: the two coordinates of its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicHalf {
    pub x: [u8; FIELD_LENGTH],
    pub y: [u8; FIELD_LENGTH],
}

/// The half that opens letters. It never leaves memory unless it is sealed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct PrivateHalf(pub [u8; FIELD_LENGTH]);

/// Both halves.
#[derive(Clone)]
pub struct Pair {
    pub public: PublicHalf,
    pub private: PrivateHalf,
}

/// A letter's parts, checked, and still locked.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// The protected header as written, which is what the content is authenticated with.
    pub protected: String,
    /// The writer's own public half.
    pub from: PublicHalf,
    /// The visit in which it was written.
    pub showing: ShowingId,
    pub nonce: [u8; NONCE_LENGTH],
    /// The ciphertext, followed by its tag.
    pub ciphertext: Vec<u8>,
}

/// The bytes are not a letter of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALetter;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    /// Who it is for, as the key agreement takes it: the visit's id.
    apv: String,
    enc: String,
    epk: Point,
    typ: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Point {
    crv: String,
    kty: String,
    x: String,
    y: String,
}

#[derive(Deserialize)]
struct Jwk {
    crv: String,
    d: String,
    kty: String,
    x: String,
    y: String,
}

impl PublicHalf {
    /// The uncompressed point (SEC 1): what WebCrypto calls `raw`.
    pub fn to_point(&self) -> [u8; 1 + 2 * FIELD_LENGTH] {
        let mut point = [4; 1 + 2 * FIELD_LENGTH];
        for (place, byte) in point.iter_mut().skip(1).zip(self.x.iter().chain(&self.y)) {
            *place = *byte;
        }
        point
    }

    /// `None`: not an uncompressed point. It may be no point of the curve.
    pub fn from_point(point: &[u8]) -> Option<Self> {
        let (x, y) = point.strip_prefix(&[4])?.split_at_checked(FIELD_LENGTH)?;
        Some(Self { x: x.try_into().ok()?, y: y.try_into().ok()? })
    }

    /// Whether there is a pair of which this is a half. One that came from elsewhere is asked before it is used.
    pub fn is_on_the_curve(&self) -> bool {
        super::curve::holds(&self.x, &self.y)
    }
}

impl Pair {
    /// The pair as a JSON Web Key (RFC 7517), to be sealed.
    pub fn to_jwk(&self) -> Zeroizing<String> {
        let [d, x, y] =
            [&self.private.0, &self.public.x, &self.public.y].map(|half| Zeroizing::new(BASE64.encode(half)));
        Zeroizing::new(format!(r#"{{"crv":"{CRV}","d":"{}","kty":"EC","x":"{}","y":"{}"}}"#, *d, *x, *y))
    }

    /// `None`: not a pair on this curve.
    pub fn from_jwk(text: &str) -> Option<Self> {
        let Jwk { crv, d, kty, x, y } = serde_json::from_str(text).ok()?;
        let private = PrivateHalf(fixed(&Zeroizing::new(d))?);
        let public = PublicHalf { x: fixed(&x)?, y: fixed(&y)? };
        ([crv.as_str(), &kty] == [CRV, "EC"]).then_some(Self { public, private })
    }
}

impl Letter {
    /// The protected header of a letter from somebody with this public half.
    pub fn new_protected(from: &PublicHalf, showing: ShowingId) -> String {
        let [apv, x, y] = [showing.to_bytes().as_slice(), &from.x, &from.y].map(|bytes| BASE64.encode(bytes));
        // Members in the order of their names, and nothing in them needs quoting.
        BASE64.encode(format!(
            r#"{{"alg":"{ALG}","apv":"{apv}","enc":"{ENC}","epk":{{"crv":"{CRV}","kty":"EC","x":"{x}","y":"{y}"}},"typ":"{TYP}"}}"#
        ))
    }

    /// The text of a letter. With a key that was agreed, the part for a wrapped one stays empty.
    pub fn write(protected: &str, nonce: &[u8; NONCE_LENGTH], ciphertext: &[u8]) -> String {
        let (ciphertext, tag) = ciphertext.split_at(ciphertext.len().saturating_sub(TAG_LENGTH));
        let [nonce, ciphertext, tag] = [nonce.as_slice(), ciphertext, tag].map(|bytes| BASE64.encode(bytes));
        format!("{protected}..{nonce}.{ciphertext}.{tag}")
    }

    /// # Errors
    /// [`NotALetter`] when anything in it is not exactly as this version writes it.
    pub fn read(text: &[u8]) -> Result<Self, NotALetter> {
        Self::parts(text).ok_or(NotALetter)
    }

    fn parts(text: &[u8]) -> Option<Self> {
        if text.len() > MOST_BYTES {
            return None;
        }
        let parts: Vec<&str> = std::str::from_utf8(text).ok()?.split('.').collect();
        let [protected, "", nonce, ciphertext, tag] = parts.as_slice() else { return None };
        let header: Header = serde_json::from_slice(&BASE64.decode(protected).ok()?).ok()?;
        let Header { alg, apv, enc, epk: Point { crv, kty, x, y }, typ } = header;
        if [alg.as_str(), &enc, &typ, &crv, &kty] != [ALG, ENC, TYP, CRV, "EC"] {
            return None;
        }
        let mut sealed = BASE64.decode(ciphertext).ok()?;
        let tag = fixed::<TAG_LENGTH>(tag)?;
        sealed.extend_from_slice(&tag);
        Some(Self {
            protected: (*protected).to_owned(),
            from: PublicHalf { x: fixed(&x)?, y: fixed(&y)? },
            showing: ShowingId::from_bytes(fixed(&apv)?),
            nonce: fixed(nonce)?,
            ciphertext: sealed,
        })
    }
}

fn fixed<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64.decode(text).ok()?.try_into().ok()
}

/// The content key of a letter: what the two pairs agree on, made into a key for this visit and this cipher alone.
pub fn content_key(agreed: &Zeroizing<[u8; FIELD_LENGTH]>, showing: ShowingId) -> Zeroizing<[u8; 32]> {
    concat_kdf(agreed, ENC, b"", &showing.to_bytes(), 256)
}

/// The Concat KDF with SHA-256, one round of it (NIST SP 800-56A as RFC 7518, section 4.6.2, takes it).
fn concat_kdf(
    agreed: &Zeroizing<[u8; FIELD_LENGTH]>,
    algorithm: &str,
    from: &[u8],
    to: &[u8],
    bits: u32,
) -> Zeroizing<[u8; 32]> {
    let mut hash = Sha256::new();
    hash.update(1_u32.to_be_bytes());
    hash.update(agreed.as_slice());
    for part in [algorithm.as_bytes(), from, to] {
        // No part is longer than a few dozen bytes.
        hash.update(u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.update(bits.to_be_bytes());
    Zeroizing::new(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: PublicHalf = PublicHalf { x: [7; 32], y: [9; 32] };

    fn showing() -> ShowingId {
        ShowingId::from_bytes([3; 16])
    }

    /// RFC 7518, appendix C: what Alice and Bob agree on there, and the key that comes of it.
    #[test]
    fn the_key_is_derived_as_the_standard_derives_it() {
        let agreed = [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163,
            218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];
        let key = concat_kdf(&Zeroizing::new(agreed), "A128GCM", b"Alice", b"Bob", 128);
        assert_eq!(BASE64.encode(&key[..16]), "VqqN6vgjbSBcIijNcacQGg");
    }

    #[test]
    fn each_visit_has_keys_of_its_own() {
        let agreed = Zeroizing::new([1; 32]);
        let other = ShowingId::from_bytes([4; 16]);
        assert_ne!(*content_key(&agreed, showing()), *content_key(&agreed, other));
    }

    #[test]
    fn letters_are_read_back_and_others_refused() {
        let protected = Letter::new_protected(&HALF, showing());
        let text = Letter::write(&protected, &[5; NONCE_LENGTH], &[6; 40]);
        let letter = Letter::read(text.as_bytes()).unwrap();
        assert_eq!((letter.from, letter.showing, letter.nonce), (HALF, showing(), [5; NONCE_LENGTH]));
        assert_eq!(
            (letter.protected.as_str(), letter.ciphertext.as_slice()),
            (protected.as_str(), [6; 40].as_slice())
        );

        let header = |json: &str| format!("{}..{}", BASE64.encode(json), text.split_once("..").unwrap().1);
        let own = String::from_utf8(BASE64.decode(&protected).unwrap()).unwrap();
        assert_eq!(header(&own), text);
        for wrong in [
            String::new(),
            text.replacen("..", ".x.", 1),
            format!("{text}.more"),
            header(&own.replace("A256GCM", "A128GCM")),
            header(&own.replace("P-256", "P-521")),
            header(&own.replace("\"enc\"", "\"zip\":\"DEF\",\"enc\"")),
            header(&own.replace("ECDH-ES", "dir")),
        ] {
            assert_eq!(Letter::read(wrong.as_bytes()), Err(NotALetter), "{wrong}");
        }
    }

    #[test]
    fn a_point_is_read_back() {
        assert_eq!(PublicHalf::from_point(&HALF.to_point()), Some(HALF));
        assert_eq!(PublicHalf::from_point(&HALF.to_point()[1..]), None);
        assert_eq!(PublicHalf::from_point(&[4; 64]), None);
    }
}
