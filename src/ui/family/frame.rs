use leptos::prelude::*;

use super::display::Display;
use super::locked::StaffLink;
use super::reading::Reading;
use super::showing::Showing;
use crate::navigation::VisitPlace;

/// The frame round every page of the family's: three controls and no more, the page, and last of all the staff's way.
#[component]
pub fn Frame(showing: Showing, reading: Reading, first: bool, children: Children) -> impl IntoView {
    let words = showing.words;
    let display = RwSignal::new(false);
    let read = move || if reading.at.get().is_some() { words.stop } else { words.read };
    view! {
        <header class="app-family__bar">
            <button type="button" class="app-family__tool" on:click=move |_| reading.toggle()>
                {read}
            </button>
            <button
                type="button"
                class="app-family__tool"
                aria-expanded=move || display.get().to_string()
                on:click=move |_| display.update(|open| *open = !*open)
            >
                {words.display}
            </button>
            <button type="button" class="app-family__tool app-family__tool--hide" on:click=move |_| showing.cover()>
                {words.hide}
            </button>
        </header>
        {move || display.get().then(|| view! { <Display showing /> })}
        {reading.controls(words)}
        <main class="app-family__main" id="main">
            {children()}
            {(!first).then(|| view! {
                <p class="app-family__way">
                    <button
                        type="button"
                        class="app-family__link"
                        on:click=move |_| showing.go(&VisitPlace::default())
                    >
                        {words.home}
                    </button>
                </p>
            })}
            <StaffLink showing />
        </main>
    }
}
