use leptos::prelude::*;

/// "This may be a mistake": one heading, a little text, one way on and one way back. No fields inside.
/// Its heading is the page's `h1`.
#[component]
pub fn Interruption(
    #[prop(into)] heading: Signal<String>,
    /// A `Button` of kind `Inverse`, then a link of class `govuk-link govuk-link--inverse`.
    #[prop(into)]
    actions: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="govuk-panel govuk-panel--interruption">
            <h1 class="govuk-panel__title">{move || heading.get()}</h1>
            <div class="govuk-panel__body">{children()}</div>
            <div class="govuk-panel__actions">
                <div class="govuk-button-group">{actions.run()}</div>
            </div>
        </div>
    }
}
