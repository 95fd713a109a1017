//! The pages that show records of a family, one file for each.

mod chronology;
mod consent;
pub mod due;
mod handover;
pub mod history;
mod notes;
mod plan;
mod plans;
mod thresholds;
mod visits;

use crate::navigation::Leaf as Place;
use crate::policy::practice::rules_of;
use crate::services::here::Here;
use crate::services::leaf::Leaf;
use crate::workbook::decide::permission::Act;

/// What a page shows. `None`: there is no such page, or no such record.
pub fn leaf(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    // Pages of one thing take `of`; the others have no address under them.
    match (place, of) {
        (Place::Chronology, None) => Some(chronology::leaf(here)),
        (Place::Consent, None) => Some(consent::leaf(here)),
        (Place::Dates, None) => Some(due::leaf(here)),
        (Place::Handover, None) => Some(handover::leaf(here)),
        (Place::History, of) => history::leaf(of, here),
        (Place::Notes, None) => Some(notes::leaf(here)),
        (Place::Plan, Some(of)) => plan::leaf(of, here),
        (Place::Plans, None) => Some(plans::leaf(here)),
        (Place::Thresholds, None) => Some(thresholds::leaf(here)),
        (Place::Visits, None) => Some(visits::leaf(here)),
        _ => None,
    }
}

/// Whether whoever is looking may do something: what is plainly somebody else's is not offered.
fn may(here: &Here<'_>, act: Act) -> bool {
    here.book.closed_on().is_none() && rules_of(here.profile()).permissions.allows(&here.me.role, act)
}
