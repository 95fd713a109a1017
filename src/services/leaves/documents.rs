//! Every document that can be made of this workbook, with what could still be recorded for it (`ux.md` S28).

use crate::navigation::{DocumentStep, FamilyPage, Leaf as Place, Route};
use crate::services::documents::{Kind, hints};
use crate::services::here::Here;
use crate::services::leaf::{Leaf, Part, Row, Tag, Tone};

/// So many hints stand in the list; the rest stand where the document is made.
const HINTS: usize = 2;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = vec![Part::Words(
        "Each is made on this device from what is recorded. You choose whom it is for and what is in it, and look at it \
         before it is printed or saved."
            .to_owned(),
    )];
    let all = Kind::all(here);
    for (title, of) in GROUPS {
        let rows: Vec<Row> = all.iter().filter(|kind| of(kind)).filter_map(|kind| row(here, *kind)).collect();
        if !rows.is_empty() {
            parts.extend([Part::Heading((*title).to_owned()), Part::List(rows)]);
        }
    }
    Leaf { heading: Place::Documents.title().to_owned(), caption: None, back: None, parts }
}

/// A heading, and which documents stand under it.
type Group = (&'static str, fn(&Kind) -> bool);

const GROUPS: &[Group] = &[
    ("Assessment and meetings", |kind| {
        matches!(kind, Kind::Assessment(_) | Kind::FamilyReport | Kind::Chronology)
    }),
    ("Plans and reviews", |kind| matches!(kind, Kind::Plan(_) | Kind::Review(_))),
    ("Supervision", |kind| matches!(kind, Kind::SummaryPack(_) | Kind::SupervisionRecord(_))),
    ("For other teams", |kind| {
        matches!(kind, Kind::OutOfHours | Kind::Specialist(_) | Kind::Transfer | Kind::Closure | Kind::Whole)
    }),
    ("For the family", |kind| matches!(kind, Kind::Letter(_) | Kind::Consent)),
];

fn row(here: &Here<'_>, kind: Kind) -> Option<Row> {
    let of = kind.address().parse().ok()?;
    let to = Route::family(here.book.id, FamilyPage::Document { of, step: DocumentStep::For });
    let hints = hints(here, kind);
    let mut more = vec![kind.purpose().to_owned()];
    more.extend(hints.iter().take(HINTS).map(|it| it.words.clone()));
    let left = hints.len().saturating_sub(HINTS);
    if left > 0 {
        more.push(format!("and {left} more that could still be recorded"));
    }
    let tag = hints.is_empty().then(|| Tag::new("Can be made", Tone::Good));
    let tag = tag.unwrap_or(Tag::new("Could hold more", Tone::Plain));
    Some(Row { more, tag: Some(tag), ..Row::link(kind.title(here), to) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::Sample;
    use crate::services::sheets::tests::here;

    #[test]
    fn every_document_that_can_be_made_stands_in_the_list_once() {
        let sample = Sample::separated(crate::services::sample::AMARA, crate::services::sample::JOE);
        let here = here(&sample.book);
        let lists = leaf(&here).parts.into_iter().filter_map(|part| match part {
            Part::List(rows) => Some(rows),
            _ => None,
        });
        let rows: Vec<Row> = lists.flatten().collect();
        assert_eq!(rows.len(), Kind::all(&here).len());
        let to = |row: &Row| row.to.clone().map(|to| to.to_hash()).unwrap();
        let all: std::collections::BTreeSet<String> = rows.iter().map(to).collect();
        assert_eq!(all.len(), rows.len());
        assert!(rows.iter().all(|row| !row.more.is_empty()));
    }
}
