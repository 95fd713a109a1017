//! The plans of the children: every goal by how far it has come, and each plan with its next review (`domain.md` R70
//! to R79; `ux.md` S23).

use crate::model::action::{Action, Outcome, Owner};
use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{PersonId, PlanId};
use crate::model::plan::{Goal, Plan};
use crate::navigation::{FamilyPage, Leaf as Place, Route, Sheet};
use crate::policy::profile::practice::Part as Used;
use crate::services::here::Here;
use crate::services::leaf::{Card, Leaf, Part, Row, Tag, Tone, Way};
use crate::services::sheets::plan::{Which, address};
use crate::workbook::decide::permission::Act;
use crate::workbook::fold::Workbook;
use crate::workbook::round::goals::Progress;

pub(super) fn leaf(here: &Here<'_>) -> Leaf {
    let mut parts: Vec<Part> = super::not_used(here, Used::ChildInNeedPlan);
    let plans = standing(here.book);
    if super::may(here, Act::Plan) {
        let to = |page: FamilyPage| Route::family(here.book.id, page);
        let goal = |(id, plan): &(PlanId, &Plan)| {
            let goal = FamilyPage::sheet_of(Sheet::Plan, address(*id, Which::Another));
            Way::new("Add a goal", to(goal)).about(format!("for {}", names(here.book, &plan.children)))
        };
        let mut ways: Vec<Way> = plans.iter().map(goal).collect();
        ways.push(Way::new("Record a plan", to(FamilyPage::sheet(Sheet::Plan))));
        parts.push(Part::Actions { ways, primary: true });
    }
    if plans.is_empty() {
        parts.push(Part::Words(
            "No plan is recorded yet. Add a goal with the family, and the first steps to it.".to_owned(),
        ));
    }
    for progress in Progress::ALL {
        let goals: Vec<Part> = plans
            .iter()
            .flat_map(|(id, plan)| plan.goals.iter().enumerate().map(move |goal| (*id, *plan, goal)))
            .filter(|(id, _, (_, goal))| here.book.progress_of(*id, goal, here.today) == progress)
            .map(|(id, plan, (place, goal))| card(here, id, plan, place, goal))
            .collect();
        if !goals.is_empty() || (progress == Progress::WorkingOnNow && !plans.is_empty()) {
            parts.push(Part::Heading(format!("{} ({})", progress.label(), goals.len())));
            parts.extend(goals);
        }
    }
    let row = |(id, plan): (PlanId, &Plan)| plan_row(here, id, plan);
    if !plans.is_empty() {
        parts.push(Part::Heading("Current plans".to_owned()));
        parts.push(Part::List(plans.iter().map(|(id, plan)| row((*id, plan))).collect()));
    }
    let mut earlier: Vec<(PlanId, &Plan)> =
        here.book.plans.all().filter(|(id, _)| !plans.iter().any(|(own, _)| own == id)).collect();
    earlier.sort_by_key(|(id, plan)| std::cmp::Reverse((plan.agreed_on, *id)));
    if !earlier.is_empty() {
        let summary = format!("Earlier plans ({})", earlier.len());
        parts
            .push(Part::Details { summary, parts: vec![Part::List(earlier.into_iter().map(row).collect())] });
    }
    Leaf { heading: Place::Plans.title().to_owned(), caption: None, back: None, parts }
}

/// The plans that stand for a child, each once, newest first.
pub fn standing(book: &Workbook) -> Vec<(PlanId, &Plan)> {
    let mut plans: Vec<(PlanId, &Plan)> = Vec::new();
    for (child, _) in book.children() {
        if let Some((id, plan)) = book.plan_for(child)
            && !plans.iter().any(|(own, _)| *own == id)
        {
            plans.push((id, plan));
        }
    }
    plans.sort_by_key(|(id, plan)| std::cmp::Reverse((plan.agreed_on, *id)));
    plans
}

fn plan_row(here: &Here<'_>, id: PlanId, plan: &Plan) -> Row {
    let reviews = here.book.reviews_of(id);
    let mut more = vec![format!("Agreed {}", day_words(plan.agreed_on))];
    if let Some((_, last)) = reviews.last() {
        let next = last.next_on.map(|next| format!(". The next review is on {}", day_words(next)));
        more.push(format!("Reviewed {}{}", day_words(last.on), next.unwrap_or_default()));
    }
    let words = format!("{} for {}", plan.kind.label(), names(here.book, &plan.children));
    Row { more, ..Row::link(words, Route::family(here.book.id, FamilyPage::leaf_of(Place::Plan, id))) }
}

/// "Kayla, Leon and Pip".
pub fn names<'a>(book: &Workbook, people: impl IntoIterator<Item = &'a PersonId>) -> String {
    let names: Vec<String> = people.into_iter().map(|person| book.name_of(*person)).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// Who will do something.
pub fn owner_name(book: &Workbook, owner: &Owner) -> String {
    match owner {
        Owner::Person(person) => book.name_of(*person),
        Owner::Practitioner(worker) => book.author_name(*worker),
        Owner::Other(words) => words.clone(),
    }
}

/// A goal with its steps.
pub(super) fn card(here: &Here<'_>, id: PlanId, plan: &Plan, place: usize, goal: &Goal) -> Part {
    let book = here.book;
    let page = |page: FamilyPage| Route::family(book.id, page);
    let children = if goal.children.is_empty() { &plan.children } else { &goal.children };
    let mut facts = vec![("For".to_owned(), names(book, children))];
    let step = |(number, step): (usize, &Action)| {
        (format!("Step {}", number.saturating_add(1)), step_words(here, step))
    };
    facts.extend(goal.steps.iter().enumerate().map(step));
    let mut ways = Vec::new();
    if super::may(here, Act::RecordResult) {
        ways.extend(goal.steps.iter().enumerate().map(|(number, step)| {
            let number = number.saturating_add(1);
            let to = page(FamilyPage::sheet_of(Sheet::ActionResult, step.id));
            Way::new(format!("How step {number} went"), to)
                .about(format!("({}: {})", goal.outcome, step.what))
        }));
    }
    if super::may(here, Act::Plan) {
        let to = page(FamilyPage::sheet_of(Sheet::Plan, address(id, Which::Goal(place))));
        ways.push(Way::new("Change", to).about(format!("({})", goal.outcome)));
    }
    let progress = book.progress_of(id, goal, here.today);
    let tone = match progress {
        Progress::Done => Tone::Good,
        Progress::WorkingOnNow => Tone::Attention,
        Progress::Later | Progress::NoLongerNeeded => Tone::Plain,
    };
    Part::Card(Card { title: goal.outcome.clone(), tag: Some(Tag::new(progress.label(), tone)), facts, ways })
}

/// What, who, by when, how we will know; and what came of it.
fn step_words(here: &Here<'_>, step: &Action) -> String {
    let book = here.book;
    let who = step.who.as_ref().map(|who| owner_name(book, who)).unwrap_or_default();
    let by = step.by.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut lines = vec![step.what.clone(), format!("{who}: {by}")];
    if !step.how_known.trim().is_empty() {
        lines.push(format!("We will know by: {}", step.how_known));
    }
    if let Some(result) = book.action_results.current(step.id) {
        let words =
            if result.words.trim().is_empty() { String::new() } else { format!(": {}", result.words) };
        let to = match (result.outcome, &result.by) {
            (Outcome::NotYet, Some(by)) => format!(" to {by}"),
            _ => String::new(),
        };
        lines.push(format!("{}{to}, {}{words}", result.outcome.label(), day_words(result.on)));
    }
    lines.join("\n")
}
