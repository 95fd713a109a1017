//! A case note: a contact that is no visit, a consultation, or a manager's own look at the work (WAR 11.3, 13;
//! `domain.md` R44).

use chrono::NaiveTime;

use crate::model::choices::Choice;
use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::NoteId;
use crate::model::note::{CaseNote, NoteKind};
use crate::model::source::Source;
use crate::navigation::{FamilyPage, Leaf};
use crate::policy::practice::rules_of;
use crate::policy::profile::practice::Part;
use crate::services::here::Here;
use crate::services::sheet::{Answer, Question, Sheet, What, line, many, near_date, one, pick, text};
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{CaseNoteCommand, Command, Field};

use super::{Fresh, choice, everybody, needed_date, source, time_box};

/// The ids of the boxes. They stand in drafts, so they stay.
mod field {
    pub const KIND: &str = "note-kind";
    pub const ON: &str = "note-on";
    pub const AT: &str = "note-at";
    pub const ABOUT: &str = "note-about";
    pub const WITH: &str = "note-with";
    pub const TEXT: &str = "note-text";
    pub const ADVICE: &str = "note-advice";
    pub const COPIED: &str = "note-copied";
    pub const LOOKS_AT: &str = "note-looks-at";
    pub const ERROR: &str = "note-error";
    pub const REASON: &str = "note-reason";
}

/// More than these nobody looks through.
const MOST_SOURCES: usize = 30;

/// The kinds that whoever is looking may write, in the authority's words.
fn kinds(here: &Here<'_>) -> Vec<NoteKind> {
    let permissions = rules_of(here.profile()).permissions;
    let may = |kind: &NoteKind| match kind {
        NoteKind::CaseNote => permissions.allows(&here.me.role, Act::CaseNote),
        NoteKind::Consultation => {
            permissions.allows(&here.me.role, Act::CaseNote) && here.profile().uses(Part::ConsultationNote)
        }
        NoteKind::ManagementOversight => permissions.allows(&here.me.role, Act::ManagementOversight),
    };
    NoteKind::ALL.iter().copied().filter(may).collect()
}

/// Whether whoever is looking may write notes of this kind.
pub fn may_write(here: &Here<'_>, kind: NoteKind) -> bool {
    kinds(here).contains(&kind)
}

/// The note that is changed; `None` for a new one, and nothing when there is no such note.
fn changed<'a>(of: Option<&str>, here: &Here<'a>) -> Option<Option<(NoteId, &'a CaseNote)>> {
    let Some(of) = of else { return Some(None) };
    let id = of.parse().ok()?;
    here.book.case_notes.current(id).map(|note| Some((id, note)))
}

/// What a note can look at: the newest work, and what it looks at already.
fn looks_at(here: &Here<'_>, stands: Option<&CaseNote>) -> Vec<Answer> {
    let mut sources: Vec<Source> = source::newest(here.book).into_iter().take(MOST_SOURCES).collect();
    let own = stands.and_then(|note| note.looks_at);
    sources.extend(own.filter(|own| !sources.contains(own)));
    sources.into_iter().map(|it| Answer::new(source::address(it), source::words(here.book, it))).collect()
}

pub(super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let stands = changed(of, here)?;
    let hint = |kind: NoteKind| match kind {
        NoteKind::CaseNote => "A contact, a call, something that was arranged. Not every little thing.",
        NoteKind::Consultation => "Discussion with, and advice from, a social worker or an adult specialist.",
        NoteKind::ManagementOversight => "A manager’s own look at the work, and what they decide.",
    };
    let kinds = kinds(here).into_iter().map(|kind| Answer::new(kind.code(), kind.label()).hint(hint(kind)));
    let consulted = NoteKind::Consultation.code();
    let oversight = NoteKind::ManagementOversight.code();
    let mut questions = vec![
        one(field::KIND, "What kind of note is it?", kinds).asked(),
        near_date(field::ON, "When was it?").asked(),
        time_box(field::AT, "What time? (optional)"),
        many(field::ABOUT, "Whom is it about? (optional)", everybody(here.book)).asked(),
        line(field::WITH, "With whom, or from whom?").hinted("For a consultation, who gave advice.").asked(),
        What::Text {
            id: field::TEXT.to_owned(),
            label: "What was said or done?".to_owned(),
            hint: Some("Short, and so that the family could read it.".to_owned()),
            rows: 6,
        }
        .asked(),
        text(field::ADVICE, "What was advised or decided, and why?")
            .when(field::KIND, [consulted, oversight]),
        line(field::COPIED, "Who has a copy? (optional)").when(field::KIND, [consulted, oversight]),
    ];
    questions.extend(oversees(here, stands.map(|(_, note)| note)));
    if stands.is_some() {
        questions.push(super::in_error(field::ERROR, "note"));
        questions.push(line(field::REASON, "Why are you changing it?").asked());
    }
    let mut at =
        super::at([(Field::Day, field::ON), (Field::Texts, field::TEXT), (Field::Name, field::WITH)]);
    if stands.is_some() {
        at.push((Field::Reason, field::REASON.to_owned()));
    }
    Some(Sheet {
        heading: if stands.is_some() { "Change a case note" } else { "Write a case note" }.to_owned(),
        caption: None,
        intro: vec!["A visit has a form of its own, and the work itself stands in the modules.".to_owned()],
        questions,
        save: "Save note",
        done: "The note was recorded".to_owned(),
        back: FamilyPage::leaf(Leaf::Notes),
        filled: stands.map(|(_, note)| boxes(note)).unwrap_or_default(),
        at,
    })
}

fn oversees(here: &Here<'_>, stands: Option<&CaseNote>) -> Option<Question> {
    let sources = looks_at(here, stands);
    let kind = [NoteKind::ManagementOversight.code()];
    let box_ = pick(field::LOOKS_AT, "What do you look at? (optional)", sources.iter().cloned());
    (!sources.is_empty()).then(|| box_.when(field::KIND, kind))
}

fn boxes(note: &CaseNote) -> Fields {
    let mut fields = Fields::new();
    put_date(&mut fields, field::ON, Some(PartialDate::day(note.on)));
    let about: Vec<String> = note.about.iter().map(ToString::to_string).collect();
    for (id, words) in [
        (field::KIND, note.kind.code().to_owned()),
        (field::AT, note.at.map(|at| at.format("%H:%M").to_string()).unwrap_or_default()),
        (field::ABOUT, about.join("\n")),
        (field::WITH, note.with.clone()),
        (field::TEXT, note.text.clone()),
        (field::ADVICE, note.advice.clone()),
        (field::COPIED, note.copied_to.clone()),
        (field::LOOKS_AT, note.looks_at.map(source::address).unwrap_or_default()),
    ] {
        fields.insert(id.to_owned(), words);
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
    let words = |id: &str| boxes.text(id).to_owned();
    let reason = words(field::REASON);
    let no_reason = (stands.is_some() && reason.is_empty())
        .then(|| Wrong::new(field::REASON, "Enter why you are changing it"));
    if let (Some((id, _)), true) = (stands, boxes.is(field::ERROR, "yes")) {
        let seen = here.book.case_notes.head_ids(id);
        return match no_reason {
            Some(wrong) => Err(vec![wrong]),
            None => Ok(vec![Command::CaseNote(CaseNoteCommand::Withdraw { id, reason, seen })]),
        };
    }
    let kind = choice::<NoteKind>(boxes, field::KIND);
    if kind.is_none() {
        wrong.push(Wrong::new(field::KIND, "Select what kind of note it is"));
    }
    let on = needed_date(boxes, field::ON, "The date", "Enter when it was", &mut wrong);
    let at: Option<NaiveTime> = super::time(boxes, field::AT, &mut wrong);
    if kind == Some(NoteKind::Consultation) && words(field::WITH).is_empty() {
        wrong.push(Wrong::new(field::WITH, "Enter with whom you spoke"));
    }
    if words(field::TEXT).is_empty() {
        wrong.push(Wrong::new(field::TEXT, "Enter what was said or done"));
    }
    wrong.extend(no_reason);
    let (Some(kind), Some(on), true) = (kind, on, wrong.is_empty()) else { return Err(wrong) };
    let more = kind != NoteKind::CaseNote;
    let oversees = kind == NoteKind::ManagementOversight;
    let note = CaseNote {
        kind,
        on,
        at,
        about: boxes.lines(field::ABOUT).into_iter().filter_map(|id| id.parse().ok()).collect(),
        with: words(field::WITH),
        text: words(field::TEXT),
        advice: if more { words(field::ADVICE) } else { String::new() },
        copied_to: if more { words(field::COPIED) } else { String::new() },
        looks_at: source::of_address(&words(field::LOOKS_AT)).filter(|_| oversees),
    };
    Ok(vec![Command::CaseNote(match stands {
        Some((id, _)) => CaseNoteCommand::Amend { id, note, reason, seen: here.book.case_notes.head_ids(id) },
        None => match fresh().map(NoteId::from_bytes) {
            Some(id) => CaseNoteCommand::Record { id, note },
            None => return Err(super::no_id(field::TEXT)),
        },
    })])
}

/// "Consultation, 3 March 2026".
pub fn title(note: &CaseNote) -> String {
    format!("{}, {}", note.kind.label(), day_words(note.on))
}

#[cfg(test)]
mod tests;
