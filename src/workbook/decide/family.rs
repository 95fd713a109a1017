//! Who is in the family, how they stand to each other, and how it came to the team.

use crate::model::dates::PartialDate;
use crate::model::family::Family;
use crate::model::household::Household;
use crate::model::ids::{EventId, HouseholdId, PersonId, RelationshipId};
use crate::model::person::{Arrival, Person, Separation, Workflow};
use crate::model::practitioner::TeamMember;
use crate::model::relationship::{ParentalResponsibility, Relationship};
use crate::model::subject::Pair;

use super::{Asking, Field, Outcome, Refusal, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

pub(super) fn describe(book: &Workbook, family: Family, seen: Vec<EventId>) -> Outcome {
    if family.label.trim().is_empty() {
        return Err(Refusal::NoLabel);
    }
    Ok(book.revise_family(family, seen).map(Fact::Family))
}

pub(super) fn allocate(book: &Workbook, asking: &Asking<'_>, allocated: bool) -> Option<Fact> {
    let id = asking.practitioner.id;
    let member = TeamMember::from_practitioner(asking.practitioner, allocated);
    revision(&book.team, id, Some(member), String::new(), book.team.head_ids(id)).map(Fact::TeamMember)
}

pub(super) fn person(
    book: &Workbook,
    asking: &Asking<'_>,
    id: PersonId,
    person: Person,
    seen: Vec<EventId>,
) -> Outcome {
    match person.arrival {
        Arrival::Unborn { .. } if !person.is_child() => return Err(Refusal::UnbornAdult),
        Arrival::Born(Some(date)) if date.is_after(asking.today) => return Err(Refusal::BornInFuture),
        Arrival::Born(_) if person.name.trim().is_empty() && person.known_as.trim().is_empty() => {
            return Err(Refusal::NoName);
        }
        Arrival::Unborn { .. } if person.died.is_some() => return Err(Refusal::DiedUnborn),
        Arrival::Born(_) | Arrival::Unborn { .. } => {}
    }
    if let Some(on) = person.died.and_then(|death| death.on) {
        if on.is_after(asking.today) {
            return Err(Refusal::DiedInFuture);
        }
        if person.born_on().is_some_and(|born| on.latest() < born.earliest()) {
            return Err(Refusal::DiedBeforeBirth);
        }
    }
    Ok(revision(&book.people, id, Some(person), String::new(), seen).map(Fact::Person))
}

/// Someone entered in error. A person whom the work names stays.
pub(super) fn remove_person(book: &Workbook, id: PersonId, reason: String, seen: Vec<EventId>) -> Outcome {
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    let named = book.times_named(id);
    if named > 0 {
        return Err(Refusal::PersonInUse(named));
    }
    Ok(revision(&book.people, id, None, reason, seen).map(Fact::Person))
}

pub(super) fn relationship(
    book: &Workbook,
    asking: &Asking<'_>,
    id: RelationshipId,
    relationship: Relationship,
    seen: Vec<EventId>,
) -> Outcome {
    Pair::of(relationship.from, relationship.to).map_err(|_| Refusal::SamePerson)?;
    let (Some(_), Some(to)) = (book.people.current(relationship.from), book.people.current(relationship.to))
    else {
        return Err(Refusal::NoSuchPerson(Field::Relationship));
    };
    if relationship.parental_responsibility != ParentalResponsibility::NotKnown && !to.is_child() {
        return Err(Refusal::ResponsibilityForAdult);
    }
    period(relationship.start, relationship.end)?;
    if relationship.start.is_some_and(|start| start.is_after(asking.today)) {
        return Err(Refusal::StartInFuture);
    }
    Ok(revision(&book.relationships, id, Some(relationship), String::new(), seen).map(Fact::Relationship))
}

pub(super) fn remove_relationship(
    book: &Workbook,
    id: RelationshipId,
    reason: String,
    seen: Vec<EventId>,
) -> Outcome {
    if reason.trim().is_empty() {
        return Err(Refusal::NoReason);
    }
    Ok(revision(&book.relationships, id, None, reason, seen).map(Fact::Relationship))
}

pub(super) fn household(
    book: &Workbook,
    id: HouseholdId,
    household: Household,
    seen: Vec<EventId>,
) -> Outcome {
    if household.label.trim().is_empty() {
        return Err(Refusal::NoHouseholdLabel);
    }
    for stay in &household.stays {
        if book.people.current(stay.person).is_none() {
            return Err(Refusal::NoSuchPerson(Field::Household));
        }
        period(stay.from, stay.until)?;
    }
    Ok(revision(&book.households, id, Some(household), String::new(), seen).map(Fact::Household))
}

pub(super) fn workflow(book: &Workbook, person: PersonId, workflow: Workflow, seen: Vec<EventId>) -> Outcome {
    if book.people.current(person).is_none() {
        return Err(Refusal::NoSuchPerson(Field::Workflow));
    }
    if !workflow.inside && workflow.why.trim().is_empty() {
        return Err(Refusal::NoWorkflowReason);
    }
    Ok(revision(&book.workflow, person, Some(workflow), String::new(), seen).map(Fact::Workflow))
}

pub(super) fn separation(book: &Workbook, pair: Pair, separation: Separation, seen: Vec<EventId>) -> Outcome {
    for person in pair.both() {
        match book.people.current(person) {
            None => return Err(Refusal::NoSuchPerson(Field::Separation)),
            Some(person) if person.is_child() => return Err(Refusal::SeparationOfChild),
            Some(_) => {}
        }
    }
    if separation.said_to_harm.is_some_and(|person| pair.other(person).is_none()) {
        return Err(Refusal::NoSuchPerson(Field::Separation));
    }
    // Beginning it must never wait for words; ending it needs them.
    if !separation.in_force && separation.why.trim().is_empty() {
        return Err(Refusal::NoSeparationReason);
    }
    Ok(revision(&book.separations, pair, Some(separation), String::new(), seen).map(Fact::Separation))
}

fn period(start: Option<PartialDate>, end: Option<PartialDate>) -> Result<(), Refusal> {
    match (start, end) {
        // A year and a day within it can only be compared by what both surely mean.
        (Some(start), Some(end)) if end.latest() < start.earliest() => Err(Refusal::EndBeforeStart),
        _ => Ok(()),
    }
}
