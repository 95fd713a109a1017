//! What was agreed to be done, in supervision and in plans, and how far it has come. An action without a
//! result is carried forward until it has one (`domain.md` R50, B5).

use chrono::NaiveDate;

use crate::model::action::{Action, ActionResult, Outcome};
use crate::model::ids::{ActionId, PlanId, SupervisionId};
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Version;

use super::Meeting;

/// Where an action was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreedIn {
    Supervision(SupervisionId),
    Plan(PlanId),
}

/// An action, where it comes from and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreed<'a> {
    pub action: &'a Action,
    pub agreed_in: AgreedIn,
    pub agreed_on: NaiveDate,
    /// The last word on it.
    pub result: Option<&'a Version<ActionResult>>,
}

impl Agreed<'_> {
    fn said(&self) -> Option<&ActionResult> {
        self.result.and_then(|version| version.value.as_ref())
    }

    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.said().is_none_or(|result| result.outcome == Outcome::NotYet)
    }

    /// The day it is due: the new one, where it was carried forward to another day.
    pub fn due(&self) -> Option<NaiveDate> {
        let moved = self.said().and_then(|result| result.by.as_ref());
        moved.or(self.action.by.as_ref()).and_then(|by| by.day())
    }
}

impl Workbook {
    /// Every action of the family: those of supervisions in order of day, then the steps of its plans.
    pub fn actions(&self) -> Vec<Agreed<'_>> {
        let mut found = Vec::new();
        for meeting in self.meetings() {
            let (Some(notes), Some(day)) = (meeting.notes(), meeting.day()) else { continue };
            let agreed_in = AgreedIn::Supervision(meeting.id);
            found.extend(notes.actions.iter().map(|action| self.agreed(action, agreed_in, day)));
        }
        for (id, plan) in self.plans.all() {
            found.extend(plan.steps().map(|step| self.agreed(step, AgreedIn::Plan(id), plan.agreed_on)));
        }
        found
    }

    /// The actions that are still to be done.
    pub fn open_actions(&self) -> Vec<Agreed<'_>> {
        self.actions().into_iter().filter(Agreed::is_open).collect()
    }

    /// One action.
    pub fn action(&self, id: ActionId) -> Option<Agreed<'_>> {
        self.actions().into_iter().find(|agreed| agreed.action.id == id)
    }

    fn agreed<'a>(&'a self, action: &'a Action, agreed_in: AgreedIn, agreed_on: NaiveDate) -> Agreed<'a> {
        let result = self.action_results.get(action.id).map(|thing| thing.latest());
        Agreed { action, agreed_in, agreed_on, result }
    }
}

impl<'a> Meeting<'a> {
    /// The actions of earlier supervisions that come to this one: those still open when it was held, each with
    /// what came of it. The administrator copies none of them by hand.
    pub fn carried_in(&self) -> Vec<Agreed<'a>> {
        let own = self.held().map(|held| held.on);
        let mut carried = self.book.actions();
        carried.retain(|agreed| {
            let AgreedIn::Supervision(from) = agreed.agreed_in else { return false };
            let earlier = from != self.id && own.is_none_or(|own| agreed.agreed_on < own);
            earlier && (self.looked_at(agreed) || self.was_open(agreed, own))
        });
        carried
    }

    /// Whether it was looked at in this supervision.
    fn looked_at(&self, agreed: &Agreed<'_>) -> bool {
        let versions =
            self.book.action_results.get(agreed.action.id).into_iter().flat_map(|it| it.versions());
        versions
            .filter_map(|version| version.value.as_ref())
            .any(|result| result.reviewed_in == Some(self.id))
    }

    /// Whether it was open on the day; now, where the supervision is still to come.
    fn was_open(&self, agreed: &Agreed<'_>, own: Option<NaiveDate>) -> bool {
        let Some(own) = own else { return agreed.is_open() };
        let versions =
            self.book.action_results.get(agreed.action.id).into_iter().flat_map(|it| it.versions());
        let settled = versions
            .filter_map(|version| version.value.as_ref())
            .any(|result| result.outcome != Outcome::NotYet && result.on < own);
        !settled
    }
}
