use leptos::prelude::*;

use crate::navigation::Route;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::back_link::BackLink;
use crate::ui::govuk::error_summary::ErrorSummary;

/// The top of a page, in the order that people expect: the way back, what is wrong, the heading; and beside
/// the heading whatever belongs there, such as "Draft saved on this device 3:42pm".
#[component]
pub fn Page(
    #[prop(into)] heading: Signal<String>,
    #[prop(optional)] back: Option<Route>,
    #[prop(optional)] errors: Option<FormErrors>,
    /// What the heading belongs to, above it.
    #[prop(optional, into)]
    caption: MaybeProp<String>,
    #[prop(optional, into)] beside: Option<ViewFnOnce>,
    children: Children,
) -> impl IntoView {
    view! {
        {back.map(|to| view! { <BackLink to /> })}
        {errors.map(|errors| view! { <ErrorSummary errors /> })}
        <div class="app-title-row">
            <h1 class="govuk-heading-l">
                {move || caption.get().map(|caption| view! {
                    <span class="govuk-caption-l">{caption} " "</span>
                })}
                {move || heading.get()}
            </h1>
            {beside.map(|beside| beside.run())}
        </div>
        {children()}
    }
}
