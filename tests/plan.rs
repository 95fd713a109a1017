//! The rules of visits, case notes, plans, specialists and the chronology, one small case for each situation;
//! what one visit note is at once; and the words of every refusal of the round.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests are tests")]

mod workbooks;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveTime;
use hearth::model::action::{Action, ByWhen, Lacks, Owner};
use hearth::model::choices::Choice;
use hearth::model::chronology::{ChronologyEvent, Mark};
use hearth::model::dates::PartialDate;
use hearth::model::entry::{ModuleStatus, Quote};
use hearth::model::ids::PersonId;
use hearth::model::module::ModuleId;
use hearth::model::note::{CaseNote, NoteKind};
use hearth::model::plan::{
    Answer, CopyGiven, Goal, Paper, Party, Plan, PlanKind, Review, Signature, Visiting,
};
use hearth::model::practitioner::Role;
use hearth::model::rating::Rag;
use hearth::model::source::Source;
use hearth::model::specialist::{DecidedAs, SpecialistDecision, SpecialistRequest};
use hearth::model::subject::Subject;
use hearth::model::summary::SummaryText;
use hearth::model::visit::{Contact, EvidenceFor, OnSystem, Place, Visit};
use hearth::workbook::decide::permission::Act;
use hearth::workbook::decide::{
    CaseNoteCommand, ChronologyCommand, Command, Field, PlanCommand, Refusal, RoundRefusal,
    SpecialistCommand, VisitCommand,
};
use hearth::workbook::round::chronology::Origin;
use hearth::workbook::round::plans::Gap;
use hearth::workbook::round::visits::Evidence;

use workbooks::round::*;
use workbooks::*;

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

// Visits.

fn record(number: u64, change: impl FnOnce(&mut Visit)) -> Command {
    let mut visit = visit();
    change(&mut visit);
    Command::Visit(VisitCommand::Record { id: visit_id(number), visit })
}

fn contacts(contacts: &[(PersonId, Contact)]) -> BTreeMap<PersonId, Contact> {
    contacts.iter().cloned().collect()
}

fn seen() -> Contact {
    Contact::Seen { why_not_alone: String::new() }
}

fn alone(agreed_by: &[PersonId], without: &str) -> Contact {
    Contact::SeenAlone {
        agreed_by: agreed_by.iter().copied().collect(),
        without_agreement: without.to_owned(),
    }
}

fn not_seen(why: &str) -> Contact {
    Contact::NotSeen { why: why.to_owned(), next: String::new() }
}

#[test]
fn a_visit_says_of_each_child_whether_they_were_seen() {
    let given = Device::with_family();
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let cases: [(Command, Refusal); 11] = [
        (record(1, |visit| visit.on = days(1)), RoundRefusal::VisitInFuture.into()),
        (
            record(1, |visit| (visit.from, visit.until) = (time(16), time(15))),
            RoundRefusal::EndBeforeBeginning.into(),
        ),
        (record(1, |visit| visit.children.clear()), RoundRefusal::NoChildren.into()),
        (record(1, |visit| visit.children = contacts(&[(AMARA, seen())])), Refusal::AnalysisOfAdult),
        (
            record(1, |visit| visit.children = contacts(&[(STRANGER, seen())])),
            Refusal::NoSuchPerson(Field::Children),
        ),
        (
            record(1, |visit| visit.children = contacts(&[(LEON, not_seen(" "))])),
            RoundRefusal::NoWhyNotSeen("Leon Price".to_owned()).into(),
        ),
        (
            record(1, |visit| visit.children = contacts(&[(LEON, alone(&[], " "))])),
            RoundRefusal::NoAgreement("Leon Price".to_owned()).into(),
        ),
        (record(1, |visit| visit.place = Place::Elsewhere(" ".to_owned())), RoundRefusal::NoPlace.into()),
        (
            record(1, |visit| {
                visit.note.clear();
                visit.evidence_for = evidence(Subject::Person(KAYLA));
            }),
            RoundRefusal::NoEvidence.into(),
        ),
        (record(1, |visit| visit.evidence_for = evidence(couple(AMARA, DANIEL))), Refusal::NotJoint),
        (record(1, |visit| visit.audience = only(&[])), Refusal::NobodyChosen),
    ];
    for (asked, why) in cases {
        refused(&given, asked, why);
    }
    allowed(&given, record(1, |visit| visit.children = contacts(&[(LEON, alone(&[AMARA], ""))])));
    allowed(&given, record(1, |visit| visit.children = contacts(&[(LEON, alone(&[], "She asked us"))])));
    // The bare minimum, at the door: who, where, when.
    allowed(&given, record(1, |visit| visit.note.clear()));
}

fn evidence(subject: Subject) -> Vec<EvidenceFor> {
    vec![EvidenceFor { module: ModuleId::M4, subject, questions: BTreeSet::new() }]
}

#[test]
fn a_visit_that_names_one_parent_is_not_shown_to_the_other_while_they_are_kept_apart() {
    let mut given = Device::with_family();
    given.separate(AMARA, DANIEL);
    let shown_to = |who| record(1, |visit| visit.audience = only(&[who]));
    refused(&given, shown_to(DANIEL), Refusal::KeptFrom("Daniel Price".into(), "Amara Okafor".into()));
    allowed(&given, shown_to(AMARA));
}

#[test]
fn whoever_writes_it_made_the_visit_unless_it_says_otherwise() {
    let mut given = Device::with_family();
    given.record(record(1, |_| ()));
    given.record(record(2, |visit| visit.by = [practitioner_id(RECOVERY_WORKER)].into()));
    let by = |number| given.book.visits.current(visit_id(number)).unwrap().by.clone();
    assert_eq!(by(1), [practitioner_id(SOCIAL_WORKER)].into());
    assert_eq!(by(2), [practitioner_id(RECOVERY_WORKER)].into());
    refused(&given, record(1, |_| ()), RoundRefusal::AlreadyRecorded);
    for who in [ADMIN, MANAGER] {
        given.hand_to(who);
        for_another(&given, record(3, |_| ()), Act::RecordVisit);
    }
}

#[test]
fn a_visit_is_amended_with_a_reason_and_keeps_the_time_it_was_first_written_down() {
    let mut given = Device::with_family();
    given.record(record(1, |_| ()));
    let first = given.book.visits.get(visit_id(1)).unwrap().first().recorded;
    let amended = |given: &Device, number, reason: &str| {
        Command::Visit(VisitCommand::Amend {
            id: visit_id(number),
            visit: Visit { on: days(-2), ..visit() },
            reason: reason.to_owned(),
            seen: given.book.visits.head_ids(visit_id(number)),
        })
    };
    refused(&given, amended(&given, 1, " "), RoundRefusal::NoReason);
    refused(&given, amended(&given, 9, "The day"), RoundRefusal::NoSuchVisit);
    given.record(amended(&given, 1, "It was the day before"));
    assert_eq!(given.book.last_seen(KAYLA).unwrap().recorded, first);
    let withdraw = |given: &Device, reason: &str| {
        Command::Visit(VisitCommand::Withdraw {
            id: visit_id(1),
            reason: reason.to_owned(),
            seen: given.book.visits.head_ids(visit_id(1)),
        })
    };
    refused(&given, withdraw(&given, ""), RoundRefusal::NoReason);
    given.record(withdraw(&given, "Another family"));
    assert_eq!(given.book.last_seen(KAYLA), None);
}

#[test]
fn a_visit_on_which_a_child_was_not_seen_is_no_visit_to_that_child() {
    let mut given = Device::with_family();
    given.record(record(1, |visit| {
        visit.on = days(-20);
        visit.children = contacts(&[(KAYLA, alone(&[AMARA], "")), (LEON, seen())]);
    }));
    given.record(record(2, |visit| {
        visit.on = days(-6);
        visit.children = contacts(&[(KAYLA, seen()), (LEON, not_seen("At his aunt's"))]);
    }));
    given.record(record(3, |visit| {
        visit.on = days(-1);
        visit.children =
            contacts(&[(KAYLA, not_seen("Nobody came to the door")), (LEON, not_seen("The same"))]);
    }));
    assert!(!given.book.visits.current(visit_id(3)).unwrap().saw_a_child());
    let last = |child| given.book.last_seen(child).map(|it| it.visit.on);
    let last_alone = |child| given.book.last_seen_alone(child).map(|it| it.visit.on);
    assert_eq!((last(KAYLA), last_alone(KAYLA)), (Some(days(-6)), Some(days(-20))));
    assert_eq!((last(LEON), last_alone(LEON)), (Some(days(-20)), None));
    assert_eq!(given.book.visits_to(LEON).len(), 3, "what was tried is not forgotten");
    assert!(given.book.visits_to(AMARA).is_empty());
}

#[test]
fn a_visit_note_is_typed_once_and_is_four_things() {
    let mut given = Device::with_family();
    given.enter(entry_id(1), entry(ModuleId::M4, Subject::Person(KAYLA), "She drew her house"));
    given.record(record(1, |visit| {
        visit.on = days(-2);
        visit.from = NaiveTime::from_hms_opt(15, 45, 0);
        visit.children = contacts(&[(KAYLA, alone(&[AMARA], "")), (LEON, not_seen("He was asleep"))]);
        visit.own_words.push(Quote { who: KAYLA, words: "It’s quiet now".to_owned() });
        visit.evidence_for = evidence(Subject::Person(KAYLA));
    }));

    // The stub of the statutory system: its date, the basics, and where the rest is; no word of the note.
    let stub = given.book.stub(visit_id(1)).unwrap();
    assert_eq!(
        (stub.on, stub.from, stub.place.as_str()),
        (days(-2), NaiveTime::from_hms_opt(15, 45, 0), "at home")
    );
    assert_eq!(stub.by, ["Priya Shah"]);
    let expected = [("Kayla Okafor", "Seen, and seen alone"), ("Leon Price", "Not seen: He was asleep")];
    assert_eq!(stub.children, expected.map(|(child, how)| (child.to_owned(), how.to_owned())));
    assert_eq!(stub.reference, format!("Family {}, visit {}", FAMILY.short(), visit_id(1).short()));
    assert_eq!(stub.recorded, given.now);
    assert!(!format!("{stub:?}").contains("showed me") && !format!("{stub:?}").contains("quiet"));

    // Evidence in the module.
    let found = given.book.evidence_in(ModuleId::M4, Subject::Person(KAYLA));
    let kinds: Vec<&str> = found
        .iter()
        .map(|it| match it {
            Evidence::Entry(..) => "entry",
            Evidence::Visit(..) => "visit",
        })
        .collect();
    assert_eq!(kinds, ["entry", "visit"], "newest work first");
    assert!(given.book.evidence_in(ModuleId::M4, Subject::Person(LEON)).is_empty());

    // A line of the chronology.
    let line = given.book.chronology().into_iter().find(|line| line.origin == Origin::Visit(visit_id(1)));
    assert_eq!(
        line.unwrap().what,
        "Visit at home. Kayla Okafor was seen, and alone. Leon Price was not seen: He was asleep."
    );

    // A reference for the summary.
    given.hand_to(ADMIN);
    given.record(given.plan_on(FIRST, today()));
    given.hand_to(SOCIAL_WORKER);
    let own = given.meeting(FIRST).own_work(practitioner_id(SOCIAL_WORKER), today());
    assert!(own.contains(&Source::Visit(visit_id(1))));
    let text = SummaryText { references: [Source::Visit(visit_id(1))].into(), ..summary("A visit") };
    allowed(&given, given.write_summary(FIRST, text, false));
}

#[test]
fn what_stands_in_the_statutory_system_is_recorded_with_its_time() {
    let mut given = Device::with_family();
    let put = |given: &Device, number, on| {
        Command::Visit(VisitCommand::PutOnSystem {
            id: visit_id(number),
            on_system: OnSystem { on, at: None, reference: "14".to_owned() },
            seen: given.book.visits_on_system.head_ids(visit_id(number)),
        })
    };
    refused(&given, put(&given, 1, today()), RoundRefusal::NoSuchVisit);
    given.record(record(1, |_| ()));
    refused(&given, put(&given, 1, days(1)), RoundRefusal::DayInFuture);
    refused(&given, put(&given, 1, days(-2)), RoundRefusal::DayInFuture);
    given.record(put(&given, 1, today()));
    assert_eq!(given.book.stub(visit_id(1)).unwrap().on_system.unwrap().reference, "14");
}

#[test]
fn someone_whom_a_visit_names_cannot_be_removed() {
    let mut given = Device::with_family();
    given.record(record(1, |_| ()));
    let seen = given.book.people.head_ids(KAYLA);
    let remove = Command::RemovePerson { id: KAYLA, reason: "Twice".to_owned(), seen };
    refused(&given, remove, Refusal::PersonInUse(1));
}

// Case notes.

fn case_note(kind: NoteKind, change: impl FnOnce(&mut CaseNote)) -> Command {
    let mut note = CaseNote {
        kind,
        on: today(),
        at: None,
        about: [KAYLA].into(),
        with: "Her teacher".to_owned(),
        text: "She is in class by nine".to_owned(),
        advice: String::new(),
        copied_to: String::new(),
        looks_at: None,
    };
    change(&mut note);
    Command::CaseNote(CaseNoteCommand::Record { id: note_id(1), note })
}

#[test]
fn case_notes_say_with_whom_and_oversight_is_the_managers() {
    let mut given = Device::with_family();
    let consultation = NoteKind::Consultation;
    refused(&given, case_note(consultation, |note| note.with.clear()), RoundRefusal::NobodyConsulted);
    refused(&given, case_note(consultation, |note| note.text.clear()), RoundRefusal::EmptyNote);
    refused(&given, case_note(consultation, |note| note.on = days(1)), RoundRefusal::DayInFuture);
    let stranger = case_note(consultation, |note| note.about = [STRANGER].into());
    refused(&given, stranger, Refusal::NoSuchPerson(Field::Subject));
    let nothing = case_note(consultation, |note| note.looks_at = Some(Source::Visit(visit_id(1))));
    refused(&given, nothing, RoundRefusal::NoSuchSource);
    allowed(&given, case_note(NoteKind::CaseNote, |note| note.with.clear()));

    for_another(&given, case_note(NoteKind::ManagementOversight, |_| ()), Act::ManagementOversight);
    given.hand_to(MANAGER);
    given.record(case_note(NoteKind::ManagementOversight, |_| ()));
    refused(&given, case_note(NoteKind::CaseNote, |_| ()), RoundRefusal::AlreadyRecorded);
    // Nobody else turns a manager's oversight into something of their own.
    given.hand_to(SOCIAL_WORKER);
    let Command::CaseNote(CaseNoteCommand::Record { id, note }) = case_note(NoteKind::CaseNote, |_| ())
    else {
        panic!("no note")
    };
    let seen = given.book.case_notes.head_ids(id);
    let amend = |reason: &str| {
        let (note, reason, seen) = (note.clone(), reason.to_owned(), seen.clone());
        Command::CaseNote(CaseNoteCommand::Amend { id, note, reason, seen })
    };
    refused(&given, amend(" "), RoundRefusal::NoReason);
    for_another(&given, amend("Mine"), Act::ManagementOversight);
    let withdraw = CaseNoteCommand::Withdraw { id, reason: "Mine".to_owned(), seen: seen.clone() };
    for_another(&given, Command::CaseNote(withdraw), Act::ManagementOversight);
    let gone = CaseNoteCommand::Withdraw { id: note_id(9), reason: "x".to_owned(), seen: vec![] };
    refused(&given, Command::CaseNote(gone), RoundRefusal::NoSuchNote);
}

// Plans.

fn plan() -> Plan {
    let visiting = Visiting {
        at_least_every_days: 21,
        by: Owner::Practitioner(practitioner_id(SOCIAL_WORKER)),
        why_less: String::new(),
    };
    Plan {
        kind: PlanKind::ChildInNeed,
        children: [KAYLA].into(),
        agreed_on: days(-10),
        at_a_meeting: true,
        goals: vec![Goal {
            outcome: "Mornings without shouting".to_owned(),
            children: [KAYLA].into(),
            steps: vec![Action { how_known: String::new(), ..action(1, "A timer by the door") }],
        }],
        visiting: [(KAYLA, visiting)].into(),
        childrens_views: [(KAYLA, "Yes to the timer".to_owned())].into(),
        parents_views: BTreeMap::new(),
        agencies_views: String::new(),
        how_views_shaped_it: String::new(),
        services: String::new(),
        contingency: String::new(),
    }
}

fn make(change: impl FnOnce(&mut Plan)) -> Command {
    let mut plan = plan();
    change(&mut plan);
    Command::Plan(PlanCommand::Record { id: plan_id(1), plan, reason: String::new(), seen: vec![] })
}

#[test]
fn a_plan_is_smart() {
    let mut given = Device::with_family();
    let lacking = |place, lacks: &[Lacks]| RoundRefusal::NotSmart { place, lacks: lacks.to_vec() };
    let second =
        || Goal { outcome: "Rest".to_owned(), children: BTreeSet::new(), steps: vec![action(2, "Rest")] };
    let cases: [(Command, Refusal); 11] = [
        (make(|plan| plan.children.clear()), RoundRefusal::NoChildren.into()),
        (make(|plan| plan.children = [AMARA].into()), Refusal::AnalysisOfAdult),
        (make(|plan| plan.children = [STRANGER].into()), Refusal::NoSuchPerson(Field::Children)),
        (make(|plan| plan.agreed_on = days(1)), RoundRefusal::DayInFuture.into()),
        (make(|plan| plan.goals.clear()), RoundRefusal::NoGoals.into()),
        (make(|plan| plan.goals[0].outcome.clear()), RoundRefusal::GoalWithoutOutcome(1).into()),
        (
            make(|plan| plan.goals.push(Goal { steps: vec![], ..second() })),
            RoundRefusal::GoalWithoutStep(2).into(),
        ),
        (make(|plan| plan.goals[0].steps[0].who = None), lacking(1, &[Lacks::Who]).into()),
        (
            make(|plan| {
                plan.goals.push(second());
                plan.goals[1].steps[0].by = Some(ByWhen::Every(" ".to_owned()));
            }),
            lacking(2, &[Lacks::ByWhen]).into(),
        ),
        (
            make(|plan| plan.goals[0].steps[0].who = Some(Owner::Person(STRANGER))),
            Refusal::NoSuchPerson(Field::Actions),
        ),
        (
            make(|plan| plan.visiting.get_mut(&KAYLA).unwrap().by = Owner::Person(STRANGER)),
            Refusal::NoSuchPerson(Field::Visiting),
        ),
    ];
    for (asked, why) in cases {
        refused(&given, asked, why);
    }
    // A frequency will do in the place of a date.
    allowed(&given, make(|plan| plan.goals[0].steps[0].by = Some(ByWhen::Every("each day".to_owned()))));
    for who in [ABUSE_PRACTITIONER, ADMIN] {
        given.hand_to(who);
        for_another(&given, make(|_| ()), Act::Plan);
    }
}

#[test]
fn where_the_authority_sets_a_least_frequency_each_child_has_one_or_a_reason() {
    let mut given = Device::with_family();
    allowed(&given, make(|plan| plan.visiting.clear()));
    given.rules.round.visit_at_least_every_days = Some(21);
    let kayla = || "Kayla Okafor".to_owned();
    refused(&given, make(|plan| plan.visiting.clear()), RoundRefusal::NoVisiting(kayla()));
    let every = |days: u16, why: &str| {
        make(|plan| {
            let visiting = plan.visiting.get_mut(&KAYLA).unwrap();
            (visiting.at_least_every_days, visiting.why_less) = (days, why.to_owned());
        })
    };
    refused(&given, every(0, ""), RoundRefusal::NoVisiting(kayla()));
    refused(&given, every(22, " "), RoundRefusal::SeldomVisited(kayla(), 21));
    allowed(&given, every(22, "She is at school with us each day"));
    allowed(&given, every(21, ""));
}

#[test]
fn the_plan_of_a_child_is_the_one_agreed_last() {
    let mut given = Device::with_family();
    given.record(make(|plan| plan.kind = PlanKind::Interim));
    let mut later = plan();
    (later.agreed_on, later.goals[0].steps[0].id) = (days(-1), action_id(2));
    let twice = PlanCommand::Record { id: plan_id(2), plan: plan(), reason: String::new(), seen: vec![] };
    refused(&given, Command::Plan(twice), RoundRefusal::ActionElsewhere);
    let second = PlanCommand::Record { id: plan_id(2), plan: later, reason: String::new(), seen: vec![] };
    given.record(Command::Plan(second));
    assert_eq!(given.book.plan_for(KAYLA).unwrap().0, plan_id(2));
    assert_eq!(given.book.visiting(KAYLA).unwrap().at_least_every_days, 21);
    assert_eq!(given.book.plan_for(LEON), None);
    assert_eq!(given.book.open_actions().len(), 2);
    let unreasoned = |given: &Device, reason: &str| {
        let seen = given.book.plans.head_ids(plan_id(1));
        let plan = Plan { services: "A nursery place".to_owned(), ..plan() };
        Command::Plan(PlanCommand::Record { id: plan_id(1), plan, reason: reason.to_owned(), seen })
    };
    refused(&given, unreasoned(&given, ""), RoundRefusal::NoReason);
    given.record(unreasoned(&given, "Reviewed today"));
}

#[test]
fn what_a_plan_lacks_is_a_hint() {
    let mut given = Device::with_family();
    given.record(Command::RecordRelationship {
        id: relationship_id(1),
        relationship: hearth::model::relationship::Relationship {
            from: AMARA,
            to: KAYLA,
            kind: hearth::model::relationship::Kind::Mother,
            parental_responsibility: Default::default(),
            start: None,
            end: None,
        },
        seen: vec![],
    });
    let mut bare = plan();
    (bare.childrens_views, bare.visiting) = Default::default();
    assert_eq!(
        given.book.gaps_in(&bare),
        [
            Gap::ChildsView(KAYLA),
            Gap::Visiting(KAYLA),
            Gap::ParentsView(AMARA),
            Gap::AgenciesView,
            Gap::HowViewsShapedIt,
            Gap::Contingency
        ]
    );
    bare.kind = PlanKind::Interim;
    assert_eq!(given.book.gaps_in(&bare).len(), 3);
}

fn review(change: impl FnOnce(&mut Review)) -> Command {
    let mut review = Review {
        plan: plan_id(1),
        on: days(-1),
        why_no_meeting: String::new(),
        progress: BTreeMap::new(),
        summary: "Mornings are better".to_owned(),
        new_information: String::new(),
        childrens_views: BTreeMap::new(),
        parents_views: BTreeMap::new(),
        agencies_views: String::new(),
        who_came: String::new(),
        next_on: Some(days(40)),
    };
    change(&mut review);
    Command::Plan(PlanCommand::Review { id: review_id(1), review, reason: String::new(), seen: vec![] })
}

#[test]
fn a_review_is_of_a_plan_and_comes_after_it() {
    let mut given = Device::with_family();
    refused(&given, review(|_| ()), RoundRefusal::NoSuchPlan);
    given.record(make(|_| ()));
    assert_eq!(given.book.last_plan_meeting(KAYLA), Some(days(-10)));
    refused(&given, review(|review| review.on = days(1)), RoundRefusal::DayInFuture);
    refused(&given, review(|review| review.on = days(-11)), RoundRefusal::ReviewBeforePlan(days(-10)));
    refused(&given, review(|review| review.summary.clear()), RoundRefusal::EmptyReview);
    let strange = review(|review| review.childrens_views = [(STRANGER, "x".to_owned())].into());
    refused(&given, strange, Refusal::NoSuchPerson(Field::Texts));
    given.record(review(|_| ()));
    refused(&given, review(|review| review.summary.push('!')), RoundRefusal::NoReason);
    assert_eq!(given.book.last_plan_meeting(KAYLA), Some(days(-1)));
    let gone = PlanCommand::WithdrawReview { id: review_id(9), reason: "x".to_owned(), seen: vec![] };
    refused(&given, Command::Plan(gone), RoundRefusal::NoSuchReview);
    let gone = PlanCommand::Withdraw { id: plan_id(9), reason: "x".to_owned(), seen: vec![] };
    refused(&given, Command::Plan(gone), RoundRefusal::NoSuchPlan);
}

#[test]
fn what_supervision_decided_is_taken_into_the_next_review() {
    let mut given = Device::with_family();
    given.run(SECOND, days(-12));
    given.run(FIRST, days(-3));
    given.hand_to(SOCIAL_WORKER);
    let ids = |given: &Device| -> Vec<_> {
        given.book.to_take_into_review(KAYLA).iter().map(|meeting| meeting.id).collect()
    };
    assert_eq!(ids(&given), [SECOND, FIRST], "there was no plan meeting yet");
    given.record(make(|_| ()));
    assert_eq!(ids(&given), [FIRST]);
    given.record(review(|_| ()));
    assert_eq!(ids(&given), []);
}

fn sign(number: u64, by: Party, answer: Answer) -> Command {
    let paper = Paper::Plan(plan_id(1));
    let signature = Signature { paper, versions: vec![], by, on: today(), answer };
    Command::Plan(PlanCommand::Sign { id: signature_id(number), signature })
}

#[test]
fn copies_and_signatures_are_kept_and_a_signature_is_of_what_was_signed() {
    let mut given = Device::with_family();
    let person = Party::Person;
    let copy = |to: Party, on| {
        let copy = CopyGiven { paper: Paper::Plan(plan_id(1)), to, on, how: "By hand".to_owned() };
        Command::Plan(PlanCommand::GiveCopy { id: copy_id(1), copy })
    };
    refused(&given, copy(person(AMARA), today()), RoundRefusal::NoSuchPlan);
    given.record(make(|plan| plan.parents_views = [(AMARA, "I can do this".to_owned())].into()));
    refused(&given, copy(Party::Agency(" ".to_owned()), today()), RoundRefusal::Nobody);
    refused(&given, copy(person(STRANGER), today()), Refusal::NoSuchPerson(Field::Name));
    refused(&given, copy(person(AMARA), days(1)), RoundRefusal::DayInFuture);
    given.hand_to(ADMIN);
    given.record(copy(person(AMARA), today()));
    refused(&given, copy(person(AMARA), today()), RoundRefusal::AlreadyRecorded);
    assert_eq!(given.book.copies_of(Paper::Plan(plan_id(1))).len(), 1);
    let mistaken = |number, reason: &str| {
        let (id, reason, seen) =
            (copy_id(number), reason.to_owned(), given.book.plan_copies.head_ids(copy_id(1)));
        Command::Plan(PlanCommand::WithdrawCopy { id, reason, seen })
    };
    refused(&given, mistaken(2, "Another family's"), RoundRefusal::NoSuchCopy);
    refused(&given, mistaken(1, " "), RoundRefusal::NoReason);
    let mistaken = mistaken(1, "It was sent to another family");
    given.record(mistaken);
    assert!(given.book.copies_of(Paper::Plan(plan_id(1))).is_empty());

    let paper = Paper::Plan(plan_id(1));
    let unsigned = |given: &Device| given.book.not_signed_by(paper, |_| true);
    assert_eq!(unsigned(&given), [KAYLA, AMARA]);
    assert_eq!(given.book.not_signed_by(paper, |_| false), [AMARA], "a child who is too young is not asked");
    for answer in [Answer::SeesItDifferently(" ".to_owned()), Answer::DidNotSign(String::new())] {
        refused(&given, sign(1, person(AMARA), answer), RoundRefusal::NoAnswer);
    }
    given.record(sign(1, person(AMARA), Answer::SeesItDifferently("Not the mornings".to_owned())));
    refused(&given, sign(1, person(AMARA), Answer::Agrees), RoundRefusal::AlreadyRecorded);
    given.record(sign(2, person(KAYLA), Answer::DidNotSign("She wants to wait".to_owned())));
    assert_eq!(unsigned(&given), [KAYLA], "not to sign is an answer, and no signature");
    given.record(sign(3, person(KAYLA), Answer::Agrees));
    given.record(sign(4, Party::Agency("School".to_owned()), Answer::Agrees));
    assert_eq!(unsigned(&given), []);

    // What is changed afterwards, nobody has signed.
    given.hand_to(SOCIAL_WORKER);
    let seen = given.book.plans.head_ids(plan_id(1));
    let changed =
        Plan { services: "Nursery".to_owned(), ..given.book.plans.current(plan_id(1)).cloned().unwrap() };
    let reason = "A place was found".to_owned();
    given.record(Command::Plan(PlanCommand::Record { id: plan_id(1), plan: changed, reason, seen }));
    assert_eq!(unsigned(&given), [KAYLA, AMARA]);
    assert_eq!(given.book.signatures_of(paper).len(), 4, "and nothing is lost");

    // Something that nobody said.
    let (id, seen) = (signature_id(4), given.book.plan_signatures.head_ids(signature_id(4)));
    let mistaken = |id, reason: &str| {
        let (reason, seen) = (reason.to_owned(), seen.clone());
        Command::Plan(PlanCommand::WithdrawSignature { id, reason, seen })
    };
    refused(&given, mistaken(signature_id(9), "Nobody"), RoundRefusal::NoSuchSignature);
    refused(&given, mistaken(id, ""), RoundRefusal::NoReason);
    given.record(mistaken(id, "It was another school"));
    assert_eq!(given.book.signatures_of(paper).len(), 3);
}

// Specialists.

fn ask(change: impl FnOnce(&mut SpecialistRequest)) -> Command {
    let mut request = SpecialistRequest {
        specialists: [Role::RecoveryWorker].into(),
        people: [DANIEL].into(),
        situation: "Daniel drinks most evenings".to_owned(),
        purpose: "Evenings without drink".to_owned(),
        timescale: "Three months".to_owned(),
        managers_view: String::new(),
    };
    change(&mut request);
    Command::Specialist(SpecialistCommand::Ask { id: request_id(1), request, seen: vec![] })
}

fn settle(given: &Device, number: u64, change: impl FnOnce(&mut SpecialistDecision)) -> Command {
    let id = request_id(number);
    let mut decision = SpecialistDecision {
        agreed: true,
        on: today(),
        decided_by: "J. Marsh".to_owned(),
        decided_as: DecidedAs::LineManager,
        reason: "There is a place".to_owned(),
        worker: None,
    };
    change(&mut decision);
    let seen = given.book.specialist_decisions.head_ids(id);
    Command::Specialist(SpecialistCommand::Decide { id, decision, seen })
}

#[test]
fn a_specialist_is_asked_for_by_the_social_worker_and_the_decision_is_final() {
    let mut given = Device::with_family();
    for (asked, why) in [
        (ask(|request| request.specialists.clear()), RoundRefusal::NoSpecialist.into()),
        (ask(|request| request.people = [KAYLA].into()), RoundRefusal::SpecialistForChild.into()),
        (ask(|request| request.people = [STRANGER].into()), Refusal::NoSuchPerson(Field::Subject)),
        (ask(|request| request.situation.clear()), RoundRefusal::NoSituation.into()),
        (ask(|request| request.purpose.clear()), RoundRefusal::NoPurpose.into()),
    ] {
        refused(&given, asked, why);
    }
    given.hand_to(MANAGER);
    for_another(&given, ask(|_| ()), Act::RequestSpecialist);
    refused(&given, settle(&given, 1, |_| ()), RoundRefusal::NoSuchRequest);
    given.hand_to(SOCIAL_WORKER);
    given.record(ask(|_| ()));
    for_another(&given, settle(&given, 1, |_| ()), Act::RecordSpecialistDecision);

    let mut apart = given.copy_for(SECOND_MANAGER);
    apart.rules = given.rules.clone();
    given.hand_to(MANAGER);
    for (asked, why) in [
        (settle(&given, 1, |it| it.on = days(1)), RoundRefusal::DayInFuture),
        (settle(&given, 1, |it| it.decided_by.clear()), RoundRefusal::NoDecider),
        (settle(&given, 1, |it| it.reason.clear()), RoundRefusal::NoDecisionReason),
    ] {
        refused(&given, asked, why);
    }
    given.record(settle(&given, 1, |_| ()));
    refused(&given, settle(&given, 1, |it| it.agreed = false), RoundRefusal::DecisionIsFinal);
    given.hand_to(SOCIAL_WORKER);
    refused(&given, ask(|request| request.purpose.push('!')), RoundRefusal::DecisionIsFinal);

    // Two that were recorded apart are settled once, by somebody who has seen both.
    apart.record(settle(&apart, 1, |it| it.agreed = false));
    given.import(&apart);
    given.hand_to(MANAGER);
    given.record(settle(&given, 1, |it| it.reason = "We spoke: there is a place".to_owned()));
    refused(&given, settle(&given, 1, |it| it.agreed = false), RoundRefusal::DecisionIsFinal);
}

// The chronology.

fn event(number: u64, on: &str, change: impl FnOnce(&mut ChronologyEvent)) -> Command {
    let mut event = ChronologyEvent {
        on: date(on),
        until: None,
        people: [KAYLA].into(),
        what: "Kayla lived with her nan".to_owned(),
        source: "Her nan told us".to_owned(),
        significance: String::new(),
        childrens_views: BTreeMap::new(),
    };
    change(&mut event);
    let id = chronology_id(number);
    Command::Chronology(ChronologyCommand::Record { id, event, reason: String::new(), seen: vec![] })
}

fn mark(given: &Device, source: Source, significant: bool, line: &str) -> Command {
    let seen = given.book.marks.head_ids(source);
    let mark = Mark { significant, line: line.to_owned(), childrens_views: BTreeMap::new() };
    Command::Chronology(ChronologyCommand::Mark { source, mark, seen })
}

#[test]
fn events_of_the_chronology_have_happened() {
    let mut given = Device::with_family();
    refused(&given, event(1, "2019", |event| event.what.clear()), RoundRefusal::NoEvent);
    refused(&given, event(1, "December 2026", |_| ()), RoundRefusal::EventInFuture);
    refused(&given, event(1, "2019", |event| event.until = Some(date("2018"))), Refusal::EndBeforeStart);
    refused(
        &given,
        event(1, "2019", |event| event.people = [STRANGER].into()),
        Refusal::NoSuchPerson(Field::Subject),
    );
    given.record(event(1, "about 2019", |_| ()));
    refused(&given, event(1, "2018", |_| ()), RoundRefusal::NoReason);
    let withdraw = |number, reason: &str| {
        let (id, reason) = (chronology_id(number), reason.to_owned());
        Command::Chronology(ChronologyCommand::Withdraw { id, reason, seen: vec![] })
    };
    refused(&given, withdraw(1, ""), RoundRefusal::NoReason);
    refused(&given, withdraw(9, "Twice"), RoundRefusal::NoSuchEvent);
    refused(&given, mark(&given, Source::Entry(entry_id(9)), true, ""), RoundRefusal::NoSuchSource);
}

#[test]
fn the_chronology_builds_itself_from_what_was_recorded() {
    let mut given = Device::with_family();
    let mut said = given.book.family().unwrap().current().unwrap().clone();
    said.referred_on = Some(PartialDate::day(days(-60)));
    let seen = given.book.family().unwrap().head_ids();
    given.record(Command::DescribeFamily { family: said, seen });
    given.enter(entry_id(1), entry(ModuleId::M4, Subject::Person(KAYLA), "She told her teacher"));
    given.enter(entry_id(2), entry(ModuleId::M4, Subject::Person(KAYLA), "She drew a house"));
    given.record(event(1, "about 2019", |_| ()));
    given.record(record(1, |visit| visit.on = days(-3)));
    given.record(record(2, |visit| visit.on = days(-4)));
    given.record(make(|_| ()));
    given.record(review(|review| review.on = days(-5)));
    given.run(FIRST, days(-2));
    given.hand_to(SOCIAL_WORKER);
    given.record(mark(&given, Source::Entry(entry_id(1)), true, "Kayla told her teacher"));
    given.record(mark(&given, Source::Visit(visit_id(2)), false, ""));
    given.record(case_note(NoteKind::CaseNote, |note| note.on = days(-1)));
    given.record(mark(&given, Source::CaseNote(note_id(1)), true, ""));

    let lines: Vec<(Origin, String)> =
        given.book.chronology().into_iter().map(|line| (line.origin, line.what)).collect();
    let expected = [
        (Origin::Event(chronology_id(1)), "Kayla lived with her nan"),
        (Origin::Family, "Referred to the team"),
        (Origin::Plan(plan_id(1)), "Child in need plan agreed for Kayla Okafor"),
        (Origin::Review(review_id(1)), "Plan reviewed. Mornings are better"),
        (Origin::Visit(visit_id(1)), "Visit at home. Kayla Okafor was seen."),
        (Origin::Rating(FIRST), "Rating agreed: Amber. We all see it"),
        (Origin::Supervision(FIRST), "Supervision held. To go on"),
        (Origin::Entry(entry_id(1)), "Kayla told her teacher"),
        (Origin::CaseNote(note_id(1)), "Case note: She is in class by nine"),
    ];
    assert_eq!(lines, expected.map(|(origin, what)| (origin, what.to_owned())));

    // Nothing was copied: what changes in the record changes in the chronology.
    given.record(mark(&given, Source::Entry(entry_id(1)), true, ""));
    given.amend(entry_id(1), "Her own words", |entry| entry.needs = "To be believed".to_owned());
    let line = given.book.chronology().into_iter().find(|line| line.origin == Origin::Entry(entry_id(1)));
    assert_eq!(line.unwrap().what, "To be believed");
    given.record(Command::WithdrawEntry {
        id: entry_id(1),
        reason: "Another family".to_owned(),
        seen: given.book.entries.head_ids(entry_id(1)),
    });
    assert!(given.book.chronology().iter().all(|line| line.origin != Origin::Entry(entry_id(1))));
}

#[test]
fn the_way_through_is_in_the_chronology_by_itself() {
    use hearth::model::consent::{ConsentState, Purpose};
    use hearth::model::leaving::ReopenedBecause;
    use hearth::model::status::PlanStatus;
    use workbooks::way::{days_ago, status};
    let mut given = Device::with_family();
    given.allocated(days_ago(40));
    given.set_status(1, status(KAYLA, PlanStatus::ChildProtection, days_ago(30)));
    given.set_status(2, status(KAYLA, PlanStatus::ChildInNeed, days_ago(20)));
    given.set_status(3, status(KAYLA, PlanStatus::None, days_ago(4)));
    given.says(AMARA, Purpose::Work, ConsentState::Given, days_ago(35));
    given.says(AMARA, Purpose::Work, ConsentState::Withdrawn, days_ago(5));
    given.close(days_ago(3));
    let way = given.reopening(days_ago(1), ReopenedBecause::WorkToDo);
    given.way(Role::TeamManager, way);
    let lines: Vec<(String, String)> =
        given.book.chronology().into_iter().map(|line| (line.origin.label().to_owned(), line.what)).collect();
    let expected = [
        ("Referral", "Referred by Initial Response Service"),
        ("Referral", "Child and family assessment completed"),
        ("Consent", "Consent of Amara Okafor, Given: Being referred to the team"),
        ("Allocation", "Allocated to Priya Shah"),
        ("Consent", "Consent of Amara Okafor, Given: Working with the team"),
        ("Status", "Kayla Okafor: Child protection plan"),
        ("Status", "Kayla Okafor: Child in need plan"),
        ("Consent", "Consent of Amara Okafor, Withdrawn: Working with the team"),
        ("Status", "Kayla Okafor: No plan"),
        ("Closing", "Closed: The work with everyone in the family is complete"),
        ("Closing", "Reopened: There is more work to do"),
    ];
    assert_eq!(lines, expected.map(|(origin, what)| (origin.to_owned(), what.to_owned())));
}

#[test]
fn a_module_is_in_progress_once_a_visit_speaks_to_it() {
    let mut given = Device::with_family();
    let kayla = Subject::Person(KAYLA);
    assert_eq!(given.book.status(ModuleId::M4, kayla), ModuleStatus::NotStarted);
    given.record(record(1, |visit| visit.evidence_for = evidence(kayla)));
    assert_eq!(given.book.status(ModuleId::M4, kayla), ModuleStatus::InProgress);
    assert_eq!(given.book.status(ModuleId::M3, kayla), ModuleStatus::NotStarted);
}

/// One of each. The match does not compile until a new refusal is named here.
fn every_refusal() -> Vec<RoundRefusal> {
    use RoundRefusal::*;
    let day = today();
    let name = || "Kayla".to_owned();
    let all = vec![
        SupervisionNotUsed,
        NoSuchSupervision,
        MoveInstead,
        SameDay,
        AlreadyHeld(day),
        NotAReason(name()),
        MovedTooFar(21, day),
        NoMovingReason,
        HeldInFuture,
        NobodyCame,
        ThereAndNot(name()),
        NoAbsenceReason(name()),
        NotHeld,
        Authorised,
        RatingsNotUsed,
        NoRatingReason,
        AttributedToChild,
        NothingToShow,
        NotTheChair(name()),
        NotShownYet,
        NoDifference,
        NoChange("Amber"),
        NoNotes,
        WithManager,
        AnothersThreshold(name()),
        ActionWithoutWhat,
        NotSmart { place: 2, lacks: vec![Lacks::Who] },
        ActionElsewhere,
        DecideFirst,
        NotesChanged,
        NotSubmitted,
        OwnNotes,
        NoReturnReason,
        NotComplete(name()),
        NotAuthorised,
        EmptyAddendum,
        SummariesNotUsed,
        EmptySummary,
        NoRating,
        OutsidePeriod { what: name(), since: day },
        NoSuchSource,
        NoSummaryReason,
        EmptyCaseSummary,
        NoSuchAction,
        NoResultReason,
        DayInFuture,
        VisitInFuture,
        EndBeforeBeginning,
        NoChildren,
        NoWhyNotSeen(name()),
        NoAgreement(name()),
        NoPlace,
        NoEvidence,
        NoSuchVisit,
        NoSuchNote,
        EmptyNote,
        NobodyConsulted,
        NoGoals,
        GoalWithoutOutcome(2),
        GoalWithoutStep(2),
        NoVisiting(name()),
        SeldomVisited(name(), 21),
        NoSuchPlan,
        NoSuchReview,
        NoSuchCopy,
        NoSuchSignature,
        ReviewBeforePlan(day),
        EmptyReview,
        Nobody,
        NoAnswer,
        NoSpecialist,
        NoSituation,
        NoPurpose,
        SpecialistForChild,
        NoSuchRequest,
        DecisionIsFinal,
        NoDecider,
        NoDecisionReason,
        NoEvent,
        EventInFuture,
        NoSuchEvent,
        NoReason,
        AlreadyRecorded,
    ];
    for refusal in &all {
        match refusal {
            SupervisionNotUsed
            | NoSuchSupervision
            | MoveInstead
            | SameDay
            | AlreadyHeld(..)
            | NotAReason(..)
            | MovedTooFar(..)
            | NoMovingReason
            | HeldInFuture
            | NobodyCame
            | ThereAndNot(..)
            | NoAbsenceReason(..)
            | NotHeld
            | Authorised
            | RatingsNotUsed
            | NoRatingReason
            | AttributedToChild
            | NothingToShow
            | NotTheChair(..)
            | NotShownYet
            | NoDifference
            | NoChange(..)
            | NoNotes
            | WithManager
            | AnothersThreshold(..)
            | ActionWithoutWhat
            | NotSmart { .. }
            | ActionElsewhere
            | DecideFirst
            | NotesChanged
            | NotSubmitted
            | OwnNotes
            | NoReturnReason
            | NotComplete(..)
            | NotAuthorised
            | EmptyAddendum
            | SummariesNotUsed
            | EmptySummary
            | NoRating
            | OutsidePeriod { .. }
            | NoSuchSource
            | NoSummaryReason
            | EmptyCaseSummary
            | NoSuchAction
            | NoResultReason
            | DayInFuture
            | VisitInFuture
            | EndBeforeBeginning
            | NoChildren
            | NoWhyNotSeen(..)
            | NoAgreement(..)
            | NoPlace
            | NoEvidence
            | NoSuchVisit
            | NoSuchNote
            | EmptyNote
            | NobodyConsulted
            | NoGoals
            | GoalWithoutOutcome(..)
            | GoalWithoutStep(..)
            | NoVisiting(..)
            | SeldomVisited(..)
            | NoSuchPlan
            | NoSuchReview
            | NoSuchCopy
            | NoSuchSignature
            | ReviewBeforePlan(..)
            | EmptyReview
            | Nobody
            | NoAnswer
            | NoSpecialist
            | NoSituation
            | NoPurpose
            | SpecialistForChild
            | NoSuchRequest
            | DecisionIsFinal
            | NoDecider
            | NoDecisionReason
            | NoEvent
            | EventInFuture
            | NoSuchEvent
            | NoReason
            | AlreadyRecorded => {}
        }
    }
    all
}

#[test]
fn every_refusal_has_words_of_its_own_and_a_place_on_the_form() {
    let words: BTreeSet<String> = every_refusal().iter().map(RoundRefusal::to_string).collect();
    assert_eq!(words.len(), every_refusal().len(), "two refusals say the same");
    for refusal in every_refusal() {
        let words = refusal.to_string();
        assert!(words.len() > 9 && words.chars().next().is_some_and(char::is_uppercase), "{words}");
        assert!(!words.ends_with('.') && !words.contains("  ") && !words.contains('{'), "{words}");
        let lower = words.to_lowercase();
        for blame in ["invalid", "illegal", "forbidden", "failed", "wrong", "please", "error", "'"] {
            assert!(!lower.contains(blame), "{words}");
        }
        assert_eq!(Refusal::Round(refusal.clone()).to_string(), words);
        assert_eq!(Refusal::Round(refusal.clone()).field(), refusal.field());
    }
    for level in Rag::ALL {
        assert!(RoundRefusal::NoChange(level.label()).to_string().contains(level.label()));
    }
}
