//! What lives as long as the family's page: the lock, the letter box, and what covers the screen.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use crate::navigation::VisitPlace;
use crate::services::browser::listening::Listening;
use crate::services::browser::speech;
use crate::services::clock::{BrowserClock, Clock};
use crate::services::crypto::browser::WebCrypto;
use crate::services::store::indexed_db::IndexedDbStore;
use crate::services::visit::handed::HandedOver;
use crate::services::visit::hide::Shifts;
use crate::services::visit::inbox::Inbox;
use crate::services::visit::lock::{Lock, Screen};
use crate::services::visit::page::{FrameWords, Page};
use crate::services::visit::pages;
use crate::ui::focus;
use crate::ui::handing_over::door::Door;
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
    listening: StoredValue<Vec<Listening>, LocalStorage>,
    pub screen: RwSignal<Screen>,
    pub words: FrameWords,
    /// How large the words are, and how strong the colours: for this visit.
    pub display: RwSignal<Preferences>,
    pub door: Door,
}

impl Showing {
    /// Begins with what was handed over, if anything was.
    pub fn begin(handed: Option<HandedOver>, inbox: Option<Rc<FamilyInbox>>, door: Door) -> Self {
        let lock = Lock::loaded(handed.map(|handed| handed.view), &address(), BrowserClock.monotonic_ms());
        let showing = Self {
            screen: RwSignal::new(lock.screen()),
            lock: StoredValue::new(lock),
            inbox: StoredValue::new_local(inbox),
            shifts: StoredValue::new(Shifts::default()),
            listening: StoredValue::new_local(Vec::new()),
            words: pages::frame_words(),
            display: preferences::for_now(),
            door,
        };
        showing.listening.set_value(showing.listen());
        if let Ok(beat) = set_interval_with_handle(move || showing.beat(), BEAT) {
            on_cleanup(move || beat.clear());
        }
        Effect::new(move |_| document().set_title(&showing.title()));
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

    /// Goes to a page in the place of this one: no list of pages is left in the browser's history.
    pub fn go(self, place: &VisitPlace) {
        self.flush();
        if let Ok(history) = window().history() {
            let _same_site = history.replace_state_with_url(&JsValue::NULL, "", Some(&place.to_hash()));
        }
        self.follow();
    }

    pub(super) fn follow(self) {
        self.flush();
        self.lock.update_value(|lock| lock.go(&address()));
        speech::cancel();
        self.draw();
        arrive();
    }

    fn draw(self) {
        let Some(screen) = self.lock.try_with_value(Lock::screen) else { return };
        if self.screen.try_get_untracked().is_some_and(|before| before != screen) {
            self.screen.try_set(screen);
        }
    }

    /// What stands at a place of the view.
    pub fn page(self, place: &VisitPlace) -> Option<Page> {
        self.lock.with_value(|lock| lock.view().and_then(|view| pages::page(view, place)))
    }

    fn title(self) -> String {
        match self.screen.get() {
            Screen::Clock => "Clock".to_owned(),
            Screen::Locked | Screen::Staff => "Locked".to_owned(),
            Screen::Family(place) => self.page(&place).map_or_else(|| "Locked".to_owned(), |page| page.title),
        }
    }

    /// The language of the fixed words, and the worker's name.
    pub fn language_and_worker(self) -> (String, String) {
        let told = |lock: &Lock| lock.view().map(|view| (view.language.clone(), view.worker.clone()));
        self.lock.with_value(told).unwrap_or_default()
    }
}

fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// Once the page is drawn, people begin at its heading.
fn arrive() {
    request_animation_frame(|| {
        if let Some(heading) = document().query_selector(".app-family h1").ok().flatten() {
            focus::for_now(&heading);
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}
