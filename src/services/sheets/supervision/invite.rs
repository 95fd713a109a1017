//! Who is invited (`domain.md` R48, R49).

use crate::model::supervision::Supervision;
use crate::services::here::Here;
use crate::services::sheet::Sheet;
use crate::services::supervision::{heads, open_meeting, people, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, SupervisionCommand};

use super::page;

/// The ids of the boxes. They stand in drafts, so they stay.
const INVITED: &str = "invite-team";
const GUESTS: &str = "invite-guests";

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let meeting = open_meeting(of, here)?;
    let plan = meeting.plan()?;
    let mut filled = Fields::new();
    people::put_invitation(&mut filled, (INVITED, GUESTS), (&plan.invited, &plan.guests));
    Some(Sheet {
        heading: "Invitations".to_owned(),
        caption: Some(title(&meeting)),
        intro: vec![
            "Everyone in the team who works with the family comes, and other professionals as they are needed."
                .to_owned(),
        ],
        questions: people::invitation(here, Some(&meeting), INVITED, GUESTS).into(),
        save: "Save invitations",
        done: "The invitations were saved".to_owned(),
        back: page(meeting.id),
        filled,
        at: Vec::new(),
    })
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = open_meeting(of, here) else { return Ok(Vec::new()) };
    let Some(plan) = meeting.plan() else { return Ok(Vec::new()) };
    let (invited, guests) = people::read_invitation(Typed(typed), INVITED, GUESTS);
    let supervision = Supervision { invited, guests, ..plan.clone() };
    let seen = heads(meeting.plan_history());
    Ok(vec![Command::Supervision(SupervisionCommand::Plan { id: meeting.id, supervision, seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::supervision::tests::{
        ADMINISTRATOR, SOCIAL_WORKER, as_worker, first, planned, worker,
    };

    #[test]
    fn who_is_invited_changes_and_nothing_else() {
        let mut sample = planned();
        let before = sample.book.meeting(first()).unwrap().plan().unwrap().clone();
        let fields = [(INVITED, worker(SOCIAL_WORKER).to_string()), (GUESTS, "Dr Rowe".to_owned())];
        let fields = fields.map(|(id, words)| (id.to_owned(), words)).into();
        let commands = as_worker(&sample, ADMINISTRATOR, |here| {
            read(Some(&first().to_string()), here, &fields).unwrap()
        });
        for command in commands {
            sample.does(command);
        }
        let plan = sample.book.meeting(first()).unwrap().plan().unwrap().clone();
        assert_eq!(plan.invited, [worker(SOCIAL_WORKER)].into());
        assert_eq!(Supervision { invited: before.invited.clone(), guests: vec![], ..plan }, before);
    }
}
