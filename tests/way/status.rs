//! Each child's status over time (`domain.md` R4, R7, R32, R83).

use hearth::model::practitioner::Role;
use hearth::model::status::{ChildStatus, LegalStatus, NoPlanAfter, PlanStatus};
use hearth::policy::authority::Authority;
use hearth::workbook::decide::way::{Mistaken, Needed, Way};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

use PlanStatus::{Care, ChildInNeed, ChildProtection};

fn records(number: u64, status: ChildStatus) -> Way {
    let id = status_id(number);
    Way::RecordStatus { id, status, reason: "As it was".to_owned(), seen: vec![] }
}

fn with(plan: PlanStatus, days: u64, change: impl FnOnce(&mut ChildStatus)) -> ChildStatus {
    let mut status = status(KAYLA, plan, days_ago(days));
    change(&mut status);
    status
}

#[test]
fn plan_legal_basis_and_looked_after_are_three_things() {
    let device = family_in(Authority::Walsall);
    let looked_after = |legal| {
        move |status: &mut ChildStatus| {
            status.looked_after = true;
            status.legal = legal;
        }
    };
    needs(
        &device,
        [
            (records(1, status(AMARA, ChildInNeed, today())), Needed::AChild),
            (records(1, status(KAYLA, ChildInNeed, day(2026, 11, 22))), Needed::PastDate),
            (records(1, with(ChildInNeed, 5, looked_after(None))), Needed::LegalBasis),
            (records(1, with(Care, 5, |_| ())), Needed::LookedAfterPlan),
            (
                records(1, with(ChildInNeed, 5, looked_after(Some(LegalStatus::SupervisionOrder)))),
                Needed::NotLookedAfter,
            ),
        ],
    );
    // A supervision order, and not looked after; looked after under section 20, and a child in need.
    let supervised = with(ChildInNeed, 5, |status| status.legal = Some(LegalStatus::SupervisionOrder));
    let accommodated = with(ChildInNeed, 5, looked_after(Some(LegalStatus::Section20)));
    let at_home = with(Care, 5, looked_after(Some(LegalStatus::CareOrderAtHome)));
    for status in [supervised, accommodated, at_home] {
        assert!(device.decide(records(1, status.clone()).into()).is_ok(), "{status:?}");
    }
}

#[test]
fn the_status_of_each_day_is_the_latest_before_it() {
    let mut device = family_in(Authority::Common);
    let plan = |device: &Device, days| device.book.status_on(KAYLA, days_ago(days)).map(|status| status.plan);
    // Recorded in another order than it happened.
    device.set_status(1, status(KAYLA, ChildProtection, days_ago(20)));
    device.set_status(2, status(KAYLA, PlanStatus::None, days_ago(5)));
    device.set_status(3, status(KAYLA, ChildInNeed, days_ago(40)));
    device.set_status(4, status(LEON, ChildInNeed, days_ago(30)));
    let cases = [
        (41, None),
        (40, Some(ChildInNeed)),
        (21, Some(ChildInNeed)),
        (20, Some(ChildProtection)),
        (6, Some(ChildProtection)),
        (5, Some(PlanStatus::None)),
        (0, Some(PlanStatus::None)),
    ];
    for (days, expected) in cases {
        assert_eq!(plan(&device, days), expected, "{days} days ago");
    }
    assert_eq!(device.book.plan_ended_on(KAYLA, ChildInNeed), Some(days_ago(20)));
    assert_eq!(device.book.plan_ended_on(KAYLA, ChildProtection), Some(days_ago(5)));
    assert_eq!(device.book.plan_ended_on(LEON, ChildInNeed), None);
    // Each child for themselves: one plan of the family goes on.
    assert_eq!(device.book.plan_now(LEON), ChildInNeed);
    assert_eq!(device.book.children_with_open_status(), [LEON]);
    assert!(device.book.is_last_plan_ending());
}

#[test]
fn the_last_plan_is_the_last_of_any_child() {
    let mut device = family_in(Authority::Common);
    assert!(!device.book.is_last_plan_ending(), "there never was a plan");
    device.set_status(1, status(KAYLA, ChildInNeed, days_ago(40)));
    device.set_status(2, status(LEON, ChildInNeed, days_ago(40)));
    assert!(!device.book.is_last_plan_ending());
    device.set_status(3, status(KAYLA, PlanStatus::None, days_ago(10)));
    assert!(device.book.is_last_plan_ending());
}

/// Authority, what the status after the child protection plan says, and what is asked.
#[test]
fn what_follows_a_child_protection_plan() {
    use Authority::{Bury, Common, Hertfordshire, Walsall, Warwickshire, WestSussex};
    let because = |why: &'static str| move |status: &mut ChildStatus| status.why = why.to_owned();
    let moved = |status: &mut ChildStatus| status.no_plan_after = Some(NoPlanAfter::AnotherAuthority);
    for authority in [Common, Walsall, WestSussex, Warwickshire, Bury, Hertfordshire] {
        let mut device = family_in(authority);
        device.set_status(1, with(ChildProtection, 20, because("Transfer was asked for")));
        // No plan at all; with a reason; after moving to another authority; a child in need plan.
        let cases = [
            (
                with(PlanStatus::None, 5, |_| ()),
                match authority {
                    Walsall => Some(Needed::InNeedFollows),
                    WestSussex => Some(Needed::InNeedRecommended),
                    _ => None,
                },
            ),
            (
                with(PlanStatus::None, 5, because("The family asked to end")),
                (authority == Walsall).then_some(Needed::InNeedFollows),
            ),
            (with(PlanStatus::None, 5, moved), None),
            (with(ChildInNeed, 5, |_| ()), None),
        ];
        for (status, needed) in cases {
            match needed {
                Some(needed) => needs(&device, [(records(2, status), needed)]),
                None => assert!(
                    device.decide(records(2, status.clone()).into()).is_ok(),
                    "{authority:?} {status:?}"
                ),
            }
        }
    }
}

/// The rule holds whichever of the two is recorded, moved or taken out later.
#[test]
fn no_later_change_brings_about_what_may_not_follow() {
    let mut device = family_in(Authority::Walsall);
    device.set_status(1, status(KAYLA, ChildProtection, days_ago(30)));
    device.set_status(2, status(KAYLA, ChildInNeed, days_ago(20)));
    device.set_status(3, status(KAYLA, PlanStatus::None, days_ago(10)));
    let entered_in_error = |device: &Device, number| Way::EnteredInError {
        what: Mistaken::Status(status_id(number)),
        reason: "It was another child’s".to_owned(),
        seen: device.book.child_statuses.head_ids(status_id(number)),
    };
    needs(
        &device,
        [
            // Without the time as a child in need.
            (entered_in_error(&device, 2), Needed::InNeedFollows),
            (records(2, status(KAYLA, ChildInNeed, days_ago(5))), Needed::InNeedFollows),
            (records(2, status(KAYLA, ChildInNeed, days_ago(31))), Needed::InNeedFollows),
            (records(2, status(LEON, ChildInNeed, days_ago(20))), Needed::InNeedFollows),
            (records(2, status(KAYLA, ChildProtection, days_ago(20))), Needed::InNeedFollows),
            // Back to child protection just before the end.
            (records(4, status(KAYLA, ChildProtection, days_ago(15))), Needed::InNeedFollows),
            (entered_in_error(&device, 9), Needed::NotHere),
        ],
    );
    for number in [3, 2] {
        let way = entered_in_error(&device, number);
        device.way(Role::SocialWorker, way);
    }
    assert_eq!(device.book.plan_now(KAYLA), ChildProtection);
}

/// What two people brought about who did not know of each other can be mended.
#[test]
fn a_fault_from_joining_two_copies_keeps_nobody_from_mending_it() {
    let mut one = family_in(Authority::Walsall);
    one.set_status(1, status(KAYLA, ChildInNeed, days_ago(30)));
    let mut two = one.copy_for(2);
    two.rules = one.rules.clone();
    one.set_status(2, status(KAYLA, PlanStatus::None, days_ago(10)));
    two.set_status(3, status(KAYLA, ChildProtection, days_ago(20)));
    one.import(&two);
    one.set_status(4, status(LEON, ChildInNeed, days_ago(5)));
    one.set_status(5, status(KAYLA, ChildInNeed, days_ago(15)));
    // Mended: from now on it may not come back.
    needs(&one, [(records(5, status(KAYLA, ChildProtection, days_ago(15))), Needed::InNeedFollows)]);
}

#[test]
fn a_service_for_children_in_need_asks_who_takes_over() {
    let device = family_in(Authority::Warwickshire);
    let child_protection = with(ChildProtection, 5, |_| ());
    needs(&device, [(records(1, child_protection), Needed::ForAnotherTeam)]);
    assert!(device.decide(records(1, with(ChildInNeed, 5, |_| ())).into()).is_ok());
}

/// "Moving over this threshold does not change the offer of help provided" (WAL).
#[test]
fn moving_between_plans_leaves_the_team_and_the_work_as_they_are() {
    let mut device = family_in(Authority::Walsall);
    device.allocated(days_ago(30));
    device.set_status(1, status(KAYLA, ChildInNeed, days_ago(20)));
    let before =
        (device.book.team_on(today()).len(), device.book.subjects(), device.book.allocation_meetings().len());
    device.set_status(2, status(KAYLA, ChildProtection, days_ago(10)));
    device.set_status(3, status(KAYLA, ChildInNeed, days_ago(5)));
    let after =
        (device.book.team_on(today()).len(), device.book.subjects(), device.book.allocation_meetings().len());
    assert_eq!(before, after);
    assert_eq!(device.book.social_worker_on(today()).unwrap().1.name, "Priya Shah");
}
