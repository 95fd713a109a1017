//! The panels that are made as data: the rating, what is due next, what colleagues recorded, consent.

use leptos::prelude::*;

use super::link;
use crate::navigation::FamilyPage;
use crate::services::clock::moment_words;
use crate::services::leaf::Part;
use crate::services::overview;
use crate::ui::desk::Desk;
use crate::ui::pages::records::parts::part;
use crate::ui::pages::records::with_here;
use crate::workbook::fold::Workbook;

fn drawn(parts: Vec<Part>) -> Vec<AnyView> {
    parts.into_iter().map(part).collect()
}

/// Where the authority rates families.
pub(super) fn rating(desk: Desk, book: &Workbook) -> Option<AnyView> {
    let parts = with_here(desk, book, overview::rating).flatten()?;
    let inside = drawn(parts);
    Some(
        view! {
            <section class="app-panel" aria-labelledby="rating">
                <h2 class="govuk-heading-m app-panel__title" id="rating">"Rating"</h2>
                {inside}
            </section>
        }
        .into_any(),
    )
}

pub(super) fn due_next(desk: Desk, book: &Workbook) -> Option<AnyView> {
    let shown = with_here(desk, book, overview::due_next)?;
    let inside = drawn(vec![shown]);
    Some(
        view! {
            <section class="app-panel" aria-labelledby="due-next">
                <h2 class="govuk-heading-m app-panel__title" id="due-next">"Due next"</h2>
                {inside}
            </section>
        }
        .into_any(),
    )
}

pub(super) fn since(desk: Desk, book: &Workbook) -> Option<AnyView> {
    let rows = with_here(desk, book, overview::since_last_here)?;
    let heading = Part::Heading("Since you were last here".to_owned());
    (!rows.is_empty()).then(|| drawn(vec![heading, Part::List(rows)]).into_any())
}

pub(super) fn consent(desk: Desk, book: &Workbook) -> Option<AnyView> {
    let row = with_here(desk, book, overview::consent)?;
    Some(drawn(vec![Part::List(vec![row])]).into_any())
}

/// When the family was last put in a file.
pub(super) fn in_file(book: &Workbook, desk: Desk) -> AnyView {
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
