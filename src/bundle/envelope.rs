//! The outside of a bundle: a JWE in general JSON serialisation (RFC 7516, section 7.2.1).
//!
//! Everything that a stranger's file could ask for is checked here, before a single step of key
//! derivation: the exact members, the exact algorithms, how much work, how large.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::strict_json::Json;
use crate::vault::header::WrappedKey;
use crate::vault::record::{NONCE_LENGTH, TAG_LENGTH};

/// The largest file that is read at all.
pub const MOST_FILE_BYTES: usize = 64 * 1024 * 1024;
/// The largest payload a file may unpack to. Checked while unpacking, not after.
pub const MOST_PAYLOAD_BYTES: usize = 256 * 1024 * 1024;
/// The work a file asks for when this app made it.
pub const ITERATIONS: u32 = 1_000_000;
/// Fewer would protect nobody; more would freeze the page.
pub const LEAST_ITERATIONS: u32 = 600_000;
pub const MOST_ITERATIONS: u32 = 2_000_000;
/// Random bytes of salt in a file that this app made.
pub const SALT_LENGTH: usize = 16;

/// The version of this envelope.
pub const VERSION: u64 = 1;
const TYP: &str = "hearth-bundle+json";
const CTY: &str = "hearth-workbook+json";
const ENC: &str = "A256GCM";
const ZIP: &str = "DEF";
/// The one way in by passphrase.
pub const PASSPHRASE_ALG: &str = "PBES2-HS512+A256KW";

const MOST_SALT_LENGTH: usize = 64;
const MOST_RECIPIENTS: usize = 64;
/// Each passphrase recipient costs a key derivation, so there may be few.
const MOST_PASSPHRASES: usize = 4;

/// A bundle as it lies in a file: checked, and still locked.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// The protected header as written, which is what the content is authenticated with.
    pub protected: String,
    /// Whether the payload was packed (deflate) before it was encrypted.
    pub packed: bool,
    /// Never empty in an envelope that was read.
    pub passphrases: Vec<PassphraseLock>,
    pub nonce: [u8; NONCE_LENGTH],
    /// The ciphertext, followed by its tag.
    pub ciphertext: Vec<u8>,
}

/// The content key, wrapped under a key derived from a passphrase.
#[derive(Clone, Debug, PartialEq)]
pub struct PassphraseLock {
    /// As JOSE's PBKDF2 takes it: the algorithm's name, a zero byte, then the file's salt.
    pub salt: Vec<u8>,
    pub iterations: u32,
    pub wrapped: WrappedKey,
}

/// Why a file is refused before any key is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnEnvelope {
    NotOurs,
    Damaged,
    NewerVersion,
    AbsurdCost,
    TooLarge,
}

use NotAnEnvelope::{AbsurdCost, Damaged, NewerVersion, NotOurs, TooLarge};

impl PassphraseLock {
    /// The salt as PBKDF2 takes it (RFC 7518, section 4.8.1.1).
    pub fn derivation_salt(salt: &[u8]) -> Vec<u8> {
        [PASSPHRASE_ALG.as_bytes(), &[0], salt].concat()
    }
}

impl Envelope {
    pub fn read(file: &[u8]) -> Result<Self, NotAnEnvelope> {
        if file.len() > MOST_FILE_BYTES {
            return Err(TooLarge);
        }
        let Some(json) = Json::read(file) else {
            return Err(if begins_like_ours(file) { Damaged } else { NotOurs });
        };
        let protected = json.member("protected").and_then(Json::text).ok_or_else(|| unlike_ours(&json))?;
        let header = BASE64.decode(protected).map_err(|_| Damaged)?;
        let header = Json::read(&header).ok_or(Damaged)?;
        check_whose(&header)?;
        let packed = check_header(&header)?;
        if !json.has_only(&["protected", "recipients", "iv", "ciphertext", "tag"]) {
            return Err(Damaged);
        }

        let tag: [u8; TAG_LENGTH] = fixed_bytes(&json, "tag")?;
        let mut ciphertext = bytes(&json, "ciphertext")?;
        ciphertext.extend_from_slice(&tag);
        Ok(Self {
            packed,
            passphrases: read_recipients(&json, &header)?,
            nonce: fixed_bytes(&json, "iv")?,
            ciphertext,
            protected: protected.to_owned(),
        })
    }

    /// The protected header of files that this app makes.
    pub fn new_protected() -> String {
        // Members in the order of their names: one text, whatever writes it.
        BASE64.encode(format!(
            r#"{{"cty":"{CTY}","enc":"{ENC}","hearth":{VERSION},"typ":"{TYP}","zip":"{ZIP}"}}"#
        ))
    }

    /// The file of one passphrase. `salt` is the file's own, without the algorithm's name.
    pub fn write(
        protected: &str,
        salt: &[u8; SALT_LENGTH],
        wrapped: &WrappedKey,
        nonce: &[u8; NONCE_LENGTH],
        ciphertext: &[u8],
    ) -> String {
        let (ciphertext, tag) = ciphertext.split_at(ciphertext.len().saturating_sub(TAG_LENGTH));
        let [salt, wrapped] = [salt.as_slice(), wrapped.as_slice()].map(|bytes| BASE64.encode(bytes));
        let [nonce, ciphertext, tag] = [nonce.as_slice(), ciphertext, tag].map(|bytes| BASE64.encode(bytes));
        // Every part is base64url or a constant, so nothing needs quoting.
        format!(
            r#"{{"protected":"{protected}","recipients":[{{"header":{{"alg":"{PASSPHRASE_ALG}","p2c":{ITERATIONS},"p2s":"{salt}"}},"encrypted_key":"{wrapped}"}}],"iv":"{nonce}","ciphertext":"{ciphertext}","tag":"{tag}"}}"#
        )
    }
}

pub fn pack(payload: &[u8]) -> Vec<u8> {
    compress_to_vec(payload, 6)
}

/// Unpacks what was decrypted, and stops as soon as it is larger than any bundle.
pub fn unpack(packed: &[u8], most: usize) -> Result<Vec<u8>, NotAnEnvelope> {
    decompress_to_vec_with_limit(packed, most).map_err(|failed| match failed.status {
        TINFLStatus::HasMoreOutput => TooLarge,
        _ => Damaged,
    })
}

/// A bundle that was cut short is no longer JSON, and is still recognised.
fn begins_like_ours(file: &[u8]) -> bool {
    let start = file.get(..64).unwrap_or(file);
    start.trim_ascii_start().starts_with(b"{") && start.windows(11).any(|part| part == br#""protected""#)
}

/// For JSON without a protected header: ours with a part missing, or something else altogether.
fn unlike_ours(json: &Json<'_>) -> NotAnEnvelope {
    let parts = ["recipients", "iv", "ciphertext", "tag"];
    if parts.iter().filter(|part| json.member(part).is_some()).count() >= 3 { Damaged } else { NotOurs }
}

fn check_whose(header: &Json<'_>) -> Result<(), NotAnEnvelope> {
    let version = match header.member("hearth") {
        Some(Json::Number(version)) => version.as_u64(),
        Some(_) => return Err(Damaged),
        None if header.member("typ").and_then(Json::text) == Some(TYP) => return Err(Damaged),
        None => return Err(NotOurs),
    };
    match version {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(NewerVersion),
        _ => return Err(Damaged),
    }
    if header.member("typ").and_then(Json::text) != Some(TYP) {
        return Err(Damaged);
    }
    Ok(())
}

/// Checks what the protected header of this version may say, and gives whether the payload is packed.
fn check_header(header: &Json<'_>) -> Result<bool, NotAnEnvelope> {
    if !header.has_only(&["cty", "enc", "hearth", "typ", "zip", "alg", "p2c", "p2s"]) {
        return Err(Damaged);
    }
    let is = |name: &str, wanted: &str| header.member(name).and_then(Json::text) == Some(wanted);
    if !is("enc", ENC) || !is("cty", CTY) {
        return Err(Damaged);
    }
    match header.member("zip") {
        None => Ok(false),
        Some(_) if is("zip", ZIP) => Ok(true),
        Some(_) => Err(Damaged),
    }
}

fn read_recipients(json: &Json<'_>, shared: &Json<'_>) -> Result<Vec<PassphraseLock>, NotAnEnvelope> {
    let recipients = json.member("recipients").and_then(Json::list).ok_or(Damaged)?;
    if recipients.is_empty() {
        return Err(Damaged);
    }
    if recipients.len() > MOST_RECIPIENTS {
        return Err(AbsurdCost);
    }
    let mut passphrases = Vec::new();
    for recipient in recipients {
        if let Some(lock) = read_recipient(recipient, shared)? {
            passphrases.push(lock);
        }
    }
    match passphrases.len() {
        // Locked only in ways that a later version knows.
        0 => Err(NewerVersion),
        1..=MOST_PASSPHRASES => Ok(passphrases),
        _ => Err(AbsurdCost),
    }
}

/// One recipient; nothing when it is of a kind that this version does not know, and may pass over.
///
/// JOSE libraries put `alg`, `p2c` and `p2s` in the protected header when there is one recipient, and in
/// the recipient's own when there are several. Both are read; the same member in both is refused.
fn read_recipient(recipient: &Json<'_>, shared: &Json<'_>) -> Result<Option<PassphraseLock>, NotAnEnvelope> {
    if !recipient.has_only(&["header", "encrypted_key"]) {
        return Err(Damaged);
    }
    let own = match recipient.member("header") {
        None => &Json::Object(Vec::new()),
        Some(header @ Json::Object(_)) => header,
        Some(_) => return Err(Damaged),
    };
    let member = |name: &str| match (own.member(name), shared.member(name)) {
        (Some(_), Some(_)) => Err(Damaged),
        (own, shared) => Ok(own.or(shared)),
    };
    let alg = member("alg")?.and_then(Json::text).ok_or(Damaged)?;
    if alg != PASSPHRASE_ALG {
        return Ok(None);
    }
    if !own.has_only(&["alg", "p2c", "p2s"]) {
        return Err(Damaged);
    }

    let iterations = match member("p2c")? {
        Some(Json::Number(count)) => count.as_u64().and_then(|count| u32::try_from(count).ok()),
        Some(_) => None,
        None => return Err(Damaged),
    };
    let iterations =
        iterations.filter(|count| (LEAST_ITERATIONS..=MOST_ITERATIONS).contains(count)).ok_or(AbsurdCost)?;
    let salt = member("p2s")?.and_then(Json::text).ok_or(Damaged)?;
    let salt = BASE64.decode(salt).map_err(|_| Damaged)?;
    if !(SALT_LENGTH..=MOST_SALT_LENGTH).contains(&salt.len()) {
        return Err(Damaged);
    }
    Ok(Some(PassphraseLock {
        salt: PassphraseLock::derivation_salt(&salt),
        iterations,
        wrapped: fixed_bytes(recipient, "encrypted_key")?,
    }))
}

fn bytes(json: &Json<'_>, name: &str) -> Result<Vec<u8>, NotAnEnvelope> {
    let text = json.member(name).and_then(Json::text).ok_or(Damaged)?;
    BASE64.decode(text).map_err(|_| Damaged)
}

fn fixed_bytes<const N: usize>(json: &Json<'_>, name: &str) -> Result<[u8; N], NotAnEnvelope> {
    bytes(json, name)?.try_into().map_err(|_| Damaged)
}
