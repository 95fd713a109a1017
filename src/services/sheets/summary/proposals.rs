//! What a worker would like the meeting to agree: each with who and by when, and room for more.

use crate::model::action::ByWhen;
use crate::model::dates::PartialDate;
use crate::model::summary::{Proposal, WorkbookSummary};
use crate::services::here::Here;
use crate::services::sheet::{Question, What, date, line, tick};
use crate::services::sheets::{owners, whole_date};
use crate::services::typed::{Fields, Typed, Wrong, put_date};

/// How many can be added at a time.
const MORE: usize = 3;
/// No form has more than this.
const MOST: usize = 30;

fn id(place: usize, part: &str) -> String {
    format!("summary-action-{place}-{part}")
}

/// The tick that asks for the proposal of this number.
fn more(place: usize) -> String {
    format!("summary-action-{place}-more")
}

fn number(stands: Option<&WorkbookSummary>) -> usize {
    stands.map_or(0, |stands| stands.text.proposals.len())
}

pub(super) fn questions(here: &Here<'_>, stands: Option<&WorkbookSummary>) -> Vec<Question> {
    let stand = number(stands);
    let mut questions = vec![What::Heading("Actions that you propose".to_owned()).asked()];
    for place in 1..=stand + MORE {
        let mut own = vec![line(id(place, "what"), format!("Action {place} (optional)")).asked()];
        own.extend(owners::questions(here.book, &id(place, "who"), "Who would do it? (optional)"));
        own.push(date(id(place, "by"), "By when? (optional)").asked());
        own.push(line(id(place, "often"), "Or how often? (optional)").asked());
        if place > stand.max(1) {
            let label = if place == 2 { "Propose another action" } else { "Propose one more action" };
            let asks = tick(more(place), label);
            questions.push(match place > stand.max(1) + 1 {
                true => asks.when(more(place - 1), ["yes"]),
                false => asks.asked(),
            });
            // Somebody else's name waits for its own answer.
            let gated = own.into_iter().map(|question| match question.when {
                None => question.what.when(more(place), ["yes"]),
                Some(_) => question,
            });
            questions.extend(gated);
        } else {
            questions.extend(own);
        }
    }
    questions
}

pub(super) fn filled(proposals: &[Proposal]) -> Fields {
    let mut fields = Fields::new();
    for (place, proposal) in (1..).zip(proposals) {
        fields.insert(id(place, "what"), proposal.what.clone());
        fields.extend(proposal.who.iter().flat_map(|who| owners::filled(&id(place, "who"), who)));
        match &proposal.by {
            Some(ByWhen::On(day)) => put_date(&mut fields, &id(place, "by"), Some(PartialDate::day(*day))),
            Some(ByWhen::Every(words)) => drop(fields.insert(id(place, "often"), words.clone())),
            None => {}
        }
    }
    fields
}

/// Every proposal that says what is to be done.
pub(super) fn read(
    boxes: Typed<'_>,
    stands: Option<&WorkbookSummary>,
    wrong: &mut Vec<Wrong>,
) -> Vec<Proposal> {
    let stand = number(stands).max(1);
    let mut proposals = Vec::new();
    for place in 1..=MOST {
        if place > stand && !boxes.is(&more(place), "yes") {
            break;
        }
        let what = boxes.text(&id(place, "what")).to_owned();
        let who = owners::read(boxes, &id(place, "who"));
        let day = whole_date(boxes, &id(place, "by"), "The date", wrong);
        let often = boxes.text(&id(place, "often"));
        let by = match (day, often.is_empty()) {
            (Some(day), _) => Some(ByWhen::On(day)),
            (None, false) => Some(ByWhen::Every(often.to_owned())),
            (None, true) => None,
        };
        if !what.is_empty() {
            proposals.push(Proposal { what, who, by });
        } else if who.is_some() || by.is_some() {
            wrong.push(Wrong::new(id(place, "what"), "Enter what would be done"));
        }
    }
    proposals
}
