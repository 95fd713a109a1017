use leptos::prelude::*;

use crate::ui::shell::Shell;

/// Where the words are: saved on this device, last backup. It is read when people come to it, and never
/// breaks in; what must be heard goes through [`Shell::speak`].
#[component]
pub fn StatusStrip(shell: Shell) -> impl IntoView {
    let status = shell.status;
    let sentences = move || {
        status
            .get()
            .sentences
            .into_iter()
            .map(|words| view! { <p class="app-status__item">{words}</p> })
            .collect_view()
    };
    let action = move || {
        status.get().action.map(|(words, place)| {
            view! { <a class="app-status__action govuk-link" href=place.to_hash()>{words}</a> }
        })
    };
    let strip = move || {
        status.with(|status| !status.sentences.is_empty()).then(|| {
            view! {
                <div class="app-status" class=("app-status--warning", move || status.get().warning)>
                    <div class="govuk-width-container app-status__inner">{sentences} {action}</div>
                </div>
            }
        })
    };
    view! {
        {strip}
        <div class="govuk-visually-hidden" role="status" aria-live="polite">
            {move || shell.spoken.get()}
        </div>
    }
}
