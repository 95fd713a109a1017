//! What keeps people safe: facts that must not be known, requests not to tell, and safety plans (`domain.md` E2, rules
//! 3, 5 and 7; A11, its last row).
//!
//! To begin something that keeps somebody safe never waits for the right person; to change or end it does.

use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::{DoNotTellId, EventId, PersonId, ProtectedId};
use crate::model::protected::ProtectedFact;
use crate::model::safety_plan::SafetyPlan;
use crate::model::source::Source;

use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, SafetyRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// Something that keeps people safe. `reason` is for what stands already.
#[derive(Debug, Clone, PartialEq)]
pub enum SafetyCommand {
    Protect {
        id: ProtectedId,
        fact: ProtectedFact,
        reason: String,
        seen: Vec<EventId>,
    },
    /// It never was so: it is looked for no more.
    Unprotect {
        id: ProtectedId,
        reason: String,
        seen: Vec<EventId>,
    },
    KeepFrom {
        id: DoNotTellId,
        request: DoNotTell,
        reason: String,
        seen: Vec<EventId>,
    },
    /// They ask for it no more.
    Lift {
        id: DoNotTellId,
        reason: String,
        seen: Vec<EventId>,
    },
    WritePlan {
        person: PersonId,
        plan: SafetyPlan,
        seen: Vec<EventId>,
    },
    /// They take their plan back. It is theirs: no reason is asked for.
    TakePlanBack {
        person: PersonId,
        seen: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: SafetyCommand) -> Outcome {
    match command {
        SafetyCommand::Protect { id, fact, reason, seen } => {
            begin(asking, book.protected_facts.get(id).is_some(), &reason)?;
            check_fact(book, &fact)?;
            Ok(revision(&book.protected_facts, id, Some(fact), reason, seen).map(Fact::ProtectedFact))
        }
        SafetyCommand::Unprotect { id, reason, seen } => {
            end(asking, book.protected_facts.get(id).is_some(), &reason)?;
            Ok(revision(&book.protected_facts, id, None, reason, seen).map(Fact::ProtectedFact))
        }
        SafetyCommand::KeepFrom { id, request, reason, seen } => {
            let stands = book.do_not_tell.get(id).is_some();
            begin(asking, stands, &reason)?;
            check_request(book, asking, &request)?;
            // One from before somebody had to answer for it may be changed without.
            if request.owner.is_none() && !stands {
                return Err(SafetyRefusal::NobodyAnswers.into());
            }
            Ok(revision(&book.do_not_tell, id, Some(request), reason, seen).map(Fact::DoNotTell))
        }
        SafetyCommand::Lift { id, reason, seen } => {
            end(asking, book.do_not_tell.get(id).is_some(), &reason)?;
            Ok(revision(&book.do_not_tell, id, None, reason, seen).map(Fact::DoNotTell))
        }
        SafetyCommand::WritePlan { person, plan, seen } => {
            asking.may(Act::SafetyPlan)?;
            check_plan(book, asking, person, &plan)?;
            Ok(revision(&book.safety_plans, person, Some(plan), String::new(), seen).map(Fact::SafetyPlan))
        }
        SafetyCommand::TakePlanBack { person, seen } => {
            asking.may(Act::SafetyPlan)?;
            works_with_them(book, asking)?;
            book.safety_plans.current(person).ok_or(SafetyRefusal::NoPlan)?;
            Ok(revision(&book.safety_plans, person, None, String::new(), seen).map(Fact::SafetyPlan))
        }
    }
}

/// Something new, or a change of what stands already.
fn begin(asking: &Asking<'_>, stands: bool, reason: &str) -> Result<(), Refusal> {
    if stands { end(asking, true, reason) } else { asking.may(Act::Protect) }
}

fn end(asking: &Asking<'_>, stands: bool, reason: &str) -> Result<(), Refusal> {
    asking.may(Act::EndProtection)?;
    if !stands {
        return Err(SafetyRefusal::NotHere.into());
    }
    if blank(reason) { Err(SafetyRefusal::NoReason.into()) } else { Ok(()) }
}

fn check_fact(book: &Workbook, fact: &ProtectedFact) -> Result<(), Refusal> {
    here(book, fact.whose, Field::Person)?;
    if blank(&fact.words) {
        return Err(SafetyRefusal::NothingProtected.into());
    }
    match (fact.since, fact.until) {
        (Some(since), Some(until)) if until.latest() < since.earliest() => Err(Refusal::EndBeforeStart),
        _ => Ok(()),
    }
}

fn check_request(book: &Workbook, asking: &Asking<'_>, request: &DoNotTell) -> Result<(), Refusal> {
    here(book, request.asked_by, Field::Person)?;
    if request.from.is_empty() {
        return Err(SafetyRefusal::NobodyKeptFrom.into());
    }
    for person in &request.from {
        here(book, *person, Field::Audience)?;
    }
    let name = || book.name_of(request.asked_by);
    if request.from.contains(&request.asked_by) {
        return Err(SafetyRefusal::FromThemselves(name()).into());
    }
    if blank(&request.what) {
        return Err(SafetyRefusal::NothingKept.into());
    }
    if blank(&request.why) {
        return Err(SafetyRefusal::NoWhy(name()).into());
    }
    let in_team = |owner| owner == asking.practitioner.id || book.team.get(owner).is_some();
    if request.owner.is_some_and(|owner| !in_team(owner)) {
        return Err(SafetyRefusal::NobodyAnswers.into());
    }
    if request.asked_on > asking.today {
        return Err(SafetyRefusal::AskedInFuture.into());
    }
    if request.until.is_some_and(|until| until < request.asked_on) {
        return Err(SafetyRefusal::UntilBeforeAsked.into());
    }
    let known = |source: &Source| match *source {
        Source::Entry(id) => book.entries.get(id).is_some(),
        Source::Visit(id) => book.visits.get(id).is_some(),
        Source::CaseNote(id) => book.case_notes.get(id).is_some(),
    };
    if request.records.iter().all(known) { Ok(()) } else { Err(RoundRefusal::NoSuchSource.into()) }
}

fn check_plan(
    book: &Workbook,
    asking: &Asking<'_>,
    person: PersonId,
    plan: &SafetyPlan,
) -> Result<(), Refusal> {
    here(book, person, Field::Person)?;
    works_with_them(book, asking)?;
    if !plan.has_words() {
        return Err(SafetyRefusal::EmptyPlan.into());
    }
    if plan.safe_on_paper.is_some_and(|day| day > asking.today) {
        return Err(SafetyRefusal::OnPaperInFuture.into());
    }
    Ok(())
}

fn works_with_them(book: &Workbook, asking: &Asking<'_>) -> Result<(), SafetyRefusal> {
    match book.works_here(asking.practitioner, asking.today) {
        true => Ok(()),
        false => Err(SafetyRefusal::NotWithThem),
    }
}

fn here(book: &Workbook, person: PersonId, at: Field) -> Result<(), Refusal> {
    match book.people.current(person) {
        Some(_) => Ok(()),
        None => Err(Refusal::NoSuchPerson(at)),
    }
}
