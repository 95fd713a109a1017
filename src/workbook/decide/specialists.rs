//! Asking for an adult specialist, and the decision, which is final (WAL and WSX 7; `domain.md` R69).

use crate::model::ids::{EventId, RequestId};
use crate::model::specialist::{SpecialistDecision, SpecialistRequest};

use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// Something about a specialist.
#[derive(Debug, Clone, PartialEq)]
pub enum SpecialistCommand {
    Ask { id: RequestId, request: SpecialistRequest, seen: Vec<EventId> },
    Decide { id: RequestId, decision: SpecialistDecision, seen: Vec<EventId> },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: SpecialistCommand) -> Outcome {
    match command {
        SpecialistCommand::Ask { id, request, seen } => ask(book, asking, id, request, seen),
        SpecialistCommand::Decide { id, decision, seen } => settle(book, asking, id, decision, seen),
    }
}

fn ask(
    book: &Workbook,
    asking: &Asking<'_>,
    id: RequestId,
    request: SpecialistRequest,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::RequestSpecialist)?;
    if book.specialist_decisions.get(id).is_some() {
        return Err(RoundRefusal::DecisionIsFinal.into());
    }
    if request.specialists.is_empty() {
        return Err(RoundRefusal::NoSpecialist.into());
    }
    for person in &request.people {
        match book.people.current(*person) {
            None => return Err(Refusal::NoSuchPerson(Field::Subject)),
            Some(person) if person.is_child() => return Err(RoundRefusal::SpecialistForChild.into()),
            Some(_) => {}
        }
    }
    if blank(&request.situation) {
        return Err(RoundRefusal::NoSituation.into());
    }
    if blank(&request.purpose) {
        return Err(RoundRefusal::NoPurpose.into());
    }
    Ok(revision(&book.specialist_requests, id, Some(request), String::new(), seen)
        .map(Fact::SpecialistRequest))
}

fn settle(
    book: &Workbook,
    asking: &Asking<'_>,
    id: RequestId,
    decision: SpecialistDecision,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::RecordSpecialistDecision)?;
    book.specialist_requests.current(id).ok_or(RoundRefusal::NoSuchRequest)?;
    // Two that were recorded apart can be settled; one that stands is final.
    if book.specialist_decisions.get(id).is_some_and(|stands| !stands.is_in_conflict()) {
        return Err(RoundRefusal::DecisionIsFinal.into());
    }
    if decision.on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if blank(&decision.decided_by) {
        return Err(RoundRefusal::NoDecider.into());
    }
    if blank(&decision.reason) {
        return Err(RoundRefusal::NoDecisionReason.into());
    }
    Ok(revision(&book.specialist_decisions, id, Some(decision), String::new(), seen)
        .map(Fact::SpecialistDecision))
}
