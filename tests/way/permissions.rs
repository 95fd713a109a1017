//! The matrix of `domain.md` A11, where the way through asks it.

use std::collections::BTreeMap;

use hearth::model::consent::{Agency, ConsentOf, ConsentState, Purpose};
use hearth::model::ids::PersonId;
use hearth::model::leaving::{Casework, ClosedBecause, EarlyHelp, ReopenedBecause};
use hearth::model::module::ModuleId;
use hearth::model::practitioner::Role;
use hearth::model::status::PlanStatus;
use hearth::model::subject::Subject;
use hearth::model::threshold::{Recommendation, Threshold, ThresholdDecision};
use hearth::policy::authority::Authority;
use hearth::workbook::decide::permission::Act;
use hearth::workbook::decide::way::{Mistaken, Way};
use hearth::workbook::decide::{Command, Refusal};

use crate::family_in;
use crate::workbooks::way::*;
use crate::workbooks::*;

const ROLES: [Role; 5] =
    [Role::TeamManager, Role::SocialWorker, Role::RecoveryWorker, Role::Administrator, Role::ReferringTeam];

/// Who may do it, in the order of `ROLES`: `x` may, `-` may not.
#[track_caller]
fn may(way: Way, expected: &str) {
    let mut device = family_in(Authority::Common);
    device.allocated(days_ago(30));
    let mut found = String::new();
    for role in ROLES {
        device.acting_as(role);
        let refused = device.decide(Command::Way(way.clone())).err();
        found.push(if matches!(refused, Some(Refusal::ForAnother { .. })) { '-' } else { 'x' });
    }
    assert_eq!(found, expected, "manager, social worker, worker, administrator, referring team: {way:?}");
}

fn consent_to(purpose: Purpose, state: ConsentState) -> Way {
    let of = ConsentOf { person: AMARA, purpose };
    Way::RecordConsent { of, consent: consent(state, AMARA, today()), seen: vec![] }
}

fn early_help(agreed: bool) -> Way {
    let step = EarlyHelp {
        considered_on: today(),
        needed: false,
        why: "All is well".to_owned(),
        told_on: None,
        invited_on: None,
        agreed_on: agreed.then(today),
    };
    Way::ConsiderEarlyHelp { id: step_id(1), step, seen: vec![] }
}

fn reopen(because: ReopenedBecause) -> Way {
    Way::Reopen { on: today(), because, why: "They asked".to_owned(), seen: vec![] }
}

fn casework(person: PersonId) -> Way {
    let casework = Casework { complete: true, on: today(), words: "Done".to_owned() };
    Way::SetCasework { person, casework, seen: vec![] }
}

#[test]
fn each_thing_is_for_those_to_whom_the_guidance_gives_it() {
    let (seen, reason) = (vec![], String::new);
    let referral = referral(today());
    may(Way::RecordReferral { id: referral_id(2), referral, reason: reason(), seen: seen.clone() }, "xxxxx");
    let meeting = meeting(today(), membership_id(1));
    may(
        Way::RecordAllocation { id: allocation_id(2), meeting, reason: reason(), seen: seen.clone() },
        "x----",
    );
    let membership = membership("Ines Costa", Role::RecoveryWorker, today());
    may(Way::RecordMembership { id: membership_id(2), membership, seen: seen.clone() }, "x----");
    may(consent_to(Purpose::Sharing(Agency::Gp), ConsentState::Given), "-xx--");
    may(consent_to(Purpose::Referral, ConsentState::Given), "-xx-x");
    // A no is written down by whoever hears it.
    may(consent_to(Purpose::Sharing(Agency::Gp), ConsentState::Withdrawn), "xxxxx");
    may(consent_to(Purpose::Referral, ConsentState::Refused), "xxxxx");
    let status = status(KAYLA, PlanStatus::ChildInNeed, today());
    may(Way::RecordStatus { id: status_id(1), status, reason: reason(), seen: seen.clone() }, "xx--x");
    let recommendation = Recommendation {
        child: KAYLA,
        on: today(),
        to: Threshold::ChildInNeed,
        why: "Because".to_owned(),
        family_view: String::new(),
    };
    may(
        Way::Recommend { id: threshold_id(1), recommendation, reason: reason(), seen: seen.clone() },
        "xxx--",
    );
    let decision = ThresholdDecision {
        child: KAYLA,
        on: today(),
        to: Threshold::ChildInNeed,
        why: "Because".to_owned(),
        family_view: "They agree".to_owned(),
        not_asked: String::new(),
        answers: None,
    };
    may(
        Way::DecideThreshold { id: threshold_id(1), decision, reason: reason(), seen: seen.clone() },
        "x----",
    );
    may(casework(AMARA), "xxx--");
    may(early_help(false), "xxx--");
    may(early_help(true), "x----");
    let reasons = BTreeMap::new();
    let because = ClosedBecause::WorkComplete;
    may(Way::Close { on: today(), because, why: "Done".to_owned(), reasons, seen: seen.clone() }, "x----");
    may(reopen(ReopenedBecause::WorkToDo), "x----");
    may(reopen(ReopenedBecause::NewReferral), "x---x");
    let what = Mistaken::Decision(threshold_id(1));
    may(Way::EnteredInError { what, reason: "Twice".to_owned(), seen }, "x----");
}

#[test]
fn what_was_agreed_stays_the_managers() {
    let mut device = family_in(Authority::Common);
    device.way(Role::SocialWorker, early_help(false));
    device.way(Role::TeamManager, early_help(true));
    let Way::ConsiderEarlyHelp { id, step, .. } = early_help(true) else { unreachable!() };
    let seen = device.book.early_help.head_ids(id);
    // Others may add when Early Help were invited, and may not change what was agreed.
    device.acting_as(Role::SocialWorker);
    let mut invited = step.clone();
    invited.invited_on = Some(today());
    assert!(device.decide(Way::ConsiderEarlyHelp { id, step: invited, seen: seen.clone() }.into()).is_ok());
    for change in [
        |step: &mut EarlyHelp| step.needed = true,
        |step: &mut EarlyHelp| step.why = "Another reason".to_owned(),
        |step: &mut EarlyHelp| step.agreed_on = None,
    ] {
        let mut changed = step.clone();
        change(&mut changed);
        let way = Way::ConsiderEarlyHelp { id, step: changed, seen: seen.clone() };
        assert!(matches!(device.refused(way), Refusal::ForAnother { act: Act::AgreeEarlyHelp, .. }));
    }
}

#[test]
fn the_referring_team_opens_the_workbook_and_nobody_waits_for_them() {
    for role in ROLES {
        let mut device = Device::new(1);
        device.acting_as(role.clone());
        let opens = Command::DescribeFamily { family: family("The Okafors"), seen: vec![] };
        assert!(device.try_record(opens).is_ok(), "{role:?}");
    }
}

#[test]
fn every_discipline_records_in_the_modules() {
    for role in Role::KNOWN.into_iter().chain([Role::Other("Health visitor".to_owned())]) {
        let mut device = family_in(Authority::Walsall);
        device.acting_as(role.clone());
        let entry = entry(ModuleId::M3, Subject::Person(AMARA), "She asks for help early");
        let recorded = device.try_record(Command::RecordEntry { id: entry_id(1), entry }).is_ok();
        let of_the_team = !matches!(role, Role::Administrator | Role::ReferringTeam);
        assert_eq!(recorded, of_the_team, "{role:?}");
    }
}
