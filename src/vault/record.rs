//! A sealed record: what lies on the disk in place of case data.

use crate::model::ids::VaultId;

/// Where a record belongs. It is authenticated with the record, so that a sealed record which was moved
/// to another vault, shelf or key, or claims another schema, does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    pub vault: VaultId,
    /// The shelf (object store) it stands on.
    pub shelf: &'a str,
    /// Its key on that shelf.
    pub key: &'a str,
    /// The version of what is inside.
    pub schema: u32,
}

impl Place<'_> {
    /// One text for each place and one place for each text: JSON's quoting keeps the parts apart.
    pub fn authenticated_text(&self) -> Vec<u8> {
        serde_json::json!(["hearth record v1", self.vault, self.shelf, self.key, self.schema])
            .to_string()
            .into_bytes()
    }
}

/// The nonce of AES-256-GCM, in bytes. A fresh random one for each record written.
pub const NONCE_LENGTH: usize = 12;
/// The tag at the end of what AES-256-GCM returns, in bytes.
pub const TAG_LENGTH: usize = 16;
/// The first byte of every sealed record.
pub const VERSION: u8 = 1;

/// A record's parts, as read from its bytes: version, nonce, then ciphertext with its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealedRecord<'a> {
    pub nonce: &'a [u8; NONCE_LENGTH],
    pub ciphertext: &'a [u8],
}

/// Why bytes are not a sealed record of this version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotARecord {
    /// Too short, or not begun as a record is.
    Malformed,
    /// Written by a newer version of the app.
    Newer,
}

impl<'a> SealedRecord<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, NotARecord> {
        let (version, rest) = bytes.split_first().ok_or(NotARecord::Malformed)?;
        match *version {
            VERSION => {}
            newer if newer > VERSION => return Err(NotARecord::Newer),
            _ => return Err(NotARecord::Malformed),
        }
        let (nonce, ciphertext) = rest.split_first_chunk().ok_or(NotARecord::Malformed)?;
        // The tag, and the byte inside the seal that says how the rest is packed.
        if ciphertext.len() <= TAG_LENGTH {
            return Err(NotARecord::Malformed);
        }
        Ok(Self { nonce, ciphertext })
    }

    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(1 + NONCE_LENGTH + self.ciphertext.len());
        bytes.push(VERSION);
        bytes.extend_from_slice(self.nonce);
        bytes.extend_from_slice(self.ciphertext);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_places_share_a_text() {
        let place = Place { vault: VaultId::from_bytes([0; 16]), shelf: "b", key: "c", schema: 1 };
        assert_eq!(
            place.authenticated_text(),
            br#"["hearth record v1","00000000000000000000000000","b","c",1]"#
        );
        let shifted = Place { shelf: "b\",\"c", key: "", ..place };
        assert_ne!(place.authenticated_text(), shifted.authenticated_text());
    }

    #[test]
    fn records_are_read_back_and_others_refused() {
        let record = SealedRecord { nonce: &[7; NONCE_LENGTH], ciphertext: &[9; 20] };
        let bytes = record.write();
        assert_eq!(SealedRecord::read(&bytes), Ok(record));
        assert_eq!(SealedRecord::read(&[]), Err(NotARecord::Malformed));
        assert_eq!(SealedRecord::read(&bytes[..1 + NONCE_LENGTH + TAG_LENGTH]), Err(NotARecord::Malformed));
        let mut newer = bytes.clone();
        newer[0] = 2;
        assert_eq!(SealedRecord::read(&newer), Err(NotARecord::Newer));
        newer[0] = 0;
        assert_eq!(SealedRecord::read(&newer), Err(NotARecord::Malformed));
    }
}
