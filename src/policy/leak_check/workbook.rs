//! What a workbook itself says must be kept from some readers: whoever they are separated from, by name, with
//! those who help that person, the services they go to, and where they are (`ux.md` SR3; `domain.md` E2, rules
//! 4 and 18).
//!
//! Protected facts, requests and safety plans come from their own records: [`Guarded`] is made of each of them.

use std::collections::BTreeSet;

use crate::model::ids::{PersonId, PractitionerId};
use crate::model::practitioner::Role;
use crate::model::relationship::Kind;
use crate::workbook::fold::Workbook;

use super::guarded::{Guarded, GuardedKind, KeptFrom};
use super::name;

/// What is said of help for somebody who was harmed.
const FOR_WHO_WAS_HARMED: &str = "\
    refuge;IDVA;MARAC;Women’s Aid;safe house;safety plan;safety planning;domestic abuse practitioner;\
    domestic abuse service;domestic violence adviser;domestic violence advisor;\
    independent domestic violence;Freedom Programme;Own My Life;Pattern Changing;sanctuary scheme;\
    panic alarm;Clare’s Law;victim support";
/// What is said of work with somebody who has harmed.
const FOR_WHO_HARMED: &str = "\
    perpetrator programme;perpetrators programme;behaviour change programme;Building Better Relationships;\
    BBR;Caring Dads;domestic abuse worker;domestic abuse programme;probation;probation officer;\
    offender manager;community order;unpaid work";
const FOR_THE_MIND: &str = "\
    mental health practitioner;mental health team;community mental health;CMHT;psychiatrist;psychiatric;\
    crisis team;talking therapies;antidepressants;psychologist";
const FOR_RECOVERY: &str = "\
    recovery worker;recovery service;alcohol treatment;drug treatment;detox;detoxification;rehab;\
    methadone;naltrexone;Alcoholics Anonymous;Narcotics Anonymous;relapse prevention";

/// What these readers must not learn of whoever they are separated from, and who is not reading with them. In a
/// fixed order.
pub fn of_workbook(book: &Workbook, readers: &BTreeSet<PersonId>) -> Vec<Guarded> {
    let mut apart: BTreeSet<(PersonId, PersonId)> = BTreeSet::new();
    for reader in readers {
        let others = book.separated_from(*reader).into_iter().filter(|other| !readers.contains(other));
        apart.extend(others.map(|other| (other, *reader)));
    }
    apart.into_iter().flat_map(|(other, reader)| of_pair(book, other, reader)).collect()
}

fn of_pair(book: &Workbook, other: PersonId, reader: PersonId) -> Vec<Guarded> {
    let helpers = helpers(book, other, reader);
    let parts = [
        (GuardedKind::Person, names(book, other)),
        (GuardedKind::Worker, workers(book, &helpers)),
        (GuardedKind::Service, services(book, &helpers, reader)),
        (GuardedKind::Whereabouts, called(book, other)),
    ];
    let from = || KeptFrom::These(BTreeSet::from([reader]));
    parts
        .into_iter()
        .filter(|(_, wordings)| !wordings.is_empty())
        .map(|(kind, wordings)| Guarded { kind, whose: other, wordings, from: from() })
        .collect()
}

/// Their names. A family name that others of the family have says nothing of them.
fn names(book: &Workbook, other: PersonId) -> Vec<String> {
    let Some(person) = book.people.current(other) else { return Vec::new() };
    let shared = |last: &str| {
        book.people.all().any(|(id, it)| id != other && it.name.split_whitespace().last() == Some(last))
    };
    let mut names = name::wordings(&person.name, shared);
    let known_as = person.known_as.trim();
    // "Nan" is what many people are called.
    if !known_as.is_empty() && !CALLED_BY_MANY.contains(&known_as.to_lowercase().as_str()) {
        names.push(known_as.to_owned());
    }
    names.sort();
    names.dedup();
    names
}

const CALLED_BY_MANY: [&str; 12] =
    ["mum", "mummy", "mam", "mother", "dad", "daddy", "father", "nan", "nana", "gran", "grandma", "grandad"];

/// What the children of this family call them.
fn called(book: &Workbook, other: PersonId) -> Vec<String> {
    let is = |kind: Kind| book.relationships.all().any(|(_, it)| it.from == other && it.kind == kind);
    let mut called = Vec::new();
    if is(Kind::Mother) {
        called.extend(["mum", "mummy", "mam", "mother"]);
    }
    if is(Kind::Father) {
        called.extend(["dad", "daddy", "father"]);
    }
    called.into_iter().map(str::to_owned).collect()
}

/// Those of adults’ services who wrote of the one and never of the other.
fn helpers(book: &Workbook, other: PersonId, reader: PersonId) -> BTreeSet<PractitionerId> {
    let wrote_of = |person: PersonId| -> BTreeSet<PractitionerId> {
        let versions = book.entries.iter().flat_map(|(_, entry)| entry.versions());
        let about = versions.filter(|it| it.value.as_ref().is_some_and(|entry| entry.subject.names(person)));
        about.filter(|it| it.role.is_adult_worker()).map(|it| it.author).collect()
    };
    wrote_of(other).difference(&wrote_of(reader)).copied().collect()
}

fn workers(book: &Workbook, helpers: &BTreeSet<PractitionerId>) -> Vec<String> {
    let names = helpers.iter().filter_map(|worker| book.team.current(*worker));
    names.flat_map(|member| name::wordings(&member.name, |_| false)).collect()
}

/// The services of those who help, as they are spoken of. While nobody from them has written of either of the
/// two, which of the two was harmed is not known here, and what is said of help for either is guarded.
fn services(book: &Workbook, helpers: &BTreeSet<PractitionerId>, reader: PersonId) -> Vec<String> {
    let roles: BTreeSet<&Role> =
        helpers.iter().filter_map(|worker| book.team.current(*worker)).map(|member| &member.role).collect();
    let of_readers_own = |role: &Role| {
        let mut versions = book.entries.iter().flat_map(|(_, entry)| entry.versions());
        versions
            .any(|it| it.role == *role && it.value.as_ref().is_some_and(|entry| entry.subject.names(reader)))
    };
    let services = [
        (Role::DomesticAbusePractitioner, FOR_WHO_WAS_HARMED),
        (Role::DomesticAbuseWorker, FOR_WHO_HARMED),
        (Role::MentalHealthPractitioner, FOR_THE_MIND),
        (Role::RecoveryWorker, FOR_RECOVERY),
    ];
    let of_abuse = |role: &Role| matches!(role, Role::DomesticAbusePractitioner | Role::DomesticAbuseWorker);
    let guarded = services.iter().filter(|(role, _)| {
        let unknown = of_abuse(role) && !roles.iter().any(|role| of_abuse(role)) && !of_readers_own(role);
        roles.contains(role) || unknown
    });
    guarded.flat_map(|(_, words)| words.split(';')).map(str::to_owned).collect()
}
