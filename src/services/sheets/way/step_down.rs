//! Support that goes on for a short while after the child in need plan, where the authority has it (`domain.md`
//! R87).

use crate::model::ids::{PersonId, StepId};
use crate::model::leaving::StepDown;
use crate::model::practitioner::Role;
use crate::model::status::PlanStatus;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, date, many, near_date, pick, text};
use crate::services::sheets::{Fresh, no_id};
use crate::services::typed::{Fields, Wrong};
use crate::workbook::decide::way::Way;
use crate::workbook::decide::{Command, Field};

use super::{Changed, Filled, Reading, changed, workers};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const CHILDREN: &str = "step-down-children";
    pub const ENDED: &str = "step-down-ended";
    pub const LEAD: &str = "step-down-lead";
    pub const COMPLETED: &str = "step-down-completed";
    pub const WORDS: &str = "step-down-words";
}

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Changed<'a, StepId, StepDown> {
    if here.rules().step_down_support { changed(of, &here.book.step_downs) } else { None }
}

pub fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = stands(of, here)?;
    let children = here.book.children().into_iter().map(|(id, _)| Answer::new(id, here.book.name_of(id)));
    Some(Sheet {
        heading: "Support after the plan".to_owned(),
        caption: None,
        intro: vec![
            "For a short while after a child in need plan a worker of the team goes on. The social worker’s part \
             ends with the plan."
                .to_owned(),
        ],
        questions: vec![
            many(field::CHILDREN, "Which children is it for?", children).asked(),
            near_date(field::ENDED, "When did their child in need plan end?")
                .hinted("The review at which the support was agreed.")
                .asked(),
            pick(field::LEAD, "Who leads the support?", workers(here, |role| *role != Role::SocialWorker))
                .hinted("Somebody in the team who is not a social worker.")
                .asked(),
            date(field::COMPLETED, "When was it completed? (optional)").asked(),
            text(field::WORDS, "What is done, and how is the family now?")
                .hinted("Needed when it is completed.")
                .asked(),
        ],
        save: "Save support",
        done: "The support was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Close),
        filled: stands.map(|(_, step)| boxes(step)).unwrap_or_default(),
        at: super::super::at([
            (Field::Date, field::ENDED),
            (Field::Person, field::CHILDREN),
            (Field::Worker, field::LEAD),
            (Field::Text, field::WORDS),
        ]),
    })
}

fn boxes(step: &StepDown) -> Fields {
    Filled::default()
        .many(field::CHILDREN, &step.children)
        .day(field::ENDED, Some(step.plan_ended_on))
        .text(field::LEAD, step.lead)
        .day(field::COMPLETED, step.completed_on)
        .text(field::WORDS, &step.words)
        .0
}

pub fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = stands(of, here) else { return Ok(Vec::new()) };
    let mut form = Reading::of(typed, here);
    let children = form.people(field::CHILDREN);
    let ended = form.needed_past(field::ENDED, "The end of the plan", "Enter when the plan ended");
    if children.is_empty() {
        form.missing(field::CHILDREN, "Select the children whose child in need plan has ended");
    }
    let with_plan = |child: &&PersonId| {
        let status = ended.and_then(|ended| here.book.status_on(**child, ended));
        status.is_some_and(|status| status.plan != PlanStatus::None)
    };
    if let Some(child) = children.iter().find(with_plan) {
        let name = here.book.name_of(*child);
        let words = format!("{name} has a plan on that day. Record the end of it under Thresholds first");
        form.missing(field::CHILDREN, words);
    }
    let lead = form.needed(form.id(field::LEAD), field::LEAD, "Select who leads the support");
    let completed_on = form.past(field::COMPLETED, "The day it was completed");
    if let (Some(ended), Some(completed)) = (ended, completed_on)
        && completed < ended
    {
        form.missing(field::COMPLETED, "It must be completed on or after the day the plan ended");
    }
    if completed_on.is_some() {
        form.needed_text(field::WORDS, "Enter what was done and how the family is now");
    }
    let (Some(plan_ended_on), Some(lead), true) = (ended, lead, form.wrong.is_empty()) else {
        return Err(form.wrong);
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(StepId::from_bytes));
    let Some(id) = id else { return Err(no_id(field::ENDED)) };
    let step = StepDown { children, plan_ended_on, lead, completed_on, words: form.text(field::WORDS) };
    let seen = here.book.step_downs.head_ids(id);
    Ok(vec![Way::RecordStepDown { id, step, seen }.into()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{KAYLA, person};
    use crate::services::sheets::way::desk::Desk;

    #[test]
    fn support_begins_when_the_plan_has_ended_and_is_completed() {
        let mut desk = Desk::new(Authority::Warwickshire);
        let lead = desk.welcomes("Jo Bird", "children_and_family_worker");
        let kayla = person(KAYLA).to_string();
        let status = |plan, from| [("status-from", from), ("status-plan", plan), ("status-why", "As agreed")];
        desk.fills_in(Place::Status, Some(&kayla), &status("child_in_need", "2026-06-01"));
        let begins = [
            ("step-down-children", kayla.as_str()),
            ("step-down-ended", "2026-11-10"),
            ("step-down-lead", lead.as_str()),
        ];
        let wrong = desk.mends(Place::StepDown, None, &begins);
        assert_eq!(wrong[0].0, "step-down-children");
        assert!(wrong[0].1.starts_with("Kayla has a plan on that day"), "{wrong:?}");
        desk.fills_in(Place::Status, Some(&kayla), &status("none", "2026-11-10"));
        desk.fills_in(Place::StepDown, None, &begins);
        let (id, _) = desk.sample.book.step_downs.all().next().unwrap();
        let id = id.to_string();
        let ends = [("step-down-completed", "2026-11-20")];
        assert_eq!(desk.mends(Place::StepDown, Some(&id), &ends)[0].0, "step-down-words");
        desk.fills_in(Place::StepDown, Some(&id), &[ends[0], ("step-down-words", "Bedtimes go well")]);
        assert!(desk.sample.book.step_downs.all().all(|(_, step)| step.completed_on.is_some()));
    }

    #[test]
    fn where_there_is_none_there_is_no_form() {
        assert!(sheet(None, &Desk::new(Authority::Walsall).here()).is_none());
    }
}
