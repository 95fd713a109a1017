//! From one of the family's pages to another: each in the place of the one before, so that no list of them is left in
//! the browser's history.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::showing::Showing;
use super::words::sentence_id;
use crate::navigation::FamilyPlace;
use crate::services::browser::speech;
use crate::services::family_pages::Trail;
use crate::services::visit::lock::{Lock, Screen};
use crate::ui::focus;

impl Showing {
    /// Goes to a page, from this sentence of the one that is there.
    pub fn go(self, to: FamilyPlace, sentence: Option<usize>) {
        let from = self.place();
        self.trail.update_value(|trail| trail.go(from, sentence, to));
        self.leave_for(to, None);
    }

    /// Goes back to the sentence from which somebody came; elsewhere when that is not known.
    pub fn back(self, elsewhere: FamilyPlace) {
        match self.trail.try_update_value(Trail::back).flatten() {
            Some((place, sentence)) => self.leave_for(place, sentence),
            None => self.leave_for(elsewhere, None),
        }
    }

    /// The address was changed by somebody: nothing is known of where they came from.
    pub(super) fn follow(self) {
        self.trail.set_value(Trail::default());
        self.arrive_at_address(None);
    }

    /// The page that is there.
    pub(super) fn place(self) -> Option<FamilyPlace> {
        match self.lock.try_with_value(Lock::screen) {
            Some(Screen::Family(place)) => Some(place),
            _ => None,
        }
    }

    fn leave_for(self, to: FamilyPlace, sentence: Option<usize>) {
        if let Ok(history) = window().history() {
            let _same_site = history.replace_state_with_url(&JsValue::NULL, "", Some(&to.to_hash()));
        }
        self.arrive_at_address(sentence);
    }

    fn arrive_at_address(self, sentence: Option<usize>) {
        self.flush();
        self.lock.update_value(|lock| lock.go(&address()));
        speech::cancel();
        self.draw();
        arrive(sentence.map(sentence_id));
    }
}

pub(super) fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// Once the page is drawn, people begin at its heading, or at something on it.
pub(super) fn arrive(id: Option<String>) {
    request_animation_frame(move || {
        let spot = id.and_then(|id| document().get_element_by_id(&id));
        if let Some(spot) = spot {
            focus::for_now(&spot);
            return;
        }
        if let Some(heading) = document().query_selector(".app-family h1").ok().flatten() {
            focus::for_now(&heading);
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}
