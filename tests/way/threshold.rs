//! Recommending and deciding a child's threshold (`domain.md` R21, R59, R61, R83).

use hearth::model::ids::PersonId;
use hearth::model::practitioner::Role;
use hearth::model::status::PlanStatus;
use hearth::model::threshold::{Recommendation, Threshold, ThresholdDecision};
use hearth::policy::authority::Authority;
use hearth::workbook::casework::Unfinished;
use hearth::workbook::decide::way::{Needed, Way};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

fn recommends(number: u64, child: PersonId, why: &str) -> Way {
    let recommendation = Recommendation {
        child,
        on: days_ago(3),
        to: Threshold::ChildInNeed,
        why: why.to_owned(),
        family_view: String::new(),
    };
    Way::Recommend { id: threshold_id(number), recommendation, reason: String::new(), seen: vec![] }
}

fn decides(number: u64, change: impl FnOnce(&mut ThresholdDecision)) -> Way {
    let mut decision = ThresholdDecision {
        child: KAYLA,
        on: days_ago(1),
        to: Threshold::ChildInNeed,
        why: "The change has lasted".to_owned(),
        family_view: "They agree".to_owned(),
        not_asked: String::new(),
        answers: None,
    };
    change(&mut decision);
    Way::DecideThreshold { id: threshold_id(number), decision, reason: String::new(), seen: vec![] }
}

#[test]
fn a_decision_has_its_reason_and_the_familys_view() {
    let mut device = family_in(Authority::Common);
    device.way(Role::RecoveryWorker, recommends(1, LEON, "Three quiet months"));
    device.acting_as(Role::TeamManager);
    needs(
        &device,
        [
            (recommends(2, KAYLA, ""), Needed::ThresholdWhy),
            (recommends(2, DANIEL, "Because"), Needed::AChild),
            (decides(2, |decision| decision.child = AMARA), Needed::AChild),
            (decides(2, |decision| decision.on = day(2026, 11, 22)), Needed::PastDate),
            (decides(2, |decision| decision.why.clear()), Needed::ThresholdWhy),
            (decides(2, |decision| decision.family_view.clear()), Needed::FamilyView),
            // A recommendation about her brother.
            (decides(2, |decision| decision.answers = Some(threshold_id(1))), Needed::ARecommendation),
            (decides(2, |decision| decision.answers = Some(threshold_id(9))), Needed::ARecommendation),
        ],
    );
    let not_asked = decides(2, |decision| {
        decision.family_view.clear();
        decision.not_asked = "They are away until Monday".to_owned();
    });
    assert!(device.decide(not_asked.into()).is_ok());
}

#[test]
fn a_recommendation_waits_until_a_decision_answers_it() {
    let mut device = family_in(Authority::Common);
    device.way(Role::RecoveryWorker, recommends(1, KAYLA, "Three quiet months"));
    assert_eq!(device.book.recommendations_to_decide(), [threshold_id(1)]);
    assert!(device.book.casework_open().contains(&Unfinished::Recommendation(threshold_id(1))));
    device.way(Role::TeamManager, decides(2, |_| ()));
    assert_eq!(device.book.recommendations_to_decide(), [threshold_id(1)], "another matter");
    device.way(Role::TeamManager, decides(3, |decision| decision.answers = Some(threshold_id(1))));
    assert_eq!(device.book.recommendations_to_decide(), []);
    assert_eq!(device.book.threshold_decisions(KAYLA).len(), 2);
    assert_eq!(device.book.threshold_recommendations(KAYLA).len(), 1);
    assert_eq!(device.book.threshold_now(KAYLA).unwrap().answers, Some(threshold_id(1)));
    assert_eq!(device.book.threshold_now(LEON), None);
}

#[test]
fn a_decision_that_stands_is_changed_with_a_reason() {
    let mut device = family_in(Authority::Common);
    device.way(Role::TeamManager, decides(1, |_| ()));
    device.acting_as(Role::TeamManager);
    needs(&device, [(decides(1, |decision| decision.to = Threshold::EarlyHelp), Needed::Reason)]);
}

/// "When a child protection plan ends, the child must be put onto a child in need plan" (WAL).
#[test]
fn below_child_in_need_is_not_decided_straight_from_a_protection_plan() {
    for (authority, refused) in [(Authority::Walsall, true), (Authority::WestSussex, false)] {
        let mut device = family_in(authority);
        device.set_status(1, status(KAYLA, PlanStatus::ChildProtection, days_ago(20)));
        device.acting_as(Role::TeamManager);
        for to in [Threshold::Universal, Threshold::EarlyHelp, Threshold::ChildInNeed, Threshold::Care] {
            let below = matches!(to, Threshold::Universal | Threshold::EarlyHelp);
            let way = decides(1, |decision| decision.to = to);
            if refused && below {
                needs(&device, [(way, Needed::InNeedFollows)]);
            } else {
                assert!(device.decide(way.into()).is_ok(), "{authority:?} {to:?}");
            }
        }
    }
}
