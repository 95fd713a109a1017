//! A picture, with the same as a table behind it.

use leptos::prelude::*;

use super::parts::table;
use crate::pictures::{Scene, Table, svg};
use crate::services::leaf::Cell;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::table::ScrollPane;

/// A picture in a pane that scrolls by itself where the screen is narrow. Its words are written by [`svg`], which lets
/// nothing through that could be anything but words.
#[component]
pub fn Picture(scene: Scene, table: Table) -> impl IntoView {
    let caption = scene.title.clone();
    let class = if scene.height <= scene.width { "app-picture app-picture--wide" } else { "app-picture" };
    let words = |row: Vec<String>| row.into_iter().map(Cell::Words).collect();
    let Table { caption: named, columns, rows } = table;
    let behind = self::table(named, columns, rows.into_iter().map(words).collect());
    view! {
        <figure class=class>
            <ScrollPane label=format!("Picture: {caption}")>
                <div class="app-picture__drawing" inner_html=svg(&scene)></div>
            </ScrollPane>
            <figcaption class="govuk-body app-muted">{caption.clone()}</figcaption>
            <Details summary=format!("{caption}, as a table")>{behind}</Details>
        </figure>
    }
}
