//! Why a piece is not shown to one person. What is shown to several, each of them may see.

use std::collections::BTreeSet;

use crate::model::audience::Audience;
use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::{PersonId, PractitionerId};
use crate::model::person::Arrival;
use crate::model::sharing::{ForOne, Piece};
use crate::policy::leak_check::tells_where_to_find;
use crate::workbook::fold::Workbook;
use crate::workbook::naming::says;
use crate::workbook::sharing::ForTheTeam;

use super::candidate::Candidate;
use super::{Looking, PartOfPaper};

/// What is said of a child who is not born yet.
const BEFORE_BIRTH: [&str; 9] = [
    "unborn",
    "pregnant",
    "pregnancy",
    "due date",
    "expecting a baby",
    "expecting a child",
    "baby is due",
    "midwife",
    "scan",
];
/// What is said of who is whose father.
const FATHERHOOD: [&str; 12] = [
    "paternity",
    "DNA test",
    "biological father",
    "biological dad",
    "birth father",
    "birth dad",
    "real father",
    "real dad",
    "natural father",
    "who the father is",
    "who his father is",
    "who her father is",
];

/// Why somebody is not shown something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// Nobody chose them for it (SR1, SR2).
    NotChosen,
    /// It is somebody else's to tell (SR6).
    ForTheTeam(ForTheTeam),
    /// Two versions of it stand beside each other.
    Undecided,
    /// Somebody whom it names has said no to being shown to others in the family.
    SaidNo(PersonId),
    /// It tells of somebody from whom they are separated (SR3).
    TellsOf(PersonId),
    /// It was chosen for somebody from whom they are separated as well (SR3).
    ForBoth(PersonId),
    /// Somebody asked that they are not told.
    NotToBeTold(PersonId),
    /// It names a child of another parent, or one who is not born: it waits for a tick of its own (SR12).
    NeedsATick(PersonId),
    /// It says who is whose father, or could be: that waits for a tick of its own (SR12).
    Fatherhood,
    /// Separation stands between them and somebody, and it says where somebody can be found (SR11).
    WhereToFind,
    /// It says something that must not reach them.
    Guarded,
    /// Another is to be kept safe from them, and no manager has read these words (`domain.md` E2, rule 15).
    Unread(PersonId),
}

/// Why this person is not shown this; none where they may see it.
pub(super) fn barred(
    book: &Workbook,
    looking: &Looking<'_>,
    candidate: &Candidate<'_>,
    person: PersonId,
) -> Option<Why> {
    if let Some(why) = reaches(book, candidate, person) {
        return Some(why);
    }
    let both = |other: &PersonId| reaches(book, candidate, *other).is_none();
    if let Some(other) = book.separated_from(person).into_iter().find(both) {
        return Some(Why::ForBoth(other));
    }
    let stands = |it: &&DoNotTell| it.stands(looking.today) && it.from.contains(&person);
    let mut asked = looking.do_not_tell.iter().filter(stands);
    if let Some(request) = asked.find(|request| tells(request, candidate)) {
        return Some(Why::NotToBeTold(request.asked_by));
    }
    if let Some(why) = needs_a_tick(book, candidate, person) {
        return Some(why);
    }
    if leads_to_somebody(book, candidate, person) {
        return Some(Why::WhereToFind);
    }
    let guarded = candidate.texts().iter().any(|text| (looking.guarded)(person, text));
    if guarded {
        return Some(Why::Guarded);
    }
    unread(book, candidate, person).map(Why::Unread)
}

/// The one who is to be kept safe from this person, where nobody but whoever chose this has read it for them. What they
/// said themselves is theirs.
fn unread(book: &Workbook, candidate: &Candidate<'_>, person: PersonId) -> Option<PersonId> {
    let other = book.kept_safe_from(person).into_iter().next()?;
    let of = ForOne { piece: candidate.piece, person };
    let may = candidate.record.said_by == Some(person) || book.is_approved(of, &candidate.words());
    (!may).then_some(other)
}

/// Why a part of a paper, which the rules give to the family as a whole, is not for this person. Nobody chose it piece by
/// piece, so every rule but that stands against it, and no tick lets it through.
pub(super) fn barred_from_paper(book: &Workbook, part: &PartOfPaper<'_>, person: PersonId) -> Option<Why> {
    let texts = [part.words];
    if let Some(other) = book.named_against_wish(|it| part.names.contains(&it), person) {
        return Some(Why::SaidNo(other));
    }
    if let Some(other) = separated_and_told_of(book, part.names, part.worker, &texts, person) {
        return Some(Why::TellsOf(other));
    }
    if let Some(why) = tells_what_needs_a_tick(book, part.names, &texts, person) {
        return Some(why);
    }
    if !book.separated_from(person).is_empty() && tells_where_to_find(part.words) {
        return Some(Why::WhereToFind);
    }
    book.kept_safe_from(person).into_iter().next().map(Why::Unread)
}

/// Why it would not reach this person, whoever else it was chosen for.
fn reaches(book: &Workbook, candidate: &Candidate<'_>, person: PersonId) -> Option<Why> {
    if !chosen(candidate, person) {
        return Some(Why::NotChosen);
    }
    let record = &candidate.record;
    if let Some(why) = record.for_the_team {
        return Some(Why::ForTheTeam(why));
    }
    if candidate.undecided {
        return Some(Why::Undecided);
    }
    if let Some(other) = book.named_against_wish(|it| record.names.contains(&it), person) {
        return Some(Why::SaidNo(other));
    }
    told_of(book, candidate, person).map(Why::TellsOf)
}

/// Whether somebody chose this person for it: for the record that it is from, and for the piece where it is chosen by
/// the piece. What is going well is shown to those who may see its entry; a worry, what it means and another's words
/// are not, until they are chosen (SR4, SR7). One's own words are one's own.
fn chosen(candidate: &Candidate<'_>, person: PersonId) -> bool {
    let may_see = |audience: &Audience| audience.people().any(|it| it == person);
    let record = &candidate.record;
    let own = record.said_by == Some(person);
    if matches!(candidate.piece, Piece::Said(_)) {
        return own || record.audience.is_some_and(may_see);
    }
    let of_the_record = record.audience.is_none_or(may_see);
    let of_the_piece = match candidate.shared {
        _ if own => true,
        Some(shared) => may_see(&shared.audience),
        None => matches!(candidate.piece, Piece::GoingWell(_)) && !candidate.ever_chosen,
    };
    of_the_record && of_the_piece
}

/// The person from whom this one is separated, and of whom it would tell them: named by the record or in the words, or
/// by a worker who works with that person alone.
fn told_of(book: &Workbook, candidate: &Candidate<'_>, person: PersonId) -> Option<PersonId> {
    let record = &candidate.record;
    separated_and_told_of(book, &record.names, record.worker, &candidate.texts(), person)
}

fn separated_and_told_of(
    book: &Workbook,
    names: &BTreeSet<PersonId>,
    worker: Option<PractitionerId>,
    texts: &[&str],
    person: PersonId,
) -> Option<PersonId> {
    let named = |other: &PersonId| {
        names.contains(other) || texts.iter().any(|text| book.text_names(text, *other, person))
    };
    let of_worker = || worker.and_then(|worker| book.works_only_with_other(worker, person));
    book.separated_from(person).into_iter().find(named).or_else(of_worker)
}

/// Whether it holds what somebody asked to be kept.
fn tells(request: &DoNotTell, candidate: &Candidate<'_>) -> bool {
    candidate.record.from.is_some_and(|source| request.records.contains(&source))
        || candidate.texts().iter().any(|text| request.phrases.iter().any(|phrase| says(text, phrase)))
}

/// Whether it says where somebody can be found, to one of two who are kept apart. What they said themselves they know.
fn leads_to_somebody(book: &Workbook, candidate: &Candidate<'_>, person: PersonId) -> bool {
    candidate.record.said_by != Some(person)
        && !book.separated_from(person).is_empty()
        && tells_where_to_find(&candidate.words())
}

/// What this person is told of by a tick for this very piece alone: a child who is not born yet; where they are a
/// parent here, a child who is nothing of theirs; and who is whose father.
fn needs_a_tick(book: &Workbook, candidate: &Candidate<'_>, person: PersonId) -> Option<Why> {
    let ticked = candidate.shared.is_some_and(|it| it.audience.people().any(|own| own == person));
    // Whoever said something chose by name who may see it.
    let own = candidate.record.said_by == Some(person) || matches!(candidate.piece, Piece::Said(_));
    if ticked || own {
        return None;
    }
    tells_what_needs_a_tick(book, &candidate.record.names, &candidate.texts(), person)
}

fn tells_what_needs_a_tick(
    book: &Workbook,
    names: &BTreeSet<PersonId>,
    texts: &[&str],
    person: PersonId,
) -> Option<Why> {
    let anothers = |child: PersonId| {
        let related = |from, to| (from, to) == (person, child) || (from, to) == (child, person);
        book.is_parent(person) && !book.relationships.all().any(|(_, it)| related(it.from, it.to))
    };
    let say = |phrases: &[&str]| texts.iter().any(|text| phrases.iter().any(|phrase| says(text, phrase)));
    let tells_of = |child: PersonId| {
        names.contains(&child) || texts.iter().any(|text| book.text_names(text, child, person))
    };
    let waits = book.children().into_iter().find(|(child, it)| {
        let unborn = matches!(it.arrival, Arrival::Unborn { .. });
        *child != person && ((unborn || anothers(*child)) && tells_of(*child) || unborn && say(&BEFORE_BIRTH))
    });
    let child = waits.map(|(child, _)| Why::NeedsATick(child));
    child.or_else(|| say(&FATHERHOOD).then_some(Why::Fatherhood))
}
