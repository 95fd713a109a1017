//! A worker that is started for one piece of work and thrown away: what it was given is gone with it.
//!
//! The two sides talk in three messages: the worker says [`READY`], the page sends its request, the worker answers.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What went wrong, as far as the page needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerFailure {
    /// The worker's script or program could not be loaded.
    DidNotStart,
    /// It started, and failed at the work.
    DidNotFinish,
}

const READY: &str = "ready";
/// A worker that cannot load its program says nothing at all, so the page has to stop waiting for it.
const MOST_MILLISECONDS_TO_START: i32 = 15_000;

/// The page's side: starts the worker, asks once, and ends it. `sent` runs as soon as the worker has its copy.
pub async fn ask(script: &str, request: &JsValue, sent: impl FnOnce()) -> Result<JsValue, WorkerFailure> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(script, &options).map_err(|_| WorkerFailure::DidNotStart)?;

    let answer = start(&worker).await.map_err(|()| WorkerFailure::DidNotStart);
    let answer = match answer {
        Ok(()) => answer_to(&worker, request, sent).await.map_err(|()| WorkerFailure::DidNotFinish),
        Err(failure) => Err(failure),
    };
    worker.set_onmessage(None);
    worker.set_onerror(None);
    worker.terminate();
    answer
}

async fn start(worker: &Worker) -> Result<(), ()> {
    let said = next_message(worker, Some(MOST_MILLISECONDS_TO_START), || Ok(())).await?;
    if said.as_string().as_deref() == Some(READY) { Ok(()) } else { Err(()) }
}

async fn answer_to(worker: &Worker, request: &JsValue, sent: impl FnOnce()) -> Result<JsValue, ()> {
    next_message(worker, None, || {
        let outcome = worker.post_message(request).map_err(|_| ());
        sent();
        outcome
    })
    .await
}

/// The next thing the worker says, after `then` was done; an error if it fails, or says nothing in time.
async fn next_message(
    worker: &Worker,
    milliseconds: Option<i32>,
    then: impl FnOnce() -> Result<(), ()>,
) -> Result<JsValue, ()> {
    let mut settle: Option<(Function, Function)> = None;
    let promise = Promise::new(&mut |resolve, reject| settle = Some((resolve, reject)));
    let (resolve, reject) = settle.ok_or(())?;

    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(&reject));
    let timer = milliseconds.zip(web_sys::window()).and_then(|(milliseconds, window)| {
        let timer =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, milliseconds).ok()?;
        Some((window, timer))
    });

    let answer = match then() {
        Ok(()) => JsFuture::from(promise).await.map_err(|_| ()),
        Err(()) => Err(()),
    };
    if let Some((window, timer)) = timer {
        window.clear_timeout_with_handle(timer);
    }
    worker.set_onmessage(None);
    answer
}

/// The worker's side: answers one request after another until it is ended; with null where it could not.
pub fn serve(answer: impl Fn(&JsValue) -> Option<JsValue> + 'static) {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let there = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let _ = there.post_message(&answer(&event.data()).unwrap_or(JsValue::NULL));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}
