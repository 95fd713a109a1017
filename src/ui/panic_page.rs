//! When the app itself breaks. A panic stops everything written in Rust, so the calm page stands in
//! `index.html` from the start and only has to be shown.

use std::cell::RefCell;

use wasm_bindgen::JsCast;

thread_local! {
    static LAST_SAVED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers when something was last saved, in words such as "Saved on this device 3:42pm", for the calm
/// page to repeat. Never anything that was written.
pub fn remember_saved(words: &str) {
    LAST_SAVED.with(|saved| {
        if let Ok(mut saved) = saved.try_borrow_mut() {
            *saved = Some(words.to_owned());
        }
    });
}

/// Shows the calm page on a panic. The console learns the place in the program and nothing else: a panic's
/// own message may hold what somebody wrote.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        let place = place.unwrap_or_else(|| "an unknown place".to_owned());
        web_sys::console::error_1(&format!("The app stopped at {place}.").into());
        show();
    }));
}

/// Everything here must work in a program that has just broken: no signals, nothing that can panic again.
fn show() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let page = document.get_element_by_id("panic")?;
    let saved = LAST_SAVED.with(|saved| saved.try_borrow().ok().and_then(|saved| saved.clone()));
    if let (Some(words), Some(place)) = (saved, document.get_element_by_id("panic-saved")) {
        place.set_text_content(Some(&format!("The last thing this page said about saving was: {words}.")));
    }
    page.remove_attribute("hidden").ok()?;
    let heading = page.query_selector("h1").ok().flatten()?;
    heading.dyn_ref::<web_sys::HtmlElement>()?.focus().ok()
}
