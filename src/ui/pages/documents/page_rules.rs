//! What stands at the foot of every sheet, for as long as a document is on the screen: a style sheet that this page alone
//! is given, as the content security policy lets no page carry one in itself.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::CssStyleSheet;

/// The rules of the printed page. They go when this is dropped.
pub(super) struct PageRules(CssStyleSheet);

impl PageRules {
    /// Puts them on. A browser that takes none has the same words at the end of the document.
    pub(super) fn put_on(rules: &str) -> Option<Self> {
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(rules).ok()?;
        let sheets = Array::from(&document().adopted_style_sheets());
        sheets.push(&sheet);
        document().set_adopted_style_sheets(&sheets);
        Some(Self(sheet))
    }
}

impl Drop for PageRules {
    fn drop(&mut self) {
        let sheets = Array::from(&document().adopted_style_sheets());
        let own: &JsValue = self.0.as_ref();
        let others = sheets.filter(&mut |it, _, _| it != *own);
        document().set_adopted_style_sheets(&others);
    }
}
