//! The pages that show records of a family, one file for each.

mod chronology;
mod consent;
pub mod due;
pub mod more;
mod summaries;
mod summary;
mod thresholds;
mod visits;

use crate::navigation::Leaf as Place;
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part};

/// What a page shows. `None`: there is no such page, or no such record.
pub fn leaf(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    // Pages of one thing take `of`; the others have no address under them.
    match (place, of) {
        (Place::Chronology, None) => Some(chronology::leaf(here)),
        (Place::Consent, None) => Some(consent::leaf(here)),
        (Place::Dates, None) => Some(due::leaf(here)),
        (Place::More, None) => Some(more::leaf(here)),
        (Place::Summaries, None) => Some(summaries::leaf(here)),
        (Place::Summary, Some(of)) => summary::leaf(of, here),
        (Place::Thresholds, None) => Some(thresholds::leaf(here)),
        (Place::Visits, None) => Some(visits::leaf(here)),
        _ => None,
    }
}

/// What stands where an authority does not use a part: its own words about it.
fn not_used(here: &Here<'_>, part: Used) -> Vec<Part> {
    let profile = here.profile();
    let words = profile.part(part).map_or("Not used here.", |said| said.words.as_str());
    let source = profile.part(part).and_then(|said| said.source.as_ref()).map(|it| profile.source_words(it));
    let said = Part::Words(words.to_owned());
    std::iter::once(said).chain(source.map(|source| Part::Aside(format!("{source}.")))).collect()
}
