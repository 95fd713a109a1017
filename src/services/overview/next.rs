//! What is due next in a family (`ux.md` S10).

use crate::navigation::{FamilyPage, Leaf, Route};
use crate::services::here::Here;
use crate::services::leaf::{Cell, Part};
use crate::services::leaves::due::rows;

/// How many clocks there is room for.
const MOST: usize = 5;

/// The first clocks, each with the way to why it is due then.
pub fn due_next(here: &Here<'_>) -> Part {
    let to = || Route::family(here.book.id, FamilyPage::leaf(Leaf::Dates));
    let row = |words: String, says: String| {
        let why = Cell::Link("Why this date?".to_owned(), format!("({words})"), to());
        vec![Cell::Words(words), Cell::Words(says), why]
    };
    let rows: Vec<Vec<Cell>> = rows(here)
        .into_iter()
        .take(MOST)
        .map(|(_, due)| row(due.words, due.more.into_iter().next().unwrap_or_default()))
        .collect();
    match rows.is_empty() {
        true => Part::Words("Nothing is due. Dates appear here as the work is recorded.".to_owned()),
        false => Part::Table {
            caption: "Due next".to_owned(),
            columns: ["What", "When", "Why"].map(str::to_owned).to_vec(),
            rows,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::authority::Authority;
    use crate::services::sample::Sample;
    use crate::services::sheets::summary::tests::{looks, plans, sam};

    #[test]
    fn the_first_clocks_lead_to_why() {
        let mut sample = Sample::new();
        let shown =
            |sample: &Sample| looks(&sample.book, &sam(), Authority::WestSussex, "2026-11-21", due_next);
        assert!(matches!(shown(&sample), Part::Words(words) if words.starts_with("Nothing is due.")));
        for (number, on) in [(1, "2026-12-01"), (2, "2026-12-29"), (3, "2027-01-26")] {
            plans(&mut sample, number, on);
        }
        let Part::Table { rows, .. } = shown(&sample) else { unreachable!("something is due") };
        assert_eq!(rows.len(), MOST);
        let to = Route::family(sample.book.id, FamilyPage::leaf(Leaf::Dates));
        for row in rows {
            let [Cell::Words(what), Cell::Words(when), Cell::Link(words, about, own)] = row.as_slice() else {
                unreachable!("what, when and why")
            };
            assert!(when.contains("due "), "{when}");
            assert_eq!((words.as_str(), about, own), ("Why this date?", &format!("({what})"), &to));
        }
    }
}
