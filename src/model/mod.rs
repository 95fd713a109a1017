//! The nouns: people, households, relationships, practitioners, dates, ids.
//!
//! Nothing here awaits, reads the clock, makes an id or decides anything. The types that derive `Serialize`
//! are the words of the record format, version 1: `tests/records.rs` holds a frozen sample of each, and a
//! released field is never renamed or given another meaning.

pub mod audience;
pub mod dates;
pub mod entry;
pub mod family;
pub mod household;
pub mod ids;
pub mod module;
pub mod person;
pub mod practitioner;
pub mod relationship;
pub mod subject;
