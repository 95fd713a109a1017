use super::*;
use crate::model::dates::PartialDate;
use crate::model::ids::{EventId, FamilyId, PractitionerId};
use crate::model::person::Arrival;
use crate::model::practitioner::{Practitioner, Role};
use crate::policy::authority::Authority;
use crate::policy::practice;
use crate::services::recording::{Hand, stamp};
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;
use chrono::NaiveDate;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn set(fields: &mut Fields, pairs: &[(&str, &str)]) {
    fields.extend(pairs.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())));
}

/// Two children, one not yet born, and two adults with separation between them.
fn answered() -> Fields {
    let mut fields = Fields::new();
    set(
        &mut fields,
        &[
            (field::LABEL, " Okafor-Reed "),
            (field::CHILDREN, "c1\nc2"),
            ("c1-name", "Kayla Reed"),
            ("c1-arrival", "born"),
            ("c1-birth-day", "3"),
            ("c1-birth-month", "may"),
            ("c1-birth-year", "2019"),
            ("c2-arrival", "unborn"),
            ("c2-due-month", "2"),
            ("c2-due-year", "2027"),
            (field::ADULTS, "a1\na2"),
            ("a1-name", "Amara Reed"),
            ("a1-known-as", "Amara"),
            ("a1-c1-kind", "mother"),
            ("a1-c1-responsibility", "yes"),
            ("a1-c2-kind", "mother"),
            ("a2-name", "Joe Okafor"),
            ("a2-c1-kind", "other"),
            ("a2-c1-kind-words", "godfather"),
            ("a2-c1-responsibility", "no"),
            ("c1-workflow", "yes"),
            ("c1-in-since-year", "2026"),
            ("c2-workflow", "yes"),
            ("a1-workflow", "yes"),
            ("a2-workflow", "no"),
            ("a2-out-why", "Lives elsewhere"),
            (field::PATHWAY, answer::FAMILY_SAFEGUARDING),
            (field::PATHWAY_WHY, "Kayla is 7"),
            ("referred-on-day", "1"),
            ("referred-on-month", "11"),
            ("referred-on-year", "2026"),
            (field::AT_RISK, "yes"),
            (field::PAIRS, "a1+a2"),
            (field::ALLOCATED, "yes"),
        ],
    );
    fields
}

fn commands(fields: &Fields) -> Vec<Command> {
    let mut number = 0;
    let mut next = || {
        number += 1;
        [number; 16]
    };
    let mut people = Vec::new();
    for _ in 0..8 {
        people.push(PersonId::from_bytes(next()));
    }
    read(fields, today())
        .unwrap()
        .commands::<()>(|| Ok(people.remove(0)), || Ok(RelationshipId::from_bytes(next())))
        .unwrap()
}

fn recorded(fields: &Fields) -> Workbook {
    let practitioner = Practitioner {
        id: PractitionerId::from_bytes([9; 16]),
        name: "Sam Holt".into(),
        role: Role::SocialWorker,
        employer: String::new(),
        team: String::new(),
    };
    let hand = Hand {
        practitioner: &practitioner,
        device: crate::model::ids::DeviceId::from_bytes([8; 16]),
        now: chrono::DateTime::UNIX_EPOCH,
        today: today(),
        rules: &practice::rules(Authority::Common),
    };
    let family = FamilyId::from_bytes([7; 16]);
    let mut event = 0;
    let stamped =
        stamp(family, &EventSet::default(), &Workbook::empty(family), &hand, commands(fields), || {
            event += 1;
            EventId::from_bytes([event; 16])
        });
    stamped.unwrap().workbook
}

#[test]
fn everything_answered_is_recorded() {
    let book = recorded(&answered());
    let family = book.family().unwrap().current().unwrap();
    assert_eq!((family.label.as_str(), family.pathway.as_str()), ("Okafor-Reed", "Family Safeguarding"));
    assert_eq!(family.referred_on.unwrap().to_string(), "1 November 2026");
    let children = book.children();
    assert_eq!(children[0].1.name, "Kayla Reed");
    assert_eq!(
        children[1].1.arrival,
        Arrival::Unborn { due: PartialDate::parse("", "2", "2027", false).ok() }
    );
    let adults = book.adults();
    assert_eq!(adults[0].1.display_name(), "Amara");
    assert!(book.is_parent(adults[0].0));
    assert!(!book.in_workflow(adults[1].0));
    assert_eq!(book.workflow.current(children[0].0).unwrap().since.unwrap().to_string(), "2026");
    assert_eq!(book.relationships.all().count(), 3);
    assert!(book.is_separated(Pair::of(adults[0].0, adults[1].0).unwrap()));
    assert!(book.team.all().all(|(_, member)| member.allocated));
}

#[test]
fn separation_comes_before_anything_that_links_the_two() {
    let commands = commands(&answered());
    let place = |wanted: fn(&Command) -> bool| commands.iter().position(wanted).unwrap();
    let separation = place(|c| matches!(c, Command::SetSeparation { .. }));
    assert!(separation < place(|c| matches!(c, Command::RecordRelationship { .. })));
    assert!(separation < place(|c| matches!(c, Command::SetWorkflow { .. })));
    assert!(commands[separation - 1..separation].iter().all(|c| matches!(c, Command::RecordPerson { .. })));
}

#[test]
fn with_nothing_answered_every_page_says_what_it_needs() {
    let faults = read(&Fields::new(), today()).unwrap_err();
    let steps: Vec<NewFamilyStep> = faults.iter().map(|fault| fault.step).collect();
    let mut in_order = steps.clone();
    in_order.sort_by_key(|step| NewFamilyStep::ALL.iter().position(|known| known == step));
    assert_eq!(steps, in_order);
    for step in NewFamilyStep::ALL {
        let optional = matches!(step, NewFamilyStep::Referral | NewFamilyStep::Check);
        assert_eq!(wrong_on(&Fields::new(), today(), step).is_empty(), optional, "{step:?}");
    }
}

/// What one changed answer is refused with.
#[track_caller]
fn check(changes: &[(&str, &str)], expected: &[(&str, &str)]) {
    let mut fields = answered();
    set(&mut fields, changes);
    let faults = read(&fields, today()).err().unwrap_or_default();
    let found: Vec<(&str, &str)> =
        faults.iter().map(|fault| (fault.wrong.field.as_str(), fault.wrong.message.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn each_fault_stands_at_its_box() {
    check(&[], &[]);
    check(&[(field::LABEL, "  ")], &[(field::LABEL, "Enter what the team calls this family")]);
    check(&[(field::CHILDREN, "")], &[("add-child", "Add at least one child")]);
    check(&[("c1-name", "")], &[("c1-name", "Enter a name for child 1, or what they like to be called")]);
    check(&[("c1-arrival", "")], &[("c1-arrival", "Say whether Kayla Reed has been born")]);
    check(
        &[("c1-birth-day", "31"), ("c1-birth-month", "2")],
        &[("c1-birth", "Date of birth must be a real date")],
    );
    check(&[("c1-birth-year", "2027")], &[("c1-birth", "Date of birth must be today or in the past")]);
    check(&[("a2-c1-kind-words", "")], &[("a2-c1-kind-words", "Enter what Joe Okafor is to Kayla Reed")]);
    check(&[("a2-out-why", " ")], &[("a2-out-why", "Enter why Joe Okafor is not in the workflow")]);
    check(&[(field::PATHWAY, "other")], &[(field::PATHWAY_WORDS, "Enter the pathway")]);
    check(&[(field::PAIRS, "")], &[(field::PAIRS, "Choose which two adults")]);
    check(&[(field::AT_RISK, "not_known")], &[]);
    check(
        &[("referred-on-year", "2028")],
        &[(field::REFERRED, "Date of the referral must be today or in the past")],
    );
}

#[test]
fn rows_are_added_and_taken_away_with_what_was_typed_in_them() {
    let mut fields = answered();
    assert_eq!(add_row(&mut fields, field::CHILDREN), "c3");
    assert_eq!(rows(&fields, field::CHILDREN), ["c1", "c2", "c3"]);
    assert_eq!(called(&fields, "c3"), "Child 3");
    remove_row(&mut fields, field::CHILDREN, "c1");
    assert_eq!(rows(&fields, field::CHILDREN), ["c2", "c3"]);
    assert!(!fields.keys().any(|id| id.contains("c1")), "{fields:?}");
    remove_row(&mut fields, field::ADULTS, "a2");
    assert_eq!(fields[field::PAIRS], "");
    assert_eq!(pairs(&fields), Vec::<[String; 2]>::new());
    remove_row(&mut fields, field::ADULTS, "a1");
    assert!(rows(&fields, field::ADULTS).is_empty());
    assert_eq!(rows(&Fields::new(), field::ADULTS), ["a1"]);
}

#[test]
fn pages_follow_each_other_until_all_is_answered() {
    let mut fields = answered();
    assert_eq!(after(&fields, today(), NewFamilyStep::Label), NewFamilyStep::Check);
    fields.remove(field::ALLOCATED);
    assert_eq!(after(&fields, today(), NewFamilyStep::Label), NewFamilyStep::Children);
}

#[test]
fn every_answer_is_shown_before_it_is_recorded() {
    let all = answers(&answered());
    let shown: Vec<String> = all.iter().flat_map(|answer| answer.lines.clone()).collect();
    for words in [
        "Okafor-Reed",
        "Kayla Reed",
        "Born 3 May 2019",
        "Not yet born, due February 2027",
        "Known as Amara",
        "Mother of Kayla Reed: holds parental responsibility",
        "Godfather of Kayla Reed: does not hold parental responsibility",
        "Kayla Reed: in the workflow since 2026",
        "The unborn baby: in the workflow",
        "Joe Okafor: not in the workflow",
        "Kayla is 7",
        "1 November 2026",
        "Between Amara and Joe Okafor",
        "Yes, I am",
    ] {
        assert!(shown.iter().any(|line| line == words), "{words} in {shown:?}");
    }
    assert!(answers(&Fields::new()).iter().all(|answer| answer.lines.is_empty()));
}

#[test]
fn a_family_that_may_be_here_already_is_noticed() {
    let here = recorded(&answered());
    let mut fields = answered();
    let found = |fields: &Fields| perhaps_here(&read(fields, today()).unwrap(), [&here]);
    assert_eq!(found(&fields).len(), 2);
    set(&mut fields, &[(field::LABEL, "okafor-reed"), ("c1-birth-year", "2018")]);
    assert!(matches!(found(&fields).as_slice(), [Suspicion::SameLabel { .. }]));
    set(&mut fields, &[(field::LABEL, "Another"), ("c1-birth-year", "2019"), ("c1-name", "kayla  REED")]);
    assert!(matches!(found(&fields).as_slice(), [Suspicion::SameChild { .. }]));
    set(&mut fields, &[("c1-name", "Kayla Read")]);
    assert_eq!(found(&fields), vec![]);
}
