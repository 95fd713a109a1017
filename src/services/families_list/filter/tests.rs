use super::*;
use crate::model::allocation::Membership;
use crate::model::ids::{FamilyId, MembershipId, StatusId};
use crate::model::practitioner::Role;
use crate::model::status::ChildStatus;
use crate::policy::authority::Authority;
use crate::policy::profile::history::ProfileHistory;
use crate::services::manager::tests::{Team, day, noon, practitioner};
use crate::services::sample::{KAYLA, person};
use crate::workbook::decide::Command;
use crate::workbook::decide::way::Way;

fn line(work: Work) -> FamilyLine {
    FamilyLine::Here {
        family: FamilyId::from_bytes([1; 16]),
        label: String::new(),
        example: false,
        children: vec![],
        adults: vec![],
        last_entry: None,
        in_file: None,
        work,
    }
}

fn filter(which: Which, chosen: &str) -> Filter {
    let mut filter = Filter::default();
    match which {
        Which::Rating => filter.rating = chosen.to_owned(),
        Which::Plan => filter.plan = chosen.to_owned(),
        Which::Supervision => filter.supervision = chosen.to_owned(),
        Which::Role => filter.role = chosen.to_owned(),
    }
    filter
}

/// Which answers of a filter keep it.
fn kept_by(which: Which, work: &Work) -> Vec<String> {
    let today = day("2026-11-21");
    let values = which.answers().into_iter().map(|it| it.value);
    values.filter(|value| filter(which, value).keeps(&line(work.clone()), today)).collect()
}

#[test]
fn each_answer_keeps_what_it_says() {
    let rated = |rating| Work { rating, ..Work::default() };
    assert_eq!(kept_by(Which::Rating, &rated(Some(Rag::Red))), ["red"]);
    assert_eq!(kept_by(Which::Rating, &rated(None)), ["none"]);
    let planned = |plans: &[PlanStatus], looked_after| Work {
        plans: plans.iter().copied().collect(),
        looked_after,
        ..Work::default()
    };
    let both = planned(&[PlanStatus::ChildInNeed, PlanStatus::ChildProtection], false);
    assert_eq!(kept_by(Which::Plan, &both), ["child_in_need", "child_protection"]);
    assert_eq!(kept_by(Which::Plan, &planned(&[PlanStatus::Care], true)), ["care", "looked_after"]);
    assert_eq!(kept_by(Which::Plan, &planned(&[], false)), ["none"]);
    let on = |text: &str| Work { supervision: Some(day(text)), ..Work::default() };
    for (on, kept) in [
        (on("2026-11-20"), vec!["passed"]),
        (on("2026-11-21"), vec!["week", "month"]),
        (on("2026-11-28"), vec!["week", "month"]),
        (on("2026-11-29"), vec!["month"]),
        (on("2026-12-22"), vec!["month"]),
        (on("2026-12-23"), vec![]),
        (Work::default(), vec!["none"]),
    ] {
        assert_eq!(kept_by(Which::Supervision, &on), kept, "{on:?}");
    }
    assert_eq!(kept_by(Which::Role, &Work { mine: Mine::Team, ..Work::default() }), ["team"]);
}

#[test]
fn what_leaves_families_out_is_said_and_one_that_does_not_open_stays() {
    assert!(Filter::default().active().is_empty());
    let red = filter(Which::Rating, "red");
    assert_eq!(red.active(), [Active { which: Which::Rating, words: "Agreed rating: Red".to_owned() }]);
    let shut = FamilyLine::CannotBeOpened(FamilyId::from_bytes([1; 16]));
    assert!(red.keeps(&shut, day("2026-11-21")));
    assert!(!red.keeps(&line(Work::default()), day("2026-11-21")));
}

#[test]
fn only_what_the_authority_uses_is_a_column() {
    let columns = |authority: Authority| Columns::of(authority.profile());
    let west_sussex = columns(Authority::WestSussex);
    assert!(west_sussex.rating && west_sussex.supervision && !west_sussex.visit);
    let warwickshire = columns(Authority::Warwickshire);
    assert!(!warwickshire.rating && !warwickshire.supervision && warwickshire.visit);
    assert!(!Which::Rating.is_used(warwickshire) && Which::Plan.is_used(warwickshire));
}

/// From the records themselves: a rating agreed at a supervision, a plan, a visit that is due.
#[test]
fn how_the_work_stands_is_read_from_the_records() {
    let mut team = Team::new(Authority::WestSussex);
    team.allocated();
    let status = ChildStatus {
        child: person(KAYLA),
        from: day("2026-09-02"),
        plan: PlanStatus::ChildInNeed,
        looked_after: false,
        legal: None,
        decision: None,
        no_plan_after: None,
        why: String::new(),
    };
    let id = StatusId::from_bytes([76; 16]);
    let way = Way::RecordStatus { id, status, reason: String::new(), seen: vec![] };
    team.does(Role::SocialWorker, "2026-09-02", Command::Way(way));
    let leaves = Membership {
        name: "Priya Shah".to_owned(),
        role: Role::SocialWorker,
        employer: String::new(),
        practitioner: Some(practitioner(Role::SocialWorker).id),
        from: day("2026-09-01"),
        until: Some(day("2026-10-01")),
        why: "Another post".to_owned(),
    };
    let history = ProfileHistory::new(Authority::Warwickshire.profile().clone());
    let me = |role| practitioner(role).id;
    let now = noon("2026-09-10");
    let work = Work::of(&team.sample.book, &history, me(Role::SocialWorker), now);
    assert_eq!((work.mine, work.closed, work.rating), (Mine::Lead, false, None));
    assert_eq!(work.plans, [PlanStatus::ChildInNeed].into());
    // Three weeks from the start of the plan.
    assert_eq!(work.visit, Some(day("2026-09-23")));
    let other = Work::of(&team.sample.book, &history, me(Role::RecoveryWorker), now);
    assert_eq!(other.mine, Mine::No);
    let id = MembershipId::from_bytes([73; 16]);
    let seen = team.sample.book.memberships.head_ids(id);
    let way = Way::RecordMembership { id, membership: leaves, seen };
    team.does(Role::TeamManager, "2026-09-30", Command::Way(way));
    let later = Work::of(&team.sample.book, &history, me(Role::SocialWorker), noon("2026-10-05"));
    assert_ne!(later.mine, Mine::Lead, "whoever left the team leads it no more");
    team.plans("2026-09-29");
    let planned = Work::of(&team.sample.book, &history, me(Role::SocialWorker), now);
    assert_eq!(planned.supervision, Some(day("2026-09-29")));
}
