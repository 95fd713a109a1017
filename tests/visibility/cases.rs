//! One small family for each rule, to be read.

use std::collections::BTreeMap;

use chrono::Duration;
use hearth::model::action::{ActionResult, ByWhen, Outcome, Owner};
use hearth::model::allocation::Membership;
use hearth::model::audience::Audience;
use hearth::model::do_not_tell::DoNotTell;
use hearth::model::family_view::{Earlier, Item};
use hearth::model::ids::{MembershipId, SaidId, ShowingId};
use hearth::model::module::ModuleId;
use hearth::model::person::{Arrival, Person, Standing};
use hearth::model::practitioner::Role;
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::sharing::Shared;
use hearth::model::showing::{AnswerTo, Given, Kept, Said, Showing};
use hearth::model::subject::Subject;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, SharingCommand};

use super::*;
use crate::workbooks::round::*;

pub fn seen_by(book: &Workbook, present: &[PersonId]) -> Prepared {
    asked(book, present, false, &[])
}

fn asked(book: &Workbook, present: &[PersonId], somebody_else: bool, do_not_tell: &[DoNotTell]) -> Prepared {
    let looking = Looking {
        present: &present.iter().copied().collect(),
        somebody_else,
        today: today(),
        language: "cy",
        worker: "Priya Shah",
        do_not_tell,
        guarded: &|_, _| false,
    };
    prepare(book, &looking)
}

pub fn words(prepared: &Prepared) -> Vec<&str> {
    prepared.view.items.iter().map(|item| item.words.as_str()).collect()
}

/// What is left out, and why.
pub fn why(prepared: &Prepared) -> Vec<&str> {
    prepared.left_out.iter().map(|it| it.why.as_str()).collect()
}

/// Something that is going well, about one person, for these.
pub fn well(device: &mut Device, number: u64, about: PersonId, words: &str, people: &[PersonId]) {
    let mut entry = entry(ModuleId::M5, Subject::Person(about), words);
    entry.audience = only(people);
    device.enter(entry_id(number), entry);
}

pub fn share(device: &mut Device, piece: Piece, heading: Heading, people: &[PersonId]) {
    let shared = Shared {
        audience: only(people),
        heading,
        family_words: String::new(),
        translations: BTreeMap::new(),
    };
    let by_name = people.iter().copied().collect();
    let seen = device.book.shared.head_ids(piece);
    device.record(Command::Sharing(SharingCommand::Share { piece, shared, by_name, seen }));
}

pub fn relate(device: &mut Device, number: u64, from: PersonId, to: PersonId, kind: Kind) {
    let parental_responsibility = ParentalResponsibility::NotKnown;
    let relationship = Relationship { from, to, kind, parental_responsibility, start: None, end: None };
    device.record(Command::RecordRelationship { id: relationship_id(number), relationship, seen: vec![] });
}

#[test]
fn without_a_choice_nothing_is_shown_and_together_only_what_all_may_see() {
    let mut device = Device::with_family();
    well(&mut device, 1, KAYLA, "She reads", &[AMARA, KAYLA]);
    well(&mut device, 2, KAYLA, "She sleeps", &[AMARA]);
    device.enter(entry_id(3), entry(ModuleId::M5, Subject::Person(KAYLA), "For the team"));
    assert_eq!(words(&seen_by(&device.book, &[KAYLA])), ["She reads"]);
    assert_eq!(words(&seen_by(&device.book, &[AMARA])).len(), 2);
    let together = seen_by(&device.book, &[AMARA, KAYLA]);
    assert_eq!((words(&together), why(&together)), (vec!["She reads"], vec!["because Kayla Okafor is here"]));
    let nobody = seen_by(&device.book, &[ROSE]);
    assert_eq!((words(&nobody), nobody.strengths_missing, why(&nobody)), (vec![], true, vec![]));
}

#[test]
fn who_looks_is_called_as_they_chose_and_a_stranger_sees_nothing_of_anyone() {
    let mut device = Device::with_family();
    let seen = device.book.people.head_ids(KAYLA);
    let born = Arrival::Born(Some(date("3 March 2017")));
    let kay = Person {
        known_as: "Kay".to_owned(),
        arrival: born,
        ..Person::named(Standing::Child, "Kayla Okafor")
    };
    device.record(Command::RecordPerson { id: KAYLA, person: kay, seen });
    well(&mut device, 1, KAYLA, "She reads", &[AMARA, KAYLA]);
    let view = seen_by(&device.book, &[KAYLA, AMARA]).view;
    let people: Vec<_> = view.people.iter().map(|it| (it.name.as_str(), it.child, it.age)).collect();
    assert_eq!(people, [("Amara Okafor", false, None), ("Kay", true, Some(9))]);
    assert_eq!((view.worker.as_str(), view.language.as_str(), view.today), ("Priya", "cy", Some(today())));
    for general in [
        asked(&device.book, &[AMARA], true, &[]),
        seen_by(&device.book, &[]),
        seen_by(&device.book, &[AMARA, STRANGER]),
    ] {
        assert!(general.only_general.is_some() && general.view.people.is_empty() && general.shown.is_empty());
    }
    device.separate(AMARA, DANIEL);
    let both = seen_by(&device.book, &[AMARA, DANIEL]).only_general.unwrap();
    assert_eq!(
        both,
        "Amara Okafor and Daniel Price are both there, and safety separation stands between them"
    );
}

#[test]
fn one_of_two_who_are_kept_apart_is_told_nothing_of_the_other() {
    let mut device = Device::with_family();
    relate(&mut device, 1, DANIEL, LEON, Kind::Father);
    well(&mut device, 1, KAYLA, "Mornings go well", &[AMARA, DANIEL, ROSE]);
    well(&mut device, 2, KAYLA, "She tells Dad’s friends", &[AMARA, ROSE]);
    well(&mut device, 3, KAYLA, "She draws DANIEL and the dog", &[AMARA]);
    well(&mut device, 4, KAYLA, "Leon Price plays with her", &[AMARA]);
    well(&mut device, 5, AMARA, "She rang", &[AMARA, DANIEL]);
    assert_eq!(words(&seen_by(&device.book, &[AMARA])).len(), 5);
    harmed(&mut device, AMARA, DANIEL);
    let amara = seen_by(&device.book, &[AMARA]);
    assert_eq!(words(&amara), ["Leon Price plays with her", "She rang"]);
    let tells = "because Amara Okafor is here, and it tells of Daniel Price: safety separation stands between the two";
    let both = "because it was chosen for both Amara Okafor and Daniel Price, between whom safety separation \
                stands: choose one of them";
    assert_eq!(why(&amara), [both, tells, tells]);
    assert_eq!(words(&seen_by(&device.book, &[DANIEL])), [""; 0]);
    assert_eq!(words(&seen_by(&device.book, &[ROSE])), ["Mornings go well", "She tells Dad’s friends"]);
}

#[test]
fn what_somebody_asked_to_be_kept_is_kept_while_it_stands() {
    let mut device = Device::with_family();
    well(&mut device, 1, KAYLA, "Since the new job she is home at four", &[ROSE]);
    well(&mut device, 2, KAYLA, "She reads", &[ROSE]);
    let mut request = DoNotTell {
        asked_by: AMARA,
        from: [ROSE].into(),
        what: "That she works".to_owned(),
        phrases: vec!["New job".to_owned()],
        records: [hearth::model::source::Source::Entry(entry_id(2))].into(),
        why: "She would tell".to_owned(),
        asked_on: days(-3),
        until: Some(today()),
        owner: None,
    };
    let kept = asked(&device.book, &[ROSE], false, std::slice::from_ref(&request));
    assert_eq!(words(&kept), [""; 0]);
    assert_eq!(why(&kept), ["because Amara Okafor asked that Rose Okafor is not told"; 2]);
    request.until = Some(days(-1));
    assert_eq!(words(&asked(&device.book, &[ROSE], false, &[request])).len(), 2);
}

#[test]
fn a_child_who_is_anothers_or_not_born_waits_for_a_tick() {
    let mut device = Device::with_family();
    relate(&mut device, 1, AMARA, KAYLA, Kind::Mother);
    relate(&mut device, 2, DANIEL, LEON, Kind::Father);
    well(&mut device, 1, LEON, "He walks", &[AMARA, DANIEL, ROSE]);
    assert_eq!(words(&seen_by(&device.book, &[DANIEL])), ["He walks"]);
    assert_eq!(words(&seen_by(&device.book, &[ROSE])), ["He walks"], "she is no parent here");
    let amara = seen_by(&device.book, &[AMARA]);
    assert_eq!(why(&amara), ["because it tells of Leon Price: choose by name that Amara Okafor may see it"]);
    share(&mut device, Piece::GoingWell(entry_id(1)), Heading::Well, &[AMARA]);
    assert_eq!(words(&seen_by(&device.book, &[AMARA])), ["He walks"]);
    assert_eq!(words(&seen_by(&device.book, &[DANIEL])), [""; 0], "a choice of the piece narrows its entry");
    let seen = device.book.shared.head_ids(Piece::GoingWell(entry_id(1)));
    let piece = Piece::GoingWell(entry_id(1));
    let stop = SharingCommand::StopSharing { piece, reason: String::new(), seen };
    device.record(Command::Sharing(stop));
    assert_eq!(words(&seen_by(&device.book, &[DANIEL])), [""; 0], "what is stopped is shown to nobody");
}

#[test]
fn promises_say_whether_they_were_kept_and_meetings_when_they_are() {
    let mut device = Device::with_family();
    let mut actions = Vec::new();
    for (number, who, by) in [
        (1, Owner::Person(AMARA), ByWhen::On(days(3))),
        (2, Owner::Practitioner(practitioner_id(RECOVERY_WORKER)), ByWhen::On(days(-1))),
        (3, Owner::Other("The school".to_owned()), ByWhen::Every("each week".to_owned())),
        (4, Owner::Person(AMARA), ByWhen::On(days(-5))),
        (5, Owner::Person(AMARA), ByWhen::On(days(5))),
    ] {
        let mut step = action(number, &format!("Step {number}"));
        (step.who, step.by) = (Some(who), Some(by));
        actions.push(step);
    }
    device.hand_to(RECOVERY_WORKER).enter(entry_id(9), entry(ModuleId::M5, Subject::Person(AMARA), "Calm"));
    device.hand_to(ADMIN);
    device.record(device.plan_on(FIRST, days(-2)));
    device.record(device.hold(FIRST, held(days(-2))));
    device.record(device.write(FIRST, notes("We go on", actions)));
    device.record(device.plan_on(SECOND, days(10)));
    for (number, outcome) in [(4, Outcome::Done), (5, Outcome::NoLongerNeeded)] {
        let words = "It helped".to_owned();
        let result = ActionResult { outcome, on: today(), words, by: None, reviewed_in: None };
        device.record(Command::Result { action: action_id(number), result, seen: vec![] });
    }
    device.hand_to(MANAGER);
    for number in 1..=5 {
        share(&mut device, Piece::Action(action_id(number)), Heading::Agreed, &[AMARA]);
    }
    share(&mut device, Piece::Supervision(FIRST), Heading::Next, &[AMARA]);
    share(&mut device, Piece::Supervision(SECOND), Heading::Next, &[AMARA]);
    let view = seen_by(&device.book, &[AMARA]).view;
    let told = |item: &Item| {
        let who = item.who.clone().unwrap_or_default();
        (item.words.clone(), who, item.on, item.kept, item.how_often.clone(), item.came_of_it.clone())
    };
    let line = |words: &str, who: &str, on, kept, often: &str, came: &str| {
        (words.to_owned(), who.to_owned(), on, kept, often.to_owned(), came.to_owned())
    };
    assert_eq!(
        view.items.iter().map(told).collect::<Vec<_>>(),
        [
            line("Step 4", "Amara Okafor", Some(days(-5)), Some(true), "", "It helped"),
            line("Step 2", "Ines", Some(days(-1)), Some(false), "", ""),
            line("Step 1", "Amara Okafor", Some(days(3)), None, "", ""),
            line("Step 3", "The school", None, None, "each week", ""),
            line("Your team meets to talk about how to help.", "", Some(days(10)), None, "", ""),
        ]
    );
}

#[test]
fn what_somebody_said_is_theirs_and_a_place_on_a_scale_is_shown_to_nobody_else() {
    let mut device = Device::with_family();
    let began = now() - Duration::days(2);
    let showing = ShowingId::from_bytes([1; 16]);
    let people = [AMARA, ROSE].into();
    let shown = Showing {
        people,
        others: String::new(),
        shown: vec![],
        language: "en-GB".to_owned(),
        began,
        ended: None,
        hidden: 0,
    };
    device.record(Command::Sharing(SharingCommand::Show { id: showing, showing: shown }));
    let said = |to, number, words: &str, audience| Said {
        showing,
        who: AMARA,
        to,
        given: Given::Typed,
        at: began,
        verdict: None,
        number,
        why_not_less: String::new(),
        what_next: String::new(),
        words: words.to_owned(),
        signed: String::new(),
        audience,
        kept: Kept::InTheVisit,
        taken_in_on: today(),
        unfinished: false,
        before: None,
        entry: None,
    };
    for (number, said) in [
        (1, said(AnswerTo::Nothing, None, "I am tired", Audience::TeamOnly)),
        (2, said(AnswerTo::Nothing, None, "I am proud", only(&[ROSE]))),
        (3, said(AnswerTo::Scale("sleep".to_owned()), Some(6), "I sleep now", only(&[ROSE]))),
    ] {
        let id = SaidId::from_bytes([number; 16]);
        device.record(Command::Sharing(SharingCommand::TakeIn { id, said }));
    }
    let amara = seen_by(&device.book, &[AMARA]);
    assert_eq!(words(&amara), ["I am tired", "I am proud"]);
    let earlier = Earlier { on: days(-2), number: 6, words: "I sleep now".to_owned() };
    assert_eq!(amara.view.people[0].scales, [("sleep".to_owned(), vec![earlier])].into());
    let rose = seen_by(&device.book, &[ROSE]);
    assert_eq!((words(&rose), rose.view.people[0].scales.len()), (vec!["I am proud"], 0));
    assert_eq!(rose.view.items[0].said_by.as_deref(), Some("Amara Okafor"));
    let together = seen_by(&device.book, &[AMARA, ROSE]);
    assert_eq!((words(&together), together.view.people[0].scales.len()), (vec!["I am proud"], 1));
}

#[test]
fn who_is_helping_is_in_the_team_today() {
    let mut device = Device::with_family();
    let worker = practitioner_id(RECOVERY_WORKER);
    let member = |until| Membership {
        name: "Ines Costa".to_owned(),
        role: Role::RecoveryWorker,
        employer: String::new(),
        practitioner: Some(worker),
        from: days(-30),
        until,
        why: String::new(),
    };
    device.hand_to(MANAGER);
    let id = MembershipId::from_bytes([1; 16]);
    device.record(Way::RecordMembership { id, membership: member(None), seen: vec![] }.into());
    share(&mut device, Piece::Worker(worker), Heading::Helping, &[AMARA]);
    let helpers = seen_by(&device.book, &[AMARA]).view.helpers;
    let helpers: Vec<_> = helpers.iter().map(|it| (it.name.as_str(), it.does.as_str())).collect();
    assert_eq!(helpers, [("Ines", "helps with alcohol and drugs")]);
    let seen = device.book.memberships.head_ids(id);
    let mut left = member(Some(days(-1)));
    left.why = "She moved on".to_owned();
    device.record(Way::RecordMembership { id, membership: left, seen }.into());
    assert_eq!(seen_by(&device.book, &[AMARA]).view.helpers, []);
}
