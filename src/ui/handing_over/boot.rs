//! A page that is loaded while a visit is on. The worker's app is not made here: not before the passphrase.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::browser::listening::Listening;
use crate::services::visit::marker::{BrowserMarker, Marker};
use crate::ui::app::App;
use crate::ui::handing_over::door::Door;
use crate::ui::parts;

/// How it stands with the part of the app that draws the family's pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetched {
    NotYet,
    Here,
    Failed,
}

/// The family's pages, and after the passphrase the worker's.
#[component]
pub fn VisitRoot() -> impl IntoView {
    let door = Door::default();
    let fetched = RwSignal::new(Fetched::NotYet);
    let fetch = move || {
        spawn_local(async move {
            let here = parts::fetch().await.is_ok();
            fetched.try_set(if here { Fetched::Here } else { Fetched::Failed });
        });
    };
    document().set_title("Workbook");
    fetch();
    // Another tab came back: this one has nothing to keep locked any more.
    let ended = Listening::to(&window(), "storage", move |_| {
        if !BrowserMarker.is_on() && !door.came_back.get_untracked() {
            let _cannot_be_refused = window().location().reload();
        }
    });
    let ended = StoredValue::new_local(Some(ended));
    on_cleanup(move || drop(ended.try_update_value(Option::take)));
    move || match (door.came_back.get(), fetched.get()) {
        (true, _) => view! { <App adopted=door.session /> }.into_any(),
        (false, Fetched::NotYet) => ().into_any(),
        (false, Fetched::Here) => parts::family_screen(door),
        (false, Fetched::Failed) => view! {
            <main class="govuk-width-container govuk-main-wrapper" id="main">
                <h1 class="govuk-heading-l">"This is locked"</h1>
                <button type="button" class="govuk-button" on:click=move |_| fetch()>"Try again"</button>
            </main>
        }
        .into_any(),
    }
}
