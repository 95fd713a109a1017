//! The plan as a whole: for whom, since when, how often each child is visited, and what everybody thinks.

use std::collections::BTreeMap;

use crate::model::choices::Choice;
use crate::model::dates::PartialDate;
use crate::model::ids::{PersonId, PlanId};
use crate::model::plan::{Plan, PlanKind};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, What, line, many, near_date, one, text, tick};
use crate::services::sheets::{Fresh, answers, children, choice, in_error, needed_date, no_id};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{Command, Field, PlanCommand};

use super::{goal, visiting};

/// The ids of the boxes. They stand in drafts, so they stay.
pub(super) mod field {
    use crate::model::ids::PersonId;

    pub const KIND: &str = "plan-kind";
    pub const AGREED: &str = "plan-agreed";
    pub const MEETING: &str = "plan-meeting";
    pub const CHILDREN: &str = "plan-children";
    pub const AGENCIES: &str = "plan-agencies";
    pub const SHAPED: &str = "plan-shaped";
    pub const SERVICES: &str = "plan-services";
    pub const CONTINGENCY: &str = "plan-contingency";
    pub const ERROR: &str = "plan-error";
    pub const REASON: &str = "plan-reason";

    /// A box about one person.
    pub fn of(what: &str, person: PersonId) -> String {
        format!("plan-{what}-{person}")
    }
}

/// The box for what one person thinks.
const VIEW: &str = "view";

/// The children of whom it can be: those in the workflow, and those of whom it is.
fn offered(here: &Here<'_>, plan: Option<&Plan>) -> Vec<PersonId> {
    let mut offered = children(here.book);
    let own = plan.into_iter().flat_map(|plan| plan.children.iter().copied());
    for child in own {
        if !offered.contains(&child) {
            offered.push(child);
        }
    }
    offered
}

/// The adults who are asked what they think.
fn asked(here: &Here<'_>, plan: Option<&Plan>) -> Vec<PersonId> {
    let views = plan.map(|plan| &plan.parents_views);
    let said = |id: &PersonId| views.is_some_and(|views| views.contains_key(id));
    let adults = here.book.adults().into_iter().map(|(id, _)| id);
    adults.filter(|id| here.book.in_workflow(*id) || said(id)).collect()
}

pub(super) fn sheet(here: &Here<'_>, stands: Option<(PlanId, &Plan)>) -> Sheet {
    let plan = stands.map(|(_, plan)| plan);
    let offered = offered(here, plan);
    let name = |id: &PersonId| Answer::new(id, here.book.name_of(*id));
    let mut questions = vec![
        one(field::KIND, "Which plan is it?", answers::<PlanKind>())
            .hinted("An interim plan is in place until the first planning meeting has agreed one.")
            .asked(),
        near_date(field::AGREED, "When was it agreed?").asked(),
        tick(field::MEETING, "It was agreed in a planning meeting").asked(),
        many(field::CHILDREN, "Which children is it for?", offered.iter().map(name)).asked(),
    ];
    if stands.is_none() {
        questions.push(What::Heading("The first goal".to_owned()).asked());
        questions.extend(goal::questions(here, None));
    }
    questions.push(What::Heading("Visits".to_owned()).asked());
    questions.extend(offered.iter().flat_map(|child| visiting::questions(here, *child, plan)));
    questions.push(What::Heading("What everybody thinks".to_owned()).asked());
    let view = |person: &PersonId| {
        text(field::of(VIEW, *person), format!("What does {} think? (optional)", here.book.name_of(*person)))
    };
    questions.extend(offered.iter().map(|child| view(child).when(field::CHILDREN, [child])));
    questions.extend(asked(here, plan).iter().map(|adult| view(adult).asked()));
    questions.extend([
        text(field::AGENCIES, "What do other agencies think? (optional)").asked(),
        text(field::SHAPED, "How did wishes and feelings shape the plan? (optional)").asked(),
        What::Heading("Who helps, and what if it does not work".to_owned()).asked(),
        text(field::SERVICES, "Who provides what? (optional)")
            .hinted("With the details of everybody involved.")
            .asked(),
        text(field::CONTINGENCY, "What happens if the plan does not work? (optional)").asked(),
    ]);
    if stands.is_some() {
        questions.push(in_error(field::ERROR, "plan"));
        questions.push(line(field::REASON, "Why are you changing it?").asked());
    }
    Sheet {
        heading: if stands.is_some() { "Change the plan" } else { "Record a plan" }.to_owned(),
        caption: plan.map(|plan| super::caption(here, plan)),
        intro: intro(stands.is_some()),
        questions,
        save: "Save plan",
        done: "The plan was recorded".to_owned(),
        back: stands.map_or(FamilyPage::leaf(Leaf::Plans), |(id, _)| FamilyPage::leaf_of(Leaf::Plan, id)),
        filled: plan.map_or_else(|| begin(&offered), boxes),
        at: at(stands.is_none(), &offered),
    }
}

fn intro(changed: bool) -> Vec<String> {
    let words = if changed {
        "Goals and their steps have forms of their own: go back to the plan to change them."
    } else {
        "Begin with one goal. You can add the others one after the other when the plan is saved."
    };
    vec![words.to_owned()]
}

fn at(with_goal: bool, offered: &[PersonId]) -> Vec<(Field, String)> {
    let mut at =
        crate::services::sheets::at([(Field::Day, field::AGREED), (Field::Children, field::CHILDREN)]);
    at.extend(offered.first().map(|child| (Field::Visiting, visiting::first_box(*child))));
    match with_goal {
        true => at.extend(goal::at()),
        false => at.push((Field::Reason, field::REASON.to_owned())),
    }
    at
}

/// A new plan is for every child in the workflow, until somebody says otherwise.
fn begin(offered: &[PersonId]) -> Fields {
    let children: Vec<String> = offered.iter().map(ToString::to_string).collect();
    [(field::CHILDREN.to_owned(), children.join("\n"))].into()
}

fn boxes(plan: &Plan) -> Fields {
    let mut fields = begin(&plan.children.iter().copied().collect::<Vec<_>>());
    fields.extend(visiting::boxes(plan));
    put_date(&mut fields, field::AGREED, Some(PartialDate::day(plan.agreed_on)));
    let mut put = |id: String, words: &str| drop(fields.insert(id, words.to_owned()));
    put(field::KIND.to_owned(), plan.kind.code());
    put(field::MEETING.to_owned(), if plan.at_a_meeting { "yes" } else { "" });
    for (person, view) in plan.childrens_views.iter().chain(&plan.parents_views) {
        put(field::of(VIEW, *person), view);
    }
    for (id, words) in [
        (field::AGENCIES, &plan.agencies_views),
        (field::SHAPED, &plan.how_views_shaped_it),
        (field::SERVICES, &plan.services),
        (field::CONTINGENCY, &plan.contingency),
    ] {
        put(id.to_owned(), words);
    }
    fields
}

pub(super) fn read(
    here: &Here<'_>,
    stands: Option<(PlanId, &Plan)>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let reason = boxes.text(field::REASON).to_owned();
    if stands.is_some() && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    if let (Some((id, _)), true) = (stands, boxes.is(field::ERROR, "yes")) {
        let seen = here.book.plans.head_ids(id);
        let withdraw = Command::Plan(PlanCommand::Withdraw { id, reason, seen });
        return if wrong.is_empty() { Ok(vec![withdraw]) } else { Err(wrong) };
    }
    let Some(plan) = plan(here, stands.map(|(_, plan)| plan), boxes, fresh, &mut wrong) else {
        return Err(wrong);
    };
    let Some(id) = stands.map(|(id, _)| id).or_else(|| fresh().map(PlanId::from_bytes)) else {
        return Err(no_id(field::KIND));
    };
    let seen = here.book.plans.head_ids(id);
    Ok(vec![Command::Plan(PlanCommand::Record { id, plan, reason, seen })])
}

/// The plan that was typed; none while something is missing.
fn plan(
    here: &Here<'_>,
    stands: Option<&Plan>,
    boxes: Typed<'_>,
    fresh: Fresh<'_>,
    wrong: &mut Vec<Wrong>,
) -> Option<Plan> {
    let kind = choice::<PlanKind>(boxes, field::KIND);
    let mut own = Vec::new();
    if kind.is_none() {
        own.push(Wrong::new(field::KIND, "Select which plan it is"));
    }
    let agreed_on =
        needed_date(boxes, field::AGREED, "The day it was agreed", "Enter when it was agreed", &mut own);
    let children: std::collections::BTreeSet<PersonId> =
        boxes.lines(field::CHILDREN).into_iter().filter_map(|id| id.parse().ok()).collect();
    if children.is_empty() {
        own.push(Wrong::new(field::CHILDREN, "Select which children it is for"));
    }
    let goals = match stands {
        Some(plan) => plan.goals.clone(),
        None => vec![goal::read_goal(here, boxes, None, fresh, &mut own)],
    };
    let mut visiting = BTreeMap::new();
    for child in &children {
        visiting.extend(visiting::read(here, boxes, *child, &mut own).map(|it| (*child, it)));
    }
    // The reason stands last on the page, and what is missing is told in the order of the page.
    own.append(wrong);
    *wrong = own;
    let (Some(kind), Some(agreed_on), true) = (kind, agreed_on, wrong.is_empty()) else { return None };
    let words = |id: &str| boxes.text(id).to_owned();
    let views = |people: &mut dyn Iterator<Item = PersonId>| {
        let view = people.map(|person| (person, words(&field::of(VIEW, person))));
        view.filter(|(_, view)| !view.is_empty()).collect::<BTreeMap<_, _>>()
    };
    Some(Plan {
        kind,
        agreed_on,
        at_a_meeting: boxes.is(field::MEETING, "yes"),
        goals,
        visiting,
        childrens_views: views(&mut children.iter().copied()),
        parents_views: views(&mut asked(here, stands).into_iter()),
        agencies_views: words(field::AGENCIES),
        how_views_shaped_it: words(field::SHAPED),
        services: words(field::SERVICES),
        contingency: words(field::CONTINGENCY),
        children,
    })
}
