//! Choosing what a family is shown, keeping the log of every showing, and taking in what people said to it
//! (`ux.md` 3.9, SR1 to SR13; `domain.md` E2).
//!
//! What may be chosen here is looked at again whenever something is shown: separation may be set later.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::model::audience::Audience;
use crate::model::entry::Entry;
use crate::model::ids::{EntryId, EventId, PersonId, SaidId, ShowingId};
use crate::model::sharing::{Approval, ForOne, Heading, Piece, Shared};
use crate::model::showing::{Kept, Said, Showing, Verdict};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;
use crate::workbook::sharing::{ForTheTeam, OnRecord};

use super::entries::audience;
use super::permission::Act;
use super::sharing_refusal::SharingRefusal;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};

/// The highest place on a scale.
const MOST: u8 = 10;

/// Something about what the family is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum SharingCommand {
    Share {
        piece: Piece,
        shared: Shared,
        /// Each adult who was chosen by name while a child's exact words were on screen.
        by_name: BTreeSet<PersonId>,
        seen: Vec<EventId>,
    },
    /// It is shown to nobody by this choice any more. That waits for nobody and for no reason.
    StopSharing { piece: Piece, reason: String, seen: Vec<EventId> },
    /// A second pair of eyes has read what somebody would be shown who is said to have harmed another.
    Approve { of: ForOne, approval: Approval, seen: Vec<EventId> },
    /// Something was shown.
    Show { id: ShowingId, showing: Showing },
    /// When a showing ended, and how often the screen was covered. Nothing else of it changes.
    EndShowing { id: ShowingId, ended: Option<DateTime<Utc>>, hidden: u32, seen: Vec<EventId> },
    /// What somebody said is taken into the record, once.
    TakeIn { id: SaidId, said: Said },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: SharingCommand) -> Outcome {
    match command {
        SharingCommand::Share { piece, shared, by_name, seen } => {
            asking.may(Act::Share)?;
            let record = book.on_record(piece).ok_or(SharingRefusal::NothingThere)?;
            if !record.writers.is_empty() && !record.writers.contains(&asking.practitioner.id) {
                asking.may(Act::ShareAnothers)?;
            }
            can_be_shared(piece, &record)?;
            check(book, piece, &record, &shared)?;
            named_one_by_one(book, piece, &shared, &by_name)?;
            Ok(revision(&book.shared, piece, Some(shared), String::new(), seen).map(Fact::Shared))
        }
        SharingCommand::StopSharing { piece, reason, seen } => {
            book.shared.get(piece).ok_or(SharingRefusal::NotShared)?;
            Ok(revision(&book.shared, piece, None, reason, seen).map(Fact::Shared))
        }
        SharingCommand::Approve { of, approval, seen } => {
            asking.may(Act::ApproveSharing)?;
            approve(book, asking, of, &approval)?;
            Ok(revision(&book.approvals, of, Some(approval), String::new(), seen).map(Fact::Approval))
        }
        SharingCommand::Show { id, showing } => {
            asking.may(Act::ShowToFamily)?;
            show(book, id, showing)
        }
        SharingCommand::EndShowing { id, ended, hidden, seen } => {
            asking.may(Act::ShowToFamily)?;
            let before = book.showings.current(id).ok_or(SharingRefusal::NoSuchShowing)?;
            let mut after = before.clone();
            after.ended = before.ended.or(ended);
            after.hidden = before.hidden.max(hidden);
            if after.ended.is_some_and(|ended| ended < after.began) {
                return Err(SharingRefusal::EndBeforeBeginning.into());
            }
            Ok(revision(&book.showings, id, Some(after), String::new(), seen).map(Fact::Showing))
        }
        SharingCommand::TakeIn { id, said } => {
            asking.may(Act::ShowToFamily)?;
            take_in(book, asking, id, said)
        }
    }
}

/// What is somebody else's to tell, or was chosen by whoever said it, has no audience to choose.
fn can_be_shared(piece: Piece, record: &OnRecord<'_>) -> Result<(), Refusal> {
    match record.for_the_team {
        Some(ForTheTeam::AnotherProfessional) => return Err(SharingRefusal::AnotherProfessional.into()),
        Some(ForTheTeam::ARecord) => return Err(SharingRefusal::ARecord.into()),
        None => {}
    }
    if matches!(piece, Piece::Said(_)) {
        return Err(SharingRefusal::TheirOwnChoice.into());
    }
    if record.undecided {
        return Err(RoundRefusal::DecideFirst.into());
    }
    Ok(())
}

fn check(book: &Workbook, piece: Piece, record: &OnRecord<'_>, shared: &Shared) -> Result<(), Refusal> {
    if matches!(piece, Piece::Worker(_)) != (shared.heading == Heading::Helping) {
        return Err(SharingRefusal::HelpersOnly.into());
    }
    if matches!(piece, Piece::Needs(_)) && shared.heading == Heading::Well {
        return Err(SharingRefusal::NotAStrength.into());
    }
    if shared.translations.values().any(|it| blank(&it.words)) {
        return Err(SharingRefusal::NoTranslation.into());
    }
    if shared.translations.values().any(|it| blank(&it.by)) {
        return Err(SharingRefusal::NoTranslator.into());
    }
    audience(book, &shared.audience, |person| record.names.contains(&person))?;
    let people: Vec<PersonId> = shared.audience.people().collect();
    for person in &people {
        among_those_of_the_record(book, record.audience, *person)?;
        for other in book.separated_from(*person) {
            apart(book, record, shared, *person, other)?;
        }
    }
    Ok(())
}

/// Nothing is shown to more people than may see the record that it is from.
fn among_those_of_the_record(
    book: &Workbook,
    audience: Option<&Audience>,
    person: PersonId,
) -> Result<(), SharingRefusal> {
    match audience {
        Some(audience) if !audience.people().any(|it| it == person) => {
            Err(SharingRefusal::NotAmong(book.name_of(person)))
        }
        _ => Ok(()),
    }
}

/// Nothing is shown to two people between whom separation stands, and nothing that tells one of the other.
fn apart(
    book: &Workbook,
    record: &OnRecord<'_>,
    shared: &Shared,
    person: PersonId,
    other: PersonId,
) -> Result<(), SharingRefusal> {
    let names = || (book.name_of(person), book.name_of(other));
    if shared.audience.people().any(|it| it == other) {
        let (one, other) = names();
        return Err(SharingRefusal::NotTogether(one, other));
    }
    let own = if blank(&shared.family_words) { &record.words } else { &shared.family_words };
    let translated = shared.translations.values().map(|it| &it.words);
    if std::iter::once(own).chain(translated).any(|text| book.text_names(text, other, person)) {
        let (reader, other) = names();
        return Err(SharingRefusal::WordsName { reader, other });
    }
    if let Some(worker) = record.worker
        && let Some(with) = book.works_only_with_other(worker, person)
    {
        let (reader, other) = (book.name_of(person), book.name_of(with));
        return Err(SharingRefusal::WorksWith { reader, worker: book.author_name(worker), other });
    }
    Ok(())
}

/// A child's words reach an adult only if that adult was chosen by name, with the words in sight (SR4).
fn named_one_by_one(
    book: &Workbook,
    piece: Piece,
    shared: &Shared,
    by_name: &BTreeSet<PersonId>,
) -> Result<(), SharingRefusal> {
    let Piece::OwnWords(_, child) = piece else { return Ok(()) };
    if !book.people.current(child).is_some_and(|it| it.is_child()) {
        return Ok(());
    }
    let is_adult = |person: &PersonId| book.people.current(*person).is_some_and(|it| !it.is_child());
    let mut adults = shared.audience.people().filter(is_adult);
    match adults.find(|adult| !by_name.contains(adult)) {
        None => Ok(()),
        Some(adult) => {
            Err(SharingRefusal::NotByName { reader: book.name_of(adult), child: book.name_of(child) })
        }
    }
}

/// A second pair of eyes is somebody else's, and reads words that are there.
fn approve(book: &Workbook, asking: &Asking<'_>, of: ForOne, approval: &Approval) -> Result<(), Refusal> {
    book.on_record(of.piece).ok_or(SharingRefusal::NothingThere)?;
    if book.kept_safe_from(of.person).is_empty() {
        return Err(SharingRefusal::WaitsForNobody(book.name_of(of.person)).into());
    }
    if book.is_own_choice(of.piece, asking.practitioner.id) {
        return Err(SharingRefusal::OwnChoice.into());
    }
    if blank(&approval.words) {
        return Err(SharingRefusal::NothingRead.into());
    }
    Ok(())
}

fn show(book: &Workbook, id: ShowingId, showing: Showing) -> Outcome {
    match book.showings.get(id) {
        // What is in the log already is not written again, and not changed.
        Some(thing) if thing.current() == Some(&showing) => return Ok(None),
        Some(_) => return Err(RoundRefusal::AlreadyRecorded.into()),
        None => {}
    }
    if showing.people.is_empty() && blank(&showing.others) {
        return Err(SharingRefusal::NobodyThere.into());
    }
    if showing.people.iter().any(|person| book.people.get(*person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Person));
    }
    if showing.ended.is_some_and(|ended| ended < showing.began) {
        return Err(SharingRefusal::EndBeforeBeginning.into());
    }
    Ok(revision(&book.showings, id, Some(showing), String::new(), Vec::new()).map(Fact::Showing))
}

fn take_in(book: &Workbook, asking: &Asking<'_>, id: SaidId, said: Said) -> Outcome {
    match book.said.get(id) {
        Some(thing) if thing.current() == Some(&said) => return Ok(None),
        Some(_) => return Err(SharingRefusal::SaidStays.into()),
        None => {}
    }
    let showing = book.showings.current(said.showing).ok_or(SharingRefusal::NoSuchShowing)?;
    if !showing.people.contains(&said.who) {
        return Err(SharingRefusal::WasNotThere(book.name_of(said.who)).into());
    }
    if said.taken_in_on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if said.number.is_some_and(|number| number > MOST) {
        return Err(SharingRefusal::OffTheScale(MOST).into());
    }
    let texts = [&said.words, &said.why_not_less, &said.what_next, &said.signed];
    if said.verdict.is_none() && said.number.is_none() && texts.iter().all(|text| blank(text)) {
        return Err(SharingRefusal::NothingSaid.into());
    }
    let agreement = matches!(said.verdict, Some(Verdict::Agree | Verdict::DoNotAgree | Verdict::MoreTime));
    if agreement && book.people.current(said.who).is_some_and(|it| it.is_child()) {
        return Err(SharingRefusal::ChildAgrees(book.name_of(said.who)).into());
    }
    if said.audience.people().any(|person| book.people.get(person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Audience));
    }
    let in_its_place = match (said.kept, said.entry) {
        (Kept::InAnEntry, Some(entry)) => holds(book, entry, &said),
        (Kept::InTheVisit, None) => true,
        (Kept::InAnEntry, None) | (Kept::InTheVisit, Some(_)) => false,
    };
    if !in_its_place {
        return Err(SharingRefusal::NotInThatEntry.into());
    }
    Ok(revision(&book.said, id, Some(said), String::new(), Vec::new()).map(Fact::Said))
}

/// Whether an entry has their words, each as they wrote it.
fn holds(book: &Workbook, entry: EntryId, said: &Said) -> bool {
    let quoted = |entry: &Entry, words: &str| {
        entry.own_words.iter().any(|quote| quote.who == said.who && quote.words == words)
    };
    book.entries.current(entry).is_some_and(|entry| said.texts().all(|words| quoted(entry, words)))
}
