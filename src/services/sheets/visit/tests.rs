use super::*;
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::services::sample::{KAYLA, Sample, person};
use crate::services::sheets::tests::{here, id};
use chrono::NaiveTime;

fn typed(visit: &Visit) -> Fields {
    boxes(visit)
}

fn visit(contact: Contact) -> Visit {
    Visit {
        on: crate::services::sample::today(),
        from: NaiveTime::from_hms_opt(15, 30, 0),
        until: None,
        statutory: true,
        place: Place::Elsewhere("Nan’s home".into()),
        by: Default::default(),
        children: [(person(KAYLA), contact)].into(),
        adults: [person(crate::services::sample::AMARA)].into(),
        others_present: "The health visitor".into(),
        note: "We read together.".into(),
        meaning: Default::default(),
        own_words: Vec::new(),
        evidence_for: Vec::new(),
        audience: Default::default(),
    }
}

#[test]
fn a_note_is_typed_once_and_read_in_the_modules_it_speaks_to() {
    let mut sample = Sample::new();
    let amara = person(crate::services::sample::AMARA);
    let modules = format!("{}\n{}", ModuleId::M3, ModuleId::M5);
    let mut fields = typed(&visit(Contact::Seen { why_not_alone: String::new() }));
    fields.insert("visit-modules".to_owned(), modules.clone());
    let wrong = read(None, &here(&sample.book), &fields, &mut id).unwrap_err();
    assert_eq!(wrong, [Wrong::new("visit-about", "Select whom the modules are about")]);
    fields.insert("visit-about".to_owned(), amara.to_string());
    for command in read(None, &here(&sample.book), &fields, &mut id).unwrap() {
        sample.does(command);
    }
    let part = |module| {
        crate::services::leaves::visits_in_module(&here(&sample.book), module, Subject::Person(amara))
    };
    assert!(format!("{:?}", part(ModuleId::M3)).contains("We read together."));
    assert!(part(ModuleId::M4).is_none(), "it says nothing about that one");
    let stands = sample.book.visits.current(VisitId::from_bytes([9; 16])).unwrap();
    assert_eq!(boxes(stands)["visit-modules"], modules);
    assert_eq!(boxes(stands)["visit-about"], amara.to_string());
}

#[test]
fn a_visit_reads_back_from_its_boxes_and_is_recorded() {
    let contacts = [
        Contact::SeenAlone {
            agreed_by: [person(crate::services::sample::AMARA)].into(),
            without_agreement: String::new(),
        },
        Contact::Seen { why_not_alone: "She was asleep".into() },
        Contact::NotSeen { why: "Nobody was in".into(), next: "I go again on Friday".into() },
    ];
    for contact in contacts {
        let mut sample = Sample::new();
        let expected = visit(contact);
        let commands = read(None, &here(&sample.book), &typed(&expected), &mut id).unwrap();
        assert_eq!(
            commands,
            [Command::Visit(VisitCommand::Record { id: VisitId::from_bytes([9; 16]), visit: expected })]
        );
        for command in commands {
            sample.does(command);
        }
        assert_eq!(sample.book.visits.all().count(), 1);
        let of = VisitId::from_bytes([9; 16]).to_string();
        let mut taken_back: Fields = [("visit-error".to_owned(), "yes".to_owned())].into();
        let wrong = read(Some(&of), &here(&sample.book), &taken_back, &mut id).unwrap_err();
        assert_eq!(wrong[0].field, "visit-reason");
        taken_back.insert("visit-reason".to_owned(), "Another family’s".to_owned());
        for command in read(Some(&of), &here(&sample.book), &taken_back, &mut id).unwrap() {
            sample.does(command);
        }
        assert_eq!(sample.book.visits.all().count(), 0);
    }
}

#[test]
fn what_is_missing_is_said_at_its_box() {
    let sample = Sample::new();
    let wrong = read(None, &here(&sample.book), &Fields::new(), &mut id).unwrap_err();
    let said: Vec<&str> = wrong.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(
        said,
        ["Enter when the visit was", "Select where the visit was", "Select whether you saw Kayla"]
    );
}

#[test]
fn a_visit_has_happened_and_ends_after_it_begins() {
    let sample = Sample::new();
    let now = crate::services::sample::today().and_hms_opt(15, 0, 0).unwrap().and_utc();
    let at = |from: &str, until: &str| {
        let mut typed = typed(&visit(Contact::Seen { why_not_alone: String::new() }));
        typed.insert("visit-from".to_owned(), from.to_owned());
        typed.insert("visit-until".to_owned(), until.to_owned());
        let read = read(None, &Here { now, ..here(&sample.book) }, &typed, &mut id);
        read.map(drop).map_err(|wrong| wrong[0].clone())
    };
    let wrong = |id: &str, message: &str| Err(Wrong::new(id, message));
    assert_eq!(at("14:00", "14:50"), Ok(()));
    assert_eq!(at("", ""), Ok(()));
    assert_eq!(at("15:01", ""), wrong("visit-from", "Time must be before now"));
    assert_eq!(at("14:00", "15:30"), wrong("visit-until", "Time must be before now"));
    assert_eq!(at("14:00", "13:00"), wrong("visit-until", "The end must be after the beginning"));
}

#[test]
fn a_visit_at_which_something_was_shown_begins_with_the_day_and_who_was_there() {
    let mut sample = Sample::new();
    let (amara, kayla) = (person(crate::services::sample::AMARA), person(KAYLA));
    let showing = Showing {
        people: [amara, kayla].into(),
        others: "The health visitor".to_owned(),
        shown: Vec::new(),
        language: "en-GB".to_owned(),
        began: "2026-11-20T16:10:00Z".parse().unwrap(),
        ended: None,
        hidden: 0,
    };
    let of = from_showing(ShowingId::from_bytes([3; 16]));
    assert!(sheet(Some(&of), &here(&sample.book)).is_none(), "nothing is logged under that id yet");
    let (id_of_it, log) = (ShowingId::from_bytes([3; 16]), showing);
    let log = crate::workbook::decide::SharingCommand::Show { id: id_of_it, showing: log };
    sample.does(Command::Sharing(log));
    let made = sheet(Some(&of), &here(&sample.book)).unwrap();
    crate::services::sheets::tests::hangs_together(&made);
    assert_eq!((made.heading.as_str(), made.back), ("Record a visit", FamilyPage::AfterVisit));
    let stands = |id: &str| made.filled.get(id).cloned().unwrap_or_default();
    assert_eq!([stands("visit-on-day"), stands("visit-on-month")], ["20", "11"]);
    assert_eq!(stands("visit-adults"), amara.to_string());
    assert_eq!(stands("visit-others"), "The health visitor");
    assert_eq!(stands(&field::of(CONTACT, kayla)), SEEN);
    let typed: Fields =
        made.filled.into_iter().chain([("visit-place".to_owned(), "home".to_owned())]).collect();
    for command in read(Some(&of), &here(&sample.book), &typed, &mut id).unwrap() {
        sample.does(command);
    }
    let visit = sample.book.visits.current(VisitId::from_bytes([9; 16])).unwrap();
    assert!(visit.children[&kayla].was_seen() && visit.adults == [amara].into());
}
