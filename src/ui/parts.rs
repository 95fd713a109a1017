//! The part of the app that is fetched for the second page, and at once where there is a store to unlock.
//!
//! The first visit so waits for the front alone. The build cuts the binary in two at the functions marked here
//! (feature `parts`, see `xtask/src/parts.rs`); without that feature the app is whole and everything is at hand.

#![cfg_attr(
    feature = "parts",
    allow(unsafe_code, reason = "the macro that marks the cut names the functions on both sides of it")
)]

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::Route;
use crate::policy::authority::Authority;
use crate::ui::form::authority_card;
use crate::ui::handing_over::door::Door;
use crate::ui::handing_over::opened;
use crate::ui::inside;
use crate::ui::navigator::Navigator;
use crate::ui::shell::family_header::FamilyHeader;
use crate::ui::shell::new_version::NewVersion;

/// The part could not be fetched: no signal, or the site has changed since this page was loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFetched;

#[cfg(feature = "parts")]
impl From<wasm_split_helpers::SplitLoaderError> for NotFetched {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What only the fetched part can draw.
enum Piece {
    Page(Route),
    FamilyHeader(FamilyId, Navigator),
    AuthorityCard(Authority),
    NewVersion(Navigator),
    FamilyScreen(Door),
}

/// Where the binary is cut: what is only reached from here goes into the part that is fetched. One function, since
/// each that is marked waits for a fetch of its own.
#[cfg_attr(feature = "parts", wasm_split_helpers::wasm_split(inside, fallible, preload(fetch_inside)))]
fn drawn(piece: Piece) -> Result<AnyView, NotFetched> {
    Ok(match piece {
        Piece::Page(route) => inside::page(route),
        Piece::FamilyHeader(family, navigator) => view! { <FamilyHeader family navigator /> }.into_any(),
        Piece::AuthorityCard(authority) => authority_card::authority_card(authority),
        Piece::NewVersion(navigator) => view! { <NewVersion navigator /> }.into_any(),
        Piece::FamilyScreen(door) => opened::family_screen(door),
    })
}

thread_local! {
    static HERE: std::cell::Cell<bool> = const { std::cell::Cell::new(cfg!(not(feature = "parts"))) };
}

/// Whether every page is at hand.
pub fn at_hand() -> bool {
    HERE.get()
}

/// Fetches what is not at hand. Once it is here this does nothing; after a failure it may be asked again.
///
/// # Errors
/// [`NotFetched`]; the front of the app goes on.
#[cfg_attr(
    not(feature = "parts"),
    allow(clippy::unused_async, reason = "an app in one piece waits for nothing")
)]
pub async fn fetch() -> Result<(), NotFetched> {
    #[cfg(feature = "parts")]
    fetch_inside().await?;
    HERE.set(true);
    Ok(())
}

/// A page from the part that is fetched. The navigator goes to none before [`fetch`] has answered.
pub fn page(route: Route) -> AnyView {
    here(Piece::Page(route))
}

/// Whose workbook this is, on every page of a family.
pub fn family_header(family: FamilyId, navigator: Navigator) -> AnyView {
    here(Piece::FamilyHeader(family, navigator))
}

/// What following an authority's guidance sets: the profiles weigh as much as several pages.
pub fn authority_card(authority: Authority) -> AnyView {
    here(Piece::AuthorityCard(authority))
}

/// That a newer version of the app is on this device, once it is.
pub fn new_version(navigator: Navigator) -> AnyView {
    here(Piece::NewVersion(navigator))
}

/// The family's pages, while a visit is on.
pub fn family_screen(door: Door) -> AnyView {
    here(Piece::FamilyScreen(door))
}

fn here(piece: Piece) -> AnyView {
    match at_once(drawn(piece)) {
        Some(Ok(view)) => view,
        Some(Err(NotFetched)) | None => ().into_any(),
    }
}

#[cfg(not(feature = "parts"))]
fn at_once<T>(ready: T) -> Option<T> {
    Some(ready)
}

/// What a future that waits for nothing any more comes to.
#[cfg(feature = "parts")]
fn at_once<T>(ready: impl Future<Output = T>) -> Option<T> {
    use std::task::{Context, Poll, Waker};
    let mut ready = std::pin::pin!(ready);
    match ready.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
