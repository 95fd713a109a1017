use leptos::prelude::*;

use crate::ui::govuk::summary_list::RowAction;

/// A summary list, or anything else, under a heading with its own actions.
#[component]
pub fn SummaryCard(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] actions: Vec<RowAction>,
    children: Children,
) -> impl IntoView {
    let action = |action: RowAction| view! { <li class="govuk-summary-card__action">{action.link()}</li> };
    let actions = (!actions.is_empty()).then(|| {
        view! {
            <ul class="govuk-summary-card__actions">{actions.into_iter().map(action).collect_view()}</ul>
        }
    });
    view! {
        <div class="govuk-summary-card">
            <div class="govuk-summary-card__title-wrapper">
                <h2 class="govuk-summary-card__title">{move || title.get()}</h2>
                {actions}
            </div>
            <div class="govuk-summary-card__content">{children()}</div>
        </div>
    }
}
