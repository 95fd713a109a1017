//! One visit as its page tells it: to whom something was shown and when, what that was, and what is left to do.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::before::what_was_shown;
use crate::model::ids::VisitId;
use crate::navigation::{FamilyPage, Leaf, Route, Sheet};
use crate::policy::london::london;
use crate::services::clock::{moment_words, time_words};
use crate::services::here::Here;
use crate::services::leaf::{Row, Way};
use crate::services::session::AfterVisit;
use crate::services::sheets::visit::from_showing;
use crate::workbook::decide::permission::Act;
use crate::workbook::fold::Workbook;

/// What stands round the cards of one visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub heading: String,
    /// Until when, who else was there, and whether the screen was covered.
    pub words: String,
    /// What was shown, each with the words that stood there.
    pub shown: Vec<Row>,
    /// What is asked once nothing is left to choose: whether the visit is recorded.
    pub next: Option<String>,
    /// The form of the visit, with who was there and when; the visit itself where it is recorded already.
    pub visit: Way,
}

/// What is told of a visit.
pub fn told(book: &Workbook, after: &AfterVisit, today: NaiveDate) -> Told {
    let showing = &after.showing;
    let mut names: Vec<String> = showing.people.iter().map(|who| book.name_of(*who)).collect();
    if names.is_empty() {
        names.push(showing.others.clone());
    }
    let recorded = recorded(book, after);
    let to = |page: FamilyPage| Route::family(book.id, page);
    Told {
        heading: format!("Shown to {} {}", names.join(", "), moment_words(showing.began, today)),
        words: words(after),
        shown: what_was_shown(after)
            .into_iter()
            .map(|(heading, words)| Row { more: vec![words], ..Row::new(heading) })
            .collect(),
        next: (after.heard.is_empty() && after.unopened == 0 && recorded.is_none()).then(|| {
            let logged = book.showings.get(after.id).is_some();
            let before =
                if logged { "Everything they said is in the record." } else { "Nobody wrote anything." };
            format!("{before} Record the visit?")
        }),
        visit: match recorded {
            Some(_) => Way::new("A visit on that day is recorded", to(FamilyPage::leaf(Leaf::Visits))),
            None => {
                let form = FamilyPage::sheet_of(Sheet::Visit, from_showing(after.id));
                Way::new("Record the visit", to(form))
            }
        },
    }
}

/// A visit on the day of the showing, at which somebody was who looked.
fn recorded(book: &Workbook, after: &AfterVisit) -> Option<VisitId> {
    let on = london(after.showing.began).date();
    let of_them = |people: BTreeSet<_>| {
        after.showing.people.is_empty() || after.showing.people.iter().any(|who| people.contains(who))
    };
    book.visits.all().find(|(_, visit)| visit.on == on && of_them(visit.people())).map(|(id, _)| id)
}

fn words(after: &AfterVisit) -> String {
    let showing = &after.showing;
    let until = showing.ended.map(|ended| format!("Until {}.", time_words(ended)));
    let others = Some(showing.others.trim()).filter(|it| !it.is_empty() && !showing.people.is_empty());
    let others = others.map(|others| format!("With them: {others}."));
    let covered = match showing.hidden {
        0 => None,
        1 => Some("The screen was covered once.".to_owned()),
        times => Some(format!("The screen was covered {times} times.")),
    };
    until.into_iter().chain(others).chain(covered).collect::<Vec<_>>().join(" ")
}

/// "Anything to act on today?": the ways there are, for whoever may take them.
pub fn acts(here: &Here<'_>) -> Vec<Way> {
    let to = |page: FamilyPage| Route::family(here.book.id, page);
    let alert =
        here.may(Act::ReceiveAlert).then(|| Way::new("Record an alert", to(FamilyPage::sheet(Sheet::Alert))));
    let safety = Way::new("Open the safety page", to(FamilyPage::leaf(Leaf::Safety)));
    let event =
        here.may(Act::Chronology).then(|| Way::new("Record an event", to(FamilyPage::sheet(Sheet::Event))));
    alert.into_iter().chain([safety]).chain(event).collect()
}
