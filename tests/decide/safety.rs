//! What keeps people safe: facts that must not be known, requests not to tell, and safety plans.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use hearth::model::allocation::Membership;
use hearth::model::do_not_tell::DoNotTell;
use hearth::model::ids::{DoNotTellId, EventId, MembershipId, PersonId, ProtectedId};
use hearth::model::practitioner::Role;
use hearth::model::protected::{ProtectedFact, ProtectedKind};
use hearth::model::safety_plan::SafetyPlan;
use hearth::model::source::Source;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::decide::permission::Act;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, Field, Refusal, RoundRefusal, SafetyCommand, SafetyRefusal};

use crate::workbooks::*;
use crate::{check, given, nothing_new, recorded, refused};

const ADDRESS: ProtectedId = ProtectedId::from_bytes([1; 16]);
const REQUEST: DoNotTellId = DoNotTellId::from_bytes([2; 16]);

fn safety(command: SafetyCommand) -> Command {
    Command::Safety(command)
}

fn protect(reason: &str, seen: Vec<EventId>, change: impl FnOnce(&mut ProtectedFact)) -> Command {
    let mut fact = ProtectedFact {
        whose: AMARA,
        kind: ProtectedKind::Address,
        words: "14 Elm Road".to_owned(),
        also: Vec::new(),
        since: None,
        until: None,
        note: String::new(),
    };
    change(&mut fact);
    safety(SafetyCommand::Protect { id: ADDRESS, fact, reason: reason.to_owned(), seen })
}

fn keep_from(reason: &str, seen: Vec<EventId>, change: impl FnOnce(&mut DoNotTell)) -> Command {
    let mut request = DoNotTell {
        asked_by: AMARA,
        from: BTreeSet::from([DANIEL]),
        what: "That she goes to a course".to_owned(),
        phrases: Vec::new(),
        records: BTreeSet::new(),
        why: "He came to the last one".to_owned(),
        asked_on: today(),
        until: None,
        owner: Some(practitioner_id(1)),
    };
    change(&mut request);
    safety(SafetyCommand::KeepFrom { id: REQUEST, request, reason: reason.to_owned(), seen })
}

fn lift(reason: &str, seen: Vec<EventId>) -> Command {
    safety(SafetyCommand::Lift { id: REQUEST, reason: reason.to_owned(), seen })
}

fn plan(person: PersonId, change: impl FnOnce(&mut SafetyPlan)) -> Command {
    let mut plan = SafetyPlan { signs: "He goes quiet".to_owned(), ..SafetyPlan::default() };
    change(&mut plan);
    safety(SafetyCommand::WritePlan { person, plan, seen: vec![] })
}

/// The family, with an address of Amara's and what she asked not to be told.
fn protected() -> Device {
    let mut device = given();
    device.record(protect("", vec![], |_| ()));
    device.record(keep_from("", vec![], |_| ()));
    device
}

/// The family, with a worker who says that it is allocated to them.
fn allocated() -> Device {
    let mut device = given();
    device.record(Command::Allocate { allocated: true });
    device
}

#[test]
fn a_protected_fact_needs_words_and_somebody_of_this_family() {
    let given = given();
    recorded(&given, protect("", vec![], |_| ()), "protected_fact");
    recorded(&given, protect("", vec![], |fact| fact.whose = KAYLA), "protected_fact");
    for words in ["", " \n"] {
        let nothing = protect("", vec![], |fact| fact.words = words.to_owned());
        refused(&given, nothing, SafetyRefusal::NothingProtected.into());
    }
    let nobody = protect("", vec![], |fact| fact.whose = STRANGER);
    refused(&given, nobody, Refusal::NoSuchPerson(Field::Person));
    let period = |since: &str, until: &str| {
        let (since, until) = (date(since), date(until));
        protect("", vec![], move |fact| (fact.since, fact.until) = (Some(since), Some(until)))
    };
    refused(&given, period("3 March 2026", "February 2026"), Refusal::EndBeforeStart);
    recorded(&given, period("3 March 2026", "March 2026"), "protected_fact");
    // Somebody who moves next week is protected today.
    recorded(&given, period("1 December 2026", "2027"), "protected_fact");
}

#[test]
fn what_is_protected_is_changed_and_taken_back_with_a_reason() {
    let mut device = protected();
    let seen = device.book.protected_facts.head_ids(ADDRESS);
    let ended =
        |reason: &str| protect(reason, seen.clone(), |fact| fact.until = Some(date("3 November 2026")));
    refused(&device, ended(" "), SafetyRefusal::NoReason.into());
    device.record(ended("She has moved"));
    assert_eq!(device.book.protected().count(), 1, "what has ended is looked for all the same");
    let seen = device.book.protected_facts.head_ids(ADDRESS);
    let back = |reason: &str| {
        let (reason, seen) = (reason.to_owned(), seen.clone());
        safety(SafetyCommand::Unprotect { id: ADDRESS, reason, seen })
    };
    refused(&device, back(""), SafetyRefusal::NoReason.into());
    device.record(back("Another family’s"));
    assert_eq!(device.book.protected().count(), 0);
    let unknown = ProtectedId::from_bytes([9; 16]);
    let nowhere = SafetyCommand::Unprotect { id: unknown, reason: "x".to_owned(), seen: vec![] };
    refused(&device, safety(nowhere), SafetyRefusal::NotHere.into());
}

#[test]
fn a_request_not_to_tell_says_who_asked_what_from_whom_and_why() {
    let given = given();
    recorded(&given, keep_from("", vec![], |_| ()), "do_not_tell");
    type Change = fn(&mut DoNotTell);
    let cases: Vec<(Change, Refusal)> = vec![
        (|it| it.asked_by = STRANGER, Refusal::NoSuchPerson(Field::Person)),
        (|it| it.from.clear(), SafetyRefusal::NobodyKeptFrom.into()),
        (|it| it.from = BTreeSet::from([DANIEL, STRANGER]), Refusal::NoSuchPerson(Field::Audience)),
        (
            |it| it.from = BTreeSet::from([AMARA, DANIEL]),
            SafetyRefusal::FromThemselves("Amara Okafor".to_owned()).into(),
        ),
        (|it| it.what = " ".to_owned(), SafetyRefusal::NothingKept.into()),
        (|it| it.why.clear(), SafetyRefusal::NoWhy("Amara Okafor".to_owned()).into()),
        (|it| it.asked_on = days_after(1), SafetyRefusal::AskedInFuture.into()),
        (|it| it.until = Some(days_after(-1)), SafetyRefusal::UntilBeforeAsked.into()),
        (|it| it.records = BTreeSet::from([Source::Entry(entry_id(77))]), RoundRefusal::NoSuchSource.into()),
    ];
    for (change, why) in cases {
        refused(&given, keep_from("", vec![], change), why);
    }
    let covers = |it: &mut DoNotTell| it.records = BTreeSet::from([Source::Entry(entry_id(1))]);
    recorded(&given, keep_from("", vec![], covers), "do_not_tell");
    recorded(&given, keep_from("", vec![], |it| it.until = Some(today())), "do_not_tell");
}

fn days_after(days: i64) -> NaiveDate {
    today() + TimeDelta::days(days)
}

#[test]
fn a_request_stands_until_its_day_or_until_it_is_lifted_with_a_reason() {
    let mut device = given();
    device.record(keep_from("", vec![], |it| it.until = Some(days_after(7))));
    let kept = |device: &Device, day| device.book.kept_from_on(DANIEL, day).count();
    assert_eq!([0, 7, 8].map(|days| kept(&device, days_after(days))), [1, 1, 0]);
    assert_eq!(device.book.kept_from_on(KAYLA, today()).count(), 0, "of her nothing was asked");
    let past = device.book.past_requests(days_after(8));
    assert_eq!((past.len(), past[0].lifted), (1, None));

    let seen = device.book.do_not_tell.head_ids(REQUEST);
    refused(&device, lift("", seen.clone()), SafetyRefusal::NoReason.into());
    let changed = keep_from("", seen.clone(), |_| ());
    refused(&device, changed, SafetyRefusal::NoReason.into());
    device.record(lift("She told him herself", seen));
    assert_eq!(kept(&device, today()), 0);
    let past = device.book.past_requests(today());
    assert_eq!((past[0].request.asked_by, past[0].lifted), (AMARA, Some("She told him herself")));
    // Asked for again.
    let seen = device.book.do_not_tell.head_ids(REQUEST);
    device.record(keep_from("She asks again", seen, |_| ()));
    assert_eq!((kept(&device, today()), device.book.past_requests(today()).len()), (1, 0));
}

/// While one colleague lifted a request and another widened it, everybody it names is kept from.
#[test]
fn while_two_versions_stand_the_safer_one_holds() {
    let mut mine = protected();
    let mut theirs = mine.copy_for(2);
    let seen = mine.book.do_not_tell.head_ids(REQUEST);
    mine.record(lift("She told him herself", seen.clone()));
    theirs.record(keep_from("Rose too", seen, |it| it.from = BTreeSet::from([DANIEL, ROSE])));
    let seen = mine.book.protected_facts.head_ids(ADDRESS);
    mine.record(protect("Exact", seen.clone(), |fact| fact.words = "14a Elm Road".to_owned()));
    theirs.record(protect("Exact", seen, |fact| fact.words = "Flat 2, 14 Elm Road".to_owned()));
    mine.import(&theirs);
    assert_eq!(mine.book.kept_from_on(ROSE, today()).count(), 1);
    assert_eq!(mine.book.past_requests(today()), []);
    let words: BTreeSet<&str> = mine.book.protected().map(|(_, fact)| fact.words.as_str()).collect();
    assert_eq!(words, BTreeSet::from(["14a Elm Road", "Flat 2, 14 Elm Road"]));
    assert_eq!(conflicts(&mine.book), [Conflict::ProtectedFact(ADDRESS), Conflict::DoNotTell(REQUEST)]);
}

#[test]
fn safety_never_waits_for_the_right_person_and_ending_it_does() {
    let mut device = protected();
    device.hand_to(ADMIN);
    for role in [Role::Administrator, Role::ReferringTeam] {
        device.practitioner.role = role;
        let another = |id: u8| {
            let Command::Safety(SafetyCommand::Protect { fact, .. }) = protect("", vec![], |_| ()) else {
                panic!("a protected fact");
            };
            let id = ProtectedId::from_bytes([id; 16]);
            safety(SafetyCommand::Protect { id, fact, reason: String::new(), seen: vec![] })
        };
        check(&device, another(30), Ok(&["team_member", "protected_fact"]));
        let not_theirs = |act| Refusal::ForAnother {
            act,
            whose: "the team manager, the social worker or another worker of the team".to_owned(),
        };
        refused(&device, protect("Better", vec![], |_| ()), not_theirs(Act::EndProtection));
        refused(&device, lift("It is over", vec![]), not_theirs(Act::EndProtection));
        assert!(matches!(
            device.decide(plan(AMARA, |_| ())),
            Err(Refusal::ForAnother { act: Act::SafetyPlan, .. })
        ));
    }
}

#[test]
fn a_safety_plan_is_written_by_a_worker_who_works_with_the_family() {
    refused(&given(), plan(AMARA, |_| ()), SafetyRefusal::NotWithThem.into());
    let mut device = allocated();
    recorded(&device, plan(AMARA, |_| ()), "safety_plan");
    recorded(&device, plan(KAYLA, |_| ()), "safety_plan");
    refused(&device, plan(STRANGER, |_| ()), Refusal::NoSuchPerson(Field::Person));
    refused(&device, plan(AMARA, |it| it.signs = " ".to_owned()), SafetyRefusal::EmptyPlan.into());
    let on = |days| plan(AMARA, move |it| it.safe_on_paper = Some(days_after(days)));
    refused(&device, on(1), SafetyRefusal::OnPaperInFuture.into());
    recorded(&device, on(0), "safety_plan");
    device.record(plan(AMARA, |_| ()));
    nothing_new(&device, plan(AMARA, |_| ()));
    assert_eq!(
        device.book.every_safety_plan().map(|(whose, _)| whose).collect::<BTreeSet<_>>(),
        [AMARA].into()
    );

    // It is theirs to take back. What was written is looked for all the same, in whatever leaves the team.
    let take_back = |device: &Device, person| {
        let seen = device.book.safety_plan_seen(person);
        safety(SafetyCommand::TakePlanBack { person, seen })
    };
    refused(&device, take_back(&device, KAYLA), SafetyRefusal::NoPlan.into());
    let mut without = device.clone();
    without.record(take_back(&device, AMARA));
    assert!(without.book.safety_plans_of(AMARA).is_empty());
    assert_eq!(without.book.every_safety_plan().count(), 1);
    refused(&without, take_back(&without, AMARA), SafetyRefusal::NoPlan.into());

    // Once the team names somebody, their days in it count.
    // Named by a manager before they recorded anything, they are known by name.
    let member = |from: i64, until: Option<i64>, known: bool| Membership {
        name: "Priya Shah".to_owned(),
        role: Role::SocialWorker,
        employer: String::new(),
        practitioner: known.then(|| practitioner_id(1)),
        from: days_after(from),
        until: until.map(days_after),
        why: "Leave".to_owned(),
    };
    let cases = [(-30, None, true), (-30, Some(0), true), (-30, Some(-1), false)];
    let cases = cases.into_iter().flat_map(|case| [(case, true), (case, false)]);
    for ((from, until, works), known) in cases {
        let mut device = device.clone();
        let way = Way::RecordMembership {
            id: MembershipId::from_bytes([3; 16]),
            membership: member(from, until, known),
            seen: vec![],
        };
        device.hand_to(4).record(Command::Way(way));
        assert_eq!(device.book.works_here(&practitioner(1), today()), works, "{from} to {until:?}");
    }
}

#[test]
fn somebody_who_is_kept_safe_cannot_be_removed() {
    let mut device = Device::with_family();
    device.record(protect("", vec![], |fact| fact.whose = ROSE));
    let remove = Command::RemovePerson { id: ROSE, reason: "x".to_owned(), seen: vec![] };
    refused(&device, remove, Refusal::PersonInUse(1));
    device.record(keep_from("", vec![], |_| ()));
    let remove = Command::RemovePerson { id: DANIEL, reason: "x".to_owned(), seen: vec![] };
    refused(&device, remove, Refusal::PersonInUse(1));
    assert_eq!(device.book.times_named(AMARA), 1);
}

/// Every refusal about what keeps people safe. One that is added and not named here does not compile.
pub fn every_refusal() -> Vec<SafetyRefusal> {
    use SafetyRefusal::*;
    let all = vec![
        NothingProtected,
        NoReason,
        NotHere,
        NobodyKeptFrom,
        FromThemselves("Amara".to_owned()),
        NothingKept,
        NoWhy("Amara".to_owned()),
        AskedInFuture,
        UntilBeforeAsked,
        EmptyPlan,
        OnPaperInFuture,
        NotWithThem,
        NobodyAnswers,
        NoPlan,
    ];
    for refusal in &all {
        match refusal {
            NothingProtected | NoReason | NotHere | NobodyKeptFrom | FromThemselves(_) | NothingKept
            | NoWhy(_) | AskedInFuture | UntilBeforeAsked | EmptyPlan | OnPaperInFuture | NotWithThem
            | NobodyAnswers | NoPlan => {}
        }
    }
    all
}
