//! What is watched for as long as the family's page stands: whatever takes it away, three Shifts, and the time.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, VisibilityState};

use super::showing::Showing;
use crate::navigation::FamilyPlace;
use crate::services::browser::listening::Listening;
use crate::services::clock::{BrowserClock, Clock};
use crate::services::for_people;
use crate::ui::handing_over::load_anew;

impl Showing {
    pub(super) fn listen(self) -> Vec<Listening> {
        let (window, document) = (window(), document());
        let key =
            |event: &Event| event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
        let hidden = {
            let document = document.clone();
            move |_: Event| {
                // On some tablets the window for printing hides the page.
                if document.visibility_state() == VisibilityState::Hidden && !self.prints() {
                    self.cover();
                }
            }
        };
        vec![
            // An iPad takes its picture of the screen when the focus goes, before the page is hidden.
            Listening::to(&window, "blur", move |event| {
                let of_window = event.target().is_some_and(|it| it.is_instance_of::<web_sys::Window>());
                if of_window && !self.prints() {
                    self.cover();
                }
            }),
            Listening::to(&window, "beforeprint", move |_| {
                if self.on_keepsake() {
                    self.printing.update_value(|it| it.begins(BrowserClock.monotonic_ms()));
                    self.is_called_as_a_file();
                }
            }),
            Listening::to(&window, "afterprint", move |_| {
                self.printing.update_value(|it| it.ends(BrowserClock.monotonic_ms()));
                self.is_called_as_ever();
            }),
            Listening::to(&window, "pagehide", move |_| self.cover()),
            Listening::to(&document, "visibilitychange", hidden),
            Listening::to(&window, "hashchange", move |_| self.follow()),
            Listening::to(&document, "keydown", move |event| {
                self.shifts.update_value(|it| it.down(&key(&event)))
            }),
            Listening::to(&document, "keyup", move |event| {
                let now = BrowserClock.monotonic_ms();
                if self.shifts.try_update_value(|it| it.up(&key(&event), now)) == Some(true) {
                    self.cover();
                }
            }),
        ]
    }

    /// Prints the page to keep.
    pub fn print(self) {
        self.printing.update_value(|it| it.asked(BrowserClock.monotonic_ms()));
        // A browser that does not print does nothing.
        let _ = window().print();
    }

    /// A browser that prints into a file calls it by the page's title, which says nothing meanwhile (`ux.md` SR14).
    fn is_called_as_a_file(self) {
        if let Some(today) = self.with_view(|view| view.today).flatten() {
            document().set_title(&for_people::file_name(today));
        }
    }

    fn is_called_as_ever(self) {
        document().set_title(&untrack(|| self.title()));
    }

    /// Whether the focus is with the browser's window for printing.
    fn prints(self) -> bool {
        let now = BrowserClock.monotonic_ms();
        self.on_keepsake() && self.printing.with_value(|it| it.has_the_focus(now))
    }

    fn on_keepsake(self) -> bool {
        self.place() == Some(FamilyPlace::Keep)
    }

    pub(super) fn beat(self) {
        let now = BrowserClock.monotonic_ms();
        if self.printing.try_update_value(|it| it.is_over(now)) == Some(true)
            && !document().has_focus().unwrap_or(false)
        {
            self.cover();
        }
        if let Some(address) = self.lock.try_update_value(|lock| lock.tick(now)).flatten() {
            return load_anew(address);
        }
        let Some(inbox) = self.inbox().filter(|inbox| inbox.is_unsaved()) else { return };
        spawn_local(async move {
            // Tried again on the next beat.
            let _ = inbox.seal_due().await;
        });
    }
}
