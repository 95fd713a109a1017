//! Where in the programme something that was said could go: a suggestion by what it answers and who said it, and every
//! other module to choose from (`ux.md` S43: "Put in module … (suggested)").

use crate::model::ids::{EntryId, PersonId};
use crate::model::module::ModuleId;
use crate::model::sharing::Piece;
use crate::model::subject::Subject;
use crate::programme;
use crate::services::session::{AfterVisit, Heard};
use crate::services::visit::answer::{Answer, Asked};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

/// The module that something is suggested for; none where there is nothing in it that a module could hold, or nobody
/// in the workflow whom it is about.
///
/// An answer to a record goes where the record stands. What is said by itself goes to what the guidance asks in its
/// words: a child's to the direct work with them (module 4), an adult's wish for change to module 3 ("What do they want
/// to change?"), everything else to their comments and views (module 8). A scale goes to the module it was made for.
pub fn suggested(book: &Workbook, after: &AfterVisit, answer: &Answer, who: PersonId) -> Option<Part> {
    if !has_words(answer) && answer.number.is_none() {
        return None;
    }
    let piece = match &answer.to {
        Asked::Item(number) => after.pieces.get(number).copied(),
        _ => None,
    };
    let subjects = book.subjects();
    let known = piece.and_then(|piece| of_piece(book, piece)).filter(|part| subjects.contains(&part.subject));
    let own = Subject::Person(who);
    let of_their_own = || Part { module: by_kind(&answer.to, is_child(book, who)), subject: own };
    known.or_else(|| subjects.contains(&own).then(of_their_own))
}

/// Whether they wrote anything, rather than only choosing.
pub fn has_words(answer: &Answer) -> bool {
    [&answer.words, &answer.why_not_less, &answer.what_next].iter().any(|it| !it.trim().is_empty())
}

fn is_child(book: &Workbook, who: PersonId) -> bool {
    book.people.current(who).is_some_and(|it| it.is_child())
}

/// Where the record of a piece stands in the programme.
fn of_piece(book: &Workbook, piece: Piece) -> Option<Part> {
    let of_entry = |id: EntryId| {
        let entry = book.entries.current(id)?;
        Some(Part { module: entry.module, subject: entry.subject })
    };
    match piece {
        Piece::GoingWell(id) | Piece::Needs(id) | Piece::OwnWords(id, _) | Piece::Analysis(id, _) => {
            of_entry(id)
        }
        Piece::Said(id) => of_entry(book.said.current(id)?.entry?),
        Piece::Visit(id) => {
            let evidence = book.visits.current(id)?.evidence_for.first()?;
            Some(Part { module: evidence.module, subject: evidence.subject })
        }
        Piece::Action(_) | Piece::Supervision(_) | Piece::Threshold(_) | Piece::Worker(_) => None,
    }
}

fn by_kind(to: &Asked, child: bool) -> ModuleId {
    match to {
        Asked::Scale(name) => match name.as_str() {
            "understand" | "important" | "sure" | "ready" => ModuleId::M1,
            "home" | "safe" => ModuleId::M4,
            _ => ModuleId::M8,
        },
        Asked::Nothing | Asked::Hopes | Asked::Different if child => ModuleId::M4,
        Asked::Different => ModuleId::M3,
        Asked::Nothing | Asked::Hopes | Asked::Item(_) | Asked::Agreement => ModuleId::M8,
    }
}

/// Every module of everybody whom work is about: its value and its name. One is suggested, once it is known who spoke.
pub fn places(
    book: &Workbook,
    after: &AfterVisit,
    heard: &Heard,
    who: Option<PersonId>,
) -> Vec<(String, String)> {
    let suggested = who.and_then(|who| suggested(book, after, &heard.answer, who));
    let subjects = book.subjects().into_iter();
    let parts = subjects.flat_map(|subject| ModuleId::ALL.map(|module| Part { module, subject }));
    let one = |part: Part| {
        let word = if Some(part) == suggested { " (suggested)" } else { "" };
        (value(part), format!("{}{word}", name(book, part)))
    };
    parts.map(one).collect()
}

/// "Kayla: module 4, Direct work with children".
fn name(book: &Workbook, part: Part) -> String {
    let module = programme::module(part.module);
    format!("{}: module {}, {}", book.subject_name(part.subject), part.module.number(), module.short_title)
}

/// A module of somebody as it stands in a box.
pub fn value(part: Part) -> String {
    format!("{}.{}", part.module, part.subject)
}

/// The module of a box.
pub fn part_of(value: &str) -> Option<Part> {
    let (module, subject) = value.split_once('.')?;
    Some(Part { module: module.parse().ok()?, subject: subject.parse().ok()? })
}
