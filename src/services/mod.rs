//! Use-cases and ports: the only layer that awaits, reads the clock, makes ids or saves.

pub mod audience;
pub mod auto_lock;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod clock;
pub mod crypto;
pub mod drafts;
pub mod entry_form;
pub mod entry_reading;
pub mod envelope;
pub mod example;
pub mod families_list;
pub mod here;
pub mod keeping;
pub mod keys;
pub mod leaf;
pub mod leaves;
pub mod new_family;
pub mod overview;
pub mod person_form;
pub mod programme_grid;
pub mod recording;
pub mod relation_form;
#[cfg(test)]
pub(crate) mod sample;
pub mod sealing;
pub mod search;
pub mod session;
pub mod sheet;
pub mod sheets;
pub mod store;
pub mod supervision;
pub mod two_versions;
pub mod typed;
pub mod words;
