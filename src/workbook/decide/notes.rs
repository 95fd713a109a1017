//! The notes of a supervision, from the first line to the authorised record and its addenda.
//!
//! Authorised by a manager, never by anyone who wrote them; from then on nothing of them changes (WAL and WSX
//! 9; `domain.md` R51, R52, A11).

use std::collections::BTreeSet;

use crate::model::action::Lacks;
use crate::model::ids::{AddendumId, EventId, SupervisionId};
use crate::model::supervision::{Addendum, Notes, SignOff};

use super::actions::{new_here, owners_known};
use super::permission::Act;
use super::supervision::open;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;
use crate::workbook::round::Meeting;
use crate::workbook::round::actions::AgreedIn;
use crate::workbook::round::meeting::Stage;
use crate::workbook::versioned::Version;

/// Something about the notes. `notes` holds the versions that were on screen, and `seen` those of the sign-off.
#[derive(Debug, Clone, PartialEq)]
pub enum NotesCommand {
    Write {
        supervision: SupervisionId,
        notes: Box<Notes>,
        seen: Vec<EventId>,
    },
    Submit {
        supervision: SupervisionId,
        notes: Vec<EventId>,
        seen: Vec<EventId>,
    },
    Return {
        supervision: SupervisionId,
        notes: Vec<EventId>,
        why: String,
        seen: Vec<EventId>,
    },
    /// `although`: why it is authorised while something is still missing; empty when nothing is.
    Authorise {
        supervision: SupervisionId,
        notes: Vec<EventId>,
        although: String,
        seen: Vec<EventId>,
    },
    Add {
        id: AddendumId,
        supervision: SupervisionId,
        text: String,
        takes_up: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: NotesCommand) -> Outcome {
    match command {
        NotesCommand::Write { supervision, notes, seen } => write(book, asking, supervision, *notes, seen),
        NotesCommand::Submit { supervision, notes, seen } => submit(book, asking, supervision, notes, seen),
        NotesCommand::Return { supervision, notes, why, seen } => {
            send_back(book, asking, supervision, notes, why, seen)
        }
        NotesCommand::Authorise { supervision, notes, although, seen } => {
            authorise(book, asking, supervision, notes, although, seen)
        }
        NotesCommand::Add { id, supervision, text, takes_up } => {
            add(book, asking, id, Addendum { supervision, text, takes_up })
        }
    }
}

/// What is missing from a supervision that is about to be authorised, in words. Each can be left open with a
/// reason: an honest record of what was not done is better than none (`domain.md` R3).
pub fn missing(meeting: &Meeting<'_>, asking: &Asking<'_>) -> Vec<String> {
    let book = meeting.book();
    let mut missing = Vec::new();
    if asking.rules.round.ratings && meeting.agreed().is_none() {
        missing.push("No rating was agreed".to_owned());
    }
    let reviewed = meeting.notes().map(|notes| &notes.thresholds);
    for (child, _) in book.children().into_iter().filter(|(child, _)| book.in_workflow(*child)) {
        let said = reviewed.and_then(|reviewed| reviewed.get(&child)).is_some_and(|review| review.is_said());
        if !said {
            missing.push(format!("The threshold of {} was not looked at", book.name_of(child)));
        }
    }
    for absent in meeting.stand_ins() {
        if asking.rules.round.summaries && !absent.summary {
            let name = book.author_name(absent.practitioner);
            missing.push(format!("{name} was not there and no summary stands in for them"));
        }
    }
    missing
}

fn write(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    notes: Notes,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::WriteSupervisionNotes)?;
    let meeting = open(book, supervision)?;
    if matches!(meeting.stage(), Stage::Submitted { .. }) {
        return Err(RoundRefusal::WithManager.into());
    }
    if !notes.has_words() {
        return Err(RoundRefusal::NoNotes.into());
    }
    if notes.people().any(|person| book.people.get(person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Texts));
    }
    thresholds_known(book, &notes)?;
    // Taken down live, an action may still lack something; it may not when the notes are sent on.
    if notes.actions.iter().any(|action| blank(&action.what)) {
        return Err(RoundRefusal::ActionWithoutWhat.into());
    }
    owners_known(book, &notes.actions)?;
    new_here(book, &notes.actions, AgreedIn::Supervision(supervision))?;
    Ok(revision(&book.notes, supervision, Some(notes), String::new(), seen).map(Fact::Notes))
}

/// A threshold that was looked at is a child's, and so is what came of it.
fn thresholds_known(book: &Workbook, notes: &Notes) -> Result<(), Refusal> {
    for (child, review) in &notes.thresholds {
        if book.people.current(*child).is_some_and(|person| !person.is_child()) {
            return Err(Refusal::AnalysisOfAdult);
        }
        let of_child = [
            review.recommendation.map(|id| book.recommendations.current(id).map(|it| it.child)),
            review.decision.map(|id| book.thresholds.current(id).map(|it| it.child)),
        ];
        if of_child.into_iter().flatten().any(|of| of != Some(*child)) {
            return Err(RoundRefusal::AnothersThreshold(book.name_of(*child)).into());
        }
    }
    Ok(())
}

/// The notes that stand, if they are those that were on screen.
fn on_screen(meeting: &Meeting<'_>, notes: &[EventId]) -> Result<(), RoundRefusal> {
    let Some(history) = meeting.notes_history() else { return Err(RoundRefusal::NoNotes) };
    if history.current().is_none() {
        return Err(RoundRefusal::NoNotes);
    }
    let heads: BTreeSet<EventId> = history.head_ids().into_iter().collect();
    if !heads.iter().all(|head| notes.contains(head)) {
        return Err(RoundRefusal::NotesChanged);
    }
    if history.is_in_conflict() { Err(RoundRefusal::DecideFirst) } else { Ok(()) }
}

fn submit(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    notes: Vec<EventId>,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::WriteSupervisionNotes)?;
    let meeting = open(book, supervision)?;
    if matches!(meeting.stage(), Stage::Submitted { .. }) {
        return Err(RoundRefusal::WithManager.into());
    }
    if meeting.held().is_none() {
        return Err(RoundRefusal::NotHeld.into());
    }
    on_screen(&meeting, &notes)?;
    for (place, action) in meeting.notes().into_iter().flat_map(|notes| &notes.actions).enumerate() {
        let lacks: Vec<Lacks> = action.lacks();
        if !lacks.is_empty() {
            return Err(RoundRefusal::NotSmart { place: place + 1, lacks }.into());
        }
    }
    Ok(sign(book, supervision, SignOff::Submitted { notes: book.notes.head_ids(supervision) }, seen))
}

/// The notes that a manager, who did not write them, has before them.
fn with_manager<'a>(
    book: &'a Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    notes: &[EventId],
) -> Result<Meeting<'a>, Refusal> {
    asking.may(Act::AuthoriseSupervision)?;
    let meeting = book.meeting(supervision).ok_or(RoundRefusal::NoSuchSupervision)?;
    if meeting.writers().contains(&asking.practitioner.id) {
        return Err(RoundRefusal::OwnNotes.into());
    }
    on_screen(&meeting, notes)?;
    Ok(meeting)
}

fn send_back(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    notes: Vec<EventId>,
    why: String,
    seen: Vec<EventId>,
) -> Outcome {
    open(book, supervision)?;
    let meeting = with_manager(book, asking, supervision, &notes)?;
    if !matches!(meeting.stage(), Stage::Submitted { .. }) {
        return Err(RoundRefusal::NotSubmitted.into());
    }
    if blank(&why) {
        return Err(RoundRefusal::NoReturnReason.into());
    }
    let returned = SignOff::Returned { notes: book.notes.head_ids(supervision), why };
    Ok(sign(book, supervision, returned, seen))
}

fn authorise(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    notes: Vec<EventId>,
    although: String,
    seen: Vec<EventId>,
) -> Outcome {
    let standing = book.meeting(supervision).map(|meeting| meeting.authorisations()).unwrap_or_default();
    match standing.as_slice() {
        [] => {}
        [_] => return Err(RoundRefusal::Authorised.into()),
        // Two managers authorised without knowing of each other: one of them, or a third, says which stands.
        both => return settle(book, asking, supervision, both, (notes, although), seen),
    }
    let meeting = with_manager(book, asking, supervision, &notes)?;
    if !matches!(meeting.stage(), Stage::Submitted { .. }) {
        return Err(RoundRefusal::NotSubmitted.into());
    }
    let undecided = [
        book.supervisions.get(supervision).is_some_and(|thing| thing.is_in_conflict()),
        book.held.get(supervision).is_some_and(|thing| thing.is_in_conflict()),
        book.agreed_ratings.get(supervision).is_some_and(|thing| thing.is_in_conflict()),
    ];
    if undecided.contains(&true) {
        return Err(RoundRefusal::DecideFirst.into());
    }
    let missing = missing(&meeting, asking);
    if !missing.is_empty() && blank(&although) {
        return Err(RoundRefusal::NotComplete(missing.join(". ")).into());
    }
    Ok(sign(book, supervision, SignOff::Authorised { covers: meeting.to_cover(), although }, seen))
}

/// Between authorisations that were given apart: the one that covers the notes on screen stays the record, and
/// what only the other covers is listed for an addendum to take up.
fn settle(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    both: &[&Version<SignOff>],
    (notes, although): (Vec<EventId>, String),
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::AuthoriseSupervision)?;
    let meeting = book.meeting(supervision).ok_or(RoundRefusal::NoSuchSupervision)?;
    if meeting.writers().contains(&asking.practitioner.id) {
        return Err(RoundRefusal::OwnNotes.into());
    }
    if !both.iter().all(|version| seen.contains(&version.event)) {
        return Err(RoundRefusal::DecideFirst.into());
    }
    let chosen = both.iter().find_map(|version| match &version.value {
        Some(SignOff::Authorised { covers, .. }) if notes.iter().all(|note| covers.contains(note)) => {
            Some(covers)
        }
        _ => None,
    });
    let covers = chosen.ok_or(RoundRefusal::DecideFirst)?.clone();
    let settled = SignOff::Authorised { covers, although };
    Ok(sign(book, supervision, settled, seen))
}

fn sign(book: &Workbook, supervision: SupervisionId, sign_off: SignOff, seen: Vec<EventId>) -> Option<Fact> {
    revision(&book.sign_offs, supervision, Some(sign_off), String::new(), seen).map(Fact::SignOff)
}

/// Anyone of the team who could write may add; nobody changes what stands.
fn add(book: &Workbook, asking: &Asking<'_>, id: AddendumId, addendum: Addendum) -> Outcome {
    if asking.may(Act::WriteSupervisionNotes).is_err() {
        asking.may(Act::OwnSummary)?;
    }
    let meeting = book.meeting(addendum.supervision).ok_or(RoundRefusal::NoSuchSupervision)?;
    if !meeting.is_locked() {
        return Err(RoundRefusal::NotAuthorised.into());
    }
    if blank(&addendum.text) {
        return Err(RoundRefusal::EmptyAddendum.into());
    }
    if book.addenda.get(id).is_some() {
        return Err(RoundRefusal::AlreadyRecorded.into());
    }
    Ok(revision(&book.addenda, id, Some(addendum), String::new(), Vec::new()).map(Fact::Addendum))
}
