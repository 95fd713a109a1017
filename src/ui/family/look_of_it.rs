//! The family's pages' own style sheet. It comes with the part of the app that draws them, so that nobody waits for it on
//! a first visit; and as text that this page is given, not as a file that it asks for, so that it is there at once.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::CssStyleSheet;

const SHEET: &str = include_str!("../../../style/family.css");

/// Puts it on, once: after the page was taken back it hurts nothing, since nothing else is called as it calls things.
pub fn put_on() {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    if sheet.replace_sync(SHEET).is_ok() {
        let sheets = Array::from(&document().adopted_style_sheets());
        sheets.push(&sheet);
        document().set_adopted_style_sheets(&sheets);
    }
}
