//! Leptos. Draws state, forwards intent.
//!
//! To add a page: write it in `pages/`, then name it in the one `match` of [`inside`].

pub mod app;
pub mod arrive;
pub mod clipboard;
pub mod decisions;
pub mod desk;
pub mod family;
pub mod first_run;
pub mod focus;
pub mod form;
pub mod govuk;
pub mod handing_over;
pub mod inside;
pub mod looking_round;
pub mod navigator;
pub mod pages;
pub mod panic_page;
pub mod paper;
pub mod parts;
pub mod preferences;
pub mod printing;
pub mod save_file;
pub mod save_state;
pub mod shell;
pub mod shortcuts;
pub mod watch;

use leptos::prelude::*;

use crate::services::visit::marker::{BrowserMarker, Marker};

/// Starts the app in the page.
pub fn start() {
    panic_page::install();
    focus::install();
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    // Before anything else: while a visit is on, the worker's app is not even made.
    match BrowserMarker.is_on() {
        true => leptos::mount::mount_to_body(handing_over::boot::VisitRoot),
        false => leptos::mount::mount_to_body(|| view! { <app::App /> }),
    }
}
