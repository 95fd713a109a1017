//! Recording work in a module, amending it with a reason, and marking it entered in error.

use crate::model::entry::Entry;
use crate::model::ids::{EntryId, EventId};
use crate::model::subject::Subject;

use super::{Asking, Refusal, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

type Outcome = Result<Option<Fact>, Refusal>;

pub(super) fn record(book: &Workbook, asking: &Asking<'_>, id: EntryId, entry: Entry) -> Outcome {
    if book.entries.get(id).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    check(book, asking, &entry)?;
    Ok(revision(&book.entries, id, Some(entry), String::new(), Vec::new()).map(Fact::Entry))
}

pub(super) fn amend(
    book: &Workbook,
    asking: &Asking<'_>,
    id: EntryId,
    entry: Entry,
    reason: String,
    seen: Vec<EventId>,
) -> Outcome {
    let Some(here) = book.entries.get(id) else { return Err(Refusal::NoSuchEntry) };
    if here
        .versions()
        .filter_map(|version| version.value.as_ref())
        .any(|old| (old.module, old.subject) != (entry.module, entry.subject))
    {
        return Err(Refusal::EntryMoved);
    }
    check(book, asking, &entry)?;
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    Ok(revision(&book.entries, id, Some(entry), reason, seen).map(Fact::Entry))
}

pub(super) fn withdraw(book: &Workbook, id: EntryId, reason: String, seen: Vec<EventId>) -> Outcome {
    if book.entries.get(id).is_none() {
        return Err(Refusal::NoSuchEntry);
    }
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    Ok(revision(&book.entries, id, None, reason, seen).map(Fact::Entry))
}

fn check(book: &Workbook, asking: &Asking<'_>, entry: &Entry) -> Result<(), Refusal> {
    if entry.done_on.is_after(asking.today) {
        return Err(Refusal::WorkInFuture);
    }
    let named = entry
        .subject
        .people()
        .into_iter()
        .chain(entry.present.iter().copied())
        .chain(entry.audience.people());
    if named.into_iter().any(|person| book.people.current(person).is_none()) {
        return Err(Refusal::NoSuchPerson);
    }
    if let Subject::Couple(pair) = entry.subject {
        if book.is_separated(pair) {
            return Err(Refusal::JointWhileSeparated);
        }
        if !book.is_joint(pair) {
            return Err(Refusal::JointNotUsed);
        }
    }
    if !entry.has_words() {
        return Err(Refusal::NoWords);
    }
    if entry.analysis.keys().any(|child| !book.people.current(*child).is_some_and(|person| person.is_child()))
    {
        return Err(Refusal::AnalysisOfAdult);
    }
    if entry.own_words.iter().any(|quote| book.people.current(quote.who).is_none()) {
        return Err(Refusal::NobodySaidIt);
    }
    match entry
        .audience
        .people()
        .find_map(|person| book.kept_from(entry, person).map(|other| (person, other)))
    {
        Some((person, other)) => Err(Refusal::KeptFrom(book.name_of(person), book.name_of(other))),
        None => Ok(()),
    }
}
