use std::sync::Arc;

use leptos::prelude::*;

use super::offered::Offered;
use super::parts;
use super::with_here;
use crate::model::ids::FamilyId;
use crate::navigation::Leaf as Place;
use crate::services::leaf::Leaf;
use crate::services::leaves;
use crate::services::leaves::offers::offer;
use crate::ui::desk::use_desk;
use crate::ui::govuk::back_link::BackLink;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
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
    match made {
        Some(leaf) if place.stands_apart() => off_paper(drawn(leaf)),
        Some(leaf) => {
            let (family, of) = (book.id, of.map(str::to_owned));
            let offered =
                offer(place).map(move |offer| view! { <Offered offer family place of=of.clone() /> });
            view! { {drawn(leaf)} {offered} }.into_any()
        }
        None => view! { <NotFound /> }.into_any(),
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
