use leptos::prelude::*;

use crate::navigation::Route;
use crate::ui::shell::page::Page;

/// An address that leads nowhere.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Page heading="Page not found">
            <p class="govuk-body">
                "There is no page at this address, or it is in a workbook that is not on this device."
            </p>
            <p class="govuk-body">"Nothing was lost. What was saved is where it was."</p>
            <p class="govuk-body">
                <a class="govuk-link" href=Route::Due.to_hash()>"Go to what is due"</a>
            </p>
        </Page>
    }
}
