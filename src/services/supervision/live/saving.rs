//! What was typed on the live page, as commands: each part by whoever may record it.

use crate::model::action::Action;
use crate::model::ids::{ActionId, EventId, SupervisionId};
use crate::model::supervision::Notes;
use crate::navigation::Sheet as Place;
use crate::services::here::Here;
use crate::services::sheets::{Fresh, children, no_id};
use crate::services::supervision::{actions, heads, is_rated, may, notes, ratings};
use crate::services::typed::{Fields, Typed, Wrong};
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Command, Field, NotesCommand, RatingCommand, Refusal};
use crate::workbook::round::Meeting;

use super::{MOST_ACTIONS, SEEN, action_at, placed, read_only, result_at};

/// What the answers ask to have recorded.
///
/// # Errors
/// Everything to mend.
pub fn read(
    of: SupervisionId,
    here: &Here<'_>,
    typed: &Fields,
    fresh: Fresh<'_>,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let Some(meeting) = here.book.meeting(of) else { return Ok(Vec::new()) };
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let mut commands = Vec::new();
    if is_rated(here) && may(here, Act::AgreeRating) {
        let agreed = ratings::read(boxes, &meeting, &mut wrong);
        commands.extend(agreed.filter(|agreed| meeting.agreed() != Some(agreed)).map(|rating| {
            let seen = heads(meeting.agreed_history());
            Command::Rating(RatingCommand::Agree { supervision: of, rating, seen })
        }));
    }
    for child in children(here.book) {
        match placed::read(Place::Threshold, child, here, typed, fresh) {
            Ok(found) => commands.extend(found),
            Err(found) => wrong.extend(found),
        }
    }
    commands.extend(results(here, &meeting, boxes, &mut wrong));
    if read_only(here, &meeting).is_none() {
        let seen = seen(&meeting, boxes);
        let standing = begun_from(&meeting, &seen);
        let notes = Notes {
            actions: agreed_actions(boxes, &standing, fresh, &mut wrong),
            ..notes::read(here, boxes, &standing)
        };
        if notes != standing {
            commands.push(Command::Notes(NotesCommand::Write {
                supervision: of,
                notes: Box::new(notes),
                seen,
            }));
        }
    }
    match wrong.is_empty() {
        true if commands.is_empty() => Err(vec![Wrong::new(notes::CHANGED, "Nothing new was written yet")]),
        true => Ok(commands),
        false => Err(wrong),
    }
}

/// The versions of the notes that are on screen, as a draft keeps them.
pub(super) fn seen_words(meeting: &Meeting<'_>) -> String {
    let heads: Vec<String> = heads(meeting.notes_history()).iter().map(ToString::to_string).collect();
    heads.join("\n")
}

/// The versions of the notes that the words were typed on.
fn seen(meeting: &Meeting<'_>, boxes: Typed<'_>) -> Vec<EventId> {
    match boxes.0.contains_key(SEEN) {
        true => boxes.lines(SEEN).into_iter().filter_map(|id| id.parse().ok()).collect(),
        false => heads(meeting.notes_history()),
    }
}

/// The notes that the words were typed on.
fn begun_from(meeting: &Meeting<'_>, seen: &[EventId]) -> Notes {
    let mut versions = meeting.notes_history().into_iter().flat_map(|notes| notes.versions());
    let own = versions.rfind(|version| seen.contains(&version.event));
    own.and_then(|version| version.value.clone()).unwrap_or_default()
}

/// What came of the actions of last time, as far as it was said.
fn results(here: &Here<'_>, meeting: &Meeting<'_>, boxes: Typed<'_>, wrong: &mut Vec<Wrong>) -> Vec<Command> {
    let on = meeting.held().map_or(here.today, |held| held.on);
    let mut commands = Vec::new();
    for agreed in meeting.carried_in().iter().filter(|agreed| agreed.is_open()) {
        let action = agreed.action.id;
        let result = actions::read_result(boxes, &result_at(action), on, Some(meeting.id), wrong);
        commands.extend(result.map(|result| {
            let seen = here.book.action_results.head_ids(action);
            Command::Result { action, result, seen }
        }));
    }
    commands
}

/// The actions in the boxes, those that had no room for boxes after them.
fn agreed_actions(
    boxes: Typed<'_>,
    standing: &Notes,
    fresh: Fresh<'_>,
    wrong: &mut Vec<Wrong>,
) -> Vec<Action> {
    let mut found = Vec::new();
    for place in 0..MOST_ACTIONS {
        let at = action_at(place);
        let kept = standing.actions.get(place).map(|action| action.id);
        // Only what is new needs an id; whether there is anything is read first.
        let typed = actions::read(boxes, &at, kept.unwrap_or(ActionId::from_bytes([0; 16])), wrong);
        let Some(action) = typed else { continue };
        match kept.or_else(|| fresh().map(ActionId::from_bytes)) {
            Some(id) => found.push(Action { id, ..action }),
            None => wrong.extend(no_id(&actions::first_box(&at))),
        }
    }
    found.extend(standing.actions.iter().skip(MOST_ACTIONS).cloned());
    found
}

/// The box that a refusal is about.
pub fn box_of(refusal: &Refusal) -> String {
    match refusal.field() {
        Field::Rating => ratings::FIRST.to_owned(),
        Field::Actions => actions::first_box(&action_at(0)),
        _ => notes::CHANGED.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::{ActionResult, ByWhen, Outcome, Owner};
    use crate::model::rating::Rag;
    use crate::services::sample::{KAYLA, Sample, person, today};
    use crate::services::supervision::live::{StepKind, live};
    use crate::services::supervision::tests::{
        ADMINISTRATOR, MANAGER, SOCIAL_WORKER, as_worker, authorised, first, hand, holds, plan, planned,
        shown, writes,
    };
    use crate::workbook::decide::SupervisionCommand;

    fn typed(boxes: &[(&str, &str)]) -> Fields {
        boxes.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect()
    }

    fn says(sample: &Sample, number: u8, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
        let mut last = 40;
        let mut fresh = || {
            last += 1;
            Some([last; 16])
        };
        as_worker(sample, number, |here| read(first(), here, typed, &mut fresh))
    }

    #[track_caller]
    fn records(sample: &mut Sample, number: u8, typed: &Fields) {
        let commands = says(sample, number, typed).unwrap();
        hand(sample, number);
        for command in commands {
            sample.does(command);
        }
    }

    #[test]
    fn the_administrator_takes_notes_and_actions_and_writes_on_where_they_stood() {
        let mut sample = planned();
        let kayla = person(KAYLA);
        let view = format!("discussion-view-{kayla}");
        let mut fields = typed(&[
            (&view, "I like Nan’s"),
            ("discussion-changed", "Joe moved out"),
            ("discussion-hypotheses", "For work\nHe was asked to"),
            ("live-action-1-what", "Ask school"),
            ("live-action-3-what", "See Joe"),
            ("live-action-3-who", "other"),
            ("live-action-3-other", "Probation"),
        ]);
        records(&mut sample, ADMINISTRATOR, &fields);
        let notes = sample.book.meeting(first()).unwrap().notes().unwrap().clone();
        assert_eq!(notes.hypotheses, ["For work", "He was asked to"]);
        let what: Vec<_> = notes.actions.iter().map(|action| action.what.as_str()).collect();
        assert_eq!(what, ["Ask school", "See Joe"]);
        assert_eq!(notes.actions.last().unwrap().who, Some(Owner::Other("Probation".into())));
        // Opened again, the same boxes hold the same, and an action keeps its id.
        fields = as_worker(&sample, ADMINISTRATOR, |here| live(first(), here).unwrap().filled);
        assert_eq!(says(&sample, ADMINISTRATOR, &fields).unwrap_err().len(), 1, "nothing new");
        fields.insert("live-action-1-how".into(), "She is there each day".into());
        records(&mut sample, ADMINISTRATOR, &fields);
        let again = sample.book.meeting(first()).unwrap().notes().unwrap().clone();
        assert_eq!(again.actions[0].id, notes.actions[0].id);
        assert_eq!(again.actions[0].how_known, "She is there each day");
    }

    #[test]
    fn words_typed_before_a_colleague_changed_the_notes_stand_beside_that_change() {
        let mut sample = planned();
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        let page = as_worker(&sample, ADMINISTRATOR, |here| live(first(), here).unwrap());
        let mut fields = page.filled;
        fields.insert(SEEN.into(), page.seen);
        fields.insert("discussion-changed".into(), "Joe moved to Nan’s".into());
        fields.insert("live-action-1-what".into(), "See Joe".into());
        let theirs = ActionId::from_bytes([32; 16]);
        let school =
            Action { id: theirs, what: "Ask school".into(), who: None, by: None, how_known: String::new() };
        let changed = "Joe moved out".to_owned();
        writes(&mut sample, Notes { changed, actions: vec![school], ..Notes::default() });
        records(&mut sample, ADMINISTRATOR, &fields);
        let meeting = sample.book.meeting(first()).unwrap();
        let history = meeting.notes_history().unwrap();
        assert!(history.is_in_conflict(), "both stand, and somebody decides");
        assert!(
            meeting.notes().unwrap().actions.iter().all(|own| own.id != theirs || own.what == "Ask school")
        );
    }

    #[test]
    fn the_manager_agrees_a_rating_and_decides_a_threshold() {
        let mut sample = shown();
        let kayla = person(KAYLA);
        let mut fields = Fields::new();
        for (id, words) in
            [("what", "decided"), ("to", "child_in_need"), ("why", "Joe moved out"), ("view", "Glad")]
        {
            fields.insert(format!("threshold-{id}-{kayla}"), words.to_owned());
        }
        fields.extend(typed(&[("live-agreed-level", "amber"), ("live-agreed-reason", "Both views count")]));
        let wrong = says(&sample, MANAGER, &fields).unwrap_err();
        let at: Vec<&str> = wrong.iter().map(|it| it.field.as_str()).collect();
        assert_eq!(at, ["live-agreed-difference", &format!("threshold-on-{kayla}")]);
        fields.insert("live-agreed-difference".into(), "We see him on other days".into());
        let day = crate::model::dates::PartialDate::day(today());
        crate::services::typed::put_date(&mut fields, &format!("threshold-on-{kayla}"), Some(day));
        records(&mut sample, MANAGER, &fields);
        assert_eq!(sample.book.meeting(first()).unwrap().agreed().unwrap().level, Rag::Amber);
        assert_eq!(sample.book.threshold_decisions(kayla).len(), 1);
    }

    #[test]
    fn what_came_of_last_times_actions_is_recorded_as_looked_at_here() {
        let mut sample = planned();
        let action = Action {
            id: ActionId::from_bytes([31; 16]),
            what: "Ask school".into(),
            who: None,
            by: Some(ByWhen::Every("Friday".into())),
            how_known: String::new(),
        };
        writes(&mut sample, Notes { actions: vec![action.clone()], ..Notes::default() });
        holds(&mut sample);
        let next = SupervisionId::from_bytes([22; 16]);
        let later =
            crate::model::supervision::Supervision { on: today() + chrono::TimeDelta::days(28), ..plan() };
        sample.does(Command::Supervision(SupervisionCommand::Plan {
            id: next,
            supervision: later,
            seen: vec![],
        }));
        let outcome = format!("live-result-{}-outcome", action.id);
        let words = format!("live-result-{}-words", action.id);
        let read = |fields: &Fields| {
            as_worker(&sample, SOCIAL_WORKER, |here| read(next, here, fields, &mut || None))
        };
        let wrong = read(&typed(&[(&outcome, "not_yet")])).unwrap_err();
        assert_eq!(wrong.len(), 1);
        let commands = read(&typed(&[(&outcome, "done"), (&words, "She is there")])).unwrap();
        let result = ActionResult {
            outcome: Outcome::Done,
            on: today(),
            words: "She is there".into(),
            by: None,
            reviewed_in: Some(next),
        };
        assert_eq!(commands, [Command::Result { action: action.id, result, seen: vec![] }]);
        sample.does(commands.into_iter().next().unwrap());
    }

    #[test]
    fn whoever_does_not_write_notes_sees_them_and_is_told_whose_they_are() {
        let mut sample = planned();
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        let page = as_worker(&sample, SOCIAL_WORKER, |here| live(first(), here).unwrap());
        assert!(page.read_only.unwrap().contains("the administrator"));
        let step = page.steps.iter().find(|step| step.kind == StepKind::Changed).unwrap();
        assert!(step.questions.is_empty() && format!("{:?}", step.said).contains("Joe moved out"));
        assert!(says(&sample, SOCIAL_WORKER, &typed(&[("discussion-changed", "Mine")])).is_err());
        let locked = as_worker(&authorised(), ADMINISTRATOR, |here| live(first(), here).unwrap());
        assert!(locked.read_only.is_some());
    }

    #[test]
    fn every_box_of_the_page_stands_once() {
        let sample = shown();
        for number in [SOCIAL_WORKER, MANAGER, ADMINISTRATOR] {
            let page = as_worker(&sample, number, |here| live(first(), here).unwrap());
            let questions =
                page.steps.iter().flat_map(|it| it.questions.iter().chain(it.rows.iter().flatten()));
            let ids: Vec<&str> = questions.filter_map(|it| it.what.id()).collect();
            let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), once.len());
            assert!(!ids.is_empty());
        }
    }

    #[test]
    fn nothing_on_the_shared_screen_leads_off_it_and_a_box_is_found_by_its_step() {
        let mut sample = shown();
        writes(&mut sample, Notes { changed: "Joe moved out".into(), ..Notes::default() });
        for number in [SOCIAL_WORKER, MANAGER, ADMINISTRATOR] {
            let page = as_worker(&sample, number, |here| live(first(), here).unwrap());
            assert!(!format!("{:?}", page.steps).contains("Way {"));
            assert!(page.has_boxes());
        }
        let page = as_worker(&sample, ADMINISTRATOR, |here| live(first(), here).unwrap());
        for (id, step) in [
            ("discussion-changed", Some(StepKind::Changed)),
            ("live-action-2-by-day", Some(StepKind::Actions)),
            ("live-action-2-by", Some(StepKind::Actions)),
            ("live-agreed-level", None),
        ] {
            assert_eq!(page.step_of(id), step, "{id}");
        }
        let first_box = page.box_or_first("live-agreed-level".into());
        assert_eq!(page.step_of(&first_box), Some(StepKind::Voice));
    }

    #[test]
    fn boxes_of_actions_are_out_as_far_as_they_are_used() {
        use crate::services::supervision::live::rows_in_use;
        assert_eq!(rows_in_use(&typed(&[("live-action-1-what", " ")])), 0);
        assert_eq!(rows_in_use(&typed(&[("live-action-1-what", "Ask"), ("live-action-3-how", "Soon")])), 3);
        assert_eq!(rows_in_use(&typed(&[("live-action-12-who", "other")])), 12);
    }

    #[test]
    fn time_counts_up_in_words_and_never_runs_out() {
        use crate::services::supervision::live::time_words;
        let began = chrono::DateTime::UNIX_EPOCH;
        let after = |minutes| time_words(began, began + chrono::TimeDelta::minutes(minutes), Some(30));
        assert_eq!(after(0), "Less than a minute of 30");
        assert_eq!(after(1), "1 minute of 30");
        assert_eq!(after(45), "45 minutes of 30");
        assert_eq!(time_words(began, began - chrono::TimeDelta::hours(1), None), "Less than a minute");
    }
}
