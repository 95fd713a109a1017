//! Disagreement and where it is taken, alerts from outside teams, and no recourse to public funds.

use crate::model::alert::{Alert, AlertOutcome, AlertReview};
use crate::model::disagreement::{Disagreement, Settlement, Step};
use crate::model::ids::{AlertId, DisagreementId, EventId, PersonId};
use crate::model::no_recourse::NoRecourse;

use super::{Change, Needed, Outcome, changed, ensure, in_order, past, text, told};
use crate::workbook::decide::Asking;
use crate::workbook::fact::{Fact, Whole};
use crate::workbook::fold::Workbook;

/// Steps are added after those that stand; none is taken away.
pub(super) fn disagreement(
    book: &Workbook,
    asking: &Asking<'_>,
    id: DisagreementId,
    disagreement: Disagreement,
    seen: Vec<EventId>,
) -> Outcome {
    text(&disagreement.views, Needed::Views)?;
    let days =
        || std::iter::once(disagreement.raised_on).chain(disagreement.steps.iter().map(|step| step.on));
    past(asking, days().map(Some))?;
    in_order(days().map(Some))?;
    let heads = book.disagreements.get(id).map(|thing| thing.heads()).unwrap_or_default();
    let stands = |step: &Step| disagreement.steps.contains(step);
    let before = heads.iter().filter_map(|head| head.value.as_ref());
    ensure(before.flat_map(|value| value.steps.iter()).all(stands), Needed::StepsStay)?;
    let on = days().last().unwrap_or(disagreement.raised_on);
    told(&book.disagreements, id, disagreement, seen, on, Fact::Disagreement)
}

pub(super) fn settle(
    book: &Workbook,
    asking: &Asking<'_>,
    id: DisagreementId,
    settlement: Settlement,
    change: Change,
) -> Outcome {
    let Some(disagreement) = book.disagreements.current(id) else { return super::need(Needed::NotHere) };
    past(asking, [Some(settlement.on)])?;
    in_order([Some(disagreement.raised_on), Some(settlement.on)])?;
    text(&settlement.how, Needed::HowSettled)?;
    let on = settlement.on;
    changed(&book.settlements, id, settlement, change, on, Fact::Settlement)
}

/// Taken down from anyone, at once.
pub(super) fn alert(
    book: &Workbook,
    asking: &Asking<'_>,
    id: AlertId,
    alert: Alert,
    change: Change,
) -> Outcome {
    past(asking, [Some(alert.received_on)])?;
    text(&alert.what, Needed::AlertWords)?;
    let here = |person: &PersonId| book.people.get(*person).is_some();
    ensure(alert.about.iter().all(here), Needed::SomebodyHere)?;
    let on = alert.received_on;
    changed(&book.alerts, id, alert, change, on, Fact::Alert)
}

/// What was done. Where a child's welfare is a concern now, somebody leads it.
pub(super) fn review(
    book: &Workbook,
    asking: &Asking<'_>,
    id: AlertId,
    review: AlertReview,
    change: Change,
) -> Outcome {
    let Some(alert) = book.alerts.current(id) else { return super::need(Needed::NotHere) };
    past(asking, [Some(review.on)])?;
    in_order([Some(alert.received_on), Some(review.on)])?;
    text(&review.action, Needed::AlertAction)?;
    let safeguarding = matches!(
        review.outcome,
        AlertOutcome::StrategyMeeting | AlertOutcome::Section47 | AlertOutcome::Conference
    );
    if alert.immediate || safeguarding {
        text(&review.led_by, Needed::AlertLead)?;
    }
    let on = review.on;
    changed(&book.alert_reviews, id, review, change, on, Fact::AlertReview)
}

pub(super) fn no_recourse(
    book: &Workbook,
    asking: &Asking<'_>,
    no_recourse: NoRecourse,
    seen: Vec<EventId>,
) -> Outcome {
    past(asking, [no_recourse.since, no_recourse.plan_agreed_on, no_recourse.reviewed_on])?;
    in_order([no_recourse.plan_agreed_on, no_recourse.reviewed_on])?;
    if no_recourse.applies && no_recourse.plan_agreed_on.is_some() {
        text(&no_recourse.financial_support, Needed::SupportWords)?;
    }
    let on = no_recourse.reviewed_on.or(no_recourse.plan_agreed_on).unwrap_or(asking.today);
    told(&book.no_recourse, Whole::Family, no_recourse, seen, on, Fact::NoRecourse)
}
