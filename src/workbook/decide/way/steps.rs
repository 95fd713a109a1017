//! Steps on the way out: care proceedings of one child, early help, and support that goes on after the plan.

use crate::model::ids::{EventId, ProceedingsId, StepId};
use crate::model::leaving::{EarlyHelp, StepDown};
use crate::model::practitioner::Role;
use crate::model::proceedings::{Outcome as Ending, Proceedings};
use crate::model::status::PlanStatus;

use super::{Needed, Outcome, child, ensure, in_order, past, text, told};
use crate::workbook::decide::Asking;
use crate::workbook::decide::permission::Act;
use crate::workbook::fact::Fact;
use crate::workbook::fold::Workbook;

/// The team keeps the child until the care order is granted; then responsibility passes, and brothers and
/// sisters stay.
pub(super) fn proceedings(
    book: &Workbook,
    asking: &Asking<'_>,
    id: ProceedingsId,
    proceedings: Proceedings,
    seen: Vec<EventId>,
) -> Outcome {
    child(book, proceedings.child)?;
    text(&proceedings.why, Needed::CareWhy)?;
    let ended = proceedings.ended.as_ref();
    let passed = proceedings.passed_on.as_ref();
    let days = [Some(proceedings.decided_on), ended.map(|ended| ended.on), passed.map(|passed| passed.on)];
    past(asking, days.into_iter().chain([proceedings.outline_on]))?;
    in_order(days)?;
    in_order([proceedings.outline_on, ended.map(|ended| ended.on)])?;
    if ended.is_some_and(|ended| ended.outcome != Ending::NotIssued) {
        ensure(proceedings.outline_on.is_some(), Needed::OutlineFirst)?;
    }
    if let Some(passed) = passed {
        ensure(ended.is_some_and(|ended| ended.outcome == Ending::CareOrder), Needed::EndFirst)?;
        text(&passed.to, Needed::PassedTo)?;
    }
    let on = days.into_iter().flatten().last().unwrap_or(proceedings.decided_on);
    told(&book.proceedings, id, proceedings, seen, on, Fact::Proceedings)
}

/// What is agreed is the team manager's; what leads to it is anybody's to propose.
pub(super) fn early_help_act(book: &Workbook, id: StepId, step: &EarlyHelp) -> Act {
    let agreed = |step: &EarlyHelp| step.agreed_on.map(|on| (on, step.needed, step.why.clone()));
    let before = book.early_help.current(id).and_then(agreed);
    if agreed(step) == before { Act::ProposeStep } else { Act::AgreeEarlyHelp }
}

pub(super) fn early_help(
    book: &Workbook,
    asking: &Asking<'_>,
    id: StepId,
    step: EarlyHelp,
    seen: Vec<EventId>,
) -> Outcome {
    past(asking, [Some(step.considered_on), step.told_on, step.invited_on, step.agreed_on])?;
    in_order([Some(step.considered_on), step.agreed_on])?;
    text(&step.why, Needed::EarlyHelpWhy)?;
    ensure(!(step.needed && step.agreed_on.is_some() && step.told_on.is_none()), Needed::EarlyHelpTold)?;
    let on = step.agreed_on.unwrap_or(step.considered_on);
    told(&book.early_help, id, step, seen, on, Fact::EarlyHelp)
}

pub(super) fn step_down(
    book: &Workbook,
    asking: &Asking<'_>,
    id: StepId,
    step: StepDown,
    seen: Vec<EventId>,
) -> Outcome {
    ensure(asking.rules.step_down_support, Needed::StepDownNotUsed)?;
    past(asking, [Some(step.plan_ended_on), step.completed_on])?;
    in_order([Some(step.plan_ended_on), step.completed_on])?;
    ensure(!step.children.is_empty(), Needed::StepDownChildren)?;
    for one in &step.children {
        child(book, *one)?;
        let has_plan =
            book.status_on(*one, step.plan_ended_on).is_some_and(|status| status.plan != PlanStatus::None);
        ensure(!has_plan, Needed::StepDownChildren)?;
    }
    let lead = book.memberships.current(step.lead);
    ensure(lead.is_some_and(|member| member.role != Role::SocialWorker), Needed::StepDownLead)?;
    if step.completed_on.is_some() {
        text(&step.words, Needed::StepDownWords)?;
    }
    let on = step.completed_on.unwrap_or(step.plan_ended_on);
    told(&book.step_downs, id, step, seen, on, Fact::StepDown)
}
