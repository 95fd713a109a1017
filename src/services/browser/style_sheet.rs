//! A style sheet that the page is given as text while something is shown: what a sheet that is served cannot know, and the
//! content security policy lets nobody write into the page.

use js_sys::Array;
use web_sys::{CssStyleSheet, Document};

/// A style sheet that is taken off the page when dropped.
#[must_use = "a dropped style sheet styles nothing"]
pub struct StyleSheet {
    document: Document,
    sheet: CssStyleSheet,
}

impl StyleSheet {
    /// Nothing where this browser takes no style sheets as text.
    pub fn put_on(rules: &str) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(rules).ok()?;
        let sheets = Array::from(&document.adopted_style_sheets());
        sheets.push(&sheet);
        document.set_adopted_style_sheets(&sheets);
        Some(Self { document, sheet })
    }
}

impl Drop for StyleSheet {
    fn drop(&mut self) {
        let others = Array::from(&self.document.adopted_style_sheets())
            .filter(&mut |sheet, _, _| !js_sys::Object::is(&sheet, &self.sheet));
        self.document.set_adopted_style_sheets(&others);
    }
}
