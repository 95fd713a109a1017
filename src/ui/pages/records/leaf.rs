use std::sync::Arc;

use leptos::prelude::*;

use super::parts;
use super::with_here;
use crate::model::ids::FamilyId;
use crate::navigation::Leaf as Place;
use crate::services::here::Here;
use crate::services::leaf::Leaf;
use crate::services::leaves;
use crate::ui::desk::use_desk;
use crate::ui::govuk::back_link::BackLink;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::ui::save_file::SaveFile;
use crate::workbook::fold::Workbook;

/// A page that shows records of a family.
#[component]
pub fn LeafPage(family: FamilyId, leaf: Place, of: Option<String>) -> impl IntoView {
    view! { <InFamily family page=move |book| page(&book, leaf, of.as_deref()) /> }
}

fn page(book: &Arc<Workbook>, place: Place, of: Option<&str>) -> AnyView {
    let desk = use_desk();
    let made = with_here(desk, book, |here| leaves::leaf(place, of, here)).flatten();
    // The records themselves, with their chain, are not in the workbook that a page is made from.
    let made = match place {
        Place::History => {
            let broken = desk.session().and_then(|session| session.broken_links(book.id));
            made.map(|leaf| leaves::history::checked(leaf, broken))
        }
        _ => made,
    };
    match (made, place) {
        (Some(leaf), Place::History) => view! { {drawn(leaf)} <HistoryFile family=book.id /> }.into_any(),
        (Some(leaf), _) if place.stands_apart() => off_paper(drawn(leaf)),
        (Some(leaf), _) => drawn(leaf),
        (None, _) => view! { <NotFound /> }.into_any(),
    }
}

/// The whole history as a file for a spreadsheet.
#[component]
fn HistoryFile(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    let make = move |()| {
        let book = untrack(|| desk.workbook(family))?;
        let file = |here: &Here<'_>| (leaves::history::table_name(here), leaves::history::table(here));
        with_here(desk, &book, file)
    };
    view! {
        <h2 class="govuk-heading-m">"A file for a spreadsheet"</h2>
        <WarningText>{leaves::history::NOT_ENCRYPTED}</WarningText>
        <SaveFile label="Save the whole history" media_type="text/csv" file=make />
    }
}

/// A page that is never printed.
pub(super) fn off_paper(page: AnyView) -> AnyView {
    view! {
        <div class="app-no-print">{page}</div>
        <p class="app-print-only">"This page is not printed."</p>
    }
    .into_any()
}

/// The whole page.
pub fn drawn(leaf: Leaf) -> AnyView {
    let Leaf { heading, caption, back, parts } = leaf;
    view! {
        {back.map(|to| view! { <BackLink to /> })}
        <h1 class="govuk-heading-l">
            {caption.map(|caption| view! { <span class="govuk-caption-l">{caption} " "</span> })}
            {heading}
        </h1>
        {parts::page(parts)}
    }
    .into_any()
}
