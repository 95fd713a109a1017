use leptos::prelude::*;

use crate::navigation::Route;

/// One step up. It names a place, because the browser's own Back may lead out of the app.
#[component]
pub fn BackLink(to: Route, #[prop(default = "Back".into(), into)] text: Signal<String>) -> impl IntoView {
    view! { <a href=to.to_hash() class="govuk-back-link">{move || text.get()}</a> }
}
