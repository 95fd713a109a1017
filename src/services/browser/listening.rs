//! Listening to an event for as long as somebody wants to know.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget};

/// A listener that is taken off its target when dropped.
#[must_use = "a dropped listener hears nothing"]
pub struct Listening {
    target: EventTarget,
    event: &'static str,
    heard: Closure<dyn Fn(Event)>,
}

impl Listening {
    pub fn to(target: &EventTarget, event: &'static str, heard: impl Fn(Event) + 'static) -> Self {
        let heard = Closure::<dyn Fn(Event)>::new(heard);
        // In the capture phase, so that nothing on the page can keep an event from us. It throws only
        // for wrong arguments.
        let _ = target.add_event_listener_with_callback_and_bool(event, heard.as_ref().unchecked_ref(), true);
        Self { target: target.clone(), event, heard }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.event, heard, true);
    }
}
