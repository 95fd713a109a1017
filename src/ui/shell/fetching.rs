use leptos::prelude::*;

use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::Button;
use crate::ui::navigator::{Fetching as State, Navigator};

/// What is said while the wanted page waits for its part of the app, and when that did not come.
#[component]
pub fn Fetching(navigator: Navigator) -> impl IntoView {
    move || {
        match navigator.fetching.get() {
        State::No => ().into_any(),
        State::UnderWay => {
            view! { <p class="govuk-body" role="status">"Fetching the rest of the workbook…"</p> }.into_any()
        }
        State::Failed => view! {
            <Alert kind=AlertKind::Error title="The rest of the workbook could not be fetched" urgent=true>
                <p class="govuk-body">
                    "Nothing was lost, and nothing was changed on this device. Check the connection, then try again. If
                    that does not help, reload the page."
                </p>
                <Button on_press=move || navigator.try_again()>"Try again"</Button>
            </Alert>
        }
        .into_any(),
    }
    }
}
