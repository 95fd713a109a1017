//! A few bytes left in the memory of the service worker for the page that is loaded next, and nowhere else.
//!
//! So a family's view gets from a page that holds the key of the records to one that never did. The worker keeps
//! one message, gives it once, and forgets it after a minute; nothing is written to a disk (`public/sw.js`).

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

use super::service_worker::{meeting_place, property, registered, say};

/// A worker that is there answers in an instant; one that does not is not waited for.
const MOST_MS: i32 = 5_000;

/// Nothing was left with the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLeft {
    #[error(
        "This browser cannot hand pages over to a locked screen. Nothing was shown and nothing is lost. Use a window that is not private, or another browser."
    )]
    CannotHere,
    #[error(
        "This device has not finished keeping the app, so nothing can be handed over yet. Nothing was shown and nothing is lost. Stay online for a minute, then try again."
    )]
    NotYet,
    #[error("The pages could not be handed over. Nothing was shown and nothing is lost. Try again.")]
    NoAnswer,
}

/// Leaves bytes for the next page, in place of any that were left before. They can be taken for a minute.
///
/// # Errors
/// [`NotLeft`], in words for the person who asked.
pub async fn leave(bytes: &[u8]) -> Result<(), NotLeft> {
    let data = Uint8Array::from(bytes).buffer();
    let taken_in = ask("hand-over", &data, &Array::of1(&data)).await?;
    if taken_in.is_truthy() { Ok(()) } else { Err(NotLeft::NoAnswer) }
}

/// Takes what the page before left here. The second to ask gets nothing, and nor does who comes too late.
pub async fn take() -> Option<Vec<u8>> {
    let answer = ask("take", &JsValue::UNDEFINED, &Array::new()).await.ok()?;
    let there = Uint8Array::new(answer.dyn_ref::<ArrayBuffer>()?);
    let bytes = there.to_vec();
    there.fill(0, 0, there.length());
    Some(bytes)
}

/// Asks the worker that keeps the app, and waits for its answer.
async fn ask(word: &str, data: &JsValue, moved: &Array) -> Result<JsValue, NotLeft> {
    let window = web_sys::window().ok_or(NotLeft::CannotHere)?;
    let place = meeting_place(&window).ok_or(NotLeft::CannotHere)?;
    // What is not even registered never gets ready.
    registered(&place).await.ok_or(NotLeft::NotYet)?;
    let ready = property(&place, "ready").and_then(|it| it.dyn_into().ok()).ok_or(NotLeft::CannotHere)?;
    let ready = in_time(&window, ready).await.ok_or(NotLeft::NotYet)?;
    let worker = property(&ready, "active").ok_or(NotLeft::NotYet)?;
    let (answer, way_back) = answer_channel().ok_or(NotLeft::CannotHere)?;
    moved.push(&way_back);
    say(&worker, word, data, moved).ok_or(NotLeft::NoAnswer)?;
    let event = in_time(&window, answer).await.ok_or(NotLeft::NoAnswer)?;
    Reflect::get(&event, &"data".into()).map_err(|_| NotLeft::NoAnswer)
}

/// The answer to come, and what to give to the one who is to answer.
fn answer_channel() -> Option<(Promise, JsValue)> {
    let constructor: Function =
        Reflect::get(&js_sys::global(), &"MessageChannel".into()).ok()?.dyn_into().ok()?;
    let channel = Reflect::construct(&constructor, &Array::new()).ok()?;
    let (here, there) = (property(&channel, "port1")?, property(&channel, "port2")?);
    let answer = Promise::new(&mut |heard, _| {
        // A port takes any function for its listener.
        let _ = Reflect::set(&here, &"onmessage".into(), &heard);
    });
    Some((answer, there))
}

/// What a promise comes to, unless it fails or takes too long.
async fn in_time(window: &Window, promise: Promise) -> Option<JsValue> {
    let mut timer = None;
    let too_late = Promise::new(&mut |_, give_up| {
        timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(&give_up, MOST_MS).ok();
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&promise, &too_late))).await.ok();
    if let Some(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    first
}
