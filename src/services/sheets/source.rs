//! An entry, a visit or a case note in an address, in words and in the order of its day: what a mark and a manager's
//! look at the work are of.

use chrono::NaiveDate;

use crate::model::dates::day_words;
use crate::model::source::Source;
use crate::workbook::fold::Workbook;

const ENTRY: &str = "entry-";
const VISIT: &str = "visit-";
const NOTE: &str = "note-";

/// A record, in an address.
pub fn address(source: Source) -> String {
    match source {
        Source::Entry(id) => format!("{ENTRY}{id}"),
        Source::Visit(id) => format!("{VISIT}{id}"),
        Source::CaseNote(id) => format!("{NOTE}{id}"),
    }
}

/// The record at an address, whether it is here or not.
pub fn of_address(of: &str) -> Option<Source> {
    if let Some(id) = of.strip_prefix(ENTRY) {
        return id.parse().ok().map(Source::Entry);
    }
    if let Some(id) = of.strip_prefix(VISIT) {
        return id.parse().ok().map(Source::Visit);
    }
    of.strip_prefix(NOTE)?.parse().ok().map(Source::CaseNote)
}

/// The day of the work; none when it is not here, or was entered in error.
pub fn day(book: &Workbook, source: Source) -> Option<NaiveDate> {
    match source {
        Source::Entry(id) => book.entries.current(id).map(|entry| entry.done_on.earliest()),
        Source::Visit(id) => book.visits.current(id).map(|visit| visit.on),
        Source::CaseNote(id) => book.case_notes.current(id).map(|note| note.on),
    }
}

/// "Visit of 3 March 2026, at home".
pub fn words(book: &Workbook, source: Source) -> String {
    let found = match source {
        Source::Entry(id) => book.entries.current(id).map(|entry| {
            let (module, subject) = (entry.module.number(), book.subject_name(entry.subject));
            format!("Entry of {} in module {module} for {subject}", entry.done_on)
        }),
        Source::Visit(id) => book
            .visits
            .current(id)
            .map(|visit| format!("Visit of {}, {}", day_words(visit.on), visit.place.label())),
        Source::CaseNote(id) => book.case_notes.current(id).map(super::note::title),
    };
    found.unwrap_or_else(|| "A record that is not here".to_owned())
}

/// Every record, the newest work first.
pub fn newest(book: &Workbook) -> Vec<Source> {
    let entries = book.entries.all().map(|(id, _)| Source::Entry(id));
    let visits = book.visits.all().map(|(id, _)| Source::Visit(id));
    let notes = book.case_notes.all().map(|(id, _)| Source::CaseNote(id));
    let mut found: Vec<Source> = entries.chain(visits).chain(notes).collect();
    found.sort_by_key(|source| std::cmp::Reverse((day(book, *source), *source)));
    found
}
