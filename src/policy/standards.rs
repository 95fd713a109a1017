//! A manager's standards: everything that was due, met or missed, with the dates that show it; figures for each
//! month; when supervision was held and authorised; and caseloads beside the profile's figures.
//! `domain.md` R55, R92, R20.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::model::dates::month_name;
use crate::model::ids::{PersonId, PractitionerId};

use super::clocks::circumstances::{Circumstances, Thing};
use super::clocks::due::{Due, State, Whom};
use super::clocks::when::When;
use super::csv::csv;
use super::london::london;
use super::profile::Profile;
use super::profile::history::ProfileHistory;
use super::profile::practice::Figure;
use super::profile::timescale::Timescale;
use super::working_days;

/// How people and the family are called in a table. No more than the reader is meant to see: a family is best
/// called by its four characters.
pub struct Names<'a> {
    pub family: &'a str,
    pub child: &'a dyn Fn(PersonId) -> String,
    pub worker: &'a dyn Fn(PractitionerId) -> String,
}

/// One standard, and the evidence for how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    pub family: String,
    pub timescale: Timescale,
    /// For whom: a child's name, or "The family".
    pub whom: String,
    /// The role that owes it, and the person where that is known.
    pub owed_by: String,
    pub worker: String,
    /// The supervision, visit or meeting it is about.
    pub about: Option<Thing>,
    pub counted_from: Option<When>,
    pub due: Option<When>,
    pub latest: Option<When>,
    pub done: Option<When>,
    pub state: State,
    pub days_late: Option<u32>,
    pub working_days_late: Option<u32>,
    pub in_time_by_another_reading: bool,
    pub rule: String,
    pub source: String,
    pub sum: String,
    pub judged_by: String,
}

/// The standards of one family, in the order of what is due.
pub fn standards(due: &[Due], history: &ProfileHistory, names: &Names<'_>) -> Vec<Standard> {
    let started = due.iter().filter(|due| due.state != State::NotTriggered);
    started
        .map(|due| {
            let why = due.why(history);
            let (rule, source, sum) =
                why.rule.map(|rule| (rule.wording, rule.source, rule.sum)).unwrap_or_default();
            Standard {
                family: names.family.to_owned(),
                timescale: due.timescale,
                whom: match due.whom {
                    Whom::Family => "The family".to_owned(),
                    Whom::Child(child) => (names.child)(child),
                },
                owed_by: why.owed_by,
                worker: due.worker.map(|worker| (names.worker)(worker)).unwrap_or_default(),
                about: due.about,
                counted_from: due.starts,
                due: due.due,
                latest: due.latest,
                done: due.done,
                state: due.state,
                days_late: due.late.map(|late| late.calendar_days),
                working_days_late: due.late.map(|late| late.working_days),
                in_time_by_another_reading: due.in_time_by_another_reading(),
                rule,
                source,
                sum,
                judged_by: why.judged_by,
            }
        })
        .collect()
}

/// How often one standard was kept in one month. What is still open counts in no month's figures but its own
/// column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub met: u32,
    pub missed: u32,
    pub not_submitted: u32,
    /// Past a target that is no limit.
    pub past_target: u32,
    pub open: u32,
}

impl Tally {
    /// Out of a hundred that came due, how many were met; a whole number, rounded down so that 100 means all.
    /// None when nothing came due.
    pub fn percent_met(self) -> Option<u32> {
        let all = self.met + self.missed + self.not_submitted + self.past_target;
        (self.met * 100).checked_div(all)
    }

    fn count(&mut self, state: State) {
        match state {
            State::Met => self.met += 1,
            State::Missed => self.missed += 1,
            State::NotSubmitted => self.not_submitted += 1,
            State::ExceededSoftTarget => self.past_target += 1,
            State::Open => self.open += 1,
            State::NotTriggered => {}
        }
    }
}

/// The figures of one standard in one month, the month in which it was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    pub year: i32,
    pub month: u32,
    pub timescale: Timescale,
    pub tally: Tally,
}

/// The figures for each month, oldest first. What has no date is in none.
pub fn months(standards: &[Standard]) -> Vec<Month> {
    let mut tallies: BTreeMap<(i32, u32, Timescale), Tally> = BTreeMap::new();
    for standard in standards {
        let Some(day) = standard.due.map(When::day) else { continue };
        let key = (day.year(), day.month(), standard.timescale);
        tallies.entry(key).or_default().count(standard.state);
    }
    tallies
        .into_iter()
        .map(|((year, month, timescale), tally)| Month { year, month, timescale, tally })
        .collect()
}

/// The standards as a file for a spreadsheet.
pub fn standards_csv(standards: &[Standard]) -> String {
    let names = [
        "Family",
        "Standard",
        "Code",
        "For whom",
        "Owed by",
        "Worker",
        "Counted from",
        "Due",
        "Latest by another reading",
        "Done",
        "State",
        "Days late",
        "Working days late",
        "In time by another reading",
        "Rule",
        "Source",
        "Sum",
        "Judged by",
    ];
    let lines = standards.iter().map(|it| {
        [
            it.family.clone(),
            it.timescale.title().to_owned(),
            it.timescale.code().to_owned(),
            it.whom.clone(),
            it.owed_by.clone(),
            it.worker.clone(),
            stamp(it.counted_from),
            stamp(it.due),
            stamp(it.latest),
            stamp(it.done),
            it.state.label().to_owned(),
            number(it.days_late),
            number(it.working_days_late),
            if it.in_time_by_another_reading { "Yes".to_owned() } else { String::new() },
            it.rule.clone(),
            it.source.clone(),
            it.sum.clone(),
            it.judged_by.clone(),
        ]
    });
    table(names, lines)
}

/// The figures for each month as a file for a spreadsheet.
pub fn months_csv(months: &[Month]) -> String {
    let names = [
        "Month",
        "Standard",
        "Code",
        "Met",
        "Missed",
        "Not submitted",
        "Past its target",
        "Open",
        "Percent met",
    ];
    let lines = months.iter().map(|it| {
        [
            format!("{} {}", month_name(it.month), it.year),
            it.timescale.title().to_owned(),
            it.timescale.code().to_owned(),
            it.tally.met.to_string(),
            it.tally.missed.to_string(),
            it.tally.not_submitted.to_string(),
            it.tally.past_target.to_string(),
            it.tally.open.to_string(),
            number(it.tally.percent_met()),
        ]
    });
    table(names, lines)
}

fn table<const N: usize>(names: [&str; N], lines: impl Iterator<Item = [String; N]>) -> String {
    let lines: Vec<[String; N]> = std::iter::once(names.map(str::to_owned)).chain(lines).collect();
    csv(lines.iter().map(|line| line.iter().map(String::as_str)))
}

fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// "2026-02-12", or "2026-02-12 15:30" in London: what spreadsheets sort rightly.
fn stamp(when: Option<When>) -> String {
    match when {
        None => String::new(),
        Some(When::Day(day)) => day.to_string(),
        Some(When::At(at)) => london(at).format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// When one supervision was held and authorised: what managers are asked to attend to
/// (West Sussex, appendix 2; `domain.md` R55).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupervisionDates {
    pub thing: Thing,
    pub first_planned: NaiveDate,
    pub rearranged: usize,
    pub held: Option<NaiveDate>,
    pub notes_submitted: Option<NaiveDate>,
    pub authorised: Option<NaiveDate>,
    /// From the meeting to the authorising: calendar days and working days.
    pub took: Option<(u32, u32)>,
}

/// Each supervision of a family, oldest first.
pub fn supervision_dates(circumstances: &Circumstances) -> Vec<SupervisionDates> {
    let mut dates: Vec<_> = circumstances
        .supervisions
        .iter()
        .map(|supervision| {
            let authorised = supervision.authorised.map(When::day);
            let took = supervision.held.zip(authorised).map(|(held, authorised)| {
                let days = u32::try_from(authorised.signed_duration_since(held).num_days()).unwrap_or(0);
                (days, working_days::between(held, authorised))
            });
            SupervisionDates {
                thing: supervision.thing,
                first_planned: supervision.rearranged.first().map_or(supervision.planned, |moved| moved.from),
                rearranged: supervision.rearranged.len(),
                held: supervision.held,
                notes_submitted: supervision.notes_submitted.map(When::day),
                authorised,
                took,
            }
        })
        .collect();
    dates.sort_by_key(|it| (it.held.unwrap_or(it.first_planned), it.thing));
    dates
}

/// The supervisions as a file for a spreadsheet, each with what its family is called.
pub fn supervisions_csv(supervisions: &[(String, SupervisionDates)]) -> String {
    let names = [
        "Family",
        "First planned",
        "Times rearranged",
        "Held",
        "Notes submitted",
        "Authorised",
        "Days to authorising",
        "Working days to authorising",
    ];
    let day = |day: Option<NaiveDate>| stamp(day.map(When::Day));
    let lines = supervisions.iter().map(|(family, it)| {
        [
            family.clone(),
            day(Some(it.first_planned)),
            it.rearranged.to_string(),
            day(it.held),
            day(it.notes_submitted),
            day(it.authorised),
            number(it.took.map(|(days, _)| days)),
            number(it.took.map(|(_, working)| working)),
        ]
    });
    table(names, lines)
}

/// Somebody's caseload beside one of the profile's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load<'a> {
    pub figure: &'a Figure,
    pub source: String,
    pub children: u32,
    /// The figure for the part of full time that this person works, rounded down.
    pub share: u32,
}

impl Load<'_> {
    /// Whether it is more than the figure.
    pub fn is_over(&self) -> bool {
        self.children > self.share
    }
}

/// A caseload beside each figure the profile has for the role (`domain.md` R20): where the guidance gives two,
/// both. `percent_of_full_time`: 100 for full time.
pub fn caseload<'a>(
    profile: &'a Profile,
    role: &'a str,
    children: u32,
    percent_of_full_time: u32,
) -> impl Iterator<Item = Load<'a>> {
    let figures = profile.caseload.iter().filter(move |figure| figure.of == role);
    figures.map(move |figure| Load {
        figure,
        source: profile.source_words(&figure.source),
        children,
        share: u32::try_from(u64::from(figure.number) * u64::from(percent_of_full_time) / 100)
            .unwrap_or(u32::MAX),
    })
}
