//! Leptos. Draws state, forwards intent.

/// Starts the app in the page.
pub fn start() {}
