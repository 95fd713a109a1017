//! The family's pages. They see a `FamilyView` and nothing larger, and nothing here can open a store: the one way out
//! is the passphrase page, which only passes on what was typed (`architecture.md`, invariant 4; `ux.md` 3).
//!
//! What stands on a page is data, made in `services::family_pages`. Here every kind of part is drawn, once.

mod asking;
mod bar;
mod cards;
mod clock;
mod going;
mod locked;
mod look;
mod look_of_it;
mod page;
mod parts;
mod pictures;
mod questions;
mod reading;
mod saving;
mod saying;
pub mod showing;
mod staff;
mod watching;
mod words;

use leptos::prelude::*;

use crate::navigation::FamilyPlace;
use crate::services::visit::lock::Screen;
use clock::Clock;
use locked::Locked;
use showing::Showing;
use staff::Staff;

/// Everything on the screen while the device is the family's.
#[component]
pub fn FamilyScreen(showing: Showing) -> impl IntoView {
    look_of_it::put_on();
    let covered = Memo::new(move |_| showing.screen.get() == Screen::Clock);
    // Nothing else ever comes onto paper, however somebody prints.
    let keepsake = Memo::new(move |_| showing.screen.get() == Screen::Family(FamilyPlace::Keep));
    let inside = move || match showing.screen.get() {
        Screen::Family(place) => page::page(showing, place),
        Screen::Locked => view! { <Locked showing /> }.into_any(),
        Screen::Staff => view! { <Staff showing /> }.into_any(),
        Screen::Clock => ().into_any(),
    };
    view! {
        <div
            class="app-family"
            class=("app-no-print", move || !keepsake.get())
            inert=covered
            aria-hidden=move || covered.get().then_some("true")
        >
            {inside}
        </div>
        {move || covered.get().then(|| view! { <Clock showing /> })}
    }
}
