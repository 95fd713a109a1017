use std::sync::Arc;

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Route};
use crate::programme;
use crate::services::clock::moment_words;
use crate::services::overview::{Recorded, Strength, recorded_lately, strengths};
use crate::services::words::count;
use crate::ui::decisions::decisions;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::table::{Column, Table, TableCell, TableRow};
use crate::ui::pages::in_family::InFamily;
use crate::workbook::fold::Workbook;

/// Where a family stands, strengths first.
#[component]
pub fn Overview(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    view! { <InFamily family page=move |book| page(desk, &book) /> }
}

fn page(desk: Desk, book: &Arc<Workbook>) -> AnyView {
    view! {
        {decisions(book)}
        <h1 class="govuk-heading-l">"Overview"</h1>
        {unread(book)}
        {start_here(book)}
        <div class="app-panels">{going_well(book)} {people(book, desk)}</div>
        {programme(book)}
        {lately(book, desk)}
        {in_file(book, desk)}
    }
    .into_any()
}

fn link(family: FamilyId, page: FamilyPage, words: impl Into<String>) -> AnyView {
    let href = Route::family(family, page).to_hash();
    view! { <a class="govuk-link" href=href>{words.into()}</a> }.into_any()
}

/// What a newer version of the app recorded is kept and not shown: that must not look like nothing.
fn unread(book: &Workbook) -> Option<AnyView> {
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for unread in &book.unread {
        let words = unread.why.to_string();
        match reasons.iter_mut().find(|(own, _)| *own == words) {
            Some((_, number)) => *number += 1,
            None => reasons.push((words, 1)),
        }
    }
    let line = |(words, number): (String, usize)| {
        view! { <p class="govuk-body">{format!("{}. {words}", count(number, "record", "records"))}</p> }
    };
    (!reasons.is_empty()).then(|| {
        view! {
            <Alert kind=AlertKind::Information title="Some of this workbook is not shown">
                {reasons.into_iter().map(line).collect_view()}
            </Alert>
        }
        .into_any()
    })
}

fn start_here(book: &Workbook) -> Option<AnyView> {
    book.entries.all().next().is_none().then(|| {
        view! {
            <div class="app-continue">
                <h2 class="govuk-heading-m">"Start here"</h2>
                <ul class="govuk-list">
                    <li>{link(book.id, FamilyPage::People, "People")}</li>
                    <li>{link(book.id, FamilyPage::Programme, programme::module(ModuleId::M1).title)}</li>
                </ul>
            </div>
        }
        .into_any()
    })
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

fn in_file(book: &Workbook, desk: Desk) -> AnyView {
    let at = desk.profile.get().and_then(|profile| profile.shared.get(&book.id).copied());
    let words = match at {
        Some(at) => format!("Last put in a file: {}.", moment_words(at, desk.today())),
        None => "This family has not been put in a file yet. It is on this device only.".to_owned(),
    };
    view! {
        <p class="govuk-body">{words} " " {link(book.id, FamilyPage::Share, "Share this family")}</p>
    }
    .into_any()
}
