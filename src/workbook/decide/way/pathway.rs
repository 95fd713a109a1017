//! Choosing the pathway: where the guidance does not decide, or says another, a reason is asked.

use crate::model::ids::EventId;
use crate::model::pathway::{Pathway, PathwayChoice, PathwayOf};

use super::{Needed, Outcome, child, text, told};
use crate::workbook::decide::Asking;
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

pub(super) fn choose(
    book: &Workbook,
    asking: &Asking<'_>,
    of: PathwayOf,
    choice: PathwayChoice,
    seen: Vec<EventId>,
) -> Outcome {
    if let PathwayOf::Child(person) = of {
        child(book, person)?;
    }
    if choice.pathway == Pathway::Another {
        text(&choice.service, Needed::Service)?;
    }
    let said = book.pathway_guidance(asking.rules, of, &choice.concerns, &choice.circumstances, asking.today);
    match said.decides() {
        Some(pathway) if pathway == choice.pathway => {}
        Some(_) => text(&choice.why, Needed::PathwayAgainst)?,
        None => text(&choice.why, Needed::PathwayWhy)?,
    }
    let choice = PathwayChoice { gaps: said.gaps, ..choice };
    told(&book.pathways, of, choice, seen, asking.today, Fact::Pathway)
}
