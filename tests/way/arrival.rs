//! Referral, checklist before transfer, transfer pack (`domain.md` R12 to R19, R80).

use std::collections::BTreeMap;

use hearth::model::choices::Choice;
use hearth::model::consent::{ConsentState, Purpose};
use hearth::model::entry_to_team::{
    CheckItem, Checked, Checklist, Origin, PackItem, Referral, TransferDecision, TransferPack,
};
use hearth::model::no_recourse::NoRecourse;
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::workbook::arrival::EntryGap;
use hearth::workbook::decide::Refusal;
use hearth::workbook::decide::way::{Needed, Way};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

fn refers(referral: Referral) -> Way {
    Way::RecordReferral { id: referral_id(1), referral, reason: String::new(), seen: vec![] }
}

fn checks(items: impl IntoIterator<Item = (CheckItem, Checked)>) -> Way {
    let checklist = Checklist { items: items.into_iter().collect() };
    Way::RecordChecklist { id: referral_id(1), checklist, seen: vec![] }
}

#[test]
fn a_referral_names_its_team_and_its_days_are_in_order() {
    let device = family_in(Authority::Walsall);
    let with = |change: fn(&mut Referral)| {
        let mut referral = referral(days_ago(3));
        change(&mut referral);
        refers(referral)
    };
    needs(
        &device,
        [
            (with(|referral| referral.team = " ".to_owned()), Needed::ReferringTeam),
            (with(|referral| referral.referred_on = day(2026, 11, 22)), Needed::PastDate),
            (with(|referral| referral.decided_on = Some(day(2026, 11, 22))), Needed::PastDate),
            (with(|referral| referral.involved_since = Some(days_ago(2))), Needed::DatesInOrder),
        ],
    );
}

#[test]
fn a_referral_that_stands_is_changed_with_a_reason() {
    let mut device = family_in(Authority::Walsall);
    device.way(Role::ReferringTeam, refers(referral(days_ago(3))));
    needs(&device, [(refers(referral(days_ago(4))), Needed::Reason)]);
    // What stands already is no change.
    assert_eq!(device.decide(refers(referral(days_ago(3))).into()).unwrap(), vec![]);
    let seen = device.book.referrals.head_ids(referral_id(1));
    let reason = "The day was mistyped".to_owned();
    let referral = referral(days_ago(4));
    device.way(Role::ReferringTeam, Way::RecordReferral { id: referral_id(1), referral, reason, seen });
    let (_, stands) = device.book.referral_now().unwrap();
    assert_eq!(stands.referred_on, days_ago(4));
}

#[test]
fn the_checklist_says_what_is_missing_until_it_is_done_or_not_required() {
    let mut device = family_in(Authority::Walsall);
    let gaps = |device: &Device| device.book.entry_gaps(&device.rules);
    assert_eq!(gaps(&device), [EntryGap::Referral]);
    needs(&device, [(checks([]), Needed::AReferral)]);
    let mut bare = referral(days_ago(3));
    bare.assessment = None;
    device.way(Role::ReferringTeam, refers(bare));
    let items =
        [CheckItem::ThresholdDecision, CheckItem::StrategyMeeting, CheckItem::Section47, CheckItem::Plan];
    let all: Vec<EntryGap> =
        [EntryGap::Assessment, EntryGap::Consent].into_iter().chain(items.map(EntryGap::Item)).collect();
    assert_eq!(gaps(&device), all);

    let not_required = |why: &str| Checked::NotRequired { why: why.to_owned() };
    needs(
        &device,
        [
            (checks([(CheckItem::Plan, not_required("No plan yet"))]), Needed::OnlyIfRequired),
            (checks([(CheckItem::Section47, not_required(""))]), Needed::WhyNotRequired),
            (
                checks([(
                    CheckItem::Plan,
                    Checked::Done { on: Some(day(2026, 11, 22)), note: String::new() },
                )]),
                Needed::PastDate,
            ),
        ],
    );
    device.way(
        Role::ReferringTeam,
        checks([
            (CheckItem::StrategyMeeting, not_required("No significant harm")),
            (CheckItem::Section47, not_required("No significant harm")),
            (CheckItem::Plan, Checked::Done { on: None, note: "Child in need".to_owned() }),
        ]),
    );
    device.says(AMARA, Purpose::Referral, ConsentState::Given, days_ago(3));
    assert_eq!(gaps(&device), [EntryGap::Assessment, EntryGap::Item(CheckItem::ThresholdDecision)]);
}

fn pack(origin: Origin) -> TransferPack {
    TransferPack {
        origin,
        recent_assessment: true,
        documents: BTreeMap::from([(PackItem::PlanWithFamily, "On Mosaic".to_owned())]),
        endorsed_by: "Una Marsh".to_owned(),
        endorsed_on: Some(days_ago(3)),
        listed_on: Some(days_ago(3)),
    }
}

fn packs(pack: TransferPack) -> Way {
    Way::RecordPack { id: referral_id(1), pack, seen: vec![] }
}

fn accepts(change: impl FnOnce(&mut TransferDecision)) -> Way {
    let mut decision = TransferDecision {
        accepted: true,
        on: days_ago(1),
        social_work_manager: "Moira Flynn".to_owned(),
        family_support_manager: "Ade Bello".to_owned(),
        social_worker: Some(membership_id(1)),
        family_support_worker: Some(membership_id(2)),
        takes_over: None,
        why: String::new(),
    };
    change(&mut decision);
    Way::DecideTransfer { id: referral_id(1), decision, reason: String::new(), seen: vec![] }
}

/// A family referred in Warwickshire, with a social worker and a family support worker to name.
fn in_warwickshire(involved_days: Option<u64>) -> Device {
    let mut device = family_in(Authority::Warwickshire);
    let mut referral = referral(days_ago(3));
    referral.involved_since = involved_days.map(|days| days_ago(3 + days));
    device.way(Role::ReferringTeam, refers(referral));
    for (number, name, role) in
        [(1, "Priya Shah", Role::SocialWorker), (2, "Kit Lowe", Role::ChildrenAndFamilyWorker)]
    {
        let membership = membership(name, role, days_ago(1));
        let id = membership_id(number);
        device.way(Role::TeamManager, Way::RecordMembership { id, membership, seen: vec![] });
    }
    device
}

#[test]
fn a_transfer_summary_is_due_after_four_weeks_of_initial_response() {
    for (days, due) in [(None, false), (Some(27), false), (Some(28), true), (Some(100), true)] {
        let mut device = in_warwickshire(days);
        device.way(Role::ReferringTeam, packs(pack(Origin::InitialResponse)));
        let gaps = device.book.entry_gaps(&device.rules);
        assert_eq!(gaps.contains(&EntryGap::Document(PackItem::TransferSummary)), due, "{days:?}");
        assert!(gaps.contains(&EntryGap::Acceptance) && gaps.contains(&EntryGap::Consent));
    }
}

#[test]
fn without_a_recent_assessment_the_documents_come_instead() {
    let mut device = in_warwickshire(None);
    let missing = |device: &Device| {
        let gaps = device.book.entry_gaps(&device.rules);
        gaps.into_iter()
            .filter_map(|gap| match gap {
                EntryGap::Document(item) => Some(item),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let mut pack = pack(Origin::SafeguardingAndSupport);
    device.way(Role::ReferringTeam, packs(pack.clone()));
    assert_eq!(missing(&device), []);
    pack.recent_assessment = false;
    device.way(Role::ReferringTeam, packs(pack.clone()));
    assert_eq!(missing(&device).len(), PackItem::ALL.len() - 1);
    pack.documents.clear();
    pack.endorsed_by.clear();
    pack.listed_on = None;
    device.way(Role::ReferringTeam, packs(pack));
    assert_eq!(missing(&device).len(), PackItem::ALL.len());
    let gaps = device.book.entry_gaps(&device.rules);
    assert!(gaps.contains(&EntryGap::Endorsement) && gaps.contains(&EntryGap::Listed));
}

#[test]
fn a_transfer_is_accepted_with_consent_and_both_workers_named() {
    let mut device = in_warwickshire(None);
    device.acting_as(Role::TeamManager);
    needs(&device, [(accepts(|_| ()), Needed::APack)]);
    device.way(Role::ReferringTeam, packs(pack(Origin::InitialResponse)));
    assert_eq!(device.refused(accepts(|_| ())), Refusal::ReferralConsent("not recorded"));
    device.says(AMARA, Purpose::Referral, ConsentState::Refused, days_ago(2));
    let refused = device.refused(accepts(|_| ()));
    assert_eq!(refused, Refusal::ReferralConsent("not given"));
    assert!(refused.to_string().contains("closes or escalates"));
    // Not accepting needs no consent, and says what is to be done.
    needs(&device, [(accepts(|decision| decision.accepted = false), Needed::WhyNotAccepted)]);
    device.says(AMARA, Purpose::Referral, ConsentState::Given, days_ago(2));
    needs(
        &device,
        [
            (accepts(|decision| decision.social_work_manager.clear()), Needed::BothManagers),
            (accepts(|decision| decision.family_support_manager.clear()), Needed::BothManagers),
            (accepts(|decision| decision.social_worker = None), Needed::BothWorkers),
            (accepts(|decision| decision.family_support_worker = None), Needed::BothWorkers),
            (
                accepts(|decision| {
                    std::mem::swap(&mut decision.social_worker, &mut decision.family_support_worker);
                }),
                Needed::BothWorkers,
            ),
            (accepts(|decision| decision.on = day(2026, 11, 22)), Needed::PastDate),
        ],
    );
    device.way(Role::TeamManager, accepts(|_| ()));
    assert_eq!(device.book.entry_gaps(&device.rules), []);
}

#[test]
fn a_pack_that_lacks_something_is_accepted_with_a_reason() {
    let mut device = in_warwickshire(Some(40));
    device.acting_as(Role::TeamManager);
    device.way(Role::ReferringTeam, packs(pack(Origin::InitialResponse)));
    device.says(AMARA, Purpose::Referral, ConsentState::Given, days_ago(2));
    let summary = EntryGap::Document(PackItem::TransferSummary).words().to_owned();
    assert_eq!(device.refused(accepts(|_| ())), Refusal::MissingAtEntry(vec![summary]));
    device.way(Role::TeamManager, accepts(|decision| decision.why = "It comes on Friday".to_owned()));
}

#[test]
fn elsewhere_there_is_no_transfer_pack() {
    let mut device = family_in(Authority::WestSussex);
    device.way(Role::ReferringTeam, refers(referral(days_ago(3))));
    device.acting_as(Role::TeamManager);
    needs(
        &device,
        [(packs(pack(Origin::InitialResponse)), Needed::PackNotUsed), (accepts(|_| ()), Needed::PackNotUsed)],
    );
}

#[test]
fn without_recourse_the_plan_says_how_the_family_lives_before_it_comes() {
    let mut device = in_warwickshire(None);
    let mut no_recourse = NoRecourse {
        applies: true,
        since: None,
        plan_agreed_on: None,
        financial_support: String::new(),
        support_work: String::new(),
        reviewed_on: None,
        words: String::new(),
    };
    let records =
        |no_recourse: &NoRecourse| Way::RecordNoRecourse { no_recourse: no_recourse.clone(), seen: vec![] };
    device.way(Role::SocialWorker, records(&no_recourse));
    assert!(device.book.entry_gaps(&device.rules).contains(&EntryGap::FinancialSupport));
    no_recourse.plan_agreed_on = Some(days_ago(5));
    needs(&device, [(records(&no_recourse), Needed::SupportWords)]);
    no_recourse.financial_support = "Rent, and £60 each week".to_owned();
    no_recourse.reviewed_on = Some(days_ago(6));
    needs(&device, [(records(&no_recourse), Needed::DatesInOrder)]);
    no_recourse.reviewed_on = None;
    device.way(Role::SocialWorker, records(&no_recourse));
    assert!(!device.book.entry_gaps(&device.rules).contains(&EntryGap::FinancialSupport));
}

#[test]
fn every_gap_has_words_of_its_own() {
    let gaps = [EntryGap::Referral, EntryGap::Assessment, EntryGap::Consent, EntryGap::Pack]
        .into_iter()
        .chain(CheckItem::ALL.iter().skip(1).map(|item| EntryGap::Item(*item)))
        .chain(PackItem::ALL.iter().map(|item| EntryGap::Document(*item)))
        .chain([EntryGap::Endorsement, EntryGap::Listed, EntryGap::Acceptance, EntryGap::FinancialSupport]);
    let words: Vec<&str> = gaps.map(EntryGap::words).collect();
    let different: std::collections::BTreeSet<&str> = words.iter().copied().collect();
    assert_eq!(words.len(), different.len());
}
