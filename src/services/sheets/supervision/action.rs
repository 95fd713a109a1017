//! One action that a supervision agrees: what, who, by when, and how we will know (`domain.md` R50).

use crate::model::action::Action;
use crate::model::ids::ActionId;
use crate::services::here::Here;
use crate::services::sheet::Sheet;
use crate::services::sheets::{Fresh, at, no_id};
use crate::services::supervision::{actions, heads, in_meeting, meeting, open_meeting, title};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field, NotesCommand};
use crate::workbook::round::Meeting;

use super::page;

/// Where the boxes stand. It is in drafts, so it stays.
const AT: &str = "action";

/// The supervision, and its action that is changed: `<supervision>` or `<supervision>.<action>`.
fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(Meeting<'a>, Option<Action>)> {
    let of = of?;
    if let Some(meeting) = open_meeting(Some(of), here) {
        return Some((meeting, None));
    }
    let (id, action) = in_meeting::<ActionId>(of)?;
    let meeting = meeting(Some(&id.to_string()), here).filter(|meeting| !meeting.is_locked())?;
    let own = meeting.notes()?.actions.iter().find(|own| own.id == action)?.clone();
    Some((meeting, Some(own)))
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (meeting, own) = stands(of, here)?;
    let mut filled = Fields::new();
    if let Some(own) = &own {
        actions::put(&mut filled, AT, own);
    }
    Some(Sheet {
        heading: if own.is_some() { "Change an action" } else { "Add an action" }.to_owned(),
        caption: Some(title(&meeting)),
        intro: vec![
            "Everyone can see from it who does what, by when, and how we will know that it helped."
                .to_owned(),
        ],
        questions: actions::questions(here, AT),
        save: "Save action",
        done: "The action was saved".to_owned(),
        back: page(meeting.id),
        filled,
        at: at([(Field::Actions, &actions::first_box(AT))]),
    })
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((meeting, own)) = stands(of, here) else { return Err(no_id(&actions::first_box(AT))) };
    let mut wrong = Vec::new();
    let kept = own.map(|own| own.id);
    let Some(id) = kept.or_else(|| fresh().map(ActionId::from_bytes)) else {
        return Err(no_id(&actions::first_box(AT)));
    };
    let action = actions::read(Typed(typed), AT, id, &mut wrong);
    if action.is_none() && wrong.is_empty() {
        wrong.push(Wrong::new(actions::first_box(AT), "Enter what will be done"));
    }
    let (Some(action), true) = (action, wrong.is_empty()) else { return Err(wrong) };
    let mut notes = meeting.notes().cloned().unwrap_or_default();
    match notes.actions.iter_mut().find(|own| own.id == id) {
        Some(own) => *own = action,
        None => notes.actions.push(action),
    }
    let seen = heads(meeting.notes_history());
    Ok(vec![Command::Notes(NotesCommand::Write { supervision: meeting.id, notes: Box::new(notes), seen })])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::{ByWhen, Owner};
    use crate::model::dates::PartialDate;
    use crate::services::sample::{AMARA, person, today};
    use crate::services::supervision::tests::{
        ADMINISTRATOR, SOCIAL_WORKER, as_worker, first, planned, worker,
    };
    use crate::services::typed::put_date;

    #[test]
    fn actions_are_added_changed_and_read_back() {
        let mut sample = planned();
        let owners = [
            (format!("team-{}", worker(SOCIAL_WORKER)), Owner::Practitioner(worker(SOCIAL_WORKER))),
            (format!("family-{}", person(AMARA)), Owner::Person(person(AMARA))),
            ("other".to_owned(), Owner::Other("School".into())),
        ];
        for (number, (who, owner)) in (41..).zip(owners) {
            let mut fields: Fields = [
                ("action-what", "Ask school"),
                ("action-who", &who),
                ("action-other", "School"),
                ("action-how", "She is there"),
            ]
            .map(|(id, words)| (id.to_owned(), words.to_owned()))
            .into();
            put_date(&mut fields, "action-by", Some(PartialDate::day(today())));
            let commands = as_worker(&sample, ADMINISTRATOR, |here| {
                read(Some(&first().to_string()), here, &fields, &mut || Some([number; 16])).unwrap()
            });
            for command in commands {
                sample.does(command);
            }
            let notes = sample.book.meeting(first()).unwrap().notes().unwrap().clone();
            let action = notes.actions.last().unwrap().clone();
            assert_eq!((action.who.clone(), action.by.clone()), (Some(owner), Some(ByWhen::On(today()))));
            assert!(action.lacks().is_empty());
            let again = as_worker(&sample, ADMINISTRATOR, |here| {
                let of = format!("{}.{}", first(), action.id);
                let filled = sheet(Some(&of), here).unwrap().filled;
                read(Some(&of), here, &filled, &mut || None).unwrap()
            });
            let [Command::Notes(NotesCommand::Write { notes: read_back, .. })] = again.as_slice() else {
                panic!()
            };
            assert_eq!(**read_back, notes);
        }
        assert_eq!(sample.book.meeting(first()).unwrap().notes().unwrap().actions.len(), 3);
    }

    #[test]
    fn an_action_says_what_will_be_done() {
        let sample = planned();
        let fields = [("action-how".to_owned(), "She is there".to_owned())].into();
        let wrong = as_worker(&sample, ADMINISTRATOR, |here| {
            read(Some(&first().to_string()), here, &fields, &mut || Some([1; 16])).unwrap_err()
        });
        assert_eq!(wrong, [Wrong::new("action-what", "Enter what will be done")]);
    }
}
