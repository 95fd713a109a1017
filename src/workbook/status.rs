//! Each child's status over time, read from what was recorded in any order.

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::{PersonId, StatusId};
use crate::model::status::{ChildStatus, PlanStatus};

use super::decide::rules::AfterProtectionPlan;
use super::fold::Workbook;

impl Workbook {
    /// What was recorded of a child's status, earliest first; of one day, in the order it was recorded.
    pub fn statuses_of(&self, child: PersonId) -> Vec<(StatusId, &ChildStatus)> {
        let mut found: Vec<_> =
            self.child_statuses.all().filter(|(_, status)| status.child == child).collect();
        found.sort_by_key(|(id, status)| (status.from, self.status_recorded(*id), *id));
        found
    }

    /// When a status was first recorded; one that is still to be recorded comes last.
    pub(super) fn status_recorded(&self, id: StatusId) -> DateTime<Utc> {
        self.child_statuses.get(id).map_or(DateTime::<Utc>::MAX_UTC, |thing| thing.first().recorded)
    }

    /// A child's status on a day.
    pub fn status_on(&self, child: PersonId, day: NaiveDate) -> Option<&ChildStatus> {
        self.statuses_of(child).into_iter().rev().map(|(_, status)| status).find(|status| status.from <= day)
    }

    /// The latest that was recorded of a child's status.
    pub fn status_now(&self, child: PersonId) -> Option<&ChildStatus> {
        self.statuses_of(child).pop().map(|(_, status)| status)
    }

    /// The plan a child has now.
    pub fn plan_now(&self, child: PersonId) -> PlanStatus {
        self.status_now(child).map_or(PlanStatus::None, |status| status.plan)
    }

    /// When a child's latest plan of this kind ended.
    pub fn plan_ended_on(&self, child: PersonId, plan: PlanStatus) -> Option<NaiveDate> {
        let statuses = self.statuses_of(child);
        let ends = statuses.iter().zip(statuses.iter().skip(1));
        ends.filter(|((_, before), (_, after))| before.plan == plan && after.plan != plan)
            .map(|(_, (_, after))| after.from)
            .next_back()
    }

    /// Whether responsibility for a child passed to the team for children in care, and nothing was recorded of
    /// the child's status since (`domain.md` R86).
    pub fn has_passed_on(&self, child: PersonId) -> bool {
        let passed = self
            .proceedings
            .all()
            .filter(|(_, proceedings)| proceedings.child == child)
            .filter_map(|(_, proceedings)| proceedings.passed_on.as_ref())
            .map(|passed| passed.on)
            .max();
        passed.is_some_and(|on| self.status_now(child).is_none_or(|status| status.from <= on))
    }

    /// The children of whom this team still has a plan, an order or care to look after.
    pub fn children_with_open_status(&self) -> Vec<PersonId> {
        self.children()
            .into_iter()
            .map(|(child, _)| child)
            .filter(|child| self.status_now(*child).is_some_and(ChildStatus::is_open))
            .filter(|child| !self.has_passed_on(*child))
            .collect()
    }

    /// Whether the last child in need plan of any child has ended, or is the only one left: the time to think
    /// of early help (`domain.md` R85).
    pub fn is_last_plan_ending(&self) -> bool {
        let children = self.children();
        let had_one = children.iter().any(|(child, _)| {
            self.statuses_of(*child).iter().any(|(_, status)| status.plan == PlanStatus::ChildInNeed)
        });
        let with_plan = children
            .iter()
            .filter(|(child, _)| self.plan_now(*child) != PlanStatus::None && !self.has_passed_on(*child));
        had_one && with_plan.count() <= 1
    }
}

/// Whether a status may follow another where the authority says what follows a child protection plan.
pub fn may_follow(before: &ChildStatus, after: &ChildStatus, rule: AfterProtectionPlan) -> bool {
    if before.plan != PlanStatus::ChildProtection || after.plan != PlanStatus::None {
        return true;
    }
    match rule {
        AfterProtectionPlan::NotSaid => true,
        AfterProtectionPlan::InNeedRecommended => {
            after.no_plan_after.is_some() || !after.why.trim().is_empty()
        }
        AfterProtectionPlan::InNeed => after.no_plan_after.is_some(),
    }
}
