//! The way back from the family's pages: a passphrase, and nothing else.

use std::rc::Rc;

use leptos::prelude::*;

use crate::navigation::{FamilyPage, Route};
use crate::services::clock::{BrowserClock, Clock};
use crate::services::keys::UnlockError;
use crate::services::session::OpenError;
use crate::services::tries::Tries;
use crate::services::visit::marker::{BrowserMarker, Marker};
use crate::ui::desk::AppSession;
use crate::ui::handing_over::{load_anew, speak_in};

/// `Copy`; lives as long as the page.
#[derive(Clone, Copy)]
pub struct Door {
    /// Locked, until the passphrase was right.
    pub session: StoredValue<Option<Rc<AppSession>>, LocalStorage>,
    tries: StoredValue<Tries>,
    /// The passphrase was right: the worker's own app may be drawn.
    pub came_back: RwSignal<bool>,
}

/// Why nobody was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotLetIn {
    /// Nothing was typed.
    Nothing,
    /// Seconds to wait after wrong ones.
    Wait(u64),
    Wrong,
    /// The browser, in its own words.
    Other(String),
}

impl Default for Door {
    fn default() -> Self {
        Self {
            session: StoredValue::new_local(None),
            tries: StoredValue::new(Tries::default()),
            came_back: RwSignal::new(false),
        }
    }
}

impl Door {
    /// Tries a passphrase at the store in which the visit was begun.
    ///
    /// # Errors
    /// [`NotLetIn`]; the device is then still the family's.
    pub async fn try_passphrase(self, typed: &str) -> Result<(), NotLetIn> {
        let now = BrowserClock.monotonic_ms();
        match self.tries.get_value().seconds_left(now) {
            0 if typed.is_empty() => return Err(NotLetIn::Nothing),
            0 => {}
            seconds => return Err(NotLetIn::Wait(seconds)),
        }
        let other = |error: &dyn std::fmt::Display| NotLetIn::Other(error.to_string());
        let session = self.session.get_value();
        let session =
            session.ok_or_else(|| NotLetIn::Other("Reload this page, then try again.".to_owned()))?;
        let stores = session.visiting_stores().await.map_err(|error| other(&error))?;
        if stores.is_empty() {
            // What this browser kept was cleared: there is nothing left to keep locked.
            BrowserMarker.end();
            load_anew(&Route::Welcome.to_hash());
            return Ok(());
        }
        let mut why = NotLetIn::Wrong;
        for store in stores {
            match session.come_back(store, typed, &BrowserMarker).await {
                Ok(family) => {
                    self.enter(
                        family.map_or(Route::Due, |family| Route::family(family, FamilyPage::AfterVisit)),
                    );
                    return Ok(());
                }
                Err(OpenError::Unlock(UnlockError::WrongPassphrase)) => {}
                Err(error) => why = other(&error),
            }
        }
        if why == NotLetIn::Wrong {
            self.tries.update_value(|tries| tries.wrong(BrowserClock.monotonic_ms()));
        }
        Err(why)
    }

    fn enter(self, to: Route) {
        speak_in("en", "ltr");
        if let Ok(history) = window().history() {
            let hash = to.to_hash();
            let _same_site = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&hash));
        }
        self.came_back.try_set(true);
    }
}
