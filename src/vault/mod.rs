//! How a store of workbooks is locked: key slots, passphrase rules, sealed records.
//!
//! One random **data key** seals every record of a vault. It is never written down: each person who may
//! open the vault has a **key slot**, which holds the data key wrapped under a key stretched from their
//! passphrase, and one more slot answers to the printed recovery code. Changing a passphrase therefore
//! rewrites a slot and no record at all.
//!
//! Everything here is pure. The cipher itself is a port, in `services::crypto`.

mod curve;
pub mod header;
pub mod label;
pub mod letter;
pub mod passphrase;
pub mod record;
pub mod recovery_code;
pub mod stretch;
pub mod suggestion;
pub mod waiting;
