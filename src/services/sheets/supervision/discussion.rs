//! The notes of a supervision: what was talked of (`domain.md` R50, R51). The live page has the same boxes.

use crate::services::here::Here;
use crate::services::sheet::{Question, Sheet, What};
use crate::services::sheets::at;
use crate::services::supervision::{heads, notes, open_meeting, record, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, NotesCommand};

use super::page;

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here)?;
    let mut questions: Vec<Question> = Vec::new();
    for (by, other) in notes::beside(&meeting) {
        let words = "Two versions stand beside each other. What you save stands in place of both, with the actions of \
                     both.";
        questions.push(What::Warning(words.to_owned()).asked());
        questions.push(What::Heading(format!("What {} wrote", here.book.author_name(by))).asked());
        let said = record::notes(here, other).into_iter().map(|(key, words)| format!("{key}: {words}"));
        questions.extend(said.map(|words| What::Words(words).asked()));
    }
    questions.extend(notes::questions(here));
    Some(Sheet {
        heading: "Notes".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec![
            "Short notes are enough: what it means, what was decided and why. The ratings and the actions stand in \
             their own places."
                .to_owned(),
        ],
        filled: asked_only(notes::boxes(&notes::standing(&meeting)), &questions),
        questions,
        save: "Save notes",
        done: "The notes were saved".to_owned(),
        back: page(meeting.id),
        at: at([(Field::Texts, notes::CHANGED)]),
    })
}

/// What stands in boxes that are there.
fn asked_only(mut filled: Fields, questions: &[Question]) -> Fields {
    filled.retain(|id, _| questions.iter().any(|question| question.what.id() == Some(id)));
    filled
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = open_meeting(of, here) else { return Ok(Vec::new()) };
    let standing = notes::standing(&meeting);
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

    #[test]
    fn of_two_versions_both_are_shown_and_saving_decides_with_the_actions_of_both() {
        use crate::model::action::Action;
        use crate::model::ids::ActionId;
        let mut sample = planned();
        let action = |number: u8| Action {
            id: ActionId::from_bytes([number; 16]),
            what: format!("Action {number}"),
            who: None,
            by: None,
            how_known: String::new(),
        };
        let notes = |changed: &str, number| Notes {
            changed: changed.into(),
            actions: vec![action(number)],
            ..Notes::default()
        };
        let mut apart = sample.colleague();
        writes(&mut sample, notes("Joe moved out", 31));
        apart.hand_to(8, crate::model::practitioner::Role::Administrator);
        apart.does(Command::Notes(NotesCommand::Write {
            supervision: first(),
            notes: Box::new(notes("Joe is at Nan’s", 32)),
            seen: vec![],
        }));
        sample.joins(&apart);
        let id = first().to_string();
        let commands = as_worker(&sample, ADMINISTRATOR, |here| {
            let form = sheet(Some(&id), here).unwrap();
            let said = format!("{form:?}");
            assert!(said.contains("Joe moved out") && said.contains("Joe is at Nan’s"), "{said}");
            read(Some(&id), here, &form.filled).unwrap()
        });
        for command in commands {
            sample.does(command);
        }
        let meeting = sample.book.meeting(first()).unwrap();
        assert!(!meeting.notes_history().unwrap().is_in_conflict());
        assert_eq!(meeting.notes().unwrap().actions.len(), 2);
    }
}
