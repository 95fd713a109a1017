//! The date mover: another day for a supervision, and everything that would change with it, before anybody
//! confirms (`domain.md` R54; `ux.md` S17).

use chrono::{Days, NaiveDate};

use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::SupervisionId;
use crate::policy::clocks::circumstances::{Circumstances, Thing};
use crate::policy::clocks::due::{Due, State, Whom};
use crate::policy::clocks::knock_on::{KnockOn, Move, knock_on, warnings};
use crate::policy::clocks::when::When;
use crate::policy::clocks::why::{day_short, moment};
use crate::policy::practice::rules_of;
use crate::services::here::Here;
use crate::services::leaf::{Cell, Part};
use crate::services::sheet::{Answer, Question, line, one, text};
use crate::services::sheets::needed_date;
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::services::words::count;
use crate::workbook::decide::permission::Act;
use crate::workbook::decide::{Command, Field, Refusal, SupervisionCommand};

/// The boxes. They stand in drafts, so they stay.
pub const TO: &str = "move-to";
pub const REASON: &str = "move-reason";
pub const WORDS: &str = "move-words";

/// How far the strip reaches from today.
const STRIP_DAYS: u64 = 42;

/// A supervision that can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mover {
    pub supervision: SupervisionId,
    pub planned: NaiveDate,
    /// The days of the strip.
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// Who may confirm it, where this person may not.
    pub for_another: Option<String>,
    /// Why it is moved; nothing where it is for another to confirm.
    pub questions: Vec<Question>,
    /// What stands in the boxes at first.
    pub filled: Fields,
}

/// What a day would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// One line, for those who hear it while they move.
    pub summary: String,
    pub parts: Vec<Part>,
}

/// The supervision of this id, unless it was held: then there is nothing to move.
pub fn mover(id: SupervisionId, here: &Here<'_>) -> Option<Mover> {
    let meeting = here.book.meeting(id).filter(|meeting| meeting.held().is_none())?;
    let planned = meeting.plan()?.on;
    let rules = rules_of(here.profile());
    let may = rules.permissions.allows(&here.me.role, Act::RearrangeSupervision);
    let mut filled = Fields::new();
    put_date(&mut filled, TO, Some(PartialDate::day(planned)));
    let strip = here.today.checked_add_days(Days::new(STRIP_DAYS)).unwrap_or(here.today);
    Some(Mover {
        supervision: id,
        planned,
        first: here.today,
        last: strip.max(planned),
        for_another: (!may).then(|| rules.permissions.words(Act::RearrangeSupervision)),
        questions: if may { questions(here) } else { Vec::new() },
        filled,
    })
}

/// The reasons that the authority allows, or any in words.
fn questions(here: &Here<'_>) -> Vec<Question> {
    let reasons = &here.profile().practice.rearranging.reasons;
    match reasons.is_empty() {
        true => vec![
            text(WORDS, "Why is it moved?").hinted("Supervision is never cancelled, only rearranged").asked(),
        ],
        false => {
            let answers = reasons.iter().map(|it| Answer::new(&it.code, it.words.clone()));
            vec![
                one(REASON, "Why is it moved?", answers)
                    .hinted("Supervision is never cancelled, only rearranged for one of these reasons")
                    .asked(),
                line(WORDS, "Anything to add (optional)").asked(),
            ]
        }
    }
}

impl Mover {
    /// How many days a day lies after the first of the strip; at its ends for those outside.
    pub fn place(&self, day: NaiveDate) -> i64 {
        day.signed_duration_since(self.first).num_days().clamp(0, self.length())
    }

    /// The day at a place of the strip.
    pub fn day(&self, place: i64) -> NaiveDate {
        let days = u64::try_from(place.clamp(0, self.length())).unwrap_or(0);
        self.first.checked_add_days(Days::new(days)).unwrap_or(self.first)
    }

    /// The place of the last day.
    pub fn length(&self) -> i64 {
        self.last.signed_duration_since(self.first).num_days()
    }

    /// A place of the strip, for those who hear it: "Thu 3 Dec 2026, 7 days later".
    pub fn says(&self, day: NaiveDate) -> String {
        let days = day.signed_duration_since(self.planned).num_days();
        let far = count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day", "days");
        let than = match days {
            0 => "the day it is planned for".to_owned(),
            1.. => format!("{far} later"),
            _ => format!("{far} earlier"),
        };
        format!("{}, {than}", day_short(day, true))
    }
}

/// The day that stands in the boxes, where they hold one.
pub fn day_of(typed: &Fields) -> Option<NaiveDate> {
    let boxes = Typed(typed);
    let [day, month, year] = ["day", "month", "year"].map(|part| boxes.text(&format!("{TO}-{part}")));
    PartialDate::parse_exact(day, month, year).ok()
}

/// What would change if it were on that day.
pub fn look(mover: &Mover, to: NaiveDate, reason: &str, here: &Here<'_>) -> Look {
    if to == mover.planned {
        let summary = format!("It is planned for {}. Choose another day.", day_words(to));
        return Look { summary, parts: Vec::new() };
    }
    let circumstances = Circumstances::of(here.book);
    let supervision = Thing(mover.supervision.to_bytes());
    let change = Move { supervision, to, reason: reason.to_owned() };
    let warned = warnings(&circumstances, here.history, &change, here.now);
    let knock_ons = knock_on(&circumstances, here.history, &change, here.now);
    let late = knock_ons.iter().filter(|it| becomes_late(it)).count();
    let summary = format!(
        "{}: {} would change, {} would be late.",
        mover.says(to),
        count(knock_ons.len(), "date", "dates"),
        late
    );
    let mut parts: Vec<Part> = warned.iter().map(|it| Part::Warning(it.words().to_owned())).collect();
    match knock_ons.is_empty() {
        true => parts.push(Part::Words("No other date would change.".to_owned())),
        false => parts.push(table(&knock_ons, here)),
    }
    Look { summary, parts }
}

fn is_late(due: &Due) -> bool {
    matches!(due.state, State::Missed | State::NotSubmitted | State::ExceededSoftTarget)
}

fn becomes_late(change: &KnockOn) -> bool {
    change.after.as_ref().is_some_and(is_late) && !change.before.as_ref().is_some_and(is_late)
}

fn table(knock_ons: &[KnockOn], here: &Here<'_>) -> Part {
    let on = |due: Option<&Due>| match due {
        None => "Not asked for".to_owned(),
        Some(due) => due.due.map_or("No date".to_owned(), |due: When| moment(due, true)),
    };
    let row = |change: &KnockOn| {
        let due = change.after.as_ref().or(change.before.as_ref());
        let title = due.map_or("", |due| due.timescale.title());
        let whom = match due.map(|due| (due.whom, due.worker)) {
            Some((_, Some(worker))) => format!(": {}", here.book.author_name(worker)),
            Some((Whom::Child(child), None)) => format!(": {}", here.book.name_of(child)),
            Some((Whom::Family, None)) | None => String::new(),
        };
        let then = match (becomes_late(change), &change.after) {
            (true, _) => "Would be late",
            (false, None) => "Falls away",
            (false, Some(after)) if is_late(after) => "Is late already",
            (false, Some(_)) => "In time",
        };
        [format!("{title}{whom}"), on(change.before.as_ref()), on(change.after.as_ref()), then.to_owned()]
            .map(Cell::Words)
            .into()
    };
    Part::Table {
        caption: "What would move with it, if everything else goes as planned".to_owned(),
        columns: ["What", "Due now", "Would be due", "Then"].map(str::to_owned).to_vec(),
        rows: knock_ons.iter().map(row).collect(),
    }
}

/// What the answers ask to have recorded.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read(mover: &Mover, here: &Here<'_>, typed: &Fields) -> Result<Vec<Command>, Vec<Wrong>> {
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let to = needed_date(boxes, TO, "The new day", "Enter the new day", &mut wrong);
    if to == Some(mover.planned) {
        wrong.push(Wrong::new(TO, "Choose another day than the one it is planned for"));
    }
    let reason = Some(boxes.text(REASON)).filter(|code| !code.is_empty()).map(str::to_owned);
    let listed = !here.profile().practice.rearranging.reasons.is_empty();
    match (listed, &reason) {
        (true, None) => wrong.push(Wrong::new(REASON, "Select why it is moved")),
        (false, _) if boxes.text(WORDS).is_empty() => wrong.push(Wrong::new(WORDS, "Enter why it is moved")),
        _ => {}
    }
    let Some(to) = to.filter(|_| wrong.is_empty()) else { return Err(wrong) };
    let meeting = here.book.meeting(mover.supervision);
    let at = meeting.as_ref().and_then(|meeting| meeting.plan()).and_then(|plan| plan.at);
    let history = meeting.as_ref().and_then(|meeting| meeting.plan_history());
    let seen = history.map(|history| history.head_ids()).unwrap_or_default();
    let words = boxes.text(WORDS).to_owned();
    let command = SupervisionCommand::Move { id: mover.supervision, to, at, reason, words, seen };
    Ok(vec![Command::Supervision(command)])
}

/// The box at which a refusal stands.
pub fn box_of(refusal: &Refusal, here: &Here<'_>) -> &'static str {
    let listed = !here.profile().practice.rearranging.reasons.is_empty();
    match refusal.field() {
        Field::Reason if listed => REASON,
        Field::Reason => WORDS,
        _ => TO,
    }
}

#[cfg(test)]
mod tests;
