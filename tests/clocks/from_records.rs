//! What clocks read from records that stand for something else: a mistaken closing, a visit without a time, an
//! alert, copies of a plan.

use chrono::NaiveDate;
use hearth::model::alert::{Alert, AlertFrom};
use hearth::model::ids::PersonId;
use hearth::model::leaving::ReopenedBecause;
use hearth::model::plan::{CopyGiven, Goal, Paper, Party, Plan, PlanKind};
use hearth::model::practitioner::Role;
use hearth::model::relationship::{Kind, ParentalResponsibility, Relationship};
use hearth::model::status::{ChildStatus, LegalStatus, PlanStatus};
use hearth::model::supervision::{Form, Supervision};
use hearth::model::visit::{Contact, Visit};
use hearth::policy::clocks::circumstances::{self, Circumstances, MeetingKind};
use hearth::policy::clocks::when::When;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, PlanCommand, SupervisionCommand, VisitCommand};

use crate::workbooks::round::{FIRST, SECOND, action, copy_id, days, plan_id, supervision, visit, visit_id};
use crate::workbooks::way::{alert_id, status};
use crate::workbooks::{
    ABUSE_PRACTITIONER, ADMIN, AMARA, DANIEL, Device, KAYLA, LEON, MANAGER, SOCIAL_WORKER, practitioner_id,
    relationship_id,
};

fn told(device: &Device) -> Circumstances {
    Circumstances::of(&device.book)
}

#[test]
fn a_workbook_of_which_nothing_is_known_tells_nothing() {
    assert_eq!(told(&Device::new(1)), Circumstances::default());
    let people_only = told(&Device::with_family());
    assert_eq!(people_only, Circumstances::default());
}

#[test]
fn closing_ends_a_time_with_the_team_unless_it_was_a_mistake() {
    let mut device = Device::with_family();
    device.allocated(days(-90));
    device.close(days(-20));
    let closed: Vec<_> = told(&device).involvements.iter().map(|it| it.closed).collect();
    assert_eq!(closed, [Some(days(-20))]);

    let mut mistaken = device.clone();
    let reopen = mistaken.reopening(days(-19), ReopenedBecause::ClosedByMistake);
    mistaken.way(Role::TeamManager, reopen);
    let involvements = told(&mistaken).involvements;
    assert_eq!((involvements.len(), involvements[0].closed), (1, None));
    assert_eq!(involvements[0].allocated, Some(days(-90)));
}

#[test]
fn a_visit_without_a_time_counts_from_its_day_and_one_with_a_time_from_that() {
    let mut device = Device::with_family();
    let record = |id, visit| Command::Visit(VisitCommand::Record { id: visit_id(id), visit });
    let alone = Contact::SeenAlone { agreed_by: [AMARA].into(), without_agreement: String::new() };
    device.record(record(1, visit()));
    let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 30, 0);
    let timed = Visit { from: time(10), until: time(11), children: [(LEON, alone)].into(), ..visit() };
    device.record(record(2, timed));
    let visits = told(&device).visits;
    let at = |hour| When::At(days(-1).and_hms_opt(hour, 30, 0).unwrap().and_utc());
    let starts: Vec<_> = visits.iter().map(|visit| (visit.started, visit.ended)).collect();
    assert!(
        starts.contains(&(When::Day(days(-1)), None)) && starts.contains(&(at(10), Some(at(11)))),
        "{starts:?}"
    );
    for visit in &visits {
        let seen = visit.children[0];
        assert_eq!((seen.seen, seen.alone), (true, seen.child == LEON));
        assert_eq!(visit.by, Some(practitioner_id(SOCIAL_WORKER)));
        assert!(matches!(visit.recorded, Some(When::At(_))) && visit.statutory);
    }
}

#[test]
fn summaries_are_owed_by_those_who_work_with_the_family() {
    let mut device = Device::with_family();
    for number in [MANAGER, ADMIN, ABUSE_PRACTITIONER, SOCIAL_WORKER] {
        // Whoever records with a family is in its team, in the role they have.
        let visits = number == ABUSE_PRACTITIONER || number == SOCIAL_WORKER;
        device.hand_to(number);
        if visits {
            device.record(Command::Visit(VisitCommand::Record { id: visit_id(number), visit: visit() }));
        }
    }
    let everyone = [SOCIAL_WORKER, ABUSE_PRACTITIONER, MANAGER, ADMIN].map(practitioner_id).into();
    let planned = Supervision { invited: everyone, ..supervision(days(14)) };
    device.hand_to(ADMIN);
    device.record(Command::Supervision(SupervisionCommand::Plan {
        id: FIRST,
        supervision: planned,
        seen: vec![],
    }));
    device.hand_to(MANAGER);
    let moved = device.move_to(FIRST, days(16), "", "Court on that day");
    device.record(moved);
    // Ordinary supervision has no clocks of the guidance.
    device.hand_to(ADMIN);
    let ordinary = Supervision { form: Form::OneToOne, ..supervision(days(7)) };
    device.record(Command::Supervision(SupervisionCommand::Plan {
        id: SECOND,
        supervision: ordinary,
        seen: vec![],
    }));

    let supervisions = told(&device).supervisions;
    assert_eq!(supervisions.len(), 1);
    let owing: Vec<_> = supervisions[0].summaries.iter().map(|(worker, _)| *worker).collect();
    assert_eq!(owing, [practitioner_id(SOCIAL_WORKER), practitioner_id(ABUSE_PRACTITIONER)]);
    assert_eq!((supervisions[0].planned, supervisions[0].held), (days(16), None));
    let from: Vec<_> = supervisions[0].rearranged.iter().map(|moved| moved.from).collect();
    assert_eq!(from, [days(14)]);
}

fn is_parent(from: PersonId, number: u64, kind: Kind) -> Command {
    let relationship = Relationship {
        from,
        to: KAYLA,
        kind,
        parental_responsibility: ParentalResponsibility::NotKnown,
        start: None,
        end: None,
    };
    Command::RecordRelationship { id: relationship_id(number), relationship, seen: vec![] }
}

fn agreed_plan(on: NaiveDate) -> Plan {
    Plan {
        kind: PlanKind::ChildInNeed,
        children: [KAYLA].into(),
        agreed_on: on,
        at_a_meeting: true,
        goals: vec![Goal {
            outcome: "Kayla gets to school on time".to_owned(),
            children: [KAYLA].into(),
            steps: vec![action(1, "Morning routine")],
        }],
        visiting: Default::default(),
        childrens_views: Default::default(),
        parents_views: Default::default(),
        agencies_views: String::new(),
        how_views_shaped_it: String::new(),
        services: String::new(),
        contingency: String::new(),
    }
}

#[test]
fn copies_are_sent_when_the_last_parent_has_one() {
    let mut device = Device::with_family();
    device.record(is_parent(AMARA, 1, Kind::Mother));
    device.record(is_parent(DANIEL, 2, Kind::Father));
    let (reason, seen) = (String::new(), vec![]);
    let record = PlanCommand::Record { id: plan_id(1), plan: agreed_plan(days(-9)), reason, seen };
    device.record(Command::Plan(record));
    let copy = |to, on| CopyGiven { paper: Paper::Plan(plan_id(1)), to, on, how: String::new() };
    let give = |number, copy| Command::Plan(PlanCommand::GiveCopy { id: copy_id(number), copy });
    let sent = |device: &Device| {
        let meetings = told(device).meetings;
        assert_eq!((meetings.len(), meetings[0].kind), (1, MeetingKind::Planning));
        meetings[0].copies_sent
    };
    device.record(give(1, copy(Party::Person(AMARA), days(-8))));
    device.record(give(2, copy(Party::Agency("School".to_owned()), days(-2))));
    assert_eq!(sent(&device), None);
    device.record(give(3, copy(Party::Person(DANIEL), days(-4))));
    assert_eq!(sent(&device), Some(days(-4)));

    // No status was recorded: the plan on paper is a plan all the same.
    let plans = told(&device).plans;
    let from: Vec<_> = plans.iter().map(|plan| (plan.child, plan.kind, plan.from, plan.until)).collect();
    assert_eq!(from, [(KAYLA, circumstances::PlanKind::ChildInNeed, days(-9), None)]);
}

#[test]
fn a_childs_status_gives_their_plans_from_day_to_day() {
    let mut device = Device::with_family();
    device.set_status(1, status(KAYLA, PlanStatus::ChildInNeed, days(-90)));
    device.set_status(2, status(KAYLA, PlanStatus::ChildProtection, days(-60)));
    let looked_after = ChildStatus {
        looked_after: true,
        legal: Some(LegalStatus::Section20),
        ..status(KAYLA, PlanStatus::ChildInNeed, days(-30))
    };
    device.set_status(3, looked_after);
    let plans: Vec<_> = told(&device).plans.iter().map(|plan| (plan.kind, plan.from, plan.until)).collect();
    use circumstances::PlanKind as K;
    assert_eq!(
        plans,
        [
            (K::ChildInNeed, days(-90), Some(days(-60))),
            (K::ChildInNeed, days(-30), None),
            (K::ChildProtection, days(-60), Some(days(-30))),
            (K::LookedAfter, days(-30), None),
        ]
    );
}

#[test]
fn an_immediate_concern_is_critical_information_and_another_alert_is_not() {
    let mut device = Device::with_family();
    for (number, immediate) in [(1, false), (2, true)] {
        let alert = Alert {
            from: AlertFrom::Police,
            named: String::new(),
            received_on: days(-i64::try_from(number).unwrap()),
            about: [KAYLA].into(),
            what: "Called to the home".to_owned(),
            immediate,
        };
        let (id, reason) = (alert_id(number), String::new());
        device.way(Role::TeamManager, Way::ReceiveAlert { id, alert, reason, seen: vec![] });
    }
    assert_eq!(told(&device).critical_information, [days(-2)]);
}
