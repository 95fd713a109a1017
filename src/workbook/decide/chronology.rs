//! Events that stand in the chronology only, and which records are significant (WAR 12; `domain.md` R41).

use crate::model::chronology::{ChronologyEvent, Mark};
use crate::model::ids::{ChronologyId, EventId};
use crate::model::source::Source;

use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// Something about the chronology.
#[derive(Debug, Clone, PartialEq)]
pub enum ChronologyCommand {
    Record { id: ChronologyId, event: ChronologyEvent, reason: String, seen: Vec<EventId> },
    Withdraw { id: ChronologyId, reason: String, seen: Vec<EventId> },
    Mark { source: Source, mark: Mark, seen: Vec<EventId> },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: ChronologyCommand) -> Outcome {
    asking.may(Act::Chronology)?;
    match command {
        ChronologyCommand::Record { id, event, reason, seen } => {
            record(book, asking, id, event, reason, seen)
        }
        ChronologyCommand::Withdraw { id, reason, seen } => {
            book.chronology_events.get(id).ok_or(RoundRefusal::NoSuchEvent)?;
            if blank(&reason) {
                return Err(RoundRefusal::NoReason.into());
            }
            Ok(revision(&book.chronology_events, id, None, reason, seen).map(Fact::ChronologyEvent))
        }
        ChronologyCommand::Mark { source, mark, seen } => {
            let here = match source {
                Source::Entry(id) => book.entries.current(id).is_some(),
                Source::Visit(id) => book.visits.current(id).is_some(),
                Source::CaseNote(id) => book.case_notes.current(id).is_some(),
            };
            if !here {
                return Err(RoundRefusal::NoSuchSource.into());
            }
            views_known(book, mark.childrens_views.keys())?;
            Ok(revision(&book.marks, source, Some(mark), String::new(), seen).map(Fact::Mark))
        }
    }
}

fn record(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ChronologyId,
    event: ChronologyEvent,
    reason: String,
    seen: Vec<EventId>,
) -> Outcome {
    if book.chronology_events.get(id).is_some() && blank(&reason) {
        return Err(RoundRefusal::NoReason.into());
    }
    if blank(&event.what) {
        return Err(RoundRefusal::NoEvent.into());
    }
    if event.on.is_after(asking.today) {
        return Err(RoundRefusal::EventInFuture.into());
    }
    if event.until.is_some_and(|until| until.latest() < event.on.earliest()) {
        return Err(Refusal::EndBeforeStart);
    }
    views_known(book, event.people.iter().chain(event.childrens_views.keys()))?;
    Ok(revision(&book.chronology_events, id, Some(event), reason, seen).map(Fact::ChronologyEvent))
}

fn views_known<'a>(
    book: &Workbook,
    people: impl IntoIterator<Item = &'a crate::model::ids::PersonId>,
) -> Result<(), Refusal> {
    match people.into_iter().any(|person| book.people.get(*person).is_none()) {
        true => Err(Refusal::NoSuchPerson(Field::Subject)),
        false => Ok(()),
    }
}
