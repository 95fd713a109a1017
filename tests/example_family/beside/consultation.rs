//! A consultation: the family worker asks the practitioner for mental health, who works with the mother.

use chrono::NaiveTime;
use hearth::model::ids::NoteId;
use hearth::model::note::{CaseNote, NoteKind};
use hearth::workbook::decide::{CaseNoteCommand, Command};

use crate::cast::Who::{Juno, Tamsin};
use crate::cast::Worker::Nia;
use crate::cast::{bytes_for, day};
use crate::story::Story;

pub fn arrange(story: &mut Story) {
    story.then(day(14, 10), talked);
}

fn talked(story: &mut Story) {
    let nia = &mut story.on(day(14, 10), Nia);
    let note = CaseNote {
        kind: NoteKind::Consultation,
        on: day(14, 10),
        at: NaiveTime::from_hms_opt(12, 30, 0),
        about: [Tamsin.id(), Juno.id()].into(),
        with: "Ines Fairbrook, by telephone".into(),
        text: "Juno wakes when Tamsin has panic at night, and Tamsin then plays with her for an hour. I asked whether \
               to leave this alone or to work on it."
            .into(),
        advice: "Leave the playing: it settles them both. Practise the breathing by day first, with Juno beside her, \
                 so that Juno knows what it is. Look at it again in a month."
            .into(),
        copied_to: "Asha Plumley, Ruth Candlewick".into(),
        looks_at: None,
    };
    let id = NoteId::from_bytes(bytes_for("consultation about the nights"));
    nia.command(Command::CaseNote(CaseNoteCommand::Record { id, note }));
    story.share();
}
