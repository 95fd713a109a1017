//! Group supervision each month: arranged, reminded, summaries and ratings handed in, held, written up by the
//! administrator and authorised by the manager. September's was moved; October's notes came back once.

use chrono::{NaiveDate, NaiveTime};
use hearth::model::action::{Action, ActionResult, ByWhen, Outcome, Owner};
use hearth::model::ids::{ActionId, AddendumId, EventId, SupervisionId, ThresholdId};
use hearth::model::rating::{AgreedRating, Rag, Rating};
use hearth::model::summary::{Anchor, SummaryText};
use hearth::model::supervision::{Absence, Form, Held, Notes, Supervision, ThresholdReview};
use hearth::model::threshold::{Recommendation, Threshold};
use hearth::workbook::decide::way::Way;
use hearth::workbook::decide::{Command, NotesCommand, RatingCommand, SummaryCommand, SupervisionCommand};
use hearth::workbook::versioned::Versioned;

use super::months::{ADDENDUM, Done, MONTHS, Month};
use crate::cast::Who::{Corin, Juno, Pip, Wren};
use crate::cast::Worker::{Asha, Celia, Ruth};
use crate::cast::{Worker, bytes_for, day};
use crate::story::Story;

/// Where supervision sits: in the team room, half an hour for a family.
const PLACE: &str = "Team room, Larkmeadow";

pub fn arrange(story: &mut Story) {
    story.then(day(8, 6), |story| plan(story, day(8, 6), day(9, 7)));
    for month in &MONTHS {
        story.then(month.reminded, |story| remind(story, month));
        for (number, _) in month.views.iter().enumerate() {
            story.then(month.handed_in, move |story| hand_in(story, month, number));
        }
        story.then(month.on, |story| hold(story, month));
        story.then(month.submitted, |story| submit(story, month));
        story.then(month.authorised, |story| authorise(story, month));
        story.then(month.authorised, |story| results(story, month));
    }
    story.then(day(28, 8), moved);
    story.then(day(12, 10), addendum);
}

pub fn id(planned: NaiveDate) -> SupervisionId {
    SupervisionId::from_bytes(bytes_for(&format!("supervision of {planned}")))
}

pub fn action_id(name: &str) -> ActionId {
    ActionId::from_bytes(bytes_for(&format!("action {name}")))
}

/// The versions that stand.
fn heads<T>(history: Option<&Versioned<T>>) -> Vec<EventId> {
    history.map(Versioned::head_ids).unwrap_or_default()
}

fn plan(story: &mut Story, today: NaiveDate, on: NaiveDate) {
    let celia = &mut story.on(today, Celia);
    celia.command(Command::Supervision(SupervisionCommand::Plan {
        id: id(on),
        supervision: Supervision {
            on,
            at: NaiveTime::from_hms_opt(10, 30, 0),
            minutes: Some(30),
            place: PLACE.into(),
            form: Form::Group,
            chair: Some(Ruth.practitioner().id),
            invited: Worker::ALL.into_iter().map(|worker| worker.practitioner().id).collect(),
            guests: Vec::new(),
            reminded_on: None,
            moved: Vec::new(),
        },
        seen: Vec::new(),
    }));
    story.share();
}

fn remind(story: &mut Story, month: &Month) {
    let celia = &mut story.on(month.reminded, Celia);
    let id = id(month.planned);
    let seen = heads(celia.book().meeting(id).unwrap().plan_history());
    celia.command(Command::Supervision(SupervisionCommand::Remind { id, seen }));
    story.share();
}

/// The manager is on leave in the first week of September.
fn moved(story: &mut Story) {
    let ruth = &mut story.on(day(28, 8), Ruth);
    let id = id(day(3, 9));
    let seen = heads(ruth.book().meeting(id).unwrap().plan_history());
    ruth.command(Command::Supervision(SupervisionCommand::Move {
        id,
        to: day(10, 9),
        at: NaiveTime::from_hms_opt(10, 30, 0),
        reason: None,
        words: "Ruth is on leave in the first week of September.".into(),
        seen,
    }));
    story.share();
}

fn hand_in(story: &mut Story, month: &Month, number: usize) {
    let view = &month.views[number];
    let worker = &mut story.on(month.handed_in, view.by);
    let supervision = id(month.planned);
    let attributable = if view.level == Rag::Green { Default::default() } else { [Corin.id()].into() };
    let rating = Rating { level: view.level, reason: view.why.into(), attributable_to: attributable };
    worker.command(Command::Rating(RatingCommand::Rate { supervision, rating, seen: Vec::new() }));
    let text = SummaryText {
        synopsis: view.synopsis.into(),
        observations: view.seen.iter().map(|(child, words)| (child.id(), (*words).to_owned())).collect(),
        analysis: [
            (Anchor::Progress, view.progress.to_owned()),
            (Anchor::NeedsToHappen, view.next.to_owned()),
        ]
        .into(),
        ..SummaryText::default()
    };
    worker.command(Command::Summary(SummaryCommand::Write {
        supervision,
        text,
        submit: true,
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}

fn hold(story: &mut Story, month: &Month) {
    let supervision = id(month.planned);
    let away = month.away;
    let celia = &mut story.on(month.on, Celia);
    let present = Worker::ALL.into_iter().filter(|worker| away.is_none_or(|(absent, _)| absent != *worker));
    let absent = away
        .iter()
        .map(|(who, why)| (who.practitioner().id, Absence { why: (*why).to_owned(), agreed: true }));
    celia.command(Command::Supervision(SupervisionCommand::RecordHeld {
        id: supervision,
        held: Held {
            on: month.on,
            from: NaiveTime::from_hms_opt(10, 30, 0),
            until: NaiveTime::from_hms_opt(11, 5, 0),
            chair: Some(Ruth.practitioner().id),
            present: present.map(|worker| worker.practitioner().id).collect(),
            absent: absent.collect(),
            others_present: String::new(),
        },
        seen: Vec::new(),
    }));
    story.share();
    let ruth = &mut story.on(month.on, Ruth);
    ruth.command(Command::Rating(RatingCommand::Reveal { supervision }));
    let rating = AgreedRating {
        level: month.agreed.0,
        reason: month.agreed.1.into(),
        change: month.changed.into(),
        difference: month.difference.into(),
    };
    ruth.command(Command::Rating(RatingCommand::Agree { supervision, rating, seen: Vec::new() }));
    story.share();
    if month.steps_down {
        recommend(story, month);
    }
    write_notes(story, month, month.on, "");
}

fn recommendation_id() -> ThresholdId {
    ThresholdId::from_bytes(bytes_for("child in need for Wren"))
}

/// For Wren, a child in need plan is recommended in November.
fn recommend(story: &mut Story, month: &Month) {
    let asha = &mut story.on(month.on, Asha);
    asha.command(Command::Way(Way::Recommend {
        id: recommendation_id(),
        recommendation: Recommendation {
            child: Wren.id(),
            on: month.on,
            to: Threshold::ChildInNeed,
            why: "She is no longer suffering significant harm, and asks for help when she wants it.".into(),
            family_view: "Wren: “It’s about time. Keep the maths help.” Tamsin agrees.".into(),
        },
        reason: String::new(),
        seen: Vec::new(),
    }));
    story.share();
}

fn write_notes(story: &mut Story, month: &Month, on: NaiveDate, completed: &str) {
    let supervision = id(month.planned);
    let celia = &mut story.on(on, Celia);
    let action = |(name, what, who, by, known): &(&str, &str, Worker, NaiveDate, &str)| Action {
        id: action_id(name),
        what: (*what).to_owned(),
        who: Some(Owner::Practitioner(who.practitioner().id)),
        by: Some(ByWhen::On(*by)),
        how_known: (*known).to_owned(),
    };
    let threshold = |child| {
        let recommendation = (month.steps_down && child == Wren).then(recommendation_id);
        let words = match recommendation {
            Some(_) => String::new(),
            None => "The protection plan stays for now.".to_owned(),
        };
        ThresholdReview { words, recommendation, decision: None }
    };
    let mut notes = Notes {
        childrens_views: month
            .childrens
            .iter()
            .map(|(child, words)| (child.id(), (*words).to_owned()))
            .collect(),
        changed: month.news.into(),
        reflection: month.reflection.into(),
        hypotheses: month.hypotheses.iter().map(|words| (*words).to_owned()).collect(),
        thresholds: [Wren, Pip, Juno].into_iter().map(|child| (child.id(), threshold(child))).collect(),
        decisions: month.decisions.into(),
        actions: month.actions.iter().map(action).collect(),
        ..Notes::default()
    };
    notes.impact = completed.into();
    let seen = heads(celia.book().meeting(supervision).unwrap().notes_history());
    celia.command(Command::Notes(NotesCommand::Write { supervision, notes: Box::new(notes), seen }));
    story.share();
}

fn send(story: &mut Story, month: &Month, on: NaiveDate) {
    let supervision = id(month.planned);
    let celia = &mut story.on(on, Celia);
    let book = celia.book();
    let meeting = book.meeting(supervision).unwrap();
    let (notes, seen) = (heads(meeting.notes_history()), heads(meeting.sign_off_history()));
    celia.command(Command::Notes(NotesCommand::Submit { supervision, notes, seen }));
    story.share();
}

fn submit(story: &mut Story, month: &Month) {
    send(story, month, month.submitted);
    let Some((why, completed)) = month.returned else { return };
    let supervision = id(month.planned);
    let ruth = &mut story.on(month.submitted, Ruth);
    let book = ruth.book();
    let meeting = book.meeting(supervision).unwrap();
    let (notes, seen) = (heads(meeting.notes_history()), heads(meeting.sign_off_history()));
    ruth.command(Command::Notes(NotesCommand::Return { supervision, notes, why: why.into(), seen }));
    story.share();
    write_notes(story, month, month.submitted, completed);
    send(story, month, month.submitted);
}

fn authorise(story: &mut Story, month: &Month) {
    let supervision = id(month.planned);
    let ruth = &mut story.on(month.authorised, Ruth);
    let book = ruth.book();
    let meeting = book.meeting(supervision).unwrap();
    let (notes, seen) = (heads(meeting.notes_history()), heads(meeting.sign_off_history()));
    let although = month.although.into();
    ruth.command(Command::Notes(NotesCommand::Authorise { supervision, notes, although, seen }));
    story.share();
    plan(story, month.authorised, month.next);
}

/// What came of the actions of the month before.
fn results(story: &mut Story, month: &Month) {
    for (name, by, done) in month.results {
        let worker = &mut story.on(month.authorised, *by);
        let (outcome, words, until) = match done {
            Done::Yes(words) => (Outcome::Done, *words, None),
            Done::NotYet(words, until) => (Outcome::NotYet, *words, Some(ByWhen::On(*until))),
        };
        worker.command(Command::Result {
            action: action_id(name),
            result: ActionResult {
                outcome,
                on: month.on,
                words: words.into(),
                by: until,
                reviewed_in: Some(id(month.planned)),
            },
            seen: Vec::new(),
        });
        story.share();
    }
}

fn addendum(story: &mut Story) {
    let celia = &mut story.on(day(12, 10), Celia);
    celia.command(Command::Notes(NotesCommand::Add {
        id: AddendumId::from_bytes(bytes_for("addendum of October")),
        supervision: id(day(8, 10)),
        text: ADDENDUM.into(),
        takes_up: Vec::new(),
    }));
    story.share();
}
