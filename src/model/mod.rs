//! The nouns: people, households, relationships, practitioners, dates, ids.
//!
//! Nothing here awaits, reads the clock, makes an id or decides anything. The types that derive `Serialize`
//! are the words of the record format, version 1: `tests/records.rs` holds a frozen sample of each, and a
//! released field is never renamed or given another meaning.

pub mod alert;
pub mod allocation;
pub mod audience;
pub mod choices;
pub mod consent;
pub mod dates;
pub mod disagreement;
pub mod entry;
pub mod entry_to_team;
pub mod family;
pub mod household;
pub mod ids;
pub mod leaving;
pub mod module;
pub mod no_recourse;
pub mod pathway;
pub mod person;
pub mod practitioner;
pub mod proceedings;
pub mod relationship;
pub mod stage_of_change;
pub mod status;
pub mod subject;
pub mod threshold;

// The monthly round and the plan.
pub mod action;
pub mod chronology;
pub mod note;
pub mod plan;
pub mod rating;
pub mod source;
pub mod specialist;
pub mod summary;
pub mod supervision;
pub mod visit;

// What keeps people safe, and what families are shown.
pub mod do_not_tell;
pub mod family_view;
pub mod protected;
pub mod safety_plan;
pub mod sharing;
pub mod showing;
