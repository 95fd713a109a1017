//! What came of an action, agreed in a supervision or in a plan (`domain.md` R50, R72).

use crate::model::action::ActionResult;
use crate::model::ids::ActionId;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::here::Here;
use crate::services::sheet::{Sheet, near_date};
use crate::services::sheets::{at, needed_date};
use crate::services::supervision::actions;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::{Command, Field};
use crate::workbook::round::actions::{Agreed, AgreedIn};

use super::page;

/// Where the boxes stand. They are in drafts, so they stay.
const AT: &str = "result";
const ON: &str = "result-on";

fn stands<'a>(of: Option<&str>, here: &Here<'a>) -> Option<(ActionId, Agreed<'a>)> {
    let id = of?.parse().ok()?;
    Some((id, here.book.action(id)?))
}

pub(in super::super) fn sheet(of: Option<&str>, here: &Here<'_>) -> Option<Sheet> {
    let (_, agreed) = stands(of, here)?;
    let mut questions = vec![near_date(ON, "When did you look at it?").asked()];
    questions.extend(actions::result_questions(AT));
    let facts = actions::facts(here, &agreed).into_iter();
    Some(Sheet {
        heading: "How an action went".to_owned(),
        caption: Some(agreed.action.what.clone()),
        intro: facts.map(|(key, words)| format!("{key}: {words}")).collect(),
        questions,
        save: "Save result",
        done: "What came of the action is recorded".to_owned(),
        back: match agreed.agreed_in {
            AgreedIn::Supervision(id) => page(id),
            AgreedIn::Plan(id) => FamilyPage::leaf_of(Leaf::Plan, id),
        },
        filled: Fields::new(),
        at: at([(Field::Day, ON), (Field::Reason, "result-words")]),
    })
}

pub(in super::super) fn read(
    of: Option<&str>,
    here: &Here<'_>,
    typed: &Fields,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some((action, _)) = stands(of, here) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let on = needed_date(boxes, ON, "The day", "Enter when you looked at it", &mut wrong);
    let result = actions::read_result(boxes, AT, on.unwrap_or(here.today), None, &mut wrong);
    if result.is_none() && !wrong.iter().any(|it| it.field == actions::result_box(AT)) {
        wrong.push(Wrong::new(actions::result_box(AT), "Select what came of it"));
    }
    let (Some(result), true) = (result, wrong.is_empty()) else { return Err(wrong) };
    // It was looked at in the supervision that is held on that day.
    let looked_at = here.book.meetings().into_iter().find(|meeting| {
        !meeting.is_locked()
            && meeting.day() == on
            && meeting.carried_in().iter().any(|it| it.action.id == action)
    });
    let result = ActionResult { reviewed_in: looked_at.map(|meeting| meeting.id), ..result };
    let seen = here.book.action_results.head_ids(action);
    Ok(vec![Command::Result { action, result, seen }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::{Action, Outcome};
    use crate::model::choices::Choice;
    use crate::model::dates::PartialDate;
    use crate::model::supervision::Notes;
    use crate::services::sample::today;
    use crate::services::supervision::tests::{SOCIAL_WORKER, as_worker, hand, planned, writes};
    use crate::services::typed::put_date;

    #[test]
    fn each_outcome_is_recorded_and_only_what_is_done_needs_no_reason() {
        for outcome in Outcome::ALL {
            let mut sample = planned();
            let id = ActionId::from_bytes([31; 16]);
            let action =
                Action { id, what: "Ask school".into(), who: None, by: None, how_known: String::new() };
            writes(&mut sample, Notes { actions: vec![action], ..Notes::default() });
            let mut fields = Fields::from([("result-outcome".to_owned(), outcome.code().to_owned())]);
            put_date(&mut fields, ON, Some(PartialDate::day(today())));
            let of = id.to_string();
            let read = |sample: &_, fields: &Fields| {
                as_worker(sample, SOCIAL_WORKER, |here| read(Some(&of), here, fields))
            };
            assert_eq!(read(&sample, &fields).is_ok(), *outcome == Outcome::Done);
            fields.insert("result-words".to_owned(), "The school was shut".to_owned());
            let commands = read(&sample, &fields).unwrap();
            hand(&mut sample, SOCIAL_WORKER);
            for command in commands {
                sample.does(command);
            }
            assert_eq!(sample.book.action(id).unwrap().is_open(), *outcome == Outcome::NotYet);
        }
    }

    #[test]
    fn what_is_missing_is_said_and_there_is_no_form_for_no_action() {
        let mut sample = planned();
        let id = ActionId::from_bytes([31; 16]);
        let action = Action { id, what: "Ask school".into(), who: None, by: None, how_known: String::new() };
        writes(&mut sample, Notes { actions: vec![action], ..Notes::default() });
        as_worker(&sample, SOCIAL_WORKER, |here| {
            let wrong = read(Some(&id.to_string()), here, &Fields::new()).unwrap_err();
            let at: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
            assert_eq!(at, [ON, "result-outcome"]);
            assert!(sheet(Some("nothing"), here).is_none() && sheet(None, here).is_none());
        });
    }
}
