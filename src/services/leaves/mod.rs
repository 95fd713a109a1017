//! The pages that show records of a family, one file for each.

mod chronology;
mod consent;
pub mod due;
mod meeting;
mod supervision;
mod thresholds;
mod visits;

use crate::navigation::Leaf as Place;
use crate::services::here::Here;
use crate::services::leaf::Leaf;

/// What a page shows. `None`: there is no such page, or no such record.
pub fn leaf(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    // Pages of one thing take `of`; the others have no address under them.
    match (place, of) {
        (Place::Chronology, None) => Some(chronology::leaf(here)),
        (Place::Consent, None) => Some(consent::leaf(here)),
        (Place::Dates, None) => Some(due::leaf(here)),
        (Place::Meeting, Some(of)) => meeting::leaf(of, here),
        (Place::Supervision, None) => Some(supervision::leaf(here)),
        (Place::Thresholds, None) => Some(thresholds::leaf(here)),
        (Place::Visits, None) => Some(visits::leaf(here)),
        _ => None,
    }
}
