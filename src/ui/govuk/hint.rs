use leptos::prelude::*;

/// Help that stays on the page, beside the field that names it in `aria-describedby`.
#[component]
pub fn Hint(#[prop(into)] id: String, children: Children) -> impl IntoView {
    view! {
        <div id=id class="govuk-hint">
            {children()}
        </div>
    }
}
