use std::time::Duration;

use leptos::prelude::*;

use super::showing::Showing;
use crate::services::clock::{BrowserClock, Clock as _, date_words, time_words};
use crate::services::family_pages::locked;

/// A plain clock over everything. Touched, it gives way to the neutral page, never to what it covers.
#[component]
pub fn Clock(showing: Showing) -> impl IntoView {
    let now = RwSignal::new(BrowserClock.now());
    let tick = move || {
        now.try_set(BrowserClock.now());
    };
    if let Ok(beat) = set_interval_with_handle(tick, Duration::from_secs(1)) {
        on_cleanup(move || beat.clear());
    }
    // Drawn anew when the minute changes, and not every second.
    let time = Memo::new(move |_| time_words(now.get()));
    let date = Memo::new(move |_| date_words(now.get()));
    view! {
        <main class="app-clock-face app-no-print" id="main">
            <h1 class="govuk-visually-hidden">{move || locked(showing.language.get()).clock}</h1>
            <button type="button" class="app-clock-face__button" lang="en-GB" on:click=move |_| showing.touch_clock()>
                <span class="app-clock-face__time">{time}</span>
                " "
                <span>{date}</span>
            </button>
        </main>
    }
}
