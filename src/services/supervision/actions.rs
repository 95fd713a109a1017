//! The boxes of an action that is agreed, and of what came of one. They stand in forms of their own and, several
//! times, on the live page: each begins with the ids of its place.

use chrono::NaiveDate;

use crate::model::action::{Action, ActionResult, ByWhen, Outcome, Owner};
use crate::model::choices::Choice;
use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::{ActionId, SupervisionId};
use crate::services::here::Here;
use crate::services::leaf::{Tag, Tone};
use crate::services::sheet::{Answer, Question, What, date, line, one, pick, text};
use crate::services::sheets::{answers, choice, whole_date};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::round::actions::Agreed;

use super::people::colleagues;

const WHAT: &str = "what";
const WHO: &str = "who";
const OTHER: &str = "other";
const BY: &str = "by";
const EVERY: &str = "every";
const HOW: &str = "how";
const OUTCOME: &str = "outcome";
const WORDS: &str = "words";
const TO: &str = "to";
/// How an answer says of which list it is.
const TEAM: &str = "team-";
const FAMILY: &str = "family-";

fn id(at: &str, what: &str) -> String {
    format!("{at}-{what}")
}

/// The first box of an action.
pub fn first_box(at: &str) -> String {
    id(at, WHAT)
}

/// What is asked about an action.
pub fn questions(here: &Here<'_>, at: &str) -> Vec<Question> {
    let book = here.book;
    let team = colleagues(here, []);
    let family = book.children().into_iter().chain(book.adults());
    let who = team.iter().map(|it| Answer::new(format!("{TEAM}{}", it.id), it.name.clone()));
    let who = who.chain(family.map(|(id, _)| Answer::new(format!("{FAMILY}{id}"), book.name_of(id))));
    let who = who.chain([Answer::new(OTHER, "Someone else")]);
    vec![
        What::Text {
            id: id(at, WHAT),
            label: "What will be done?".to_owned(),
            hint: Some("One thing that can be seen to be done.".to_owned()),
            rows: 2,
        }
        .asked(),
        pick(id(at, WHO), "Who will do it?", who).asked(),
        line(id(at, OTHER), "Who is that?").when(id(at, WHO), [OTHER]),
        date(id(at, BY), "By when?").asked(),
        line(id(at, EVERY), "Or how often? (optional)").hinted("Such as every Friday.").asked(),
        line(id(at, HOW), "How will we know that it helped?").asked(),
    ]
}

/// What stands in the boxes of an action.
pub fn put(fields: &mut Fields, at: &str, action: &Action) {
    let mut put = |what: &str, words: String| drop(fields.insert(id(at, what), words));
    put(WHAT, action.what.clone());
    put(HOW, action.how_known.clone());
    match &action.who {
        Some(Owner::Practitioner(who)) => put(WHO, format!("{TEAM}{who}")),
        Some(Owner::Person(who)) => put(WHO, format!("{FAMILY}{who}")),
        Some(Owner::Other(words)) => {
            put(WHO, OTHER.to_owned());
            put(OTHER, words.clone());
        }
        None => {}
    }
    match &action.by {
        Some(ByWhen::On(day)) => put_date(fields, &id(at, BY), Some(PartialDate::day(*day))),
        Some(ByWhen::Every(words)) => put(EVERY, words.clone()),
        None => {}
    }
}

/// The action in these boxes; none when nothing is in them. What it lacks to be complete can be added until the
/// notes are submitted.
pub fn read(boxes: Typed<'_>, at: &str, own: ActionId, wrong: &mut Vec<Wrong>) -> Option<Action> {
    let words = |what: &str| boxes.text(&id(at, what)).to_owned();
    let day = whole_date(boxes, &id(at, BY), "The date", wrong);
    let every = words(EVERY);
    let who = match words(WHO).as_str() {
        OTHER => Some(Owner::Other(words(OTHER))).filter(Owner::is_named),
        chosen => match (chosen.strip_prefix(TEAM), chosen.strip_prefix(FAMILY)) {
            (Some(id), _) => id.parse().ok().map(Owner::Practitioner),
            (None, Some(id)) => id.parse().ok().map(Owner::Person),
            (None, None) => None,
        },
    };
    let by = day.map(ByWhen::On).or((!every.is_empty()).then_some(ByWhen::Every(every)));
    let action = Action { id: own, what: words(WHAT), who, by, how_known: words(HOW) };
    let empty = action.who.is_none() && action.by.is_none() && action.how_known.is_empty();
    if action.what.is_empty() && !empty {
        wrong.push(Wrong::new(id(at, WHAT), "Enter what will be done"));
    }
    (!action.what.is_empty()).then_some(action)
}

/// What is asked about what came of an action.
pub fn result_questions(at: &str) -> Vec<Question> {
    let later = [Outcome::NotYet.code()];
    vec![
        one(id(at, OUTCOME), "What came of it?", answers::<Outcome>()).asked(),
        text(id(at, WORDS), "What difference did it make, or why is it not done?").asked(),
        date(id(at, TO), "By when now? (optional)").when(id(at, OUTCOME), later),
    ]
}

/// The first box of a result.
pub fn result_box(at: &str) -> String {
    id(at, OUTCOME)
}

/// What came of an action; none when it was not said.
pub fn read_result(
    boxes: Typed<'_>,
    at: &str,
    on: NaiveDate,
    reviewed_in: Option<SupervisionId>,
    wrong: &mut Vec<Wrong>,
) -> Option<ActionResult> {
    let words = boxes.text(&id(at, WORDS)).to_owned();
    let Some(outcome) = choice::<Outcome>(boxes, &id(at, OUTCOME)) else {
        if !words.is_empty() {
            wrong.push(Wrong::new(id(at, OUTCOME), "Select what came of it"));
        }
        return None;
    };
    let later =
        if outcome == Outcome::NotYet { whole_date(boxes, &id(at, TO), "The date", wrong) } else { None };
    if outcome != Outcome::Done && words.is_empty() {
        wrong.push(Wrong::new(id(at, WORDS), "Enter why it is not done yet, or not needed"));
    }
    Some(ActionResult { outcome, on, words, by: later.map(ByWhen::On), reviewed_in })
}

/// Who does it.
pub fn owner(here: &Here<'_>, action: &Action) -> String {
    match &action.who {
        Some(Owner::Practitioner(id)) => {
            let known = colleagues(here, [*id]).into_iter().find(|it| it.id == *id);
            known.map(|it| it.name).unwrap_or_default()
        }
        Some(Owner::Person(id)) => here.book.name_of(*id),
        Some(Owner::Other(words)) => words.clone(),
        None => String::new(),
    }
}

/// An action as it is read: who, by when, how it is known, what came of it, and what it lacks.
pub fn facts(here: &Here<'_>, agreed: &Agreed<'_>) -> Vec<(String, String)> {
    let action = agreed.action;
    let by = action.by.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut facts = vec![
        ("Who".to_owned(), owner(here, action)),
        ("By when".to_owned(), by),
        ("How we will know".to_owned(), action.how_known.clone()),
    ];
    if let Some(result) = agreed.result.and_then(|version| version.value.as_ref()) {
        let words =
            if result.words.trim().is_empty() { String::new() } else { format!(". {}", result.words) };
        let later = result.by.as_ref().map(|by| format!(". Now by {by}")).unwrap_or_default();
        facts.push((
            format!("Looked at on {}", day_words(result.on)),
            format!("{}{words}{later}", result.outcome.label()),
        ));
    }
    facts.retain(|(_, words)| !words.trim().is_empty());
    let lacks: Vec<&str> = action.lacks().into_iter().map(|lacks| lacks.label()).collect();
    if !lacks.is_empty() {
        facts.push(("Still to say".to_owned(), lacks.join(", ")));
    }
    facts
}

/// How far an action has come, on a day.
pub fn state(agreed: &Agreed<'_>, today: NaiveDate) -> Tag {
    let said = agreed.result.and_then(|version| version.value.as_ref()).map(|result| result.outcome);
    match said {
        Some(Outcome::Done) => Tag::new("Done", Tone::Good),
        Some(Outcome::NoLongerNeeded) => Tag::new("No longer needed", Tone::Plain),
        Some(Outcome::NotYet) | None => match agreed.due() {
            Some(due) if due < today => Tag::new(format!("Was due {}", day_words(due)), Tone::Late),
            Some(due) => Tag::new(format!("Due {}", day_words(due)), Tone::Plain),
            None => Tag::new("To do", Tone::Plain),
        },
    }
}
