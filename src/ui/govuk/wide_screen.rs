//! Navigation folds behind a button where there is little room.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// From this width on a list of links is always open (GOV.UK's tablet breakpoint).
const WIDE: &str = "(min-width: 40.0625rem)";

/// Whether the screen is wide now, kept true as it changes.
pub fn wide_screen() -> RwSignal<bool> {
    let wide = RwSignal::new(true);
    let Some(query) = window().match_media(WIDE).ok().flatten() else {
        return wide;
    };
    wide.set(query.matches());
    let watched = query.clone();
    let changed = Closure::<dyn Fn()>::new(move || {
        let _gone = wide.try_set(watched.matches());
    });
    let listen = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
    let kept = StoredValue::new_local(Some((query, changed)));
    if listen.is_ok() {
        on_cleanup(move || {
            if let Some(Some((query, changed))) = kept.try_update_value(Option::take) {
                let _same =
                    query.remove_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
            }
        });
    }
    wide
}
