//! The family's pages. They see a `FamilyView` and nothing larger, and nothing here can open a store: the one way out
//! is the passphrase page, which only passes on what was typed (`architecture.md`, invariant 4; `ux.md` 3).

mod ask;
mod clock;
mod display;
mod frame;
mod locked;
mod page;
mod reading;
mod saying;
pub mod showing;
mod staff;
mod watching;

use leptos::prelude::*;

use crate::services::visit::lock::Screen;
use clock::Clock;
use locked::Locked;
use showing::Showing;
use staff::Staff;

/// Everything on the screen while the device is the family's.
#[component]
pub fn FamilyScreen(showing: Showing) -> impl IntoView {
    let covered = Memo::new(move |_| showing.screen.get() == Screen::Clock);
    let inside = move || match showing.screen.get() {
        Screen::Family(place) => page::page(showing, &place),
        Screen::Locked => view! { <Locked showing /> }.into_any(),
        Screen::Staff => view! { <Staff showing /> }.into_any(),
        Screen::Clock => ().into_any(),
    };
    view! {
        <div class="app-family" inert=covered aria-hidden=move || covered.get().then_some("true")>
            {inside}
        </div>
        {move || covered.get().then(|| view! { <Clock showing /> })}
    }
}
