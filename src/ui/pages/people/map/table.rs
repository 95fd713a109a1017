use std::sync::Arc;

use leptos::prelude::*;

use crate::navigation::{FamilyPage, Route};
use crate::services::pictures::family_map::{COLUMNS, FamilyMap, Tie};
use crate::ui::govuk::table::{Column, Table, TableCell, TableRow};
use crate::workbook::fold::Workbook;

/// How people are to each other, a row for each relationship.
pub(super) fn table(book: &Arc<Workbook>, map: &FamilyMap) -> AnyView {
    if map.ties.is_empty() {
        return view! { <p class="govuk-body">"No relationships are recorded yet."</p> }.into_any();
    }
    let family = book.id;
    let open = book.closed_on().is_none() && map.only_for.is_none();
    let row = |tie: &Tie| {
        let mut cells = tie.cells.clone().into_iter();
        let first = cells.next().unwrap_or_default();
        let words: Vec<&str> = tie.cells.iter().take(3).map(String::as_str).collect();
        let label = format!("Change or remove: {}", words.join(" "));
        let change = open.then(|| {
            let href = Route::family(family, FamilyPage::Relationships).to_hash();
            view! {
                <TableCell>
                    <a class="govuk-link app-no-print" href=href aria-label=label>"Change"</a>
                </TableCell>
            }
        });
        let cells = cells.map(|it| view! { <TableCell>{it}</TableCell> }).collect_view();
        view! { <TableRow heading=move || view! { {first} }>{cells} {change}</TableRow> }
    };
    let columns =
        COLUMNS.into_iter().map(Column::new).chain(open.then(|| Column::new("What can be done"))).collect();
    let rows = map.ties.iter().map(row).collect_view();
    view! { <Table caption=map.table().caption columns=columns>{rows}</Table> }.into_any()
}
