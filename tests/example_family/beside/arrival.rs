//! How the family came to the team: referral, pathway, allocation, consent, and the decisions about each child.

use hearth::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use hearth::model::allocation::{AllocationMeeting, Membership, Support};
use hearth::model::consent::{Agency, Consent, ConsentOf, ConsentState, HowGiven, Purpose};
use hearth::model::entry_to_team::{Assessment, CheckItem, Checked, Checklist, Referral};
use hearth::model::ids::{AlertId, AllocationId, MembershipId, ReferralId, StatusId, ThresholdId};
use hearth::model::pathway::{Concern, Pathway, PathwayChoice, PathwayOf};
use hearth::model::practitioner::Role;
use hearth::model::status::{ChildStatus, PlanStatus};
use hearth::model::threshold::{Threshold, ThresholdDecision};
use hearth::workbook::decide::Command;
use hearth::workbook::decide::way::Way;

use crate::cast::Who::{Corin, Juno, Morwenna, Pip, Tamsin, Wren};
use crate::cast::Worker::{Asha, Celia, Dev, Ruth};
use crate::cast::{Who, Worker, bytes_for, day};
use crate::story::{Sitting, Story};

pub fn arrange(story: &mut Story) {
    story.then(day(3, 6), referral);
    story.then(day(5, 6), allocation);
    story.then(day(8, 6), consents);
    story.then(day(22, 6), assessed);
    story.then(day(26, 6), protection_plan);
    story.then(day(16, 10), alert);
    story.then(day(19, 10), alert_reviewed);
}

fn membership(worker: Worker) -> MembershipId {
    MembershipId::from_bytes(bytes_for(&format!("membership of {worker:?}")))
}

fn referral_id() -> ReferralId {
    ReferralId::from_bytes(bytes_for("referral"))
}

fn refer(asha: &mut Sitting<'_>, assessment: Option<Assessment>, reason: &str) {
    let id = referral_id();
    let seen = asha.book().referrals.head_ids(id);
    let referral = Referral {
        team: "Larkmeadow assessment team".into(),
        worker: "Perran Thistlewood".into(),
        manager: "Gwen Harbottle".into(),
        referred_on: day(2, 6),
        decided_on: Some(day(1, 6)),
        involved_since: Some(day(29, 5)),
        assessment,
        why: "Police were called on 29 May, when Tamsin was pushed and hurt. All three children were at home. Tamsin \
              asked for help for the children and for herself."
            .into(),
    };
    let reason = reason.into();
    asha.command(Command::Way(Way::RecordReferral { id, referral, reason, seen }));
}

fn referral(story: &mut Story) {
    let asha = &mut story.on(day(3, 6), Asha);
    refer(asha, None, "");
    asha.command(Command::Way(Way::ChoosePathway {
        of: PathwayOf::Family,
        choice: PathwayChoice {
            pathway: Pathway::FamilySafeguarding,
            service: String::new(),
            concerns: [Concern::DomesticAbuse, Concern::SubstanceMisuse, Concern::MentalHealth].into(),
            circumstances: Default::default(),
            why: "Two of the children are under 13, and the main worries are domestic abuse, alcohol and a parent’s \
                  mental health."
                .into(),
            gaps: Default::default(),
        },
        seen: Vec::new(),
    }));
    story.share();
}

/// The manager names one social worker, and how much the adults' workers give.
fn allocation(story: &mut Story) {
    let ruth = &mut story.on(day(5, 6), Ruth);
    for worker in Worker::ALL {
        let practitioner = worker.practitioner();
        let joins = Membership {
            name: practitioner.name,
            role: practitioner.role,
            employer: practitioner.employer,
            practitioner: Some(practitioner.id),
            from: day(2, 6),
            until: None,
            why: String::new(),
        };
        let id = membership(worker);
        ruth.command(Command::Way(Way::RecordMembership { id, membership: joins, seen: Vec::new() }));
    }
    let support = |role, how_much: &str| Support { role, how_much: how_much.into() };
    ruth.command(Command::Way(Way::RecordAllocation {
        id: AllocationId::from_bytes(bytes_for("allocation meeting")),
        meeting: AllocationMeeting {
            held_on: day(4, 6),
            chaired_by: "Ruth Candlewick".into(),
            present: "Asha Plumley, Bryony Larkstone, Dev Hollowood, Marcus Tidewell, Ines Fairbrook".into(),
            social_worker: membership(Asha),
            lead_practitioner: Some(membership(Asha)),
            support: vec![
                support(Role::DomesticAbusePractitioner, "Bryony each week with Tamsin until the autumn"),
                support(Role::DomesticAbuseWorker, "Dev: twenty-four sessions with Corin, one a week"),
                support(Role::RecoveryWorker, "Marcus each week with Corin, then each fortnight"),
                support(Role::MentalHealthPractitioner, "Ines: six sessions with Tamsin, then as she asks"),
            ],
            needs: "Safety for Tamsin and the children; Corin’s violence and drinking; Tamsin’s panic."
                .into(),
            capacity_to_change: "Both parents ask for help, for reasons of their own.".into(),
            team_capacity: "Dev has a place from 9 June.".into(),
            missing: Vec::new(),
            missing_why:
                "The assessment was still being made: it was an emergency, and the family did not have to \
                          wait for the papers."
                    .into(),
        },
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}

const EXPLAINED: &str =
    "What the team is, what is written down, who can read it, and that they can change their mind.";

fn gives(sitting: &mut Sitting<'_>, who: Who, by: Who, purpose: Purpose, how: HowGiven) {
    sitting.command(Command::Way(Way::RecordConsent {
        of: ConsentOf { person: who.id(), purpose },
        consent: Consent {
            state: ConsentState::Given,
            on: day(8, 6),
            until: None,
            by: Some(by.id()),
            how: Some(how),
            explained: EXPLAINED.into(),
            not_sought: None,
            why: String::new(),
            named: String::new(),
        },
        seen: Vec::new(),
    }));
}

fn consents(story: &mut Story) {
    let asha = &mut story.on(day(8, 6), Asha);
    let both = [Purpose::Work, Purpose::Sharing(Agency::Any)];
    for (who, by) in [(Tamsin, Tamsin), (Pip, Tamsin), (Juno, Tamsin), (Wren, Wren)] {
        for purpose in both {
            gives(asha, who, by, purpose, HowGiven::InWriting);
        }
    }
    gives(asha, Morwenna, Morwenna, Purpose::Work, HowGiven::Spoken);
    gives(asha, Wren, Wren, Purpose::ShownToFamily, HowGiven::Spoken);
    let dev = &mut story.on(day(8, 6), Dev);
    for purpose in both {
        gives(dev, Corin, Corin, purpose, HowGiven::Spoken);
    }
    story.share();
}

/// The assessment came after the family did: the checklist and the referral say so now.
fn assessed(story: &mut Story) {
    let asha = &mut story.on(day(22, 6), Asha);
    let assessment = Assessment {
        completed_on: day(19, 6),
        by: "Asha Plumley".into(),
        outcome: "The children have been harmed by violence in their home. A child protection conference is needed."
            .into(),
    };
    refer(asha, Some(assessment), "The assessment is complete.");
    let done = |on, note: &str| Checked::Done { on: Some(on), note: note.into() };
    let items = [
        (CheckItem::Assessment, done(day(19, 6), "")),
        (CheckItem::ThresholdDecision, done(day(1, 6), "Child in need, with a strategy meeting")),
        (CheckItem::StrategyMeeting, done(day(1, 6), "With the police and health")),
        (CheckItem::Section47, done(day(19, 6), "Substantiated: emotional harm")),
        (CheckItem::Plan, done(day(12, 6), "Interim child in need plan")),
    ];
    let checklist = Checklist { items: items.into() };
    asha.command(Command::Way(Way::RecordChecklist { id: referral_id(), checklist, seen: Vec::new() }));
    for child in [Wren, Pip, Juno] {
        status(
            asha,
            child,
            PlanStatus::ChildInNeed,
            day(2, 6),
            "An interim plan while the assessment is made.",
        );
    }
    story.share();
}

fn status(asha: &mut Sitting<'_>, child: Who, plan: PlanStatus, from: chrono::NaiveDate, why: &str) {
    let status = ChildStatus {
        child: child.id(),
        from,
        plan,
        looked_after: false,
        legal: None,
        decision: asha.book().threshold_decisions(child.id()).last().map(|(id, _)| *id),
        no_plan_after: None,
        why: why.into(),
    };
    let id = StatusId::from_bytes(bytes_for(&format!("status of {child:?} from {from}")));
    asha.command(Command::Way(Way::RecordStatus { id, status, reason: String::new(), seen: Vec::new() }));
}

fn protection_plan(story: &mut Story) {
    let views = [
        (Wren, "Wren wants somebody other than her to be watching. She says: “You lot can worry now.”"),
        (Pip, "Pip wants to see his dad where nobody shouts."),
        (Juno, "Juno is two. Her mother and her nan say that she cries when doors bang."),
    ];
    for (child, view) in views {
        let ruth = &mut story.on(day(26, 6), Ruth);
        let decision = ThresholdDecision {
            child: child.id(),
            on: day(26, 6),
            to: Threshold::ChildProtection,
            why: "Emotional harm from violence in the home, and not yet known whether it will stop.".into(),
            family_view: view.into(),
            not_asked: String::new(),
            answers: None,
        };
        let id = ThresholdId::from_bytes(bytes_for(&format!("protection plan for {child:?}")));
        ruth.command(Command::Way(Way::DecideThreshold {
            id,
            decision,
            reason: String::new(),
            seen: Vec::new(),
        }));
    }
    story.share();
    let asha = &mut story.on(day(26, 6), Asha);
    for child in [Wren, Pip, Juno] {
        let why = "Decided at the child protection conference, category emotional harm.";
        status(asha, child, PlanStatus::ChildProtection, day(26, 6), why);
    }
    story.share();
}

fn alert_id() -> AlertId {
    AlertId::from_bytes(bytes_for("silent calls"))
}

/// Word from outside of the team.
fn alert(story: &mut Story) {
    let id = alert_id();
    let celia = &mut story.on(day(16, 10), Celia);
    celia.command(Command::Way(Way::ReceiveAlert {
        id,
        alert: Alert {
            from: AlertFrom::Police,
            named: "PC Hollis Wainfleet".into(),
            received_on: day(16, 10),
            about: [Tamsin.id()].into(),
            what: "Tamsin has had silent calls from a number that she does not know: nine in two weeks."
                .into(),
            immediate: false,
        },
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}

/// What was done about it.
fn alert_reviewed(story: &mut Story) {
    let asha = &mut story.on(day(19, 10), Asha);
    asha.command(Command::Way(Way::ReviewAlert {
        id: alert_id(),
        review: AlertReview {
            on: day(19, 10),
            outcome: AlertOutcome::WorkGoesOn,
            action: "Seen with Tamsin and Bryony: the calls are logged for the police, her safety plan stands, and \
                     supervision will look at it again."
                .into(),
            led_by: "Asha Plumley".into(),
        },
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}
