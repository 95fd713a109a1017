//! One file for each screen.

pub mod about;
pub mod accessibility;
pub mod carry;
pub mod documents;
pub mod due;
pub mod families;
pub mod help;
mod in_family;
pub mod keyboard;
pub mod manager;
pub mod modules;
pub mod mover;
pub mod new_family;
pub mod not_found;
pub mod overview;
pub mod people;
pub mod privacy;
pub mod private;
pub mod problem;
pub mod records;
pub mod search;
pub mod security;
pub mod settings;
pub mod show;
pub mod supervision;
pub mod unlock;
pub mod welcome;
pub mod writing;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::services::clock::moment_words;
use crate::services::overview::Recorded;

/// One thing that was recorded lately, in a list; `family` says whose where there are several.
fn recorded_row(recorded: Recorded, family: Option<String>, today: NaiveDate) -> AnyView {
    let href = recorded.route().to_hash();
    let Recorded { module, about, by, at, changed, .. } = recorded;
    let what = format!("Module {} for {about}", module.number());
    let done = if changed { "changed by" } else { "by" };
    view! {
        <li class="app-row">
            <div class="app-row__main">
                <a class="govuk-link" href=href>{what}</a>
                {family.map(|family| format!(", {family}"))}
            </div>
            <div class="app-row__aside app-muted">{format!("{done} {by}, {}", moment_words(at, today))}</div>
        </li>
    }
    .into_any()
}
