use leptos::prelude::*;

use super::words::OnPage;
use crate::navigation::FamilyPlace;
use crate::services::family_pages::Frame;

/// The bar over every page of the family's: three controls and no more.
#[component]
pub fn Bar(on: OnPage, frame: Frame) -> impl IntoView {
    let (reading, showing) = (on.reading, on.asking.showing);
    let Frame { controls, read_to_me, stop, words_and_colours, hide, .. } = frame;
    let reads = Memo::new(move |_| reading.at.get().is_some());
    view! {
        <header class="app-family__bar app-cluster app-no-print" aria-label=controls>
            <button type="button" class="app-family__tool" on:click=move |_| reading.toggle()>
                {move || if reads.get() { stop.clone() } else { read_to_me.clone() }}
            </button>
            <a
                class="app-family__tool"
                href=FamilyPlace::Look.to_hash()
                on:click=showing.leads(FamilyPlace::Look, None)
            >
                {words_and_colours}
            </a>
            <button type="button" class="app-family__tool app-family__tool--hide" on:click=move |_| showing.cover()>
                {hide}
            </button>
        </header>
    }
}
