//! What a family's way through is made of: ids, days, and the records most tests begin with.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hearth::model::allocation::{AllocationMeeting, Membership};
use hearth::model::consent::{Consent, ConsentOf, ConsentState, Purpose};
use hearth::model::entry_to_team::{Assessment, CheckItem, Checked, Checklist, Referral};
use hearth::model::ids::{
    AlertId, AllocationId, DisagreementId, MembershipId, PersonId, ProceedingsId, PurposeId, ReferralId,
    StatusId, StepId, ThresholdId,
};
use hearth::model::leaving::{Casework, ClosedBecause, ClosureSummary, ReopenedBecause};
use hearth::model::practitioner::Role;
use hearth::model::status::{ChildStatus, PlanStatus};
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
