use leptos::prelude::*;

use crate::ui::focus;

/// The first stop of the Tab key: past the header, to the page itself. It never changes the address.
#[component]
pub fn SkipLink() -> impl IntoView {
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        if let Some(main) = document().get_element_by_id("main") {
            focus::for_now_with_class(&main, "govuk-skip-link-focused-element");
        }
    };
    view! { <a href="#main" class="govuk-skip-link" on:click=skip>"Skip to main content"</a> }
}
