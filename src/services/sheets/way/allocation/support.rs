//! How much support the adults' services give, and what that was decided by (`domain.md` R16, R69).

use crate::model::allocation::{AllocationMeeting, Support};
use crate::model::practitioner::Role;
use crate::policy::profile::words::Concept;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, What, line, many, text};
use crate::services::words::sentence;

use super::super::Reading;
use super::field;

/// What is asked of it.
pub(super) fn asked(here: &Here<'_>, stands: Option<&AllocationMeeting>) -> Vec<Question> {
    let mut roles: Vec<Role> = Role::KNOWN.into_iter().filter(Role::is_adult_worker).collect();
    let others = stands.into_iter().flat_map(|meeting| &meeting.support).map(|support| support.role.clone());
    let others: Vec<Role> = others.filter(|role| !roles.contains(role)).collect();
    roles.extend(others);
    let name = |role: &Role| here.profile().role_name(role).to_owned();
    let answers = roles.iter().map(|role| Answer::new(role.code(), name(role)));
    let adult_workers = here.profile().word(Concept::AdultWorkers);
    let mut questions = vec![
        What::Heading("Support for the adults".to_owned()).asked(),
        many(field::SUPPORT, format!("Which {adult_workers} give support?"), answers).asked(),
    ];
    questions.extend(roles.iter().map(|role| {
        line(field::how_much(role), format!("{}: how much?", name(role)))
            .hinted("Such as one to one every week, a group, or advice only.")
            .when(field::SUPPORT, [role.code()])
    }));
    questions.extend([
        text(field::NEEDS, "What does the family need?")
            .hinted("What this was decided by. Say so too if no support was decided.")
            .asked(),
        text(field::CHANGE, "What can the family change now? (optional)").asked(),
        capacity(here).asked(),
    ]);
    questions
}

/// What the team can give, beside how much work the authority means somebody to have (`domain.md` R20).
fn capacity(here: &Here<'_>) -> What {
    let profile = here.profile();
    let figures = profile.caseload.iter().map(|figure| {
        let whose = Role::from(figure.of.clone());
        format!("{}: {} {}.", sentence(profile.role_name(&whose)), figure.number, figure.counts)
    });
    let figures: Vec<String> = figures.collect();
    let asked = text(field::CAPACITY, "What can the team give now? (optional)");
    if figures.is_empty() { asked } else { asked.hinted(figures.join(" ")) }
}

/// What was decided.
pub(super) fn given(form: &mut Reading<'_>) -> Vec<Support> {
    let roles: Vec<Role> =
        form.boxes.lines(field::SUPPORT).into_iter().map(|code| Role::from(code.to_owned())).collect();
    let mut given = |role: Role| {
        let how_much = form.needed_text(&field::how_much(&role), "Enter how much support they give");
        Support { role, how_much }
    };
    roles.into_iter().map(&mut given).collect()
}
