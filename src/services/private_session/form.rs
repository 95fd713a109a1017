//! The boxes of a safety plan, in the order in which it is read.

use chrono::NaiveDate;

use crate::model::ids::PersonId;
use crate::model::safety_plan::SafetyPlan;
use crate::services::sheet::{Question, text};
use crate::services::typed::{Fields, Typed};
use crate::workbook::decide::{Command, SafetyCommand};
use crate::workbook::fold::Workbook;

/// The ids of the boxes, part by part. They stand in drafts, so they stay.
const FIELDS: [&str; 7] =
    ["plan-signs", "plan-do", "plan-help", "plan-children", "plan-take", "plan-word", "plan-contact"];

/// Where what belongs to no box is said.
pub const FIRST: &str = FIELDS[0];

/// What is asked.
pub fn questions() -> Vec<Question> {
    let plan = SafetyPlan::default();
    let parts = plan.parts().map(|(asks, _)| asks);
    FIELDS.into_iter().zip(parts).map(|(id, asks)| text(id, asks).asked()).collect()
}

/// What stands in the boxes at first.
pub fn filled(plan: Option<&SafetyPlan>) -> Fields {
    let plan = plan.cloned().unwrap_or_default();
    let words = plan.parts().map(|(_, words)| words.to_owned());
    FIELDS.into_iter().map(str::to_owned).zip(words).collect()
}

/// What was typed, to be recorded. That it is safe on paper was said of the plan as it was.
pub fn write(book: &Workbook, person: PersonId, typed: &Fields) -> Command {
    let [signs, what_i_do, who_helps, the_children, what_i_take, code_word, safe_contact] =
        FIELDS.map(|id| Typed(typed).text(id).to_owned());
    let plan = SafetyPlan {
        signs,
        what_i_do,
        who_helps,
        the_children,
        what_i_take,
        code_word,
        safe_contact,
        safe_on_paper: None,
    };
    record(book, person, plan)
}

/// That they said today that it is safe to have the plan on paper.
pub fn on_paper(book: &Workbook, person: PersonId, today: NaiveDate) -> Option<Command> {
    let plan = book.safety_plans_of(person).pop()?.clone();
    Some(record(book, person, SafetyPlan { safe_on_paper: Some(today), ..plan }))
}

/// That they take their plan back, where there is one.
pub fn take_back(book: &Workbook, person: PersonId) -> Option<Command> {
    let seen = book.safety_plan_seen(person);
    let back = SafetyCommand::TakePlanBack { person, seen };
    (!book.safety_plans_of(person).is_empty()).then_some(Command::Safety(back))
}

fn record(book: &Workbook, person: PersonId, plan: SafetyPlan) -> Command {
    let seen = book.safety_plan_seen(person);
    Command::Safety(SafetyCommand::WritePlan { person, plan, seen })
}
