//! The manager's page: standards, supervision dates, caseloads and figures over all families.

use leptos::prelude::*;

use crate::navigation::{Route, SettingsSection};
use crate::services::clock::Clock;
use crate::services::manager::{Asked, Evidence, File, NOT_ENCRYPTED, parts, summary};
use crate::services::session::FamilyState;
use crate::services::sheet::Answer;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::select::Select;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::records::parts::part;
use crate::ui::save_file::SaveFile;
use crate::ui::shell::page::Page;

/// What the records of all families show. What is chosen stays in memory.
#[component]
pub fn Manager() -> impl IntoView {
    let desk = use_desk();
    let family = RwSignal::new(String::new());
    let month = RwSignal::new(String::new());
    let asked = Signal::derive(move || Asked::read(&family.get(), &month.get()));
    let rules = Route::Settings(SettingsSection::Rules).to_hash();
    let shown = move || {
        let parts = gather(desk, |evidence| parts(evidence, asked.get())).unwrap_or_default();
        parts.into_iter().map(part).collect::<Vec<_>>()
    };
    let said = move || gather(desk, |evidence| summary(evidence, asked.get()));
    view! {
        <Page heading="Manager’s page">
            <p class="govuk-body">
                "Made for the manager of a team: which standards were met and which were missed, and the dates that
                show it. Everyone in the team may look. It reads what is recorded in this workbook store."
            </p>
            <p class="govuk-body">
                <a class="govuk-link" href=rules>"The rules that are followed"</a>
            </p>
            {move || filters(desk, family, month)}
            <p class="govuk-body" role="status">{said}</p>
            {shown}
            <Files desk asked />
        </Page>
    }
}

/// Reads the evidence as it stands; nothing when the store was locked meanwhile.
fn gather<T>(desk: Desk, read: impl FnOnce(&Evidence<'_>) -> T) -> Option<T> {
    let session = desk.session()?;
    let history = desk.profile.get()?.history();
    desk.families.with(|families| {
        let books = families.iter().filter_map(|state| match state {
            FamilyState::Open(book) => Some(&**book),
            FamilyState::CannotBeOpened(_) => None,
        });
        Some(read(&Evidence::gather(books, &history, session.clock().now())))
    })
}

fn filters(desk: Desk, family: RwSignal<String>, month: RwSignal<String>) -> Option<AnyView> {
    let (families, months) = gather(desk, |evidence| (evidence.families(), evidence.months()))?;
    let choices = |answers: Vec<Answer>| {
        answers.into_iter().map(|it| Choice::new(it.value, it.label)).collect::<Vec<_>>()
    };
    Some(
        view! {
            <Select
                id="manager-family"
                label="Family"
                hint="Leave it empty for all of them. The example family is counted only when you choose it."
                choices=choices(families)
                value=family
            />
            <Select
                id="manager-month"
                label="Month in which something was due"
                hint="Leave it empty for all of them"
                choices=choices(months)
                value=month
            />
        }
        .into_any(),
    )
}

#[component]
fn Files(desk: Desk, asked: Signal<Asked>) -> impl IntoView {
    let button = move |file: File| {
        let make = move |()| {
            untrack(|| gather(desk, |evidence| (file.name(evidence), file.text(evidence, asked.get()))))
        };
        view! { <SaveFile label=file.label() media_type="text/csv" file=make /> }.into_any()
    };
    view! {
        <h2 class="govuk-heading-m">"Files for a spreadsheet"</h2>
        <WarningText>{NOT_ENCRYPTED}</WarningText>
        {File::ALL.into_iter().map(button).collect::<Vec<_>>()}
    }
}
