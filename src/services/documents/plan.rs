//! The child in need plan, and a review of it, as papers (`domain.md` R72 to R79). The rules give a copy to the family:
//! each has the parts of it that no rule of safety stands against, and everybody's views are their own to show.

use std::collections::BTreeSet;

use crate::model::action::{Action, Owner};
use crate::model::dates::day_words;
use crate::model::ids::{PersonId, PlanId, ReviewId};
use crate::model::plan::{Answer, Goal, Paper, Party, Plan, Review};
use crate::model::sharing::Piece;
use crate::navigation::{FamilyPage, Leaf, Sheet};
use crate::reports::{Block, Level};
use crate::services::leaves::{names, owner_name};
use crate::services::sheets::paper;
use crate::workbook::round::plans::Gap;

use super::blocks::{action_row, labelled, table, wrote};
use super::family_report::piece_of;
use super::sheaf::{OfPaper, Sheaf};

pub(super) fn gather(sheaf: &mut Sheaf<'_>, id: PlanId) {
    let here = sheaf.here;
    let Some(plan) = here.book.plans.current(id) else { return };
    gaps(sheaf, id, plan);
    sheaf.begin("The plan as a whole");
    let at = if plan.at_a_meeting { ", in a planning meeting" } else { "" };
    sheaf.put(Block::Labelled("Agreed".to_owned(), format!("{}{at}", day_words(plan.agreed_on))));
    if sheaf.reader.is_professional() {
        sheaf.put(Block::Labelled("For".to_owned(), names(here.book, &plan.children)));
        sheaf.extend(super::family::separations(&here));
    }
    visiting(sheaf, id, plan);
    sheaf.begin("Goals");
    goals(sheaf, id, plan);
    views(sheaf, Paper::Plan(id), id, &plan.childrens_views, &plan.parents_views);
    texts(
        sheaf,
        Paper::Plan(id),
        id,
        &plan.children,
        &[
            ("What other agencies think", &plan.agencies_views),
            ("How wishes and feelings shaped the plan", &plan.how_views_shaped_it),
        ],
    );
    sheaf.begin("Who provides what, and if it does not work");
    texts(
        sheaf,
        Paper::Plan(id),
        id,
        &plan.children,
        &[("Who provides what", &plan.services), ("If it does not work", &plan.contingency)],
    );
    signatures(sheaf, Paper::Plan(id), plan);
    if let (true, Some(thing)) = (sheaf.reader.is_professional(), here.book.plans.get(id)) {
        sheaf.put(wrote(&here, thing));
    }
}

pub(super) fn gather_review(sheaf: &mut Sheaf<'_>, id: ReviewId) {
    let here = sheaf.here;
    let Some(review) = here.book.plan_reviews.current(id) else { return };
    let Some(plan) = here.book.plans.current(review.plan) else { return };
    let (paper, of) = (Paper::Review(id), review.plan);
    sheaf.begin("The review");
    sheaf.put(Block::Labelled("Held on".to_owned(), day_words(review.on)));
    texts(
        sheaf,
        paper,
        of,
        &plan.children,
        &[
            ("How it goes", &review.summary),
            ("New since the last time", &review.new_information),
            ("Who came", &review.who_came),
            ("Why it was not a meeting", &review.why_no_meeting),
        ],
    );
    let next = review.next_on.map(|next| Block::Labelled("The next review".to_owned(), day_words(next)));
    sheaf.extend(next);
    progress(sheaf, paper, of, plan, review);
    sheaf.begin("Goals");
    goals(sheaf, of, plan);
    views(sheaf, paper, of, &review.childrens_views, &review.parents_views);
    texts(sheaf, paper, of, &plan.children, &[("What other agencies think", &review.agencies_views)]);
    signatures(sheaf, paper, plan);
    if let (true, Some(thing)) = (sheaf.reader.is_professional(), here.book.plan_reviews.get(id)) {
        sheaf.put(wrote(&here, thing));
    }
}

/// What the guidance asks of a plan and is not there yet.
fn gaps(sheaf: &mut Sheaf<'_>, id: PlanId, plan: &Plan) {
    let book = sheaf.here.book;
    for gap in book.gaps_in(plan) {
        let words = match gap {
            Gap::ChildsView(who) | Gap::ParentsView(who) => {
                format!("What {} thinks is not recorded yet", book.name_of(who))
            }
            Gap::AgenciesView => "What other agencies think is not recorded yet".to_owned(),
            Gap::HowViewsShapedIt => "How wishes and feelings shaped the plan is not recorded yet".to_owned(),
            Gap::Visiting(child) => {
                format!("How often {} is visited is not recorded yet", book.name_of(child))
            }
            Gap::Contingency => "What happens if the plan does not work is not recorded yet".to_owned(),
        };
        sheaf.needs(words, FamilyPage::sheet_of(Sheet::Plan, id));
    }
}

fn visiting(sheaf: &mut Sheaf<'_>, id: PlanId, plan: &Plan) {
    let here = sheaf.here;
    for (child, it) in &plan.visiting {
        let by = owner_name(here.book, &it.by);
        let words = format!("At least every {} days, by {by}. {}", it.at_least_every_days, it.why_less);
        let name = format!("Visits to {}", here.book.name_of(*child));
        let named: BTreeSet<PersonId> = std::iter::once(*child).chain(person_of(&it.by)).collect();
        let worker = worker_of(&it.by);
        let part =
            OfPaper { paper: Paper::Plan(id), plan: id, part: &name, words: &words, names: &named, worker };
        if let Some(written) = sheaf.of_paper(&part) {
            sheaf.write(Block::Labelled(name.clone(), words.trim().to_owned()), Some(written));
        }
    }
}

fn person_of(owner: &Owner) -> Option<PersonId> {
    match owner {
        Owner::Person(person) => Some(*person),
        Owner::Practitioner(_) | Owner::Other(_) => None,
    }
}

fn worker_of(owner: &Owner) -> Option<crate::model::ids::PractitionerId> {
    match owner {
        Owner::Practitioner(worker) => Some(*worker),
        Owner::Person(_) | Owner::Other(_) => None,
    }
}

/// Each goal with its steps.
pub(super) fn goals(sheaf: &mut Sheaf<'_>, id: PlanId, plan: &Plan) {
    let here = sheaf.here;
    for goal in &plan.goals {
        let children = if goal.children.is_empty() { &plan.children } else { &goal.children };
        if sheaf.reader.is_professional() {
            sheaf.heading(Level::Second, goal.outcome.clone());
            sheaf.put(Block::Labelled("For".to_owned(), names(here.book, children)));
            let progress = here.book.progress_of(id, goal, here.today);
            sheaf.put(Block::Labelled("How far it is".to_owned(), progress.label().to_owned()));
            let steps = goal.steps.iter().filter_map(|step| here.book.action(step.id));
            let rows = steps.map(|agreed| action_row(&here, &agreed)).collect();
            let columns = ["What", "Who", "By when", "How we will know", "What came of it"];
            sheaf.extend(table("Steps", &columns, rows));
        } else {
            goal_for_people(sheaf, id, goal, children);
        }
    }
}

fn goal_for_people(sheaf: &mut Sheaf<'_>, id: PlanId, goal: &Goal, children: &BTreeSet<PersonId>) {
    let part = OfPaper {
        paper: Paper::Plan(id),
        plan: id,
        part: "A goal",
        words: &goal.outcome,
        names: children,
        worker: None,
    };
    match sheaf.of_paper(&part) {
        Some(written) => sheaf.write(Block::Heading(Level::Second, goal.outcome.clone()), Some(written)),
        None => sheaf.heading(Level::Second, "A goal of the plan"),
    }
    for step in &goal.steps {
        step_for_people(sheaf, id, step, children);
    }
}

/// A step: as the plan has it, or else as somebody chose that it is shown.
fn step_for_people(sheaf: &mut Sheaf<'_>, id: PlanId, step: &Action, children: &BTreeSet<PersonId>) {
    let here = sheaf.here;
    let piece = Piece::Action(step.id);
    if matches!(sheaf.reader.piece(piece), Ok(Some(_))) {
        return piece_of(sheaf, piece);
    }
    let who = step.who.as_ref().map(|who| owner_name(here.book, who)).unwrap_or_default();
    let by = step.by.as_ref().map(ToString::to_string).unwrap_or_default();
    let more = [who, by].into_iter().filter(|it| !it.trim().is_empty()).collect::<Vec<_>>().join(", ");
    let words = format!("{}\n{more}", step.what);
    let named: BTreeSet<PersonId> =
        children.iter().copied().chain(step.who.as_ref().and_then(person_of)).collect();
    let worker = step.who.as_ref().and_then(worker_of);
    let part =
        OfPaper { paper: Paper::Plan(id), plan: id, part: "A step", words: &words, names: &named, worker };
    if let Some(written) = sheaf.of_paper(&part) {
        sheaf.write(Block::Paragraph(step.what.trim().to_owned()), Some(written.clone()));
        if !more.is_empty() {
            sheaf.write(Block::Aside(format!("{more}.")), Some(written));
        }
    }
}

/// What each said of it. For people of the family it is for each alone: what somebody thinks is theirs to show.
fn views(
    sheaf: &mut Sheaf<'_>,
    paper: Paper,
    plan: PlanId,
    children: &std::collections::BTreeMap<PersonId, String>,
    parents: &std::collections::BTreeMap<PersonId, String>,
) {
    let here = sheaf.here;
    sheaf.begin("What everybody thinks");
    for (who, view) in children.iter().chain(parents).filter(|(_, view)| !view.trim().is_empty()) {
        let name = here.book.name_of(*who);
        if sheaf.reader.is_professional() {
            sheaf.put(Block::Quote { words: view.clone(), by: name });
        } else if sheaf.reader.is_only(*who) {
            let part = format!("What {name} thinks");
            // Their own words are theirs, unless they would give away what must not be known.
            let nobody = BTreeSet::new();
            let it = OfPaper { paper, plan, part: &part, words: view, names: &nobody, worker: None };
            if let Some(written) = sheaf.of_paper(&it) {
                sheaf.write(Block::Quote { words: view.clone(), by: name }, Some(written));
            }
        } else {
            let to = sheaf.route(FamilyPage::leaf_of(Leaf::Plan, plan));
            let what = format!("{}: what {name} thinks", paper::words(paper, here.book));
            sheaf.leave_out(what, format!("because it is for {name} to say who may know"), Some(to));
        }
    }
}

/// Words under a name, as far as these readers may have them.
fn texts(
    sheaf: &mut Sheaf<'_>,
    paper: Paper,
    plan: PlanId,
    children: &BTreeSet<PersonId>,
    texts: &[(&str, &String)],
) {
    for (part, words) in texts {
        let it = OfPaper { paper, plan, part, words, names: children, worker: None };
        if let Some(written) = sheaf.of_paper(&it) {
            for block in labelled(*part, words) {
                sheaf.write(block, Some(written.clone()));
            }
        }
    }
}

/// What was said of each step in a review.
fn progress(sheaf: &mut Sheaf<'_>, paper: Paper, of: PlanId, plan: &Plan, review: &Review) {
    sheaf.begin("How each step went");
    for goal in &plan.goals {
        let children = if goal.children.is_empty() { &plan.children } else { &goal.children };
        for step in &goal.steps {
            let said = review.progress.get(&step.id).map(String::as_str).unwrap_or_default();
            let named: BTreeSet<PersonId> =
                children.iter().copied().chain(step.who.as_ref().and_then(person_of)).collect();
            let worker = step.who.as_ref().and_then(worker_of);
            let words = format!("{}\n{said}", step.what);
            let it =
                OfPaper { paper, plan: of, part: "How a step went", words: &words, names: &named, worker };
            if said.trim().is_empty() {
                continue;
            }
            if let Some(written) = sheaf.of_paper(&it) {
                for block in labelled(step.what.trim(), said) {
                    sheaf.write(block, Some(written.clone()));
                }
            }
        }
    }
}

/// Who signed, and a line for each who has not.
fn signatures(sheaf: &mut Sheaf<'_>, paper: Paper, plan: &Plan) {
    let here = sheaf.here;
    sheaf.begin("Signatures");
    let family = paper::family(plan, here.book).into_iter().map(Party::Person);
    let signed: Vec<_> = here.book.signatures_of(paper).into_iter().map(|(_, it)| it).collect();
    let agencies = signed.iter().map(|it| it.by.clone()).filter(|it| matches!(it, Party::Agency(_)));
    let mut all: Vec<Party> = family.chain(agencies).collect();
    all.dedup();
    if !sheaf.reader.is_professional() {
        all.retain(|party| matches!(party, Party::Person(person) if sheaf.reader.has(*person)));
    }
    let row = |party: &Party| {
        let name = match party {
            Party::Person(person) => here.book.name_of(*person),
            Party::Agency(name) => name.clone(),
        };
        let last = signed.iter().rfind(|it| it.by == *party && here.book.is_of_this_version(it));
        let said = last.map(|it| match &it.answer {
            Answer::Agrees => ("Agrees".to_owned(), it.on),
            Answer::SeesItDifferently(words) => (format!("Sees it differently: {words}"), it.on),
            Answer::DidNotSign(words) => (format!("Did not sign: {words}"), it.on),
        });
        let (said, on) = said.map_or_else(Default::default, |(said, on)| (said, day_words(on)));
        vec![name, said, on]
    };
    sheaf.extend(table("Signatures", &["Name", "Signature", "Date"], all.iter().map(row).collect()));
}
