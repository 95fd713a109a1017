//! Whether the workbook is closed, and what a family's coming back means.

use chrono::{Days, NaiveDate};

use crate::model::leaving::{ClosedBecause, Closing};
use crate::model::status::PlanStatus;

use super::decide::rules::Rules;
use super::fact::Whole;
use super::fold::Workbook;
use super::versioned::Version;

/// A family that comes back after it had left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComesBack {
    pub closed_on: NaiveDate,
    /// The last day on which a new referral returns to the same team, where the authority has such a rule.
    pub returns_until: Option<NaiveDate>,
    /// Whether it returns to the same team. `None`: the guidance does not say, or not for this family.
    pub same_team: Option<bool>,
}

impl Workbook {
    /// The closing that stands, while the workbook is closed. While one copy says closed and another
    /// reopened, it is closed until somebody who has seen both decides.
    pub fn closed(&self) -> Option<&Version<Closing>> {
        let thing = self.closing.get(Whole::Family)?;
        thing.heads().into_iter().rev().find(|head| matches!(head.value, Some(Closing::Closed { .. })))
    }

    /// Since when the workbook is closed and can only be read.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        self.closed().and_then(|version| version.value.as_ref()).map(Closing::on)
    }

    /// When it was last closed, though it may be open again.
    pub fn last_closed_on(&self) -> Option<NaiveDate> {
        self.closings().filter(|closing| matches!(closing, Closing::Closed { .. })).map(Closing::on).last()
    }

    /// When it was last reopened.
    pub fn reopened_on(&self) -> Option<NaiveDate> {
        self.closings().filter(|closing| matches!(closing, Closing::Reopened { .. })).map(Closing::on).last()
    }

    /// Every closing and reopening, in order.
    pub fn closings(&self) -> impl Iterator<Item = &Closing> {
        let versions = self.closing.get(Whole::Family).into_iter().flat_map(|thing| thing.versions());
        versions.filter_map(|version| version.value.as_ref())
    }

    /// Whether something of that day belongs to the family's time with the team now, and not to one before.
    pub(super) fn is_this_time(&self, day: NaiveDate) -> bool {
        self.reopened_on().is_none_or(|reopened| day >= reopened)
    }

    /// What a referral of that day means for a family that had left (`domain.md` R90). Warwickshire's "12 week
    /// rule" is not defined in its procedure: it is read as within 12 weeks of closing, and it does not apply
    /// on the edge of care or to child protection.
    pub fn comes_back(&self, rules: &Rules, referred_on: NaiveDate) -> Option<ComesBack> {
        let closed_on = self
            .closings()
            .filter(|closing| matches!(closing, Closing::Closed { .. }))
            .map(Closing::on)
            .filter(|closed| *closed <= referred_on)
            .last()?;
        let days = rules.returns_within_weeks.map(|weeks| Days::new(7 * u64::from(weeks)));
        let returns_until = days.and_then(|days| closed_on.checked_add_days(days));
        let for_another = self.children().iter().any(|(child, _)| {
            matches!(self.plan_now(*child), PlanStatus::ChildProtection | PlanStatus::Care)
        });
        let same_team = returns_until.filter(|_| !for_another).map(|until| referred_on <= until);
        Some(ComesBack { closed_on, returns_until, same_team })
    }

    /// Whether the family may leave though the work is not complete: it no longer consents, and no child has a
    /// child protection or care plan (`domain.md` R63, R84).
    pub fn may_leave_without_consent(&self, rules: &Rules, because: ClosedBecause) -> bool {
        let in_protection = self.children_with_open_status().into_iter().any(|child| {
            !self.status_now(child).is_some_and(|status| {
                matches!(status.plan, PlanStatus::ChildInNeed | PlanStatus::None)
                    && !status.looked_after
                    && status.legal.is_none()
            })
        });
        rules.leaves_without_consent
            && because == ClosedBecause::NoLongerConsents
            && self.no_longer_consents()
            && !in_protection
    }
}
