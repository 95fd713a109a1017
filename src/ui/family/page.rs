//! A page of the family's, from its parts.

use leptos::prelude::*;

use super::asking::Asking;
use super::bar::Bar;
use super::locked::{Locked, StaffLink};
use super::reading::Reading;
use super::showing::Showing;
use super::words::OnPage;
use crate::navigation::FamilyPlace;
use crate::services::family_pages::{self, FamilyPage};

/// The page at a place. It is drawn anew when somebody else answers, something was saved, or the language changes.
pub fn page(showing: Showing, place: FamilyPlace) -> AnyView {
    let asking = Asking::begin(showing, place);
    let shown = move || {
        showing.language.track();
        showing.who.track();
        asking.became.track();
        match asking.page(asking.chosen.get_untracked()) {
            Some(page) => drawn(asking, page),
            None => view! { <Locked showing /> }.into_any(),
        }
    };
    shown.into_any()
}

fn drawn(asking: Asking, page: FamilyPage) -> AnyView {
    let showing = asking.showing;
    let reading = Reading::of(showing, page.language, page.spoken);
    let on = OnPage { asking, reading, language: page.language };
    let parts: Vec<AnyView> = page.parts.into_iter().map(|part| on.part(part)).collect();
    let frame = showing.with_view(family_pages::frame);
    // Another choice changes only what comes after it: whoever is choosing stays where they are.
    let rest = move || {
        let page = asking.page(asking.chosen.get())?;
        reading.changed(page.spoken);
        let follow: Vec<AnyView> = page.follow.into_iter().map(|part| on.part(part)).collect();
        let end: Vec<AnyView> = page.end.into_iter().map(|part| on.part(part)).collect();
        Some(view! {
            {follow}
            <div class="app-no-print">{end}</div>
        })
    };
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        asking.save();
    };
    view! {
        {frame.clone().map(|frame| view! { <Bar on frame /> })}
        <main class="app-family__main" id="main">
            {frame.map(|frame| reading.controls(frame))}
            <form novalidate on:submit=save>
                <h1>{on.inline(page.heading)}</h1>
                {parts}
                {rest}
            </form>
            <StaffLink showing />
        </main>
    }
    .into_any()
}
