//! The pages that show records of a family, one file for each.

mod chronology;
mod consent;
pub mod due;
mod thresholds;
mod visits;

use crate::navigation::Leaf as Place;
use crate::services::here::Here;
use crate::services::leaf::Leaf;

/// What a page shows. `None`: there is no such page, or no such record.
pub fn leaf(place: Place, _of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    match place {
        Place::Chronology => Some(chronology::leaf(here)),
        Place::Consent => Some(consent::leaf(here)),
        Place::Dates => Some(due::leaf(here)),
        Place::Thresholds => Some(thresholds::leaf(here)),
        Place::Visits => Some(visits::leaf(here)),
        _ => None,
    }
}
