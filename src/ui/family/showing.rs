//! What lives as long as the family's page: the lock, the letter box, and what covers the screen.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::going::address;
use super::reading::USUAL;
use crate::model::family_view::FamilyView;
use crate::programme::family_words::pack;
use crate::services::browser::listening::Listening;
use crate::services::browser::speech;
use crate::services::clock::{BrowserClock, Clock};
use crate::services::crypto::browser::WebCrypto;
use crate::services::family_pages::{self, Trail};
use crate::services::store::indexed_db::IndexedDbStore;
use crate::services::visit::handed::HandedOver;
use crate::services::visit::hide::Shifts;
use crate::services::visit::inbox::Inbox;
use crate::services::visit::lock::{Lock, Screen};
use crate::services::visit::printing::Printing;
use crate::ui::handing_over::door::Door;
use crate::ui::handing_over::speak_in;
use crate::ui::preferences::{self, Preferences};

/// The letter box over the browser's own ports.
pub type FamilyInbox = Inbox<IndexedDbStore, WebCrypto, BrowserClock>;

/// What is typed is looked at this often, and is sealed within a second of its last keystroke.
const BEAT: Duration = Duration::from_millis(200);

/// `Copy`: pass it into handlers and futures freely.
#[derive(Clone, Copy)]
pub struct Showing {
    pub(super) lock: StoredValue<Lock>,
    pub(super) inbox: StoredValue<Option<Rc<FamilyInbox>>, LocalStorage>,
    pub(super) shifts: StoredValue<Shifts>,
    pub(super) printing: StoredValue<Printing>,
    pub(super) trail: StoredValue<Trail>,
    listening: StoredValue<Vec<Listening>, LocalStorage>,
    pub screen: RwSignal<Screen>,
    /// The language of the fixed words.
    pub language: RwSignal<&'static str>,
    /// Who of those present answers. It stays from page to page.
    pub who: RwSignal<Option<usize>>,
    /// How fast a page is read aloud.
    pub rate: RwSignal<f64>,
    /// Whether somebody was told that the tablet speaks (`ux.md` SR16).
    pub(super) told_of_sound: StoredValue<bool>,
    /// How large the words are, and how strong the colours: for this visit.
    pub display: RwSignal<Preferences>,
    pub door: Door,
}

impl Showing {
    /// Begins with what was handed over, if anything was.
    pub fn begin(handed: Option<HandedOver>, inbox: Option<Rc<FamilyInbox>>, door: Door) -> Self {
        let view = handed.map(|handed| handed.view);
        let language = pack(view.as_ref().map(|view| view.language.as_str()).unwrap_or_default()).tag();
        let lock = Lock::loaded(view, &address(), BrowserClock.monotonic_ms());
        let showing = Self {
            screen: RwSignal::new(lock.screen()),
            lock: StoredValue::new(lock),
            inbox: StoredValue::new_local(inbox),
            shifts: StoredValue::new(Shifts::default()),
            printing: StoredValue::new(Printing::default()),
            trail: StoredValue::new(Trail::default()),
            listening: StoredValue::new_local(Vec::new()),
            language: RwSignal::new(language),
            who: RwSignal::new(None),
            rate: RwSignal::new(USUAL),
            told_of_sound: StoredValue::new(false),
            display: preferences::for_now(),
            door,
        };
        showing.listening.set_value(showing.listen());
        if let Ok(beat) = set_interval_with_handle(move || showing.beat(), BEAT) {
            on_cleanup(move || beat.clear());
        }
        Effect::new(move |_| document().set_title(&showing.title()));
        Effect::new(move |_| {
            let language = pack(showing.language.get());
            speak_in(language.tag(), language.direction().code());
        });
        showing
    }

    /// Covers everything at once.
    pub fn cover(self) {
        let now = BrowserClock.monotonic_ms();
        let new = self.lock.try_update_value(|lock| lock.cover(now)).unwrap_or(false);
        self.draw();
        speech::cancel();
        if let Some(focused) = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            // The keyboard of a tablet goes with the focus.
            let _gone = focused.blur();
        }
        let inbox = self.inbox.get_value().filter(|_| new);
        spawn_local(async move {
            if let Some(inbox) = inbox {
                // What cannot be kept now is tried again on the next beat.
                let _ = inbox.flush().await;
                let _ = inbox.hidden().await;
            }
        });
    }

    /// Somebody touched the clock.
    pub fn touch_clock(self) {
        self.lock.update_value(Lock::touch_clock);
        self.draw();
    }

    pub fn ask_staff(self) {
        self.lock.update_value(Lock::ask_staff);
        self.draw();
    }

    pub fn leave_staff(self) {
        self.lock.update_value(Lock::leave_staff);
        self.draw();
    }

    pub(super) fn draw(self) {
        let Some(screen) = self.lock.try_with_value(Lock::screen) else { return };
        if self.screen.try_get_untracked().is_some_and(|before| before != screen) {
            self.screen.try_set(screen);
        }
    }

    /// Asks something of what is shown; nothing is there while it is covered.
    pub fn with_view<T>(self, ask: impl FnOnce(&FamilyView) -> T) -> Option<T> {
        self.lock.try_with_value(|lock| lock.view().map(ask)).flatten()
    }

    pub(super) fn title(self) -> String {
        let words = family_pages::locked(self.language.get());
        if self.screen.get() == Screen::Clock { words.clock } else { words.title }
    }
}
