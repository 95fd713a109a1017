//! How things have changed, as pictures with their tables: the ratings, the answers on a scale, the stages of change, and
//! whether each child is seen and heard (`domain.md` B7, R57 to R59, R76, R77; `ux.md` 3.6).

use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part, Way};
use crate::services::pictures::Drawn;
use crate::services::pictures::answers::answers;
use crate::services::pictures::ratings::ratings;
use crate::services::pictures::siblings::siblings;
use crate::services::pictures::stages::stages;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = vec![Part::Words(
        "These pictures draw themselves from what is recorded. Each has the same as a table under it."
            .to_owned(),
    )];
    if here.profile().uses(Used::Rating) {
        parts.push(Part::Heading("Ratings".to_owned()));
        parts.push(drawn(
            ratings(here),
            "The ratings of each supervision appear here, once somebody has rated.",
        ));
    }
    parts.push(Part::Heading("Answers on a scale".to_owned()));
    parts.push(drawn(
        answers(here, |_| true),
        "What people answer on a scale during a visit appears here, once it is taken into the record.",
    ));
    parts.push(Part::Heading("Stages of change".to_owned()));
    parts.push(Part::Words(
        "What workers made of it on that day. A stage is not a score: going back is part of the way for most people."
            .to_owned(),
    ));
    parts.push(drawn(
        stages(here, |_| true),
        "Open “Stage of change” when you add an entry about a parent, and it appears here.",
    ));
    parts.push(Part::Heading("Each child seen and heard".to_owned()));
    parts.push(drawn(siblings(here), "Add the children of the family, and when each was seen appears here."));
    let way = |words: &str, place| Way::new(words, Route::family(here.book.id, FamilyPage::leaf(place)));
    let ways = vec![way("The timeline", Place::Chronology), way("Questions with evidence", Place::Coverage)];
    parts.push(Part::Heading("More pictures".to_owned()));
    parts.push(Part::Actions { ways, primary: false });
    Leaf { heading: Place::Pictures.title().to_owned(), caption: None, back: None, parts }
}

/// The picture, or what it waits for.
fn drawn(picture: Option<Drawn>, waits: &str) -> Part {
    picture.map_or_else(|| Part::Words(waits.to_owned()), |(scene, table)| Part::Picture(scene, table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::authority::Authority;
    use crate::services::pictures::tests::example;
    use crate::services::sample::Sample;
    use crate::services::sheets::summary::tests::{looks, sam};
    use crate::services::sheets::tests::here;

    fn pictures(leaf: Leaf) -> Vec<String> {
        let title = |part| match part {
            Part::Picture(scene, table) => {
                assert!(!table.rows.is_empty(), "{}", scene.title);
                Some(scene.title)
            }
            _ => None,
        };
        leaf.parts.into_iter().filter_map(title).collect()
    }

    #[test]
    fn what_there_is_is_drawn_and_what_is_not_there_says_what_it_waits_for() {
        let all = ["How the ratings moved", "Stages of change", "Each child seen and heard"];
        assert_eq!(pictures(leaf(&here(&example()))), all);
        assert_eq!(pictures(leaf(&here(&Sample::new().book))), all[2..]);
    }

    #[test]
    fn where_families_are_not_rated_no_ratings_are_waited_for() {
        let headings = |authority| {
            let leaf = looks(&Sample::new().book, &sam(), authority, "2026-11-21", leaf);
            leaf.parts.iter().filter(|part| **part == Part::Heading("Ratings".to_owned())).count()
        };
        assert_eq!((headings(Authority::Warwickshire), headings(Authority::WestSussex)), (0, 1));
    }
}
