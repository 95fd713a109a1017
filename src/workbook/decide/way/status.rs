//! A child's status, with what the authority says must follow a child protection plan.

use crate::model::ids::{PersonId, StatusId};
use crate::model::status::{ChildStatus, LegalStatus, PlanStatus};

use super::{Change, Needed, Outcome, changed, child, ensure, past, text};
use crate::workbook::decide::rules::AfterProtectionPlan;
use crate::workbook::decide::{Asking, Refusal};
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;
use crate::workbook::status::may_follow;

pub(super) fn record(
    book: &Workbook,
    asking: &Asking<'_>,
    id: StatusId,
    status: ChildStatus,
    change: Change,
) -> Outcome {
    child(book, status.child)?;
    past(asking, [Some(status.from)])?;
    if status.looked_after {
        ensure(status.legal.is_some(), Needed::LegalBasis)?;
        let supervision = [LegalStatus::SupervisionOrder, LegalStatus::InterimSupervisionOrder];
        if status.legal.is_some_and(|legal| supervision.contains(&legal)) {
            text(&status.why, Needed::NotLookedAfter)?;
        }
    }
    if status.plan == PlanStatus::Care {
        ensure(status.looked_after || status.legal.is_some(), Needed::LookedAfterPlan)?;
    }
    let with_another =
        status.looked_after || matches!(status.plan, PlanStatus::ChildProtection | PlanStatus::Care);
    if asking.rules.child_in_need_only && with_another {
        text(&status.why, Needed::ForAnotherTeam)?;
    }
    // Which of two came first on one day could only be guessed.
    let same_day = |(other, before): &(StatusId, &ChildStatus)| *other != id && before.from == status.from;
    ensure(!book.statuses_of(status.child).iter().any(same_day), Needed::OneStatusADay)?;
    follows(book, asking, id, status.child, Some(&status))?;
    // Moved to another child, what they had before must follow too.
    if let Some(before) = book.child_statuses.current(id).filter(|before| before.child != status.child) {
        follows(book, asking, id, before.child, None)?;
    }
    let on = status.from;
    changed(&book.child_statuses, id, status, change, on, Fact::ChildStatus)
}

/// Refuses a change after which more of a child's statuses follow where the authority says they may not. What
/// came to stand so by joining two copies does not keep anybody from mending it.
pub(super) fn follows(
    book: &Workbook,
    asking: &Asking<'_>,
    id: StatusId,
    of: PersonId,
    new: Option<&ChildStatus>,
) -> Result<(), Refusal> {
    let rule = asking.rules.after_protection_plan;
    let now = book.statuses_of(of);
    let mut then: Vec<(StatusId, &ChildStatus)> = now.clone();
    match (new, then.iter_mut().find(|(place, _)| *place == id)) {
        (Some(status), Some(place)) => place.1 = status,
        (Some(status), None) => then.push((id, status)),
        (None, _) => then.retain(|(place, _)| *place != id),
    }
    // As they will be read: of one day, which only joining two copies brings about, by when they were recorded.
    then.sort_by_key(|(id, status)| (status.from, book.status_recorded(*id), *id));
    let faults = |statuses: &[(StatusId, &ChildStatus)]| {
        let pairs = statuses.iter().zip(statuses.iter().skip(1));
        pairs.filter(|((_, before), (_, after))| !may_follow(before, after, rule)).count()
    };
    if faults(&then) <= faults(&now) {
        return Ok(());
    }
    super::need(match rule {
        AfterProtectionPlan::InNeed => Needed::InNeedFollows,
        AfterProtectionPlan::InNeedRecommended | AfterProtectionPlan::NotSaid => Needed::InNeedRecommended,
    })
}
