use leptos::prelude::*;

use crate::navigation::Route;

/// One step up. It names a place, because the browser's own Back may lead out of the app.
#[component]
pub fn BackLink(to: Route, #[prop(default = "Back".into(), into)] text: Signal<String>) -> impl IntoView {
    view! { <a href=to.to_hash() class="govuk-back-link">{move || text.get()}</a> }
}

/// One step up within a page that asks several things in turn.
#[component]
pub fn BackStep(#[prop(into)] on_press: Callback<()>) -> impl IntoView {
    // It is a link like every other Back, and leads to this very page should somebody open it elsewhere.
    let here = window().location().hash().unwrap_or_default();
    let back = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        on_press.run(());
    };
    view! { <a href=here class="govuk-back-link" on:click=back>"Back"</a> }
}
