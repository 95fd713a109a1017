//! The boxes of the notes of a supervision, by the steps in which a team talks (`domain.md` R50, B5). The same boxes
//! stand on the live page and in the form that completes the notes.

use std::collections::BTreeMap;

use crate::model::action::Action;
use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::ids::{PersonId, PractitionerId, ThresholdId};
use crate::model::supervision::{Notes, ThresholdReview};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, What, pick, text};
use crate::services::sheets::children;
use crate::services::typed::{Fields, Typed};
use crate::workbook::round::Meeting;

/// The ids of the boxes. They stand in drafts, so they stay.
pub const CHANGED: &str = "discussion-changed";
const REFLECTION: &str = "discussion-reflection";
const IMPACT: &str = "discussion-impact";
const HYPOTHESES: &str = "discussion-hypotheses";
const DECISIONS: &str = "discussion-decisions";
const NEXT: &str = "discussion-next";
const STATUTORY: &str = "discussion-statutory";

fn view(person: PersonId) -> String {
    format!("discussion-view-{person}")
}

fn threshold_words(child: PersonId) -> String {
    format!("discussion-threshold-{child}")
}

fn threshold_record(child: PersonId) -> String {
    format!("discussion-threshold-record-{child}")
}

/// The adults with whom the team works.
fn adults(here: &Here<'_>) -> Vec<PersonId> {
    let book = here.book;
    book.adults().into_iter().map(|(id, _)| id).filter(|id| book.in_workflow(*id)).collect()
}

/// What each child says and shows.
pub fn voice(here: &Here<'_>) -> Vec<Question> {
    let ask = |child: PersonId| {
        let name = here.book.name_of(child);
        text(view(child), format!("What does {name} say and show us?"))
            .hinted("In their own words where you can.")
            .asked()
    };
    children(here.book).into_iter().map(ask).collect()
}

/// What has changed, what the support does, and what the adults say.
pub fn changed(here: &Here<'_>) -> Vec<Question> {
    let parent = |adult: PersonId| {
        text(view(adult), format!("What does {} say? (optional)", here.book.name_of(adult))).asked()
    };
    let mut questions = vec![
        text(CHANGED, "What has changed since last time?")
            .hinted("What it means, more than what happened.")
            .asked(),
        text(IMPACT, "What difference does our support make? (optional)").asked(),
        text(REFLECTION, "Where is each parent in the cycle of change? (optional)").asked(),
    ];
    questions.extend(adults(here).into_iter().map(parent));
    questions
}

/// What else could explain what is seen.
pub fn explanations() -> Vec<Question> {
    vec![
        What::Text {
            id: HYPOTHESES.to_owned(),
            label: "What else could explain this?".to_owned(),
            hint: Some("One explanation on each line. What would tell us which one fits?".to_owned()),
            rows: 5,
        }
        .asked(),
    ]
}

/// Each child's threshold, looked at again.
pub fn thresholds(here: &Here<'_>, child: PersonId) -> Vec<Question> {
    let name = here.book.name_of(child);
    let mut questions =
        vec![text(threshold_words(child), format!("Does the threshold still fit {name}, and why?")).asked()];
    let records = threshold_answers(here, child);
    if !records.is_empty() {
        let label = format!("Which recommendation or decision about {name} came of it? (optional)");
        questions.push(pick(threshold_record(child), label, records).asked());
    }
    questions
}

/// The recommendations and decisions about a child, newest first.
fn threshold_answers(here: &Here<'_>, child: PersonId) -> Vec<Answer> {
    let decided =
        here.book.threshold_decisions(child).into_iter().map(|(id, it)| (it.on, id, "Decided", it.to));
    let recommended = here
        .book
        .threshold_recommendations(child)
        .into_iter()
        .map(|(id, it)| (it.on, id, "Recommended", it.to));
    let mut all: Vec<_> = decided.chain(recommended).collect();
    all.sort_by_key(|(on, id, ..)| std::cmp::Reverse((*on, *id)));
    let answer = |(on, id, what, to): (_, ThresholdId, _, crate::model::threshold::Threshold)| {
        Answer::new(id, format!("{what} {}: {}", day_words(on), to.label()))
    };
    all.into_iter().map(answer).collect()
}

/// What was decided, what comes next, and what goes into statutory planning.
pub fn closing() -> Vec<Question> {
    vec![
        text(DECISIONS, "What was decided, and why? (optional)").asked(),
        text(NEXT, "What happens next? (optional)").asked(),
        text(STATUTORY, "Into which meetings and reviews are these decisions taken? (optional)").asked(),
    ]
}

/// All boxes of the notes.
pub fn questions(here: &Here<'_>) -> Vec<Question> {
    let heading = |words: &str| What::Heading(words.to_owned()).asked();
    let mut questions = vec![heading("Child’s voice")];
    questions.extend(voice(here));
    questions.push(heading("What has changed"));
    questions.extend(changed(here));
    questions.push(heading("Explanations"));
    questions.extend(explanations());
    questions.push(heading("Threshold"));
    for child in children(here.book) {
        questions.extend(thresholds(here, child));
    }
    questions.push(heading("Decisions"));
    questions.extend(closing());
    questions
}

/// The notes that a form of them begins with. While two versions stand beside each other, the later, with the actions
/// of both.
pub fn standing(meeting: &Meeting<'_>) -> Notes {
    let mut notes = meeting.notes().cloned().unwrap_or_default();
    let others: Vec<Action> =
        beside(meeting).into_iter().flat_map(|(_, other)| other.actions.clone()).collect();
    for action in others {
        if notes.actions.iter().all(|own| own.id != action.id) {
            notes.actions.push(action);
        }
    }
    notes
}

/// The other versions that stand beside the later one, each with who wrote it.
pub fn beside<'a>(meeting: &Meeting<'a>) -> Vec<(PractitionerId, &'a Notes)> {
    let Some(history) = meeting.notes_history().filter(|history| history.is_in_conflict()) else {
        return Vec::new();
    };
    let latest = history.latest().event;
    let others = history.heads().into_iter().filter(|version| version.event != latest);
    others.filter_map(|version| Some((version.author, version.value.as_ref()?))).collect()
}

/// What stands in the boxes.
pub fn boxes(notes: &Notes) -> Fields {
    let mut fields: Fields = [
        (CHANGED, notes.changed.clone()),
        (REFLECTION, notes.reflection.clone()),
        (IMPACT, notes.impact.clone()),
        (HYPOTHESES, notes.hypotheses.join("\n")),
        (DECISIONS, notes.decisions.clone()),
        (NEXT, notes.next.clone()),
        (STATUTORY, notes.statutory.clone()),
    ]
    .map(|(id, words)| (id.to_owned(), words))
    .into();
    for (person, words) in notes.childrens_views.iter().chain(&notes.parents_views) {
        fields.insert(view(*person), words.clone());
    }
    for (child, review) in &notes.thresholds {
        fields.insert(threshold_words(*child), review.words.clone());
        let record = review.decision.or(review.recommendation);
        fields.insert(threshold_record(*child), record.map(|id| id.to_string()).unwrap_or_default());
    }
    fields
}

/// The notes as these boxes have them. What no box asks for stays as it stands: the actions, and what was said of
/// somebody who is not asked about any more.
pub fn read(here: &Here<'_>, boxes: Typed<'_>, standing: &Notes) -> Notes {
    let words = |id: &str| boxes.text(id).to_owned();
    Notes {
        childrens_views: views(boxes, children(here.book), &standing.childrens_views),
        parents_views: views(boxes, adults(here), &standing.parents_views),
        changed: words(CHANGED),
        reflection: words(REFLECTION),
        impact: words(IMPACT),
        hypotheses: boxes.lines(HYPOTHESES).into_iter().map(str::to_owned).collect(),
        thresholds: reviews(here, boxes, standing),
        decisions: words(DECISIONS),
        next: words(NEXT),
        statutory: words(STATUTORY),
        actions: standing.actions.clone(),
    }
}

fn views(
    boxes: Typed<'_>,
    asked: Vec<PersonId>,
    standing: &BTreeMap<PersonId, String>,
) -> BTreeMap<PersonId, String> {
    let mut views = standing.clone();
    for person in asked {
        match boxes.text(&view(person)) {
            "" => drop(views.remove(&person)),
            words => drop(views.insert(person, words.to_owned())),
        }
    }
    views
}

fn reviews(here: &Here<'_>, boxes: Typed<'_>, standing: &Notes) -> BTreeMap<PersonId, ThresholdReview> {
    let mut reviews = standing.thresholds.clone();
    for child in children(here.book) {
        let record: Option<ThresholdId> = boxes.text(&threshold_record(child)).parse().ok();
        let is_decision = |id: &ThresholdId| here.book.thresholds.get(*id).is_some();
        let review = ThresholdReview {
            words: boxes.text(&threshold_words(child)).to_owned(),
            recommendation: record.filter(|id| !is_decision(id)),
            decision: record.filter(is_decision),
        };
        match review.is_said() {
            true => drop(reviews.insert(child, review)),
            false => drop(reviews.remove(&child)),
        }
    }
    reviews
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::{JOE, KAYLA, Sample, person};
    use crate::services::sheets::tests::here;

    #[test]
    fn notes_read_back_from_their_boxes() {
        let sample = Sample::new();
        let review = ThresholdReview { words: "It still fits".into(), ..ThresholdReview::default() };
        let notes = Notes {
            childrens_views: [(person(KAYLA), "I like Nan’s".into())].into(),
            parents_views: [(person(JOE), "I want to stop".into())].into(),
            changed: "Joe moved out".into(),
            reflection: "Two minds".into(),
            impact: "He comes each week".into(),
            hypotheses: vec!["He moved for work".into(), "He was asked to".into()],
            thresholds: [(person(KAYLA), review)].into(),
            decisions: "Go on".into(),
            next: "Core group".into(),
            statutory: "Review conference".into(),
            actions: Vec::new(),
        };
        let here = here(&sample.book);
        let fields = boxes(&notes);
        assert_eq!(read(&here, Typed(&fields), &Notes::default()), notes);
        let asked: Vec<String> =
            questions(&here).iter().filter_map(|it| it.what.id().map(str::to_owned)).collect();
        let unasked: Vec<&String> = fields
            .iter()
            .filter(|(id, words)| !words.is_empty() && !asked.contains(id))
            .map(|it| it.0)
            .collect();
        assert!(unasked.is_empty(), "{unasked:?}");
    }

    #[test]
    fn what_is_emptied_goes_and_what_is_not_asked_stays() {
        let sample = Sample::new();
        let stranger = person(77);
        let standing = Notes {
            childrens_views: [(person(KAYLA), "Old".into()), (stranger, "Kept".into())].into(),
            ..Notes::default()
        };
        let read = read(&here(&sample.book), Typed(&Fields::new()), &standing);
        assert_eq!(read.childrens_views, [(stranger, "Kept".to_owned())].into());
    }
}
