//! The steps to a goal: what will be done, by whom, by when or how often (WAR 9.4; `domain.md` R72).

use crate::model::action::{Action, ByWhen, Owner};
use crate::model::dates::PartialDate;
use crate::model::ids::{ActionId, PersonId, PractitionerId};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, What, date, line, pick, tick};
use crate::services::sheets::{Fresh, everybody, whole_date};
use crate::services::typed::{Fields, Typed, Wrong, put_date};

/// The ids of the boxes of one step. They stand in drafts, so they stay.
mod field {
    pub const WHAT: &str = "what";
    pub const WHO: &str = "who";
    pub const OTHER: &str = "other";
    pub const BY: &str = "by";
    pub const EVERY: &str = "every";
    pub const KNOWN: &str = "known";
    pub const MORE: &str = "more";

    pub fn of(what: &str, step: usize) -> String {
        format!("goal-{what}-{step}")
    }
}

const OTHER: &str = "other";
const PERSON: &str = "person-";
const TEAM: &str = "team-";
const MEMBER: &str = "member-";
/// A goal with more steps than these is easier to follow as two.
const STEPS: usize = 6;

/// Where a refusal about the steps stands.
pub(super) fn first_box() -> String {
    field::of(field::WHAT, 1)
}

/// How many steps have boxes: always room for one more.
fn places(standing: &[Action]) -> usize {
    STEPS.max(standing.len().saturating_add(1))
}

/// The family, the team, and somebody else.
pub(super) fn owners(here: &Here<'_>) -> Vec<Answer> {
    let book = here.book;
    let mut owners = everybody(book)
        .into_iter()
        .map(|it| Answer::new(format!("{PERSON}{}", it.value), it.label))
        .collect::<Vec<_>>();
    let mut team: Vec<(PractitionerId, String)> =
        book.team.all().map(|(id, member)| (id, member.name.clone())).collect();
    if !team.iter().any(|(id, _)| *id == here.me.id) {
        team.push((here.me.id, here.me.name.clone()));
    }
    owners.extend(team.into_iter().map(|(id, name)| Answer::new(format!("{TEAM}{id}"), name)));
    // Those who are in the team and have not recorded anything yet are known by name only.
    let unknown = book.team_on(here.today).into_iter().filter(|(_, member)| member.practitioner.is_none());
    owners.extend(unknown.map(|(id, member)| Answer::new(format!("{MEMBER}{id}"), member.name.clone())));
    owners.push(Answer::new(OTHER, "Somebody else"));
    owners
}

/// Who was chosen; `other` is what stands in the box for somebody else.
pub(super) fn owner_of(code: &str, other: &str, here: &Here<'_>) -> Option<Owner> {
    if code == OTHER {
        return (!other.is_empty()).then(|| Owner::Other(other.to_owned()));
    }
    let person = code.strip_prefix(PERSON).and_then(|id| id.parse::<PersonId>().ok()).map(Owner::Person);
    let team = || code.strip_prefix(TEAM)?.parse::<PractitionerId>().ok().map(Owner::Practitioner);
    let member = || {
        let member = here.book.memberships.current(code.strip_prefix(MEMBER)?.parse().ok()?)?;
        Some(Owner::Other(member.name.clone()))
    };
    person.or_else(team).or_else(member)
}

/// What stands in the boxes for who it is: the choice, and somebody else's name.
pub(super) fn owner_boxes(owner: &Owner) -> (String, String) {
    match owner {
        Owner::Person(id) => (format!("{PERSON}{id}"), String::new()),
        Owner::Practitioner(id) => (format!("{TEAM}{id}"), String::new()),
        Owner::Other(words) => (OTHER.to_owned(), words.clone()),
    }
}

/// The boxes of every step; each after the first is there once somebody asks for it.
pub(super) fn questions(here: &Here<'_>, standing: &[Action]) -> Vec<Question> {
    let places = places(standing);
    let owners = owners(here);
    (1..=places).flat_map(|step| one(step, step < places, &owners)).collect()
}

fn one(step: usize, more: bool, owners: &[Answer]) -> Vec<Question> {
    let asked = |what: What| match step {
        1 => what.asked(),
        _ => what.when(field::of(field::MORE, step.saturating_sub(1)), ["yes"]),
    };
    let who = field::of(field::WHO, step);
    let mut questions = vec![
        asked(What::Heading(format!("Step {step}"))),
        asked(line(field::of(field::WHAT, step), "What will be done?")),
        asked(pick(who.clone(), "Who will do it?", owners.iter().cloned())),
        line(field::of(field::OTHER, step), "Who is it?").when(who, [OTHER]),
        asked(date(field::of(field::BY, step), "By when?")),
        asked(
            line(field::of(field::EVERY, step), "Or how often?")
                .hinted("If it has no date. For example “every Tuesday”."),
        ),
        asked(line(field::of(field::KNOWN, step), "How will you know that it helped? (optional)")),
    ];
    if more {
        questions.push(asked(tick(field::of(field::MORE, step), "Add another step")));
    }
    questions
}

/// What stands in the boxes of the steps of a goal.
pub(super) fn boxes(steps: &[Action]) -> Fields {
    let mut fields = Fields::new();
    for (place, action) in steps.iter().enumerate() {
        let step = place.saturating_add(1);
        let mut put = |what: &str, words: String| drop(fields.insert(field::of(what, step), words));
        put(field::WHAT, action.what.clone());
        put(field::KNOWN, action.how_known.clone());
        if let Some((who, other)) = action.who.as_ref().map(owner_boxes) {
            put(field::WHO, who);
            put(field::OTHER, other);
        }
        if step < steps.len() {
            put(field::MORE, "yes".to_owned());
        }
        match &action.by {
            Some(ByWhen::On(day)) => {
                put_date(&mut fields, &field::of(field::BY, step), Some(PartialDate::day(*day)));
            }
            Some(ByWhen::Every(words)) => put(field::EVERY, words.clone()),
            None => {}
        }
    }
    fields
}

/// The steps that were typed. A step keeps its id, and with it what came of it; one whose boxes were emptied goes.
pub(super) fn read(
    here: &Here<'_>,
    boxes: Typed<'_>,
    standing: &[Action],
    fresh: Fresh<'_>,
    wrong: &mut Vec<Wrong>,
) -> Vec<Action> {
    let mut steps = Vec::new();
    for step in 1..=places(standing) {
        let on_screen = step == 1 || boxes.is(&field::of(field::MORE, step.saturating_sub(1)), "yes");
        if !on_screen || (is_empty(boxes, step) && step > 1) {
            continue;
        }
        let own = standing.get(step.saturating_sub(1)).map(|action| action.id);
        let Some(id) = own.or_else(|| fresh().map(ActionId::from_bytes)) else {
            wrong.extend(crate::services::sheets::no_id(&first_box()));
            return steps;
        };
        steps.push(action(here, boxes, step, id, wrong));
    }
    steps
}

fn is_empty(boxes: Typed<'_>, step: usize) -> bool {
    let by = field::of(field::BY, step);
    let parts = ["day", "month", "year"].map(|part| format!("{by}-{part}"));
    [field::WHAT, field::WHO, field::EVERY, field::KNOWN]
        .map(|what| field::of(what, step))
        .iter()
        .chain(&parts)
        .all(|id| boxes.text(id).is_empty())
}

fn action(here: &Here<'_>, boxes: Typed<'_>, step: usize, id: ActionId, wrong: &mut Vec<Wrong>) -> Action {
    let words = |what: &str| boxes.text(&field::of(what, step)).to_owned();
    let what = words(field::WHAT);
    if what.is_empty() {
        wrong.push(Wrong::new(field::of(field::WHAT, step), "Enter what will be done"));
    }
    let code = words(field::WHO);
    let who = owner_of(&code, &words(field::OTHER), here);
    if who.is_none() {
        wrong.push(match code == OTHER {
            true => Wrong::new(field::of(field::OTHER, step), "Enter who will do it"),
            false => Wrong::new(field::of(field::WHO, step), "Select who will do it"),
        });
    }
    let before = wrong.len();
    let on = whole_date(boxes, &field::of(field::BY, step), "The date", wrong);
    let every = words(field::EVERY);
    let by = match (on, every.is_empty()) {
        (Some(day), true) => Some(ByWhen::On(day)),
        (None, false) => Some(ByWhen::Every(every)),
        (Some(_), false) => {
            let message = "Enter a date or how often, and leave the other empty";
            wrong.push(Wrong::new(field::of(field::EVERY, step), message));
            None
        }
        (None, true) if wrong.len() == before => {
            wrong.push(Wrong::new(field::of(field::BY, step), "Enter by when, or how often"));
            None
        }
        (None, true) => None,
    };
    Action { id, what, who, by, how_known: words(field::KNOWN) }
}
