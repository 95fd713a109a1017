//! Frozen samples of the way through: entry, allocation, consent, status, leaving.

use std::collections::BTreeMap;

use hearth::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use hearth::model::allocation::{AllocationMeeting, Membership, Support};
use hearth::model::choices::Choice;
use hearth::model::consent::{
    Agency, Consent, ConsentOf, ConsentState, HowGiven, Intervention, NotSought, Purpose,
};
use hearth::model::disagreement::{Between, Disagreement, DisagreementAbout, Settlement, Step, TakenTo};
use hearth::model::entry_to_team::{
    Assessment, CheckItem, Checked, Checklist, Origin, PackItem, Referral, TransferDecision, TransferPack,
};
use hearth::model::leaving::{
    Casework, ClosedBecause, Closing, ClosureSummary, EarlyHelp, LeftUnfinished, ReopenedBecause, StepDown,
};
use hearth::model::no_recourse::NoRecourse;
use hearth::model::pathway::{Circumstance, Concern, Gap, Pathway, PathwayChoice, PathwayOf};
use hearth::model::practitioner::Role;
use hearth::model::proceedings::{Ended, Outcome, PassedOn, Proceedings};
use hearth::model::status::{ChildStatus, LegalStatus, NoPlanAfter, PlanStatus};
use hearth::model::threshold::{Recommendation, Threshold, ThresholdDecision};
use hearth::workbook::fact::{Fact, Whole};
use serde_json::{Value, json};

use crate::workbooks::way::*;
use crate::workbooks::*;
use crate::{check, revision, sample};

#[test]
fn referral_v1() {
    let referral = Referral {
        team: "Initial Response Service".to_owned(),
        worker: "Jo Bright".to_owned(),
        manager: "Una Marsh".to_owned(),
        referred_on: day(2026, 6, 8),
        decided_on: Some(day(2026, 6, 5)),
        involved_since: Some(day(2026, 4, 20)),
        assessment: Some(Assessment {
            completed_on: day(2026, 6, 4),
            by: "Jo Bright".to_owned(),
            outcome: "Longer work is needed".to_owned(),
        }),
        why: "Police were called in May".to_owned(),
    };
    check("referral-v1.json", Fact::Referral(revision(referral_id(1), referral)));
}

#[test]
fn transfer_checklist_v1() {
    let done = Checked::Done { on: Some(day(2026, 6, 5)), note: "Child in need".to_owned() };
    let not_required = Checked::NotRequired { why: "No significant harm".to_owned() };
    let items = BTreeMap::from([
        (CheckItem::Assessment, done.clone()),
        (CheckItem::ThresholdDecision, done.clone()),
        (CheckItem::StrategyMeeting, not_required.clone()),
        (CheckItem::Section47, not_required),
        (CheckItem::Plan, Checked::Done { on: None, note: String::new() }),
    ]);
    check("transfer_checklist-v1.json", Fact::Checklist(revision(referral_id(1), Checklist { items })));
}

#[test]
fn transfer_pack_v1() {
    let pack = TransferPack {
        origin: Origin::SafeguardingAndSupport,
        recent_assessment: true,
        documents: PackItem::ALL.iter().map(|item| (*item, "On Mosaic".to_owned())).collect(),
        endorsed_by: "Una Marsh".to_owned(),
        endorsed_on: Some(day(2026, 6, 9)),
        listed_on: Some(day(2026, 6, 10)),
    };
    check("transfer_pack-v1.json", Fact::TransferPack(revision(referral_id(1), pack)));
}

#[test]
fn transfer_decision_v1() {
    let decision = TransferDecision {
        accepted: true,
        on: day(2026, 6, 12),
        social_work_manager: "Moira Flynn".to_owned(),
        family_support_manager: "Ade Bello".to_owned(),
        social_worker: Some(membership_id(1)),
        family_support_worker: Some(membership_id(2)),
        takes_over: Some(day(2026, 6, 19)),
        why: "The minutes follow".to_owned(),
    };
    check("transfer_decision-v1.json", Fact::TransferDecision(revision(referral_id(1), decision)));
}

#[test]
fn pathway_v1() {
    let choice = PathwayChoice {
        pathway: Pathway::FamilySafeguarding,
        service: "Young carers’ service, alongside".to_owned(),
        concerns: Concern::ALL.iter().copied().collect(),
        circumstances: Circumstance::ALL.iter().copied().collect(),
        why: "The younger child’s needs come first".to_owned(),
        gaps: [Gap::Both, Gap::AndOr].into(),
    };
    check("pathway-v1.json", Fact::Pathway(revision(PathwayOf::Family, choice.clone())));
    check("pathway-v1-child.json", Fact::Pathway(revision(PathwayOf::Child(KAYLA), choice)));
}

#[test]
fn team_membership_v1() {
    let membership = Membership {
        name: "Priya Shah".to_owned(),
        role: Role::SocialWorker,
        employer: "Example County Council".to_owned(),
        practitioner: Some(practitioner_id(1)),
        from: day(2026, 6, 12),
        until: Some(day(2026, 9, 30)),
        why: "Moves to another team".to_owned(),
    };
    check("team_membership-v1.json", Fact::Membership(revision(membership_id(1), membership)));
}

#[test]
fn allocation_meeting_v1() {
    let meeting = AllocationMeeting {
        held_on: day(2026, 6, 12),
        chaired_by: "Moira Flynn".to_owned(),
        present: "Priya Shah, Ines Costa".to_owned(),
        social_worker: membership_id(1),
        lead_practitioner: Some(membership_id(2)),
        support: vec![Support { role: Role::RecoveryWorker, how_much: "One to one, weekly".to_owned() }],
        needs: "Drinking at weekends".to_owned(),
        capacity_to_change: "Asked for help herself".to_owned(),
        team_capacity: "One place".to_owned(),
        missing: vec!["A threshold decision".to_owned()],
        missing_why: "It follows on Monday".to_owned(),
    };
    check("allocation_meeting-v1.json", Fact::Allocation(revision(allocation_id(1), meeting)));
}

#[test]
fn consent_v1() {
    let given = Consent {
        state: ConsentState::Given,
        on: day(2026, 6, 3),
        until: Some(day(2027, 6, 2)),
        by: Some(AMARA),
        how: Some(HowGiven::ThroughInterpreter),
        explained: "Who will see it, and why".to_owned(),
        not_sought: None,
        why: "She holds parental responsibility".to_owned(),
        named: String::new(),
    };
    let of = |purpose| ConsentOf { person: KAYLA, purpose };
    let school = of(Purpose::Sharing(Agency::Education));
    check("consent-v1.json", Fact::Consent(revision(school, given.clone())));
    let withdrawn =
        Consent { state: ConsentState::Withdrawn, until: None, by: None, how: None, ..given.clone() };
    let group = of(Purpose::Intervention(Intervention::Group));
    check("consent-v1-withdrawn.json", Fact::Consent(revision(group, withdrawn)));
    let not_needed = Consent {
        state: ConsentState::NotNeeded,
        not_sought: Some(NotSought::Safety),
        named: "The refuge".to_owned(),
        ..given
    };
    let named = of(Purpose::SharingWith(purpose_id(1)));
    check("consent-v1-not-needed.json", Fact::Consent(revision(named, not_needed)));
}

#[test]
fn the_purposes_of_consent_keep_their_words() {
    let purposes = [
        Purpose::Referral,
        Purpose::Work,
        Purpose::Sharing(Agency::Any),
        Purpose::SharingWith(purpose_id(1)),
        Purpose::Intervention(Intervention::OneToOne),
        Purpose::ShownToFamily,
        Purpose::Another(purpose_id(2)),
    ];
    assert_eq!(json!(purposes), sample("words-v1-way.json")["purposes"]);
}

#[test]
fn child_status_v1() {
    let status = ChildStatus {
        child: LEON,
        from: day(2026, 6, 5),
        plan: PlanStatus::ChildProtection,
        looked_after: true,
        legal: Some(LegalStatus::Section20),
        decision: Some(threshold_id(1)),
        no_plan_after: Some(NoPlanAfter::AnotherAuthority),
        why: "The conference decided".to_owned(),
    };
    check("child_status-v1.json", Fact::ChildStatus(revision(status_id(1), status)));
}

#[test]
fn threshold_v1() {
    let recommendation = Recommendation {
        child: LEON,
        on: day(2026, 9, 1),
        to: Threshold::ChildInNeed,
        why: "Three months without an incident".to_owned(),
        family_view: "Leon likes the mornings now".to_owned(),
    };
    check(
        "threshold_recommendation-v1.json",
        Fact::Recommendation(revision(threshold_id(1), recommendation)),
    );
    let decision = ThresholdDecision {
        child: LEON,
        on: day(2026, 9, 2),
        to: Threshold::ChildInNeed,
        why: "The change has lasted".to_owned(),
        family_view: "His mum agrees".to_owned(),
        not_asked: "His dad was away".to_owned(),
        answers: Some(threshold_id(1)),
    };
    check("threshold_decision-v1.json", Fact::ThresholdDecision(revision(threshold_id(2), decision)));
}

#[test]
fn disagreement_v1() {
    let disagreement = Disagreement {
        about: DisagreementAbout::Closing,
        between: Between::Agencies,
        views: "School: too early. Team: the work is complete".to_owned(),
        raised_on: day(2026, 10, 1),
        steps: vec![Step { on: day(2026, 10, 2), to: TakenTo::TeamManager, what: "They met".to_owned() }],
    };
    check("disagreement-v1.json", Fact::Disagreement(revision(disagreement_id(1), disagreement)));
    let settlement = Settlement { on: day(2026, 10, 9), how: "Two more weeks".to_owned() };
    check("settlement-v1.json", Fact::Settlement(revision(disagreement_id(1), settlement)));
}

#[test]
fn no_recourse_v1() {
    let no_recourse = NoRecourse {
        applies: true,
        since: Some(day(2026, 1, 5)),
        plan_agreed_on: Some(day(2026, 6, 4)),
        financial_support: "Rent, and £60 each week".to_owned(),
        support_work: "Help with school places".to_owned(),
        reviewed_on: Some(day(2026, 8, 4)),
        words: "An application is with the Home Office".to_owned(),
    };
    check("no_recourse-v1.json", Fact::NoRecourse(revision(Whole::Family, no_recourse)));
}

#[test]
fn outside_alert_v1() {
    let alert = Alert {
        from: AlertFrom::EmergencyDuty,
        named: "The night duty worker".to_owned(),
        received_on: day(2026, 8, 2),
        about: [KAYLA, LEON].into(),
        what: "Shouting was heard".to_owned(),
        immediate: true,
    };
    check("outside_alert-v1.json", Fact::Alert(revision(alert_id(1), alert)));
    let review = AlertReview {
        on: day(2026, 8, 2),
        outcome: AlertOutcome::StrategyMeeting,
        action: "Seen the same morning".to_owned(),
        led_by: "Priya Shah".to_owned(),
    };
    check("alert_review-v1.json", Fact::AlertReview(revision(alert_id(1), review)));
}

#[test]
fn proceedings_v1() {
    let proceedings = Proceedings {
        child: LEON,
        decided_on: day(2026, 7, 1),
        why: "The plan did not keep him safe".to_owned(),
        outline_on: Some(day(2026, 7, 8)),
        psychologist: "Assesses both parents".to_owned(),
        ended: Some(Ended { outcome: Outcome::CareOrder, on: day(2026, 11, 2) }),
        passed_on: Some(PassedOn { on: day(2026, 11, 9), to: "Corporate Parenting".to_owned() }),
    };
    check("proceedings-v1.json", Fact::Proceedings(revision(proceedings_id(1), proceedings)));
}

#[test]
fn early_help_and_step_down_v1() {
    let early_help = EarlyHelp {
        considered_on: day(2026, 10, 1),
        needed: true,
        why: "A parenting group near home".to_owned(),
        told_on: Some(day(2026, 10, 2)),
        invited_on: Some(day(2026, 10, 5)),
        agreed_on: Some(day(2026, 10, 6)),
    };
    check("early_help-v1.json", Fact::EarlyHelp(revision(step_id(1), early_help)));
    let step_down = StepDown {
        children: [KAYLA, LEON].into(),
        plan_ended_on: day(2026, 10, 8),
        lead: membership_id(2),
        completed_on: Some(day(2026, 11, 12)),
        words: "Mornings go well".to_owned(),
    };
    check("step_down-v1.json", Fact::StepDown(revision(step_id(2), step_down)));
}

#[test]
fn leaving_v1() {
    let casework =
        Casework { complete: true, on: day(2026, 11, 12), words: "Goes to a choir now".to_owned() };
    check("casework-v1.json", Fact::Casework(revision(AMARA, casework)));
    let summary = ClosureSummary {
        written_on: day(2026, 11, 13),
        summary: "Six months of work".to_owned(),
        why: "What was asked for has changed".to_owned(),
        family_view: "Ready".to_owned(),
        agencies_view: "The school would have waited".to_owned(),
    };
    check("closure_summary-v1.json", Fact::ClosureSummary(revision(Whole::Family, summary)));
    let closed = Closing::Closed {
        on: day(2026, 11, 16),
        because: ClosedBecause::WorkComplete,
        why: "Everyone agrees".to_owned(),
        unfinished: vec![LeftUnfinished {
            what: "1 module is begun and not completed".to_owned(),
            why: "It is not needed any more".to_owned(),
        }],
    };
    check("closing-v1.json", Fact::Closing(revision(Whole::Family, closed)));
    let reopened = Closing::Reopened {
        on: day(2026, 11, 20),
        because: ReopenedBecause::NewReferral,
        why: "Amara asked for help".to_owned(),
    };
    check("closing-v1-reopened.json", Fact::Closing(revision(Whole::Family, reopened)));
}

/// The permanent words of every choice, in order.
#[test]
fn the_words_of_choices_never_change() {
    fn codes<C: Choice>() -> Value {
        let codes: Vec<&str> = C::ALL.iter().map(|choice| choice.code()).collect();
        for (choice, code) in C::ALL.iter().zip(&codes) {
            assert!(!choice.label().is_empty());
            assert!(C::from_code(code).is_some());
        }
        assert!(C::from_code("a word of nobody").is_none());
        json!(codes)
    }
    let now = [
        ("check_items", codes::<CheckItem>()),
        ("origins", codes::<Origin>()),
        ("pack_items", codes::<PackItem>()),
        ("pathways", codes::<Pathway>()),
        ("concerns", codes::<Concern>()),
        ("circumstances", codes::<Circumstance>()),
        ("gaps", codes::<Gap>()),
        ("agencies", codes::<Agency>()),
        ("interventions", codes::<Intervention>()),
        ("consent_states", codes::<ConsentState>()),
        ("not_sought", codes::<NotSought>()),
        ("how_given", codes::<HowGiven>()),
        ("plan_statuses", codes::<PlanStatus>()),
        ("legal_statuses", codes::<LegalStatus>()),
        ("no_plan_after", codes::<NoPlanAfter>()),
        ("thresholds", codes::<Threshold>()),
        ("proceedings_outcomes", codes::<Outcome>()),
        ("closed_because", codes::<ClosedBecause>()),
        ("reopened_because", codes::<ReopenedBecause>()),
        ("alert_from", codes::<AlertFrom>()),
        ("alert_outcomes", codes::<AlertOutcome>()),
        ("disagreement_about", codes::<DisagreementAbout>()),
        ("between", codes::<Between>()),
        ("taken_to", codes::<TakenTo>()),
    ];
    let words = sample("words-v1-way.json");
    for (name, codes) in &now {
        assert_eq!(*codes, words[*name], "{name}");
    }
    // And those of the purposes.
    assert_eq!(words.as_object().map(|words| words.len()), Some(now.len() + 1));
}
