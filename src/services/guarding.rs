//! What is looked for before anything of a family leaves the team: everything that its workbook says must not be known
//! to somebody, gathered for the leak check (`domain.md` E2, rules 4, 5 and 7).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::PersonId;
use crate::policy::leak_check::{Finding, Guarded, LeakCheck, Place, Stands, Text, of_workbook};
use crate::policy::visibility::{Looking, Prepared, prepare};
use crate::services::here::Here;
use crate::workbook::fold::Workbook;

/// The language of the fixed words while nobody chose another.
const LANGUAGE: &str = "en-GB";

/// What must not be known: protected facts, what somebody asked to have kept from others, and safety plans.
fn guarded(book: &Workbook, today: NaiveDate) -> Vec<Guarded> {
    let facts = book.protected().map(|(_, fact)| Guarded::from(fact));
    let requests = book.requests_on(today).filter_map(|(_, request)| Guarded::do_not_tell(request, today));
    let plans = book.with_safety_plan().flat_map(|whose| {
        book.safety_plans_of(whose).into_iter().flat_map(move |plan| Guarded::safety_plan(whose, plan))
    });
    facts.chain(requests).chain(plans).collect()
}

/// The check for these readers together.
fn check(book: &Workbook, today: NaiveDate, readers: &BTreeSet<PersonId>) -> LeakCheck {
    let mut all = guarded(book, today);
    all.extend(of_workbook(book, readers));
    LeakCheck::new(&all, readers)
}

fn text(words: &str) -> Text {
    Text { place: Place { stands: Stands::Page, written: None }, words: words.to_owned() }
}

/// What these people would be shown, after every rule of safety and the leak check of each piece.
pub fn prepared(here: &Here<'_>, present: &BTreeSet<PersonId>, somebody_else: bool) -> Prepared {
    let of_one = |person: &PersonId| (*person, check(here.book, here.today, &BTreeSet::from([*person])));
    let checks: BTreeMap<PersonId, LeakCheck> = present.iter().map(of_one).collect();
    let says = |person: PersonId, words: &str| {
        checks.get(&person).is_none_or(|check| !check.findings(&[text(words)]).is_empty())
    };
    let requests: Vec<DoNotTell> =
        here.book.requests_on(here.today).map(|(_, request)| request.clone()).collect();
    let looking = Looking {
        present,
        somebody_else,
        today: here.today,
        language: LANGUAGE,
        worker: &here.me.name,
        do_not_tell: &requests,
        guarded: &says,
    };
    prepare(here.book, &looking)
}

/// What still stands in a view as a whole, over the ends of its texts: it stops what was about to be shown.
pub fn left_in(here: &Here<'_>, present: &BTreeSet<PersonId>, texts: &[&str]) -> Vec<Finding> {
    let texts: Vec<Text> = texts.iter().map(|words| text(words)).collect();
    check(here.book, here.today, present).findings(&texts)
}
