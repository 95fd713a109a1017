//! Visits that were made or tried (WAL "Recording"; WAR 11; `domain.md` R39, R43, R76, R77).

use crate::model::ids::{EventId, PersonId, VisitId};
use crate::model::visit::{Contact, OnSystem, Place, Visit};

use super::entries::audience;
use super::modules::can_begin;
use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// Something about a visit.
#[derive(Debug, Clone, PartialEq)]
pub enum VisitCommand {
    Record {
        id: VisitId,
        visit: Visit,
    },
    Amend {
        id: VisitId,
        visit: Visit,
        reason: String,
        seen: Vec<EventId>,
    },
    /// Entered in error.
    Withdraw {
        id: VisitId,
        reason: String,
        seen: Vec<EventId>,
    },
    /// It stands in the statutory system too.
    PutOnSystem {
        id: VisitId,
        on_system: OnSystem,
        seen: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: VisitCommand) -> Outcome {
    asking.may(Act::RecordVisit)?;
    match command {
        VisitCommand::Record { id, visit } => {
            if book.visits.get(id).is_some() {
                return Err(RoundRefusal::AlreadyRecorded.into());
            }
            record(book, asking, id, visit, String::new(), Vec::new())
        }
        VisitCommand::Amend { id, visit, reason, seen } => {
            changing(book, id, &reason)?;
            record(book, asking, id, visit, reason, seen)
        }
        VisitCommand::Withdraw { id, reason, seen } => {
            changing(book, id, &reason)?;
            Ok(revision(&book.visits, id, None, reason, seen).map(Fact::Visit))
        }
        VisitCommand::PutOnSystem { id, on_system, seen } => {
            let visit = book.visits.current(id).ok_or(RoundRefusal::NoSuchVisit)?;
            if on_system.on > asking.today || on_system.on < visit.on {
                return Err(RoundRefusal::DayInFuture.into());
            }
            Ok(revision(&book.visits_on_system, id, Some(on_system), String::new(), seen).map(Fact::OnSystem))
        }
    }
}

fn changing(book: &Workbook, id: VisitId, reason: &str) -> Result<(), RoundRefusal> {
    if book.visits.get(id).is_none() {
        return Err(RoundRefusal::NoSuchVisit);
    }
    if blank(reason) { Err(RoundRefusal::NoReason) } else { Ok(()) }
}

fn record(
    book: &Workbook,
    asking: &Asking<'_>,
    id: VisitId,
    mut visit: Visit,
    reason: String,
    seen: Vec<EventId>,
) -> Outcome {
    let before: Vec<&Visit> = book
        .visits
        .get(id)
        .into_iter()
        .flat_map(|thing| thing.versions())
        .filter_map(|version| version.value.as_ref())
        .collect();
    if visit.on > asking.today {
        return Err(RoundRefusal::VisitInFuture.into());
    }
    if visit.from.zip(visit.until).is_some_and(|(from, until)| until <= from) {
        return Err(RoundRefusal::EndBeforeBeginning.into());
    }
    if matches!(&visit.place, Place::Elsewhere(words) if blank(words)) {
        return Err(RoundRefusal::NoPlace.into());
    }
    if visit.children.is_empty() {
        return Err(RoundRefusal::NoChildren.into());
    }
    // Whoever was named before may stay named, even if they were removed since.
    let strange = |person: PersonId| {
        book.people.current(person).is_none() && !before.iter().any(|old| old.people().contains(&person))
    };
    if visit.people().into_iter().any(strange) {
        return Err(Refusal::NoSuchPerson(Field::Children));
    }
    let adult = |person: PersonId| book.people.current(person).is_some_and(|person| !person.is_child());
    if visit.children.keys().chain(visit.meaning.keys()).any(|child| adult(*child)) {
        return Err(Refusal::AnalysisOfAdult);
    }
    for (child, contact) in &visit.children {
        contact_is_said(contact, || book.name_of(*child))?;
    }
    if !visit.evidence_for.is_empty() && !visit.has_words() {
        return Err(RoundRefusal::NoEvidence.into());
    }
    for evidence in &visit.evidence_for {
        let same = |old: &Visit| old.evidence_for.iter().any(|it| it.subject == evidence.subject);
        if !before.iter().any(|old| same(old)) {
            can_begin(book, evidence.subject)?;
        }
    }
    let named = visit.people();
    audience(book, &visit.audience, |person| named.contains(&person))?;
    if visit.by.is_empty() {
        visit.by.insert(asking.practitioner.id);
    }
    Ok(revision(&book.visits, id, Some(visit), reason, seen).map(Fact::Visit))
}

fn contact_is_said(contact: &Contact, name: impl Fn() -> String) -> Result<(), RoundRefusal> {
    match contact {
        Contact::NotSeen { why, .. } if blank(why) => Err(RoundRefusal::NoWhyNotSeen(name())),
        Contact::SeenAlone { agreed_by, without_agreement }
            if agreed_by.is_empty() && blank(without_agreement) =>
        {
            Err(RoundRefusal::NoAgreement(name()))
        }
        Contact::NotSeen { .. } | Contact::SeenAlone { .. } | Contact::Seen { .. } => Ok(()),
    }
}
