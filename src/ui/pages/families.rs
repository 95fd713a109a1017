use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::navigation::{FamilyPage, NewFamilyStep, Route};
use crate::services::clock::moment_words;
use crate::services::families_list::{FamilyLine, lines};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::button::{ButtonGroup, ButtonKind, ButtonLink};
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::sortable_table::{SortBy, SortCell, SortRow, SortableTable};
use crate::ui::looking_round::LookRound;
use crate::ui::shell::page::Page;

/// Every family of this store, and finding one. What is looked for stays in memory.
#[component]
pub fn Families() -> impl IntoView {
    let desk = use_desk();
    let all = Memo::new(move |_| {
        let profile = desk.profile.get();
        desk.families.with(|families| lines(families, profile.as_deref()))
    });
    let none = Memo::new(move |_| all.with(Vec::is_empty));
    view! {
        <Page heading="My families">
            {move || match none.get() {
                true => empty(),
                false => view! { <List desk all /> }.into_any(),
            }}
        </Page>
    }
}

fn empty() -> AnyView {
    view! {
        <p class="govuk-body">
            "Families appear here once you add one, or open a bundle that a colleague gave you."
        </p>
        <ButtonGroup>
            {add()}
            <ButtonLink href=Route::ShareOpen.to_hash() kind=ButtonKind::Secondary>"Open a bundle"</ButtonLink>
        </ButtonGroup>
        <LookRound />
    }
    .into_any()
}

fn add() -> AnyView {
    let href = Route::FamilyNew(NewFamilyStep::Label).to_hash();
    view! { <ButtonLink href=href>"Add a family"</ButtonLink> }.into_any()
}

#[component]
fn List(desk: Desk, all: Memo<Vec<FamilyLine>>) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let words = words.get();
        all.get().into_iter().filter(|line| line.answers_to(&words)).collect::<Vec<_>>()
    });
    let today = desk.today();
    let rows =
        Signal::derive(move || found.get().into_iter().map(|line| row(line, today)).collect::<Vec<_>>());
    let showing = move || {
        let (shown, total) = (found.with(Vec::len), all.with(Vec::len));
        match shown {
            0 => "No families match. Remove a filter".to_owned(),
            shown => format!("Showing 1 to {shown} of {total}"),
        }
    };
    let nothing = Memo::new(move |_| found.with(Vec::is_empty));
    let clear = move || {
        (!words.with(|words| words.trim().is_empty())).then(|| {
            view! {
                <p class="govuk-body">
                    <button type="button" class="app-link-button" on:click=move |_| words.set(String::new())>
                        "Clear the search"
                    </button>
                </p>
            }
        })
    };
    let columns = vec!["Family", "Children", "Adults", "Last entry", "In a file"];
    view! {
        {add()}
        <Input
            id="find-family"
            label="Find a family"
            hint="By what you call the family, a person’s name, or the four characters of its id"
            value=words
            options=InputOptions { width: "govuk-!-width-one-half", ..InputOptions::default() }
        />
        {clear}
        <p class="govuk-body" role="status">{showing}</p>
        <div hidden=nothing>
            <SortableTable caption="Families in this store" columns=columns rows=rows />
        </div>
    }
}

fn row(line: FamilyLine, today: NaiveDate) -> SortRow {
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
            vec![first, nothing(), nothing(), nothing(), nothing()]
        }
        FamilyLine::Here { family, label, example, children, adults, last_entry, in_file } => {
            let href = Route::family(family, FamilyPage::Overview).to_hash();
            let by = SortBy::Words(label.to_lowercase());
            let first = SortCell::new(by, move || {
                let id = format!(" (Family {})", family.short());
                view! {
                    <a class="govuk-link" href=href.clone()>{label.clone()}</a>
                    <span class="app-muted">{id}</span>
                    {example.then_some(" Example")}
                }
            });
            let names = |names: Vec<String>| SortCell::words(names.join(", "));
            vec![
                first,
                names(children),
                names(adults),
                moment(last_entry, "No entries yet", today),
                moment(in_file, "Not yet", today),
            ]
        }
    };
    SortRow { key, cells }
}

fn moment(at: Option<DateTime<Utc>>, never: &'static str, today: NaiveDate) -> SortCell {
    match at {
        Some(at) => SortCell::new(SortBy::Number(at.timestamp() as f64), move || moment_words(at, today)),
        None => SortCell::new(SortBy::Nothing, move || never),
    }
}
