//! What an event tells. The names of kinds (in `kinds.rs`) and of members are the record format, version 1:
//! `tests/records.rs` keeps a frozen sample of each.

use serde::{Deserialize, Serialize};

use crate::model::ids::EventId;
use crate::model::module::ModuleId;
use crate::model::subject::Subject;

pub use super::kinds::Fact;

/// The version of the payloads below.
pub const VERSION: u16 = 1;

/// A new version of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision<K, T> {
    pub of: K,
    /// The versions its author had on screen. A version that nobody has seen is never retired.
    pub supersedes: Vec<EventId>,
    pub reason: String,
    /// `None`: entered in error. The versions before it stay in the history.
    pub value: Option<T>,
}

/// One module, for one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Part {
    pub module: ModuleId,
    pub subject: Subject,
}

/// The key of what a family has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whole {
    Family,
}

/// Why a fact could not be read. The event itself is kept all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    #[error("This was recorded by a newer version of the app. It is kept, and will show after an update.")]
    Newer,
    #[error("This part of the record cannot be read. It is kept as it is.")]
    Unreadable,
    #[error("This belongs to another family's workbook. It is kept, and not shown.")]
    AnotherFamily,
}
