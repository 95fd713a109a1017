//! What came of an action, and the rules that hold for actions wherever they are agreed.

use std::collections::BTreeSet;

use crate::model::action::{Action, ActionResult, Outcome as CameOfIt, Owner};
use crate::model::ids::{ActionId, EventId};

use super::permission::Act;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;
use crate::workbook::round::actions::AgreedIn;

/// Says what came of an action. An authorised record does not change by it: the result is its own record.
pub(super) fn result(
    book: &Workbook,
    asking: &Asking<'_>,
    action: ActionId,
    result: ActionResult,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::RecordResult)?;
    if book.action(action).is_none() {
        return Err(RoundRefusal::NoSuchAction.into());
    }
    if result.on > asking.today {
        return Err(RoundRefusal::DayInFuture.into());
    }
    if result.outcome != CameOfIt::Done && blank(&result.words) {
        return Err(RoundRefusal::NoResultReason.into());
    }
    if result.reviewed_in.is_some_and(|supervision| book.meeting(supervision).is_none()) {
        return Err(RoundRefusal::NoSuchSupervision.into());
    }
    Ok(revision(&book.action_results, action, Some(result), String::new(), seen).map(Fact::ActionResult))
}

/// Whoever of the family shall do something is of this family.
pub(super) fn owners_known<'a>(
    book: &Workbook,
    actions: impl IntoIterator<Item = &'a Action>,
) -> Result<(), Refusal> {
    let strange =
        |owner: &Owner| matches!(owner, Owner::Person(person) if book.people.get(*person).is_none());
    match actions.into_iter().filter_map(|action| action.who.as_ref()).any(strange) {
        true => Err(Refusal::NoSuchPerson(Field::Actions)),
        false => Ok(()),
    }
}

/// An action stands in one place only, once; what comes of it is recorded, and it is carried forward by itself.
pub(super) fn new_here<'a>(
    book: &Workbook,
    actions: impl IntoIterator<Item = &'a Action>,
    here: AgreedIn,
) -> Result<(), RoundRefusal> {
    let elsewhere: BTreeSet<ActionId> = book
        .actions()
        .into_iter()
        .filter(|agreed| agreed.agreed_in != here)
        .map(|agreed| agreed.action.id)
        .collect();
    let mut named = BTreeSet::new();
    match actions.into_iter().all(|action| named.insert(action.id) && !elsewhere.contains(&action.id)) {
        true => Ok(()),
        false => Err(RoundRefusal::ActionElsewhere),
    }
}
