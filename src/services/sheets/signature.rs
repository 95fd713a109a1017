//! What each person says to a plan or review when asked to sign it: one form for everybody at the table (WAR 10.5;
//! `domain.md` R78).

use crate::model::ids::SignatureId;
use crate::model::plan::{Answer as Said, Party, Plan, Signature};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::copies::{MustNotRead, must_not_read};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, line, near_date, one, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, PlanCommand};

use super::{Fresh, needed_date, paper, taken_back};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ON: &str = "signature-on";
    pub const AGENCY: &str = "signature-agency";

    /// A box about one person, or about the agency (`agency`).
    pub fn of(what: &str, who: &str) -> String {
        format!("signature-{what}-{who}")
    }
}

const SAYS: &str = "says";
const WORDS: &str = "words";
const WHY: &str = "why";
/// Stands for the agency in the ids of its boxes.
const AGENCY: &str = "agency";
const AGREES: &str = "agrees";
const DIFFERENTLY: &str = "differently";
const DID_NOT: &str = "did_not";

/// Everybody of the family who is asked: the value of their boxes, and their name.
fn asked(here: &Here<'_>, plan: &Plan) -> Vec<(Party, String, String)> {
    let family = paper::family(plan, here.book).into_iter();
    family.map(|id| (Party::Person(id), id.to_string(), here.book.name_of(id))).collect()
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    if let Some(form) = taken_back::sheet(of, here) {
        return Some(form);
    }
    let (paper, plan_id, plan) = paper::of_address(of, here)?;
    let mut questions: Vec<Question> =
        paper::kept_apart(plan, here.book).into_iter().map(|words| What::Warning(words).asked()).collect();
    let told = |it: MustNotRead| What::Told { summary: it.summary, said: it.sentences }.asked();
    questions.extend(must_not_read(here, paper, plan).into_iter().map(told));
    questions.push(near_date(field::ON, "When were they asked?").asked());
    for (_, who, name) in asked(here, plan) {
        questions.extend(about(&who, &name));
    }
    questions.push(What::Heading("An agency".to_owned()).asked());
    questions.push(line(field::AGENCY, "Who, and from which agency? (optional)").asked());
    questions.extend(answers(AGENCY, "What did they say?"));
    Some(Sheet {
        heading: "Signatures".to_owned(),
        caption: Some(paper::words(paper, here.book)),
        intro: vec![
            "Nobody has to sign. If somebody sees it differently, or would rather not sign, their words stand here."
                .to_owned(),
            "Leave out whoever was not asked yet. A child signs if they are old enough.".to_owned(),
        ],
        questions,
        save: "Save signatures",
        done: "What everybody said was recorded".to_owned(),
        back: FamilyPage::leaf_of(Leaf::Plan, plan_id),
        filled: Fields::new(),
        at: super::at([(Field::Day, field::ON)]),
    })
}

fn about(who: &str, name: &str) -> Vec<Question> {
    let mut questions = vec![What::Heading(name.to_owned()).asked()];
    questions.extend(answers(who, &format!("What did {name} say? (optional)")));
    questions
}

fn answers(who: &str, legend: &str) -> Vec<Question> {
    let says = field::of(SAYS, who);
    let choices = [
        Answer::new(AGREES, "Signed, and agrees"),
        Answer::new(DIFFERENTLY, "Signed, and sees some of it differently"),
        Answer::new(DID_NOT, "Did not sign"),
    ];
    vec![
        one(says.clone(), legend, choices).asked(),
        text(field::of(WORDS, who), "What do they see differently, in their own words?")
            .when(says.clone(), [DIFFERENTLY]),
        line(field::of(WHY, who), "Why did they not sign, where they said so?").when(says, [DID_NOT]),
    ]
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
    let Some((paper, _, plan)) = paper::of_address(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let on = needed_date(boxes, field::ON, "The day", "Enter when they were asked", &mut wrong);
    let asked = asked(here, plan);
    let first = asked.first().map_or(AGENCY.to_owned(), |(_, who, _)| who.clone());
    let mut said = Vec::new();
    for (party, who, _) in asked {
        said.extend(answer(boxes, &who, &mut wrong).map(|answer| (party, answer)));
    }
    let agency = boxes.text(field::AGENCY).to_owned();
    let agency_says = !boxes.text(&field::of(SAYS, AGENCY)).is_empty();
    match (agency.is_empty(), agency_says) {
        (true, true) => wrong.push(Wrong::new(field::AGENCY, "Enter who, and from which agency")),
        (false, false) => wrong.push(Wrong::new(field::of(SAYS, AGENCY), "Select what they said")),
        (false, true) | (true, false) => {}
    }
    said.extend(answer(boxes, AGENCY, &mut wrong).map(|answer| (Party::Agency(agency), answer)));
    if said.is_empty() && wrong.is_empty() {
        wrong.push(Wrong::new(field::of(SAYS, &first), "Select what at least one person said"));
    }
    let (Some(on), true) = (on, wrong.is_empty()) else { return Err(wrong) };
    let mut commands = Vec::new();
    for (by, answer) in said {
        let Some(id) = fresh().map(SignatureId::from_bytes) else { return Err(super::no_id(field::ON)) };
        // Which versions they had before them is what stands now.
        let signature = Signature { paper, versions: Vec::new(), by, on, answer };
        commands.push(Command::Plan(PlanCommand::Sign { id, signature }));
    }
    Ok(commands)
}

fn answer(boxes: Typed<'_>, who: &str, wrong: &mut Vec<Wrong>) -> Option<Said> {
    let mut words = |what: &str, missing: &str| {
        let words = boxes.text(&field::of(what, who)).to_owned();
        if words.is_empty() {
            wrong.push(Wrong::new(field::of(what, who), missing));
        }
        words
    };
    Some(match boxes.text(&field::of(SAYS, who)) {
        AGREES => Said::Agrees,
        DIFFERENTLY => Said::SeesItDifferently(words(WORDS, "Enter what they see differently")),
        DID_NOT => Said::DidNotSign(words(WHY, "Enter why they did not sign, or that they did not say")),
        _ => return None,
    })
}
