//! My families: every family of this store, and finding one.

mod filters;
mod row;

use leptos::prelude::*;

use self::filters::{Boxes, Chips};
use crate::navigation::{NewFamilyStep, Route};
use crate::services::clock::Clock;
use crate::services::families_list::{Columns, FamilyLine, lines};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::button::{ButtonGroup, ButtonKind, ButtonLink};
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::sortable_table::SortableTable;
use crate::ui::looking_round::LookRound;
use crate::ui::shell::page::Page;

/// Every family of this store, and finding one. What is looked for stays in memory.
#[component]
pub fn Families() -> impl IntoView {
    let desk = use_desk();
    let all = Memo::new(move |_| {
        let profile = desk.profile.get();
        let now = desk.session().map(|session| session.clock().now()).unwrap_or_default();
        desk.families.with(|families| lines(families, profile.as_deref(), now))
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
    let boxes = Boxes::new();
    let today = desk.today();
    let rules = desk.profile.with_untracked(|profile| profile.as_ref().map(|profile| profile.history()));
    let columns = rules.map(|rules| Columns::of(rules.on(today)));
    let columns = columns.unwrap_or(Columns { rating: true, supervision: true, visit: true });
    let found = Memo::new(move |_| {
        let (words, filter) = (words.get(), boxes.filter());
        let keeps = |line: &FamilyLine| line.answers_to(&words) && filter.keeps(line, today);
        all.get().into_iter().filter(keeps).collect::<Vec<_>>()
    });
    let rows = Signal::derive(move || {
        found.get().into_iter().map(|line| row::row(line, columns, today)).collect::<Vec<_>>()
    });
    let showing = move || {
        let (shown, total) = (found.with(Vec::len), all.with(Vec::len));
        match shown {
            0 => "No families match. Remove a filter".to_owned(),
            shown => format!("Showing 1 to {shown} of {total}"),
        }
    };
    let nothing = Memo::new(move |_| found.with(Vec::is_empty));
    view! {
        {add()}
        <Input
            id="find-family"
            label="Find a family"
            hint="By what you call the family, a person’s name, or the four characters of its id"
            value=words
            options=InputOptions { width: "govuk-!-width-one-half", ..InputOptions::default() }
        />
        {filters::more(boxes, columns)}
        <p class="govuk-body" role="status">{showing}</p>
        <Chips words boxes />
        <div hidden=nothing>
            <SortableTable caption="Families in this store" columns=row::columns(columns) rows=rows />
        </div>
        <p class="govuk-body">
            <a class="govuk-link" href=Route::Manager.to_hash()>"Standards and caseloads of all families"</a>
        </p>
    }
}
