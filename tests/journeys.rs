//! One family's story, from the first page to two copies joined, as practitioners would tell it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use chrono::Duration;
use hearth::model::entry::{Entry, JointAssessment, ModuleStatus, Quote, Statement};
use hearth::model::family::Family;
use hearth::model::household::{Household, Stay};
use hearth::model::ids::PersonId;
use hearth::model::module::ModuleId;
use hearth::model::person::{Arrival, Person, Standing, Workflow};
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::subject::Subject;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::decide::{Command, Refusal};
use hearth::workbook::fact::Part;
use hearth::workbook::history::{Change, difference};

use workbooks::*;

const BABY: PersonId = STRANGER;

/// Priya, a social worker, is allocated the family and writes down who is in it.
fn a_family_is_opened(priya: &mut Device) {
    assert!(priya.book.label().starts_with("Family "), "a neutral name until it has one");
    priya.record(Command::DescribeFamily {
        family: Family { referred_on: Some(date("3 June 2026")), ..family("The Okafors") },
        seen: vec![],
    });
    priya.record(Command::Allocate { allocated: true });
    let people = [
        (AMARA, Person::named(Standing::Adult, "Amara Okafor")),
        (DANIEL, Person::named(Standing::Adult, "Daniel Price")),
        (ROSE, Person { known_as: "Nan".to_owned(), ..Person::named(Standing::Adult, "Rose Okafor") }),
        (KAYLA, born("Kayla Okafor", "2 March 2011")),
        (LEON, born("Leon Price", "about 2019")),
        (
            BABY,
            Person {
                arrival: Arrival::Unborn { due: Some(date("March 2027")) },
                ..Person::named(Standing::Child, "")
            },
        ),
    ];
    for (id, person) in people {
        priya.record(Command::RecordPerson { id, person, seen: vec![] });
    }
    let names: Vec<&str> = priya.book.children().iter().map(|(_, child)| child.display_name()).collect();
    assert_eq!(names, ["Kayla Okafor", "Leon Price", "Unborn baby"]);
    assert_eq!(priya.book.people.current(KAYLA).unwrap().age(today()), Some(15));
}

fn born(name: &str, on: &str) -> Person {
    Person { arrival: Arrival::Born(Some(date(on))), ..Person::named(Standing::Child, name) }
}

/// Who they are to each other, who lives with whom, and who is in the workflow.
fn how_they_live(priya: &mut Device) {
    use ParentalResponsibility::{Holds, NotKnown};
    let ties = [
        (AMARA, KAYLA, Kind::Mother, Holds),
        (AMARA, LEON, Kind::Mother, Holds),
        (DANIEL, LEON, Kind::Father, Holds),
        (DANIEL, KAYLA, Kind::StepParent, NotKnown),
        (AMARA, DANIEL, Kind::FormerPartner, NotKnown),
        (ROSE, AMARA, Kind::Mother, NotKnown),
        (ROSE, KAYLA, Kind::Grandparent, NotKnown),
    ];
    for (number, (from, to, kind, parental_responsibility)) in ties.into_iter().enumerate() {
        priya.record(Command::RecordRelationship {
            id: relationship_id(number as u64),
            relationship: Relationship { from, to, kind, parental_responsibility, start: None, end: None },
            seen: vec![],
        });
    }
    let stay = |person, from: &str, until: Option<&str>| Stay {
        person,
        from: Some(date(from)),
        until: until.map(date),
    };
    let homes = [
        (
            1,
            "Mum’s home",
            vec![
                stay(AMARA, "2014", None),
                stay(LEON, "2019", None),
                stay(KAYLA, "2014", Some("May 2026")),
                stay(DANIEL, "2017", Some("1 May 2026")),
            ],
        ),
        (2, "Nan’s home", vec![stay(ROSE, "about 1990", None), stay(KAYLA, "May 2026", None)]),
    ];
    for (id, label, stays) in homes {
        let household = Household { label: label.to_owned(), stays };
        priya.record(Command::RecordHousehold { id: household_id(id), household, seen: vec![] });
    }
    let adults: Vec<PersonId> = priya.book.adults().into_iter().map(|(id, _)| id).collect();
    assert_eq!(adults, [AMARA, DANIEL, ROSE], "parents first, in the order they were added");

    priya.record(Command::SetWorkflow {
        person: ROSE,
        workflow: Workflow { inside: false, since: None, why: "Helps, and needs nothing".to_owned() },
        seen: vec![],
    });
    let subjects = priya.book.subjects();
    let expected = [AMARA, DANIEL, KAYLA, LEON, BABY].map(Subject::Person);
    assert_eq!(subjects, expected);
}

/// Amara tells Tom, the domestic abuse practitioner, what she is afraid of.
fn they_are_kept_apart(tom: &mut Device) {
    tom.record(Command::SetJoint {
        pair: pair(AMARA, DANIEL),
        joint: JointAssessment { joint: true, why: "They came as a couple".to_owned() },
        seen: vec![],
    });
    assert!(tom.book.subjects().contains(&couple(AMARA, DANIEL)));
    tom.separate(AMARA, DANIEL);
    assert!(!tom.book.subjects().contains(&couple(AMARA, DANIEL)), "separation ends what was joint");
    let shared = Entry { audience: only(&[DANIEL]), ..work(ModuleId::M3, AMARA) };
    let refusal = tom.decide(Command::RecordEntry { id: entry_id(900), entry: shared }).unwrap_err();
    assert_eq!(refusal, Refusal::KeptFrom("Daniel Price".to_owned(), "Amara Okafor".to_owned()));
}

fn work(module: ModuleId, about: PersonId) -> Entry {
    entry(module, Subject::Person(about), &format!("Work in module {}", module.number()))
}

/// For each parent and each child, in all eight modules.
fn the_work_is_done(priya: &mut Device) {
    let mut number = 0;
    for module in ModuleId::ALL {
        for about in [AMARA, DANIEL, KAYLA, LEON] {
            number += 1;
            let mut entry = work(module, about);
            entry.present.insert(about);
            entry.own_words.push(Quote { who: about, words: "That is how it was".to_owned() });
            entry.analysis.insert(LEON, "He is at home when this happens".to_owned());
            entry.audience = only(&[about]);
            priya.enter(entry_id(number), entry);
        }
        assert_eq!(priya.book.status(module, Subject::Person(AMARA)), ModuleStatus::InProgress);
        assert_eq!(priya.book.status(module, Subject::Person(BABY)), ModuleStatus::NotStarted);
    }
    assert_eq!(priya.book.entries.iter().count(), 32);
    let part = Part { module: ModuleId::M2, subject: Subject::Person(AMARA) };
    let statement = Statement { strengths: "She asks for help".to_owned(), ..Statement::default() };
    priya.record(Command::WriteStatement { part, statement, seen: vec![] });
    set_status(priya, part, ModuleStatus::Completed);
    assert_eq!(priya.book.status(part.module, part.subject), ModuleStatus::Completed);
    set_status(priya, part, ModuleStatus::Reopened);
    assert_eq!(priya.book.status(part.module, part.subject), ModuleStatus::Reopened);
    assert_eq!(priya.book.statuses.get(part).unwrap().count(), 2);
}

fn set_status(device: &mut Device, part: Part, status: ModuleStatus) {
    let seen = device.book.statuses.head_ids(part);
    device.record(Command::SetStatus { part, status, seen });
}

/// A word is put right, with a reason, and the history shows what changed.
fn a_word_is_put_right(priya: &mut Device) {
    priya.amend(entry_id(1), "Amara read it and asked", |entry| {
        entry.going_well = "Good work in module 1".to_owned();
    });
    let versions: Vec<&str> = priya
        .book
        .entries
        .get(entry_id(1))
        .unwrap()
        .versions()
        .map(|version| version.value.as_ref().unwrap().going_well.as_str())
        .collect();
    assert_eq!(versions, ["Work in module 1", "Good work in module 1"]);
    let changes = difference(versions[0], versions[1]);
    assert!(changes.contains(&Change::Added("Good work".to_owned())), "{changes:?}");
    assert!(changes.contains(&Change::Same(" in module 1".to_owned())), "{changes:?}");
}

/// Priya and Tom each amend the same entry on a day without the other's file. Tom's clock is ten years slow.
fn two_who_did_not_know_of_each_other(priya: &mut Device, tom: &mut Device) {
    let id = entry_id(2);
    tom.now -= Duration::days(3653);
    let by_priya = priya.amend(id, "He rang", |entry| entry.needs = "A lift to the group".to_owned());
    let by_tom = tom.amend(id, "We met", |entry| entry.needs = "An evening group".to_owned());
    tom.enter(entry_id(901), work(ModuleId::M6, DANIEL));

    let joined = priya.import(tom);
    assert_eq!(joined.new.len(), 2);
    assert_eq!(joined.new_conflicts, vec![Conflict::Entry(id)]);
    let mut heads = priya.book.entries.head_ids(id);
    heads.sort();
    let mut both = vec![by_priya, by_tom];
    both.sort();
    assert_eq!(heads, both);

    let settled = priya.amend(id, "Tom and I spoke", |entry| {
        entry.needs = "An evening group, and a lift to it".to_owned();
    });
    assert_eq!(priya.book.entries.head_ids(id), vec![settled]);
    assert_eq!(conflicts(&priya.book), vec![]);
    assert_eq!(priya.book.entries.get(id).unwrap().count(), 4);
}

#[test]
fn a_family_and_the_two_who_work_with_them() {
    let mut priya = Device::new(1);
    a_family_is_opened(&mut priya);
    how_they_live(&mut priya);

    let mut tom = Device::new(2);
    let first = tom.import(&priya);
    assert_eq!((first.new.len(), first.same), (priya.events.len(), 0));
    they_are_kept_apart(&mut tom);
    assert_eq!(tom.book.author_name(tom.practitioner.id), "Tom Reed");
    priya.import(&tom);
    assert_eq!(priya.canonical(), tom.canonical());

    the_work_is_done(&mut priya);
    a_word_is_put_right(&mut priya);
    tom.import(&priya);
    two_who_did_not_know_of_each_other(&mut priya, &mut tom);

    // In the end both hold the same workbook, whose trail is whole, and another import changes nothing.
    tom.import(&priya);
    assert_eq!(priya.canonical(), tom.canonical());
    assert_eq!(tom.book.entries.current(entry_id(2)).unwrap().needs, "An evening group, and a lift to it");
    assert_eq!(priya.import(&tom).new, vec![]);
    assert_eq!(priya.events.broken_links(), vec![]);
    assert_eq!(priya.book.unread, vec![]);
    let team: Vec<String> = priya.book.team.all().map(|(_, member)| member.name.clone()).collect();
    assert_eq!(team, ["Priya Shah", "Tom Reed"]);
}
