//! Asking for an adult specialist: the form of WSX appendix 3 (`domain.md` R69).

use crate::model::ids::RequestId;
use crate::model::practitioner::Role;
use crate::model::specialist::SpecialistRequest;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::profile::practice::Part;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, line, many, text};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, SpecialistCommand};

use super::{Fresh, grown};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const SPECIALISTS: &str = "specialist-who";
    pub const PEOPLE: &str = "specialist-people";
    pub const SITUATION: &str = "specialist-situation";
    pub const PURPOSE: &str = "specialist-purpose";
    pub const TIMESCALE: &str = "specialist-timescale";
    pub const MANAGER: &str = "specialist-manager";
}

/// The request that is changed; `None` for a new one, and nothing when there is none, or it was decided.
fn changed<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<(RequestId, &'a SpecialistRequest)>> {
    let Some(of) = of else { return Some(None) };
    let id = of.parse().ok()?;
    let open = here.book.specialist_decisions.current(id).is_none();
    here.book.specialist_requests.current(id).filter(|_| open).map(|request| Some((id, request)))
}

/// The specialists there are to ask for, in the authority's words.
fn specialists(here: &Here<'_>) -> Vec<Answer> {
    let known = Role::KNOWN.into_iter().filter(Role::is_adult_worker);
    known.map(|role| Answer::new(role.code(), here.profile().role_name(&role))).collect()
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = changed(of, here)?;
    // Where there are no adult specialists in the team there is nobody to ask for; what was asked stays to be read.
    if !here.profile().uses(Part::AdultSpecialists) {
        return None;
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change the request" } else { "Ask for an adult specialist" }.to_owned(),
        caption: None,
        intro: vec![
            "Their time is short, so it goes first to those who need it most. The specialist’s line manager decides, \
             and the decision is final."
                .to_owned(),
        ],
        questions: vec![
            many(field::SPECIALISTS, "Which specialists?", specialists(here)).asked(),
            many(field::PEOPLE, "With whom would they work?", grown(here.book)).asked(),
            text(field::SITUATION, "What is the family’s situation, in short?")
                .hinted("Begin with what goes well.")
                .asked(),
            text(field::PURPOSE, "What is the work for, and what do you hope comes of it?").asked(),
            line(field::TIMESCALE, "How long is it planned to take? (optional)").asked(),
            text(field::MANAGER, "What does the team manager say to it? (optional)").asked(),
        ],
        save: "Save request",
        done: "The request was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Notes),
        filled: stands.map(|(_, request)| boxes(request)).unwrap_or_default(),
        at: super::at([(Field::Subject, field::SPECIALISTS), (Field::Texts, field::SITUATION)]),
    })
}

fn boxes(request: &SpecialistRequest) -> Fields {
    let specialists: Vec<&str> = request.specialists.iter().map(Role::code).collect();
    let people: Vec<String> = request.people.iter().map(ToString::to_string).collect();
    [
        (field::SPECIALISTS, specialists.join("\n")),
        (field::PEOPLE, people.join("\n")),
        (field::SITUATION, request.situation.clone()),
        (field::PURPOSE, request.purpose.clone()),
        (field::TIMESCALE, request.timescale.clone()),
        (field::MANAGER, request.managers_view.clone()),
    ]
    .map(|(id, words)| (id.to_owned(), words))
    .into()
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = changed(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let words = |id: &str| boxes.text(id).to_owned();
    let mut wrong = Vec::new();
    for (id, missing) in [
        (field::SPECIALISTS, "Select which specialist"),
        (field::PEOPLE, "Select with whom they would work"),
        (field::SITUATION, "Enter the family’s situation in short"),
        (field::PURPOSE, "Enter what the work is for, and what you hope comes of it"),
    ] {
        if boxes.text(id).is_empty() {
            wrong.push(Wrong::new(id, missing));
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let request = SpecialistRequest {
        specialists: boxes
            .lines(field::SPECIALISTS)
            .into_iter()
            .map(|it| Role::from(it.to_owned()))
            .collect(),
        people: boxes.lines(field::PEOPLE).into_iter().filter_map(|id| id.parse().ok()).collect(),
        situation: words(field::SITUATION),
        purpose: words(field::PURPOSE),
        timescale: words(field::TIMESCALE),
        managers_view: words(field::MANAGER),
    };
    let id = stands.map(|(id, _)| id).or_else(|| fresh().map(RequestId::from_bytes));
    let Some(id) = id else { return Err(super::no_id(field::SITUATION)) };
    let seen = here.book.specialist_requests.head_ids(id);
    Ok(vec![Command::Specialist(SpecialistCommand::Ask { id, request, seen })])
}
