//! The steps that show more than boxes: the ratings side by side, each child's threshold, and the actions.

use crate::model::choices::Choice;
use crate::model::supervision::Notes;
use crate::navigation::Sheet as Place;
use crate::services::here::Here;
use crate::services::leaf::{Card, Part};
use crate::services::sheet::What;
use crate::services::sheets::children;
use crate::services::supervision::{actions as boxes, may, notes, ratings, record, whose};
use crate::workbook::decide::permission::Act;
use crate::workbook::round::Meeting;

use super::{MOST_ACTIONS, Step, StepKind, action_at, placed, result_at};

/// What is on the record, or that nothing is yet.
pub(super) fn said(title: &str, said: record::Said) -> Vec<Part> {
    let nothing = || Part::Aside("Nothing is on the record yet.".to_owned());
    vec![record::card(title, said).unwrap_or_else(nothing)]
}

pub(super) fn rating(here: &Here<'_>, meeting: &Meeting<'_>) -> Step {
    let mut said = Vec::new();
    if ratings::differ(meeting) {
        said.push(Part::Words(
            "Our views differ. That is worth a talk: what does each of us see?".to_owned(),
        ));
    }
    let locked = meeting.is_locked();
    let questions = if locked { Vec::new() } else { ratings::questions(here, meeting) };
    if questions.is_empty() {
        match meeting.agreed() {
            Some(agreed) => said.push(Part::Card(ratings::agreed(here, agreed))),
            None => {
                let whose = whose(here, Act::AgreeRating);
                said.push(Part::Aside(format!(
                    "Once the ratings are shown together, {whose} agrees one and says why."
                )));
            }
        }
    }
    Step {
        kind: StepKind::Rating,
        done: meeting.agreed().is_some(),
        said,
        cards: ratings::cards(here, meeting),
        questions,
        rows: Vec::new(),
    }
}

pub(super) fn threshold(here: &Here<'_>, meeting: &Meeting<'_>, own: &Notes, writes: bool) -> Step {
    let reviewed = record::thresholds(here, own);
    let mut questions = Vec::new();
    for child in children(here.book) {
        let name = here.book.name_of(child);
        questions.push(What::Heading(name).asked());
        let now = match here.book.threshold_now(child) {
            Some(now) => format!("Now: {}. {}", now.to.label(), now.why),
            None => "No decision is on the record yet.".to_owned(),
        };
        questions.push(What::Words(now).asked());
        if writes {
            questions.extend(notes::thresholds(here, child));
        }
        let decides = may(here, Act::DecideThreshold) || may(here, Act::RecommendThreshold);
        if decides && !meeting.is_locked() {
            questions.extend(placed::questions(Place::Threshold, child, here));
        }
    }
    Step {
        kind: StepKind::Threshold,
        done: children(here.book)
            .iter()
            .all(|child| own.thresholds.get(child).is_some_and(|it| it.is_said())),
        said: if writes { Vec::new() } else { said("Threshold", reviewed) },
        cards: Vec::new(),
        questions,
        rows: Vec::new(),
    }
}

pub(super) fn actions(here: &Here<'_>, meeting: &Meeting<'_>, own: &Notes, writes: bool) -> Step {
    let mut questions = Vec::new();
    let results = may(here, Act::RecordResult) && !meeting.is_locked();
    let carried = meeting.carried_in();
    if !carried.is_empty() {
        questions.push(What::Heading("From last time".to_owned()).asked());
    }
    for agreed in &carried {
        let facts = boxes::facts(here, agreed);
        let words: Vec<String> = facts.into_iter().map(|(key, words)| format!("{key}: {words}")).collect();
        questions.push(What::Words(format!("{}\n{}", agreed.action.what, words.join("\n"))).asked());
        if results && agreed.is_open() {
            questions.extend(boxes::result_questions(&result_at(agreed.action.id)));
        }
    }
    let card = |action: &crate::model::action::Action| {
        let agreed = here.book.action(action.id);
        Part::Card(Card {
            title: action.what.clone(),
            tag: agreed.as_ref().map(|agreed| boxes::state(agreed, here.today)),
            facts: agreed.map(|agreed| boxes::facts(here, &agreed)).unwrap_or_default(),
            ways: Vec::new(),
        })
    };
    let mut said = Vec::new();
    if !writes {
        said.extend(own.actions.iter().map(card));
        if own.actions.is_empty() {
            said.push(Part::Aside("No actions are agreed yet.".to_owned()));
        }
    } else {
        questions.extend(notes::closing());
    }
    let rows = (0..MOST_ACTIONS).map(|place| boxes::questions(here, &action_at(place)));
    Step {
        kind: StepKind::Actions,
        done: !own.actions.is_empty(),
        said,
        cards: Vec::new(),
        questions,
        rows: if writes { rows.collect() } else { Vec::new() },
    }
}
