use leptos::prelude::*;

use crate::navigation::{FamilyPage, Route};
use crate::services::new_family::Suspicion;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::interruption::Interruption;

/// The new family may be one that is here: two workbooks of one family would each hold half of it.
#[component]
pub(super) fn PerhapsHere(found: Vec<Suspicion>, sure: Callback<()>, go_back: Callback<()>) -> impl IntoView {
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Inverse on_press=sure>"Open a new workbook all the same"</Button>
            <Button kind=ButtonKind::Inverse on_press=go_back>"Go back to your answers"</Button>
        }
    };
    view! {
        <Interruption heading="This may already be in your families" actions>
            <p>"Two workbooks for one family would each hold half of it."</p>
            <ul class="govuk-list govuk-list--bullet">{found.into_iter().map(line).collect_view()}</ul>
        </Interruption>
    }
}

fn line(found: Suspicion) -> AnyView {
    let (family, label, why) = match found {
        Suspicion::SameLabel { family, label } => (family, label, "has the same name".to_owned()),
        Suspicion::SameChild { family, label, child } => {
            (family, label, format!("has a child called {child} with the same date of birth"))
        }
    };
    let href = Route::family(family, FamilyPage::Overview).to_hash();
    view! {
        <li>
            <a class="govuk-link govuk-link--inverse" href=href>{label}</a>
            {format!(" (Family {}) {why}", family.short())}
        </li>
    }
    .into_any()
}
