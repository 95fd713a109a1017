use leptos::prelude::*;

use crate::ui::govuk::summary_list::RowAction;

/// A summary list, or anything else, under a heading with its own actions.
#[component]
pub fn SummaryCard(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] actions: Vec<RowAction>,
    /// One below the heading that the card stands under.
    #[prop(default = 2)]
    level: u8,
    children: Children,
) -> impl IntoView {
    let words = move || title.get();
    let heading = match level {
        3 => view! { <h3 class="govuk-summary-card__title">{words}</h3> }.into_any(),
        4 => view! { <h4 class="govuk-summary-card__title">{words}</h4> }.into_any(),
        _ => view! { <h2 class="govuk-summary-card__title">{words}</h2> }.into_any(),
    };
    let action = |action: RowAction| view! { <li class="govuk-summary-card__action">{action.link()}</li> };
    let actions = (!actions.is_empty()).then(|| {
        view! {
            <ul class="govuk-summary-card__actions">{actions.into_iter().map(action).collect_view()}</ul>
        }
    });
    view! {
        <div class="govuk-summary-card">
            <div class="govuk-summary-card__title-wrapper">
                {heading}
                {actions}
            </div>
            <div class="govuk-summary-card__content">{children()}</div>
        </div>
    }
}
