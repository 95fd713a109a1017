//! Recommending and deciding a child's threshold. A decision has its reason, and the family's view.

use crate::model::ids::ThresholdId;
use crate::model::status::PlanStatus;
use crate::model::threshold::{Recommendation, Threshold, ThresholdDecision};

use super::{Change, Needed, Outcome, changed, child, ensure, past, text};
use crate::workbook::decide::Asking;
use crate::workbook::decide::rules::AfterProtectionPlan;
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

pub(super) fn recommend(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ThresholdId,
    recommendation: Recommendation,
    change: Change,
) -> Outcome {
    child(book, recommendation.child)?;
    past(asking, [Some(recommendation.on)])?;
    text(&recommendation.why, Needed::ThresholdWhy)?;
    let on = recommendation.on;
    changed(&book.recommendations, id, recommendation, change, on, Fact::Recommendation)
}

pub(super) fn decide(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ThresholdId,
    decision: ThresholdDecision,
    change: Change,
) -> Outcome {
    child(book, decision.child)?;
    past(asking, [Some(decision.on)])?;
    text(&decision.why, Needed::ThresholdWhy)?;
    ensure(
        [&decision.family_view, &decision.not_asked].iter().any(|words| !words.trim().is_empty()),
        Needed::FamilyView,
    )?;
    if let Some(answered) = decision.answers {
        let same = book.recommendations.current(answered).is_some_and(|value| value.child == decision.child);
        ensure(same, Needed::ARecommendation)?;
    }
    // WAL: when a child protection plan ends, the child must be put onto a child in need plan.
    let below = matches!(decision.to, Threshold::Universal | Threshold::EarlyHelp);
    let protected = book
        .status_on(decision.child, decision.on)
        .is_some_and(|status| status.plan == PlanStatus::ChildProtection);
    let must = asking.rules.after_protection_plan == AfterProtectionPlan::InNeed;
    ensure(!(must && below && protected), Needed::InNeedFollows)?;
    let on = decision.on;
    changed(&book.thresholds, id, decision, change, on, Fact::ThresholdDecision)
}
