//! Handing the device over to the family, and taking it back. Between the two the page is loaded anew, so that neither
//! side has the other's memory.

pub mod boot;
pub mod door;
pub mod hands;
pub mod opened;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Loads the page anew at this address, in the place of this one.
pub fn load_anew(hash: &str) {
    if let Ok(history) = window().history() {
        // Not by way of the address itself: nothing is to be drawn in between.
        let _same_site = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
    let _cannot_be_refused = window().location().reload();
}

/// The page's language, and which way it is read.
pub fn speak_in(language: &str, direction: &str) {
    let Some(html) = document().document_element() else { return };
    let _valid = html.set_attribute("lang", language);
    let _valid = html.set_attribute("dir", direction);
}
