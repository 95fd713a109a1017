//! Ids that cannot be mixed up: one type for each kind of thing, none of them saying anything about it.
//!
//! An id is 128 random bits, made only by `services` and shown as 26 characters of Crockford's base32,
//! which has no I, L, O or U to misread. The first four characters ("7F3K") are how a family is referred to
//! on screen, in the address bar and in a window title, where no name may ever stand.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 26;

/// The text was not an id: 26 characters of Crockford's base32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id: 26 letters and digits were expected")]
pub struct NotAnId;

fn write_base32(value: u128) -> String {
    (0..LENGTH)
        .rev()
        .map(|place| {
            let digit = (value >> (5 * place)) & 31;
            char::from(ALPHABET.get(digit as usize).copied().unwrap_or(b'0'))
        })
        .collect()
}

fn read_base32(text: &str) -> Result<u128, NotAnId> {
    if text.len() != LENGTH {
        return Err(NotAnId);
    }
    text.bytes().try_fold(0u128, |value, byte| {
        let digit = ALPHABET.iter().position(|&letter| letter == byte).ok_or(NotAnId)? as u128;
        if value >> 123 != 0 {
            return Err(NotAnId);
        }
        Ok((value << 5) | digit)
    })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            /// The id whose 128 bits are these.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(u128::from_be_bytes(bytes))
            }

            /// The 128 bits of the id.
            pub const fn to_bytes(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }

            /// The first four characters, for screens and titles.
            pub fn short(self) -> String {
                write_base32(self.0).chars().take(4).collect()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&write_base32(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_base32(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A store of workbooks in one browser, with a data key of its own.
    VaultId;
    /// One practitioner's (or the recovery code's) way into a vault.
    SlotId;
    /// One browser profile on one machine. Each device chains the events it makes.
    DeviceId;
    /// A family, and so its one workbook.
    FamilyId;
    /// A child or adult of the family.
    PersonId;
    /// How one person stands to another.
    RelationshipId;
    /// People who live, or lived, together.
    HouseholdId;
    /// A member of the team.
    PractitionerId;
    /// One thing that was recorded.
    EventId;
    /// One piece of work recorded in a module, through all its versions.
    EntryId;
    /// A bundle that was made.
    BundleId;
    /// A referral to the team, with what came with it.
    ReferralId;
    /// An allocation meeting.
    AllocationId;
    /// Someone's time in the team around a family.
    MembershipId;
    /// A purpose of consent that is named in the family's own words.
    PurposeId;
    /// A child's status from a day on.
    StatusId;
    /// A recommendation or decision on a child's threshold.
    ThresholdId;
    /// People who do not agree.
    DisagreementId;
    /// Word from an outside team.
    AlertId;
    /// The care order route of a child.
    ProceedingsId;
    /// Early help that is considered, or support that goes on after a plan.
    StepId;
    /// One supervision of a family, from its planning to its authorised record.
    SupervisionId;
    /// A dated addition to an authorised record.
    AddendumId;
    /// Something that was agreed to be done.
    ActionId;
    /// A visit that was made or tried.
    VisitId;
    /// A case note.
    NoteId;
    /// A request for an adult specialist.
    RequestId;
    /// A child in need plan, through all its versions.
    PlanId;
    /// A review of a plan.
    ReviewId;
    /// A copy of a plan or review that was given to someone.
    CopyId;
    /// A signature under a plan or review.
    SignatureId;
    /// An event that stands in the chronology only.
    ChronologyId;
    /// Something that must not be known outside the team.
    ProtectedId;
    /// A request that somebody is not told something.
    DoNotTellId;
    /// One time that something was shown to people of the family.
    ShowingId;
    /// One thing that somebody said when they were shown something.
    SaidId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_itself() {
        for bytes in [[0; 16], [255; 16], *b"0123456789abcdef"] {
            let id = FamilyId::from_bytes(bytes);
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(id.to_bytes(), bytes);
        }
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in [
            "",
            "7F3K",
            "!0000000000000000000000000",
            "ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "l0000000000000000000000000",
        ] {
            assert_eq!(text.parse::<EventId>(), Err(NotAnId), "{text}");
        }
    }
}
