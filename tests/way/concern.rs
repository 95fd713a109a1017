//! Disagreement, alerts from outside teams, and no recourse to public funds (`domain.md` R44, R80 to R82,
//! R89, R95).

use hearth::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use hearth::model::choices::Choice;
use hearth::model::disagreement::{Between, Disagreement, DisagreementAbout, Settlement, Step, TakenTo};
use hearth::model::practitioner::Role;
use hearth::policy::authority::Authority;
use hearth::workbook::casework::Unfinished;
use hearth::workbook::decide::way::{Needed, Way};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

fn step(days: u64, to: TakenTo) -> Step {
    Step { on: days_ago(days), to, what: "They met".to_owned() }
}

fn disagrees(steps: Vec<Step>, change: impl FnOnce(&mut Disagreement)) -> Way {
    let mut disagreement = Disagreement {
        about: DisagreementAbout::Threshold,
        between: Between::TeamMembers,
        views: "Tom: protection. Priya: in need".to_owned(),
        raised_on: days_ago(10),
        steps,
    };
    change(&mut disagreement);
    Way::RecordDisagreement { id: disagreement_id(1), disagreement, seen: vec![] }
}

fn settles(days: u64, how: &str) -> Way {
    let settlement = Settlement { on: days_ago(days), how: how.to_owned() };
    Way::SettleDisagreement { id: disagreement_id(1), settlement, reason: String::new(), seen: vec![] }
}

#[test]
fn a_disagreement_is_taken_on_step_by_step_and_no_step_is_lost() {
    let mut device = family_in(Authority::Warwickshire);
    let first = step(9, TakenTo::TeamManager);
    let second = step(6, TakenTo::SeniorManager);
    needs(
        &device,
        [
            (disagrees(vec![], |value| value.views.clear()), Needed::Views),
            (disagrees(vec![], |value| value.raised_on = day(2026, 11, 22)), Needed::PastDate),
            (disagrees(vec![step(11, TakenTo::TeamManager)], |_| ()), Needed::DatesInOrder),
            (disagrees(vec![second.clone(), first.clone()], |_| ()), Needed::DatesInOrder),
        ],
    );
    device.way(Role::RecoveryWorker, disagrees(vec![first.clone()], |_| ()));
    needs(
        &device,
        [
            (disagrees(vec![], |_| ()), Needed::StepsStay),
            (disagrees(vec![second.clone()], |_| ()), Needed::StepsStay),
        ],
    );
    device.way(Role::RecoveryWorker, disagrees(vec![first, second], |_| ()));
    assert!(device.book.casework_open().contains(&Unfinished::Disagreement(disagreement_id(1))));
    device.acting_as(Role::TeamManager);
    needs(&device, [(settles(5, ""), Needed::HowSettled), (settles(11, "Agreed"), Needed::DatesInOrder)]);
    device.way(Role::TeamManager, settles(5, "A fortnight more, then both look again"));
    assert!(!device.book.casework_open().contains(&Unfinished::Disagreement(disagreement_id(1))));
}

#[test]
fn what_was_never_raised_cannot_be_settled() {
    let mut device = family_in(Authority::Common);
    device.acting_as(Role::TeamManager);
    needs(&device, [(settles(5, "Agreed"), Needed::NotHere)]);
}

/// WAR 15: the line manager, then the operations manager; between agencies the board's policy. WAL, WSX 6: the
/// team manager first.
#[test]
fn each_disagreement_has_its_route() {
    for between in Between::ALL {
        let route = between.route();
        assert_eq!(route.first(), Some(&TakenTo::TeamManager), "{between:?}");
        assert_eq!(route.contains(&TakenTo::Board), *between == Between::Agencies, "{between:?}");
        assert!(route.is_sorted(), "{between:?}");
    }
}

fn alert(change: impl FnOnce(&mut Alert)) -> Way {
    let mut alert = Alert {
        from: AlertFrom::EmergencyDuty,
        named: String::new(),
        received_on: days_ago(2),
        about: [KAYLA].into(),
        what: "Shouting was heard at night".to_owned(),
        immediate: false,
    };
    change(&mut alert);
    Way::ReceiveAlert { id: alert_id(1), alert, reason: String::new(), seen: vec![] }
}

fn review(outcome: AlertOutcome, led_by: &str, days: u64, action: &str) -> Way {
    let review =
        AlertReview { on: days_ago(days), outcome, action: action.to_owned(), led_by: led_by.to_owned() };
    Way::ReviewAlert { id: alert_id(1), review, reason: String::new(), seen: vec![] }
}

#[test]
fn an_alert_stays_open_until_the_social_worker_or_the_manager_reviewed_it() {
    let mut device = family_in(Authority::Warwickshire);
    needs(
        &device,
        [
            (alert(|alert| alert.what.clear()), Needed::AlertWords),
            (alert(|alert| alert.received_on = day(2026, 11, 22)), Needed::PastDate),
            (alert(|alert| alert.about = [STRANGER].into()), Needed::SomebodyHere),
            (review(AlertOutcome::WorkGoesOn, "", 1, "Seen"), Needed::NotHere),
        ],
    );
    device.way(Role::Administrator, alert(|_| ()));
    let open = Unfinished::Alert(alert_id(1));
    assert!(device.book.casework_open().contains(&open) && open.keeps_open());
    needs(
        &device,
        [
            (review(AlertOutcome::WorkGoesOn, "", 1, " "), Needed::AlertAction),
            (review(AlertOutcome::WorkGoesOn, "", 3, "Seen"), Needed::DatesInOrder),
            // Safeguarding is led by somebody.
            (review(AlertOutcome::StrategyMeeting, "", 1, "Called"), Needed::AlertLead),
            (review(AlertOutcome::Section47, "", 1, "Begun"), Needed::AlertLead),
            (review(AlertOutcome::Conference, "", 1, "Asked for"), Needed::AlertLead),
        ],
    );
    device.way(Role::SocialWorker, review(AlertOutcome::WorkGoesOn, "", 1, "Both children seen"));
    assert!(!device.book.casework_open().contains(&open));
}

#[test]
fn an_immediate_concern_is_led_by_somebody_whatever_came_of_it() {
    let mut device = family_in(Authority::Warwickshire);
    device.way(Role::Administrator, alert(|alert| alert.immediate = true));
    needs(&device, [(review(AlertOutcome::WorkGoesOn, "", 1, "Seen"), Needed::AlertLead)]);
    device.way(
        Role::SocialWorker,
        review(AlertOutcome::WorkGoesOn, "The duty worker", 1, "Seen the same hour"),
    );
}
