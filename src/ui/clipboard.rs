//! Copying words, where the browser lets a page do that.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Whether words can be copied here: only a page that came over a safe connection may.
pub fn is_offered() -> bool {
    window().is_secure_context()
}

/// Copies. `false`: the browser or the person said no.
pub async fn copy(words: &str) -> bool {
    if !is_offered() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(words)).await.is_ok()
}
