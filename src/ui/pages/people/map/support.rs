use std::sync::Arc;

use leptos::prelude::*;

use super::Chosen;
use crate::pictures::ecomap::{Support, Tie};
use crate::pictures::svg;
use crate::services::pictures::support_map::support_map;
use crate::ui::desk::use_desk;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::select::Select;
use crate::ui::govuk::table::{Column, ScrollPane, Table, TableCell, TableRow};
use crate::ui::pages::records::with_here;
use crate::workbook::fold::Workbook;

/// Who supports the family, and how that is: for the team, with whom the family looks at it.
pub(super) fn support(book: &Arc<Workbook>, chosen: Chosen) -> Option<AnyView> {
    let desk = use_desk();
    let known = untrack(|| chosen.ties.get());
    let supports = with_here(desk, book, |here| support_map(here, &known))?.supports;
    if supports.is_empty() {
        return None;
    }
    let asked = supports.into_iter().enumerate().map(|(place, it)| ask(place, it, chosen)).collect_view();
    let book = book.clone();
    let picture = move || {
        let ties = chosen.ties.get();
        let map = with_here(desk, &book, |here| support_map(here, &ties))?;
        let row = |row: Vec<String>| {
            let mut cells = row.into_iter();
            let first = cells.next().unwrap_or_default();
            let cells = cells.map(|it| view! { <TableCell>{it}</TableCell> }).collect_view();
            view! { <TableRow heading=move || view! { {first} }>{cells}</TableRow> }
        };
        let columns = map.table.columns.into_iter().map(Column::new).collect();
        let rows = map.table.rows.into_iter().map(row).collect_view();
        let drawing = svg(&map.scene);
        Some(view! {
            <Table caption=map.table.caption columns=columns>{rows}</Table>
            <div class="app-map__picture">
                <ScrollPane label="Picture of the support around the family">
                    <div class="app-map__drawing" inner_html=drawing></div>
                </ScrollPane>
            </div>
        })
    };
    let view = view! {
        <h2 class="govuk-heading-m">"Support around the family"</h2>
        <div class="app-no-print">
            <Details summary="Say how each support is">
                <p class="govuk-body">
                    "As the family says it, while you look at the picture together. It stays for this visit to the page. Nothing is recorded."
                </p>
                {asked}
            </Details>
        </div>
        <div class="app-map">{picture}</div>
    };
    Some(view.into_any())
}

fn ask(place: usize, support: Support, chosen: Chosen) -> AnyView {
    let now = if support.tie == Tie::NotSaid { "" } else { support.tie.label() };
    let value = RwSignal::new(now.to_owned());
    Effect::new(move |before: Option<()>| {
        let said = value.get();
        // What it begins with was said before.
        if before.is_none() {
            return;
        }
        let tie = Tie::ALL.into_iter().find(|it| it.label() == said).unwrap_or_default();
        chosen.ties.update(|all| {
            let _before = all.insert(support.key.clone(), tie);
        });
    });
    let said = Tie::ALL.into_iter().filter(|it| *it != Tie::NotSaid);
    let choices = said.map(|it| Choice::new(it.label(), it.label())).collect();
    view! { <Select id=format!("support-{place}") label=support.name choices=choices value=value /> }
        .into_any()
}
