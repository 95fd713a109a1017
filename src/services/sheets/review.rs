//! A review of a plan: what is better, what is not, what changes; with what supervision decided since (WAR 10;
//! `domain.md` R56, R75, R79).

use std::collections::{BTreeMap, BTreeSet};

use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::{ActionId, PersonId, PlanId, ReviewId, SupervisionId};
use crate::model::plan::{Paper, Plan, Review};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, What, date, line, near_date, text, tick};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{Command, Field, PlanCommand};

use super::{Fresh, needed_date, paper, whole_date};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::ids::{ActionId, PersonId};

    pub const ON: &str = "review-on";
    pub const NO_MEETING: &str = "review-no-meeting";
    pub const WHY_NO_MEETING: &str = "review-why-no-meeting";
    pub const WHO_CAME: &str = "review-who-came";
    pub const SUMMARY: &str = "review-summary";
    pub const NEW: &str = "review-new";
    pub const AGENCIES: &str = "review-agencies";
    pub const NEXT: &str = "review-next";
    pub const ERROR: &str = "review-error";
    pub const REASON: &str = "review-reason";

    pub fn view(person: PersonId) -> String {
        format!("review-view-{person}")
    }

    pub fn step(step: ActionId) -> String {
        format!("review-step-{step}")
    }
}

/// The plan that is reviewed, and the review that is changed.
struct Of<'a> {
    plan_id: PlanId,
    plan: &'a Plan,
    stands: Option<(ReviewId, &'a Review)>,
}

fn of_address<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Of<'a>> {
    let (paper, plan_id, plan) = paper::of_address(of, here)?;
    let stands = match paper {
        Paper::Plan(_) => None,
        Paper::Review(id) => Some((id, here.book.plan_reviews.current(id)?)),
    };
    Some(Of { plan_id, plan, stands })
}

/// Whose views are asked: the children of the plan, and the adults in the workflow.
fn asked(here: &Here<'_>, of: &Of<'_>) -> Vec<PersonId> {
    let mut asked: Vec<PersonId> = of.plan.children.iter().copied().collect();
    asked.extend(here.book.adults().into_iter().map(|(id, _)| id).filter(|id| here.book.in_workflow(*id)));
    let said = of.stands.iter().flat_map(|(_, it)| it.childrens_views.keys().chain(it.parents_views.keys()));
    for person in said {
        if !asked.contains(person) {
            asked.push(*person);
        }
    }
    asked
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let of = of_address(of, here)?;
    let mut questions = vec![
        near_date(field::ON, "When was the review?").asked(),
        tick(field::NO_MEETING, "It was not a meeting").asked(),
        line(field::WHY_NO_MEETING, "Why was it not a meeting, and who agreed?")
            .when(field::NO_MEETING, ["yes"]),
        line(field::WHO_CAME, "Who came? (optional)").asked(),
        What::Heading("How far each step has come".to_owned()).asked(),
    ];
    questions.extend(steps(here, &of));
    questions.extend([
        What::Heading("What everybody thinks".to_owned()).asked(),
        What::Words("In their own words where you can.".to_owned()).asked(),
    ]);
    questions.extend(asked(here, &of).into_iter().map(|person| {
        text(field::view(person), format!("What does {} think? (optional)", here.book.name_of(person)))
            .asked()
    }));
    questions.extend([
        text(field::AGENCIES, "What do other agencies think? (optional)").asked(),
        What::Heading("The review".to_owned()).asked(),
        text(field::NEW, "What is new since the last time? (optional)")
            .hinted("What supervision has decided since stands here already. Leave out what is not for the family.")
            .asked(),
        What::Text {
            id: field::SUMMARY.to_owned(),
            label: "What is better, what is not, and what changes in the plan?".to_owned(),
            hint: Some("Begin with what is better.".to_owned()),
            rows: 8,
        }
        .asked(),
        date(field::NEXT, "When is the next review? (optional)").asked(),
    ]);
    if of.stands.is_some() {
        questions.push(super::in_error(field::ERROR, "review"));
        questions.push(line(field::REASON, "Why are you changing it?").asked());
    }
    let mut at = super::at([(Field::Day, field::ON), (Field::Texts, field::SUMMARY)]);
    if of.stands.is_some() {
        at.push((Field::Reason, field::REASON.to_owned()));
    }
    Some(Sheet {
        heading: if of.stands.is_some() { "Change a review" } else { "Review the plan" }.to_owned(),
        caption: Some(paper::words(Paper::Plan(of.plan_id), here.book)),
        intro: vec![
            "What changes in the plan itself is recorded in its goals afterwards, with this review as the reason."
                .to_owned(),
        ],
        questions,
        save: "Save review",
        done: "The review was recorded".to_owned(),
        back: FamilyPage::leaf_of(Leaf::Plan, of.plan_id),
        filled: of.stands.map_or_else(|| begin(here, of.plan), |(_, review)| boxes(review)),
        at,
    })
}

fn steps(here: &Here<'_>, of: &Of<'_>) -> Vec<Question> {
    let said = |id: &ActionId| of.stands.is_some_and(|(_, review)| review.progress.contains_key(id));
    let open = |id: &ActionId| here.book.action(*id).is_none_or(|agreed| agreed.is_open());
    let steps = of.plan.steps().filter(|step| open(&step.id) || said(&step.id));
    steps.map(|step| line(field::step(step.id), format!("{} (optional)", step.what)).asked()).collect()
}

/// What supervision decided since the last meeting about the plan, in words.
pub fn decided_since(here: &Here<'_>, plan: &Plan) -> Vec<String> {
    let mut once: BTreeSet<SupervisionId> = BTreeSet::new();
    let children = plan.children.iter();
    let meetings = children.flat_map(|child| here.book.to_take_into_review(*child));
    let mut found = Vec::new();
    for meeting in meetings {
        let (Some(notes), true) = (meeting.notes(), once.insert(meeting.id)) else { continue };
        let mut words = vec![notes.decisions.trim().to_owned(), notes.statutory.trim().to_owned()];
        for (child, threshold) in notes.thresholds.iter().filter(|(child, _)| plan.children.contains(child)) {
            let said = threshold.words.trim();
            if !said.is_empty() {
                words.push(format!("{}: {said}", here.book.name_of(*child)));
            }
        }
        words.retain(|words| !words.is_empty());
        let on = meeting.day().map(day_words).unwrap_or_default();
        if !words.is_empty() {
            found.push(format!("Supervision of {on}: {}", words.join(" ")));
        }
    }
    found
}

fn begin(here: &Here<'_>, plan: &Plan) -> Fields {
    [(field::NEW.to_owned(), decided_since(here, plan).join("\n"))].into()
}

fn boxes(review: &Review) -> Fields {
    let mut fields = Fields::new();
    put_date(&mut fields, field::ON, Some(PartialDate::day(review.on)));
    put_date(&mut fields, field::NEXT, review.next_on.map(PartialDate::day));
    let mut put = |id: String, words: &str| drop(fields.insert(id, words.to_owned()));
    put(field::NO_MEETING.to_owned(), if review.why_no_meeting.is_empty() { "" } else { "yes" });
    put(field::WHY_NO_MEETING.to_owned(), &review.why_no_meeting);
    put(field::WHO_CAME.to_owned(), &review.who_came);
    put(field::SUMMARY.to_owned(), &review.summary);
    put(field::NEW.to_owned(), &review.new_information);
    put(field::AGENCIES.to_owned(), &review.agencies_views);
    for (person, view) in review.childrens_views.iter().chain(&review.parents_views) {
        put(field::view(*person), view);
    }
    for (step, words) in &review.progress {
        put(field::step(*step), words);
    }
    fields
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(of) = of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let words = |id: &str| boxes.text(id).to_owned();
    if let (Some((id, _)), true) = (of.stands, boxes.is(field::ERROR, "yes")) {
        let reason = words(field::REASON);
        if reason.is_empty() {
            return Err(vec![Wrong::new(field::REASON, "Enter why you are changing it")]);
        }
        let seen = here.book.plan_reviews.head_ids(id);
        return Ok(vec![Command::Plan(PlanCommand::WithdrawReview { id, reason, seen })]);
    }
    let on = needed_date(boxes, field::ON, "The day of the review", "Enter when the review was", &mut wrong);
    let no_meeting = boxes.is(field::NO_MEETING, "yes");
    if no_meeting && words(field::WHY_NO_MEETING).is_empty() {
        wrong.push(Wrong::new(field::WHY_NO_MEETING, "Enter why it was not a meeting, and who agreed"));
    }
    if words(field::SUMMARY).is_empty() {
        wrong.push(Wrong::new(field::SUMMARY, "Enter what is better, what is not, and what changes"));
    }
    let next_on = whole_date(boxes, field::NEXT, "The next review", &mut wrong);
    if next_on.zip(on).is_some_and(|(next, on)| next <= on) {
        wrong.push(Wrong::new(field::NEXT, "The next review must be after this one"));
    }
    let reason = words(field::REASON);
    if of.stands.is_some() && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    let is_child = |id: &PersonId| here.book.people.current(*id).is_some_and(|person| person.is_child());
    let views = asked(here, &of).into_iter().map(|person| (person, words(&field::view(person))));
    let (childrens_views, parents_views): (BTreeMap<_, _>, BTreeMap<_, _>) =
        views.filter(|(_, view)| !view.is_empty()).partition(|(person, _)| is_child(person));
    let progress = of.plan.steps().map(|step| (step.id, words(&field::step(step.id))));
    // What was said of a step that has left the plan since stays said.
    let gone = of.stands.iter().flat_map(|(_, review)| &review.progress);
    let gone = gone.filter(|(id, _)| !of.plan.steps().any(|step| step.id == **id));
    let gone = gone.map(|(id, words)| (*id, words.clone()));
    let review = Review {
        plan: of.plan_id,
        on,
        why_no_meeting: if no_meeting { words(field::WHY_NO_MEETING) } else { String::new() },
        progress: progress.filter(|(_, words)| !words.is_empty()).chain(gone).collect(),
        summary: words(field::SUMMARY),
        new_information: words(field::NEW),
        childrens_views,
        parents_views,
        agencies_views: words(field::AGENCIES),
        who_came: words(field::WHO_CAME),
        next_on,
    };
    let id = of.stands.map(|(id, _)| id).or_else(|| fresh().map(ReviewId::from_bytes));
    let Some(id) = id else { return Err(super::no_id(field::ON)) };
    let seen = here.book.plan_reviews.head_ids(id);
    Ok(vec![Command::Plan(PlanCommand::Review { id, review, reason, seen })])
}
