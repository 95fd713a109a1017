//! Consent given, renewed, refused, withdrawn, or why it is not needed. A no never waits for words.

use crate::model::consent::{Consent, ConsentOf, ConsentState, Purpose};
use crate::model::ids::EventId;
use crate::model::relationship::ParentalResponsibility;

use super::{Needed, Outcome, ensure, past, text, told};
use crate::workbook::decide::{Asking, Refusal};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

pub(super) fn record(
    book: &Workbook,
    asking: &Asking<'_>,
    of: ConsentOf,
    consent: Consent,
    seen: Vec<EventId>,
) -> Outcome {
    let known = |person| book.people.current(person).is_some();
    // Of somebody who was removed, a no can still be recorded.
    ensure(known(of.person) || consent.is_no(), Needed::SomebodyHere)?;
    past(asking, [Some(consent.on)])?;
    match consent.state {
        ConsentState::Refused | ConsentState::Withdrawn => {}
        ConsentState::NotNeeded => {
            ensure(consent.not_sought.is_some(), Needed::NotSoughtBecause)?;
            text(&consent.why, Needed::WhyConsentNotNeeded)?;
            named(of, &consent)?;
        }
        ConsentState::Given => {
            let Some(by) = consent.by else { return super::need(Needed::WhoGave) };
            ensure(known(by), Needed::WhoGave)?;
            if !may_give(book, of, &consent) {
                text(&consent.why, Needed::RightToGive)?;
            }
            ensure(consent.until.is_none_or(|until| until >= consent.on), Needed::ConsentEnds)?;
            if matches!(of.purpose, Purpose::Sharing(_) | Purpose::SharingWith(_)) {
                text(&consent.explained, Needed::Explained)?;
            }
            named(of, &consent)?;
        }
    }
    let on = consent.on;
    told(&book.consents, of, consent, seen, on, Fact::Consent)
}

fn named(of: ConsentOf, consent: &Consent) -> Result<(), Refusal> {
    match of.purpose {
        Purpose::SharingWith(_) | Purpose::Another(_) => text(&consent.named, Needed::ConsentNamed),
        _ => Ok(()),
    }
}

/// The person themselves; for a child, somebody with parental responsibility on that day.
fn may_give(book: &Workbook, of: ConsentOf, consent: &Consent) -> bool {
    let Some(by) = consent.by else { return false };
    let is_child = book.people.current(of.person).is_some_and(|person| person.is_child());
    by == of.person
        || is_child
            && book.relationships.all().any(|(_, relation)| {
                (relation.from, relation.to) == (by, of.person)
                    && relation.parental_responsibility == ParentalResponsibility::Holds
                    && relation.end.is_none_or(|end| end.latest() >= consent.on)
            })
}
