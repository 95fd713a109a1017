//! The pages that show records of a family, one file for each.

mod chronology;
mod closed;
mod consent;
mod coverage;
mod documents;
pub mod due;
mod handover;
pub mod history;
mod meeting;
pub mod more;
mod notes;
pub mod offers;
mod pictures;
mod plan;
mod plans;
mod safety;
mod sharing;
mod sieve;
mod summaries;
mod summary;
mod supervision;
mod thresholds;
mod visits;
mod visits_table;
mod way;

pub use plans::{names, owner_name, standing};
pub use visits::in_module as visits_in_module;

use crate::navigation::Leaf as Place;
use crate::policy::practice::rules_of;
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part};
use crate::workbook::decide::permission::Act;

/// What a page shows. `None`: there is no such page, or no such record.
pub fn leaf(place: Place, of: Option<&str>, here: &Here<'_>) -> Option<Leaf> {
    // Pages of one thing take `of`; the others have no address under them.
    let leaf = match (place, of) {
        (Place::Chronology, of) => chronology::leaf(of, here),
        (Place::Close, None) => Some(way::close::leaf(here)),
        (Place::Consent, None) => Some(consent::leaf(here)),
        (Place::Documents, None) => Some(documents::leaf(here)),
        (Place::Coverage, of) => coverage::leaf(of, here),
        (Place::Dates, None) => Some(due::leaf(here)),
        (Place::Handover, None) => Some(handover::leaf(here)),
        (Place::History, of) => history::leaf(of, here),
        (Place::Meeting, Some(of)) => meeting::leaf(of, here),
        (Place::More, None) => Some(more::leaf(here)),
        (Place::Notes, None) => Some(notes::leaf(here)),
        (Place::Pictures, None) => Some(pictures::leaf(here)),
        (Place::Plan, Some(of)) => plan::leaf(of, here),
        (Place::Plans, None) => Some(plans::leaf(here)),
        (Place::Referral, None) => Some(way::leaf(here)),
        (Place::Safety, None) => Some(safety::leaf(here)),
        (Place::Sharing, None) => Some(sharing::leaf(here)),
        (Place::Summaries, None) => Some(summaries::leaf(here)),
        (Place::Summary, Some(of)) => summary::leaf(of, here),
        (Place::Supervision, None) => Some(supervision::leaf(here)),
        (Place::Thresholds, None) => Some(thresholds::leaf(here)),
        (Place::Visits, None) => Some(visits::leaf(here)),
        _ => None,
    };
    leaf.map(|leaf| closed::read_only(leaf, here))
}

/// That an authority does not use a part, in its own words, with where they stand; nothing where it uses it.
fn not_used(here: &Here<'_>, part: Used) -> Vec<Part> {
    let profile = here.profile();
    if profile.uses(part) {
        return Vec::new();
    }
    let said = profile.part(part);
    let words = said.map_or("Not used here.", |said| said.words.as_str());
    let source = said.and_then(|said| said.source.as_ref()).map(|it| profile.source_words(it));
    let said = Part::Words(words.to_owned());
    std::iter::once(said).chain(source.map(|source| Part::Aside(format!("{source}.")))).collect()
}

/// Whether whoever is looking may do something: what is plainly somebody else's is not offered.
fn may(here: &Here<'_>, act: Act) -> bool {
    here.book.closed_on().is_none() && rules_of(here.profile()).permissions.allows(&here.me.role, act)
}
