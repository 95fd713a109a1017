use leptos::prelude::*;

use super::showing::Showing;
use crate::ui::preferences::{Preferences, TextSize};

/// How large the words are, and how strong the colours: for this visit. The worker's own choices stay as they were.
#[component]
pub fn Display(showing: Showing) -> impl IntoView {
    let Showing { words, display: chosen, .. } = showing;
    let change = move |change: fn(&mut Preferences)| chosen.update(change);
    let button = move |label: &'static str, is: fn(&Preferences) -> bool, set: fn(&mut Preferences)| {
        view! {
            <button
                type="button"
                class="app-family__tool"
                aria-pressed=move || chosen.with(is).to_string()
                on:click=move |_| change(set)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="app-family__panel" role="group" aria-label=words.display>
            {button(words.usual, |it| it.text_size == TextSize::Usual, |it| it.text_size = TextSize::Usual)}
            {button(words.larger, |it| it.text_size == TextSize::Larger, |it| it.text_size = TextSize::Larger)}
            {button(words.largest, |it| it.text_size == TextSize::Large, |it| it.text_size = TextSize::Large)}
            {button(words.plain, |it| !it.high_contrast, |it| it.high_contrast = false)}
            {button(words.strong, |it| it.high_contrast, |it| it.high_contrast = true)}
        </div>
    }
}
