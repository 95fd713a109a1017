use leptos::prelude::*;

use super::showing::Showing;
use crate::services::family_pages;

/// The same page for whatever was asked of a locked device. It says nothing of what is locked.
#[component]
pub fn Locked(showing: Showing) -> impl IntoView {
    let words = move || family_pages::locked(showing.language.get());
    view! {
        <main class="app-family__main" id="main">
            <h1>{move || words().heading}</h1>
            <p>{move || words().nothing}</p>
            <StaffLink showing />
        </main>
    }
}

/// The way to the passphrase: the last thing on every page.
#[component]
pub fn StaffLink(showing: Showing) -> impl IntoView {
    view! {
        <p class="app-family__staff app-no-print">
            <button type="button" class="app-family__staff-link" on:click=move |_| showing.ask_staff()>
                {move || family_pages::locked(showing.language.get()).staff}
            </button>
        </p>
    }
}
