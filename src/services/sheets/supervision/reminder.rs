//! That everyone was reminded of a supervision and of their summary (`domain.md` R45).

use crate::services::here::Here;
use crate::services::sheet::{Sheet, What, tick};
use crate::services::supervision::{heads, open_meeting, title, when};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, SupervisionCommand};

use super::page;

/// The id of the box. It stands in drafts, so it stays.
const DONE: &str = "reminder-done";

/// The words to send. They name no child: a message leaves the workbook.
pub fn words(here: &Here<'_>, plan: &crate::model::supervision::Supervision) -> String {
    use crate::policy::profile::practice::Part;
    let mut words = format!(
        "{} for Family {} is on {}.",
        crate::services::supervision::called(here),
        here.book.id.short(),
        when(plan)
    );
    if !plan.place.trim().is_empty() {
        words.push_str(&format!(" Where: {}.", plan.place));
    }
    if here.profile().uses(Part::WorkbookSummary) {
        words.push_str(" Please hand in your summary before it, and share your bundle.");
    }
    if here.profile().uses(Part::Rating) {
        words.push_str(
            " Please give your rating with your reason: nobody sees it until all are shown together.",
        );
    }
    words.push_str(" If you cannot come, tell me now.");
    words
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here)?;
    let plan = meeting.plan()?;
    Some(Sheet {
        heading: "Reminder".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec!["Send these words in your own email or calendar, then say here that you did.".to_owned()],
        questions: vec![
            What::Words(words(here, plan)).asked(),
            tick(DONE, "I have reminded everyone today").asked(),
        ],
        save: "Save reminder",
        done: "The reminder was recorded".to_owned(),
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
    if !Typed(typed).is(DONE, "yes") {
        return Err(vec![Wrong::new(DONE, "Tick the box once you have reminded everyone")]);
    }
    let seen = heads(meeting.plan_history());
    Ok(vec![Command::Supervision(SupervisionCommand::Remind { id: meeting.id, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::today;
    use crate::services::supervision::tests::{ADMINISTRATOR, as_worker, first, planned};

    #[test]
    fn the_reminder_names_nobody_of_the_family_and_is_recorded() {
        let mut sample = planned();
        let id = first().to_string();
        let said = as_worker(&sample, ADMINISTRATOR, |here| format!("{:?}", sheet(Some(&id), here)));
        for name in ["Kayla", "Amara", "Joe"] {
            assert!(!said.contains(name), "{said}");
        }
        assert!(said.contains("21 November 2026"));
        let ticked = [(DONE.to_owned(), "yes".to_owned())].into();
        let commands = as_worker(&sample, ADMINISTRATOR, |here| read(Some(&id), here, &ticked).unwrap());
        for command in commands {
            sample.does(command);
        }
        assert_eq!(sample.book.meeting(first()).unwrap().plan().unwrap().reminded_on, Some(today()));
    }
}
