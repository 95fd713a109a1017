//! The way to every page of a family that does not stand in its header.

use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part, Row};

/// The pages, and what is on each.
pub const PAGES: &[(Place, &str)] = &[
    (Place::Handover, "What somebody who takes over reads first."),
    (
        Place::Referral,
        "How the family came to the team, the pathway, who works with them, alerts and disagreements.",
    ),
    (Place::Pictures, "Ratings, answers on a scale, and when each child was seen and heard, as pictures."),
    (Place::Coverage, "Which questions of the programme have evidence, and from whom."),
    (Place::Consent, "Who consents to what, and what was not asked yet."),
    (Place::Sharing, "What each person of the family would be shown, and choosing it."),
    (Place::Thresholds, "Each child’s status and threshold, recommended and decided."),
    (Place::Summaries, "Each worker’s summary for supervision, and the case summary."),
    (Place::Notes, "Case notes, consultation, management oversight, requests for a specialist."),
    (Place::Safety, "What keeps people safe. Check who can see this screen before you open it."),
    (Place::Documents, "Reports, plans, letters and records to print or to open in Word."),
    (Place::History, "Everything that was recorded, by whom and when."),
    (Place::Close, "What is still to be done before the work ends, closing and reopening."),
];

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let to = |page| Route::family(here.book.id, page);
    let row = |(place, words): &(Place, &str)| Row {
        more: vec![(*words).to_owned()],
        ..Row::link(place.title(), to(FamilyPage::leaf(*place)))
    };
    let share = Row {
        more: vec!["Take this workbook to a colleague as an encrypted file.".to_owned()],
        ..Row::link("Share", to(FamilyPage::Share))
    };
    let rows = PAGES.iter().map(row).chain([share]).collect();
    let heading = Place::More.title().to_owned();
    Leaf { heading, caption: None, back: None, parts: vec![Part::List(rows)] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::leaves::leaf as page;
    use crate::services::sample::Sample;
    use crate::services::sheets::tests::here;

    #[test]
    fn every_way_leads_to_a_page() {
        let sample = Sample::new();
        for (place, _) in PAGES {
            assert!(page(*place, None, &here(&sample.book)).is_some(), "{place:?}");
        }
    }
}
