//! The notes of a supervision: what was talked of (`domain.md` R50, R51). The live page has the same boxes.

use crate::services::here::Here;
use crate::services::sheet::Sheet;
use crate::services::sheets::at;
use crate::services::supervision::{heads, notes, open_meeting, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, NotesCommand};

use super::page;

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here)?;
    let questions = notes::questions(here);
    Some(Sheet {
        heading: "Notes".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec![
            "Short notes are enough: what it means, what was decided and why. The ratings and the actions stand in \
             their own places."
                .to_owned(),
        ],
        filled: asked_only(notes::boxes(&meeting.notes().cloned().unwrap_or_default()), &questions),
        questions,
        save: "Save notes",
        done: "The notes were saved".to_owned(),
        back: page(meeting.id),
        at: at([(Field::Texts, notes::CHANGED)]),
    })
}

/// What stands in boxes that are there.
fn asked_only(mut filled: Fields, questions: &[crate::services::sheet::Question]) -> Fields {
    filled.retain(|id, _| questions.iter().any(|question| question.what.id() == Some(id)));
    filled
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = open_meeting(of, here) else { return Ok(Vec::new()) };
    let standing = meeting.notes().cloned().unwrap_or_default();
    let notes = notes::read(here, Typed(typed), &standing);
    if !notes.has_words() {
        return Err(vec![Wrong::new(notes::CHANGED, "Write something in the notes first")]);
    }
    let seen = heads(meeting.notes_history());
    Ok(vec![Command::Notes(NotesCommand::Write { supervision: meeting.id, notes: Box::new(notes), seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::supervision::Notes;
    use crate::services::supervision::tests::{ADMINISTRATOR, as_worker, first, planned, writes};

    #[test]
    fn the_notes_are_changed_where_they_stand() {
        let mut sample = planned();
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        let id = first().to_string();
        let commands = as_worker(&sample, ADMINISTRATOR, |here| {
            let mut filled = sheet(Some(&id), here).unwrap().filled;
            filled.insert("discussion-decisions".into(), "Go on".into());
            read(Some(&id), here, &filled).unwrap()
        });
        for command in commands {
            sample.does(command);
        }
        let notes = sample.book.meeting(first()).unwrap().notes().unwrap().clone();
        assert_eq!(
            notes,
            Notes { changed: "Joe moved out".into(), decisions: "Go on".into(), ..Notes::default() }
        );
        assert!(!sample.book.meeting(first()).unwrap().notes_history().unwrap().is_in_conflict());
    }
}
