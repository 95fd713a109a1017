//! The allocation meeting and the team over time (`domain.md` R16, R19, R21, R69, R80).

use std::collections::BTreeSet;

use hearth::model::allocation::{AllocationMeeting, Support};
use hearth::model::leaving::ReopenedBecause;
use hearth::model::no_recourse::NoRecourse;
use hearth::model::pathway::{Pathway, PathwayChoice, PathwayOf};
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::workbook::decide::Refusal;
use hearth::workbook::decide::way::{Needed, Way};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

fn joins(number: u64, name: &str, role: Role, from: u64, until: Option<u64>) -> Way {
    let mut member = membership(name, role, days_ago(from));
    member.until = until.map(days_ago);
    if until.is_some() {
        member.why = "Moved to another team".to_owned();
    }
    Way::RecordMembership { id: membership_id(number), membership: member, seen: vec![] }
}

fn allocates(number: u64, change: impl FnOnce(&mut AllocationMeeting)) -> Way {
    let mut meeting = meeting(days_ago(10), membership_id(1));
    change(&mut meeting);
    Way::RecordAllocation { id: allocation_id(number), meeting, reason: String::new(), seen: vec![] }
}

/// Referred and checked in Walsall, with a social worker and a recovery worker to choose from.
fn referred() -> Device {
    let mut device = family_in(Authority::Walsall);
    device.acting_as(Role::TeamManager);
    let seen = vec![];
    let referral = referral(days_ago(12));
    let reason = String::new();
    device.way(Role::ReferringTeam, Way::RecordReferral { id: referral_id(1), referral, reason, seen });
    let checklist = checklist();
    let id = referral_id(1);
    device.way(Role::ReferringTeam, Way::RecordChecklist { id, checklist, seen: vec![] });
    device.says(
        AMARA,
        hearth::model::consent::Purpose::Referral,
        hearth::model::consent::ConsentState::Given,
        days_ago(12),
    );
    device.way(Role::TeamManager, joins(1, "Priya Shah", Role::SocialWorker, 10, None));
    device.way(Role::TeamManager, joins(2, "Ines Costa", Role::RecoveryWorker, 10, None));
    device
}

#[test]
fn one_social_worker_is_named_and_is_in_the_team_that_day() {
    let mut device = referred();
    device.way(Role::TeamManager, joins(3, "Lou Hart", Role::SocialWorker, 9, None));
    needs(
        &device,
        [
            (allocates(1, |meeting| meeting.chaired_by.clear()), Needed::Chair),
            (allocates(1, |meeting| meeting.held_on = day(2026, 11, 22)), Needed::PastDate),
            (allocates(1, |meeting| meeting.held_on = days_ago(13)), Needed::DatesInOrder),
            (allocates(1, |meeting| meeting.social_worker = membership_id(2)), Needed::SocialWorker),
            // Not in the team yet on that day.
            (allocates(1, |meeting| meeting.social_worker = membership_id(3)), Needed::SocialWorker),
            (allocates(1, |meeting| meeting.social_worker = membership_id(9)), Needed::SocialWorker),
            (allocates(1, |meeting| meeting.lead_practitioner = Some(membership_id(3))), Needed::LeadInTeam),
        ],
    );
    device.way(Role::TeamManager, allocates(1, |_| ()));
    let (_, social_worker) = device.book.social_worker_on(today()).unwrap();
    assert_eq!(social_worker.name, "Priya Shah");
    assert_eq!(device.book.social_worker_on(days_ago(11)), None);
    // Another meeting, another social worker: from that day on, and still only one.
    device.way(
        Role::TeamManager,
        allocates(2, |meeting| {
            meeting.held_on = days_ago(5);
            meeting.social_worker = membership_id(3);
        }),
    );
    assert_eq!(device.book.social_worker_on(days_ago(6)).unwrap().1.name, "Priya Shah");
    assert_eq!(device.book.social_worker_on(today()).unwrap().1.name, "Lou Hart");
    assert_eq!(device.book.allocation_after(days_ago(12)).unwrap().0, allocation_id(1));
}

#[test]
fn the_team_is_known_for_each_day() {
    let mut device = referred();
    device.way(Role::TeamManager, joins(4, "Tom Reed", Role::DomesticAbusePractitioner, 8, Some(4)));
    let names = |days: u64| -> Vec<&str> {
        device.book.team_on(days_ago(days)).iter().map(|(_, member)| member.name.as_str()).collect()
    };
    assert_eq!(names(11), Vec::<&str>::new());
    assert_eq!(names(8), ["Priya Shah", "Ines Costa", "Tom Reed"]);
    assert_eq!(names(4), ["Priya Shah", "Ines Costa", "Tom Reed"]);
    assert_eq!(names(3), ["Priya Shah", "Ines Costa"]);
    let leaves_before_coming = {
        let mut member = membership("Tom Reed", Role::RecoveryWorker, days_ago(3));
        member.until = Some(days_ago(4));
        member.why = "Moved".to_owned();
        Way::RecordMembership { id: membership_id(5), membership: member, seen: vec![] }
    };
    let leaves_without_reason = {
        let mut member = membership("Tom Reed", Role::RecoveryWorker, days_ago(3));
        member.until = Some(days_ago(2));
        Way::RecordMembership { id: membership_id(5), membership: member, seen: vec![] }
    };
    let nameless = {
        let member = membership(" ", Role::RecoveryWorker, days_ago(3));
        Way::RecordMembership { id: membership_id(5), membership: member, seen: vec![] }
    };
    needs(
        &device,
        [
            (leaves_before_coming, Needed::DatesInOrder),
            (leaves_without_reason, Needed::WhyLeaving),
            (nameless, Needed::WorkerName),
            // Another role is another time in the team.
            (joins(4, "Tom Reed", Role::SocialWorker, 8, None), Needed::RoleStays),
        ],
    );
}

#[test]
fn on_the_pathway_the_support_of_adult_workers_is_decided() {
    let mut device = referred();
    let choice = PathwayChoice {
        pathway: Pathway::FamilySafeguarding,
        service: String::new(),
        concerns: BTreeSet::new(),
        circumstances: BTreeSet::new(),
        why: "Both parents asked for help".to_owned(),
        gaps: BTreeSet::new(),
    };
    let chooses = Way::ChoosePathway { of: PathwayOf::Family, choice, seen: vec![] };
    device.way(Role::TeamManager, chooses);
    let support = |how_much: &str| Support { role: Role::RecoveryWorker, how_much: how_much.to_owned() };
    needs(
        &device,
        [
            (allocates(1, |_| ()), Needed::SupportOrWhy),
            (allocates(1, |meeting| meeting.support = vec![support("")]), Needed::HowMuch),
        ],
    );
    for way in [
        allocates(1, |meeting| meeting.support = vec![support("One to one, weekly")]),
        allocates(1, |meeting| meeting.needs = "No adult needs support now".to_owned()),
        allocates(1, |meeting| meeting.team_capacity = "No place until January".to_owned()),
    ] {
        assert!(device.decide(way.into()).is_ok());
    }
}

#[test]
fn what_did_not_come_with_the_family_needs_a_reason_and_is_recorded() {
    let mut device = family_in(Authority::Walsall);
    device.acting_as(Role::TeamManager);
    device.way(Role::TeamManager, joins(1, "Priya Shah", Role::SocialWorker, 10, None));
    assert_eq!(device.refused(allocates(1, |_| ())), Refusal::MissingAtEntry(vec!["A referral".to_owned()]));
    device.way(
        Role::TeamManager,
        allocates(1, |meeting| {
            meeting.missing_why = "They came through the duty team".to_owned();
            meeting.missing = vec!["Something a form made up".to_owned()];
        }),
    );
    let (_, stands) = device.book.allocation_on(today()).unwrap();
    assert_eq!(stands.missing, ["A referral"]);
}

#[test]
fn where_consent_is_needed_nobody_is_allocated_without_it() {
    let mut device = family_in(Authority::Warwickshire);
    device.acting_as(Role::TeamManager);
    device.way(Role::TeamManager, joins(1, "Priya Shah", Role::SocialWorker, 10, None));
    let forced = allocates(1, |meeting| meeting.missing_why = "In a hurry".to_owned());
    assert_eq!(device.refused(forced), Refusal::ReferralConsent("not recorded"));
}

#[test]
fn without_recourse_to_public_funds_the_social_worker_leads() {
    let mut device = referred();
    let lead = |meeting: &mut AllocationMeeting| meeting.lead_practitioner = Some(membership_id(2));
    assert!(device.decide(allocates(1, lead).into()).is_ok());
    let no_recourse = NoRecourse {
        applies: true,
        since: None,
        plan_agreed_on: Some(days_ago(12)),
        financial_support: "Rent".to_owned(),
        support_work: String::new(),
        reviewed_on: None,
        words: String::new(),
    };
    device.way(Role::SocialWorker, Way::RecordNoRecourse { no_recourse, seen: vec![] });
    needs(&device, [(allocates(1, lead), Needed::LeadNoRecourse)]);
    device.way(Role::TeamManager, allocates(1, |meeting| meeting.lead_practitioner = Some(membership_id(1))));
    assert_eq!(device.book.lead_on(today()).unwrap().0, membership_id(1));
}

/// A family that comes back is allocated again.
#[test]
fn an_allocation_ends_with_closing() {
    let mut device = referred();
    device.way(Role::TeamManager, allocates(1, |_| ()));
    device.close(days_ago(4));
    let back = device.reopening(days_ago(2), ReopenedBecause::NewReferral);
    device.way(Role::TeamManager, back);
    assert_eq!(device.book.allocation_on(today()), None);
    assert_eq!(device.book.social_worker_on(today()), None);
    assert_eq!(device.book.referral_now(), None);
    let referral = referral(days_ago(3));
    let reason = String::new();
    let way = Way::RecordReferral { id: referral_id(2), referral, reason, seen: vec![] };
    device.way(Role::ReferringTeam, way);
    assert_eq!(device.book.referral_now().unwrap().0, referral_id(2));
}
