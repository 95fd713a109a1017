//! Choosing what a family is shown, the log of showings, and taking in what people said: one small case for each
//! situation, and the words of every refusal (`ux.md` 3.9; `domain.md` E2).

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use hearth::model::action::{Action, ByWhen, Owner};
use hearth::model::audience::Audience;
use hearth::model::entry::{HowKnown, Quote};
use hearth::model::ids::{PersonId, SaidId, ShowingId};
use hearth::model::module::ModuleId;
use hearth::model::person::Separation;
use hearth::model::plan::{Goal, Plan, PlanKind};
use hearth::model::sharing::{Approval, ForOne, Heading, Piece, Shared, Translation};
use hearth::model::showing::{AnswerTo, Given, Kept, Said, Showing, Verdict};
use hearth::model::subject::Subject;
use hearth::workbook::decide::permission::Act;
use hearth::workbook::decide::{
    Command, Field, PlanCommand, Refusal, RoundRefusal, SharingCommand, SharingRefusal,
};

use workbooks::round::*;
use workbooks::*;

const ENTRY: Piece = Piece::Needs(entry_number(1));
const KAYLAS_WORDS: Piece = Piece::OwnWords(entry_number(1), KAYLA);

const fn entry_number(number: u128) -> hearth::model::ids::EntryId {
    hearth::model::ids::EntryId::from_bytes(number.to_be_bytes())
}

fn showing_id(number: u64) -> ShowingId {
    ShowingId::from_bytes((number as u128).to_be_bytes())
}

fn said_id(number: u64) -> SaidId {
    SaidId::from_bytes((number as u128).to_be_bytes())
}

/// An entry about Kayla that all five may see, with a worry, her words, and what it means.
fn given() -> Device {
    let mut device = Device::with_family();
    let mut entry = entry(ModuleId::M4, Subject::Person(KAYLA), "She reads to Leon");
    entry.needs = "Quiet evenings".to_owned();
    entry.own_words = vec![Quote { who: KAYLA, words: "I like it quiet".to_owned() }];
    entry.analysis = [(KAYLA, "She worries about her brother".to_owned())].into();
    entry.audience = only(&[AMARA, DANIEL, ROSE, KAYLA, LEON]);
    device.enter(entry_number(1), entry);
    device
}

fn shared(audience: Audience) -> Shared {
    Shared {
        audience,
        heading: Heading::Different,
        family_words: String::new(),
        translations: BTreeMap::new(),
    }
}

fn share(piece: Piece, people: &[PersonId], change: impl FnOnce(&mut Shared)) -> Command {
    let mut shared = shared(only(people));
    change(&mut shared);
    let by_name = people.iter().copied().collect();
    Command::Sharing(SharingCommand::Share { piece, shared, by_name, seen: vec![] })
}

fn to(piece: Piece, people: &[PersonId]) -> Command {
    share(piece, people, |_| ())
}

fn stop(given: &Device, piece: Piece) -> Command {
    let seen = given.book.shared.head_ids(piece);
    Command::Sharing(SharingCommand::StopSharing { piece, reason: String::new(), seen })
}

#[track_caller]
fn refused(given: &Device, asked: Command, why: impl Into<Refusal>) {
    assert_eq!(given.decide(asked.clone()), Err(why.into()), "{asked:?}");
}

#[track_caller]
fn for_another(given: &Device, asked: Command, act: Act) {
    match given.decide(asked.clone()) {
        Err(Refusal::ForAnother { act: found, .. }) => assert_eq!(found, act, "{asked:?}"),
        other => panic!("{other:?}: {asked:?}"),
    }
}

#[track_caller]
fn allowed(given: &Device, asked: Command) {
    assert!(!given.decide(asked.clone()).unwrap().is_empty(), "nothing new: {asked:?}");
}

fn name(person: &str) -> String {
    person.to_owned()
}

#[test]
fn what_is_not_on_record_or_says_nothing_cannot_be_shared() {
    let mut given = given();
    let nothing = SharingRefusal::NothingThere;
    for piece in [
        Piece::GoingWell(entry_number(2)),
        Piece::OwnWords(entry_number(1), AMARA),
        Piece::Analysis(entry_number(1), LEON),
        Piece::Action(action_id(1)),
        Piece::Supervision(FIRST),
        Piece::Visit(visit_id(1)),
        Piece::Worker(practitioner_id(77)),
        Piece::Said(said_id(1)),
    ] {
        refused(&given, to(piece, &[ROSE]), nothing.clone());
    }
    allowed(&given, to(ENTRY, &[ROSE]));
    let seen = given.book.entries.head_ids(entry_number(1));
    given.record(Command::WithdrawEntry { id: entry_number(1), reason: "Another family".to_owned(), seen });
    refused(&given, to(ENTRY, &[ROSE]), nothing);
}

#[test]
fn what_is_somebody_elses_to_tell_has_no_audience() {
    let mut given = given();
    for (how, why) in [
        (HowKnown::AnotherProfessional, SharingRefusal::AnotherProfessional),
        (HowKnown::ARecord, SharingRefusal::ARecord),
    ] {
        given.amend(entry_number(1), "How we know", |entry| entry.how_known = how);
        for piece in [Piece::GoingWell(entry_number(1)), ENTRY, KAYLAS_WORDS] {
            refused(&given, share(piece, &[ROSE], |it| it.heading = Heading::Said), why.clone());
        }
    }
}

#[test]
fn an_audience_is_named_people_who_may_see_the_record() {
    let mut given = given();
    refused(&given, to(ENTRY, &[]), Refusal::NobodyChosen);
    refused(&given, to(ENTRY, &[STRANGER]), Refusal::NoSuchPerson(Field::Audience));
    given.amend(entry_number(1), "Not Leon", |entry| entry.audience = only(&[AMARA, DANIEL, ROSE]));
    refused(&given, to(ENTRY, &[ROSE, LEON]), SharingRefusal::NotAmong(name("Leon Price")));
    allowed(&given, share(ENTRY, &[], |it| it.audience = Audience::TeamOnly));
}

#[test]
fn nothing_is_shown_to_two_who_are_kept_apart_or_tells_one_of_the_other() {
    let mut given = given();
    allowed(&given, to(ENTRY, &[AMARA, DANIEL]));
    given.separate(AMARA, DANIEL);
    let both = SharingRefusal::NotTogether(name("Amara Okafor"), name("Daniel Price"));
    refused(&given, to(ENTRY, &[AMARA, DANIEL]), both);
    allowed(&given, to(ENTRY, &[AMARA]));
    allowed(&given, to(ENTRY, &[ROSE]));
    let words = |words: &str| {
        let words = words.to_owned();
        share(ENTRY, &[AMARA], move |it| it.family_words = words)
    };
    let (reader, other) = (name("Amara Okafor"), name("Daniel Price"));
    for told in ["When DANIEL’s van is here", "Daniel\nPrice rang"] {
        refused(
            &given,
            words(told),
            SharingRefusal::WordsName { reader: reader.clone(), other: other.clone() },
        );
    }
    // A name that is a child's too tells nothing.
    allowed(&given, words("Leon Price was there"));
    let translated = share(ENTRY, &[AMARA], |it| {
        let by = "Nia Pugh".to_owned();
        it.translations.insert("cy".to_owned(), Translation { words: "Mae Daniel yma".to_owned(), by });
    });
    refused(&given, translated, SharingRefusal::WordsName { reader, other });
    given.amend(entry_number(1), "He was there", |entry| {
        (entry.present, entry.audience) = ([DANIEL].into(), only(&[DANIEL, ROSE]));
    });
    refused(&given, to(ENTRY, &[AMARA]), Refusal::KeptFrom(name("Amara Okafor"), name("Daniel Price")));
    allowed(&given, to(ENTRY, &[DANIEL]));
}

#[test]
fn nobody_learns_of_the_worker_of_somebody_they_are_kept_from() {
    let mut given = given();
    given.separate(AMARA, DANIEL);
    let mut of_amara = given.copy_for(RECOVERY_WORKER);
    of_amara.enter(entry_number(2), entry(ModuleId::M5, Subject::Person(AMARA), "She comes each week"));
    given.import(&of_amara);
    let helping = |people: &[PersonId]| {
        share(Piece::Worker(practitioner_id(RECOVERY_WORKER)), people, |it| it.heading = Heading::Helping)
    };
    let works_with = SharingRefusal::WorksWith {
        reader: name("Daniel Price"),
        worker: name("Ines Costa"),
        other: name("Amara Okafor"),
    };
    refused(&given, helping(&[DANIEL]), works_with.clone());
    allowed(&given, helping(&[AMARA]));
    allowed(&given, helping(&[ROSE]));
    let action = Action {
        id: action_id(1),
        what: "Ring on Mondays".to_owned(),
        who: Some(Owner::Practitioner(practitioner_id(RECOVERY_WORKER))),
        by: Some(ByWhen::Every("each Monday".to_owned())),
        how_known: "The calls are made".to_owned(),
    };
    given.record(plan(action));
    refused(&given, to(Piece::Action(action_id(1)), &[DANIEL]), works_with);
    allowed(&given, to(Piece::Action(action_id(1)), &[AMARA]));
}

fn plan(action: Action) -> Command {
    let plan = Plan {
        kind: PlanKind::ChildInNeed,
        children: [KAYLA].into(),
        agreed_on: today(),
        at_a_meeting: true,
        goals: vec![Goal { outcome: "Calm".to_owned(), children: [KAYLA].into(), steps: vec![action] }],
        visiting: BTreeMap::new(),
        childrens_views: BTreeMap::new(),
        parents_views: BTreeMap::new(),
        agencies_views: String::new(),
        how_views_shaped_it: String::new(),
        services: String::new(),
        contingency: String::new(),
    };
    Command::Plan(PlanCommand::Record { id: plan_id(1), plan, reason: String::new(), seen: vec![] })
}

#[test]
fn a_childs_words_reach_each_adult_by_name_only() {
    let given = given();
    let asked = |people: &[PersonId], by_name: &[PersonId]| {
        let by_name: BTreeSet<PersonId> = by_name.iter().copied().collect();
        let shared = Shared { heading: Heading::Said, ..shared(only(people)) };
        Command::Sharing(SharingCommand::Share { piece: KAYLAS_WORDS, shared, by_name, seen: vec![] })
    };
    let not_named =
        |reader: &str| SharingRefusal::NotByName { reader: name(reader), child: name("Kayla Okafor") };
    refused(&given, asked(&[AMARA], &[]), not_named("Amara Okafor"));
    refused(&given, asked(&[AMARA, ROSE], &[AMARA]), not_named("Rose Okafor"));
    allowed(&given, asked(&[AMARA, ROSE], &[AMARA, ROSE]));
    // Her brother is no adult, and the words of an adult are theirs.
    allowed(&given, asked(&[LEON], &[]));
}

#[test]
fn each_heading_holds_what_it_says() {
    let given = given();
    let under = |piece, heading| share(piece, &[ROSE], |it: &mut Shared| it.heading = heading);
    refused(&given, under(ENTRY, Heading::Well), SharingRefusal::NotAStrength);
    refused(&given, under(ENTRY, Heading::Helping), SharingRefusal::HelpersOnly);
    let worker = Piece::Worker(practitioner_id(SOCIAL_WORKER));
    refused(&given, under(worker, Heading::Next), SharingRefusal::HelpersOnly);
    allowed(&given, under(worker, Heading::Helping));
    allowed(&given, under(Piece::GoingWell(entry_number(1)), Heading::Better));
}

#[test]
fn a_translation_has_words_and_somebody_who_made_it() {
    let given = given();
    let translated = |words: &str, by: &str| {
        let translation = Translation { words: words.to_owned(), by: by.to_owned() };
        share(ENTRY, &[ROSE], move |it| drop(it.translations.insert("cy".to_owned(), translation)))
    };
    refused(&given, translated(" ", "Nia"), SharingRefusal::NoTranslation);
    refused(&given, translated("Tawel", " "), SharingRefusal::NoTranslator);
    allowed(&given, translated("Tawel", "Nia"));
}

#[test]
fn whoever_wrote_it_shares_it_the_manager_anything_and_anybody_stops_it() {
    let mut given = given();
    given.hand_to(RECOVERY_WORKER);
    for_another(&given, to(ENTRY, &[ROSE]), Act::ShareAnothers);
    given.hand_to(ADMIN);
    for_another(&given, to(ENTRY, &[ROSE]), Act::Share);
    refused(&given, stop(&given, ENTRY), SharingRefusal::NotShared);
    given.hand_to(MANAGER);
    given.record(to(ENTRY, &[ROSE]));
    given.hand_to(ADMIN);
    given.record(stop(&given, ENTRY));
    assert_eq!(given.book.shared.current(ENTRY), None);
    // What is the team's, any worker of it shares.
    given.hand_to(RECOVERY_WORKER);
    let worker = Piece::Worker(practitioner_id(SOCIAL_WORKER));
    allowed(&given, share(worker, &[ROSE], |it| it.heading = Heading::Helping));
}

#[test]
fn while_two_versions_stand_it_is_decided_between_them_first() {
    let mut given = given();
    let mut other = given.copy_for(RECOVERY_WORKER);
    given.amend(entry_number(1), "One", |entry| entry.needs = "Sleep".to_owned());
    other.amend(entry_number(1), "Another", |entry| entry.needs = "Rest".to_owned());
    given.import(&other);
    refused(&given, to(ENTRY, &[ROSE]), RoundRefusal::DecideFirst);
}

// Showings, and what people said.

fn at(minutes: i64) -> DateTime<Utc> {
    now() + Duration::minutes(minutes)
}

fn showing(people: &[PersonId]) -> Showing {
    Showing {
        people: people.iter().copied().collect(),
        others: String::new(),
        shown: vec![(ENTRY, "9f".repeat(32))],
        language: "en-GB".to_owned(),
        began: at(0),
        ended: None,
        hidden: 0,
    }
}

fn show(number: u64, showing: Showing) -> Command {
    Command::Sharing(SharingCommand::Show { id: showing_id(number), showing })
}

fn end(given: &Device, number: u64, ended: Option<DateTime<Utc>>, hidden: u32) -> Command {
    let id = showing_id(number);
    let seen = given.book.showings.head_ids(id);
    Command::Sharing(SharingCommand::EndShowing { id, ended, hidden, seen })
}

#[test]
fn a_showing_is_logged_once_and_only_its_end_and_covers_are_added() {
    let mut given = given();
    refused(&given, show(1, showing(&[])), SharingRefusal::NobodyThere);
    refused(&given, show(1, showing(&[STRANGER])), Refusal::NoSuchPerson(Field::Person));
    let backwards = Showing { ended: Some(at(-1)), ..showing(&[AMARA]) };
    refused(&given, show(1, backwards), SharingRefusal::EndBeforeBeginning);
    refused(&given, end(&given, 1, Some(at(9)), 0), SharingRefusal::NoSuchShowing);
    given.record(show(1, showing(&[AMARA, KAYLA])));
    assert_eq!(given.decide(show(1, showing(&[AMARA, KAYLA]))), Ok(vec![]), "it is in the log already");
    refused(&given, show(1, showing(&[AMARA])), RoundRefusal::AlreadyRecorded);
    refused(&given, end(&given, 1, Some(at(-1)), 0), SharingRefusal::EndBeforeBeginning);
    given.record(end(&given, 1, Some(at(9)), 2));
    assert_eq!(
        given.decide(end(&given, 1, Some(at(40)), 1)),
        Ok(vec![]),
        "an end does not move, a count does not fall"
    );
    let kept = given.book.showings.current(showing_id(1)).unwrap();
    assert_eq!(*kept, Showing { ended: Some(at(9)), hidden: 2, ..showing(&[AMARA, KAYLA]) });
    let others = Showing { others: "A neighbour".to_owned(), shown: vec![], ..showing(&[]) };
    allowed(&given, show(2, others));
    given.hand_to(ADMIN);
    for_another(&given, show(3, showing(&[AMARA])), Act::ShowToFamily);
}

fn said(who: PersonId) -> Said {
    Said {
        showing: showing_id(1),
        who,
        to: AnswerTo::Piece(ENTRY),
        given: Given::Typed,
        at: at(3),
        verdict: Some(Verdict::NotRight),
        number: None,
        why_not_less: String::new(),
        what_next: String::new(),
        words: "  not every night 🙃 ".to_owned(),
        signed: String::new(),
        audience: Audience::TeamOnly,
        kept: Kept::InTheVisit,
        taken_in_on: today(),
        unfinished: false,
        before: None,
        entry: None,
    }
}

fn take_in(said: Said) -> Command {
    Command::Sharing(SharingCommand::TakeIn { id: said_id(1), said })
}

#[test]
fn what_somebody_said_is_taken_in_once_and_never_changed() {
    let mut given = given();
    refused(&given, take_in(said(AMARA)), SharingRefusal::NoSuchShowing);
    given.record(show(1, showing(&[AMARA, KAYLA])));
    let nothing = Said { verdict: None, words: " ".to_owned(), ..said(AMARA) };
    let agrees = |verdict| Said { verdict: Some(verdict), to: AnswerTo::Agreement, ..said(KAYLA) };
    let child = || SharingRefusal::ChildAgrees(name("Kayla Okafor"));
    let cases: [(Said, Refusal); 6] = [
        (said(ROSE), SharingRefusal::WasNotThere(name("Rose Okafor")).into()),
        (Said { taken_in_on: days(1), ..said(AMARA) }, RoundRefusal::DayInFuture.into()),
        (Said { number: Some(11), ..said(AMARA) }, SharingRefusal::OffTheScale(10).into()),
        (nothing, SharingRefusal::NothingSaid.into()),
        (agrees(Verdict::Agree), child().into()),
        (Said { audience: only(&[STRANGER]), ..said(AMARA) }, Refusal::NoSuchPerson(Field::Audience)),
    ];
    for (said, why) in cases {
        refused(&given, take_in(said), why);
    }
    refused(&given, take_in(agrees(Verdict::MoreTime)), child());
    allowed(&given, take_in(agrees(Verdict::Seen)));
    given.record(take_in(said(AMARA)));
    assert_eq!(given.book.said.current(said_id(1)).unwrap().words, "  not every night 🙃 ");
    assert_eq!(given.decide(take_in(said(AMARA))), Ok(vec![]));
    let mended = Said { words: "not every night".to_owned(), ..said(AMARA) };
    refused(&given, take_in(mended), SharingRefusal::SaidStays);
    let share = to(Piece::Said(said_id(1)), &[AMARA]);
    refused(&given, share, SharingRefusal::TheirOwnChoice);
    let seen = given.book.people.head_ids(AMARA);
    let remove = Command::RemovePerson { id: AMARA, reason: "Entered twice".to_owned(), seen };
    assert!(matches!(given.decide(remove), Err(Refusal::PersonInUse(_))), "somebody who spoke stays");
}

#[test]
fn an_entry_that_somebody_was_quoted_in_has_their_words_as_they_said_them() {
    let mut given = given();
    given.record(show(1, showing(&[AMARA, KAYLA])));
    let kept =
        |words: &str, entry| Said { words: words.to_owned(), kept: Kept::InAnEntry, entry, ..said(KAYLA) };
    let there = Some(entry_number(1));
    for said in [
        kept("I like it quiet", None),
        kept("I like it quiet", Some(entry_number(2))),
        kept("i like it quiet", there),
        kept("I like it quiet ", there),
        Said { who: AMARA, ..kept("I like it quiet", there) },
        Said { kept: Kept::InTheVisit, ..kept("I like it quiet", there) },
    ] {
        refused(&given, take_in(said), SharingRefusal::NotInThatEntry);
    }
    given.record(take_in(kept("I like it quiet", there)));
    assert_eq!(given.book.said.current(said_id(1)).unwrap().entry, there);
}

#[test]
fn a_second_person_approves_what_is_shown_to_whoever_is_said_to_have_harmed() {
    let mut given = given();
    let approve = |person, words: &str| {
        let of = ForOne { piece: ENTRY, person };
        let approval = Approval { words: words.to_owned(), on: today() };
        Command::Sharing(SharingCommand::Approve { of, approval, seen: vec![] })
    };
    given.hand_to(MANAGER);
    given.record(to(ENTRY, &[DANIEL]));
    given.hand_to(SECOND_MANAGER);
    refused(&given, approve(DANIEL, "Quiet"), SharingRefusal::WaitsForNobody(name("Daniel Price")));
    harmed(&mut given, AMARA, DANIEL);
    refused(&given, approve(AMARA, "Quiet"), SharingRefusal::WaitsForNobody(name("Amara Okafor")));
    refused(&given, approve(DANIEL, " "), SharingRefusal::NothingRead);
    allowed(&given, approve(DANIEL, "Quiet"));
    given.hand_to(MANAGER);
    refused(&given, approve(DANIEL, "Quiet"), SharingRefusal::OwnChoice);
    for number in [SOCIAL_WORKER, ADMIN] {
        given.hand_to(number);
        for_another(&given, approve(DANIEL, "Quiet"), Act::ApproveSharing);
    }
    given.hand_to(SECOND_MANAGER);
    given.record(approve(DANIEL, "Quiet"));
    let of = ForOne { piece: ENTRY, person: DANIEL };
    assert!(given.book.is_approved(of, "Quiet") && !given.book.is_approved(of, "Quiet evenings"));
}

#[test]
fn who_is_said_to_have_harmed_is_one_of_the_two() {
    let given = given();
    let pair = pair(AMARA, DANIEL);
    for (who, expected) in [(AMARA, true), (DANIEL, true), (ROSE, false)] {
        let separation = Separation { said_to_harm: Some(who), ..in_force(true, "") };
        let found = given.decide(Command::SetSeparation { pair, separation, seen: vec![] });
        assert_eq!(found.is_ok(), expected, "{found:?}");
    }
}

/// One of each. The match does not compile until a new refusal is named here.
fn every_refusal() -> Vec<SharingRefusal> {
    use SharingRefusal::*;
    let (reader, other) = (name("Amara"), name("Daniel"));
    let all = vec![
        NothingThere,
        AnotherProfessional,
        ARecord,
        TheirOwnChoice,
        NotTogether(reader.clone(), other.clone()),
        NotAmong(reader.clone()),
        NotByName { reader: reader.clone(), child: name("Kayla") },
        WordsName { reader: reader.clone(), other: other.clone() },
        WorksWith { reader: reader.clone(), worker: name("Ines"), other },
        NotAStrength,
        HelpersOnly,
        NoTranslation,
        NoTranslator,
        NotShared,
        WaitsForNobody(reader.clone()),
        OwnChoice,
        NothingRead,
        NobodyThere,
        NoSuchShowing,
        EndBeforeBeginning,
        SaidStays,
        WasNotThere(reader.clone()),
        NothingSaid,
        ChildAgrees(reader),
        OffTheScale(10),
        NotInThatEntry,
    ];
    for refusal in &all {
        match refusal {
            NothingThere
            | AnotherProfessional
            | ARecord
            | TheirOwnChoice
            | NotTogether(..)
            | NotAmong(..)
            | NotByName { .. }
            | WordsName { .. }
            | WorksWith { .. }
            | NotAStrength
            | HelpersOnly
            | NoTranslation
            | NoTranslator
            | NotShared
            | WaitsForNobody(..)
            | OwnChoice
            | NothingRead
            | NobodyThere
            | NoSuchShowing
            | EndBeforeBeginning
            | SaidStays
            | WasNotThere(..)
            | NothingSaid
            | ChildAgrees(..)
            | OffTheScale(..)
            | NotInThatEntry => {}
        }
    }
    all
}

#[test]
fn every_refusal_has_words_of_its_own_and_a_place_on_the_form() {
    let words: BTreeSet<String> = every_refusal().iter().map(SharingRefusal::to_string).collect();
    assert_eq!(words.len(), every_refusal().len(), "two refusals say the same");
    for refusal in every_refusal() {
        let words = refusal.to_string();
        assert!(words.len() > 9 && words.chars().next().is_some_and(char::is_uppercase), "{words}");
        assert!(!words.ends_with('.') && !words.contains("  ") && !words.contains('{'), "{words}");
        let lower = words.to_lowercase();
        for blame in ["invalid", "illegal", "forbidden", "failed", "wrong", "please", "error", "'"] {
            assert!(!lower.contains(blame), "{words}");
        }
        assert_eq!(Refusal::Sharing(refusal.clone()).to_string(), words);
        assert_eq!(Refusal::Sharing(refusal.clone()).field(), refusal.field());
    }
}
