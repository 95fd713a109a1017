//! A record that another one points to: one fact is typed once, and everything else refers to it.

use serde::{Deserialize, Serialize};

use super::ids::{EntryId, NoteId, VisitId};

/// An entry, a visit or a case note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Entry(EntryId),
    Visit(VisitId),
    CaseNote(NoteId),
}
