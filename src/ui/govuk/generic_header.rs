use leptos::prelude::*;

/// Whose app this is, and what is always at hand (lock, help). The organisation's name leads home.
#[component]
pub fn GenericHeader(
    #[prop(into)] organisation: Signal<String>,
    #[prop(into)] home: String,
    /// `<li>` elements with class `app-header__item`.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="govuk-generic-header">
            <div class="govuk-generic-header__container govuk-width-container app-header__inner">
                <div class="govuk-generic-header__logo">
                    <a href=home class="govuk-generic-header__homepage-link app-header__name">
                        {move || organisation.get()}
                    </a>
                </div>
                <ul class="app-header__tools">{children()}</ul>
            </div>
        </div>
    }
}
