//! Visits that wait for their worker, on whichever page says so: somebody who closes the tab finds what was said again
//! (`ux.md` 3.2, step 7: "nothing is discarded silently").

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::services::clock::date_words;
use crate::services::leaf::Row;
use crate::services::session::{FamilyState, Waiting, WaitingVisit};
use crate::services::words::count;
use crate::workbook::fold::Workbook;

/// What waits in one family, or in all, each with the way to it. A visit that does not open is told of where all are.
pub fn rows(waiting: &Waiting, families: &[FamilyState], only: Option<FamilyId>) -> Vec<Row> {
    let here = |visit: &&WaitingVisit| only.is_none_or(|family| visit.family == family);
    let book = |family: FamilyId| {
        families.iter().find_map(|state| match state {
            FamilyState::Open(book) if book.id == family => Some(&**book),
            FamilyState::Open(_) | FamilyState::CannotBeOpened(_) => None,
        })
    };
    let row = |visit: &WaitingVisit| match book(visit.family) {
        Some(book) => Row {
            aside: only.is_none().then(|| book.label()),
            ..Row::link(words(book, visit), Route::family(book.id, FamilyPage::AfterVisit))
        },
        None => Row::new("What was said in a visit to a family whose records cannot be opened is kept here."),
    };
    let unopened = (only.is_none() && waiting.unopened > 0).then(|| {
        let many = count(waiting.unopened, "visit cannot be opened.", "visits cannot be opened.");
        Row::new(format!("{many} What was said in it is kept as it is. Ask them to tell you again."))
    });
    waiting.visits.iter().filter(here).map(row).chain(unopened).collect()
}

fn words(book: &Workbook, visit: &WaitingVisit) -> String {
    let people = visit.people.iter().map(|who| book.name_of(*who));
    let others = Some(visit.others.trim().to_owned()).filter(|others| !others.is_empty());
    let names: Vec<String> = people.chain(others).collect();
    let names = match names.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        names => names.concat(),
    };
    let on = date_words(visit.began);
    match visit.letters {
        true => format!("What {names} said on {on} waits here"),
        false => format!("The visit to {names} on {on} waits to be recorded"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::*;
    use crate::model::ids::PersonId;
    use crate::services::sample::{AMARA, KAYLA, Sample, person};

    fn visit(family: FamilyId, people: &[PersonId], letters: bool) -> WaitingVisit {
        WaitingVisit {
            family,
            people: people.iter().copied().collect::<BTreeSet<_>>(),
            others: String::new(),
            began: "2026-11-21T15:30:00Z".parse().unwrap(),
            letters,
        }
    }

    #[test]
    fn whoever_closed_the_tab_finds_it_again() {
        let book = Arc::new(Sample::new().book);
        let families = [FamilyState::Open(book.clone().into())];
        let (amara, kayla) = (person(AMARA), person(KAYLA));
        let elsewhere = FamilyId::from_bytes([7; 16]);
        let visits = vec![
            visit(book.id, &[amara, kayla], true),
            visit(book.id, &[amara], false),
            visit(elsewhere, &[amara], true),
        ];
        let waiting = Waiting { visits, unopened: 1 };
        let found = rows(&waiting, &families, Some(book.id));
        let words: Vec<&str> = found.iter().map(|row| row.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "What Amara and Kayla said on 21 November 2026 waits here",
                "The visit to Amara on 21 November 2026 waits to be recorded"
            ]
        );
        assert!(found.iter().all(|row| row.to == Some(Route::family(book.id, FamilyPage::AfterVisit))));
        let all = rows(&waiting, &families, None);
        assert_eq!(all.len(), 4, "of every family, and what does not open");
        assert!(all[2].to.is_none() && all[2].words.contains("cannot be opened"));
        assert!(all[3].words.starts_with("1 visit cannot be opened."));
        assert!(rows(&Waiting::default(), &families, None).is_empty());
    }
}
