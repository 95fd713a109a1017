use super::making::{Making, PROFESSIONALS, TOGETHER, field};
use super::*;
use crate::model::audience::Audience;
use crate::model::consent::{Consent, ConsentOf, ConsentState, HowGiven, NotSought, Purpose};
use crate::model::entry::Entry;
use crate::model::ids::{FamilyId, PersonId, ProtectedId, RelationshipId};
use crate::model::module::ModuleId;
use crate::model::protected::{ProtectedFact, ProtectedKind};
use crate::model::relationship::{Kind as RelationshipKind, ParentalResponsibility, Relationship};
use crate::model::stage_of_change::{Stage, StageOfChange};
use crate::model::subject::Subject;
use crate::reports::{Block, Level};
use crate::services::sample::{AMARA, DANA, JOE, KAYLA, Sample, about, entry, entry_id, pair, person, today};
use crate::services::sheets::plan::tests::with_plan;
use crate::services::sheets::tests::here;
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, SafetyCommand};

fn of(people: &[u8]) -> For {
    For::People(people.iter().map(|it| person(*it)).collect())
}

fn made(sample: &Sample, kind: Kind, reader: For) -> Result<Made, String> {
    make(&here(&sample.book), &Choice { kind, reader, without: BTreeSet::new() })
}

fn text(made: &Made) -> String {
    says(&made.document).join("\n")
}

#[test]
fn each_has_the_parts_of_a_plan_that_tell_of_nobody_from_whom_they_are_kept_apart() {
    let (mut sample, id) = with_plan();
    let before = text(&made(&sample, Kind::Plan(id), of(&[JOE])).unwrap());
    assert!(before.contains("Amara"), "her step stands in his copy while nothing keeps them apart: {before}");
    sample.separates(AMARA, JOE);
    let his = made(&sample, Kind::Plan(id), of(&[JOE])).unwrap();
    assert!(!text(&his).contains("Amara"), "{}", text(&his));
    assert!(his.left_out.iter().any(|it| it.why.contains("safety separation")), "{:?}", his.left_out);
    assert!(his.left_out_words(&here(&sample.book), &of(&[JOE])).unwrap().contains("not for Joe"));
    let hers = made(&sample, Kind::Plan(id), of(&[AMARA])).unwrap();
    assert!(!text(&hers).contains("Joe"), "{}", text(&hers));
    let both = made(&sample, Kind::Plan(id), of(&[AMARA, JOE])).unwrap_err();
    assert!(both.contains("Make one for each of them"), "{both}");
}

#[test]
fn what_somebody_thinks_of_a_plan_stands_in_their_own_copy_alone() {
    let (sample, id) = with_plan();
    let hers = made(&sample, Kind::Plan(id), of(&[AMARA])).unwrap();
    assert!(text(&hers).contains("It will be calmer"));
    let for_two = made(&sample, Kind::Plan(id), of(&[AMARA, KAYLA])).unwrap();
    assert!(!text(&for_two).contains("It will be calmer"));
    assert!(
        for_two.left_out.iter().any(|it| it.why.contains("to say who may know")),
        "{:?}",
        for_two.left_out
    );
    assert!(text(&made(&sample, Kind::Plan(id), For::Professionals).unwrap()).contains("It will be calmer"));
}

#[test]
fn somebody_has_their_own_consent_without_what_the_team_wrote_beside_it() {
    let mut sample = Sample::new();
    let consent = |state, why: &str, not_sought| Consent {
        state,
        on: today(),
        until: None,
        by: None,
        how: Some(HowGiven::Spoken),
        explained: "What we write down, and who reads it".to_owned(),
        not_sought,
        why: why.to_owned(),
        named: String::new(),
    };
    for (who, purpose, consent) in [
        (AMARA, Purpose::Work, consent(ConsentState::Given, "", None)),
        (JOE, Purpose::Work, consent(ConsentState::Refused, "He does not trust us yet", None)),
        (
            JOE,
            Purpose::ShownToFamily,
            consent(ConsentState::NotNeeded, "He must not know yet", Some(NotSought::Safety)),
        ),
    ] {
        let of = ConsentOf { person: person(who), purpose };
        let consent = Consent { by: Some(person(who)), ..consent };
        sample.does(Command::Way(Way::RecordConsent { of, consent, seen: Vec::new() }));
    }
    let his = made(&sample, Kind::Consent, of(&[JOE])).unwrap();
    let words = text(&his);
    assert!(words.contains("You said: Not given"), "{words}");
    for kept in ["trust", "must not know", "Amara", "safety at risk"] {
        assert!(!words.contains(kept), "{kept} in {words}");
    }
    assert_eq!(his.left_out.len(), 1, "{:?}", his.left_out);
    let team = text(&made(&sample, Kind::Consent, For::Professionals).unwrap());
    assert!(team.contains("He does not trust us yet") && team.contains("Amara"), "{team}");
}

#[test]
fn what_is_protected_is_in_no_document_and_is_shown_to_the_worker_where_somebody_wrote_it() {
    let mut sample = Sample::new();
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
    let protect = SafetyCommand::Protect { id, fact, reason: String::new(), seen: vec![] };
    sample.does(Command::Safety(protect));
    let words = "She sleeps well. They live at 14 larkfield rd now.";
    let entry = entry(ModuleId::M2, about(AMARA), words);
    sample.does(Command::RecordEntry { id: entry_id(1), entry });
    let team = made(&sample, Kind::Whole, For::Professionals).unwrap();
    assert!(!text(&team).contains("14 Larkfield Road"));
    assert!(text(&team).contains("There are protected details: see the workbook."));
    let sentences: BTreeSet<&str> = team.protected.iter().map(|it| it.sentence.as_str()).collect();
    assert_eq!(sentences, BTreeSet::from(["They live at 14 larkfield rd now."]));
    assert!(team.protected.iter().all(|it| it.place().contains("Written in: What is going well")));
}

#[test]
fn a_joint_assessment_is_offered_for_a_couple_and_says_so_where_something_is_alleged() {
    let mut sample = Sample::new();
    let joint = crate::model::entry::JointAssessment { joint: true, why: "Together".to_owned() };
    sample.does(Command::SetJoint { pair: pair(AMARA, JOE), joint, seen: vec![] });
    let kind = Kind::Assessment(Subject::Couple(pair(AMARA, JOE)));
    assert!(Kind::all(&here(&sample.book)).contains(&kind));
    assert_eq!(made(&sample, kind, For::Professionals).unwrap().cautions, Vec::<String>::new());
    let mut entry = entry(ModuleId::M3, about(AMARA), "She is calm with Kayla");
    entry.certainty = crate::model::entry::Certainty::Allegation;
    sample.does(Command::RecordEntry { id: entry_id(1), entry });
    let one = made(&sample, kind, For::Professionals).unwrap();
    assert!(one.cautions.iter().any(|it| it.contains("one for each of them")), "{:?}", one.cautions);
    assert!(text(&one).contains("Allegation."), "the word stands beside it");
    sample.separates(AMARA, JOE);
    assert!(
        !Kind::all(&here(&sample.book)).contains(&kind),
        "two who are kept apart are not assessed jointly"
    );
}

#[test]
fn a_heading_under_which_nothing_stands_is_not_in_a_document() {
    let sample = Sample::new();
    let here = here(&sample.book);
    let mut sheaf = Sheaf::new(here, &For::Professionals, false);
    sheaf.begin("First");
    sheaf.heading(Level::Second, "Kept");
    sheaf.heading(Level::Third, "Dropped");
    sheaf.heading(Level::Third, "Also kept");
    sheaf.put(Block::Paragraph("Words".to_owned()));
    sheaf.heading(Level::Second, "Dropped too");
    sheaf.begin("Nothing");
    sheaf.heading(Level::Second, "Dropped with its section");
    let kept = sheaf.sections(&BTreeSet::new());
    let words: Vec<String> = kept
        .iter()
        .flat_map(Kept::blocks)
        .filter_map(|it| match it {
            Block::Heading(_, words) => Some(words),
            _ => None,
        })
        .collect();
    assert_eq!(words, ["First", "Kept", "Also kept"]);
}

#[test]
fn what_was_answered_is_for_one_document_alone_and_somebody_has_to_read_it() {
    let sample = Sample::separated(AMARA, JOE);
    let here = here(&sample.book);
    let family = FamilyId::from_bytes([9; 16]);
    let begun = Making::default().of(family, Kind::Chronology);
    assert_eq!(begun.reader(&here).unwrap_err().field, field::READER);
    let answered = Making { reader: PROFESSIONALS.to_owned(), ..begun.clone() };
    assert_eq!(answered.reader(&here), Ok(For::Professionals));
    assert_eq!(answered.clone().of(family, Kind::Chronology), answered);
    assert_eq!(answered.of(family, Kind::Consent).reader, "");
    let both = |who: &[u8]| Making {
        reader: TOGETHER.to_owned(),
        together: who.iter().map(|it| person(*it).to_string()).collect(),
        ..begun.clone()
    };
    assert_eq!(both(&[]).reader(&here).unwrap_err().field, field::TOGETHER);
    assert!(both(&[AMARA, JOE]).reader(&here).unwrap_err().message.contains("separation"));
    assert_eq!(both(&[AMARA, KAYLA]).reader(&here), Ok(of(&[AMARA, KAYLA])));
    let mut making = begun;
    let all = ["One".to_owned(), "Two".to_owned()];
    assert_eq!(making.keep(&all, &[]).unwrap_err().field, field::SECTIONS);
    making.keep(&all, &["Two".to_owned()]).unwrap();
    assert_eq!(making.without, BTreeSet::from(["One".to_owned()]));
}

#[test]
fn no_name_stands_in_the_address_of_a_document() {
    let mut sample = Sample::new();
    sample
        .does(Command::RecordEntry { id: entry_id(1), entry: entry(ModuleId::M2, about(AMARA), "Up early") });
    let here = here(&sample.book);
    for kind in Kind::all(&here) {
        let address = kind.address().to_lowercase();
        assert!(address.len() <= 80, "{address}");
        let ids: Vec<PersonId> = here.book.people.all().map(|(id, _)| id).collect();
        assert!(ids.iter().all(|id| !address.contains(&here.book.name_of(*id).to_lowercase())), "{address}");
    }
}

#[test]
fn a_stage_of_change_is_for_professionals_and_in_no_paper_of_the_other_parent() {
    let mut sample = Sample::new();
    for (number, who, change) in [(1, JOE, "Drinking"), (2, AMARA, "Sleep")] {
        let change = change.to_owned();
        let stage = StageOfChange { who: person(who), change, stage: Stage::Contemplation };
        let entry = Entry {
            stage: Some(stage),
            audience: Audience::People([person(who)].into()),
            ..entry(ModuleId::M3, about(who), "Up early")
        };
        sample.does(Command::RecordEntry { id: entry_id(number), entry });
    }
    let of_joe = Kind::Assessment(about(JOE));
    let whole = text(&made(&sample, of_joe, For::Professionals).unwrap());
    assert!(whole.contains("Joe. Drinking: contemplation. They are in two minds."), "{whole}");
    assert!(whole.contains("Stages of change") && !whole.contains("Sleep"), "{whole}");
    let his = made(&sample, of_joe, of(&[JOE])).unwrap();
    assert!(!text(&his).to_lowercase().contains("contemplation"), "{}", text(&his));
    assert!(his.left_out.iter().any(|it| it.what == "Stages of change in module 3"), "{:?}", his.left_out);
}

#[test]
fn who_is_who_stands_in_lines_where_all_has_to_stand_on_one_page() {
    let mut sample = Sample::new();
    for (number, child) in [(1, KAYLA), (2, DANA)] {
        let relationship = Relationship {
            from: person(AMARA),
            to: person(child),
            kind: if child == KAYLA { RelationshipKind::Mother } else { RelationshipKind::Friend },
            parental_responsibility: ParentalResponsibility::NotKnown,
            start: None,
            end: None,
        };
        let id = RelationshipId::from_bytes([number; 16]);
        sample.does(Command::RecordRelationship { id, relationship, seen: vec![] });
    }
    let made = made(&sample, Kind::OutOfHours, For::Professionals).unwrap();
    let line = |name: &str| {
        made.document.blocks.iter().find_map(|block| match block {
            Block::Labelled(own, words) if own == name => Some(words.clone()),
            _ => None,
        })
    };
    assert_eq!(line("Amara").unwrap(), "Mother of Kayla; friend of Dana.");
    assert_eq!(
        line("Kayla").unwrap(),
        "Plan: not recorded. Threshold: not decided. Last seen: not recorded."
    );
    assert!(!made.document.blocks.iter().any(|block| matches!(block, Block::Table(_))));
}
