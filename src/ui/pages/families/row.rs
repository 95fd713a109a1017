use chrono::{DateTime, Datelike, NaiveDate, Utc};
use leptos::prelude::*;

use crate::model::choices::Choice;
use crate::model::dates::day_words;
use crate::model::rating::Rag;
use crate::navigation::{FamilyPage, Route};
use crate::services::clock::moment_words;
use crate::services::families_list::{Columns, FamilyLine};
use crate::services::leaf::{Tag, Tone};
use crate::ui::govuk::sortable_table::{SortBy, SortCell, SortRow};
use crate::ui::pages::records::parts::tag;

/// The columns that the authority has a use for.
pub fn columns(used: Columns) -> Vec<&'static str> {
    let columns = [
        ("Family", true),
        ("Children", true),
        ("Agreed rating", used.rating),
        ("Next supervision", used.supervision),
        ("Next visit", used.visit),
        ("Last entry", true),
        ("In a file", true),
    ];
    columns.into_iter().filter(|(_, is_used)| *is_used).map(|(name, _)| name).collect()
}

/// A family's line.
pub fn row(line: FamilyLine, used: Columns, today: NaiveDate) -> SortRow {
    let key = line.family().to_string();
    let cells = match line {
        FamilyLine::CannotBeOpened(family) => {
            let words = format!("Family {}: cannot be opened", family.short());
            let shown = words.clone();
            let help = Route::Help.to_hash();
            let first = SortCell::new(SortBy::Words(words.to_lowercase()), move || {
                view! {
                    {shown.clone()}
                    " "
                    <a class="govuk-link" href=help.clone()>"Help"</a>
                }
            });
            let nothing = || SortCell::new(SortBy::Nothing, || "");
            let rest = columns(used).into_iter().skip(1).map(|_| nothing());
            std::iter::once(first).chain(rest).collect()
        }
        FamilyLine::Here { family, label, example, children, last_entry, in_file, work, .. } => {
            let href = Route::family(family, FamilyPage::Overview).to_hash();
            let by = SortBy::Words(label.to_lowercase());
            let first = SortCell::new(by, move || {
                let id = format!(" (Family {})", family.short());
                view! {
                    <a class="govuk-link" href=href.clone()>{label.clone()}</a>
                    <span class="app-muted">{id}</span>
                    {example.then_some(" Example")}
                    {work.closed.then_some(" Closed")}
                }
            });
            let cells = [
                Some(first),
                Some(SortCell::words(children.join(", "))),
                used.rating.then(|| rating(work.rating)),
                used.supervision.then(|| day(work.supervision, "None planned")),
                used.visit.then(|| day(work.visit, "None due")),
                Some(moment(last_entry, "No entries yet", today)),
                Some(moment(in_file, "Not yet", today)),
            ];
            cells.into_iter().flatten().collect()
        }
    };
    SortRow { key, cells }
}

fn rating(rating: Option<Rag>) -> SortCell {
    let Some(rating) = rating else { return SortCell::new(SortBy::Nothing, || "Not rated yet") };
    let (tone, rank) = match rating {
        Rag::Red => (Tone::Red, 1.0),
        Rag::Amber => (Tone::Amber, 2.0),
        Rag::Green => (Tone::Green, 3.0),
    };
    SortCell::new(SortBy::Number(rank), move || tag(Tag::new(rating.label(), tone)))
}

fn day(day: Option<NaiveDate>, none: &'static str) -> SortCell {
    match day {
        Some(day) => {
            let by = SortBy::Number(f64::from(day.num_days_from_ce()));
            SortCell::new(by, move || day_words(day))
        }
        None => SortCell::new(SortBy::Nothing, move || none),
    }
}

fn moment(at: Option<DateTime<Utc>>, never: &'static str, today: NaiveDate) -> SortCell {
    match at {
        Some(at) => SortCell::new(SortBy::Number(at.timestamp() as f64), move || moment_words(at, today)),
        None => SortCell::new(SortBy::Nothing, move || never),
    }
}
