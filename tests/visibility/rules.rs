//! The rules of safety of which `ux.md` 3.9 asks a test each, where no other case has their name: a source of a worry
//! (SR7), where somebody can be found (SR11), a child before birth and who is whose father (SR12), where meetings and
//! visits are (`domain.md` E2, rule 18), and the second pair of eyes (E2, rule 15).

use hearth::model::entry::HowKnown;
use hearth::model::module::ModuleId;
use hearth::model::person::{Arrival, Person, Standing};
use hearth::model::relationship::Kind;
use hearth::model::sharing::{Approval, ForOne};
use hearth::model::subject::Subject;
use hearth::model::supervision::Supervision;
use hearth::model::visit::{Place, Visit};
use hearth::workbook::decide::{Command, SharingCommand, SupervisionCommand, VisitCommand};

use super::cases::{relate, seen_by, share, well, why, words};
use super::made::UNBORN;
use super::*;
use crate::workbooks::round::*;

#[test]
fn sr7_no_worry_and_no_source_of_one_is_shown_by_the_audience_of_its_record() {
    let mut device = Device::with_family();
    let mut told = entry(ModuleId::M5, Subject::Person(KAYLA), "She likes her teacher");
    told.needs = "The school said that she is tired".to_owned();
    told.analysis = [(KAYLA, "The health visitor worries about her".to_owned())].into();
    told.audience = only(&[AMARA, ROSE]);
    device.enter(entry_id(1), told.clone());
    assert_eq!(words(&seen_by(&device.book, &[AMARA])), ["She likes her teacher"]);
    share(&mut device, Piece::Needs(entry_id(1)), Heading::Different, &[AMARA]);
    assert_eq!(words(&seen_by(&device.book, &[AMARA])).len(), 2, "that very piece was chosen");
    assert_eq!(words(&seen_by(&device.book, &[ROSE])), ["She likes her teacher"]);
    for (number, how) in [(2, HowKnown::AnotherProfessional), (3, HowKnown::ARecord)] {
        told.how_known = how;
        device.enter(entry_id(number), told.clone());
    }
    assert_eq!(
        words(&seen_by(&device.book, &[ROSE])),
        ["She likes her teacher"],
        "nothing of what others said"
    );
    let view = serde_json::to_string(&seen_by(&device.book, &[AMARA]).view).unwrap();
    for source in ["another_professional", "a_record", "they_told_me", "how_known"] {
        assert!(!view.contains(source), "{view}");
    }
}

#[test]
fn sr11_where_somebody_can_be_found_is_shown_to_neither_of_two_who_are_kept_apart() {
    for (text, leads) in [
        ("She goes swimming on Tuesdays", true),
        ("Nan picks her up every day", true),
        ("Ring the school on 01632 960001", true),
        ("The flat at AN1 2BC is warm", true),
        ("Write to help@example.org", true),
        ("She is at school on time", false),
        ("Sam comes on Tuesday", false),
    ] {
        let mut device = Device::with_family();
        well(&mut device, 1, KAYLA, text, &[AMARA, ROSE]);
        assert_eq!(words(&seen_by(&device.book, &[AMARA])), [text], "nobody is kept apart");
        harmed(&mut device, AMARA, DANIEL);
        let amara = seen_by(&device.book, &[AMARA]);
        assert_eq!(words(&amara).is_empty(), leads, "{text}");
        if leads {
            assert!(why(&amara)[0].contains("where somebody can be found"), "{:?}", why(&amara));
        }
        assert_eq!(words(&seen_by(&device.book, &[ROSE])), [text]);
    }
}

#[test]
fn sr12_a_child_before_birth_and_who_is_whose_father_wait_for_a_tick() {
    for (text, who, waits) in [
        ("She reads to Leon", AMARA, true),
        ("The midwife is pleased", AMARA, true),
        ("The midwife is pleased", ROSE, true),
        ("Since the DNA test it is calm", ROSE, true),
        ("Her real dad sends cards", AMARA, true),
        ("She reads to Kayla", AMARA, false),
        ("She reads to Leon", ROSE, false),
    ] {
        let mut device = Device::with_family();
        relate(&mut device, 1, AMARA, KAYLA, Kind::Mother);
        relate(&mut device, 2, DANIEL, LEON, Kind::Father);
        let unborn = Person { arrival: Arrival::Unborn { due: None }, ..Person::named(Standing::Child, "") };
        device.record(Command::RecordPerson { id: UNBORN, person: unborn, seen: vec![] });
        well(&mut device, 1, KAYLA, text, &[who]);
        let prepared = seen_by(&device.book, &[who]);
        assert_eq!(words(&prepared).is_empty(), waits, "{text}");
        if waits {
            assert!(why(&prepared)[0].contains("choose by name that"), "{:?}", why(&prepared));
            share(&mut device, Piece::GoingWell(entry_id(1)), Heading::Well, &[who]);
            assert_eq!(words(&seen_by(&device.book, &[who])), [text], "ticked for them");
        }
    }
}

#[test]
fn e2_18_where_a_meeting_or_a_visit_is_stands_in_no_view() {
    let mut device = Device::with_family();
    device.hand_to(MANAGER);
    let supervision = Supervision { place: "Larkfield Centre".to_owned(), ..supervision(days(9)) };
    let plan = SupervisionCommand::Plan { id: FIRST, supervision, seen: vec![] };
    device.record(Command::Supervision(plan));
    share(&mut device, Piece::Supervision(FIRST), Heading::Next, &[AMARA, DANIEL]);
    device.hand_to(SOCIAL_WORKER);
    let place = Place::Elsewhere("Larkfield Centre".to_owned());
    let audience = only(&[AMARA, DANIEL]);
    let made = Visit { note: "We played".to_owned(), audience, place, ..visit() };
    device.record(Command::Visit(VisitCommand::Record { id: visit_id(1), visit: made }));
    share(&mut device, Piece::Visit(visit_id(1)), Heading::Different, &[AMARA, DANIEL]);
    for who in [AMARA, DANIEL] {
        let prepared = seen_by(&device.book, &[who]);
        assert_eq!(prepared.view.items.len(), 2);
        let view = serde_json::to_string(&prepared.view).unwrap();
        assert!(!view.contains("Larkfield"), "{view}");
    }
}

#[test]
fn e2_15_a_second_person_reads_what_is_shown_to_whoever_is_said_to_have_harmed() {
    let mut device = Device::with_family();
    device.hand_to(MANAGER);
    well(&mut device, 1, DANIEL, "You rang first", &[DANIEL]);
    well(&mut device, 2, AMARA, "You sleep", &[AMARA]);
    well(&mut device, 3, KAYLA, "She reads", &[ROSE]);
    let shown = |device: &Device, who| !words(&seen_by(&device.book, &[who])).is_empty();
    device.separate(AMARA, DANIEL);
    assert!(!shown(&device, DANIEL) && !shown(&device, AMARA), "nobody said which of the two");
    harmed(&mut device, AMARA, DANIEL);
    let daniel = seen_by(&device.book, &[DANIEL]);
    assert!(words(&daniel).is_empty() && shown(&device, AMARA) && shown(&device, ROSE));
    let manager = "because it waits for the manager: Amara Okafor is to be kept safe from Daniel Price, and a second \
                   person reads it first";
    assert_eq!(why(&daniel), [manager]);
    let unread = &daniel.unread[0];
    assert_eq!((unread.words.as_str(), daniel.unread.len()), ("You rang first", 1));
    let of = ForOne { piece: unread.piece, person: DANIEL };
    for (number, approved, expected) in [
        (MANAGER, "You rang first", false),
        (SECOND_MANAGER, "You rang", false),
        (SECOND_MANAGER, "You rang first", true),
    ] {
        let approval = Approval { words: approved.to_owned(), on: today() };
        let seen = device.book.approvals.head_ids(of);
        device.hand_to(number);
        let recorded = device.try_record(Command::Sharing(SharingCommand::Approve { of, approval, seen }));
        assert_eq!(recorded.is_ok(), number == SECOND_MANAGER);
        assert_eq!(shown(&device, DANIEL), expected, "{number} {approved}");
    }
    // Whoever approved it chooses it anew: that is one person, and no second.
    share(&mut device, Piece::GoingWell(entry_id(1)), Heading::Well, &[DANIEL]);
    assert!(!shown(&device, DANIEL));
}

/// In the example family Corin was arrested for harming Tamsin: what he would be shown waits for a second person, and
/// what she would be shown does not.
#[test]
fn in_the_example_family_only_what_he_would_be_shown_waits() {
    let example = hearth::services::example::read(include_str!("../../public/example/family.json")).unwrap();
    let mut events = hearth::workbook::log::EventSet::default();
    for event in example.events {
        events.add(event).unwrap();
    }
    let book = Workbook::fold(example.family, &events);
    let called = |name: &str| book.people.all().find(|(_, it)| it.display_name() == name).unwrap().0;
    let waits = |name: &str| seen_by(&book, &[called(name)]).unread.len();
    assert!(waits("Corin") > 0 && waits("Tamsin") == 0, "{} {}", waits("Corin"), waits("Tamsin"));
    let corin = seen_by(&book, &[called("Corin")]).view;
    assert!(corin.items.iter().all(|item| item.said_by.as_deref() == Some("Corin")), "his own words are his");
    assert!(!words(&seen_by(&book, &[called("Tamsin")])).is_empty());
}
