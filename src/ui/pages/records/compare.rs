//! What a form shows beside its boxes: what was said before, and versions to choose between.

use leptos::prelude::*;

use super::parts;
use crate::services::leaf::Part;
use crate::services::sheet::Side;

/// What was said elsewhere, drawn as a page of records draws it.
pub(super) fn told(summary: String, said: Vec<(String, String)>) -> AnyView {
    let thing = |(name, words)| [Part::Subheading(name), Part::Words(words)];
    parts::part(Part::Details { summary, parts: said.into_iter().flat_map(thing).collect() })
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
