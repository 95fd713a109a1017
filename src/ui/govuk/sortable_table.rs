use std::cmp::Ordering;

use leptos::prelude::*;

use crate::ui::govuk::table::ScrollPane;

/// What a cell is sorted by, which need not be what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum SortBy {
    Words(String),
    Number(f64),
    /// After everything else, whichever way it is sorted.
    Nothing,
}

/// A cell: what it is sorted by and what it shows.
#[derive(Clone)]
pub struct SortCell {
    pub by: SortBy,
    pub show: ViewFn,
}

impl SortCell {
    /// Shows these words and is sorted by them.
    pub fn words(words: impl Into<String>) -> Self {
        let words = words.into();
        let shown = words.clone();
        Self { by: SortBy::Words(words.to_lowercase()), show: ViewFn::from(move || shown.clone()) }
    }

    pub fn new(by: SortBy, show: impl Into<ViewFn>) -> Self {
        Self { by, show: show.into() }
    }
}

/// A row. `key` is a stable id; the first cell is the row's heading.
#[derive(Clone)]
pub struct SortRow {
    pub key: String,
    pub cells: Vec<SortCell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

impl Direction {
    fn word(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }
}

/// A table that people can put in order by any column (MoJ sortable table). The rows are sorted, not the
/// elements. It starts in the order in which the rows come.
#[component]
pub fn SortableTable(
    #[prop(into)] caption: Signal<String>,
    columns: Vec<&'static str>,
    #[prop(into)] rows: Signal<Vec<SortRow>>,
) -> impl IntoView {
    let sorted_by = RwSignal::new(None::<(usize, Direction)>);
    let names = columns.clone();
    let status = move || match sorted_by.get() {
        None => String::new(),
        Some((column, direction)) => {
            let name = names.get(column).copied().unwrap_or_default();
            format!("Sort by {name} ({})", direction.word())
        }
    };
    let headings: Vec<AnyView> =
        columns.into_iter().enumerate().map(|(place, name)| heading(place, name, sorted_by)).collect();
    let in_order = Signal::derive(move || {
        let mut rows = rows.get();
        if let Some((column, direction)) = sorted_by.get() {
            sort(&mut rows, column, direction);
        }
        rows
    });
    view! {
        <ScrollPane label=caption>
            <table class="govuk-table">
                <caption class="govuk-table__caption govuk-table__caption--m">
                    {move || caption.get()}
                    <span class="govuk-visually-hidden">" (column headers with buttons are sortable)."</span>
                </caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">{headings}</tr>
                </thead>
                <tbody class="govuk-table__body">
                    <For each=move || in_order.get() key=|row| row.key.clone() children=row_view />
                </tbody>
            </table>
        </ScrollPane>
        <div aria-live="polite" role="status" aria-atomic="true" class="govuk-visually-hidden">
            {status}
        </div>
    }
}

fn heading(place: usize, name: &'static str, sorted_by: RwSignal<Option<(usize, Direction)>>) -> AnyView {
    let direction =
        move || sorted_by.get().filter(|(column, _)| *column == place).map(|(_, direction)| direction);
    let turn = move |_| {
        let next = match direction() {
            Some(Direction::Ascending) => Direction::Descending,
            Some(Direction::Descending) | None => Direction::Ascending,
        };
        sorted_by.set(Some((place, next)));
    };
    view! {
        <th
            scope="col"
            class="govuk-table__header"
            aria-sort=move || direction().map_or("none", Direction::word)
        >
            <button type="button" on:click=turn>
                {name}
                {move || arrow(direction())}
            </button>
        </th>
    }
    .into_any()
}

fn arrow(direction: Option<Direction>) -> AnyView {
    let paths: &[&str] = match direction {
        Some(Direction::Ascending) => &["M6.5625 15.5L11 6.63125L15.4375 15.5H6.5625Z"],
        Some(Direction::Descending) => &["M15.4375 7L11 15.8687L6.5625 7L15.4375 7Z"],
        None => &[
            "M8.1875 9.5L10.9609 3.95703L13.7344 9.5H8.1875Z",
            "M13.7344 12.0781L10.9609 17.6211L8.1875 12.0781H13.7344Z",
        ],
    };
    let paths = paths.iter().map(|path| view! { <path d=*path fill="currentColor" /> }).collect_view();
    view! {
        <svg width="22" height="22" focusable="false" aria-hidden="true" viewBox="0 0 22 22" fill="none">
            {paths}
        </svg>
    }
    .into_any()
}

fn row_view(row: SortRow) -> AnyView {
    let cells = row.cells.into_iter().enumerate().map(|(place, cell)| match place {
        0 => view! { <th scope="row" class="govuk-table__header">{cell.show.run()}</th> }.into_any(),
        _ => view! { <td class="govuk-table__cell">{cell.show.run()}</td> }.into_any(),
    });
    view! { <tr class="govuk-table__row">{cells.collect_view()}</tr> }.into_any()
}

/// Puts rows in order by one column. Rows that are equal there stay in the order they had.
fn sort(rows: &mut [SortRow], column: usize, direction: Direction) {
    rows.sort_by(|a, b| match (a.cells.get(column), b.cells.get(column)) {
        (Some(a), Some(b)) => compare(&a.by, &b.by, direction),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}

fn compare(a: &SortBy, b: &SortBy, direction: Direction) -> Ordering {
    let turned = |order: Ordering| match direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    match (a, b) {
        (SortBy::Nothing, SortBy::Nothing) => Ordering::Equal,
        (SortBy::Nothing, _) => Ordering::Greater,
        (_, SortBy::Nothing) => Ordering::Less,
        (SortBy::Number(a), SortBy::Number(b)) => turned(a.total_cmp(b)),
        (SortBy::Words(a), SortBy::Words(b)) => turned(a.cmp(b)),
        (SortBy::Number(_), SortBy::Words(_)) => turned(Ordering::Less),
        (SortBy::Words(_), SortBy::Number(_)) => turned(Ordering::Greater),
    }
}
