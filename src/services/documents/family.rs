//! What professionals' documents say of a family before anything else: who is who, who is safe with whom, where each
//! child stands, and who works with them.

use std::collections::BTreeSet;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::PersonId;
use crate::model::person::{Arrival, Person};
use crate::model::relationship::ParentalResponsibility;
use crate::reports::{Block, Level};
use crate::services::here::Here;
use crate::services::leaves::names;
use crate::services::two_versions::death_words;

use super::blocks::{one_line, table};

/// That there are details which stand in no document.
const PROTECTED: &str = "There are protected details: see the workbook.";

/// Everyone: name, birth, who they are to whom, and whether work is done with them.
pub(super) fn people(here: &Here<'_>) -> Vec<Block> {
    let book = here.book;
    let row = |(id, person): (PersonId, &Person)| {
        let inside = if book.in_workflow(id) { "Yes" } else { "No" };
        vec![full_name(here, id, person), born(person), relations(here, id), inside.to_owned()]
    };
    let rows = book.children().into_iter().chain(book.adults()).map(row).collect();
    let columns = ["Name", "Born", "Who they are", "In the workflow"];
    let needs = book.children().into_iter().chain(book.adults()).filter_map(|(id, person)| {
        let needs = needs(person);
        (!needs.is_empty()).then(|| Block::Labelled(format!("To talk with {}", book.name_of(id)), needs))
    });
    table("The family", &columns, rows).into_iter().chain(needs).chain(protected(here)).collect()
}

fn full_name(here: &Here<'_>, id: PersonId, person: &Person) -> String {
    match person.name.trim() {
        "" => here.book.name_of(id),
        name if name.contains(&here.book.name_of(id)) => name.to_owned(),
        name => format!("{name}, known as {}", here.book.name_of(id)),
    }
}

/// Everyone in a line or two, for a page that is read in a hurry: the children first, each with where they stand.
pub(super) fn people_in_short(here: &Here<'_>) -> Vec<Block> {
    let book = here.book;
    let line = |(id, person): (PersonId, &Person), standing: Vec<String>| {
        let inside = (!book.in_workflow(id)).then(|| "Not in the workflow".to_owned());
        let born = match person.arrival {
            Arrival::Born(Some(date)) => format!("Born {date}"),
            Arrival::Born(None) => String::new(),
            Arrival::Unborn { .. } => born(person),
        };
        let died = person.died.map(|death| death_words(death.on)).unwrap_or_default();
        let said = [born, died, relations(here, id)].into_iter().chain(standing).chain(inside);
        let said: Vec<String> = said.filter(|words| !words.is_empty()).collect();
        Block::Labelled(full_name(here, id, person), format!("{}.", said.join(". ")))
    };
    let children = book.children().into_iter().map(|child| {
        let [plan, threshold, seen] = stands(here, child.0);
        // A plan that says the threshold by its name is enough.
        let of_plan = |threshold: &&String| {
            let name = threshold.split(", ").next().unwrap_or_default();
            plan.as_ref().is_some_and(|plan| plan.starts_with(name))
        };
        let threshold = match threshold.as_ref() {
            Some(it) if of_plan(&it) => String::new(),
            Some(it) => format!("Threshold: {it}"),
            None => "Threshold: not decided".to_owned(),
        };
        let plan = format!("Plan: {}", plan.as_deref().unwrap_or("not recorded"));
        line(child, vec![plan, threshold, seen.unwrap_or("Last seen: not recorded".to_owned())])
    });
    children.chain(book.adults().into_iter().map(|adult| line(adult, Vec::new()))).collect()
}

fn born(person: &Person) -> String {
    match person.arrival {
        Arrival::Born(_) => {
            let born = person.born_on().map_or_else(|| "Not recorded".to_owned(), |date| date.to_string());
            let died = person.died.map(|death| death_words(death.on));
            std::iter::once(born).chain(died).collect::<Vec<_>>().join(". ")
        }
        Arrival::Unborn { due: Some(due) } => format!("Not born yet, due {due}"),
        Arrival::Unborn { due: None } => "Not born yet".to_owned(),
    }
}

/// "Mother of Wren, Pip and Juno, with parental responsibility".
fn relations(here: &Here<'_>, id: PersonId) -> String {
    let book = here.book;
    let mut ways: Vec<(String, bool, BTreeSet<PersonId>)> = Vec::new();
    for (_, it) in book.relationships.all().filter(|(_, it)| it.from == id && it.end.is_none()) {
        let holds = it.parental_responsibility == ParentalResponsibility::Holds;
        let kind = it.kind.label();
        match ways.iter_mut().find(|(own, held, _)| own == kind && *held == holds) {
            Some((_, _, of)) => _ = of.insert(it.to),
            None => ways.push((kind.to_owned(), holds, [it.to].into())),
        }
    }
    let words = ways.iter().map(|(kind, holds, of)| {
        let holds = if *holds { ", with parental responsibility" } else { "" };
        format!("{kind} of {}{holds}", names(book, of))
    });
    crate::services::words::sentence(&words.collect::<Vec<_>>().join("; "))
}

fn needs(person: &Person) -> String {
    let interpreter = match (person.interpreter, person.language.trim()) {
        (true, "") => "Needs an interpreter".to_owned(),
        (true, language) => format!("Needs an interpreter: {language}"),
        (false, language) => language.to_owned(),
    };
    let said = [interpreter, one_line(&person.reading_needs), one_line(&person.communication_needs)];
    said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". ")
}

/// That there is more which keeps people safe, and stands in the workbook alone.
pub(super) fn protected(here: &Here<'_>) -> Option<Block> {
    here.book.protected().next().map(|_| Block::Paragraph(PROTECTED.to_owned()))
}

/// Between whom safety separation stands.
pub(super) fn separations(here: &Here<'_>) -> Vec<Block> {
    let book = here.book;
    let words = |pair: crate::model::subject::Pair| {
        let [one, other] = pair.both().map(|person| book.name_of(person));
        let why = book.separations.current(pair).map(|it| one_line(&it.why)).unwrap_or_default();
        let words = format!(
            "Safety separation stands between {one} and {other}. Tell neither of the other, and give this to nobody of the \
             family. {why}"
        );
        Block::Paragraph(words.trim().to_owned())
    };
    book.separated_pairs().into_iter().map(words).collect()
}

/// Where each child stands: plan, order, threshold.
pub(super) fn standing(here: &Here<'_>) -> Option<Block> {
    let row = |(id, _): (PersonId, &Person)| {
        let [plan, threshold, seen] = stands(here, id);
        let cells = [
            plan.unwrap_or("Not recorded".to_owned()),
            threshold.unwrap_or("Not decided".to_owned()),
            seen.unwrap_or("Not recorded".to_owned()),
        ];
        std::iter::once(here.book.name_of(id)).chain(cells).collect()
    };
    let rows = here.book.children().into_iter().map(row).collect();
    table("Each child", &["Child", "Plan and status", "Threshold", "Last seen"], rows)
}

/// The plan and status of a child, the threshold, and when they were last seen.
fn stands(here: &Here<'_>, child: PersonId) -> [Option<String>; 3] {
    let book = here.book;
    let plan = book.status_now(child).map(|it| {
        let mut words = vec![it.plan.label().to_owned()];
        words.extend(it.looked_after.then(|| "looked after".to_owned()));
        words.extend(it.legal.map(|legal| legal.label().to_owned()));
        format!("{}, since {}", words.join(", "), day_words(it.from))
    });
    let threshold = book.threshold_now(child).map(|it| format!("{}, {}", it.to.label(), day_words(it.on)));
    let seen = book.last_seen(child).map(|it| {
        let seen = day_words(it.visit.on);
        match book.last_seen_alone(child).map(|it| day_words(it.visit.on)) {
            Some(alone) if alone == seen => format!("Seen alone {alone}"),
            Some(alone) => format!("Seen {seen}; alone {alone}"),
            None => format!("Seen {seen}; alone not recorded"),
        }
    });
    [plan, threshold, seen]
}

/// Who works with the family now.
pub(super) fn team(here: &Here<'_>) -> Option<Block> {
    let members = here.book.team_on(here.today).into_iter();
    let rows = members.map(|(_, it)| {
        let role = here.profile().role_name(&it.role).to_owned();
        vec![it.name.clone(), role, it.employer.clone(), day_words(it.from)]
    });
    table("Who works with the family", &["Name", "Role", "From", "Since"], rows.collect())
}

/// The agreed rating as it stands, with its reason.
pub(super) fn rating(here: &Here<'_>) -> Vec<Block> {
    let Some(at) = here.book.agreed_rating() else { return Vec::new() };
    let mut blocks =
        vec![Block::Labelled(format!("Agreed on {}", day_words(at.on)), at.agreed.level.label().to_owned())];
    let said = [
        ("Why", &at.agreed.reason),
        ("What has changed", &at.agreed.change),
        ("Why our views differ", &at.agreed.difference),
    ];
    blocks.extend(said.into_iter().flat_map(|(name, words)| super::blocks::labelled(name, words)));
    let rows = here
        .book
        .agreed_history()
        .into_iter()
        .map(|it| vec![day_words(it.on), it.agreed.level.label().to_owned(), it.agreed.reason.clone()]);
    blocks.extend(table("Ratings over time", &["Supervision", "Agreed rating", "Why"], rows.collect()));
    blocks
}

/// A heading of the second level with blocks under it, or nothing.
pub(super) fn under(title: &str, blocks: impl IntoIterator<Item = Block>) -> Vec<Block> {
    let blocks: Vec<Block> = blocks.into_iter().collect();
    let heading = (!blocks.is_empty()).then(|| Block::Heading(Level::Second, title.to_owned()));
    heading.into_iter().chain(blocks).collect()
}
