//! What somebody asked the team to keep from others of the family (`domain.md` E2, rule 5).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::dates::{PartialDate, day_words};
use crate::model::do_not_tell::DoNotTell;
use crate::model::entry::Entry;
use crate::model::ids::{DoNotTellId, PersonId, PractitionerId};
use crate::model::source::Source;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Answer, Sheet, date, line, long_text, many, near_date, pick, text, tick};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Command, Field, SafetyCommand};
use crate::workbook::fold::Workbook;

use super::{Fresh, everybody, needed_date, whole_date};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const ASKED_BY: &str = "request-by";
    pub const FROM: &str = "request-from";
    pub const WHAT: &str = "request-what";
    pub const PHRASES: &str = "request-phrases";
    pub const IN_RECORDS: &str = "request-in-records";
    pub const RECORDS: &str = "request-records";
    pub const OWNER: &str = "request-owner";
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
        tick(field::IN_RECORDS, "Some records hold it")
            .hinted("Nothing of these records is shown to these people, whatever is chosen for it.")
            .asked(),
        many(field::RECORDS, "Which records?", records(here.book)).when(field::IN_RECORDS, ["yes"]),
        text(field::WHY, "Why did they ask?").asked(),
        near_date(field::ASKED_ON, "When did they ask?").asked(),
        date(field::UNTIL, "Until when? (optional)")
            .hinted("The last day. Without one it stands until they say otherwise.")
            .asked(),
        pick(field::OWNER, "Who in the team answers for it?", owners(here))
            .hinted("They see that it is kept, and ask again when its time is over.")
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
            (Field::References, field::RECORDS),
            (Field::Worker, field::OWNER),
            (Field::Why, field::WHY),
            (Field::Day, field::ASKED_ON),
            (Field::Period, field::UNTIL),
        ]),
    })
}

/// The records that could be shown to somebody, newest first.
fn records(book: &Workbook) -> Vec<Answer> {
    let entries = book.entries.all().map(|(id, entry)| {
        let about = book.subject_name(entry.subject);
        let words = format!("{about}, module {}, {}", entry.module.number(), entry.done_on);
        (entry.done_on.earliest(), Answer::new(code(Source::Entry(id)), words).hint(beginning(entry)))
    });
    let visits = book.visits.all().map(|(id, visit)| {
        let answer = Answer::new(code(Source::Visit(id)), format!("Visit of {}", day_words(visit.on)));
        (visit.on, answer.hint(shortened(&visit.note)))
    });
    let mut all: Vec<(NaiveDate, Answer)> = entries.chain(visits).collect();
    all.sort_by_key(|(on, _)| Reverse(*on));
    all.into_iter().map(|(_, answer)| answer).collect()
}

/// The first words of an entry, by which its author knows it again.
fn beginning(entry: &Entry) -> String {
    let words = [&entry.going_well, &entry.needs];
    shortened(words.into_iter().find(|it| !it.trim().is_empty()).map_or("", |it| it.as_str()))
}

fn shortened(words: &str) -> String {
    let mut all = words.split_whitespace();
    let first: Vec<&str> = all.by_ref().take(12).collect();
    let more = if all.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// A record among the answers.
fn code(source: Source) -> String {
    match source {
        Source::Entry(id) => format!("entry.{id}"),
        Source::Visit(id) => format!("visit.{id}"),
        Source::CaseNote(id) => format!("note.{id}"),
    }
}

fn source(code: &str) -> Option<Source> {
    let (kind, id) = code.split_once('.')?;
    match kind {
        "entry" => Some(Source::Entry(id.parse().ok()?)),
        "visit" => Some(Source::Visit(id.parse().ok()?)),
        "note" => Some(Source::CaseNote(id.parse().ok()?)),
        _ => None,
    }
}

/// Those of the team, whoever writes it first.
fn owners(here: &Here<'_>) -> Vec<Answer> {
    let me = Answer::new(here.me.id, here.me.name.clone());
    let others = here.book.team.all().filter(|(id, _)| *id != here.me.id);
    std::iter::once(me).chain(others.map(|(id, it)| Answer::new(id, it.name.clone()))).collect()
}

fn boxes(request: &DoNotTell) -> Fields {
    let records: Vec<String> = request.records.iter().map(|it| code(*it)).collect();
    let in_records = if records.is_empty() { "" } else { "yes" };
    let from: Vec<String> = request.from.iter().map(ToString::to_string).collect();
    let mut fields: Fields = [
        (field::ASKED_BY, request.asked_by.to_string()),
        (field::FROM, from.join("\n")),
        (field::WHAT, request.what.clone()),
        (field::PHRASES, request.phrases.join("\n")),
        (field::IN_RECORDS, in_records.to_owned()),
        (field::RECORDS, records.join("\n")),
        (field::WHY, request.why.clone()),
        (field::OWNER, request.owner.map(|it| it.to_string()).unwrap_or_default()),
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
    let records: BTreeSet<Source> = boxes.lines(field::RECORDS).into_iter().filter_map(source).collect();
    if boxes.is(field::IN_RECORDS, "yes") && records.is_empty() {
        wrong.push(Wrong::new(field::RECORDS, "Select which records hold it"));
    }
    let asked_on = needed_date(boxes, field::ASKED_ON, "The day", "Enter when they asked", &mut wrong);
    let until = whole_date(boxes, field::UNTIL, "The last day", &mut wrong);
    let owner: Option<PractitionerId> = boxes.text(field::OWNER).parse().ok();
    if owner.is_none() {
        wrong.push(Wrong::new(field::OWNER, "Select who in the team answers for it"));
    }
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
        records: if boxes.is(field::IN_RECORDS, "yes") { records } else { BTreeSet::new() },
        why: boxes.text(field::WHY).to_owned(),
        asked_on,
        until,
        owner,
    };
    let seen = here.book.do_not_tell.head_ids(id);
    Ok(vec![Command::Safety(SafetyCommand::KeepFrom { id, request, reason, seen })])
}

#[cfg(test)]
mod tests {
    use super::super::way::desk::Desk;
    use super::*;
    use crate::model::audience::Audience;
    use crate::model::module::ModuleId;
    use crate::model::practitioner::Role;
    use crate::navigation::Sheet as Place;
    use crate::policy::authority::Authority;
    use crate::services::sample::{AMARA, JOE, KAYLA, about, entry, entry_id, person, today};
    use crate::services::sheets::tests::hangs_together;
    use crate::services::shown::read_as;

    fn asks(change: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        let mut typed = vec![
            (field::ASKED_BY, person(AMARA).to_string()),
            (field::FROM, person(JOE).to_string()),
            (field::WHAT, "That she goes to a course".to_owned()),
            (field::PHRASES, "Tuesday course\nFreedom".to_owned()),
            (field::WHY, "He came to the last one".to_owned()),
            (field::ASKED_ON, "2026-11-20".to_owned()),
            (field::OWNER, PractitionerId::from_bytes([1; 16]).to_string()),
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
    fn records_that_hold_it_are_shown_to_nobody_of_them_and_somebody_answers_for_it() {
        let mut desk = Desk::new(Authority::Common);
        let audience = Audience::People([person(JOE)].into());
        let told = Entry { audience, ..entry(ModuleId::M5, about(KAYLA), "She goes with a friend") };
        desk.sample.does(Command::RecordEntry { id: entry_id(1), entry: told });
        let shown = |desk: &Desk| read_as(&desk.here(), person(JOE)).view.items.len();
        assert_eq!(shown(&desk), 1);
        let mend = desk.mends(Place::DoNotTell, None, &typed(&asks(&[(field::IN_RECORDS, "yes")])));
        assert_eq!(mend, [(field::RECORDS.to_owned(), "Select which records hold it".to_owned())]);
        let named = code(Source::Entry(entry_id(1)));
        let chosen = [(field::IN_RECORDS, "yes"), (field::RECORDS, named.as_str()), (field::PHRASES, "")];
        desk.fills_in(Place::DoNotTell, None, &typed(&asks(&chosen)));
        assert_eq!(shown(&desk), 0);
        let (id, request) = desk.sample.book.requests_on(today()).next().unwrap();
        assert_eq!(request.owner, Some(PractitionerId::from_bytes([1; 16])));
        let id = id.to_string();
        let form = desk.form(Place::DoNotTell, Some(&id));
        assert_eq!(form.filled.get(field::RECORDS), Some(&named));
        let none = [(field::IN_RECORDS, ""), (field::REASON, "She told him that part")];
        desk.fills_in(Place::DoNotTell, Some(&id), &none);
        assert_eq!(shown(&desk), 1);
        for wrong in ["", "visit.1", "entry.1", "other.00000000000000000000000001"] {
            assert_eq!(source(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_wrong_stands_at_its_box() {
        let mut desk = Desk::new(Authority::Common);
        let found: Vec<String> =
            desk.mends(Place::DoNotTell, None, &[]).into_iter().map(|(id, _)| id).collect();
        assert_eq!(
            found,
            [field::ASKED_BY, field::FROM, field::WHAT, field::WHY, field::ASKED_ON, field::OWNER]
        );
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
