//! Each worker's own rating, showing them together, and the one the manager agrees (WAL and WSX 8; `domain.md`
//! R57 to R59).

use crate::model::choices::Choice;
use crate::model::ids::{EventId, SupervisionId};
use crate::model::rating::{AgreedRating, Contribution, Rating, Reveal};

use super::permission::Act;
use super::supervision::open;
use super::{Asking, Field, Outcome, Refusal, RoundRefusal, blank, revision};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// Something about red, amber and green.
#[derive(Debug, Clone, PartialEq)]
pub enum RatingCommand {
    /// One's own; nobody rates for somebody else.
    Rate {
        supervision: SupervisionId,
        rating: Rating,
        seen: Vec<EventId>,
    },
    Reveal {
        supervision: SupervisionId,
    },
    Agree {
        supervision: SupervisionId,
        rating: AgreedRating,
        seen: Vec<EventId>,
    },
}

pub(super) fn decide(book: &Workbook, asking: &Asking<'_>, command: RatingCommand) -> Outcome {
    if !asking.rules.round.ratings {
        return Err(RoundRefusal::RatingsNotUsed.into());
    }
    match command {
        RatingCommand::Rate { supervision, rating, seen } => rate(book, asking, supervision, rating, seen),
        RatingCommand::Reveal { supervision } => reveal(book, asking, supervision),
        RatingCommand::Agree { supervision, rating, seen } => agree(book, asking, supervision, rating, seen),
    }
}

fn rate(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    rating: Rating,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::OwnSummary)?;
    open(book, supervision)?;
    if blank(&rating.reason) {
        return Err(RoundRefusal::NoRatingReason.into());
    }
    for person in &rating.attributable_to {
        match book.people.current(*person) {
            None => return Err(Refusal::NoSuchPerson(Field::Rating)),
            Some(person) if person.is_child() => return Err(RoundRefusal::AttributedToChild.into()),
            Some(_) => {}
        }
    }
    let of = Contribution { supervision, practitioner: asking.practitioner.id };
    Ok(revision(&book.ratings, of, Some(rating), String::new(), seen).map(Fact::Rating))
}

fn reveal(book: &Workbook, asking: &Asking<'_>, supervision: SupervisionId) -> Outcome {
    let meeting = open(book, supervision)?;
    let chair = meeting.held().and_then(|held| held.chair).or_else(|| meeting.plan()?.chair);
    if chair != Some(asking.practitioner.id) && asking.may(Act::AgreeRating).is_err() {
        let whose = asking.rules.permissions.words(Act::AgreeRating);
        return Err(RoundRefusal::NotTheChair(whose).into());
    }
    if meeting.reveal().is_some() {
        return Ok(None);
    }
    let shown: Vec<EventId> =
        meeting.contributors().into_iter().flat_map(|of| book.ratings.head_ids(of)).collect();
    if shown.is_empty() {
        return Err(RoundRefusal::NothingToShow.into());
    }
    Ok(revision(&book.reveals, supervision, Some(Reveal { shown }), String::new(), Vec::new())
        .map(Fact::Reveal))
}

fn agree(
    book: &Workbook,
    asking: &Asking<'_>,
    supervision: SupervisionId,
    rating: AgreedRating,
    seen: Vec<EventId>,
) -> Outcome {
    asking.may(Act::AgreeRating)?;
    let meeting = open(book, supervision)?;
    if blank(&rating.reason) {
        return Err(RoundRefusal::NoRatingReason.into());
    }
    // Agreed before the others were read, it would not be agreed.
    if meeting.levels().next().is_some() && meeting.reveal().is_none() {
        return Err(RoundRefusal::NotShownYet.into());
    }
    if meeting.spread().is_some_and(|(low, high)| low != high) && blank(&rating.difference) {
        return Err(RoundRefusal::NoDifference.into());
    }
    let before = meeting.before().and_then(|before| before.agreed().map(|agreed| agreed.level));
    if let Some(before) = before.filter(|before| *before != rating.level && blank(&rating.change)) {
        return Err(RoundRefusal::NoChange(before.label()).into());
    }
    Ok(revision(&book.agreed_ratings, supervision, Some(rating), String::new(), seen).map(Fact::AgreedRating))
}
