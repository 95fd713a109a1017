//! What is looked for before anything of a family leaves the team: everything that its workbook says must not be known
//! to somebody, gathered for the leak check (`domain.md` E2, rules 4, 5 and 7).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::PersonId;
use crate::navigation::Route;
use crate::policy::leak_check::{
    Finding, Guarded, LeakCheck, Place, Record, Stands, Text, Written, of_workbook,
};
use crate::policy::visibility::{Looking, Prepared, Shown, prepare};
use crate::services::here::Here;
use crate::services::shown;
use crate::workbook::fold::Workbook;

/// The language of the fixed words while nobody chose another.
const LANGUAGE: &str = "en-GB";

/// What must not be known: protected facts, what somebody asked to have kept from others, and safety plans.
fn guarded(book: &Workbook, today: NaiveDate) -> Vec<Guarded> {
    let facts = book.protected().map(|(_, fact)| Guarded::from(fact));
    let requests = book.requests_on(today).filter_map(|(_, request)| Guarded::do_not_tell(request, today));
    // Also what was changed or taken back: where somebody meant to go once, they are looked for.
    let plans = book.every_safety_plan().flat_map(|(whose, plan)| Guarded::safety_plan(whose, plan));
    facts.chain(requests).chain(plans).collect()
}

/// The check for these readers together.
fn check(book: &Workbook, today: NaiveDate, readers: &BTreeSet<PersonId>) -> LeakCheck {
    let mut all = guarded(book, today);
    all.extend(of_workbook(book, readers));
    LeakCheck::new(&all, readers)
}

/// A text that stands on a page, and the piece of the record that it is from.
/// A text on a page, written in no record, or nobody asks in which.
pub fn text(words: &str) -> Text {
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

/// Something that must not reach those for whom a text is meant: the sentence, where in the text it stands, and where
/// it was written. What it gives away is not said again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    pub sentence: String,
    pub stands: Stands,
    /// What each record is called in which it was written, and its page.
    pub written: Vec<(String, Option<Route>)>,
}

impl Stopped {
    /// Where it stands and where it was written, as people say it.
    pub fn place(&self) -> String {
        let written: Vec<&str> = self.written.iter().map(|(title, _)| title.as_str()).collect();
        match written.is_empty() {
            true => format!("It stands {}.", self.stands.label()),
            false => format!("It stands {}. Written in: {}.", self.stands.label(), written.join("; ")),
        }
    }
}

/// What stops these texts, which are read one after the other by exactly these people.
pub fn stopped(here: &Here<'_>, people: &BTreeSet<PersonId>, texts: &[Text]) -> Vec<Stopped> {
    let found = check(here.book, here.today, people).findings(texts);
    found.into_iter().map(|it| told(here, it)).collect()
}

/// What of these texts says something that is protected, for whoever gives them to colleagues: they may read it, and it
/// is to be known before the paper lies somewhere.
pub fn protected_in(here: &Here<'_>, texts: &[Text]) -> Vec<Stopped> {
    let found = LeakCheck::new(&guarded(here.book, here.today), &BTreeSet::new()).findings(texts);
    found.into_iter().map(|it| told(here, it)).collect()
}

fn told(here: &Here<'_>, found: Finding) -> Stopped {
    let written = |place: &Place| {
        let Written { record, part } = place.written.as_ref()?;
        let page = match record {
            Record::Piece(piece) => shown::place(here.book, *piece),
            Record::Source(_) | Record::Paper(_) => None,
        };
        Some((part.clone(), page))
    };
    Stopped {
        stands: found.place.stands,
        written: std::iter::once(&found.place).chain(&found.runs_into).filter_map(written).collect(),
        sentence: found.sentence,
    }
}

/// Everything that stands in a view, in the order in which it is read.
pub fn texts_of(book: &Workbook, shown: &[Shown]) -> Vec<Text> {
    let written = |piece| Written { record: Record::Piece(piece), part: shown::title(book, piece) };
    let text = |it: &Shown| Text {
        place: Place { stands: Stands::Page, written: Some(written(it.piece)) },
        words: it.words.clone(),
    };
    shown.iter().map(text).collect()
}
