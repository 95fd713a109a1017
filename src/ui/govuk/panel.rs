use leptos::prelude::*;

/// That a long piece of work is done. Its heading is the page's `h1`.
#[component]
pub fn Panel(#[prop(into)] heading: Signal<String>, children: Children) -> impl IntoView {
    view! {
        <div class="govuk-panel govuk-panel--confirmation">
            <h1 class="govuk-panel__title">{move || heading.get()}</h1>
            <div class="govuk-panel__body">{children()}</div>
        </div>
    }
}
