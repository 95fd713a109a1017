use leptos::prelude::*;

/// What is wrong with one field, in the same words as in the error summary.
#[component]
pub fn ErrorMessage(#[prop(into)] id: String, #[prop(into)] message: Signal<String>) -> impl IntoView {
    view! {
        <p id=id class="govuk-error-message">
            <span class="govuk-visually-hidden">"Error:"</span>
            " "
            {move || message.get()}
        </p>
    }
}
