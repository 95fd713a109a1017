//! Rules from a file: what is in it before anybody follows it, or the line that is wrong.

use chrono::NaiveDate;

use crate::model::dates::PartialDate;
use crate::policy::profile::Profile;
use crate::policy::profile::history::ProfileHistory;
use crate::policy::profile::rule::Rule;
use crate::policy::profile::timescale::Timescale;
use crate::services::leaf::{Card, Part, Row};
use crate::services::sheet::Question;
use crate::services::typed::{Fields, Typed, Wrong, put_date};
use crate::services::words::count;

use super::{FROM, labels};

/// Reads a file, and says what would be other than now.
///
/// # Errors
/// The first thing that is wrong, with its line. Nothing of the file is taken in then.
pub fn look(text: &str, history: &ProfileHistory) -> Result<(Profile, Vec<Part>), String> {
    let read = Profile::read(text).map_err(|bad| format!("Nothing was taken in. {bad}"))?;
    let parts = shown(&read, history.newest());
    Ok((read, parts))
}

/// The day from which they count, as a form asks and reads it.
///
/// # Errors
/// What to mend in the date.
pub fn read_from(
    history: &ProfileHistory,
    typed: &Fields,
    today: NaiveDate,
) -> Result<NaiveDate, Vec<Wrong>> {
    let mut wrong = Vec::new();
    match super::day(history, Typed(typed), today, true, &mut wrong) {
        Some(day) if wrong.is_empty() => Ok(day),
        _ => Err(wrong),
    }
}

/// The question of that day, and what stands in its boxes at first.
pub fn asks(history: &ProfileHistory, today: NaiveDate) -> (Vec<Question>, Fields) {
    let mut filled = Fields::new();
    put_date(&mut filled, FROM, Some(PartialDate::day(today)));
    (super::when(history, today, true), filled)
}

fn shown(read: &Profile, newest: &Profile) -> Vec<Part> {
    let on = read.timescales.iter().filter(|rule| rule.on).count();
    let mut facts = vec![
        ("Version".to_owned(), read.version.to_string()),
        ("Times that run".to_owned(), format!("{on} of {}", read.timescales.len())),
        ("Documents".to_owned(), super::page::documents(read)),
    ];
    if let Some(based_on) = &read.based_on {
        facts.insert(1, ("Made from".to_owned(), based_on.clone()));
    }
    let differences = differences(newest, read);
    let said = match differences.len() {
        0 => "No time in it is other than now.".to_owned(),
        number => format!("{} would be other than now:", count(number, "time", "times")),
    };
    let mut parts = vec![
        Part::Heading("In the file".to_owned()),
        Part::Card(Card { title: read.name.clone(), tag: None, facts, ways: Vec::new() }),
        Part::Words(said),
    ];
    if !differences.is_empty() {
        parts.push(Part::List(differences));
    }
    parts
}

/// Each timescale that would be counted otherwise.
fn differences(now: &Profile, then: &Profile) -> Vec<Row> {
    let row = |timescale: Timescale| {
        let (before, after) = (said(now.rule(timescale)), said(then.rule(timescale)));
        (before != after).then(|| Row {
            more: vec![format!("Now: {before}"), format!("Then: {after}")],
            ..Row::new(timescale.title())
        })
    };
    Timescale::ALL.into_iter().filter_map(row).collect()
}

fn said(rule: Option<&Rule>) -> String {
    match rule.filter(|rule| rule.on) {
        None => "no date is shown for it".to_owned(),
        Some(rule) => match rule.chosen().and_then(|at| rule.readings.get(at)) {
            Some(reading) => labels::reading(reading),
            None => {
                let all: Vec<String> = rule.readings.iter().map(labels::reading).collect();
                all.join(", or ")
            }
        },
    }
}
