//! Signs of a person, and a tick: what [`auto_lock`](crate::services::auto_lock) is fed with.

use std::rc::Rc;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Window};

use super::listening::Listening;

/// How often to ask whether it is time to lock. Hidden pages are asked less often by the browser, and
/// at once when they are shown again.
const TICK_MS: i32 = 1_000;

const SIGNS: [&str; 6] = ["pointerdown", "pointermove", "keydown", "input", "wheel", "touchstart"];

/// Calls back while it lives.
#[must_use = "dropped, it no longer notices"]
pub struct Idling {
    window: Window,
    timer: Option<i32>,
    _ticking: Closure<dyn Fn()>,
    _listening: Vec<Listening>,
}

impl Idling {
    /// Calls `touched` at each sign of a person, and `tick` every second and when the page is shown
    /// again, perhaps after a night's sleep.
    pub fn watch(
        window: &Window,
        document: &Document,
        touched: impl Fn() + 'static,
        tick: impl Fn() + 'static,
    ) -> Self {
        let (touched, tick) = (Rc::new(touched), Rc::new(tick));
        let mut listening: Vec<Listening> = SIGNS
            .into_iter()
            .map(|sign| {
                let touched = touched.clone();
                Listening::to(document, sign, move |_| touched())
            })
            .collect();
        let shown = tick.clone();
        listening.push(Listening::to(document, "visibilitychange", move |_| shown()));
        let ticking = Closure::<dyn Fn()>::new(move || tick());
        let timer = window
            .set_interval_with_callback_and_timeout_and_arguments_0(ticking.as_ref().unchecked_ref(), TICK_MS)
            .ok();
        Self { window: window.clone(), timer, _ticking: ticking, _listening: listening }
    }
}

impl Drop for Idling {
    fn drop(&mut self) {
        if let Some(timer) = self.timer {
            self.window.clear_interval_with_handle(timer);
        }
    }
}
