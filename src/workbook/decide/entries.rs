//! Recording work in a module, amending it with a reason, and marking it entered in error.

use crate::model::audience::Audience;
use crate::model::entry::Entry;
use crate::model::ids::{EntryId, EventId, PersonId};

use super::modules::can_begin;
use super::{Asking, Field, Outcome, Refusal, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

pub(super) fn record(book: &Workbook, asking: &Asking<'_>, id: EntryId, entry: Entry) -> Outcome {
    if book.entries.get(id).is_some() {
        return Err(Refusal::AlreadyRecorded);
    }
    can_begin(book, entry.subject)?;
    check(book, asking, &entry, &[])?;
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
    let before: Vec<&Entry> = here.versions().filter_map(|version| version.value.as_ref()).collect();
    if before.iter().any(|old| (old.module, old.subject) != (entry.module, entry.subject)) {
        return Err(Refusal::EntryMoved);
    }
    check(book, asking, &entry, &before)?;
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

/// Whoever was named in a version `before` may stay named, even if they were removed since: otherwise two
/// versions that stand beside each other could never be settled.
fn check(book: &Workbook, asking: &Asking<'_>, entry: &Entry, before: &[&Entry]) -> Result<(), Refusal> {
    let strange = |person: PersonId| {
        book.people.current(person).is_none() && !before.iter().any(|old| old.names(person))
    };
    if entry.done_on.is_after(asking.today) {
        return Err(Refusal::WorkInFuture);
    }
    if entry.present.iter().any(|person| strange(*person)) {
        return Err(Refusal::NoSuchPerson(Field::Present));
    }
    if !entry.has_words() {
        return Err(Refusal::NoWords);
    }
    let is_child = |person: PersonId| match book.people.current(person) {
        Some(person) => person.is_child(),
        None => !strange(person),
    };
    if entry.analysis.keys().any(|child| !is_child(*child)) {
        return Err(Refusal::AnalysisOfAdult);
    }
    if entry.own_words.iter().any(|quote| strange(quote.who)) {
        return Err(Refusal::NobodySaidIt);
    }
    if let Some(stage) = &entry.stage {
        if !entry.subject.names(stage.who) {
            return Err(Refusal::StageOfAnother);
        }
        if stage.change.trim().is_empty() {
            return Err(Refusal::NoChange);
        }
    }
    audience(book, &entry.audience, |person| entry.names(person))
}

/// Only people of this family, and nobody from whom safety separation keeps what it names.
pub(super) fn audience(
    book: &Workbook,
    audience: &Audience,
    named: impl Fn(PersonId) -> bool,
) -> Result<(), Refusal> {
    if matches!(audience, Audience::People(people) if people.is_empty()) {
        return Err(Refusal::NobodyChosen);
    }
    for person in audience.people() {
        if book.people.current(person).is_none() {
            return Err(Refusal::NoSuchPerson(Field::Audience));
        }
        if let Some(other) = book.separated_from(person).into_iter().find(|other| named(*other)) {
            return Err(Refusal::KeptFrom(book.name_of(person), book.name_of(other)));
        }
        if let Some(other) = book.named_against_wish(&named, person) {
            return Err(Refusal::SaidNo(book.name_of(other)));
        }
    }
    Ok(())
}
