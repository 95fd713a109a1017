use leptos::prelude::*;

use super::showing::Showing;

/// The same page for whatever was asked of a locked device. It says nothing of what is locked.
#[component]
pub fn Locked(showing: Showing) -> impl IntoView {
    view! {
        <main class="app-family__main" id="main">
            <h1 class="app-family__heading">"This is locked"</h1>
            <StaffLink showing />
        </main>
    }
}

/// The way to the passphrase: the last thing on every page.
#[component]
pub fn StaffLink(showing: Showing) -> impl IntoView {
    view! {
        <p class="app-family__staff">
            <button type="button" class="app-family__staff-link" on:click=move |_| showing.ask_staff()>
                {showing.words.staff}
            </button>
        </p>
    }
}
