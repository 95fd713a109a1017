//! Case notes, consultations and management oversight (WAR 11.3; `domain.md` R44).

use crate::model::ids::{EventId, NoteId};
use crate::model::note::{CaseNote, NoteKind};
use crate::model::source::Source;

use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// Something about a case note.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseNoteCommand {
    Record {
        id: NoteId,
        note: CaseNote,
    },
    Amend {
        id: NoteId,
        note: CaseNote,
        reason: String,
        seen: Vec<EventId>,
    },
    /// Entered in error.
    Withdraw {
        id: NoteId,
        reason: String,
        seen: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: CaseNoteCommand) -> Outcome {
    let (id, note, reason, seen) = match command {
        CaseNoteCommand::Record { id, note } => {
            if book.case_notes.get(id).is_some() {
                return Err(RoundRefusal::AlreadyRecorded.into());
            }
            (id, Some(note), String::new(), Vec::new())
        }
        CaseNoteCommand::Amend { id, note, reason, seen } => {
            changing(book, id, &reason)?;
            (id, Some(note), reason, seen)
        }
        CaseNoteCommand::Withdraw { id, reason, seen } => {
            changing(book, id, &reason)?;
            (id, None, reason, seen)
        }
    };
    let before = book.case_notes.get(id).and_then(|thing| thing.current());
    for kind in note.iter().chain(before).map(|note| note.kind) {
        asking.may(match kind {
            NoteKind::ManagementOversight => Act::ManagementOversight,
            NoteKind::CaseNote | NoteKind::Consultation => Act::CaseNote,
        })?;
    }
    if let Some(note) = &note {
        check(book, asking, note)?;
    }
    Ok(revision(&book.case_notes, id, note, reason, seen).map(Fact::CaseNote))
}

fn changing(book: &Workbook, id: NoteId, reason: &str) -> Result<(), RoundRefusal> {
    if book.case_notes.get(id).is_none() {
        return Err(RoundRefusal::NoSuchNote);
    }
    if blank(reason) { Err(RoundRefusal::NoReason) } else { Ok(()) }
}

fn check(book: &Workbook, asking: &Asking<'_>, note: &CaseNote) -> Result<(), Refusal> {
    if note.on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if blank(&note.text) {
        return Err(RoundRefusal::EmptyNote.into());
    }
    if note.kind == NoteKind::Consultation && blank(&note.with) {
        return Err(RoundRefusal::NobodyConsulted.into());
    }
    if note.about.iter().any(|person| book.people.get(*person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Subject));
    }
    let here = match note.looks_at {
        None => true,
        Some(Source::Entry(id)) => book.entries.get(id).is_some(),
        Some(Source::Visit(id)) => book.visits.get(id).is_some(),
        Some(Source::CaseNote(id)) => book.case_notes.get(id).is_some(),
    };
    if here { Ok(()) } else { Err(RoundRefusal::NoSuchSource.into()) }
}
