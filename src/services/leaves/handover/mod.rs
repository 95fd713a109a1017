//! What somebody who has never met the family has to know today, on one page: who is safe with whom, what presses, who
//! is who, what goes well and what worries us, where each child stands, and what happens next.

#[cfg(test)]
mod tests;
mod work;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::person::{Arrival, Person};
use crate::model::rating::Rag;
use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Row, Tag, Tone};
use crate::services::overview::strengths;
use crate::services::two_versions::death_words;
use crate::workbook::fold::Workbook;

/// Of what goes well and of what worries us, the latest.
const LATEST: usize = 3;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts = safety(here);
    parts.extend(work::alerts(here));
    parts.extend(work::due(here));
    parts.extend(people(here));
    parts.extend(words(here));
    parts.extend(standing(here));
    parts.extend(work::plan(here));
    parts.extend(work::visits(here));
    parts.extend(work::actions(here));
    parts.extend(work::team(here));
    Leaf {
        heading: Place::Handover.title().to_owned(),
        caption: Some(format!("As of {}", day_words(here.today))),
        back: None,
        parts,
    }
}

/// A page of this family.
fn page(here: &Here<'_>, leaf: Place) -> Route {
    Route::family(here.book.id, FamilyPage::leaf(leaf))
}

/// Who must not learn of whom, and the safety plan, before anything else.
fn safety(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let mut parts = vec![Part::Heading("Who is safe with whom".to_owned())];
    for pair in book.separated_pairs() {
        let [one, other] = pair.both().map(|person| book.name_of(person));
        let why = book.separations.current(pair).map(|it| it.why.trim()).filter(|why| !why.is_empty());
        let why = why.map(|why| format!(" {why}")).unwrap_or_default();
        parts.push(Part::Warning(format!(
            "Safety separation stands between {one} and {other}. Do not tell either of the other, and never show this \
             page to them.{why}"
        )));
    }
    if book.separated_pairs().is_empty() {
        parts.push(Part::Words(
            "No safety separation is recorded. That does not say that everybody is safe with everybody: ask."
                .to_owned(),
        ));
    }
    if let Some(summary) = book.case_summary().and_then(|it| it.current()) {
        let texts = [
            ("What happened lately", &summary.critical),
            ("Safety plan", &summary.safety_plan),
            ("If it does not work", &summary.contingency_plan),
            ("Contacts", &summary.contacts),
        ];
        let said = texts.into_iter().filter(|(_, words)| !words.trim().is_empty());
        let facts: Vec<(String, String)> = said.map(|(key, words)| (key.to_owned(), words.clone())).collect();
        let title = format!("Case summary, as of {}", day_words(summary.as_of));
        if !facts.is_empty() {
            parts.push(Part::Card(Card { title, facts, ..Card::default() }));
        }
    }
    parts
}

fn people(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let row = |(id, person): (PersonId, &Person)| Row {
        words: book.name_of(id),
        to: Some(Route::family(book.id, FamilyPage::Person { person: id })),
        more: about(here, id, person),
        ..Row::default()
    };
    let rows: Vec<Row> = book.children().into_iter().chain(book.adults()).map(row).collect();
    vec![Part::Heading("Who is who".to_owned()), Part::List(rows)]
}

/// A person in a few words: age, whose parent, what they need to be talked with, what to know at the door.
fn about(here: &Here<'_>, id: PersonId, person: &Person) -> Vec<String> {
    let book = here.book;
    let mut words = vec![match (person.is_child(), person.arrival, person.age(here.today)) {
        (_, Arrival::Unborn { due: Some(due) }, _) => format!("Not born yet, due {due}"),
        (_, Arrival::Unborn { due: None }, _) => "Not born yet".to_owned(),
        (true, _, Some(age)) => format!("Child, {age}"),
        (true, _, None) => "Child".to_owned(),
        (false, ..) => parent_of(book, id),
    }];
    words.extend(person.died.map(|death| death_words(death.on)));
    if !book.in_workflow(id) {
        words.push("Not in the workflow".to_owned());
    }
    if person.interpreter {
        words.push(format!("Needs an interpreter: {}", person.language));
    }
    let needs = [&person.reading_needs, &person.communication_needs, &person.notes];
    words.extend(needs.into_iter().filter(|needs| !needs.trim().is_empty()).cloned());
    words
}

fn parent_of(book: &Workbook, id: PersonId) -> String {
    let children: Vec<String> = book
        .relationships
        .all()
        .filter(|(_, relation)| relation.from == id && relation.kind.is_parent())
        .map(|(_, relation)| book.name_of(relation.to))
        .collect();
    if children.is_empty() { "Adult".to_owned() } else { format!("Parent of {}", children.join(", ")) }
}

/// What goes well, first; then what worries us.
fn words(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let well = strengths(book, LATEST).into_iter();
    let well = well
        .map(|it| Row { more: vec![format!("{}, {}, {}", it.about, it.by, it.when)], ..Row::new(it.words) });
    let mut entries: Vec<_> = book.entries.iter().collect();
    entries.sort_by_cached_key(|(id, thing)| {
        std::cmp::Reverse((thing.current().map(|entry| entry.done_on.earliest()), *id))
    });
    let worries = entries.into_iter().filter_map(|(_, thing)| {
        let entry = thing.current().filter(|entry| !entry.needs.trim().is_empty())?;
        let by = book.author_name(thing.latest().author);
        let more = format!("{}, {by}, {}", book.subject_name(entry.subject), entry.done_on);
        Some(Row { more: vec![more], ..Row::new(entry.needs.trim()) })
    });
    let list = |heading: &str, rows: Vec<Row>| match rows.is_empty() {
        true => [Part::Heading(heading.to_owned()), Part::Words("Nothing is recorded yet.".to_owned())],
        false => [Part::Heading(heading.to_owned()), Part::List(rows)],
    };
    let mut parts = list("What goes well", well.collect()).to_vec();
    parts.extend(list("What worries us", worries.take(LATEST).collect()));
    parts
}

/// The agreed rating, and each child's status and threshold.
fn standing(here: &Here<'_>) -> Vec<Part> {
    let book = here.book;
    let mut rows = Vec::new();
    if here.profile().uses(Used::Rating) {
        rows.push(match book.agreed_rating() {
            Some(at) => Row {
                words: "Rating that the team agreed".to_owned(),
                to: Some(page(here, Place::Supervision)),
                more: vec![format!("{}: {}", day_words(at.on), at.agreed.reason)],
                tag: Some(rag(at.agreed.level)),
                ..Row::default()
            },
            None => Row::new("The team has not agreed a rating yet"),
        });
    }
    for (child, _) in book.children() {
        let status = book.status_now(child).map(|status| {
            let legal = status.legal.map(|legal| format!(", {}", legal.label())).unwrap_or_default();
            let cared = if status.looked_after { ", looked after" } else { "" };
            format!("{}{cared}{legal}, from {}", status.plan.label(), day_words(status.from))
        });
        let threshold = book
            .threshold_now(child)
            .map(|it| format!("Threshold decided {}: {}. {}", day_words(it.on), it.to.label(), it.why));
        let more: Vec<String> = [status, threshold].into_iter().flatten().collect();
        let more =
            if more.is_empty() { vec!["No status or threshold is recorded yet".to_owned()] } else { more };
        let about = "(thresholds)".to_owned();
        rows.push(Row { about, more, ..Row::link(book.name_of(child), page(here, Place::Thresholds)) });
    }
    vec![Part::Heading("Where it stands".to_owned()), Part::List(rows)]
}

fn rag(level: Rag) -> Tag {
    let tone = match level {
        Rag::Red => Tone::Red,
        Rag::Amber => Tone::Amber,
        Rag::Green => Tone::Green,
    };
    Tag::new(level.label(), tone)
}
