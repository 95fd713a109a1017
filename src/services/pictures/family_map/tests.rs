use super::*;
use crate::model::dates::PartialDate;
use crate::model::do_not_tell::DoNotTell;
use crate::model::household::{Household, Stay};
use crate::model::ids::{DoNotTellId, HouseholdId, PractitionerId, ProtectedId, RelationshipId};
use crate::model::person::{Arrival, Death, Person, Standing};
use crate::model::protected::{ProtectedFact, ProtectedKind};
use crate::model::relationship::{Kind, ParentalResponsibility, Relationship};
use crate::pictures::genogram::Move;
use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, person, today};
use crate::services::sheets::tests::here;
use crate::workbook::decide::{Command, SafetyCommand};
use crate::workbook::fold::Workbook;

fn tie(sample: &mut Sample, number: u8, from: u8, kind: Kind, to: u8) {
    let relationship = Relationship {
        from: person(from),
        to: person(to),
        kind,
        parental_responsibility: ParentalResponsibility::NotKnown,
        start: None,
        end: None,
    };
    let id = RelationshipId::from_bytes([number; 16]);
    sample.does(Command::RecordRelationship { id, relationship, seen: vec![] });
}

fn home(sample: &mut Sample, number: u8, label: &str, people: &[u8]) {
    let stay = |it: &u8| Stay { person: person(*it), from: None, until: None };
    let household = Household { label: label.into(), stays: people.iter().map(stay).collect() };
    let id = HouseholdId::from_bytes([number; 16]);
    sample.does(Command::RecordHousehold { id, household, seen: vec![] });
}

/// Amara and Joe are Kayla's parents and no couple; Dana is Amara's partner. Kayla lives with her mother and Dana.
fn joined(mut sample: Sample) -> Sample {
    tie(&mut sample, 1, AMARA, Kind::Mother, KAYLA);
    tie(&mut sample, 2, JOE, Kind::Father, KAYLA);
    tie(&mut sample, 3, JOE, Kind::FormerPartner, AMARA);
    tie(&mut sample, 4, DANA, Kind::Partner, AMARA);
    home(&mut sample, 1, "Mum’s home", &[AMARA, DANA, KAYLA]);
    home(&mut sample, 2, "Dad’s flat", &[JOE]);
    sample
}

fn map(sample: &Sample, readers: &[u8]) -> Result<FamilyMap, String> {
    family_map(&here(&sample.book), &readers.iter().map(|it| person(*it)).collect(), &[])
}

/// Every word that anybody could read or hear.
fn everything(map: &FamilyMap) -> String {
    let mut all: Vec<String> = texts(map).into_iter().map(|it| it.words).collect();
    all.push(crate::pictures::svg(&map.scene));
    all.join("\n")
}

#[test]
fn the_team_sees_everybody_and_every_line() {
    let map = map(&joined(Sample::new()), &[]).unwrap();
    let told = map.scene.told.join("\n");
    for sentence in [
        "Kayla, child, a child whom the work is for, child of Amara and Joe; lives with Amara and Dana.",
        "Amara, woman; lives with Dana and Kayla.",
        "Joe, man; home: Dad’s flat.",
        "Amara and Joe are separated.",
        "Amara and Dana are a couple.",
        "Amara, Dana and Kayla live together: Mum’s home.",
    ] {
        assert!(told.contains(sentence), "{sentence} in\n{told}");
    }
    assert_eq!((map.ties.len(), map.people.len(), map.left_out.len()), (4, 4, 0));
    assert_eq!(map.table().rows[0][..3], ["Amara", "mother", "Kayla"]);
    assert_eq!(map.only_for, None);
}

#[test]
fn somebody_who_has_died_is_drawn_so_with_the_age_they_reached_and_is_shown_nothing() {
    let mut sample = joined(Sample::new());
    let date = |day: &str, month: &str, year: &str| PartialDate::parse(day, month, year, false).ok();
    for (who, name, on) in [(JOE, "Joe", date("1", "6", "2020")), (DANA, "Dana", None)] {
        let joe = Person {
            arrival: Arrival::Born(date("2", "5", "1980")),
            died: Some(Death { on }),
            ..Person::named(Standing::Adult, name)
        };
        let seen = sample.book.people.head_ids(person(who));
        sample.does(Command::RecordPerson { id: person(who), person: joe, seen });
    }
    let told = map(&sample, &[]).unwrap().scene.told.join("\n");
    assert!(told.contains("Joe, man, 40, died") && told.contains("Dana, adult, died"), "{told}");
    let readers = crate::services::shown::readers(&sample.book);
    assert_eq!(readers, [person(AMARA), person(KAYLA)], "nobody who has died is offered");
}

#[test]
fn an_empty_family_has_an_empty_picture() {
    let book = Workbook::empty(crate::model::ids::FamilyId::from_bytes([7; 16]));
    let map = family_map(&here(&book), &BTreeSet::new(), &[]).unwrap();
    assert!(map.people.is_empty() && map.ties.is_empty() && map.scene.told.is_empty());
}

/// Keys or pointer: what is drawn hangs on what is recorded, and not on when.
#[test]
fn the_order_of_recording_draws_the_same_picture() {
    let one = joined(Sample::new());
    let mut other = Sample::new();
    home(&mut other, 2, "Dad’s flat", &[JOE]);
    home(&mut other, 1, "Mum’s home", &[KAYLA, DANA, AMARA]);
    tie(&mut other, 4, DANA, Kind::Partner, AMARA);
    tie(&mut other, 3, JOE, Kind::FormerPartner, AMARA);
    tie(&mut other, 2, JOE, Kind::Father, KAYLA);
    tie(&mut other, 1, AMARA, Kind::Mother, KAYLA);
    assert_eq!(map(&one, &[]), map(&other, &[]));
}

#[test]
fn moving_somebody_by_hand_changes_the_order_and_nothing_that_is_told() {
    let sample = joined(Sample::new());
    let before = map(&sample, &[]).unwrap();
    let nudge = Nudge { key: person(AMARA).to_string(), towards: Move::Left };
    let after = family_map(&here(&sample.book), &BTreeSet::new(), &[nudge]).unwrap();
    assert_ne!(before.people, after.people);
    let sorted = |map: &FamilyMap| map.scene.told.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!(sorted(&before), sorted(&after));
}

#[test]
fn nothing_of_anyone_apart_is_in_the_map_of_the_other() {
    let mut sample = joined(Sample::new());
    sample.separates(AMARA, JOE);
    sample.says_who_harmed(AMARA, JOE);
    // Whoever is said to have harmed is shown nothing that no manager has read.
    let why = map(&sample, &[JOE]).unwrap_err();
    assert!(why.contains("A manager reads what they are shown first"), "{why}");
    let hers = map(&sample, &[AMARA]).unwrap();
    let all = everything(&hers);
    assert!(
        all.contains("Kayla") && all.contains("Dana") && !all.contains("Joe") && !all.contains("Dad"),
        "{all}"
    );
    assert_eq!(hers.left_out, ["Joe", "2 relationships", "1 home"]);
    assert_eq!(hers.only_for.as_deref(), Some("Only for Amara"));
    assert!(map(&sample, &[AMARA, JOE]).is_err());
}

#[test]
fn homes_and_carers_are_kept_from_whoever_is_separated_from_somebody() {
    let mut sample = joined(Sample::new());
    tie(&mut sample, 5, DANA, Kind::Carer, KAYLA);
    home(&mut sample, 3, "Nan’s", &[KAYLA]);
    sample.separates(AMARA, JOE);
    sample.says_who_harmed(JOE, AMARA);
    let his = everything(&map(&sample, &[JOE]).unwrap());
    for word in ["Amara", "Dana", "Nan’s", "Mum’s home", "carer"] {
        assert!(!his.contains(word), "{word} in {his}");
    }
    assert!(his.contains("Kayla") && his.contains("Dad’s flat"));
}

#[test]
fn children_who_are_not_born_and_those_of_another_parent_wait() {
    let mut sample = joined(Sample::new());
    for (number, name, arrival) in [
        (5, "Bump", Arrival::Unborn { due: None }),
        (6, "Leo", Arrival::Born(PartialDate::parse("", "", "2020", false).ok())),
    ] {
        let child = Person { arrival, ..Person::named(Standing::Child, name) };
        sample.does(Command::RecordPerson { id: person(number), person: child, seen: vec![] });
        tie(&mut sample, 10 + number, AMARA, Kind::Mother, number);
    }
    let his = everything(&map(&sample, &[JOE]).unwrap());
    assert!(his.contains("Kayla") && !his.contains("Bump") && !his.contains("Leo"), "{his}");
    let hers = everything(&map(&sample, &[AMARA]).unwrap());
    assert!(hers.contains("Leo") && !hers.contains("Bump"));
    assert!(everything(&map(&sample, &[]).unwrap()).contains("Bump"));
}

#[test]
fn who_is_whose_father_is_told_to_those_whom_it_is_about() {
    let mut sample = joined(Sample::new());
    let leo = Person::named(Standing::Child, "Leo");
    sample.does(Command::RecordPerson { id: person(6), person: leo, seen: vec![] });
    tie(&mut sample, 11, AMARA, Kind::Mother, 6);
    let father_of_kayla = "Joe father Kayla";
    let told = |readers: &[u8]| everything(&map(&sample, readers).unwrap()).contains(father_of_kayla);
    assert!(told(&[KAYLA]) && told(&[AMARA]) && told(&[JOE]) && told(&[]));
    assert!(!told(&[6]) && !told(&[6, KAYLA]));
}

#[test]
fn what_is_protected_and_what_somebody_asked_to_keep_is_in_no_map() {
    let mut sample = joined(Sample::new());
    home(&mut sample, 1, "14 Larkfield Road", &[AMARA, DANA, KAYLA]);
    let fact = ProtectedFact {
        whose: person(AMARA),
        kind: ProtectedKind::Address,
        words: "14 Larkfield Road, AN1 2BC".to_owned(),
        also: vec![],
        since: None,
        until: None,
        note: String::new(),
    };
    let id = ProtectedId::from_bytes([1; 16]);
    sample.does(Command::Safety(SafetyCommand::Protect { id, fact, reason: String::new(), seen: vec![] }));
    let request = DoNotTell {
        asked_by: person(AMARA),
        from: [person(JOE)].into(),
        what: "That she has a partner".into(),
        phrases: vec!["Dana".into()],
        records: BTreeSet::new(),
        why: "She will tell him".into(),
        asked_on: today(),
        until: None,
        owner: Some(PractitionerId::from_bytes([1; 16])),
    };
    let id = DoNotTellId::from_bytes([1; 16]);
    sample.does(Command::Safety(SafetyCommand::KeepFrom {
        id,
        request,
        reason: String::new(),
        seen: vec![],
    }));
    let his = everything(&map(&sample, &[JOE]).unwrap());
    assert!(!his.contains("Dana") && !his.contains("Larkfield"), "{his}");
    let kaylas = everything(&map(&sample, &[KAYLA]).unwrap());
    assert!(kaylas.contains("Dana") && !kaylas.contains("Larkfield"), "{kaylas}");
}

#[test]
fn what_cannot_be_is_said_and_the_rest_is_drawn() {
    let mut sample = joined(Sample::new());
    tie(&mut sample, 9, KAYLA, Kind::Parent, AMARA);
    let map = map(&sample, &[]).unwrap();
    let [fault] = map.faults.as_slice() else { panic!("{:?}", map.faults) };
    assert!(fault.contains("cannot be a parent"), "{fault}");
    assert_eq!(map.people.len(), 4);
}

/// The example family as it stands in November, for everybody who could look at it.
#[test]
fn the_example_family_is_drawn_for_the_team_and_for_each_of_them() {
    let book = crate::services::pictures::tests::example();
    let here = here(&book);
    let team = family_map(&here, &BTreeSet::new(), &[]).unwrap();
    assert_eq!((team.people.len(), team.faults.len()), (7, 0));
    for reader in crate::services::shown::readers(&book) {
        let Ok(theirs) = family_map(&here, &[reader].into(), &[]) else { continue };
        let all = everything(&theirs);
        for other in book.separated_from(reader) {
            assert!(!all.contains(&book.name_of(other)), "{} in {all}", book.name_of(other));
        }
        assert!(theirs.people.iter().any(|(id, _)| *id == reader));
    }
}
