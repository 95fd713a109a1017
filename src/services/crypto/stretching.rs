//! Stretching a passphrase in a worker that is thrown away afterwards.
//!
//! WebAssembly memory never shrinks, so Argon2id's 64 MiB must not be taken from the page itself. The two
//! sides talk in three messages: the worker says [`READY`], the page sends what to stretch, the worker
//! answers with 32 bytes, or with null when it could not get the memory.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::argon2id;
use crate::vault::stretch::StretchCost;

/// What went wrong, as far as the page needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchFailure {
    /// The worker's script or program could not be loaded.
    DidNotStart,
    /// It started, and failed at the work.
    DidNotFinish,
}

const READY: &str = "ready";
/// A worker that cannot load its program says nothing at all, so the page has to stop waiting for it.
const MOST_MILLISECONDS_TO_START: i32 = 15_000;

/// The page's side: starts the worker, asks once, and ends it.
pub async fn stretch_in_worker(
    script: &str,
    secret: &[u8],
    salt: &[u8; 32],
    cost: StretchCost,
) -> Result<Uint8Array, StretchFailure> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(script, &options).map_err(|_| StretchFailure::DidNotStart)?;

    let answer = start(&worker).await.map_err(|()| StretchFailure::DidNotStart);
    let answer = match answer {
        Ok(()) => ask(&worker, secret, salt, cost).await.map_err(|()| StretchFailure::DidNotFinish),
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

async fn ask(worker: &Worker, secret: &[u8], salt: &[u8; 32], cost: StretchCost) -> Result<Uint8Array, ()> {
    let secret = Uint8Array::from(secret);
    let request = Array::of4(
        &secret,
        &Uint8Array::from(salt.as_slice()),
        &cost.memory_kib().into(),
        &cost.passes().into(),
    );
    let answer = next_message(worker, None, || {
        let sent = worker.post_message(&request).map_err(|_| ());
        secret.fill(0, 0, secret.length());
        sent
    })
    .await?;
    answer.dyn_into::<Uint8Array>().ok().filter(|bytes| bytes.length() == 32).ok_or(())
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

/// The worker's side: answers one request after another until it is ended.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let there = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answer = stretch(&event.data()).map_or(JsValue::NULL, JsValue::from);
        let _ = there.post_message(&answer);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}

fn stretch(request: &JsValue) -> Option<Uint8Array> {
    let request = request.dyn_ref::<Array>()?;
    let secret = zeroize::Zeroizing::new(request.get(0).dyn_into::<Uint8Array>().ok()?.to_vec());
    let salt = request.get(1).dyn_into::<Uint8Array>().ok()?.to_vec().try_into().ok()?;
    let [memory_kib, passes] = [2, 3].map(|place| request.get(place).as_f64().map(|number| number as u32));
    let cost = StretchCost::new(memory_kib?, passes?)?;
    let bytes = argon2id(&secret, &salt, cost).ok()?;
    Some(Uint8Array::from(bytes.as_slice()))
}
