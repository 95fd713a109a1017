//! The readable part of a vault: what has to be known before anything can be unlocked.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::label::VaultLabel;
use super::stretch::{LANES, SALT_LENGTH, StretchCost};
use crate::model::ids::{SlotId, VaultId};

/// Everything about a vault that lies readable on the disk.
///
/// It can never hold a name, a date or a count of families: whoever finds the disk learns that somebody
/// keeps something under a neutral label, and how many people may open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VaultHeader {
    pub vault: VaultId,
    pub label: VaultLabel,
    /// The version of what the records hold, for the store to upgrade by.
    pub schema: u32,
    /// In the order in which they were made. Never empty in a header that was read.
    pub slots: Vec<KeySlot>,
}

/// The data key, wrapped for one person or for the recovery sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySlot {
    pub id: SlotId,
    pub kind: SlotKind,
    pub cost: StretchCost,
    pub salt: [u8; SALT_LENGTH],
    pub wrapped: WrappedKey,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SlotKind {
    /// Opens to a person's passphrase.
    Passphrase,
    /// Opens to the code on the printed sheet.
    Recovery,
}

/// A 256-bit key wrapped with AES-KW (RFC 3394).
pub type WrappedKey = [u8; 40];

/// More people than share one device, and few enough that trying each slot ends.
pub const MOST_SLOTS: usize = 12;
/// The version of the header's own format.
pub const VERSION: u32 = 1;

/// Why a header cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderError {
    #[error(
        "This workbook store was last used by a newer version of Hearth. Nothing is lost. Reload the page to get the newer version, then unlock."
    )]
    Newer,
    #[error(
        "The lock of this workbook store cannot be read: it may have been damaged. Nothing was changed. If you have a backup file, open it in a new workbook store."
    )]
    Damaged,
    #[error(
        "The lock of this workbook store asks for an amount of work that Hearth never sets. It may have been tampered with. Nothing was changed. If you have a backup file, open it in a new workbook store."
    )]
    AbsurdCost,
}

impl VaultHeader {
    pub fn read(bytes: &[u8]) -> Result<Self, HeaderError> {
        #[derive(Deserialize)]
        struct AnyVersion {
            hearth_vault: u32,
        }
        let AnyVersion { hearth_vault } = serde_json::from_slice(bytes).map_err(|_| HeaderError::Damaged)?;
        match hearth_vault {
            VERSION => {}
            newer if newer > VERSION => return Err(HeaderError::Newer),
            _ => return Err(HeaderError::Damaged),
        }
        let written: HeaderV1 = serde_json::from_slice(bytes).map_err(|_| HeaderError::Damaged)?;
        written.try_into()
    }

    pub fn write(&self) -> Vec<u8> {
        let written = HeaderV1::from(self);
        // A struct of texts and whole numbers always has a JSON form.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    pub fn slot(&self, id: SlotId) -> Option<&KeySlot> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    pub fn slots_of(&self, kind: SlotKind) -> impl Iterator<Item = &KeySlot> {
        self.slots.iter().filter(move |slot| slot.kind == kind)
    }

    /// The same header with one slot changed, and every other byte as it was.
    pub fn with_slot_replaced(&self, changed: KeySlot) -> Self {
        let mut header = self.clone();
        for slot in &mut header.slots {
            if slot.id == changed.id {
                *slot = changed.clone();
            }
        }
        header
    }
}

impl KeySlot {
    /// The salt as Argon2id sees it: bound to the vault, slot and kind, so that a slot copied from one
    /// header into another, or a passphrase slot passed off as a recovery one, does not open.
    pub fn bound_salt(vault: VaultId, id: SlotId, kind: SlotKind, salt: &[u8; SALT_LENGTH]) -> [u8; 32] {
        let salt = BASE64_URL_SAFE_NO_PAD.encode(salt);
        let place = serde_json::json!(["hearth key slot v1", vault, id, kind, salt]).to_string();
        Sha256::digest(place.as_bytes()).into()
    }
}

/// The frozen written form, version 1.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeaderV1 {
    hearth_vault: u32,
    vault: VaultId,
    label: String,
    schema: u32,
    slots: Vec<SlotV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SlotV1 {
    id: SlotId,
    kind: SlotKind,
    kdf: KdfV1,
    wrapped: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KdfV1 {
    alg: String,
    m: u32,
    t: u32,
    p: u32,
    salt: String,
}

const ARGON2ID: &str = "argon2id";

impl From<&VaultHeader> for HeaderV1 {
    fn from(header: &VaultHeader) -> Self {
        let slot = |slot: &KeySlot| SlotV1 {
            id: slot.id,
            kind: slot.kind,
            kdf: KdfV1 {
                alg: ARGON2ID.to_owned(),
                m: slot.cost.memory_kib(),
                t: slot.cost.passes(),
                p: LANES,
                salt: BASE64_URL_SAFE_NO_PAD.encode(slot.salt),
            },
            wrapped: BASE64_URL_SAFE_NO_PAD.encode(slot.wrapped),
        };
        HeaderV1 {
            hearth_vault: VERSION,
            vault: header.vault,
            label: header.label.to_string(),
            schema: header.schema,
            slots: header.slots.iter().map(slot).collect(),
        }
    }
}

impl TryFrom<HeaderV1> for VaultHeader {
    type Error = HeaderError;

    fn try_from(written: HeaderV1) -> Result<Self, HeaderError> {
        if written.slots.is_empty() || written.slots.len() > MOST_SLOTS {
            return Err(HeaderError::Damaged);
        }
        let mut slots: Vec<KeySlot> = Vec::with_capacity(written.slots.len());
        for slot in written.slots {
            if slots.iter().any(|earlier| earlier.id == slot.id) {
                return Err(HeaderError::Damaged);
            }
            if slot.kdf.alg != ARGON2ID {
                return Err(HeaderError::Damaged);
            }
            if slot.kdf.p != LANES {
                return Err(HeaderError::AbsurdCost);
            }
            let cost = StretchCost::new(slot.kdf.m, slot.kdf.t).ok_or(HeaderError::AbsurdCost)?;
            slots.push(KeySlot {
                id: slot.id,
                kind: slot.kind,
                cost,
                salt: bytes_of(&slot.kdf.salt)?,
                wrapped: bytes_of(&slot.wrapped)?,
            });
        }
        Ok(VaultHeader {
            vault: written.vault,
            label: VaultLabel::named(&written.label).ok_or(HeaderError::Damaged)?,
            schema: written.schema,
            slots,
        })
    }
}

fn bytes_of<const N: usize>(text: &str) -> Result<[u8; N], HeaderError> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| HeaderError::Damaged)?;
    bytes.try_into().map_err(|_| HeaderError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> VaultHeader {
        let slot = |id: &str, kind| KeySlot {
            id: id.parse().unwrap(),
            kind,
            cost: StretchCost::USUAL,
            salt: [1; SALT_LENGTH],
            wrapped: [2; 40],
        };
        VaultHeader {
            vault: "0000000000000000000000000V".parse().unwrap(),
            label: VaultLabel::named("Green kettle").unwrap(),
            schema: 1,
            slots: vec![
                slot("00000000000000000000000011", SlotKind::Passphrase),
                slot("00000000000000000000000012", SlotKind::Recovery),
            ],
        }
    }

    /// Written once by version 1 and frozen: every later version opens it.
    const WRITTEN_BY_V1: &str = r#"{"hearth_vault":1,"vault":"0000000000000000000000000V","label":"Green kettle","schema":1,"slots":[{"id":"00000000000000000000000011","kind":"passphrase","kdf":{"alg":"argon2id","m":65536,"t":3,"p":1,"salt":"AQEBAQEBAQEBAQEBAQEBAQ"},"wrapped":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"},{"id":"00000000000000000000000012","kind":"recovery","kdf":{"alg":"argon2id","m":65536,"t":3,"p":1,"salt":"AQEBAQEBAQEBAQEBAQEBAQ"},"wrapped":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"}]}"#;

    #[test]
    fn the_frozen_header_opens() {
        assert_eq!(VaultHeader::read(WRITTEN_BY_V1.as_bytes()), Ok(header()));
        assert_eq!(String::from_utf8(header().write()).unwrap(), WRITTEN_BY_V1);
    }

    #[track_caller]
    fn check(change: (&str, &str), expect: HeaderError) {
        assert!(WRITTEN_BY_V1.contains(change.0), "the case changes nothing: {}", change.0);
        let changed = WRITTEN_BY_V1.replacen(change.0, change.1, 1);
        assert_eq!(VaultHeader::read(changed.as_bytes()), Err(expect), "{change:?}");
    }

    #[test]
    fn other_versions() {
        check((r#""hearth_vault":1"#, r#""hearth_vault":2,"new":true"#), HeaderError::Newer);
        check((r#""hearth_vault":1"#, r#""hearth_vault":0"#), HeaderError::Damaged);
        check((r#""hearth_vault":1,"#, ""), HeaderError::Damaged);
    }

    #[test]
    fn costs_outside_the_bounds() {
        for (from, to) in [
            (r#""m":65536"#, r#""m":0"#),
            (r#""m":65536"#, r#""m":1024"#),
            (r#""m":65536"#, r#""m":4294967295"#),
            (r#""t":3"#, r#""t":0"#),
            (r#""t":3"#, r#""t":1"#),
            (r#""t":3"#, r#""t":4000000000"#),
            (r#""p":1"#, r#""p":0"#),
            (r#""p":1"#, r#""p":4"#),
        ] {
            check((from, to), HeaderError::AbsurdCost);
        }
        check((r#""m":65536"#, r#""m":-1"#), HeaderError::Damaged);
        check((r#""m":65536"#, r#""m":"65536""#), HeaderError::Damaged);
        check((r#""t":3"#, r#""t":3.5"#), HeaderError::Damaged);
    }

    #[test]
    fn damage() {
        for (from, to) in [
            (r#""00000000000000000000000012""#, r#""00000000000000000000000011""#),
            (r#""argon2id""#, r#""pbkdf2""#),
            (r#""label":"Green kettle""#, r#""label":"Priya Shah""#),
            (r#""vault":"0000000000000000000000000V""#, r#""vault":"<b>""#),
            (r#""schema":1"#, r#""schema":1,"schema":1"#),
            (r#""schema":1"#, r#""schema":1,"extra":1"#),
            (r#""salt":"AQEB"#, r#""salt":"AQE"#),
            (r#""wrapped":"Ag"#, r#""wrapped":"=g"#),
        ] {
            check((from, to), HeaderError::Damaged);
        }
        assert_eq!(VaultHeader::read(b""), Err(HeaderError::Damaged));
        let mut nobody = header();
        nobody.slots.clear();
        assert_eq!(VaultHeader::read(&nobody.write()), Err(HeaderError::Damaged));
    }

    #[test]
    fn a_salt_is_bound_to_its_slot() {
        let (vault, other_vault) = (VaultId::from_bytes([1; 16]), VaultId::from_bytes([2; 16]));
        let (id, other) = (SlotId::from_bytes([1; 16]), SlotId::from_bytes([2; 16]));
        let salt = KeySlot::bound_salt(vault, id, SlotKind::Passphrase, &[1; 16]);
        assert_ne!(salt, KeySlot::bound_salt(other_vault, id, SlotKind::Passphrase, &[1; 16]));
        assert_ne!(salt, KeySlot::bound_salt(vault, other, SlotKind::Passphrase, &[1; 16]));
        assert_ne!(salt, KeySlot::bound_salt(vault, id, SlotKind::Recovery, &[1; 16]));
        assert_ne!(salt, KeySlot::bound_salt(vault, id, SlotKind::Passphrase, &[2; 16]));
    }
}
