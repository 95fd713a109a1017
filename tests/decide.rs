//! The rules of practice, one small case for each situation: given this family, when this is asked, then this
//! is recorded, or refused in these words.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

#[path = "decide/safety.rs"]
mod safety;
mod workbooks;

use hearth::model::dates::PartialDate;
use hearth::model::entry::{Entry, JointAssessment, ModuleStatus, Quote, Statement};
use hearth::model::household::{Household, Stay};
use hearth::model::ids::{EventId, PersonId};
use hearth::model::module::ModuleId;
use hearth::model::person::{Arrival, Death, Person, Standing, Workflow};
use hearth::model::practitioner::Role;
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::stage_of_change::{Stage, StageOfChange};
use hearth::model::subject::Subject;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::decide::permission::Act;
use hearth::workbook::decide::way;
use hearth::workbook::decide::{Command, Field, Refusal};
use hearth::workbook::fact::{Fact, Part};

use workbooks::*;

/// The family of `workbooks`, with one entry about Amara and, in it, her own words.
fn given() -> Device {
    let mut device = Device::with_family();
    let mut first = entry(ModuleId::M2, Subject::Person(AMARA), "She spoke about her childhood");
    first.own_words.push(Quote { who: AMARA, words: "Nobody had asked me".to_owned() });
    device.enter(entry_id(1), first);
    device
}

/// What comes of asking: the kinds that are recorded, or the refusal.
#[track_caller]
fn check(given: &Device, asked: Command, expected: Result<&[&str], Refusal>) {
    let decided = given.decide(asked.clone());
    let kinds: Result<Vec<String>, Refusal> =
        decided.map(|facts| facts.iter().map(|decided| decided.fact.to_parts().0).collect());
    let expected = expected.map(|kinds| kinds.iter().map(|kind| (*kind).to_owned()).collect());
    assert_eq!(kinds, expected, "{asked:?}");
}

#[track_caller]
fn refused(given: &Device, asked: Command, why: Refusal) {
    check(given, asked, Err(why));
}

#[track_caller]
fn recorded(given: &Device, asked: Command, kind: &str) {
    check(given, asked, Ok(&[kind]));
}

#[track_caller]
fn nothing_new(given: &Device, asked: Command) {
    check(given, asked, Ok(&[]));
}

fn about(module: ModuleId, person: PersonId) -> Entry {
    entry(module, Subject::Person(person), "What is going well")
}

fn new_entry(change: impl FnOnce(&mut Entry)) -> Command {
    let mut entry = about(ModuleId::M3, AMARA);
    change(&mut entry);
    Command::RecordEntry { id: entry_id(2), entry }
}

fn amended(given: &Device, reason: &str, change: impl FnOnce(&mut Entry)) -> Command {
    let mut entry = given.book.entries.current(entry_id(1)).cloned().unwrap();
    change(&mut entry);
    let seen = given.book.entries.head_ids(entry_id(1));
    Command::AmendEntry { id: entry_id(1), entry, reason: reason.to_owned(), seen }
}

fn some(person: Person) -> Command {
    Command::RecordPerson { id: STRANGER, person, seen: vec![] }
}

fn relates(from: PersonId, to: PersonId, change: impl FnOnce(&mut Relationship)) -> Command {
    let mut relationship = Relationship {
        from,
        to,
        kind: Kind::Mother,
        parental_responsibility: ParentalResponsibility::NotKnown,
        start: None,
        end: None,
    };
    change(&mut relationship);
    Command::RecordRelationship { id: relationship_id(1), relationship, seen: vec![] }
}

fn home(label: &str, person: PersonId, from: Option<&str>, until: Option<&str>) -> Command {
    let stay = Stay { person, from: from.map(date), until: until.map(date) };
    let household = Household { label: label.to_owned(), stays: vec![stay] };
    Command::RecordHousehold { id: household_id(1), household, seen: vec![] }
}

fn workflow(person: PersonId, inside: bool, why: &str) -> Command {
    let workflow = Workflow { inside, since: None, why: why.to_owned() };
    Command::SetWorkflow { person, workflow, seen: vec![] }
}

fn separation(a: PersonId, b: PersonId, in_force_now: bool, why: &str) -> Command {
    Command::SetSeparation { pair: pair(a, b), separation: in_force(in_force_now, why), seen: vec![] }
}

fn joint(a: PersonId, b: PersonId, joint: bool, why: &str) -> Command {
    let joint = JointAssessment { joint, why: why.to_owned() };
    Command::SetJoint { pair: pair(a, b), joint, seen: vec![] }
}

fn part(subject: Subject) -> Part {
    Part { module: ModuleId::M5, subject }
}

fn status(subject: Subject, status: ModuleStatus) -> Command {
    Command::SetStatus { part: part(subject), status, seen: vec![] }
}

fn statement(subject: Subject, needs: &str) -> Command {
    let statement = Statement { needs: needs.to_owned(), ..Statement::default() };
    Command::WriteStatement { part: part(subject), statement, seen: vec![] }
}

// The family and the team.

#[test]
fn a_family_needs_something_to_call_it() {
    let given = given();
    let seen = given.book.family().unwrap().head_ids();
    for label in ["", "  \n"] {
        let describe = Command::DescribeFamily { family: family(label), seen: seen.clone() };
        refused(&given, describe, Refusal::NoLabel);
    }
    let describe = Command::DescribeFamily { family: family("The Price family"), seen: seen.clone() };
    recorded(&given, describe, "family");
    nothing_new(&given, Command::DescribeFamily { family: family("The Okafors"), seen });
}

#[test]
fn whoever_records_with_a_family_for_the_first_time_joins_its_team() {
    let mut colleague = given().copy_for(2);
    check(&colleague, new_entry(|_| ()), Ok(&["team_member", "entry"]));
    let Fact::TeamMember(member) = colleague.decide(new_entry(|_| ())).unwrap().remove(0).fact else {
        panic!("the first is not the team member");
    };
    let member = member.value.unwrap();
    assert_eq!((member.name.as_str(), member.allocated), ("Tom Reed", false));
    colleague.record(new_entry(|_| ()));
    recorded(&colleague, statement(Subject::Person(AMARA), "Rest"), "statement");
}

#[test]
fn what_stands_already_is_not_recorded_and_introduces_nobody() {
    let given = given();
    let colleague = given.copy_for(2);
    let person = given.book.people.current(AMARA).cloned().unwrap();
    let seen = given.book.people.head_ids(AMARA);
    nothing_new(&colleague, Command::RecordPerson { id: AMARA, person, seen });
    nothing_new(&colleague, amended(&given, "to be sure", |_| ()));
}

#[test]
fn a_refusal_introduces_nobody_either() {
    refused(&given().copy_for(2), new_entry(|entry| entry.going_well.clear()), Refusal::NoWords);
}

#[test]
fn a_new_name_or_role_shows_with_the_next_record() {
    let mut given = given();
    given.practitioner.role = Role::TeamManager;
    check(&given, new_entry(|_| ()), Ok(&["team_member", "entry"]));
}

#[test]
fn allocation_stays_when_the_worker_records_on() {
    let mut given = given();
    given.record(Command::Allocate { allocated: true });
    nothing_new(&given, Command::Allocate { allocated: true });
    recorded(&given, new_entry(|_| ()), "entry");
    given.practitioner.name = "Priya Shah-Jones".to_owned();
    given.record(new_entry(|_| ()));
    let member = given.book.team.current(given.practitioner.id).unwrap();
    assert_eq!((member.name.as_str(), member.allocated), ("Priya Shah-Jones", true));
    recorded(&given, Command::Allocate { allocated: false }, "team_member");
}

// People.

#[test]
fn a_person_needs_a_name_unless_not_yet_born() {
    let given = given();
    refused(&given, some(Person::named(Standing::Adult, " ")), Refusal::NoName);
    refused(&given, some(Person::named(Standing::Child, "")), Refusal::NoName);
    let known_as = Person { known_as: "Nan".to_owned(), ..Person::named(Standing::Adult, "") };
    recorded(&given, some(known_as), "person");
    for due in [None, Some(date("March 2027")), Some(date("1 November 2026"))] {
        let unborn = Person { arrival: Arrival::Unborn { due }, ..Person::named(Standing::Child, "") };
        recorded(&given, some(unborn), "person");
    }
}

#[test]
fn only_a_child_can_be_unborn() {
    let unborn = Person { arrival: Arrival::Unborn { due: None }, ..Person::named(Standing::Adult, "Ada") };
    refused(&given(), some(unborn), Refusal::UnbornAdult);
}

#[test]
fn nobody_was_born_in_the_future() {
    let given = given();
    let born = |on: &str| {
        some(Person { arrival: Arrival::Born(Some(date(on))), ..Person::named(Standing::Child, "Mo") })
    };
    for future in ["22 November 2026", "December 2026", "2027", "about 2027"] {
        refused(&given, born(future), Refusal::BornInFuture);
    }
    for past in ["21 November 2026", "November 2026", "2026", "about 2026", "14 February 1994"] {
        recorded(&given, born(past), "person");
    }
}

#[test]
fn nobody_died_in_the_future_or_before_they_were_born() {
    let given = given();
    let died = |on: Option<&str>| {
        let born = Arrival::Born(Some(date("May 1960")));
        let died = Some(Death { on: on.map(date) });
        some(Person { arrival: born, died, ..Person::named(Standing::Adult, "Ada") })
    };
    refused(&given, died(Some("22 November 2026")), Refusal::DiedInFuture);
    refused(&given, died(Some("April 1960")), Refusal::DiedBeforeBirth);
    for on in [None, Some("1960"), Some("May 1960"), Some("21 November 2026"), Some("about 2019")] {
        recorded(&given, died(on), "person");
    }
    let unborn = Arrival::Unborn { due: None };
    let died = Some(Death { on: None });
    let unborn = some(Person { arrival: unborn, died, ..Person::named(Standing::Child, "") });
    refused(&given, unborn, Refusal::DiedUnborn);
}

#[test]
fn someone_whom_the_work_names_is_not_removed() {
    let mut given = given();
    let remove = |id| Command::RemovePerson { id, reason: "Entered twice".to_owned(), seen: vec![] };
    refused(&given, remove(AMARA), Refusal::PersonInUse(1));
    recorded(&given, remove(ROSE), "person");
    given.record(new_entry(|entry| {
        entry.present.insert(ROSE);
        entry.analysis.insert(LEON, "He hears more than we think".to_owned());
        entry.own_words.push(Quote { who: DANIEL, words: "I know".to_owned() });
    }));
    for named in [ROSE, LEON, DANIEL] {
        refused(&given, remove(named), Refusal::PersonInUse(1));
    }
    refused(&given, remove(AMARA), Refusal::PersonInUse(2));
    recorded(&given, remove(KAYLA), "person");
    let no_reason = Command::RemovePerson { id: KAYLA, reason: " ".to_owned(), seen: vec![] };
    refused(&given, no_reason, Refusal::NoReason);
    nothing_new(&given, remove(STRANGER));
}

// Relationships, homes, the workflow.

#[test]
fn a_relationship_is_between_two_people_of_the_family() {
    let given = given();
    recorded(&given, relates(AMARA, KAYLA, |_| ()), "relationship");
    refused(&given, relates(AMARA, AMARA, |_| ()), Refusal::SamePerson);
    refused(&given, relates(AMARA, STRANGER, |_| ()), Refusal::NoSuchPerson(Field::Relationship));
    refused(&given, relates(STRANGER, KAYLA, |_| ()), Refusal::NoSuchPerson(Field::Relationship));
}

#[test]
fn parental_responsibility_is_for_a_child() {
    use ParentalResponsibility::{DoesNotHold, Holds, NotKnown};
    let given = given();
    for said in [Holds, DoesNotHold] {
        let to = |to| relates(ROSE, to, |relationship| relationship.parental_responsibility = said);
        refused(&given, to(AMARA), Refusal::ResponsibilityForAdult);
        recorded(&given, to(KAYLA), "relationship");
    }
    let unknown = relates(ROSE, AMARA, |relationship| relationship.parental_responsibility = NotKnown);
    recorded(&given, unknown, "relationship");
}

#[test]
fn a_period_ends_on_or_after_its_start_as_far_as_its_dates_say() {
    let given = given();
    let cases = [
        (Some("1 May 2026"), Some("30 April 2026"), false),
        (Some("May 2026"), Some("30 April 2026"), false),
        (Some("2026"), Some("December 2025"), false),
        (Some("2026"), Some("2025"), false),
        (Some("1 May 2026"), Some("1 May 2026"), true),
        (Some("20 May 2026"), Some("May 2026"), true),
        (Some("20 May 2026"), Some("2026"), true),
        (Some("2026"), Some("1 January 2026"), true),
        (None, Some("1900"), true),
        (Some("2014"), None, true),
        (None, None, true),
    ];
    for (start, end, allowed) in cases {
        let relates = relates(AMARA, KAYLA, |relationship| {
            relationship.start = start.map(date);
            relationship.end = end.map(date);
        });
        let home = home("Mum’s home", KAYLA, start, end);
        if allowed {
            recorded(&given, relates, "relationship");
            recorded(&given, home, "household");
        } else {
            refused(&given, relates, Refusal::EndBeforeStart);
            refused(&given, home, Refusal::EndBeforeStart);
        }
    }
}

#[test]
fn a_relationship_has_begun() {
    let given = given();
    let starts = |on| relates(AMARA, KAYLA, |relationship| relationship.start = Some(date(on)));
    refused(&given, starts("22 November 2026"), Refusal::StartInFuture);
    recorded(&given, starts("2026"), "relationship");
}

#[test]
fn a_relationship_entered_in_error_needs_a_reason() {
    let mut given = given();
    given.record(relates(AMARA, KAYLA, |_| ()));
    let remove = |reason: &str, seen| Command::RemoveRelationship {
        id: relationship_id(1),
        reason: reason.to_owned(),
        seen,
    };
    refused(&given, remove("", vec![]), Refusal::NoReason);
    let seen = given.book.relationships.head_ids(relationship_id(1));
    given.record(remove("It was Leon", seen));
    assert_eq!(given.book.relationships.current(relationship_id(1)), None);
    assert_eq!(given.book.relationships.get(relationship_id(1)).unwrap().count(), 2);
}

#[test]
fn a_home_needs_a_name_and_people_of_the_family() {
    let given = given();
    refused(&given, home(" ", KAYLA, None, None), Refusal::NoHouseholdLabel);
    refused(&given, home("Nan’s home", STRANGER, None, None), Refusal::NoSuchPerson(Field::Household));
    recorded(&given, home("Nan’s home", ROSE, None, None), "household");
}

#[test]
fn leaving_the_workflow_needs_a_reason_and_coming_back_does_not() {
    let mut given = given();
    refused(&given, workflow(DANIEL, false, ""), Refusal::NoWorkflowReason);
    refused(&given, workflow(STRANGER, true, ""), Refusal::NoSuchPerson(Field::Workflow));
    given.record(workflow(DANIEL, false, "Lives abroad"));
    assert!(!given.book.in_workflow(DANIEL));
    assert!(!given.book.subjects().contains(&Subject::Person(DANIEL)));
    recorded(&given, workflow(DANIEL, true, ""), "workflow");
}

#[test]
fn work_about_someone_who_left_the_workflow_stays_in_sight() {
    let mut given = given();
    given.record(workflow(AMARA, false, "Moved away"));
    assert_eq!(given.book.former_subjects(), vec![Subject::Person(AMARA)]);
    given.record(Command::SetWorkflow {
        person: AMARA,
        workflow: Workflow { inside: true, since: None, why: String::new() },
        seen: given.book.workflow.head_ids(AMARA),
    });
    assert_eq!(given.book.former_subjects(), vec![]);
}

// Safety separation.

#[test]
fn separation_begins_without_words_and_ends_with_a_reason() {
    let mut given = given();
    refused(&given, separation(AMARA, KAYLA, true, ""), Refusal::SeparationOfChild);
    refused(&given, separation(AMARA, STRANGER, true, ""), Refusal::NoSuchPerson(Field::Separation));
    recorded(&given, separation(AMARA, DANIEL, true, ""), "safety_separation");
    given.separate(AMARA, DANIEL);
    refused(&given, separation(AMARA, DANIEL, false, " "), Refusal::NoSeparationReason);
    recorded(
        &given,
        separation(DANIEL, AMARA, false, "Both asked, and the risk is gone"),
        "safety_separation",
    );
}

#[test]
fn what_names_one_of_them_is_not_offered_to_the_other() {
    let mut given = given();
    given.separate(AMARA, DANIEL);
    let kept = || Refusal::KeptFrom("Daniel Price".to_owned(), "Amara Okafor".to_owned());
    let to_daniel = |change: fn(&mut Entry)| {
        new_entry(|entry| {
            entry.subject = Subject::Person(KAYLA);
            entry.audience = only(&[DANIEL, KAYLA]);
            change(entry);
        })
    };
    refused(&given, to_daniel(|entry| entry.subject = Subject::Person(AMARA)), kept());
    refused(&given, to_daniel(|entry| _ = entry.present.insert(AMARA)), kept());
    let quoted = to_daniel(|entry| entry.own_words.push(Quote { who: AMARA, words: "I left".to_owned() }));
    refused(&given, quoted, kept());
    // And the other way round.
    let to_amara = new_entry(|entry| {
        entry.subject = Subject::Person(DANIEL);
        entry.audience = only(&[AMARA]);
    });
    let other_way = Refusal::KeptFrom("Amara Okafor".to_owned(), "Daniel Price".to_owned());
    refused(&given, to_amara, other_way);

    recorded(&given, to_daniel(|_| ()), "entry");
    recorded(&given, to_daniel(|entry| _ = entry.present.insert(ROSE)), "entry");
    let to_herself = new_entry(|entry| entry.audience = only(&[AMARA]));
    recorded(&given, to_herself, "entry");
    let amends = amended(&given, "Daniel asked", |entry| entry.audience = only(&[DANIEL]));
    refused(&given, amends, kept());
}

#[test]
fn separation_stands_until_all_who_know_of_it_end_it() {
    let mut given = given();
    given.separate(AMARA, DANIEL);
    let mut colleague = given.copy_for(2);
    let end = |device: &mut Device| {
        let seen = device.book.separations.head_ids(pair(AMARA, DANIEL));
        let separation = in_force(false, "It was agreed");
        device.record(Command::SetSeparation { pair: pair(AMARA, DANIEL), separation, seen })
    };
    // Ten years fast, so that its "ended" would be the last word if a clock had it.
    given.now += chrono::Duration::days(3653);
    end(&mut given);
    colleague.record(Command::SetSeparation {
        pair: pair(AMARA, DANIEL),
        separation: in_force(true, "New risk"),
        seen: colleague.book.separations.head_ids(pair(AMARA, DANIEL)),
    });
    given.import(&colleague);
    assert_eq!(conflicts(&given.book), vec![Conflict::Separation(pair(AMARA, DANIEL))]);
    assert!(given.book.is_separated(pair(AMARA, DANIEL)));
    assert_eq!(given.book.separated_pairs(), vec![pair(AMARA, DANIEL)]);
    assert_eq!(given.book.separated_from(DANIEL), vec![AMARA]);
    end(&mut given);
    assert!(!given.book.is_separated(pair(AMARA, DANIEL)));
    assert_eq!(given.book.separated_pairs(), vec![]);
}

// Entries.

#[test]
fn work_was_done_today_or_before() {
    let given = given();
    let done = |on| new_entry(|entry| entry.done_on = date(on));
    for future in ["22 November 2026", "December 2026", "2027", "about December 2026"] {
        refused(&given, done(future), Refusal::WorkInFuture);
    }
    for past in ["21 November 2026", "November 2026", "2026", "about 2026", "about November 2014"] {
        recorded(&given, done(past), "entry");
    }
}

#[test]
fn an_entry_happened_when_the_work_was_done_and_anything_else_today() {
    let given = given();
    let happened = |command| given.decide(command).unwrap().last().unwrap().happened;
    assert_eq!(happened(new_entry(|entry| entry.done_on = date("about 2014"))), date("about 2014"));
    assert_eq!(happened(status(Subject::Person(AMARA), ModuleStatus::Completed)), PartialDate::day(today()));
}

#[test]
fn an_entry_says_something() {
    let given = given();
    refused(&given, new_entry(|entry| entry.going_well = " \n ".to_owned()), Refusal::NoWords);
    let says = |change: fn(&mut Entry)| {
        new_entry(|entry| {
            entry.going_well.clear();
            change(entry);
        })
    };
    let empty_quote = says(|entry| entry.own_words.push(Quote { who: AMARA, words: " ".to_owned() }));
    refused(&given, empty_quote, Refusal::NoWords);
    recorded(&given, says(|entry| entry.needs = "Sleep".to_owned()), "entry");
    recorded(&given, says(|entry| _ = entry.analysis.insert(KAYLA, "She waits".to_owned())), "entry");
    let quote = says(|entry| entry.own_words.push(Quote { who: KAYLA, words: "Fine".to_owned() }));
    recorded(&given, quote, "entry");
}

#[test]
fn an_entry_names_people_of_this_family() {
    let given = given();
    let unknown = |field| Refusal::NoSuchPerson(field);
    refused(&given, new_entry(|e| e.subject = Subject::Person(STRANGER)), unknown(Field::Subject));
    refused(&given, new_entry(|e| _ = e.present.insert(STRANGER)), unknown(Field::Present));
    refused(&given, new_entry(|e| e.audience = only(&[STRANGER])), unknown(Field::Audience));
    let quote = new_entry(|e| e.own_words.push(Quote { who: STRANGER, words: "Hello".to_owned() }));
    refused(&given, quote, Refusal::NobodySaidIt);
    refused(&given, new_entry(|e| e.audience = only(&[])), Refusal::NobodyChosen);
}

#[test]
fn analysis_is_for_the_children() {
    let given = given();
    for adult in [AMARA, STRANGER] {
        let analysis = new_entry(|entry| _ = entry.analysis.insert(adult, "So what?".to_owned()));
        refused(&given, analysis, Refusal::AnalysisOfAdult);
    }
}

#[test]
fn a_stage_of_change_is_of_whom_the_entry_is_about_and_of_some_change() {
    let given = given();
    let stage = |who, change: &str| {
        let change = change.to_owned();
        new_entry(|entry| entry.stage = Some(StageOfChange { who, change, stage: Stage::Relapse }))
    };
    let about = new_entry(|_| ());
    let Command::RecordEntry { entry, .. } = &about else { unreachable!("it records an entry") };
    let own = entry.subject.people()[0];
    recorded(&given, stage(own, "Drinking"), "entry");
    refused(&given, stage(DANIEL, "Drinking"), Refusal::StageOfAnother);
    refused(&given, stage(own, " \n"), Refusal::NoChange);
}

#[test]
fn an_entry_is_recorded_once() {
    let again = Command::RecordEntry { id: entry_id(1), entry: about(ModuleId::M2, AMARA) };
    refused(&given(), again, Refusal::AlreadyRecorded);
}

#[test]
fn amending_needs_a_reason_and_an_entry_that_is_here() {
    let given = given();
    refused(&given, amended(&given, " ", |entry| entry.needs = "Rest".to_owned()), Refusal::NoReason);
    let nowhere = Command::AmendEntry {
        id: entry_id(9),
        entry: about(ModuleId::M2, AMARA),
        reason: "A wrong word".to_owned(),
        seen: vec![],
    };
    refused(&given, nowhere, Refusal::NoSuchEntry);
    let withdraw = |id, reason: &str| Command::WithdrawEntry {
        id: entry_id(id),
        reason: reason.to_owned(),
        seen: vec![],
    };
    refused(&given, withdraw(9, "Twice"), Refusal::NoSuchEntry);
    refused(&given, withdraw(1, ""), Refusal::NoReason);
    recorded(&given, withdraw(1, "Twice"), "entry");
}

#[test]
fn an_entry_stays_in_its_module_and_with_whom_it_is_about() {
    let given = given();
    refused(&given, amended(&given, "wrong", |e| e.module = ModuleId::M3), Refusal::EntryMoved);
    refused(&given, amended(&given, "wrong", |e| e.subject = Subject::Person(DANIEL)), Refusal::EntryMoved);
}

#[test]
fn amending_keeps_what_was_there_before() {
    let mut given = given();
    let first = given.book.entries.head_ids(entry_id(1));
    let second = given.amend(entry_id(1), "She said more", |entry| entry.needs = "Rest".to_owned());
    let here = given.book.entries.get(entry_id(1)).unwrap();
    assert_eq!(here.head_ids(), vec![second]);
    assert_eq!(here.latest().supersedes, first);
    assert_eq!(here.latest().reason, "She said more");
    assert_eq!(
        here.versions().map(|v| v.value.as_ref().unwrap().needs.as_str()).collect::<Vec<_>>(),
        ["", "Rest"]
    );
}

#[test]
fn an_entry_entered_in_error_keeps_its_history_and_can_come_back() {
    let mut given = given();
    let before = given.book.entries.current(entry_id(1)).cloned().unwrap();
    let withdraw = |device: &Device| Command::WithdrawEntry {
        id: entry_id(1),
        reason: "Another family".to_owned(),
        seen: device.book.entries.head_ids(entry_id(1)),
    };
    let command = withdraw(&given);
    given.record(command);
    assert_eq!(given.book.entries.current(entry_id(1)), None);
    assert_eq!(given.book.entries_in(ModuleId::M2, Subject::Person(AMARA)), vec![]);
    let here = given.book.entries.get(entry_id(1)).unwrap();
    assert_eq!(here.first().value.as_ref(), Some(&before));
    nothing_new(&given, withdraw(&given));
    let back = Command::AmendEntry {
        id: entry_id(1),
        entry: before.clone(),
        reason: "It was this family".to_owned(),
        seen: given.book.entries.head_ids(entry_id(1)),
    };
    given.record(back);
    assert_eq!(given.book.entries.current(entry_id(1)), Some(&before));
    assert_eq!(given.book.entries.get(entry_id(1)).unwrap().count(), 3);
}

/// Two copies on which the entry was amended apart, joined.
fn in_conflict() -> (Device, [EventId; 2]) {
    let mut one = given();
    let mut two = one.copy_for(2);
    let left = one.amend(entry_id(1), "She said more", |entry| entry.needs = "Rest".to_owned());
    let right = two.amend(entry_id(1), "A wrong word", |entry| entry.needs = "Sleep".to_owned());
    one.import(&two);
    (one, [left, right])
}

#[test]
fn whoever_saw_both_versions_settles_them() {
    let (mut given, both) = in_conflict();
    assert_eq!(conflicts(&given.book), vec![Conflict::Entry(entry_id(1))]);
    let shown = given.book.entries.current(entry_id(1)).unwrap().needs.clone();
    // To keep one as it is, too, is a decision that is recorded.
    recorded(&given, amended(&given, "We spoke", |entry| entry.needs.clone_from(&shown)), "entry");
    let settled = given.amend(entry_id(1), "We spoke", |entry| entry.needs = "Rest, and sleep".to_owned());
    let here = given.book.entries.get(entry_id(1)).unwrap();
    assert_eq!(here.head_ids(), vec![settled]);
    assert_eq!(here.latest().supersedes.len(), 2);
    assert!(both.iter().all(|id| here.latest().supersedes.contains(id)));
    assert_eq!(conflicts(&given.book), vec![]);
}

#[test]
fn whoever_saw_one_version_settles_nothing() {
    let (mut given, [left, right]) = in_conflict();
    let Command::AmendEntry { id, mut entry, reason, .. } = amended(&given, "More", |_| ()) else {
        panic!("not an amendment")
    };
    entry.needs = "Rest and quiet".to_owned();
    let third = given.record(Command::AmendEntry { id, entry, reason, seen: vec![left] });
    let mut heads = given.book.entries.head_ids(id);
    heads.sort();
    let mut expected = vec![right, third];
    expected.sort();
    assert_eq!(heads, expected);
}

#[test]
fn a_screen_that_was_behind_says_so_and_retires_nothing() {
    let mut given = given();
    let behind = amended(&given, "From an old screen", |entry| entry.needs = "Quiet".to_owned());
    let first = given.book.entries.head_ids(entry_id(1));
    let second = given.amend(entry_id(1), "She said more", |entry| entry.needs = "Rest".to_owned());
    let third = given.record(behind);
    let here = given.book.entries.get(entry_id(1)).unwrap();
    assert_eq!(here.head_ids(), vec![second, third]);
    assert_eq!(here.latest().supersedes, first);
    assert_eq!(conflicts(&given.book), vec![Conflict::Entry(entry_id(1))]);
}

#[test]
fn what_one_amended_and_another_withdrew_stays_in_sight() {
    let mut one = given();
    let mut two = one.copy_for(2);
    one.amend(entry_id(1), "She said more", |entry| entry.needs = "Rest".to_owned());
    two.now += chrono::Duration::days(1);
    two.record(Command::WithdrawEntry {
        id: entry_id(1),
        reason: "Twice".to_owned(),
        seen: two.book.entries.head_ids(entry_id(1)),
    });
    one.import(&two);
    assert_eq!(conflicts(&one.book), vec![Conflict::Entry(entry_id(1))]);
    assert_eq!(one.book.entries.current(entry_id(1)).unwrap().needs, "Rest");
    assert_eq!(one.book.entries_in(ModuleId::M2, Subject::Person(AMARA)).len(), 1);
}

#[test]
fn work_about_someone_whom_another_copy_removed_stays_in_sight_and_can_be_put_right() {
    let mut one = given();
    let mut two = one.copy_for(2);
    one.record(Command::RemovePerson {
        id: ROSE,
        reason: "Entered twice".to_owned(),
        seen: one.book.people.head_ids(ROSE),
    });
    let mut about_rose = about(ModuleId::M2, ROSE);
    about_rose.own_words.push(Quote { who: ROSE, words: "I mind them on Fridays".to_owned() });
    two.enter(entry_id(2), about_rose);
    one.import(&two);
    assert_eq!(one.book.former_subjects(), vec![Subject::Person(ROSE)]);
    assert_eq!(one.book.name_of(ROSE), "Rose Okafor");
    one.amend(entry_id(2), "A wrong day", |entry| entry.needs = "Not Fridays".to_owned());
    let another = Command::RecordEntry { id: entry_id(3), entry: about(ModuleId::M2, ROSE) };
    refused(&one, another, Refusal::NoSuchPerson(Field::Subject));
}

// Couples.

#[test]
fn a_couple_is_assessed_jointly_only_by_choice_with_a_reason_where_the_authority_allows() {
    let mut given = given();
    assert!(!given.book.is_joint(pair(AMARA, DANIEL)));
    refused(&given, joint(AMARA, DANIEL, true, " "), Refusal::NoJointReason);
    for other in [KAYLA, STRANGER] {
        refused(&given, joint(AMARA, other, true, "Together"), Refusal::NoSuchPerson(Field::Joint));
    }
    recorded(&given, joint(AMARA, DANIEL, true, "Together"), "joint_assessment");
    given.rules.joint_assessments = false;
    refused(&given, joint(AMARA, DANIEL, true, "Together"), Refusal::JointNotUsed);
    recorded(&given, joint(AMARA, DANIEL, false, ""), "joint_assessment");
}

#[test]
fn no_couple_is_assessed_jointly_while_separation_stands() {
    let mut given = given();
    given.separate(AMARA, DANIEL);
    refused(&given, joint(AMARA, DANIEL, true, "Together"), Refusal::JointWhileSeparated);
    recorded(&given, joint(AMARA, DANIEL, false, ""), "joint_assessment");
    recorded(&given, joint(AMARA, ROSE, true, "Kinship carers"), "joint_assessment");
}

#[test]
fn joint_work_needs_a_joint_assessment() {
    let mut given = given();
    let both = couple(AMARA, DANIEL);
    let work =
        || [new_entry(|e| e.subject = both), status(both, ModuleStatus::Completed), statement(both, "Time")];
    for command in work() {
        refused(&given, command, Refusal::NotJoint);
    }
    given.record(joint(AMARA, DANIEL, true, "Together"));
    assert!(given.book.subjects().contains(&both));
    for (command, kind) in work().into_iter().zip(["entry", "module_status", "statement"]) {
        recorded(&given, command, kind);
    }
    given.separate(AMARA, DANIEL);
    for command in work() {
        refused(&given, command, Refusal::JointWhileSeparated);
    }
}

#[test]
fn separation_ends_joint_work_and_keeps_what_was_recorded() {
    let mut given = given();
    let both = couple(AMARA, DANIEL);
    given.record(joint(AMARA, DANIEL, true, "Together"));
    given.record(new_entry(|entry| entry.subject = both));
    given.separate(AMARA, DANIEL);
    assert!(!given.book.is_joint(pair(AMARA, DANIEL)));
    assert!(!given.book.subjects().contains(&both));
    assert_eq!(given.book.former_subjects(), vec![both]);
    let entries = given.book.entries_in(ModuleId::M3, both);
    assert_eq!(entries.len(), 1);
    // Neither may be shown it, for it names the other; and it can still be put right.
    let content = entries[0].1.current().unwrap();
    assert_eq!(given.book.kept_from(content, AMARA), Some(DANIEL));
    assert_eq!(given.book.kept_from(content, DANIEL), Some(AMARA));
    given.amend(entry_id(2), "A wrong word", |entry| entry.going_well = "They cooked".to_owned());
}

#[test]
fn a_couple_is_joint_only_when_all_who_chose_say_so() {
    let mut one = given();
    one.record(joint(AMARA, DANIEL, true, "Together"));
    let mut two = one.copy_for(2);
    let seen = one.book.joint.head_ids(pair(AMARA, DANIEL));
    let set = |joint, why: &str, seen| Command::SetJoint {
        pair: pair(AMARA, DANIEL),
        joint: JointAssessment { joint, why: why.to_owned() },
        seen,
    };
    one.record(set(false, "They asked", seen.clone()));
    two.now += chrono::Duration::days(1);
    two.record(set(true, "They present as a couple", seen));
    one.import(&two);
    assert_eq!(conflicts(&one.book), vec![Conflict::JointAssessment(pair(AMARA, DANIEL))]);
    assert!(!one.book.is_joint(pair(AMARA, DANIEL)));
}

// Where a module stands.

#[test]
fn a_module_is_in_progress_when_something_is_recorded_and_completed_when_a_person_says_so() {
    let mut given = given();
    let amara = Subject::Person(AMARA);
    assert_eq!(given.book.status(ModuleId::M2, amara), ModuleStatus::InProgress);
    assert_eq!(given.book.status(ModuleId::M5, amara), ModuleStatus::NotStarted);
    given.record(status(amara, ModuleStatus::Completed));
    assert_eq!(given.book.status(ModuleId::M5, amara), ModuleStatus::Completed);
    nothing_new(&given, status(amara, ModuleStatus::Completed));
    given.record(new_entry(|entry| entry.module = ModuleId::M5));
    assert_eq!(given.book.status(ModuleId::M5, amara), ModuleStatus::Completed, "a person's choice");
    assert_eq!(given.book.status(ModuleId::M5, Subject::Person(DANIEL)), ModuleStatus::NotStarted);
    let nobody = Subject::Person(STRANGER);
    refused(&given, status(nobody, ModuleStatus::Completed), Refusal::NoSuchPerson(Field::Subject));
    refused(&given, statement(nobody, "Rest"), Refusal::NoSuchPerson(Field::Subject));
}

#[test]
fn a_module_is_not_completed_while_a_colleague_says_otherwise() {
    for late in [1, 2] {
        let mut one = given();
        let mut two = one.copy_for(2);
        if late == 1 { &mut one } else { &mut two }.now += chrono::Duration::days(3653);
        one.record(status(Subject::Person(AMARA), ModuleStatus::Completed));
        two.record(status(Subject::Person(AMARA), ModuleStatus::InProgress));
        one.import(&two);
        assert_eq!(one.book.status(ModuleId::M5, Subject::Person(AMARA)), ModuleStatus::InProgress);
        assert_eq!(conflicts(&one.book), vec![Conflict::ModuleStatus(part(Subject::Person(AMARA)))]);
    }
}

#[test]
fn a_statement_says_something_and_can_be_cleared() {
    let mut given = given();
    let amara = Subject::Person(AMARA);
    refused(&given, statement(amara, " "), Refusal::EmptyStatement);
    given.record(statement(amara, "Rest"));
    recorded(&given, statement(amara, ""), "statement");
}

/// One of each. The match does not compile until a new refusal is named here.
fn every_refusal() -> Vec<Refusal> {
    use Refusal::*;
    let all = vec![
        NoLabel,
        NoName,
        BornInFuture,
        DiedInFuture,
        DiedBeforeBirth,
        DiedUnborn,
        UnbornAdult,
        SamePerson,
        NoSuchPerson(Field::Present),
        EndBeforeStart,
        StartInFuture,
        ResponsibilityForAdult,
        NoWorkflowReason,
        SeparationOfChild,
        NoSeparationReason,
        NoHouseholdLabel,
        PersonInUse(3),
        WorkInFuture,
        NoWords,
        AnalysisOfAdult,
        NobodySaidIt,
        StageOfAnother,
        NoChange,
        NobodyChosen,
        KeptFrom("Daniel".to_owned(), "Amara".to_owned()),
        NoReason,
        NoSuchEntry,
        AlreadyRecorded,
        EntryMoved,
        JointNotUsed,
        NotJoint,
        JointWhileSeparated,
        NoJointReason,
        EmptyStatement,
        ForAnother { act: Act::Modules, whose: "the team manager".to_owned() },
        Closed(today()),
        CaseworkOpen(vec!["Work with Kayla is not recorded as complete".to_owned()]),
        LeftUnfinished(vec!["There is no closure summary".to_owned()]),
        MissingAtEntry(vec!["A referral".to_owned()]),
        ReferralConsent("not given"),
        SaidNo("Kayla".to_owned()),
    ];
    let needed = way::Needed::ALL.iter().map(|needed| Needed(*needed));
    let safety = safety::every_refusal().into_iter().map(Safety);
    let all: Vec<Refusal> = all.into_iter().chain(needed).chain(safety).collect();
    for refusal in &all {
        match refusal {
            NoLabel
            | NoName
            | BornInFuture
            | DiedInFuture
            | DiedBeforeBirth
            | DiedUnborn
            | UnbornAdult
            | SamePerson
            | NoSuchPerson(_)
            | EndBeforeStart
            | StartInFuture
            | ResponsibilityForAdult
            | NoWorkflowReason
            | SeparationOfChild
            | NoSeparationReason
            | NoHouseholdLabel
            | PersonInUse(_)
            | WorkInFuture
            | NoWords
            | AnalysisOfAdult
            | NobodySaidIt
            | StageOfAnother
            | NoChange
            | NobodyChosen
            | KeptFrom(..)
            | NoReason
            | NoSuchEntry
            | AlreadyRecorded
            | EntryMoved
            | JointNotUsed
            | NotJoint
            | JointWhileSeparated
            | NoJointReason
            | EmptyStatement
            | ForAnother { .. }
            | Needed(_)
            | Closed(_)
            | CaseworkOpen(_)
            | LeftUnfinished(_)
            | MissingAtEntry(_)
            | ReferralConsent(_)
            | SaidNo(_)
            // Each of these is named in tests/decide/safety.rs.
            | Safety(_)
            // Each of these is named in tests/plan.rs.
            | Round(_)
            // Each of these is named in tests/sharing.rs.
            | Sharing(_) => {}
        }
    }
    all
}

#[test]
fn every_refusal_has_words_of_its_own_and_a_place_on_the_form() {
    let words: std::collections::BTreeSet<String> = every_refusal().iter().map(Refusal::to_string).collect();
    assert_eq!(words.len(), every_refusal().len(), "two refusals say the same");
    for refusal in every_refusal() {
        let words = refusal.to_string();
        assert!(words.len() > 15 && words.chars().next().is_some_and(char::is_uppercase), "{words}");
        assert!(!words.ends_with('.'), "an error message has no full stop at its end: {words}");
        let lower = words.to_lowercase();
        for blame in ["invalid", "illegal", "forbidden", "failed", "wrong", "please", "error"] {
            assert!(!lower.contains(blame), "{words}");
        }
    }
    let field = |refusal: Refusal| refusal.field();
    assert_eq!(field(Refusal::KeptFrom(String::new(), String::new())), Field::Audience);
    assert_eq!(field(Refusal::NoSuchPerson(Field::Present)), Field::Present);
    assert_eq!(field(Refusal::StartInFuture), Field::Period);
    assert_eq!(field(Refusal::WorkInFuture), Field::DateOfWork);
    assert_eq!(field(Refusal::NotJoint), Field::Joint);
}

/// The matrix of `domain.md` A11, for what was there from the beginning.
#[test]
fn what_is_not_for_a_role_is_refused_with_the_name_of_those_it_is_for() {
    let mut given = Device::with_family();
    given.practitioner.role = Role::Administrator;
    let refused = given.decide(new_entry(|_| ())).unwrap_err();
    assert_eq!(
        refused,
        Refusal::ForAnother { act: Act::Modules, whose: given.rules.permissions.words(Act::Modules) }
    );
    assert_eq!(
        refused.to_string(),
        "Only the team manager, the social worker or another worker of the team can record in the modules. \
         Ask them to record it"
    );
    // Who is in the family, and what keeps someone safe, never waits for the right person.
    for role in Role::KNOWN {
        given.practitioner.role = role;
        let separated = Command::SetSeparation {
            pair: pair(AMARA, DANIEL),
            separation: in_force(true, ""),
            seen: vec![],
        };
        assert!(given.decide(separated).is_ok());
        let renamed = Command::DescribeFamily { family: family("The Okafors and Prices"), seen: vec![] };
        assert!(given.decide(renamed).is_ok());
    }
}
