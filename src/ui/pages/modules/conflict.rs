//! Two versions of one entry, made by people who did not know of each other's: shown side by side, and
//! decided by a person. Whatever is decided, both stay in the history.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::EntryId;
use crate::services::clock::{date_words, time_words};
use crate::services::entry_reading::{self, Told, keep, standing};
use crate::services::session::RecordError;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::radios::Radios;
use crate::workbook::fold::Workbook;

use super::entry_card::lines;
use super::{Here, NotRecorded};

const WRITE_NEW: &str = "new";
const CHOICE: &str = "decision";

/// The versions side by side; one under the other on a phone.
#[component]
pub(super) fn Versions(book: Arc<Workbook>, entry: EntryId) -> impl IntoView {
    let versions = standing(&book, entry);
    let class = if versions.len() > 2 { "app-compare app-compare--three" } else { "app-compare" };
    let column = |told: Told| {
        let says = match &told.entry {
            Some(entry) => lines(entry_reading::lines(&book, entry)),
            None => view! { <p class="govuk-body">"Marked as entered in error."</p> }.into_any(),
        };
        let reason = (!told.reason.is_empty()).then(
            || view! { <p class="app-compare__by app-entry__text">{format!("Why: {}", told.reason)}</p> },
        );
        view! {
            <div class="app-compare__column">
                <h3 class="govuk-heading-s app-compare__title">{format!("Version {}", told.number)}</h3>
                <p class="app-compare__by">
                    {format!("{}, {} {}", told.by.words(), date_words(told.recorded), time_words(told.recorded))}
                </p>
                {reason}
                {says}
            </div>
        }
    };
    view! { <div class=class>{versions.into_iter().map(column).collect_view()}</div> }
}

/// The decision.
#[component]
pub(super) fn Decide(here: Here, book: Arc<Workbook>, entry: EntryId) -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let failed = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let value = RwSignal::new(String::new());
    let versions = StoredValue::new(standing(&book, entry));
    let mut choices: Vec<Choice> = versions.with_value(|versions| {
        let choice = |told: &Told| {
            let hint = told.entry.is_none().then_some("The entry is then marked as entered in error");
            let choice = Choice::new(
                told.event.to_string(),
                format!("Keep version {}, by {}", told.number, told.by.name),
            );
            match hint {
                Some(hint) => choice.hint(hint),
                None => choice,
            }
        };
        versions.iter().map(choice).collect()
    });
    choices.push(
        Choice::new(WRITE_NEW, "Write a new one")
            .after_divider("or")
            .hint("It takes the place of both. Both stay in the history."),
    );
    let submit = move |()| {
        let chosen = value.get_untracked();
        if chosen == WRITE_NEW {
            desk.navigator.go(&here.entry(entry));
            return;
        }
        let chosen = chosen.parse().ok();
        let command = chosen.and_then(|chosen| versions.with_value(|versions| keep(entry, versions, chosen)));
        let Some(command) = command else {
            errors.report_one(CHOICE, "Choose which version stands");
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        errors.clear();
        spawn_local(async move {
            match desk.record(here.family, vec![command]).await {
                Ok(_) => {
                    desk.tell(Notice::new("Decided. Both versions are in the history of the entry."));
                    desk.navigator.replace(&here.module());
                }
                Err(RecordError::Refused(refusal)) => {
                    busy.try_set(false);
                    errors.report_one(CHOICE, format!("{refusal}. You can write a new version instead"));
                }
                Err(error) => {
                    busy.try_set(false);
                    failed.try_set(Some(error.to_string()));
                }
            }
        });
    };
    view! {
        <NotRecorded why=failed />
        <crate::ui::govuk::error_summary::ErrorSummary errors />
        <h2 class="govuk-heading-m">"Two versions stand beside each other"</h2>
        <p class="govuk-body">
            "Two people changed this entry without knowing of each other. Nothing is lost. Choose which version
            stands."
        </p>
        <Versions book=book entry />
        <Form errors on_submit=Callback::new(submit)>
            <Radios id=CHOICE legend="Which version stands?" size=Size::Small choices value />
            <Button busy>"Save decision"</Button>
        </Form>
    }
}
