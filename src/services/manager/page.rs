//! What the manager's page says.

use chrono::NaiveDate;

use crate::model::dates::{day_words, month_name};
use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::policy::clocks::due::State;
use crate::policy::clocks::when::When;
use crate::policy::clocks::why::moment;
use crate::policy::standards::{Standard, SupervisionDates, Tally, months};
use crate::services::leaf::{Cell, Part};
use crate::services::words::count;

use super::caseloads::loads;
use super::{Asked, Evidence, OfFamily, day_of};

/// Everything it says about what was asked for.
pub fn parts(evidence: &Evidence<'_>, asked: Asked) -> Vec<Part> {
    let families = evidence.chosen(asked);
    let mut parts = vec![Part::Aside(format!("By the rules of: {}.", evidence.profile.name))];
    if families.iter().any(|it| it.example) {
        parts.push(Part::Warning("This is the example family. Everybody in it is made up.".to_owned()));
    }
    if families.is_empty() {
        parts.push(Part::Words("Figures appear here once there is a family with dates.".to_owned()));
        return parts;
    }
    let shown = shown(&families, asked);
    parts.extend(standing(&shown));
    parts.extend(by_month(&shown));
    parts.extend(supervision(&families, asked));
    parts.extend(caseload(evidence, &families, asked));
    parts
}

/// How it stands in one line: "12 met, 2 missed, 0 past a target, 5 open".
pub fn summary(evidence: &Evidence<'_>, asked: Asked) -> String {
    let families = evidence.chosen(asked);
    let shown = shown(&families, asked);
    let of = |is: fn(State) -> bool| of_state(&shown, is).len();
    format!(
        "{} met, {} missed, {} past a target, {} open",
        of(|it| it == State::Met),
        of(is_missed),
        of(|it| it == State::ExceededSoftTarget),
        of(|it| it == State::Open)
    )
}

fn shown<'a>(families: &[&'a OfFamily], asked: Asked) -> Vec<(&'a OfFamily, &'a Standard)> {
    let all = families.iter().flat_map(|family| family.standards.iter().map(move |it| (*family, it)));
    all.filter(|(_, standard)| asked.covers(standard.due.map(When::day))).collect()
}

fn is_missed(state: State) -> bool {
    matches!(state, State::Missed | State::NotSubmitted)
}

fn of_state<'a>(
    shown: &[(&'a OfFamily, &'a Standard)],
    is: fn(State) -> bool,
) -> Vec<(&'a OfFamily, &'a Standard)> {
    shown.iter().copied().filter(|(_, standard)| is(standard.state)).collect()
}

/// What was missed in full view; what was met and what is open behind a click.
fn standing(shown: &[(&OfFamily, &Standard)]) -> Vec<Part> {
    let missed = of_state(shown, is_missed);
    let past = of_state(shown, |it| it == State::ExceededSoftTarget);
    let met = of_state(shown, |it| it == State::Met);
    let open = of_state(shown, |it| it == State::Open);
    let mut parts = vec![Part::Heading("Standards".to_owned())];
    match missed.is_empty() {
        true => parts.push(Part::Words("No standard was missed.".to_owned())),
        false => parts.extend(tables("missed", &missed)),
    }
    let behind = [
        ("Past a target that is no limit", "past the target", past),
        ("Met", "met", met),
        ("Open", "open", open),
    ];
    for (name, how, own) in behind {
        if !own.is_empty() {
            let summary = format!("{name} ({})", own.len());
            parts.push(Part::Details { summary, parts: tables(how, &own) });
        }
    }
    parts
}

/// A table for each rule, with its words and where they stand under it.
fn tables(how: &str, standards: &[(&OfFamily, &Standard)]) -> Vec<Part> {
    let mut rules: Vec<(String, String)> = Vec::new();
    for (_, it) in standards {
        let own = (it.timescale.title().to_owned(), rule(it));
        if !rules.contains(&own) {
            rules.push(own);
        }
    }
    let own = |(title, words): &(String, String)| {
        let same = |it: &Standard| it.timescale.title() == title && rule(it) == *words;
        let rows = standards.iter().filter(|(_, it)| same(it)).map(|(family, it)| row(family, it));
        let rows: Vec<Vec<Cell>> = rows.collect();
        let columns = ["Family", "For whom", "Owed by", "Due", "Done", "Late", "How it is worked out"];
        let caption = format!("{title}: {how} ({})", rows.len());
        let columns = columns.map(str::to_owned).to_vec();
        [Part::Table { caption, columns, rows }, Part::Aside(words.clone())]
    };
    rules.iter().flat_map(own).collect()
}

fn row(family: &OfFamily, it: &Standard) -> Vec<Cell> {
    let to = Route::family(family.id, FamilyPage::leaf(Place::Dates));
    let owed =
        if it.worker.is_empty() { it.owed_by.clone() } else { format!("{}: {}", it.owed_by, it.worker) };
    let done = match (it.done, it.state) {
        (Some(done), _) => moment(done, true),
        (None, State::NotSubmitted) => "Not submitted".to_owned(),
        (None, _) => "Not yet".to_owned(),
    };
    vec![
        Cell::Link(family.label.clone(), "(what is due)".to_owned(), to),
        Cell::Words(it.whom.clone()),
        Cell::Words(owed),
        Cell::Words(it.due.map_or("No date given".to_owned(), |due| moment(due, true))),
        Cell::Words(done),
        Cell::Words(late(it)),
        Cell::Words(it.sum.clone()),
    ]
}

/// "5 days (3 working days)".
fn late(standard: &Standard) -> String {
    let Some((days, working)) = standard.days_late.zip(standard.working_days_late) else {
        return String::new();
    };
    let lines = match days {
        0 => "Less than a day".to_owned(),
        _ => format!(
            "{} ({})",
            count(days as usize, "day", "days"),
            count(working as usize, "working day", "working days")
        ),
    };
    match standard.in_time_by_another_reading {
        true => format!("{lines}\nIn time by another reading"),
        false => lines,
    }
}

/// The rule, where it stands, and whose it is: "Summaries are … West Sussex …, section 10. West Sussex, version 1".
fn rule(standard: &Standard) -> String {
    let lines = [&standard.rule, &standard.source, &standard.judged_by];
    let lines = lines.into_iter().map(|line| line.trim_end_matches('.')).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}.")).collect::<Vec<_>>().join(" ")
}

fn by_month(shown: &[(&OfFamily, &Standard)]) -> Vec<Part> {
    let all: Vec<Standard> = shown.iter().map(|(_, standard)| (*standard).clone()).collect();
    let columns =
        ["Standard", "Month", "Met", "Missed", "Not submitted", "Past its target", "Open", "Met of all"];
    let mut months = months(&all);
    months.reverse();
    let rows: Vec<Vec<Cell>> = months
        .iter()
        .map(|it| {
            let Tally { met, missed, not_submitted, past_target, open } = it.tally;
            let percent = it.tally.percent_met().map_or("None due yet".to_owned(), |it| format!("{it}%"));
            let numbers =
                [met, missed, not_submitted, past_target, open].map(|it| Cell::Words(it.to_string()));
            let mut row = vec![
                Cell::Words(it.timescale.title().to_owned()),
                Cell::Words(format!("{} {}", month_name(it.month), it.year)),
            ];
            row.extend(numbers);
            row.push(Cell::Words(percent));
            row
        })
        .collect();
    let caption = "By the month in which each was due, newest first".to_owned();
    let table = Part::Table { caption, columns: columns.map(str::to_owned).to_vec(), rows };
    match all.is_empty() {
        true => Vec::new(),
        false => vec![Part::Heading("Figures for each month".to_owned()), table],
    }
}

fn supervision(families: &[&OfFamily], asked: Asked) -> Vec<Part> {
    let columns = ["Family", "First planned", "Held", "Notes with the manager", "Authorised", "Took"];
    let mut found: Vec<(&OfFamily, &SupervisionDates)> = families
        .iter()
        .flat_map(|family| family.supervisions.iter().map(move |it| (*family, it)))
        .filter(|(_, it)| asked.covers(Some(day_of(it))))
        .collect();
    found.sort_by_key(|(_, it)| std::cmp::Reverse(day_of(it)));
    let day = |day: Option<NaiveDate>| Cell::Words(day.map_or("Not yet".to_owned(), day_words));
    let row = |(family, it): &(&OfFamily, &SupervisionDates)| {
        let moved = match it.rearranged {
            0 => String::new(),
            times => format!("\nRearranged {}", count(times, "time", "times")),
        };
        let took = it.took.map(|(days, working)| {
            format!(
                "{} ({})",
                count(days as usize, "day", "days"),
                count(working as usize, "working day", "working days")
            )
        });
        let to = Route::family(family.id, FamilyPage::leaf(Place::Dates));
        vec![
            Cell::Link(family.label.clone(), format!("of {}", day_words(day_of(it))), to),
            Cell::Words(format!("{}{moved}", day_words(it.first_planned))),
            day(it.held),
            day(it.notes_submitted),
            day(it.authorised),
            Cell::Words(took.unwrap_or_default()),
        ]
    };
    let heading = Part::Heading("Supervision held and authorised".to_owned());
    match found.is_empty() {
        true => vec![heading, Part::Words("Supervisions appear here once one is planned.".to_owned())],
        false => {
            let rows = found.iter().map(row).collect();
            let caption = "When each was held and authorised, newest first".to_owned();
            vec![heading, Part::Table { caption, columns: columns.map(str::to_owned).to_vec(), rows }]
        }
    }
}

/// Today's, whatever month is asked for; not of one family alone, which says nothing about a caseload.
fn caseload(evidence: &Evidence<'_>, families: &[&OfFamily], asked: Asked) -> Vec<Part> {
    if asked.family.is_some() {
        return Vec::new();
    }
    let columns = ["Worker", "Role", "Families", "Children", "Beside the guidance"];
    let row = |load: super::caseloads::Load| {
        let figures = match load.figures.is_empty() {
            true => "The guidance gives no figure".to_owned(),
            false => load.figures.join("\n"),
        };
        let numbers = [load.families, load.children].map(|it| Cell::Words(it.to_string()));
        let [families, children] = numbers;
        vec![Cell::Words(load.name), Cell::Words(load.role), families, children, Cell::Words(figures)]
    };
    let rows: Vec<Vec<Cell>> = loads(families, evidence.profile).into_iter().map(row).collect();
    let mut parts = vec![Part::Heading("Caseloads".to_owned())];
    match rows.is_empty() {
        true => parts.push(Part::Words("Workers appear here once a family is allocated.".to_owned())),
        false => {
            let caption = format!("On {}, in the families of this store", day_words(evidence.today));
            parts.push(Part::Table { caption, columns: columns.map(str::to_owned).to_vec(), rows });
            parts.push(Part::Aside(
                "Figures are for full-time workers: for somebody who works part of the week they are lower. Families \
                 that are in another store are not counted."
                    .to_owned(),
            ));
        }
    }
    parts
}
