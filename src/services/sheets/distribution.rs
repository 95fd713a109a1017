//! Who was given a copy of a plan or review, how and when (WAR 9.8, 10.5; `domain.md` R74).

use std::collections::BTreeSet;

use crate::model::ids::CopyId;
use crate::model::plan::{CopyGiven, Paper, Party};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::copies::{MustNotRead, must_not_read};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, line, many, near_date, one};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, PlanCommand};

use super::{Fresh, everybody, needed_date, paper, taken_back};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const WHO: &str = "copy-who";
    pub const AGENCIES: &str = "copy-agencies";
    pub const OTHERS: &str = "copy-others";
    pub const ON: &str = "copy-on";
    pub const HOW: &str = "copy-how";
    pub const HOW_ELSE: &str = "copy-how-else";
}

const ELSE: &str = "else";
/// The usual ways, as they stand on the record.
const WAYS: [(&str, &str); 4] = [
    ("by_hand", "By hand"),
    ("by_post", "By post"),
    ("by_email", "By secure email"),
    ("read_aloud", "Read aloud together"),
];

/// The agencies that have had a copy of anything, to choose from again.
fn agencies(here: &Here<'_>) -> BTreeSet<String> {
    let copies = here.book.plan_copies.all().map(|(_, copy)| &copy.to);
    let signed = here.book.plan_signatures.all().map(|(_, signature)| &signature.by);
    let agency = |party: &Party| match party {
        Party::Agency(name) => Some(name.trim().to_owned()),
        Party::Person(_) => None,
    };
    copies.chain(signed).filter_map(agency).collect()
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    if let Some(form) = taken_back::sheet(of, here) {
        return Some(form);
    }
    let (paper, plan_id, plan) = paper::of_address(of, here)?;
    let known = agencies(here);
    let mut questions: Vec<Question> =
        paper::kept_apart(plan, here.book).into_iter().map(|words| What::Warning(words).asked()).collect();
    let told = |it: MustNotRead| What::Told { summary: it.summary, said: it.sentences }.asked();
    questions.extend(must_not_read(here, paper, plan).into_iter().map(told));
    questions.push(many(field::WHO, "Who of the family was given a copy?", everybody(here.book)).asked());
    if !known.is_empty() {
        let known = known.iter().map(|name| Answer::new(name, name.clone()));
        questions.push(many(field::AGENCIES, "Which agencies?", known).asked());
    }
    let others = What::Text {
        id: field::OTHERS.to_owned(),
        label: "Who else was given a copy? (optional)".to_owned(),
        hint: Some("Each agency or person on a line of its own.".to_owned()),
        rows: 3,
    };
    let ways =
        WAYS.into_iter().chain([(ELSE, "In another way")]).map(|(code, words)| Answer::new(code, words));
    questions.extend([
        others.asked(),
        near_date(field::ON, "When?").asked(),
        one(field::HOW, "How?", ways).asked(),
        line(field::HOW_ELSE, "In which way?").when(field::HOW, [ELSE]),
    ]);
    Some(Sheet {
        heading: "Copies given".to_owned(),
        caption: Some(paper::words(paper, here.book)),
        intro: Vec::new(),
        questions,
        save: "Save copies",
        done: "The copies were recorded".to_owned(),
        back: FamilyPage::leaf_of(Leaf::Plan, plan_id),
        filled: Fields::new(),
        at: super::at([(Field::Day, field::ON), (Field::Name, field::WHO)]),
    })
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    if let Some(taken_back) = taken_back::read(of, here, typed) {
        return taken_back;
    }
    let Some((paper, ..)) = paper::of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let family = boxes.lines(field::WHO).into_iter().filter_map(|id| id.parse().ok()).map(Party::Person);
    let others = boxes.lines(field::AGENCIES).into_iter().chain(boxes.lines(field::OTHERS));
    // The same name in two boxes is one copy.
    let given: BTreeSet<Party> = family.chain(others.map(|name| Party::Agency(name.to_owned()))).collect();
    if given.is_empty() {
        wrong.push(Wrong::new(field::WHO, "Select or enter who was given a copy"));
    }
    let on = needed_date(boxes, field::ON, "The day", "Enter when they were given it", &mut wrong);
    let how = how(boxes, &mut wrong);
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    commands(paper, given, on, &how, fresh)
}

fn how(boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> String {
    let code = boxes.text(field::HOW);
    if code == ELSE {
        let words = boxes.text(field::HOW_ELSE);
        if words.is_empty() {
            wrong.push(Wrong::new(field::HOW_ELSE, "Enter in which way"));
        }
        return words.to_owned();
    }
    let way = WAYS.into_iter().find(|(own, _)| *own == code);
    if way.is_none() {
        wrong.push(Wrong::new(field::HOW, "Select how"));
    }
    way.map(|(_, words)| words.to_owned()).unwrap_or_default()
}

fn commands(
    paper: Paper,
    given: BTreeSet<Party>,
    on: chrono::NaiveDate,
    how: &str,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let mut commands = Vec::new();
    for to in given {
        let Some(id) = fresh().map(CopyId::from_bytes) else { return Err(super::no_id(field::ON)) };
        let copy = CopyGiven { paper, to, on, how: how.to_owned() };
        commands.push(Command::Plan(PlanCommand::GiveCopy { id, copy }));
    }
    Ok(commands)
}
