use leptos::prelude::*;

/// A column's heading.
#[derive(Debug, Clone)]
pub struct Column {
    pub heading: String,
    pub numeric: bool,
}

impl Column {
    pub fn new(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numeric: false }
    }

    pub fn numeric(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numeric: true }
    }
}

/// A table with a caption, in a pane of its own that scrolls sideways when the screen is narrow, so that
/// the page never does. Its children are [`TableRow`]s.
#[component]
pub fn Table(
    #[prop(into)] caption: Signal<String>,
    columns: Vec<Column>,
    children: Children,
) -> impl IntoView {
    let heading = |column: Column| {
        let class = match column.numeric {
            true => "govuk-table__header govuk-table__header--numeric",
            false => "govuk-table__header",
        };
        view! { <th scope="col" class=class>{column.heading}</th> }
    };
    view! {
        <ScrollPane label=caption>
            <table class="govuk-table">
                <caption class="govuk-table__caption govuk-table__caption--m">
                    {move || caption.get()}
                </caption>
                <thead class="govuk-table__head">
                    <tr class="govuk-table__row">{columns.into_iter().map(heading).collect_view()}</tr>
                </thead>
                <tbody class="govuk-table__body">{children()}</tbody>
            </table>
        </ScrollPane>
    }
}

/// A part of the page that may scroll by itself. Tab reaches it, so that arrow keys can scroll it.
#[component]
pub fn ScrollPane(#[prop(into)] label: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <div class="app-pane" role="region" aria-label=move || label.get() tabindex="0">
            {children()}
        </div>
    }
}

/// A row: its heading first (usually the link), then [`TableCell`]s.
#[component]
pub fn TableRow(#[prop(into)] heading: ViewFnOnce, children: Children) -> impl IntoView {
    view! {
        <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
                {heading.run()}
            </th>
            {children()}
        </tr>
    }
}

#[component]
pub fn TableCell(#[prop(optional)] numeric: bool, children: Children) -> impl IntoView {
    let class = if numeric { "govuk-table__cell govuk-table__cell--numeric" } else { "govuk-table__cell" };
    view! { <td class=class>{children()}</td> }
}
