//! Stretching a passphrase in a worker that is thrown away.
//!
//! WebAssembly memory never shrinks, so Argon2id's 64 MiB must not be taken from the page itself. The worker is sent what
//! to stretch, and answers with 32 bytes, or with null when it could not get the memory.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::argon2id;
use crate::services::browser::worker::{self, WorkerFailure};
use crate::vault::stretch::StretchCost;

/// The page's side: starts the worker, asks once, and ends it.
pub async fn stretch_in_worker(
    script: &str,
    secret: &[u8],
    salt: &[u8; 32],
    cost: StretchCost,
) -> Result<Uint8Array, WorkerFailure> {
    let secret = Uint8Array::from(secret);
    let request = Array::of4(
        &secret,
        &Uint8Array::from(salt.as_slice()),
        &cost.memory_kib().into(),
        &cost.passes().into(),
    );
    let copied = secret.clone();
    let answer = worker::ask(script, &request, move || {
        copied.fill(0, 0, copied.length());
    })
    .await;
    secret.fill(0, 0, secret.length());
    let bytes = answer?.dyn_into::<Uint8Array>().ok().filter(|bytes| bytes.length() == 32);
    bytes.ok_or(WorkerFailure::DidNotFinish)
}

/// The worker's side.
pub fn serve() {
    worker::serve(|request| stretch(request).map(JsValue::from));
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
