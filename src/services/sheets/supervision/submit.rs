//! The notes go to the manager (`domain.md` R51).

use crate::services::here::Here;
use crate::services::sheet::{Sheet, What, tick};
use crate::services::supervision::{heads, open_meeting, rules, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Asking, Command, NotesCommand, missing};
use crate::workbook::round::Meeting;

use super::page;

/// The ids of the boxes. They stand in drafts, so they stay.
const COMPLETE: &str = "submit-complete";
const NO_ACTIONS: &str = "submit-no-actions";

/// What is not there, in words.
pub(super) fn lacking(here: &Here<'_>, meeting: &Meeting<'_>) -> Vec<String> {
    let rules = rules(here);
    let mut lacking = missing(meeting, &Asking { practitioner: here.me, today: here.today, rules: &rules });
    let unfinished =
        meeting.notes().into_iter().flat_map(|notes| &notes.actions).filter(|it| !it.lacks().is_empty());
    lacking.extend(unfinished.map(|action| {
        let lacks: Vec<&str> = action.lacks().into_iter().map(|lacks| lacks.label()).collect();
        format!("“{}” does not say {}", action.what, lacks.join(", "))
    }));
    lacking
}

fn has_actions(meeting: &Meeting<'_>) -> bool {
    meeting.notes().is_some_and(|notes| !notes.actions.is_empty())
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here)?;
    let mut questions: Vec<_> =
        lacking(here, &meeting).into_iter().map(|words| What::Warning(format!("{words}.")).asked()).collect();
    if !has_actions(&meeting) {
        questions.push(What::Warning("No actions are recorded. Is that right?".to_owned()).asked());
        questions.push(tick(NO_ACTIONS, "Yes, no actions were agreed").asked());
    }
    questions.push(tick(COMPLETE, "The notes say what was talked of and decided").asked());
    Some(Sheet {
        heading: "Submit notes".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec![
            "The manager reads the notes, and authorises them or returns them to be completed. Until then they stay \
             as they are."
                .to_owned(),
        ],
        questions,
        save: "Submit notes",
        done: "The notes were submitted. Share your bundle with the manager".to_owned(),
        back: page(meeting.id),
        filled: Fields::new(),
        at: Vec::new(),
    })
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = open_meeting(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    if !has_actions(&meeting) && !boxes.is(NO_ACTIONS, "yes") {
        wrong.push(Wrong::new(NO_ACTIONS, "Tick that no actions were agreed, or go back and add them"));
    }
    if !boxes.is(COMPLETE, "yes") {
        wrong.push(Wrong::new(COMPLETE, "Tick the box once the notes are complete"));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(vec![Command::Notes(NotesCommand::Submit {
        supervision: meeting.id,
        notes: heads(meeting.notes_history()),
        seen: heads(meeting.sign_off_history()),
    })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::supervision::Notes;
    use crate::services::supervision::tests::{
        ADMINISTRATOR, as_worker, first, hand, holds, planned, writes,
    };
    use crate::workbook::round::meeting::Stage;

    #[test]
    fn that_no_actions_were_agreed_is_said_before_the_notes_go_to_the_manager() {
        let mut sample = planned();
        holds(&mut sample);
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        let id = first().to_string();
        let mut fields = Fields::from([(COMPLETE.to_owned(), "yes".to_owned())]);
        let said = |sample: &_, fields: &Fields| {
            as_worker(sample, ADMINISTRATOR, |here| read(Some(&id), here, fields))
        };
        assert_eq!(said(&sample, &fields).unwrap_err().len(), 1);
        fields.insert(NO_ACTIONS.to_owned(), "yes".to_owned());
        let commands = said(&sample, &fields).unwrap();
        hand(&mut sample, ADMINISTRATOR);
        for command in commands {
            sample.does(command);
        }
        assert!(matches!(sample.book.meeting(first()).unwrap().stage(), Stage::Submitted { .. }));
    }

    #[test]
    fn what_is_missing_is_warned_of() {
        let sample = planned();
        let said = as_worker(&sample, ADMINISTRATOR, |here| {
            format!("{:?}", sheet(Some(&first().to_string()), here))
        });
        assert!(said.contains("No rating was agreed") && said.contains("threshold of Kayla"), "{said}");
    }
}
