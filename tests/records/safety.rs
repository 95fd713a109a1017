//! Frozen samples of what keeps people safe.

use std::collections::BTreeSet;

use hearth::model::choices::Choice;
use hearth::model::do_not_tell::DoNotTell;
use hearth::model::ids::{DoNotTellId, ProtectedId};
use hearth::model::protected::{ProtectedFact, ProtectedKind};
use hearth::model::safety_plan::SafetyPlan;
use hearth::model::source::Source;
use hearth::workbook::fact::{Fact, Revision};
use serde_json::json;

use crate::workbooks::*;
use crate::{check, revision, sample, supersedes};

fn protected_id() -> ProtectedId {
    ProtectedId::from_bytes([21; 16])
}

fn request_id() -> DoNotTellId {
    DoNotTellId::from_bytes([22; 16])
}

#[test]
fn protected_fact_v1() {
    let fact = ProtectedFact {
        whose: AMARA,
        kind: ProtectedKind::Address,
        words: "Flat 2, 14 Elm Road, Anytown AN1 2BC".to_owned(),
        also: vec!["the Elm Road flat".to_owned()],
        since: Some(date("March 2026")),
        until: Some(date("3 November 2026")),
        note: "Post goes to the office".to_owned(),
    };
    check("protected_fact-v1.json", Fact::ProtectedFact(revision(protected_id(), fact)));
}

#[test]
fn every_kind_of_protected_fact_keeps_its_word() {
    let words: Vec<&str> = ProtectedKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(json!(words), sample("words-v1-safety.json")["protected_kinds"]);
}

#[test]
fn do_not_tell_v1() {
    let request = DoNotTell {
        asked_by: AMARA,
        from: BTreeSet::from([DANIEL]),
        what: "That she goes to a course".to_owned(),
        phrases: vec!["Tuesday course".to_owned()],
        records: BTreeSet::from([Source::Entry(entry_id(3))]),
        why: "He came to the last one".to_owned(),
        asked_on: today(),
        until: today().succ_opt(),
        owner: None,
    };
    check("do_not_tell-v1.json", Fact::DoNotTell(revision(request_id(), request)));
}

#[test]
fn do_not_tell_v1_somebody_answers_for_it() {
    let request = DoNotTell {
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
    check("do_not_tell-v1-owner.json", Fact::DoNotTell(revision(request_id(), request)));
}

#[test]
fn safety_plan_v1_taken_back() {
    let taken_back =
        Revision { of: AMARA, supersedes: supersedes(), reason: String::new(), value: None::<SafetyPlan> };
    check("safety_plan-v1-taken-back.json", Fact::SafetyPlan(taken_back));
}

#[test]
fn do_not_tell_v1_lifted() {
    let lifted = Revision {
        of: request_id(),
        supersedes: supersedes(),
        reason: "Amara told him herself".to_owned(),
        value: None,
    };
    check("do_not_tell-v1-lifted.json", Fact::DoNotTell(lifted));
}

#[test]
fn safety_plan_v1() {
    let plan = SafetyPlan {
        signs: "He goes quiet".to_owned(),
        what_i_do: "I take the children to the shop".to_owned(),
        who_helps: "Rose, by day".to_owned(),
        the_children: "Kayla knows to go to Rose".to_owned(),
        what_i_take: "The red bag at Rose’s".to_owned(),
        code_word: "Pineapple".to_owned(),
        safe_contact: "Text, mornings only".to_owned(),
        safe_on_paper: Some(today()),
    };
    check("safety_plan-v1.json", Fact::SafetyPlan(revision(AMARA, plan)));
}
