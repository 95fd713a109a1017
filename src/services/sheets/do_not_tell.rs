//! What somebody asked the team to keep from others of the family (`domain.md` E2, rule 5).

use std::collections::BTreeSet;

use crate::model::dates::PartialDate;
use crate::model::do_not_tell::DoNotTell;
use crate::model::ids::{DoNotTellId, PersonId};
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, date, line, long_text, many, near_date, pick, text, tick};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Command, Field, SafetyCommand};

use super::{Fresh, everybody, needed_date, whole_date};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ASKED_BY: &str = "request-by";
    pub const FROM: &str = "request-from";
    pub const WHAT: &str = "request-what";
    pub const PHRASES: &str = "request-phrases";
    pub const WHY: &str = "request-why";
    pub const ASKED_ON: &str = "request-on";
    pub const UNTIL: &str = "request-until";
    pub const LIFTED: &str = "request-lifted";
    pub const REASON: &str = "request-reason";
}

/// The request that is changed; `None` for a new one, and nothing when there is no such request, or it is not for
/// whoever is here to read.
fn changed<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<(DoNotTellId, &'a DoNotTell)>> {
    let Some(of) = of else { return Some(None) };
    let id = of.parse().ok()?;
    let request = here.book.do_not_tell.current(id).filter(|_| here.may(Act::ReadProtected));
    request.map(|request| Some((id, request)))
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = changed(of, here)?;
    let everybody = everybody(here.book);
    let mut questions = vec![
        pick(field::ASKED_BY, "Who asked for this?", everybody.clone()).asked(),
        many(field::FROM, "Who must not be told?", everybody).asked(),
        text(field::WHAT, "What must they not be told?").asked(),
        long_text(field::PHRASES, "Words that would give it away (optional)", 3)
            .hinted("One to a line. They are looked for before anything is shown to these people.")
            .asked(),
        text(field::WHY, "Why did they ask?").asked(),
        near_date(field::ASKED_ON, "When did they ask?").asked(),
        date(field::UNTIL, "Until when? (optional)")
            .hinted("The last day. Without one it stands until they say otherwise.")
            .asked(),
    ];
    if stands.is_some() {
        questions.push(
            tick(field::LIFTED, "They ask for this no more")
                .hinted("It is lifted, and stays among the requests that have ended.")
                .asked(),
        );
        questions.push(line(field::REASON, "Why are you changing it?").asked());
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change a request not to tell" } else { "A request not to tell" }
            .to_owned(),
        caption: Some("Safety".to_owned()),
        intro: vec![
            "Agree with them what can be said instead. If the law or a child’s safety asks for it to be told all the \
             same, speak with your manager and with them first."
                .to_owned(),
        ],
        questions,
        save: "Save request",
        done: "The request was recorded, and is kept apart".to_owned(),
        back: FamilyPage::leaf(Leaf::Safety),
        filled: stands.map(|(_, request)| boxes(request)).unwrap_or_default(),
        at: super::at([
            (Field::Person, field::ASKED_BY),
            (Field::Audience, field::FROM),
            (Field::Text, field::WHAT),
            (Field::Why, field::WHY),
            (Field::Day, field::ASKED_ON),
            (Field::Period, field::UNTIL),
        ]),
    })
}

fn boxes(request: &DoNotTell) -> Fields {
    let from: Vec<String> = request.from.iter().map(ToString::to_string).collect();
    let mut fields: Fields = [
        (field::ASKED_BY, request.asked_by.to_string()),
        (field::FROM, from.join("\n")),
        (field::WHAT, request.what.clone()),
        (field::PHRASES, request.phrases.join("\n")),
        (field::WHY, request.why.clone()),
    ]
    .map(|(id, words)| (id.to_owned(), words))
    .into();
    put_date(&mut fields, field::ASKED_ON, Some(PartialDate::day(request.asked_on)));
    put_date(&mut fields, field::UNTIL, request.until.map(PartialDate::day));
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
    let reason = boxes.text(field::REASON).to_owned();
    let mut wrong = Vec::new();
    if stands.is_some() && reason.is_empty() {
        wrong.push(Wrong::new(field::REASON, "Enter why you are changing it"));
    }
    if let (Some((id, _)), true) = (stands, boxes.is(field::LIFTED, "yes")) {
        let seen = here.book.do_not_tell.head_ids(id);
        let lift = Command::Safety(SafetyCommand::Lift { id, reason, seen });
        return if wrong.is_empty() { Ok(vec![lift]) } else { Err(wrong) };
    }
    let asked_by: Option<PersonId> = boxes.text(field::ASKED_BY).parse().ok();
    if asked_by.is_none() {
        wrong.push(Wrong::new(field::ASKED_BY, "Select who asked for this"));
    }
    let from: BTreeSet<PersonId> =
        boxes.lines(field::FROM).into_iter().filter_map(|id| id.parse().ok()).collect();
    let missing = [
        (field::FROM, from.is_empty(), "Select who must not be told"),
        (field::WHAT, boxes.text(field::WHAT).is_empty(), "Enter what they must not be told"),
        (field::WHY, boxes.text(field::WHY).is_empty(), "Enter why they asked"),
    ];
    let missing = missing.into_iter().filter(|(_, is_missing, _)| *is_missing);
    wrong.extend(missing.map(|(id, _, words)| Wrong::new(id, words)));
    let asked_on = needed_date(boxes, field::ASKED_ON, "The day", "Enter when they asked", &mut wrong);
    let until = whole_date(boxes, field::UNTIL, "The last day", &mut wrong);
    let (Some(asked_by), Some(asked_on), true) = (asked_by, asked_on, wrong.is_empty()) else {
        return Err(wrong);
    };
    let known = stands.map(|(id, _)| id);
    let Some(id) = known.or_else(|| fresh().map(DoNotTellId::from_bytes)) else {
        return Err(super::no_id(field::ASKED_BY));
    };
    let request = DoNotTell {
        asked_by,
        from,
        what: boxes.text(field::WHAT).to_owned(),
        phrases: boxes.lines(field::PHRASES).into_iter().map(str::to_owned).collect(),
        // Records that it covers stay covered.
        records: stands.map(|(_, request)| request.records.clone()).unwrap_or_default(),
        why: boxes.text(field::WHY).to_owned(),
        asked_on,
        until,
    };
    let seen = here.book.do_not_tell.head_ids(id);
    Ok(vec![Command::Safety(SafetyCommand::KeepFrom { id, request, reason, seen })])
}

#[cfg(test)]
mod tests {
    use super::super::way::desk::Desk;
    use super::*;
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, JOE, person, today};
    use crate::services::sheets::tests::hangs_together;

    fn asks(change: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        let mut typed = vec![
            (field::ASKED_BY, person(AMARA).to_string()),
            (field::FROM, person(JOE).to_string()),
            (field::WHAT, "That she goes to a course".to_owned()),
            (field::PHRASES, "Tuesday course\nFreedom".to_owned()),
            (field::WHY, "He came to the last one".to_owned()),
            (field::ASKED_ON, "2026-11-20".to_owned()),
        ];
        typed.extend(change.iter().map(|(id, words)| (*id, (*words).to_owned())));
        typed
    }

    fn typed<'a>(asks: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
        asks.iter().map(|(id, words)| (*id, words.as_str())).collect()
    }

    #[test]
    fn a_request_stands_until_it_is_lifted_with_a_reason() {
        let mut desk = Desk::new(Authority::Common);
        desk.fills_in(Place::DoNotTell, None, &typed(&asks(&[])));
        let book = &desk.sample.book;
        let (id, request) = book.kept_from_on(person(JOE), today()).next().unwrap();
        assert_eq!(request.phrases, ["Tuesday course", "Freedom"]);
        assert_eq!(book.kept_from_on(person(AMARA), today()).count(), 0);
        let id = id.to_string();
        let sheet = desk.form(Place::DoNotTell, Some(&id));
        hangs_together(&sheet);
        let missing = [(field::REASON.to_owned(), "Enter why you are changing it".to_owned())];
        assert_eq!(desk.mends(Place::DoNotTell, Some(&id), &[(field::LIFTED, "yes")]), missing);
        let lift = [(field::LIFTED, "yes"), (field::REASON, "Amara told him herself")];
        desk.fills_in(Place::DoNotTell, Some(&id), &lift);
        let book = &desk.sample.book;
        assert_eq!(book.requests_on(today()).count(), 0);
        let past = book.past_requests(today());
        assert_eq!((past.len(), past[0].lifted), (1, Some("Amara told him herself")));
    }

    #[test]
    fn what_is_wrong_stands_at_its_box() {
        let mut desk = Desk::new(Authority::Common);
        let found: Vec<String> =
            desk.mends(Place::DoNotTell, None, &[]).into_iter().map(|(id, _)| id).collect();
        assert_eq!(found, [field::ASKED_BY, field::FROM, field::WHAT, field::WHY, field::ASKED_ON]);
        let amara = person(AMARA).to_string();
        for (change, at) in [
            ([(field::FROM, amara.as_str())], field::FROM),
            ([(field::ASKED_ON, "2026-11-22")], field::ASKED_ON),
            ([(field::UNTIL, "2026-11-19")], field::UNTIL),
        ] {
            assert_eq!(desk.is_refused(Place::DoNotTell, None, &typed(&asks(&change))).0, at);
        }
    }

    #[test]
    fn anybody_may_write_one_down_and_only_workers_read_it() {
        let mut desk = Desk::new(Authority::Common).turned(Role::ReferringTeam);
        desk.fills_in(Place::DoNotTell, None, &typed(&asks(&[])));
        let id = desk.sample.book.do_not_tell.all().next().unwrap().0.to_string();
        assert!(super::sheet(Some(&id), &desk.here()).is_none());
        assert!(super::sheet(Some(&id), &desk.turned(Role::TeamManager).here()).is_some());
    }
}
