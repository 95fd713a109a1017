//! What is due next in a family (`ux.md` S10).

use crate::navigation::{FamilyPage, Leaf, Route};
use crate::services::here::Here;
use crate::services::leaf::{Part, Row};
use crate::services::leaves::due::rows;

/// How many clocks there is room for.
const MOST: usize = 5;

/// The first clocks, each leading to why it is due then.
pub fn due_next(here: &Here<'_>) -> Part {
    let why = Route::family(here.book.id, FamilyPage::leaf(Leaf::Dates));
    let mut rows: Vec<Row> =
        rows(here).into_iter().take(MOST).map(|(_, row)| Row { to: None, ..row }).collect();
    match rows.is_empty() {
        true => Part::Words("Nothing is due. Dates appear here as the work is recorded.".to_owned()),
        false => {
            rows.push(Row::link("Why these dates?", why));
            Part::List(rows)
        }
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
        let Part::List(rows) = shown(&sample) else { unreachable!("something is due") };
        let to = Route::family(sample.book.id, FamilyPage::leaf(Leaf::Dates));
        let (why, due) = rows.split_last().unwrap();
        assert_eq!((why.words.as_str(), &why.to), ("Why these dates?", &Some(to)));
        assert_eq!(due.len(), MOST);
        assert!(due.iter().all(|row| row.more.iter().any(|more| more.contains("due "))), "{due:?}");
    }
}
