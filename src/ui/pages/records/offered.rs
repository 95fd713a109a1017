use leptos::prelude::*;

use super::with_here;
use crate::model::ids::FamilyId;
use crate::navigation::Leaf as Place;
use crate::services::here::Here;
use crate::services::leaves::offers::Offer;
use crate::ui::desk::use_desk;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::save_file::SaveFile;

/// What a page offers to take away as a file, where there is something to put into it.
#[component]
pub fn Offered(offer: Offer, family: FamilyId, place: Place, of: Option<String>) -> impl IntoView {
    let desk = use_desk();
    let make = move || {
        let book = untrack(|| desk.workbook(family))?;
        with_here(desk, &book, |here: &Here<'_>| offer.file(place, of.as_deref(), here)).flatten()
    };
    let said = match offer.warns {
        true => view! { <WarningText>{offer.says}</WarningText> }.into_any(),
        false => view! { <p class="govuk-body">{offer.says}</p> }.into_any(),
    };
    make().is_some().then(|| {
        view! {
            <div class="app-no-print">
                <h2 class="govuk-heading-m">{offer.heading}</h2>
                {said}
                <SaveFile label=offer.label media_type=offer.media_type file=move |()| make() />
            </div>
        }
    })
}
