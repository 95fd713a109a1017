//! What a family's way through is made of: ids, days, and the records most tests begin with.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hearth::model::alert::{Alert, AlertFrom, AlertOutcome, AlertReview};
use hearth::model::allocation::{AllocationMeeting, Membership};
use hearth::model::consent::{Agency, Consent, ConsentOf, ConsentState, Purpose};
use hearth::model::disagreement::{Between, Disagreement, DisagreementAbout, Settlement};
use hearth::model::entry_to_team::{
    Assessment, CheckItem, Checked, Checklist, Origin, PackItem, Referral, TransferDecision, TransferPack,
};
use hearth::model::ids::{
    AlertId, AllocationId, DisagreementId, MembershipId, PersonId, ProceedingsId, PurposeId, ReferralId,
    StatusId, StepId, ThresholdId,
};
use hearth::model::leaving::{Casework, ClosedBecause, ClosureSummary, EarlyHelp, ReopenedBecause, StepDown};
use hearth::model::no_recourse::NoRecourse;
use hearth::model::pathway::{Concern, Pathway, PathwayChoice, PathwayOf};
use hearth::model::practitioner::Role;
use hearth::model::proceedings::Proceedings;
use hearth::model::status::{ChildStatus, PlanStatus};
use hearth::model::threshold::{Recommendation, Threshold, ThresholdDecision};
use hearth::workbook::casework::Unfinished;
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, Refusal};
use hearth::workbook::fact::Whole;

use super::*;

macro_rules! numbered {
    ($($name:ident $id:ident;)+) => {$(
        pub fn $name(number: u64) -> $id {
            $id::from_bytes(bytes(number))
        }
    )+};
}

numbered! {
    referral_id ReferralId;
    allocation_id AllocationId;
    membership_id MembershipId;
    purpose_id PurposeId;
    status_id StatusId;
    threshold_id ThresholdId;
    disagreement_id DisagreementId;
    alert_id AlertId;
    proceedings_id ProceedingsId;
    step_id StepId;
}

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// So many days before the day on which the tests work.
pub fn days_ago(days: u64) -> NaiveDate {
    today().checked_sub_days(chrono::Days::new(days)).unwrap()
}

pub fn referral(on: NaiveDate) -> Referral {
    Referral {
        team: "Initial Response Service".to_owned(),
        worker: "Jo Bright".to_owned(),
        manager: "Una Marsh".to_owned(),
        referred_on: on,
        decided_on: Some(on),
        involved_since: None,
        assessment: Some(Assessment { completed_on: on, by: String::new(), outcome: String::new() }),
        why: String::new(),
    }
}

/// Everything that the referring team does before.
pub fn checklist() -> Checklist {
    let done = |item: &CheckItem| (*item, Checked::Done { on: None, note: String::new() });
    let items: BTreeMap<_, _> =
        [CheckItem::ThresholdDecision, CheckItem::StrategyMeeting, CheckItem::Section47, CheckItem::Plan]
            .iter()
            .map(done)
            .collect();
    Checklist { items }
}

pub fn membership(name: &str, role: Role, from: NaiveDate) -> Membership {
    Membership {
        name: name.to_owned(),
        role,
        employer: String::new(),
        practitioner: None,
        from,
        until: None,
        why: String::new(),
    }
}

pub fn meeting(on: NaiveDate, social_worker: MembershipId) -> AllocationMeeting {
    AllocationMeeting {
        held_on: on,
        chaired_by: "Moira Flynn".to_owned(),
        present: String::new(),
        social_worker,
        lead_practitioner: None,
        support: vec![],
        needs: String::new(),
        capacity_to_change: String::new(),
        team_capacity: String::new(),
        missing: vec![],
        missing_why: String::new(),
    }
}

/// Said by the person, on that day.
pub fn consent(state: ConsentState, by: PersonId, on: NaiveDate) -> Consent {
    Consent {
        state,
        on,
        until: None,
        by: Some(by),
        how: None,
        explained: "Why, what, how and with whom".to_owned(),
        not_sought: None,
        why: String::new(),
        named: "Somebody".to_owned(),
    }
}

pub fn status(child: PersonId, plan: PlanStatus, from: NaiveDate) -> ChildStatus {
    ChildStatus {
        child,
        from,
        plan,
        looked_after: false,
        legal: None,
        decision: None,
        no_plan_after: None,
        why: String::new(),
    }
}

impl Device {
    /// The role of whoever sits at this device.
    pub fn acting_as(&mut self, role: Role) -> &mut Self {
        self.practitioner.role = role;
        self
    }

    /// What is refused, in words.
    #[track_caller]
    pub fn refused(&self, way: Way) -> Refusal {
        match self.decide(Command::Way(way.clone())) {
            Ok(_) => panic!("not refused: {way:?}"),
            Err(refusal) => refusal,
        }
    }

    #[track_caller]
    pub fn way(&mut self, role: Role, way: Way) -> EventId {
        let before = std::mem::replace(&mut self.practitioner.role, role);
        let event = self.record(Command::Way(way));
        self.practitioner.role = before;
        event
    }

    /// What a person says to a purpose, as the social worker writes it down.
    #[track_caller]
    pub fn says(
        &mut self,
        person: PersonId,
        purpose: Purpose,
        state: ConsentState,
        on: NaiveDate,
    ) -> EventId {
        let of = ConsentOf { person, purpose };
        let seen = self.book.consents.head_ids(of);
        let consent = consent(state, person, on);
        self.way(Role::SocialWorker, Way::RecordConsent { of, consent, seen })
    }

    #[track_caller]
    pub fn set_status(&mut self, number: u64, status: ChildStatus) -> EventId {
        let id = status_id(number);
        let seen = self.book.child_statuses.head_ids(id);
        let way = Way::RecordStatus { id, status, reason: "As it was".to_owned(), seen };
        self.way(Role::SocialWorker, way)
    }

    /// Referred, checked, consented and allocated, with Priya Shah as social worker.
    pub fn allocated(&mut self, on: NaiveDate) {
        let seen = vec![];
        let referral = referral(on);
        let reason = String::new();
        let team = Role::ReferringTeam;
        self.way(team.clone(), Way::RecordReferral { id: referral_id(1), referral, reason, seen });
        let checklist = checklist();
        self.way(team, Way::RecordChecklist { id: referral_id(1), checklist, seen: vec![] });
        self.says(AMARA, Purpose::Referral, ConsentState::Given, on);
        let priya = membership("Priya Shah", Role::SocialWorker, on);
        let id = membership_id(1);
        self.way(Role::TeamManager, Way::RecordMembership { id, membership: priya, seen: vec![] });
        let meeting = meeting(on, membership_id(1));
        let id = allocation_id(1);
        let way = Way::RecordAllocation { id, meeting, reason: String::new(), seen: vec![] };
        self.way(Role::TeamManager, way);
    }

    /// The work with everyone is complete.
    pub fn complete_everyone(&mut self, on: NaiveDate) {
        let people: Vec<PersonId> = self.book.people.all().map(|(person, _)| person).collect();
        for person in people {
            let casework = Casework { complete: true, on, words: "Done together".to_owned() };
            let seen = self.book.casework.head_ids(person);
            let way = Way::SetCasework { person, casework, seen };
            if !self.decide(Command::Way(way.clone())).unwrap().is_empty() {
                self.way(Role::SocialWorker, way);
            }
        }
    }

    pub fn summarise(&mut self, on: NaiveDate) {
        let summary = ClosureSummary {
            written_on: on,
            summary: "Six months of work".to_owned(),
            why: "What was asked for has changed".to_owned(),
            family_view: "Ready".to_owned(),
            agencies_view: String::new(),
        };
        let seen = self.book.closure_summary.head_ids(Whole::Family);
        self.way(Role::SocialWorker, Way::WriteClosureSummary { summary, seen });
    }

    /// What closing would be, with a reason for everything that needs one.
    pub fn closing(&self, on: NaiveDate, because: ClosedBecause) -> Way {
        let open = self.book.casework_open();
        let reasons: BTreeMap<Unfinished, String> =
            open.into_iter().map(|what| (what, "It is not needed any more".to_owned())).collect();
        let seen = self.book.closing.head_ids(Whole::Family);
        Way::Close { on, because, why: "Everyone agrees".to_owned(), reasons, seen }
    }

    pub fn reopening(&self, on: NaiveDate, because: ReopenedBecause) -> Way {
        let seen = self.book.closing.head_ids(Whole::Family);
        Way::Reopen { on, because, why: "They asked for help".to_owned(), seen }
    }

    /// Closed, the work with everyone complete.
    #[track_caller]
    pub fn close(&mut self, on: NaiveDate) -> EventId {
        self.complete_everyone(on);
        self.summarise(on);
        let way = self.closing(on, ClosedBecause::WorkComplete);
        self.way(Role::TeamManager, way)
    }
}

/// One of every kind of the way through, by number, saying `words` of this person or child. The rules may
/// refuse it.
pub fn any_way(book: &Workbook, which: u8, person: PersonId, words: &str, behind: bool) -> Way {
    let number = u64::from(which % 2);
    let reason = || words.to_owned();
    let (on, text) = (days_ago(1), words.to_owned());
    // Someone whose screen is behind names none of the newest versions.
    let seen = |heads: Vec<EventId>| if behind { vec![] } else { heads };
    match which % 23 {
        0 => {
            let id = referral_id(number);
            let referral = Referral { why: text, ..referral(on) };
            Way::RecordReferral { id, referral, reason: reason(), seen: seen(book.referrals.head_ids(id)) }
        }
        1 => {
            let id = referral_id(number);
            let done = Checked::Done { on: Some(on), note: text };
            let checklist = Checklist { items: BTreeMap::from([(CheckItem::Plan, done)]) };
            Way::RecordChecklist { id, checklist, seen: seen(book.checklists.head_ids(id)) }
        }
        2 => {
            let id = referral_id(number);
            let pack = TransferPack {
                origin: Origin::InitialResponse,
                recent_assessment: true,
                documents: BTreeMap::from([(PackItem::PlanWithFamily, text)]),
                endorsed_by: "Una Marsh".to_owned(),
                endorsed_on: Some(on),
                listed_on: Some(on),
            };
            Way::RecordPack { id, pack, seen: seen(book.packs.head_ids(id)) }
        }
        3 => {
            let id = referral_id(number);
            let decision = TransferDecision {
                accepted: false,
                on,
                social_work_manager: "Moira Flynn".to_owned(),
                family_support_manager: "Ade Bello".to_owned(),
                social_worker: None,
                family_support_worker: None,
                takes_over: None,
                why: text,
            };
            let seen = seen(book.transfers.head_ids(id));
            Way::DecideTransfer { id, decision, reason: reason(), seen }
        }
        4 => {
            let of = if number == 0 { PathwayOf::Family } else { PathwayOf::Child(KAYLA) };
            let choice = PathwayChoice {
                pathway: Pathway::Exploitation,
                service: String::new(),
                concerns: [Concern::OutsideHome].into(),
                circumstances: [].into(),
                why: text,
                gaps: [].into(),
            };
            Way::ChoosePathway { of, choice, seen: seen(book.pathways.head_ids(of)) }
        }
        5 => {
            let id = membership_id(number);
            let membership = membership(words, Role::SocialWorker, days_ago(3));
            Way::RecordMembership { id, membership, seen: seen(book.memberships.head_ids(id)) }
        }
        6 => {
            let id = allocation_id(number);
            let mut meeting = meeting(on, membership_id(number));
            meeting.missing_why = text;
            meeting.needs = "Both parents".to_owned();
            let seen = seen(book.allocations.head_ids(id));
            Way::RecordAllocation { id, meeting, reason: reason(), seen }
        }
        7 => {
            let purpose = if number == 0 { Purpose::Work } else { Purpose::Sharing(Agency::Gp) };
            let of = ConsentOf { person, purpose };
            let consent = Consent { explained: text, ..consent(ConsentState::Given, person, on) };
            Way::RecordConsent { of, consent, seen: seen(book.consents.head_ids(of)) }
        }
        8 => {
            let id = status_id(number);
            let status = ChildStatus { why: text, ..status(person, PlanStatus::ChildInNeed, on) };
            Way::RecordStatus { id, status, reason: reason(), seen: seen(book.child_statuses.head_ids(id)) }
        }
        9 => {
            let id = threshold_id(number);
            let to = Threshold::ChildInNeed;
            let recommendation =
                Recommendation { child: person, on, to, why: text, family_view: String::new() };
            let seen = seen(book.recommendations.head_ids(id));
            Way::Recommend { id, recommendation, reason: reason(), seen }
        }
        10 => {
            let id = threshold_id(number);
            let decision = ThresholdDecision {
                child: person,
                on,
                to: Threshold::ChildProtection,
                why: text,
                family_view: "They were asked".to_owned(),
                not_asked: String::new(),
                answers: None,
            };
            let seen = seen(book.thresholds.head_ids(id));
            Way::DecideThreshold { id, decision, reason: reason(), seen }
        }
        11 => {
            let id = disagreement_id(number);
            let disagreement = Disagreement {
                about: DisagreementAbout::Plan,
                between: Between::Teams,
                views: text,
                raised_on: on,
                steps: vec![],
            };
            Way::RecordDisagreement { id, disagreement, seen: seen(book.disagreements.head_ids(id)) }
        }
        12 => {
            let id = disagreement_id(number);
            let settlement = Settlement { on, how: text };
            let seen = seen(book.settlements.head_ids(id));
            Way::SettleDisagreement { id, settlement, reason: reason(), seen }
        }
        13 => {
            let no_recourse = NoRecourse {
                applies: true,
                since: None,
                plan_agreed_on: Some(on),
                financial_support: text,
                support_work: String::new(),
                reviewed_on: None,
                words: String::new(),
            };
            Way::RecordNoRecourse { no_recourse, seen: seen(book.no_recourse.head_ids(Whole::Family)) }
        }
        14 => {
            let id = alert_id(number);
            let alert = Alert {
                from: AlertFrom::Mash,
                named: String::new(),
                received_on: on,
                about: [person].into(),
                what: text,
                immediate: false,
            };
            Way::ReceiveAlert { id, alert, reason: reason(), seen: seen(book.alerts.head_ids(id)) }
        }
        15 => {
            let id = alert_id(number);
            let outcome = AlertOutcome::PlanChanged;
            let review = AlertReview { on, outcome, action: text, led_by: String::new() };
            Way::ReviewAlert { id, review, reason: reason(), seen: seen(book.alert_reviews.head_ids(id)) }
        }
        16 => {
            let id = proceedings_id(number);
            let proceedings = Proceedings {
                child: person,
                decided_on: on,
                why: text,
                outline_on: None,
                psychologist: String::new(),
                ended: None,
                passed_on: None,
            };
            Way::RecordProceedings { id, proceedings, seen: seen(book.proceedings.head_ids(id)) }
        }
        17 => {
            let id = step_id(number);
            let step = EarlyHelp {
                considered_on: on,
                needed: true,
                why: text,
                told_on: None,
                invited_on: None,
                agreed_on: None,
            };
            Way::ConsiderEarlyHelp { id, step, seen: seen(book.early_help.head_ids(id)) }
        }
        18 => {
            let id = step_id(number);
            let step = StepDown {
                children: [person].into(),
                plan_ended_on: on,
                lead: membership_id(9),
                completed_on: None,
                words: text,
            };
            Way::RecordStepDown { id, step, seen: seen(book.step_downs.head_ids(id)) }
        }
        19 => {
            let casework = Casework { complete: true, on, words: text };
            Way::SetCasework { person, casework, seen: seen(book.casework.head_ids(person)) }
        }
        20 => {
            let summary = ClosureSummary {
                written_on: on,
                summary: text,
                why: "The work is complete".to_owned(),
                family_view: String::new(),
                agencies_view: String::new(),
            };
            let seen = seen(book.closure_summary.head_ids(Whole::Family));
            Way::WriteClosureSummary { summary, seen }
        }
        21 => {
            let reasons = book.casework_open().into_iter().map(|what| (what, words.to_owned())).collect();
            let seen = seen(book.closing.head_ids(Whole::Family));
            Way::Close { on, because: ClosedBecause::WorkComplete, why: text, reasons, seen }
        }
        _ => {
            let seen = seen(book.closing.head_ids(Whole::Family));
            Way::Reopen { on, because: ReopenedBecause::WorkToDo, why: text, seen }
        }
    }
}
