//! Leaving the team and coming back (`domain.md` R29, R63, R84 to R90).

use std::collections::BTreeMap;

use hearth::model::consent::{ConsentState, Purpose};
use hearth::model::ids::PersonId;
use hearth::model::leaving::{
    Casework, ClosedBecause, Closing, ClosureSummary, EarlyHelp, ReopenedBecause, StepDown,
};
use hearth::model::person::Workflow;
use hearth::model::practitioner::Role;
use hearth::model::proceedings::{Ended, Outcome, PassedOn, Proceedings};
use hearth::model::rating::Rag;
use hearth::model::specialist::SpecialistRequest;
use hearth::model::status::{LegalStatus, PlanStatus};
use hearth::policy::authority::Authority;
use hearth::workbook::casework::Unfinished;
use hearth::workbook::conflict::{Conflict, conflicts};
use hearth::workbook::decide::way::{Needed, Way};
use hearth::workbook::decide::{Command, Refusal, SpecialistCommand, VisitCommand};
use hearth::workbook::fact::Whole;

use crate::workbooks::round::*;
use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{family_in, needs};

const COMPLETE: ClosedBecause = ClosedBecause::WorkComplete;
const NO_CONSENT: ClosedBecause = ClosedBecause::NoLongerConsents;

fn keeps_open(device: &Device) -> Vec<Unfinished> {
    let mut open = device.book.casework_open();
    open.retain(|what| what.keeps_open());
    open
}

#[test]
fn a_family_leaves_when_the_work_with_everyone_is_complete() {
    let mut device = family_in(Authority::Walsall);
    device.acting_as(Role::TeamManager);
    assert_eq!(keeps_open(&device), [AMARA, DANIEL, KAYLA, LEON, ROSE].map(Unfinished::Casework));
    // Their grandmother is not in the workflow.
    let outside = Workflow { inside: false, since: None, why: "Lives far away".to_owned() };
    device.record(Command::SetWorkflow { person: ROSE, workflow: outside, seen: vec![] });
    device.complete_everyone(days_ago(5));
    assert_eq!(keeps_open(&device), []);
    // One is taken up again.
    let casework = Casework { complete: false, on: days_ago(4), words: String::new() };
    let seen = device.book.casework.head_ids(LEON);
    device.way(Role::SocialWorker, Way::SetCasework { person: LEON, casework, seen });
    let refused = device.refused(device.closing(days_ago(1), COMPLETE));
    let words = vec!["Work with Leon Price is not recorded as complete".to_owned()];
    assert_eq!(refused, Refusal::CaseworkOpen(words));
    assert!(refused.to_string().contains("Finish this first: Work with Leon Price"));
}

#[test]
fn a_plan_an_order_or_care_keeps_the_workbook_open() {
    let mut device = family_in(Authority::Common);
    device.complete_everyone(days_ago(5));
    let open = |device: &mut Device, number, plan, legal: Option<LegalStatus>, looked_after| {
        let mut status = status(KAYLA, plan, days_ago(30 - number));
        status.legal = legal;
        status.looked_after = looked_after;
        device.set_status(number, status);
        let words: Vec<String> =
            keeps_open(device).into_iter().map(|what| device.book.unfinished_words(what)).collect();
        words
    };
    let section_20 = Some(LegalStatus::Section20);
    let order = Some(LegalStatus::SupervisionOrder);
    assert_eq!(
        open(&mut device, 1, PlanStatus::ChildProtection, None, false),
        ["Kayla Okafor has a child protection plan"]
    );
    assert_eq!(
        open(&mut device, 2, PlanStatus::ChildInNeed, None, false),
        ["Kayla Okafor has a child in need plan"]
    );
    assert_eq!(open(&mut device, 3, PlanStatus::Care, section_20, true), ["Kayla Okafor is looked after"]);
    assert_eq!(open(&mut device, 4, PlanStatus::None, section_20, true), ["Kayla Okafor is looked after"]);
    assert_eq!(open(&mut device, 5, PlanStatus::None, order, false), ["Kayla Okafor is under a court order"]);
    assert_eq!(open(&mut device, 6, PlanStatus::None, None, false), Vec::<String>::new());
}

#[test]
fn what_is_left_unfinished_has_its_reason_on_record() {
    let mut device = family_in(Authority::Walsall);
    device.acting_as(Role::TeamManager);
    device.complete_everyone(days_ago(5));
    let Way::Close { on, because, why, reasons, seen } = device.closing(days_ago(1), COMPLETE) else {
        unreachable!()
    };
    assert_eq!(
        reasons.keys().copied().collect::<Vec<_>>(),
        [Unfinished::Consent, Unfinished::ClosureSummary]
    );
    let closes = |reasons: BTreeMap<Unfinished, String>, why: &str| Way::Close {
        on,
        because,
        why: why.to_owned(),
        reasons,
        seen: seen.clone(),
    };
    needs(&device, [(closes(reasons.clone(), " "), Needed::ClosingWhy)]);
    let mut one = reasons.clone();
    one.insert(Unfinished::ClosureSummary, " ".to_owned());
    assert_eq!(
        device.refused(closes(one, &why)),
        Refusal::LeftUnfinished(vec!["There is no closure summary".to_owned()])
    );
    device.way(Role::TeamManager, closes(reasons, &why));
    let Some(Closing::Closed { unfinished, .. }) = device.book.closing.current(Whole::Family) else {
        panic!("not closed")
    };
    let what: Vec<&str> = unfinished.iter().map(|left| left.what.as_str()).collect();
    assert_eq!(what, ["No consent is recorded, nor why it is not needed", "There is no closure summary"]);
    assert!(unfinished.iter().all(|left| left.why == "It is not needed any more"));
}

#[test]
fn a_closed_workbook_can_only_be_read_until_it_is_reopened() {
    let mut device = family_in(Authority::Walsall);
    device.close(days_ago(3));
    assert_eq!(device.book.closed_on(), Some(days_ago(3)));
    let words =
        "This workbook was closed on 18 November 2026 and can only be read. It has to be reopened first";
    let rename = Command::DescribeFamily { family: family("Another name"), seen: vec![] };
    for role in [Role::TeamManager, Role::SocialWorker, Role::Administrator] {
        device.acting_as(role);
        for command in [
            Command::Allocate { allocated: true },
            rename.clone(),
            Command::SetSeparation {
                pair: pair(AMARA, DANIEL),
                separation: in_force(true, ""),
                seen: vec![],
            },
            device.closing(days_ago(1), COMPLETE).into(),
            device.plan_on(FIRST, days(3)),
            device.rate(FIRST, rating(Rag::Green, "All is well")),
            device.write(FIRST, notes("To go on", vec![])),
            Command::Visit(VisitCommand::Record { id: visit_id(1), visit: visit() }),
        ] {
            let refused = device.decide(command).unwrap_err();
            assert_eq!(refused, Refusal::Closed(days_ago(3)));
            assert_eq!(refused.to_string(), words);
        }
    }
    device.acting_as(Role::TeamManager);
    let back = |days, why: &str| Way::Reopen {
        on: days_ago(days),
        because: ReopenedBecause::ClosedByMistake,
        why: why.to_owned(),
        seen: device.book.closing.head_ids(Whole::Family),
    };
    needs(&device, [(back(4, "Too early"), Needed::DatesInOrder), (back(2, ""), Needed::ReopeningWhy)]);
    let back = back(2, "Too early");
    device.way(Role::TeamManager, back);
    assert_eq!(device.book.closed_on(), None);
    assert_eq!(device.book.last_closed_on(), Some(days_ago(3)));
    assert_eq!(device.book.reopened_on(), Some(days_ago(2)));
    assert!(device.decide(rename).is_ok());
    needs(&device, [(device.reopening(days_ago(1), ReopenedBecause::WorkToDo), Needed::NotClosed)]);
}

#[test]
fn what_was_complete_before_counts_no_more_after_coming_back() {
    let mut device = family_in(Authority::Walsall);
    device.close(days_ago(8));
    let back = device.reopening(days_ago(4), ReopenedBecause::NewReferral);
    device.way(Role::ReferringTeam, back);
    assert_eq!(keeps_open(&device).len(), 5);
    assert!(device.book.casework_open().contains(&Unfinished::ClosureSummary));
    device.acting_as(Role::TeamManager);
    let again = |on: u64| {
        let casework = Casework { complete: true, on: days_ago(on), words: "Done".to_owned() };
        Way::SetCasework { person: AMARA, casework, seen: vec![] }
    };
    let summary = ClosureSummary {
        written_on: days_ago(5),
        summary: "Again".to_owned(),
        why: "Again".to_owned(),
        family_view: String::new(),
        agencies_view: String::new(),
    };
    needs(
        &device,
        [
            (again(5), Needed::DatesInOrder),
            (Way::WriteClosureSummary { summary, seen: vec![] }, Needed::DatesInOrder),
        ],
    );
    device.close(days_ago(1));
    assert_eq!(device.book.closings().count(), 3);
}

/// What the monthly round leaves open: a record that nobody authorised keeps the workbook open, since nobody
/// could authorise it afterwards.
#[test]
fn a_supervision_is_authorised_before_the_workbook_is_closed() {
    let mut device = family_in(Authority::Walsall);
    device.complete_everyone(days_ago(5));
    let record = Unfinished::Supervision(FIRST);
    device.hand_to(ADMIN);
    let planned = device.plan_on(SECOND, days(20));
    device.record(planned);
    assert!(device.book.casework_open().contains(&Unfinished::PlannedSupervision(SECOND)));
    assert_eq!(keeps_open(&device), []);
    device.run_until_submitted(FIRST, days(-3));
    assert_eq!(keeps_open(&device), [record]);
    device.hand_to(MANAGER);
    let back = device.send_back(FIRST, "The child’s view is not in it");
    device.record(back);
    assert_eq!(keeps_open(&device), [record]);
    assert_eq!(
        device.book.unfinished_words(record),
        "The record of the supervision of 18 November 2026 is not authorised"
    );
    let mut device = family_in(Authority::Walsall);
    device.complete_everyone(days_ago(5));
    device.run(FIRST, days(-3));
    assert_eq!(keeps_open(&device), []);
    let open = device.book.casework_open();
    assert!(open.contains(&Unfinished::Actions(1)), "{open:?}");
    let request = SpecialistRequest {
        specialists: [Role::RecoveryWorker].into(),
        people: [AMARA].into(),
        situation: "Drinking at weekends".to_owned(),
        purpose: "To stay well".to_owned(),
        timescale: String::new(),
        managers_view: String::new(),
    };
    device.hand_to(SOCIAL_WORKER);
    let asks = SpecialistCommand::Ask { id: request_id(1), request, seen: vec![] };
    device.record(Command::Specialist(asks));
    assert!(device.book.casework_open().contains(&Unfinished::SpecialistRequest(request_id(1))));
}

/// Two managers on two copies: one reopened, the other, who had reopened as well, closed again.
#[test]
fn while_two_versions_stand_the_workbook_stays_closed() {
    // Whichever was recorded later.
    for later in [-1, 1] {
        stays_closed(chrono::Duration::hours(later));
    }
}

fn stays_closed(later: chrono::Duration) {
    let mut one = family_in(Authority::Walsall);
    one.close(days_ago(8));
    let mut two = one.copy_for(4);
    one.now = two.now + later;
    let back = one.reopening(days_ago(6), ReopenedBecause::WorkToDo);
    one.way(Role::TeamManager, back);
    let back = two.reopening(days_ago(6), ReopenedBecause::ClosedByMistake);
    two.way(Role::TeamManager, back);
    two.close(days_ago(5));
    one.import(&two);
    assert!(conflicts(&one.book).contains(&Conflict::Closing(Whole::Family)));
    assert_eq!(one.book.closed_on(), Some(days_ago(5)));
    let back = one.reopening(days_ago(4), ReopenedBecause::WorkToDo);
    one.way(Role::TeamManager, back);
    assert_eq!(one.book.closed_on(), None);
    assert!(!conflicts(&one.book).contains(&Conflict::Closing(Whole::Family)));
}

/// WSX 9 and WAR 5.4 let a family leave that no longer consents; WAL does not say so.
#[test]
fn a_family_may_leave_when_it_no_longer_consents_and_no_child_needs_protection() {
    let mut device = family_in(Authority::WestSussex);
    device.acting_as(Role::TeamManager);
    device.set_status(1, status(KAYLA, PlanStatus::ChildInNeed, days_ago(50)));
    needs(&device, [(device.closing(today(), NO_CONSENT), Needed::NoLongerConsents)]);
    // A child's no is not the end of the work.
    device.says(KAYLA, Purpose::Work, ConsentState::Refused, days_ago(3));
    needs(&device, [(device.closing(today(), NO_CONSENT), Needed::NoLongerConsents)]);
    device.says(AMARA, Purpose::Work, ConsentState::Withdrawn, days_ago(3));
    // The work with everyone and the plan end with it, each with its reason.
    let Way::Close { on, because, why, seen, .. } = device.closing(today(), NO_CONSENT) else {
        unreachable!()
    };
    let refused = device.refused(Way::Close { on, because, why, reasons: BTreeMap::new(), seen });
    assert!(matches!(&refused, Refusal::LeftUnfinished(what) if what.len() > 5), "{refused:?}");
    assert!(device.decide(device.closing(today(), NO_CONSENT).into()).is_ok());
    // Not while a child has a child protection plan, is looked after or under an order.
    for (number, change) in [
        (2, (PlanStatus::ChildProtection, false, None)),
        (3, (PlanStatus::Care, true, Some(LegalStatus::InterimCareOrder))),
        (4, (PlanStatus::ChildInNeed, false, Some(LegalStatus::SupervisionOrder))),
    ] {
        let mut device = device.clone();
        let (plan, looked_after, legal) = change;
        let mut status = status(LEON, plan, days_ago(9));
        status.looked_after = looked_after;
        status.legal = legal;
        device.set_status(number, status);
        needs(&device, [(device.closing(today(), NO_CONSENT), Needed::NoLongerConsents)]);
    }
    // An alert that nobody reviewed is not left behind.
    let mut device = device.clone();
    let alert = hearth::model::alert::Alert {
        from: hearth::model::alert::AlertFrom::Police,
        named: String::new(),
        received_on: today(),
        about: [LEON].into(),
        what: "Seen alone at night".to_owned(),
        immediate: false,
    };
    let receive = Way::ReceiveAlert { id: alert_id(1), alert, reason: String::new(), seen: vec![] };
    device.way(Role::Administrator, receive);
    assert!(matches!(device.refused(device.closing(today(), NO_CONSENT)), Refusal::CaseworkOpen(_)));
    for authority in [Authority::Walsall, Authority::Common] {
        let mut device = family_in(authority);
        device.says(AMARA, Purpose::Work, ConsentState::Withdrawn, days_ago(3));
        device.acting_as(Role::TeamManager);
        needs(&device, [(device.closing(today(), NO_CONSENT), Needed::LeavingNotSaid)]);
    }
}

fn proceedings(child: PersonId, change: impl FnOnce(&mut Proceedings)) -> Way {
    let mut proceedings = Proceedings {
        child,
        decided_on: days_ago(90),
        why: "The plan did not keep him safe".to_owned(),
        outline_on: Some(days_ago(85)),
        psychologist: "Assesses both parents".to_owned(),
        ended: None,
        passed_on: None,
    };
    change(&mut proceedings);
    Way::RecordProceedings { id: proceedings_id(1), proceedings, seen: vec![] }
}

fn ended(outcome: Outcome, days: u64) -> Option<Ended> {
    Some(Ended { outcome, on: days_ago(days) })
}

fn passed(days: u64, to: &str) -> Option<PassedOn> {
    Some(PassedOn { on: days_ago(days), to: to.to_owned() })
}

#[test]
fn responsibility_passes_with_the_care_order_and_not_before() {
    let device = family_in(Authority::Walsall);
    let order = |days| move |value: &mut Proceedings| value.ended = ended(Outcome::CareOrder, days);
    needs(
        &device,
        [
            (proceedings(DANIEL, |_| ()), Needed::AChild),
            (proceedings(LEON, |value| value.why.clear()), Needed::CareWhy),
            (proceedings(LEON, order(91)), Needed::DatesInOrder),
            (
                proceedings(LEON, |value| {
                    order(10)(value);
                    value.outline_on = None;
                }),
                Needed::OutlineFirst,
            ),
            (proceedings(LEON, |value| value.passed_on = passed(5, "Corporate Parenting")), Needed::EndFirst),
            (
                proceedings(LEON, |value| {
                    value.ended = ended(Outcome::SupervisionOrder, 10);
                    value.passed_on = passed(5, "Corporate Parenting");
                }),
                Needed::EndFirst,
            ),
            (
                proceedings(LEON, |value| {
                    order(10)(value);
                    value.passed_on = passed(11, "Corporate Parenting");
                }),
                Needed::DatesInOrder,
            ),
            (
                proceedings(LEON, |value| {
                    order(10)(value);
                    value.passed_on = passed(9, "");
                }),
                Needed::PassedTo,
            ),
        ],
    );
    let not_issued = proceedings(LEON, |value| {
        value.ended = ended(Outcome::NotIssued, 10);
        value.outline_on = None;
    });
    assert!(device.decide(not_issued.into()).is_ok());
}

/// One child goes; brothers and sisters stay, and the workbook stays open for them.
#[test]
fn brothers_and_sisters_stay_when_one_child_goes_into_care() {
    let mut device = family_in(Authority::Walsall);
    let mut in_care = status(LEON, PlanStatus::Care, days_ago(80));
    in_care.looked_after = true;
    in_care.legal = Some(LegalStatus::InterimCareOrder);
    device.set_status(1, in_care);
    device.set_status(2, status(KAYLA, PlanStatus::ChildInNeed, days_ago(80)));
    device.way(Role::SocialWorker, proceedings(LEON, |_| ()));
    let of_leon = [Unfinished::Casework(LEON), Unfinished::Status(LEON)];
    let waits = Unfinished::Proceedings(proceedings_id(1));
    let open = keeps_open(&device);
    assert!(of_leon.iter().all(|what| open.contains(what)) && open.contains(&waits));
    // The order alone: the team keeps him until another takes over.
    device.way(Role::SocialWorker, proceedings(LEON, |value| value.ended = ended(Outcome::CareOrder, 10)));
    assert!(keeps_open(&device).contains(&waits) && !device.book.has_passed_on(LEON));
    let passes = proceedings(LEON, |value| {
        value.ended = ended(Outcome::CareOrder, 10);
        value.passed_on = passed(8, "Corporate Parenting");
    });
    device.way(Role::SocialWorker, passes);
    let open = keeps_open(&device);
    assert!(device.book.has_passed_on(LEON) && !open.contains(&waits));
    assert!(of_leon.iter().all(|what| !open.contains(what)), "he is with another team");
    assert!(open.contains(&Unfinished::Status(KAYLA)), "his sister is still here");
    // He comes home.
    device.set_status(3, status(LEON, PlanStatus::ChildInNeed, days_ago(2)));
    assert!(!device.book.has_passed_on(LEON));
    assert!(of_leon.iter().all(|what| keeps_open(&device).contains(what)));
}

fn early_help(change: impl FnOnce(&mut EarlyHelp)) -> Way {
    let mut step = EarlyHelp {
        considered_on: days_ago(5),
        needed: true,
        why: "A parenting group near home".to_owned(),
        told_on: None,
        invited_on: None,
        agreed_on: None,
    };
    change(&mut step);
    Way::ConsiderEarlyHelp { id: step_id(1), step, seen: vec![] }
}

#[test]
fn early_help_is_thought_of_when_the_last_plan_ends() {
    let mut device = family_in(Authority::Walsall);
    device.acting_as(Role::TeamManager);
    assert!(!device.book.casework_open().contains(&Unfinished::EarlyHelp));
    device.set_status(1, status(KAYLA, PlanStatus::ChildInNeed, days_ago(50)));
    device.set_status(2, status(KAYLA, PlanStatus::None, days_ago(6)));
    assert!(device.book.casework_open().contains(&Unfinished::EarlyHelp));
    needs(
        &device,
        [
            (early_help(|step| step.why.clear()), Needed::EarlyHelpWhy),
            (early_help(|step| step.considered_on = day(2026, 11, 22)), Needed::PastDate),
            (early_help(|step| step.agreed_on = Some(days_ago(6))), Needed::DatesInOrder),
            (early_help(|step| step.agreed_on = Some(days_ago(4))), Needed::EarlyHelpTold),
        ],
    );
    device.way(Role::SocialWorker, early_help(|_| ()));
    let open = device.book.casework_open();
    assert!(!open.contains(&Unfinished::EarlyHelp));
    assert!(open.contains(&Unfinished::EarlyHelpToAgree(step_id(1))));
    device.way(
        Role::TeamManager,
        early_help(|step| {
            step.told_on = Some(days_ago(5));
            step.agreed_on = Some(days_ago(4));
        }),
    );
    assert!(!device.book.casework_open().contains(&Unfinished::EarlyHelpToAgree(step_id(1))));
}

fn step_down(change: impl FnOnce(&mut StepDown)) -> Way {
    let mut step = StepDown {
        children: [KAYLA].into(),
        plan_ended_on: days_ago(20),
        lead: membership_id(2),
        completed_on: None,
        words: String::new(),
    };
    change(&mut step);
    Way::RecordStepDown { id: step_id(2), step, seen: vec![] }
}

#[test]
fn support_may_go_on_after_the_plan_led_by_a_family_support_worker() {
    let mut device = family_in(Authority::Warwickshire);
    for (number, role) in [(1, Role::SocialWorker), (2, Role::ChildrenAndFamilyWorker)] {
        let membership = membership("A worker", role, days_ago(60));
        let id = membership_id(number);
        device.way(Role::TeamManager, Way::RecordMembership { id, membership, seen: vec![] });
    }
    device.set_status(1, status(KAYLA, PlanStatus::ChildInNeed, days_ago(50)));
    needs(
        &device,
        [
            (step_down(|step| step.children.clear()), Needed::StepDownChildren),
            // Her plan has not ended.
            (step_down(|_| ()), Needed::StepDownChildren),
        ],
    );
    device.set_status(2, status(KAYLA, PlanStatus::None, days_ago(20)));
    needs(
        &device,
        [
            (step_down(|step| step.lead = membership_id(1)), Needed::StepDownLead),
            (step_down(|step| step.lead = membership_id(9)), Needed::StepDownLead),
            (step_down(|step| step.completed_on = Some(days_ago(21))), Needed::DatesInOrder),
            (step_down(|step| step.completed_on = Some(days_ago(2))), Needed::StepDownWords),
        ],
    );
    device.way(Role::SocialWorker, step_down(|_| ()));
    let open = Unfinished::StepDown(step_id(2));
    assert!(keeps_open(&device).contains(&open));
    device.way(
        Role::SocialWorker,
        step_down(|step| {
            step.completed_on = Some(days_ago(2));
            step.words = "Mornings go well".to_owned();
        }),
    );
    assert!(!keeps_open(&device).contains(&open));
    let elsewhere = family_in(Authority::Walsall);
    needs(&elsewhere, [(step_down(|_| ()), Needed::StepDownNotUsed)]);
}

/// WAR 6.1c, "the 12 week rule": days between closing and referral, and whether it comes to the same team.
#[test]
fn a_family_that_comes_back_soon_comes_to_the_same_team() {
    for (authority, days, same_team) in [
        (Authority::Warwickshire, 0, Some(true)),
        (Authority::Warwickshire, 84, Some(true)),
        (Authority::Warwickshire, 85, Some(false)),
        (Authority::Walsall, 10, None),
    ] {
        let mut device = family_in(authority);
        device.close(days_ago(90));
        let comes_back = device.book.comes_back(&device.rules, days_ago(90 - days)).unwrap();
        assert_eq!(comes_back.closed_on, days_ago(90));
        assert_eq!(comes_back.same_team, same_team, "{authority:?} {days}");
    }
    let mut device = family_in(Authority::Warwickshire);
    assert_eq!(device.book.comes_back(&device.rules, today()), None, "it never left");
    device.close(days_ago(30));
    assert_eq!(device.book.comes_back(&device.rules, days_ago(31)), None, "it had not left yet");
    let back = device.reopening(days_ago(20), ReopenedBecause::NewReferral);
    device.way(Role::ReferringTeam, back);
    let mut protected = status(KAYLA, PlanStatus::ChildProtection, days_ago(19));
    protected.why = "The conference decided".to_owned();
    device.set_status(1, protected);
    let comes_back = device.book.comes_back(&device.rules, days_ago(20)).unwrap();
    assert_eq!(comes_back.same_team, None, "the rule is not for child protection");
}

#[test]
fn everything_unfinished_has_words() {
    let mut device = family_in(Authority::Common);
    device.set_status(1, status(KAYLA, PlanStatus::ChildInNeed, days_ago(50)));
    let nobody = PersonId::from_bytes([9; 16]);
    let all = [
        Unfinished::Casework(KAYLA),
        Unfinished::Casework(nobody),
        Unfinished::Status(KAYLA),
        Unfinished::Status(nobody),
        Unfinished::Proceedings(proceedings_id(9)),
        Unfinished::Alert(alert_id(9)),
        Unfinished::StepDown(step_id(9)),
        Unfinished::Supervision(FIRST),
        Unfinished::PlannedSupervision(FIRST),
        Unfinished::SpecialistRequest(request_id(9)),
        Unfinished::Actions(1),
        Unfinished::Actions(2),
        Unfinished::Recommendation(threshold_id(9)),
        Unfinished::Disagreement(disagreement_id(9)),
        Unfinished::EarlyHelp,
        Unfinished::EarlyHelpToAgree(step_id(9)),
        Unfinished::Consent,
        Unfinished::ClosureSummary,
        Unfinished::Modules(1),
        Unfinished::Modules(2),
        Unfinished::TwoVersions(1),
        Unfinished::TwoVersions(2),
    ];
    let words: std::collections::BTreeSet<String> =
        all.iter().map(|what| device.book.unfinished_words(*what)).collect();
    assert_eq!(words.len(), all.len());
    assert!(words.iter().all(|words| words.len() > 15));
}
