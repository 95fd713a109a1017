//! From people, relationships and homes as they are recorded to what a genogram is drawn from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::model::dates::{Known, PartialDate};
use crate::model::household::Household;
use crate::model::ids::{PersonId, RelationshipId};
use crate::model::person::{Arrival, Person};
use crate::model::relationship::{Kind, Relationship};
use crate::model::status::NoPlanAfter;
use crate::pictures::genogram::{self, Couple, CoupleKind, Home, Link, LinkKind, Members, Symbol};
use crate::workbook::fold::Workbook;

use super::audience::Allowed;

/// Everything of the family that may be shown, as it stands today.
pub(super) fn members(book: &Workbook, today: NaiveDate, allowed: &Allowed, title: String) -> Members {
    let relations: Vec<&Relationship> = allowed.relations(book).into_iter().map(|(_, it)| it).collect();
    let people: Vec<(PersonId, &Person)> =
        book.people.all().filter(|(id, _)| allowed.people.contains(id)).collect();
    let drawn = people.iter().map(|(id, person)| drawn(book, today, *id, person, &relations)).collect();
    Members {
        title,
        people: drawn,
        couples: relations.iter().filter_map(|it| couple(it)).collect(),
        links: relations.iter().filter_map(|it| link(it)).collect(),
        homes: homes(book, allowed),
        twins: twins(&people, &relations),
    }
}

fn drawn(
    book: &Workbook,
    today: NaiveDate,
    id: PersonId,
    person: &Person,
    relations: &[&Relationship],
) -> genogram::Person {
    let symbol = symbol(id, person, relations);
    let of_plan = book.status_now(id).is_some_and(|it| it.no_plan_after == Some(NoPlanAfter::Died));
    let died = of_plan || person.died.is_some();
    genogram::Person {
        key: id.to_string(),
        name: person.display_name().to_owned(),
        // Of somebody who has died, the age they reached, where that is known.
        age: if died && person.died.is_none() { String::new() } else { age_words(person, today) },
        called: called(symbol, person.is_child()).to_owned(),
        order: order(person),
        symbol,
        child: person.is_child(),
        index: person.is_child() && book.in_workflow(id),
        died,
    }
}

/// As their pronouns say; where nobody wrote them down, as mothers and fathers are. Anybody else has the symbol that
/// says nothing: it is never guessed from a name.
fn symbol(id: PersonId, person: &Person, relations: &[&Relationship]) -> Symbol {
    if matches!(person.arrival, Arrival::Unborn { .. }) {
        return Symbol::Triangle;
    }
    let pronouns = person.pronouns.to_lowercase();
    let first = pronouns.split(|letter: char| !letter.is_alphabetic()).find(|word| !word.is_empty());
    match first {
        Some("she" | "her") => return Symbol::Circle,
        Some("he" | "him") => return Symbol::Square,
        Some(_) => return Symbol::Diamond,
        None => {}
    }
    let is = |kind: &Kind| relations.iter().any(|it| it.from == id && it.kind == *kind);
    match (is(&Kind::Mother), is(&Kind::Father)) {
        (true, false) => Symbol::Circle,
        (false, true) => Symbol::Square,
        _ => Symbol::Diamond,
    }
}

fn called(symbol: Symbol, child: bool) -> &'static str {
    match (symbol, child) {
        (Symbol::Circle, true) => "girl",
        (Symbol::Circle, false) => "woman",
        (Symbol::Square, true) => "boy",
        (Symbol::Square, false) => "man",
        (Symbol::Diamond, true) => "child",
        (Symbol::Diamond, false) => "adult",
        (Symbol::Triangle, _) => "not yet born",
    }
}

/// "9", "about 63", "under 1", "due 14 March 2027".
fn age_words(person: &Person, today: NaiveDate) -> String {
    match person.arrival {
        Arrival::Born(Some(date)) => match person.age(today) {
            Some(0) => "under 1".to_owned(),
            Some(age) if date.about || !matches!(date.known, Known::Day(_)) => format!("about {age}"),
            Some(age) => age.to_string(),
            None => String::new(),
        },
        Arrival::Born(None) => String::new(),
        Arrival::Unborn { due: Some(due) } => format!("due {due}"),
        Arrival::Unborn { due: None } => "not yet born".to_owned(),
    }
}

fn order(person: &Person) -> i64 {
    let day = |date: PartialDate| i64::from(date.earliest().num_days_from_ce());
    match person.arrival {
        Arrival::Born(Some(date)) => day(date),
        Arrival::Unborn { due: Some(due) } => day(due),
        Arrival::Unborn { due: None } => i64::MAX - 1,
        Arrival::Born(None) => i64::MAX,
    }
}

fn couple(relation: &Relationship) -> Option<Couple> {
    let ended = relation.end.is_some();
    let kind = match &relation.kind {
        Kind::Partner if ended => CoupleKind::Separated,
        Kind::Partner => CoupleKind::Together,
        Kind::FormerPartner => CoupleKind::Separated,
        Kind::Other(words) => match words.trim().to_lowercase().as_str() {
            "husband" | "wife" | "spouse" if ended => CoupleKind::Separated,
            "husband" | "wife" | "spouse" => CoupleKind::Married,
            "ex-husband" | "ex-wife" | "former husband" | "former wife" => CoupleKind::Divorced,
            _ => return None,
        },
        _ => return None,
    };
    Some(Couple { one: relation.from.to_string(), other: relation.to.to_string(), kind })
}

/// What one is to the other today. Those who are somebody's parents stay so; care and friendship end.
fn link(relation: &Relationship) -> Option<Link> {
    if couple(relation).is_some() {
        return None;
    }
    let kind = match &relation.kind {
        Kind::Mother | Kind::Father | Kind::Parent => LinkKind::Birth,
        Kind::AdoptiveParent => LinkKind::Adopted,
        Kind::Grandparent => LinkKind::Grandparent,
        Kind::AuntOrUncle => LinkKind::AuntOrUncle,
        Kind::Sibling => LinkKind::Sibling,
        Kind::HalfSibling => LinkKind::HalfSibling,
        _ if relation.end.is_some() => return None,
        Kind::StepParent => LinkKind::Step,
        Kind::FosterCarer => LinkKind::Foster,
        Kind::Carer => LinkKind::Carer,
        Kind::OtherFamily | Kind::Friend | Kind::Other(_) | Kind::Partner | Kind::FormerPartner => {
            LinkKind::Other(relation.kind.label().to_owned())
        }
    };
    Some(Link { from: relation.from.to_string(), to: relation.to.to_string(), kind })
}

/// Those who live there today.
pub(in crate::services::pictures) fn living_at(home: &Household) -> BTreeSet<PersonId> {
    home.stays.iter().filter(|stay| stay.until.is_none()).map(|stay| stay.person).collect()
}

fn homes(book: &Workbook, allowed: &Allowed) -> Vec<Home> {
    let homes = book.households.all().filter(|(id, _)| allowed.homes.contains(id));
    homes
        .map(|(_, home)| Home {
            name: home.label.trim().to_owned(),
            people: living_at(home).iter().map(ToString::to_string).collect(),
        })
        .collect()
}

/// Brothers and sisters who were born on one day.
fn twins(people: &[(PersonId, &Person)], relations: &[&Relationship]) -> Vec<Vec<String>> {
    let mut born: BTreeMap<(NaiveDate, BTreeSet<PersonId>), Vec<String>> = BTreeMap::new();
    for (id, person) in people {
        let Arrival::Born(Some(PartialDate { known: Known::Day(day), about: false })) = person.arrival else {
            continue;
        };
        let parent = |it: &&&Relationship| {
            it.to == *id && matches!(it.kind, Kind::Mother | Kind::Father | Kind::Parent)
        };
        let parents: BTreeSet<PersonId> = relations.iter().filter(parent).map(|it| it.from).collect();
        if !parents.is_empty() {
            born.entry((day, parents)).or_default().push(id.to_string());
        }
    }
    born.into_values().filter(|it| it.len() > 1).collect()
}

/// One line of the table behind the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    pub id: RelationshipId,
    /// Person A, what they are, person B, from, to, and what else is recorded.
    pub cells: Vec<String>,
}

/// Every relationship that may be shown, those that have ended too, in the order of names.
pub(super) fn ties(book: &Workbook, allowed: &Allowed) -> Vec<Tie> {
    let date = |date: Option<PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
    let mut ties: Vec<Tie> = allowed
        .relations(book)
        .into_iter()
        .map(|(id, it)| {
            let child = book.people.current(it.to).is_some_and(Person::is_child);
            let holds = child && it.kind.is_parent() && allowed.team;
            let more = match holds {
                true => crate::services::two_versions::responsibility_words(it.parental_responsibility),
                false if it.end.is_some() => "Ended",
                false => "",
            };
            let cells = vec![
                book.name_of(it.from),
                it.kind.label().to_owned(),
                book.name_of(it.to),
                date(it.start),
                date(it.end),
                more.to_owned(),
            ];
            Tie { id, cells }
        })
        .collect();
    ties.sort_by(|a, b| (&a.cells, a.id).cmp(&(&b.cells, b.id)));
    ties
}
