//! One goal of a plan, in the family's words, with the steps to it (WAR 9.4; `domain.md` R72; `ux.md` S23).

use crate::model::ids::PlanId;
use crate::model::plan::{Goal, Plan};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, line, many, text, tick};
use crate::services::sheets::{Fresh, everybody};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, PlanCommand};

use super::{Which, step};

/// The ids of the boxes. They stand in drafts, so they stay.
pub(super) mod field {
    pub const OUTCOME: &str = "goal-outcome";
    pub const CHILDREN: &str = "goal-children";
    pub const TAKE_OUT: &str = "goal-take-out";
    pub const REASON: &str = "goal-reason";
}

/// What is asked about a goal.
pub(super) fn questions(here: &Here<'_>, goal: Option<&Goal>) -> Vec<Question> {
    let children = here.book.children().into_iter().map(|(id, _)| id);
    let children = everybody(here.book)
        .into_iter()
        .filter(move |it| children.clone().any(|child| child.to_string() == it.value));
    let mut questions = vec![
        text(field::OUTCOME, "What will be better?")
            .hinted("In the family’s own words where you can: what life will be like when it is reached.")
            .asked(),
        many(field::CHILDREN, "Which children is it for? (optional)", children).asked(),
    ];
    questions.extend(step::questions(here, goal.map(|goal| goal.steps.as_slice()).unwrap_or_default()));
    questions
}

fn boxes(goal: &Goal) -> Fields {
    let mut fields = step::boxes(&goal.steps);
    let children: Vec<String> = goal.children.iter().map(ToString::to_string).collect();
    fields.insert(field::OUTCOME.to_owned(), goal.outcome.clone());
    fields.insert(field::CHILDREN.to_owned(), children.join("\n"));
    fields
}

/// The goal that was typed.
pub(super) fn read_goal(
    here: &Here<'_>,
    boxes: Typed<'_>,
    standing: Option<&Goal>,
    fresh: Fresh<'_>,
    wrong: &mut Vec<Wrong>,
) -> Goal {
    let outcome = boxes.text(field::OUTCOME).to_owned();
    if outcome.is_empty() {
        wrong.push(Wrong::new(field::OUTCOME, "Enter what will be better"));
    }
    let steps = standing.map(|goal| goal.steps.as_slice()).unwrap_or_default();
    Goal {
        outcome,
        children: boxes.lines(field::CHILDREN).into_iter().filter_map(|id| id.parse().ok()).collect(),
        steps: step::read(here, boxes, steps, fresh, wrong),
    }
}

/// Where refusals about goals stand.
pub(super) fn at() -> [(Field, String); 2] {
    [(Field::Goals, field::OUTCOME.to_owned()), (Field::Actions, step::first_box())]
}

/// Another goal of a plan that stands, or a change to one.
pub(super) fn sheet(here: &Here<'_>, id: PlanId, plan: &Plan, which: Which) -> Option<Sheet> {
    let goal = match which {
        Which::Another => None,
        Which::Goal(place) => Some(plan.goals.get(place)?),
    };
    let mut questions = questions(here, goal);
    if goal.is_some() && plan.goals.len() > 1 {
        questions.push(
            tick(field::TAKE_OUT, "Take this goal out of the plan")
                .hinted("If it is reached or no longer needed, say so at its steps instead: then it stays to be seen.")
                .asked(),
        );
    }
    questions.push(line(field::REASON, "Why are you changing the plan?").asked());
    Some(Sheet {
        heading: if goal.is_some() { "Change a goal" } else { "Add a goal" }.to_owned(),
        caption: Some(super::caption(here, plan)),
        intro: vec![
            "A step says what, who, and by when or how often, so that everybody knows what was agreed."
                .to_owned(),
        ],
        questions,
        save: "Save goal",
        done: "The goal was recorded".to_owned(),
        back: FamilyPage::leaf_of(Leaf::Plan, id),
        filled: goal.map(boxes).unwrap_or_default(),
        at: at().into_iter().chain([(Field::Reason, field::REASON.to_owned())]).collect(),
    })
}

pub(super) fn read(
    here: &Here<'_>,
    id: PlanId,
    plan: &Plan,
    which: Which,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let mut plan = plan.clone();
    match which {
        Which::Goal(place) if boxes.is(field::TAKE_OUT, "yes") && plan.goals.len() > 1 => {
            if place < plan.goals.len() {
                plan.goals.remove(place);
            }
        }
        Which::Goal(place) => {
            let goal = read_goal(here, boxes, plan.goals.get(place), fresh, &mut wrong);
            if let Some(stands) = plan.goals.get_mut(place) {
                *stands = goal;
            }
        }
        Which::Another => plan.goals.push(read_goal(here, boxes, None, fresh, &mut wrong)),
    }
    let reason = boxes.text(field::REASON).to_owned();
    if reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing the plan"));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let seen = here.book.plans.head_ids(id);
    Ok(vec![Command::Plan(PlanCommand::Record { id, plan, reason, seen })])
}
