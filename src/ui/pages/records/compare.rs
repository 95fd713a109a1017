//! What a form shows beside its boxes: what was said before, and versions to choose between.

use leptos::prelude::*;

use crate::services::sheet::Side;
use crate::ui::govuk::details::Details;

/// What was said elsewhere, each thing under its name. Its headings stand under that of the form.
pub(super) fn told(summary: String, said: Vec<(String, String)>) -> AnyView {
    let thing = |(name, words): (String, String)| {
        view! {
            <h2 class="govuk-heading-s">{name}</h2>
            <p class="govuk-body app-pre">{words}</p>
        }
        .into_any()
    };
    let inside = said.into_iter().map(thing).collect::<Vec<_>>();
    view! { <Details summary=summary>{inside}</Details> }.into_any()
}

/// Versions side by side; one under the other on a phone.
pub(super) fn beside(sides: Vec<Side>) -> AnyView {
    let class = if sides.len() > 2 { "app-compare app-compare--three" } else { "app-compare" };
    let line = |line: String| view! { <p class="govuk-body app-pre">{line}</p> }.into_any();
    let side = |Side { title, by, lines }: Side| {
        view! {
            <div class="app-compare__column">
                <h2 class="govuk-heading-s app-compare__title">{title}</h2>
                <p class="app-compare__by">{by}</p>
                {lines.into_iter().map(line).collect::<Vec<_>>()}
            </div>
        }
        .into_any()
    };
    view! { <div class=class>{sides.into_iter().map(side).collect::<Vec<_>>()}</div> }.into_any()
}
