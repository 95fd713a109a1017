//! A visit that was made or tried: each child seen, seen alone, or not, and why (`domain.md` R39, R76, R77;
//! `ux.md` S24).

mod evidence;

use std::collections::BTreeMap;

use crate::model::dates::PartialDate;
use crate::model::entry::Quote;
use crate::model::ids::{PersonId, ShowingId, VisitId};
use crate::model::showing::Showing;
use crate::model::visit::{Contact, Place, Visit};
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::london::london;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, line, many, near_date, one, text, tick};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::{Command, Field, VisitCommand};

use super::{Fresh, children, grown, needed_date, time_box};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    use crate::model::ids::PersonId;

    pub const ON: &str = "visit-on";
    pub const FROM: &str = "visit-from";
    pub const UNTIL: &str = "visit-until";
    pub const STATUTORY: &str = "visit-statutory";
    pub const PLACE: &str = "visit-place";
    pub const ELSEWHERE: &str = "visit-elsewhere";
    pub const ADULTS: &str = "visit-adults";
    pub const OTHERS: &str = "visit-others";
    pub const NOTE: &str = "visit-note";
    pub const ERROR: &str = "visit-error";
    pub const REASON: &str = "visit-reason";

    /// A box about one child.
    pub fn of(what: &str, child: PersonId) -> String {
        format!("visit-{what}-{child}")
    }
}

const ALONE: &str = "alone";
const SEEN: &str = "seen";
const NOT_SEEN: &str = "not_seen";
const NOT_FOR: &str = "not_for";
const ELSEWHERE: &str = "elsewhere";
/// The boxes about one child.
const CONTACT: &str = "contact";
const AGREED: &str = "agreed";
const WITHOUT: &str = "without";
const WHY_NOT_ALONE: &str = "why-not-alone";
const WHY_NOT: &str = "why-not-seen";
const NEXT: &str = "next";
const MEANING: &str = "meaning";
const SAID: &str = "said";

/// Before the id of a showing in the address of the form.
const SHOWING: &str = "shown.";

/// The address of the form for a visit at which something was shown: it says who was there, and when.
pub fn from_showing(showing: ShowingId) -> String {
    format!("{SHOWING}{showing}")
}

fn showing<'a>(of: Option<&str>, here: &Here<'a>) -> Option<&'a Showing> {
    here.book.showings.current(of?.strip_prefix(SHOWING)?.parse().ok()?)
}

fn changed<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<(VisitId, &'a Visit)>> {
    let Some(of) = of.filter(|of| showing(Some(of), here).is_none()) else { return Some(None) };
    let id = of.parse().ok()?;
    here.book.visits.current(id).map(|visit| Some((id, visit)))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = changed(of, here)?;
    let shown = showing(of, here);
    let book = here.book;
    let places = [
        Answer::new("home", "At home"),
        Answer::new("school", "At school or nursery"),
        Answer::new("office", "At the office or a centre"),
        Answer::new(ELSEWHERE, "Somewhere else"),
    ];
    let mut questions = vec![
        near_date(field::ON, "When was the visit?").asked(),
        time_box(field::FROM, "What time did it begin? (optional)"),
        time_box(field::UNTIL, "What time did it end? (optional)"),
        one(field::PLACE, "Where?", places).asked(),
        line(field::ELSEWHERE, "Where was it?").when(field::PLACE, [ELSEWHERE]),
        tick(field::STATUTORY, "This is a visit that a child’s plan or status asks for").asked(),
    ];
    for child in children(book) {
        questions.extend(about(here, child));
    }
    questions.extend([
        What::Heading("The visit".to_owned()).asked(),
        many(field::ADULTS, "Which adults of the family were there?", grown(book)).asked(),
        line(field::OTHERS, "Who else was there? (optional)").asked(),
        What::Text {
            id: field::NOTE.to_owned(),
            label: "What was done, seen and heard?".to_owned(),
            hint: Some("Write it once: the chronology and your summary take it from here.".to_owned()),
            rows: 8,
        }
        .asked(),
    ]);
    questions.extend(evidence::questions(here));
    if stands.is_some() {
        questions.push(super::in_error(field::ERROR, "visit"));
        questions.push(line(field::REASON, "Why are you changing it?").asked());
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change a visit" } else { "Record a visit" }.to_owned(),
        caption: None,
        intro: vec![
            "A visit on which a child was not seen is recorded too. It does not count as a visit to that child."
                .to_owned(),
        ],
        questions,
        save: "Save visit",
        done: "The visit was recorded".to_owned(),
        back: if shown.is_some() { FamilyPage::AfterVisit } else { FamilyPage::leaf(Leaf::Visits) },
        filled: match (stands, shown) {
            (Some((_, visit)), _) => boxes(visit),
            (None, Some(showing)) => there(here, showing),
            (None, None) => Fields::new(),
        },
        at: super::at([
            (Field::Day, field::ON),
            (Field::Period, field::FROM),
            (Field::Place, field::PLACE),
            (Field::Texts, field::NOTE),
        ]),
    })
}

/// What is asked about one child.
fn about(here: &Here<'_>, child: PersonId) -> Vec<Question> {
    let name = here.book.name_of(child);
    let contact = field::of(CONTACT, child);
    let answers = [
        Answer::new(ALONE, "Yes, and alone with me for a while"),
        Answer::new(SEEN, "Yes, not alone"),
        Answer::new(NOT_SEEN, "No"),
        Answer::new(NOT_FOR, "The visit was not for this child"),
    ];
    let when = |what: What, answers: &[&str]| what.when(contact.clone(), answers.iter().copied());
    vec![
        What::Heading(name.clone()).asked(),
        one(contact.clone(), format!("Did you see {name}?"), answers).asked(),
        when(
            many(
                field::of(AGREED, child),
                format!("Who agreed that {name} is seen alone?"),
                grown(here.book),
            ),
            &[ALONE],
        ),
        when(line(field::of(WITHOUT, child), "If nobody was asked, why?"), &[ALONE]),
        when(
            line(field::of(WHY_NOT_ALONE, child), format!("Why was {name} not seen alone? (optional)")),
            &[SEEN],
        ),
        when(line(field::of(WHY_NOT, child), format!("Why did you not see {name}?")), &[NOT_SEEN]),
        when(
            line(field::of(NEXT, child), format!("What happens next, so that {name} is seen?")),
            &[NOT_SEEN],
        ),
        when(
            text(field::of(SAID, child), format!("What did {name} say, in their own words? (optional)")),
            &[ALONE, SEEN],
        ),
        when(
            text(
                field::of(MEANING, child),
                format!("What is it like to be {name}, here and now? (optional)"),
            ),
            &[ALONE, SEEN],
        ),
    ]
}

/// What is known of a visit from what was shown at it: the day, and who was there. A child who looked was seen; whether
/// alone for a while, only the worker knows.
fn there(here: &Here<'_>, showing: &Showing) -> Fields {
    let mut fields = Fields::new();
    let on = PartialDate::day(london(showing.began).date());
    put_date(&mut fields, field::ON, Some(on));
    let there = |who: &PersonId| showing.people.contains(who);
    let adults = here.book.adults().into_iter().map(|(id, _)| id).filter(there);
    let adults: Vec<String> = adults.map(|id| id.to_string()).collect();
    fields.insert(field::ADULTS.to_owned(), adults.join("\n"));
    fields.insert(field::OTHERS.to_owned(), showing.others.clone());
    let seen = children(here.book).into_iter().filter(there);
    fields.extend(seen.map(|child| (field::of(CONTACT, child), SEEN.to_owned())));
    fields
}

fn boxes(visit: &Visit) -> Fields {
    let mut fields = Fields::new();
    put_date(&mut fields, field::ON, Some(PartialDate::day(visit.on)));
    evidence::put(&mut fields, &visit.evidence_for);
    let mut put = |id: String, words: &str| drop(fields.insert(id, words.to_owned()));
    let people = |people: &mut dyn Iterator<Item = &PersonId>| {
        people.map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    for (id, at) in [(field::FROM, visit.from), (field::UNTIL, visit.until)] {
        put(id.to_owned(), &at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default());
    }
    put(field::STATUTORY.to_owned(), if visit.statutory { "yes" } else { "" });
    let (place, elsewhere) = match &visit.place {
        Place::Home => ("home", ""),
        Place::SchoolOrNursery => ("school", ""),
        Place::Office => ("office", ""),
        Place::Elsewhere(words) => (ELSEWHERE, words.as_str()),
    };
    put(field::PLACE.to_owned(), place);
    put(field::ELSEWHERE.to_owned(), elsewhere);
    put(field::ADULTS.to_owned(), &people(&mut visit.adults.iter()));
    put(field::OTHERS.to_owned(), &visit.others_present);
    put(field::NOTE.to_owned(), &visit.note);
    for (child, contact) in &visit.children {
        let code = match contact {
            Contact::SeenAlone { agreed_by, without_agreement } => {
                put(field::of(AGREED, *child), &people(&mut agreed_by.iter()));
                put(field::of(WITHOUT, *child), without_agreement);
                ALONE
            }
            Contact::Seen { why_not_alone } => {
                put(field::of(WHY_NOT_ALONE, *child), why_not_alone);
                SEEN
            }
            Contact::NotSeen { why, next } => {
                put(field::of(WHY_NOT, *child), why);
                put(field::of(NEXT, *child), next);
                NOT_SEEN
            }
        };
        put(field::of(CONTACT, *child), code);
    }
    for (child, words) in &visit.meaning {
        put(field::of(MEANING, *child), words);
    }
    for quote in &visit.own_words {
        put(field::of(SAID, quote.who), &quote.words);
    }
    fields
}

pub(super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(stands) = changed(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    if let (Some((id, _)), true) = (stands, boxes.is(field::ERROR, "yes")) {
        let reason = boxes.text(field::REASON).to_owned();
        if reason.is_empty() {
            return Err(vec![Wrong::new(field::REASON, "Enter why you are changing it")]);
        }
        let seen = here.book.visits.head_ids(id);
        return Ok(vec![Command::Visit(VisitCommand::Withdraw { id, reason, seen })]);
    }
    let on = needed_date(boxes, field::ON, "The date of the visit", "Enter when the visit was", &mut wrong);
    let from = super::time(boxes, field::FROM, &mut wrong);
    let until = super::time(boxes, field::UNTIL, &mut wrong);
    let now = london(here.now);
    for (id, at) in [(field::FROM, from), (field::UNTIL, until)] {
        if on == Some(now.date()) && at.is_some_and(|at| at > now.time()) {
            wrong.push(Wrong::new(id, "Time must be before now"));
        }
    }
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        wrong.push(Wrong::new(field::UNTIL, "The end must be after the beginning"));
    }
    let place = place(boxes, &mut wrong);
    let seen = contacts(here, boxes, &mut wrong);
    let stood = stands.map(|(_, visit)| visit.evidence_for.as_slice()).unwrap_or_default();
    let evidence_for = evidence::read(boxes, stood, &mut wrong);
    let reason = boxes.text(field::REASON).to_owned();
    if stands.is_some() && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    let (Some(on), Some(place), true) = (on, place, wrong.is_empty()) else { return Err(wrong) };
    let before = stands.map(|(_, visit)| visit.clone());
    let words = |what: &str, child: PersonId| boxes.text(&field::of(what, child)).to_owned();
    let said = |child: &PersonId| Quote { who: *child, words: words(SAID, *child) };
    let children_seen: Vec<PersonId> =
        seen.iter().filter(|(_, contact)| contact.was_seen()).map(|(child, _)| *child).collect();
    let of_others = before.iter().flat_map(|visit| &visit.own_words);
    let own_words = of_others.filter(|quote| !seen.contains_key(&quote.who)).cloned();
    let visit = Visit {
        on,
        from,
        until,
        statutory: boxes.is(field::STATUTORY, "yes"),
        place,
        by: before.as_ref().map(|visit| visit.by.clone()).unwrap_or_default(),
        adults: boxes.lines(field::ADULTS).into_iter().filter_map(|id| id.parse().ok()).collect(),
        others_present: boxes.text(field::OTHERS).to_owned(),
        note: boxes.text(field::NOTE).to_owned(),
        meaning: children_seen
            .iter()
            .map(|child| (*child, words(MEANING, *child)))
            .filter(|(_, words)| !words.is_empty())
            .collect(),
        own_words: own_words
            .chain(children_seen.iter().map(said).filter(|quote| !quote.words.is_empty()))
            .collect(),
        evidence_for,
        audience: before.map(|visit| visit.audience).unwrap_or_default(),
        children: seen,
    };
    Ok(vec![Command::Visit(match stands {
        Some((id, _)) => VisitCommand::Amend { id, visit, reason, seen: here.book.visits.head_ids(id) },
        None => match fresh() {
            Some(id) => VisitCommand::Record { id: VisitId::from_bytes(id), visit },
            None => return Err(super::no_id(field::NOTE)),
        },
    })])
}

fn place(boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> Option<Place> {
    let elsewhere = boxes.text(field::ELSEWHERE);
    match boxes.text(field::PLACE) {
        "home" => Some(Place::Home),
        "school" => Some(Place::SchoolOrNursery),
        "office" => Some(Place::Office),
        ELSEWHERE if elsewhere.is_empty() => {
            wrong.push(Wrong::new(field::ELSEWHERE, "Enter where it was"));
            None
        }
        ELSEWHERE => Some(Place::Elsewhere(elsewhere.to_owned())),
        _ => {
            wrong.push(Wrong::new(field::PLACE, "Select where the visit was"));
            None
        }
    }
}

/// Whether each child was seen, and everything that is to be said with it.
fn contacts(here: &Here<'_>, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> BTreeMap<PersonId, Contact> {
    let mut seen = BTreeMap::new();
    for child in children(here.book) {
        let name = here.book.name_of(child);
        let words = |what: &str| boxes.text(&field::of(what, child)).to_owned();
        let mut missing =
            |what: &str, message: String| wrong.push(Wrong::new(field::of(what, child), message));
        let contact = match words(CONTACT).as_str() {
            ALONE => {
                let agreed = words(AGREED);
                let agreed_by = agreed.lines().filter_map(|id| id.parse().ok()).collect();
                if agreed.is_empty() && words(WITHOUT).is_empty() {
                    missing(
                        AGREED,
                        format!("Select who agreed that {name} is seen alone, or say why nobody was asked"),
                    );
                }
                Contact::SeenAlone { agreed_by, without_agreement: words(WITHOUT) }
            }
            SEEN => Contact::Seen { why_not_alone: words(WHY_NOT_ALONE) },
            NOT_SEEN => {
                if words(WHY_NOT).is_empty() {
                    missing(WHY_NOT, format!("Enter why you did not see {name}"));
                }
                Contact::NotSeen { why: words(WHY_NOT), next: words(NEXT) }
            }
            NOT_FOR => continue,
            _ => {
                missing(CONTACT, format!("Select whether you saw {name}"));
                continue;
            }
        };
        seen.insert(child, contact);
    }
    seen
}

#[cfg(test)]
mod tests;
