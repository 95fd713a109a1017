//! The rules that are followed, to read and to change: which document each comes from, where the guidance
//! differs from itself, and a copy that a manager edits (`ux.md` S33; `domain.md` A12 to A14).
//!
//! A change counts from a day on, today or later. What was due before keeps the rule by which it was judged.

mod follow;
mod labels;
mod names;
mod page;
mod taking_in;
mod timescale;

use chrono::NaiveDate;

use crate::model::dates::{PartialDate, day_words};
use crate::navigation::RulesTask;
use crate::policy::authority::Authority;
use crate::policy::profile::Profile;
use crate::policy::profile::edit::NotChanged;
use crate::policy::profile::history::ProfileHistory;
use crate::services::sheet::{Question, What, date};
use crate::services::sheets::needed_date;
use crate::services::typed::{Fields, Typed, Wrong, put_date};

pub use page::{file_name, parts};
pub use taking_in::{asks, look, read_from};

/// The box with the day from which a change counts.
pub const FROM: &str = "rules-from";

/// A form that changes the rules.
#[derive(Debug, Clone, PartialEq)]
pub struct RulesSheet {
    pub intro: Vec<String>,
    pub questions: Vec<Question>,
    pub save: &'static str,
    pub filled: Fields,
}

/// What a form asks. None: the profile has no such rule, or it is no form of boxes.
pub fn sheet(task: RulesTask, history: &ProfileHistory, today: NaiveDate) -> Option<RulesSheet> {
    let mut sheet = match task {
        RulesTask::Words => names::sheet(history.newest()),
        RulesTask::Follow => follow::sheet(history.newest()),
        RulesTask::Timescale(it) => timescale::sheet(history.newest(), it)?,
        RulesTask::TakeIn => return None,
    };
    let replaces = matches!(task, RulesTask::Follow);
    sheet.questions.extend(when(history, today, replaces));
    put_date(&mut sheet.filled, FROM, Some(PartialDate::day(begins(history, today, replaces))));
    Some(sheet)
}

/// The rules that the answers ask for, and the day from which they count.
///
/// # Errors
/// Everything to mend, in the order of the boxes.
pub fn read(
    task: RulesTask,
    history: &ProfileHistory,
    typed: &Fields,
    today: NaiveDate,
) -> Result<(Profile, NaiveDate), Vec<Wrong>> {
    let newest = history.newest();
    let boxes = Typed(typed);
    let mut wrong = Vec::new();
    let edited = match task {
        RulesTask::Words => names::read(copy_of(newest), boxes, &mut wrong),
        RulesTask::Follow => follow::read(newest, boxes, &mut wrong),
        RulesTask::Timescale(it) => timescale::read(copy_of(newest), it, boxes, &mut wrong),
        RulesTask::TakeIn => None,
    };
    let edits = !matches!(task, RulesTask::Follow);
    let from = day(history, boxes, today, !edits, &mut wrong);
    let edited = edited.map(|it| if edits { numbered(newest, it) } else { it });
    if let Some(edited) = edited.as_ref().filter(|_| edits && wrong.is_empty())
        && same(newest, edited)
    {
        wrong.push(Wrong::new(first_box(task), "Nothing was changed"));
    }
    match (edited, from) {
        (Some(edited), Some(from)) if wrong.is_empty() => Ok((edited, from)),
        _ => Err(wrong),
    }
}

/// Where somebody begins to mend what belongs to no box.
pub fn first_box(task: RulesTask) -> &'static str {
    match task {
        RulesTask::Words => names::NAME,
        RulesTask::Follow => follow::AUTHORITY,
        RulesTask::Timescale(_) => timescale::RUNS,
        RulesTask::TakeIn => FROM,
    }
}

/// What is said when a change was taken up.
pub fn done(from: NaiveDate, today: NaiveDate) -> String {
    let on = if from == today { "today".to_owned() } else { day_words(from) };
    format!(
        "The rules were changed. They count from {on}; what was due before keeps the rule it was judged by."
    )
}

/// When rules that do not count yet are to begin.
fn scheduled(history: &ProfileHistory, today: NaiveDate) -> Option<NaiveDate> {
    history.newest().effective_from.filter(|from| *from > today)
}

/// The day that stands in the box at first.
fn begins(history: &ProfileHistory, today: NaiveDate, replaces: bool) -> NaiveDate {
    scheduled(history, today).filter(|_| !replaces).unwrap_or(today)
}

/// The question from which day a change counts, and what follows where other rules are to begin.
fn when(history: &ProfileHistory, today: NaiveDate, replaces: bool) -> Vec<Question> {
    let warning = scheduled(history, today).map(|from| {
        let name = &history.newest().name;
        What::Warning(match replaces {
            true => format!(
                "“{name}” is to begin on {}. If you choose that day or an earlier one, it never does.",
                day_words(from)
            ),
            false => format!("“{name}” is to begin on {}. This changes those rules.", day_words(from)),
        })
    });
    let ask = date(FROM, "From which day does it count?")
        .hinted("Today or later. What was due before keeps the rule by which it was judged.");
    warning.into_iter().chain([ask]).map(What::asked).collect()
}

/// The day that was typed: never past, and for an edit not before the rules that it edits begin.
fn day(
    history: &ProfileHistory,
    boxes: Typed<'_>,
    today: NaiveDate,
    replaces: bool,
    wrong: &mut Vec<Wrong>,
) -> Option<NaiveDate> {
    const NAME: &str = "The day from which it counts";
    let from = needed_date(boxes, FROM, NAME, "Enter the day from which it counts", wrong)?;
    let first = begins(history, today, replaces);
    if from < today {
        wrong.push(Wrong::new(FROM, format!("{NAME} must be today or later")));
    } else if from < first {
        let words =
            format!("{NAME} must be {} or later, when the rules that you change begin", day_words(first));
        wrong.push(Wrong::new(FROM, words));
    }
    Some(from)
}

/// What an edit begins with: the copy that is there, or one of a profile that came with the app.
fn copy_of(newest: &Profile) -> Profile {
    match is_built_in(newest) {
        true => {
            let id = format!("{}_edited", newest.id);
            let name = format!("{}, with our changes", newest.name);
            newest.copy_as(&id, &name).unwrap_or_else(|_| newest.clone())
        }
        false => newest.clone(),
    }
}

fn is_built_in(profile: &Profile) -> bool {
    Authority::ALL.iter().any(|authority| authority.code() == profile.id)
}

/// One version more, however many things were changed at once; a copy begins with the first.
fn numbered(newest: &Profile, edited: Profile) -> Profile {
    let version = if edited.id == newest.id { newest.version.saturating_add(1) } else { 1 };
    Profile { version, effective_from: None, ..edited }
}

/// Whether an edit leaves everything as it was, the name of a new copy aside.
fn same(newest: &Profile, edited: &Profile) -> bool {
    let bare = |profile: &Profile| Profile { version: 1, effective_from: None, ..profile.clone() };
    bare(edited) == bare(&copy_of(newest))
}

fn refused(at: &str, why: &NotChanged) -> Wrong {
    Wrong::new(at, why.to_string().trim_end_matches('.'))
}

#[cfg(test)]
mod tests;
