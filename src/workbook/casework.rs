//! What of the work with a family is not finished: what keeps the workbook open, and what needs a reason when
//! it is closed. The one place for it; each part of the work adds what it leaves open.
//!
//! Sources: WAL and WSX 9 ("when all casework has been completed with all members of the family"); WAR 16;
//! `domain.md` R84, R88, R89.

use std::collections::BTreeSet;

use crate::model::entry::ModuleStatus;
use crate::model::ids::{
    AlertId, DisagreementId, PersonId, ProceedingsId, RequestId, StepId, SupervisionId, ThresholdId,
};
use crate::model::status::PlanStatus;

use super::conflict::conflicts;
use super::fact::{Part, Whole};
use super::fold::Workbook;
use super::round::meeting::Stage;

/// Something that is not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfinished {
    /// The work with someone in the workflow.
    Casework(PersonId),
    /// A child's plan, order or care.
    Status(PersonId),
    Proceedings(ProceedingsId),
    /// An alert that nobody has reviewed.
    Alert(AlertId),
    /// Support that goes on after the plan.
    StepDown(StepId),
    /// A supervision that was held and whose record is not authorised.
    Supervision(SupervisionId),
    /// A supervision that is planned and was not held.
    PlannedSupervision(SupervisionId),
    /// A request for a specialist without a decision.
    SpecialistRequest(RequestId),
    /// Actions that are still to be done, so many.
    Actions(usize),
    /// A recommendation without a decision.
    Recommendation(ThresholdId),
    Disagreement(DisagreementId),
    /// Early help was not considered, though the last child in need plan ended.
    EarlyHelp,
    /// Early help was considered, and the team manager has not agreed it.
    EarlyHelpToAgree(StepId),
    /// Nobody's consent is recorded, nor why it is not needed.
    Consent,
    ClosureSummary,
    /// Modules that somebody began and nobody completed, so many.
    Modules(usize),
    /// Things of which two versions stand beside each other, so many.
    TwoVersions(usize),
}

impl Unfinished {
    /// Whether the workbook stays open for it. Other things need a reason.
    pub fn keeps_open(self) -> bool {
        matches!(
            self,
            Self::Casework(_)
                | Self::Status(_)
                | Self::Proceedings(_)
                | Self::Alert(_)
                | Self::StepDown(_)
                | Self::Supervision(_)
        )
    }

    /// Whether a family that no longer consents may leave with it unfinished: it is then that work which ends.
    pub fn ends_with_consent(self) -> bool {
        matches!(self, Self::Casework(_) | Self::Status(_))
    }
}

impl Workbook {
    /// Whether the work with someone is complete, this time.
    pub fn is_casework_complete(&self, person: PersonId) -> bool {
        self.casework.get(person).is_some_and(|casework| {
            casework.heads().iter().all(|version| {
                version.value.as_ref().is_some_and(|value| value.complete && self.is_this_time(value.on))
            })
        })
    }

    /// Everything that is not finished, what keeps the workbook open first.
    pub fn casework_open(&self) -> Vec<Unfinished> {
        let people = self.people.all().map(|(person, _)| person);
        let working = people
            .filter(|person| self.in_workflow(*person) && !self.has_passed_on(*person))
            .filter(|person| !self.is_casework_complete(*person))
            .map(Unfinished::Casework);
        let statuses = self.children_with_open_status().into_iter().map(Unfinished::Status);
        let proceedings = self.proceedings.all().filter(|(_, value)| value.is_open());
        let alerts = self.alerts.all().filter(|(id, _)| self.alert_reviews.current(*id).is_none());
        let step_downs = self.step_downs.all().filter(|(_, value)| value.completed_on.is_none());
        let mut found: Vec<Unfinished> = working
            .chain(statuses)
            .chain(proceedings.map(|(id, _)| Unfinished::Proceedings(id)))
            .chain(alerts.map(|(id, _)| Unfinished::Alert(id)))
            .chain(step_downs.map(|(id, _)| Unfinished::StepDown(id)))
            .collect();
        found.extend(self.round_open());
        found.extend(self.needs_a_reason());
        found.sort();
        found
    }

    /// What the monthly round and the plans leave open.
    fn round_open(&self) -> Vec<Unfinished> {
        let mut found = Vec::new();
        for meeting in self.meetings() {
            match meeting.stage() {
                Stage::Planned => found.push(Unfinished::PlannedSupervision(meeting.id)),
                Stage::Held | Stage::Submitted { .. } | Stage::Returned { .. } => {
                    found.push(Unfinished::Supervision(meeting.id));
                }
                Stage::Authorised { .. } => {}
            }
        }
        let undecided =
            self.specialist_requests.all().filter(|(id, _)| self.specialist_decisions.current(*id).is_none());
        found.extend(undecided.map(|(id, _)| Unfinished::SpecialistRequest(id)));
        let actions = self.open_actions().len();
        if actions > 0 {
            found.push(Unfinished::Actions(actions));
        }
        found
    }

    fn needs_a_reason(&self) -> Vec<Unfinished> {
        let mut found = Vec::new();
        found.extend(self.recommendations_to_decide().into_iter().map(Unfinished::Recommendation));
        let unsettled = self.disagreements.all().filter(|(id, _)| self.settlements.current(*id).is_none());
        found.extend(unsettled.map(|(id, _)| Unfinished::Disagreement(id)));
        let considered = || self.early_help.all().filter(|(_, step)| self.is_this_time(step.considered_on));
        if self.is_last_plan_ending() && considered().next().is_none() {
            found.push(Unfinished::EarlyHelp);
        }
        found.extend(
            considered()
                .filter(|(_, step)| step.needed && step.agreed_on.is_none())
                .map(|(id, _)| Unfinished::EarlyHelpToAgree(id)),
        );
        if self.consents.all().next().is_none() {
            found.push(Unfinished::Consent);
        }
        let summary = self.closure_summary.current(Whole::Family);
        if !summary.is_some_and(|summary| self.is_this_time(summary.written_on)) {
            found.push(Unfinished::ClosureSummary);
        }
        let begun = |part: &Part| {
            let status = self.status(part.module, part.subject);
            matches!(status, ModuleStatus::InProgress | ModuleStatus::Reopened)
        };
        let modules = self.parts_recorded().iter().filter(|part| begun(part)).count();
        if modules > 0 {
            found.push(Unfinished::Modules(modules));
        }
        let two_versions = conflicts(self).len();
        if two_versions > 0 {
            found.push(Unfinished::TwoVersions(two_versions));
        }
        found
    }

    /// Every module and subject of which something is recorded.
    fn parts_recorded(&self) -> BTreeSet<Part> {
        let entries =
            self.entries.all().map(|(_, entry)| Part { module: entry.module, subject: entry.subject });
        entries.chain(self.parts_of_visits()).chain(self.statuses.all().map(|(part, _)| part)).collect()
    }

    /// What is unfinished, in words that follow a name of nobody: "Work with Kayla is not complete".
    pub fn unfinished_words(&self, what: Unfinished) -> String {
        let date = |date: chrono::NaiveDate| crate::model::dates::day_words(date);
        match what {
            Unfinished::Casework(person) => {
                format!("Work with {} is not recorded as complete", self.name_of(person))
            }
            Unfinished::Status(child) => {
                let status = self.status_now(child);
                let what = match status.map(|status| (status.plan, status.looked_after)) {
                    Some((PlanStatus::ChildInNeed, _)) => "has a child in need plan",
                    Some((PlanStatus::ChildProtection, _)) => "has a child protection plan",
                    Some((PlanStatus::Care, _)) | Some((PlanStatus::None, true)) => "is looked after",
                    Some((PlanStatus::None, false)) | None => "is under a court order",
                };
                format!("{} {what}", self.name_of(child))
            }
            Unfinished::Proceedings(id) => {
                let child = self.proceedings.current(id).map(|proceedings| self.name_of(proceedings.child));
                format!("Care proceedings of {} have not ended", child.unwrap_or_default())
            }
            Unfinished::Alert(id) => {
                let received = self.alerts.current(id).map(|alert| date(alert.received_on));
                format!("The alert of {} has not been reviewed", received.unwrap_or_default())
            }
            Unfinished::StepDown(_) => "Support after the child in need plan goes on".to_owned(),
            Unfinished::Supervision(id) => {
                let day = self.meeting(id).and_then(|meeting| meeting.day()).map(date);
                format!("The record of the supervision of {} is not authorised", day.unwrap_or_default())
            }
            Unfinished::PlannedSupervision(id) => {
                let day = self.meeting(id).and_then(|meeting| meeting.day()).map(date);
                format!("The supervision of {} was not held", day.unwrap_or_default())
            }
            Unfinished::SpecialistRequest(_) => "A request for a specialist waits for a decision".to_owned(),
            Unfinished::Actions(1) => "1 action is still to be done".to_owned(),
            Unfinished::Actions(count) => format!("{count} actions are still to be done"),
            Unfinished::Recommendation(id) => {
                let child = self.recommendations.current(id).map(|value| self.name_of(value.child));
                format!("A recommendation on the threshold of {} waits", child.unwrap_or_default())
            }
            Unfinished::Disagreement(id) => {
                let raised = self.disagreements.current(id).map(|value| date(value.raised_on));
                format!("The disagreement of {} is not settled", raised.unwrap_or_default())
            }
            Unfinished::EarlyHelp => "Early help has not been considered".to_owned(),
            Unfinished::EarlyHelpToAgree(_) => {
                "Early help has not been agreed by the team manager".to_owned()
            }
            Unfinished::Consent => "No consent is recorded, nor why it is not needed".to_owned(),
            Unfinished::ClosureSummary => "There is no closure summary".to_owned(),
            Unfinished::Modules(1) => "1 module is begun and not completed".to_owned(),
            Unfinished::Modules(count) => format!("{count} modules are begun and not completed"),
            Unfinished::TwoVersions(1) => "1 thing has two versions and waits for a decision".to_owned(),
            Unfinished::TwoVersions(count) => {
                format!("{count} things have two versions and wait for a decision")
            }
        }
    }
}
