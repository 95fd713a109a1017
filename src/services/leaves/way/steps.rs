//! Steps on the way out: early help, support that goes on after the plan, and the care order route of one child.

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{ProceedingsId, StepId};
use crate::model::leaving::{EarlyHelp, StepDown};
use crate::model::proceedings::Proceedings;
use crate::navigation::Sheet;
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::leaf::{Card, Part, Tag, Tone};
use crate::services::sheets::way::care_order::staying;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::way::Mistaken;

use super::{actions, change, day, facts, in_error, way, way_of};

pub(super) fn early_help(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Early help".to_owned())];
    let steps: Vec<(StepId, &EarlyHelp)> = here.book.early_help.all().collect();
    if steps.is_empty() {
        let words = match here.book.is_last_plan_ending() {
            true => "The last child in need plan is ending: it is time to think of early help.",
            false => "Early help is considered when the last child in need plan of any child is ending.",
        };
        parts.push(Part::Words(words.to_owned()));
    }
    parts.extend(steps.into_iter().map(|(id, step)| Part::Card(early_help_card(here, id, step))));
    parts.push(actions(
        here,
        Act::ProposeStep,
        false,
        vec![way(here, "Consider early help", Sheet::EarlyHelp)],
    ));
    parts
}

fn early_help_card(here: &Here<'_>, id: StepId, step: &EarlyHelp) -> Card {
    let tag = match (step.needed, step.agreed_on) {
        (_, Some(_)) => Tag::new("Agreed", Tone::Good),
        (true, None) => Tag::new("To agree", Tone::Attention),
        (false, None) => Tag::new("Considered", Tone::Plain),
    };
    let facts = facts([
        ("To follow", if step.needed { "Yes" } else { "No" }.to_owned()),
        ("Why", step.why.clone()),
        ("Early Help team told", day(step.told_on)),
        ("Invited to the final meeting", day(step.invited_on)),
        ("Agreed by the team manager", day(step.agreed_on)),
    ]);
    let mut ways = Vec::new();
    if here.may(Act::ProposeStep) {
        ways.push(way_of(here, "Change", Sheet::EarlyHelp, id));
    }
    ways.extend(in_error(here, Mistaken::EarlyHelp(id)));
    Card { title: format!("Considered {}", day_words(step.considered_on)), tag: Some(tag), facts, ways }
}

/// Where the authority has it, or a family came with it from one that has.
pub(super) fn after_the_plan(here: &Here<'_>) -> Vec<Part> {
    let said = &here.profile().practice.step_down_support;
    let steps: Vec<(StepId, &StepDown)> = here.book.step_downs.all().collect();
    let mut parts = vec![Part::Heading("Support after the plan".to_owned())];
    if !said.is {
        parts.push(Part::Aside(format!("Not used here. {}", said.words)));
    } else if steps.is_empty() {
        parts.push(Part::Words(said.words.clone()));
    }
    parts.extend(steps.into_iter().map(|(id, step)| Part::Card(support_card(here, id, step))));
    if said.is {
        let ways = vec![way(here, "Record support after the plan", Sheet::StepDown)];
        parts.push(actions(here, Act::ProposeStep, false, ways));
    }
    parts
}

fn support_card(here: &Here<'_>, id: StepId, step: &StepDown) -> Card {
    let children: Vec<String> = step.children.iter().map(|child| here.book.name_of(*child)).collect();
    let lead = here.book.memberships.current(step.lead).map(|member| member.name.clone());
    let facts = facts([
        ("For", children.join(", ")),
        ("Led by", lead.unwrap_or_default()),
        ("Completed", day(step.completed_on)),
        ("What was done", step.words.clone()),
    ]);
    let tag = match step.completed_on {
        Some(_) => Tag::new("Complete", Tone::Good),
        None => Tag::new("Goes on", Tone::Attention),
    };
    let ways = match here.rules().step_down_support {
        true => change(here, Act::ProposeStep, Sheet::StepDown, id, Mistaken::StepDown(id)),
        false => Vec::new(),
    };
    Card {
        title: format!("Since the plan ended {}", day_words(step.plan_ended_on)),
        tag: Some(tag),
        facts,
        ways,
    }
}

pub(super) fn care_orders(here: &Here<'_>) -> Vec<Part> {
    let mut parts = vec![Part::Heading("Care order".to_owned())];
    let team = here.profile().word(Concept::LookedAfterTeam);
    parts.push(Part::Words(format!(
        "One child may go through care proceedings. The team keeps the child until the order; then responsibility \
         passes to: {team}. Brothers and sisters stay."
    )));
    let mut found: Vec<(ProceedingsId, &Proceedings)> = here.book.proceedings.all().collect();
    found.sort_by_key(|(id, it)| (!it.is_open(), it.decided_on, *id));
    parts.extend(found.iter().map(|(id, it)| Part::Card(care_card(here, *id, it))));
    let open = |child| found.iter().any(|(_, it)| it.child == child && it.is_open());
    let children = here.book.children().into_iter().map(|(child, _)| child);
    let ways: Vec<_> = children
        .filter(|child| !open(*child) && !here.book.has_passed_on(*child))
        .map(|child| {
            let words = format!("Record care proceedings of {}", here.book.name_of(child));
            way_of(here, &words, Sheet::CareOrder, child)
        })
        .collect();
    if !ways.is_empty() {
        parts.push(actions(here, Act::RecordProceedings, false, ways));
    }
    parts
}

fn care_card(here: &Here<'_>, id: ProceedingsId, it: &Proceedings) -> Card {
    let ended = it.ended.as_ref().map(|ended| format!("{}: {}", day_words(ended.on), ended.outcome.label()));
    let passed = it.passed_on.as_ref().map(|passed| format!("{}, to {}", day_words(passed.on), passed.to));
    let facts = facts([
        ("Decided", day_words(it.decided_on)),
        ("Why", it.why.clone()),
        ("Public Law Outline began", day(it.outline_on)),
        ("Clinical psychologist", it.psychologist.clone()),
        ("Ended", ended.unwrap_or_default()),
        ("Responsibility passed", passed.unwrap_or_default()),
        ("The others", staying(here, it.child)),
    ]);
    let tag =
        if it.is_open() { Tag::new("Goes on", Tone::Attention) } else { Tag::new("Ended", Tone::Plain) };
    let ways = change(here, Act::RecordProceedings, Sheet::CareOrder, id, Mistaken::Proceedings(id));
    Card { title: here.book.name_of(it.child), tag: Some(tag), facts, ways }
}
