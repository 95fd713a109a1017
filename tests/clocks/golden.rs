//! Every timescale, in every reading, of every authority, against dates worked out by another program
//! (`tests/fixtures/clocks/golden.py` says how).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use hearth::policy::authority::Authority;
use hearth::policy::clocks::due;
use hearth::policy::clocks::due::Due;
use hearth::policy::clocks::when::When;
use hearth::policy::london::london;
use hearth::policy::profile::Profile;
use hearth::policy::profile::history::ProfileHistory;
use hearth::policy::profile::rule::Choice;
use hearth::policy::profile::time::Time;
use hearth::policy::profile::timescale::{Start, Timescale};

use crate::happening::happening;
use crate::table::rows;

/// All the tables: one for each timescale, by its number.
pub fn tables() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/clocks");
    let names =
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        names.filter(|name| name.starts_with('t') && name.ends_with(".csv")).collect();
    names.sort();
    names
}

pub fn code<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// "2026-02-12", or "2026-03-29T16:00+01:00".
pub fn read_when(text: &str) -> Option<When> {
    if text.is_empty() {
        return None;
    }
    Some(match text.parse::<NaiveDate>() {
        Ok(day) => When::Day(day),
        Err(_) => {
            let at = DateTime::<FixedOffset>::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").unwrap();
            When::At(at.to_utc())
        }
    })
}

/// As the tables write it: a day, or what clocks in London show and how far they are from UTC.
pub fn write_when(when: Option<When>) -> String {
    match when {
        None => String::new(),
        Some(When::Day(day)) => day.to_string(),
        Some(When::At(at)) => {
            let local = london(at);
            let offset = local.signed_duration_since(at.naive_utc()).num_hours();
            format!("{}+0{offset}:00", local.format("%Y-%m-%dT%H:%M"))
        }
    }
}

/// A profile of this authority in which this reading of this timescale is what counts.
pub fn choosing(authority: &str, timescale: Timescale, reading: &str) -> Profile {
    let authority = Authority::ALL.into_iter().find(|it| it.code() == authority).unwrap();
    let mut profile = authority.profile().clone();
    profile.turn(timescale, true).unwrap();
    let choice = if reading.is_empty() { Choice::Earliest } else { Choice::Reading(reading.into()) };
    profile.choose(timescale, choice).unwrap();
    profile
}

/// The clock of this timescale in which this reading counts from that start.
fn clock(all: &[Due], timescale: Timescale, reading: usize, start: When) -> Option<&Due> {
    all.iter().find(|due| {
        due.timescale == timescale && due.readings.get(reading).is_some_and(|it| it.start == Some(start))
    })
}

#[test]
fn every_date_of_the_golden_tables_is_exact() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for table in tables() {
        for row in rows(&table) {
            count += 1;
            let timescale: Timescale = code(&row["timescale"]);
            let from: Start = code(&row["from"]);
            let start = read_when(&row["start"]).unwrap();
            let profile = choosing(&row["authority"], timescale, &row["reading"]);
            let rule = profile.rule(timescale).unwrap().clone();
            let at = rule.readings.iter().position(|it| it.code == row["reading"]).unwrap();
            assert_eq!(rule.readings[at].from, from, "{row:?}");
            let circumstances = happening(timescale, from, start, row["plan_weeks"].parse().ok());
            let all = due(&circumstances, &ProfileHistory::new(profile), start.ends());
            let Some(found) = clock(&all, timescale, at, start) else {
                wrong.push(format!("{row:?}: no such clock"));
                continue;
            };
            let reckoned = &found.readings[at];
            let dates = (write_when(reckoned.due), write_when(reckoned.opens));
            if dates != (row["due"].clone(), row["opens"].clone()) {
                wrong.push(format!("{row:?}: found {dates:?}"));
            }
            // The reading a manager chose is what is due, unless it is no limit of that kind.
            let limits = !matches!(rule.readings[at].time, Time::NotBefore(_) | Time::NeededFrom(_));
            if limits && (found.due, found.chosen) != (reckoned.due, Some(at)) {
                wrong.push(format!("{row:?}: due {:?} by reading {:?}", found.due, found.chosen));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 250, "only {count} dates");
}

/// Nothing in a profile is left untried.
#[test]
fn every_dated_reading_of_every_authority_stands_in_the_tables() {
    let tried: BTreeSet<_> = tables()
        .iter()
        .flat_map(|table| rows(table))
        .map(|row| (row["authority"].clone(), row["timescale"].clone(), row["reading"].clone()))
        .collect();
    for authority in Authority::ALL {
        for rule in &authority.profile().timescales {
            for reading in rule.readings.iter().filter(|reading| reading.time != Time::NotGiven) {
                let key =
                    (authority.code().to_owned(), rule.timescale.code().to_owned(), reading.code.clone());
                assert!(tried.contains(&key), "{key:?} is in no table");
            }
        }
    }
}

/// Somebody who looks for a rule finds its table by the name of the file.
#[test]
fn each_table_is_named_for_its_timescale() {
    let mut files = BTreeMap::new();
    for table in tables() {
        for row in rows(&table) {
            let timescale: Timescale = code(&row["timescale"]);
            let (_, words) = timescale.code().split_once('_').unwrap();
            assert_eq!(table, format!("t{:02}_{words}.csv", timescale.row()));
            files.insert(timescale, table.clone());
        }
    }
    assert_eq!(files.len(), Timescale::ALL.len());
}

/// What is hard about dates stands in the tables: a table that lost these would prove little.
#[test]
fn the_tables_hold_the_hard_days() {
    let cases: BTreeSet<String> =
        tables().iter().flat_map(|table| rows(table)).map(|row| row["case"].clone()).collect();
    for hard in [
        "before Easter",
        "before early May",
        "early May moved to the Friday",
        "Christmas on a Friday",
        "after Christmas on a Saturday",
        "leap day",
        "the 31st",
        "the end of the year",
        "before clocks go forward",
        "before clocks go back",
        "the second 1:30 of two",
        "a Saturday",
        "a Sunday",
    ] {
        assert!(cases.contains(hard), "{hard}");
    }
}
