mod beginning;
mod panels;

use std::sync::Arc;

use leptos::prelude::*;

use beginning::{start_here, unread};

use crate::model::ids::FamilyId;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Route};
use crate::programme;
use crate::services::overview::{Recorded, Strength, recorded_lately, strengths};
use crate::ui::decisions::decisions;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::table::{Column, Table, TableCell, TableRow};
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::show::WaitingVisits;
use crate::workbook::fold::Workbook;

/// Where a family stands, strengths first.
#[component]
pub fn Overview(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    view! { <InFamily family page=move |book| page(desk, &book) /> }
}

fn page(desk: Desk, book: &Arc<Workbook>) -> AnyView {
    view! {
        {decisions(desk, book)}
        <WaitingVisits family=book.id />
        <h1 class="govuk-heading-l">"Overview"</h1>
        {unread(book)}
        {start_here(book)}
        <div class="app-panels">
            {going_well(book)} {panels::rating(desk, book)} {panels::due_next(desk, book)} {people(book, desk)}
        </div>
        {programme(book)}
        {panels::since(desk, book)}
        {lately(book, desk)}
        {panels::consent(desk, book)}
        {panels::in_file(book, desk)}
    }
    .into_any()
}

fn link(family: FamilyId, page: FamilyPage, words: impl Into<String>) -> AnyView {
    let href = Route::family(family, page).to_hash();
    view! { <a class="govuk-link" href=href>{words.into()}</a> }.into_any()
}

fn going_well(book: &Workbook) -> AnyView {
    let line = |strength: Strength| {
        let Strength { words, about, by, when } = strength;
        view! {
            <li>
                <span class="app-pre">{words}</span>
                " "
                <span class="app-muted">{format!("({about}; {by}, {when})")}</span>
            </li>
        }
    };
    let found = strengths(book, 3);
    let inside = match found.is_empty() {
        true => view! {
            <p class="govuk-body">
                "What is going well appears here as soon as an entry says so. Start with a strength."
            </p>
        }
        .into_any(),
        false => view! {
            <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
                {found.into_iter().map(line).collect_view()}
            </ul>
        }
        .into_any(),
    };
    view! {
        <section class="app-panel app-panel--strengths" aria-labelledby="going-well">
            <h2 class="govuk-heading-m app-panel__title" id="going-well">"What is going well"</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn people(book: &Workbook, desk: Desk) -> AnyView {
    let today = desk.today();
    let everyone = book.children().into_iter().chain(book.adults());
    let one = |(id, person): (_, &crate::model::person::Person)| {
        let age = person.age(today).map(|age| format!(", {age}")).unwrap_or_default();
        let out = if book.in_workflow(id) { "" } else { ", not in the workflow" };
        view! {
            <li>
                {link(book.id, FamilyPage::Person { person: id }, person.display_name())}
                <span class="app-muted">{format!("{age}{out}")}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <section class="app-panel" aria-labelledby="people">
            <h2 class="govuk-heading-m app-panel__title" id="people">"People"</h2>
            <ul class="govuk-list">{everyone.map(one).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn programme(book: &Workbook) -> AnyView {
    let subjects = book.subjects();
    let mut columns = vec![Column::new("Module")];
    columns.extend(subjects.iter().map(|subject| Column::new(book.subject_name(*subject))));
    let row = |module: &'static programme::definition::Module| {
        let status = |subject: &Subject| book.status(module.id, *subject).label();
        let cells: Vec<&str> = subjects.iter().map(status).collect();
        let cells = cells.into_iter().map(|status| view! { <TableCell>{status}</TableCell> }).collect_view();
        let heading = format!("{} {}", module.id.number(), module.short_title);
        view! { <TableRow heading=move || heading.clone()>{cells}</TableRow> }.into_any()
    };
    let rows: Vec<AnyView> = programme::MODULES.into_iter().map(row).collect();
    view! {
        <Table caption="Family Programme" columns=columns>
            {rows}
        </Table>
        <p class="govuk-body">
            {link(book.id, FamilyPage::Programme, "Go to the programme to read or add")}
        </p>
    }
    .into_any()
}

fn lately(book: &Workbook, desk: Desk) -> Option<AnyView> {
    let found = recorded_lately([book], 5);
    let today = desk.today();
    let row = move |recorded: Recorded| super::recorded_row(recorded, None, today);
    (!found.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Recorded lately"</h2>
            <ul class="app-rows">{found.into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}
