//! What waits for a person to decide: things of which two versions stand beside each other, and what was
//! written of a supervision by someone who did not know that it was authorised.

use super::fold::Workbook;

pub use super::kinds::{Conflict, Stands};

/// Everything that waits for a decision, in a fixed order.
pub fn conflicts(book: &Workbook) -> Vec<Conflict> {
    let mut found = super::kinds::with_two_heads(book);
    let mut authorised = book.meetings();
    authorised.retain(|meeting| meeting.is_locked());
    // Nobody can choose between versions of a record that does not change. An addendum takes them up.
    found.retain(|conflict| !authorised.iter().any(|meeting| meeting.settles(*conflict)));
    // Ratings that two people showed, each without knowing of the other, are shown: there is nothing to choose.
    found.retain(|conflict| !matches!(conflict, Conflict::Reveal(_)));
    authorised.retain(|meeting| !meeting.strays().is_empty());
    found.extend(authorised.into_iter().map(|meeting| Conflict::AfterAuthorisation(meeting.id)));
    found
}
