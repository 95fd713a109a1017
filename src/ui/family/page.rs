//! Draws a page of the family's from its parts.

use leptos::prelude::*;

use super::ask::AskForm;
use super::frame::Frame;
use super::locked::Locked;
use super::reading::Reading;
use super::showing::Showing;
use crate::navigation::VisitPlace;
use crate::services::visit::page::{Part, Picture, Way};

/// The page at a place; the neutral one where there is none.
pub fn page(showing: Showing, place: &VisitPlace) -> AnyView {
    let Some(page) = showing.page(place) else { return view! { <Locked showing /> }.into_any() };
    let reading = Reading::of(showing, page.sentences());
    // The heading is the first that is read.
    let mut next = 1;
    let mut parts = Vec::new();
    for part in page.parts {
        let place = next;
        if !matches!(part, Part::Turn { .. }) {
            next += 1;
        }
        parts.push(drawn(showing, reading, part, place));
    }
    let first = *place == VisitPlace::default();
    view! {
        <Frame showing reading first>
            <h1 class="app-family__heading" class:app-family__read=is_read(reading, 0)>{page.heading}</h1>
            {parts}
        </Frame>
    }
    .into_any()
}

fn is_read(reading: Reading, place: usize) -> impl Fn() -> bool {
    move || reading.at.get() == Some(place)
}

fn drawn(showing: Showing, reading: Reading, part: Part, place: usize) -> AnyView {
    let read = is_read(reading, place);
    match part {
        Part::Sentence(words) => {
            view! { <p class="app-family__sentence" class:app-family__read=read>{words}</p> }.into_any()
        }
        Part::Quote { words, by } => view! {
            <blockquote class="app-family__quote">
                <p class="app-family__sentence" class:app-family__read=read>{words}</p>
                <footer>{by}</footer>
            </blockquote>
        }
        .into_any(),
        Part::Card { picture, words, to } => card(showing, read, picture, words, to),
        Part::Ask(ask) => view! { <AskForm showing ask /> }.into_any(),
        Part::Turn { previous, next } => {
            let way = move |way: Option<Way>| way.map(|way| link(showing, way.words, way.to));
            view! { <p class="app-family__turn">{way(previous)} {way(next)}</p> }.into_any()
        }
    }
}

/// A link that leaves no trace in the browser's history.
fn link(showing: Showing, words: String, to: VisitPlace) -> AnyView {
    let href = to.to_hash();
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        showing.go(&to);
    };
    view! { <a class="app-family__button" href=href on:click=go>{words}</a> }.into_any()
}

fn card(
    showing: Showing,
    read: impl Fn() -> bool + Send + Sync + 'static,
    picture: Picture,
    words: String,
    to: VisitPlace,
) -> AnyView {
    let href = to.to_hash();
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        showing.go(&to);
    };
    view! {
        <a class="app-family__card" href=href on:click=go>
            <svg class="app-family__picture" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d=picture.line() />
            </svg>
            <span class:app-family__read=read>{words}</span>
        </a>
    }
    .into_any()
}
