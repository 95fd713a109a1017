//! The service worker (`public/sw.js`), which keeps the whole app on this device: how a page speaks with it.
//!
//! `boot.js` registers it. A browser without one, or a page that it does not trust with one, is met everywhere.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, Window};

/// Where a page meets its service worker; `None` where there can be none.
pub(super) fn meeting_place(window: &Window) -> Option<EventTarget> {
    property(&window.navigator(), "serviceWorker")?.dyn_into().ok()
}

/// What is registered for this page; `None` before it was, and where it was refused.
pub(super) async fn registered(place: &EventTarget) -> Option<EventTarget> {
    let promise: Promise = call(place, "getRegistration", &Array::new())?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// What is registered, once a worker of it keeps the whole app. Where none is registered, that is never.
pub(super) async fn ready(place: &EventTarget) -> Option<JsValue> {
    let promise: Promise = property(place, "ready")?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Looks whether the site has a newer version. Nobody waits for it, and without a signal nothing comes of it.
pub(super) fn update(registration: &EventTarget) {
    let looking = call(registration, "update", &Array::new()).and_then(|it| it.dyn_into::<Promise>().ok());
    if let Some(looking) = looking {
        spawn_local(async move {
            let _no_signal = JsFuture::from(looking).await;
        });
    }
}

/// Says something to a worker. What is `moved` to it is here no more.
pub(super) fn say(worker: &JsValue, word: &str, data: &JsValue, moved: &Array) -> Option<()> {
    let message = Object::new();
    Reflect::set(&message, &"type".into(), &word.into()).ok()?;
    Reflect::set(&message, &"data".into(), data).ok()?;
    call(worker, "postMessage", &Array::of2(&message, moved)).map(|_| ())
}

/// An object that another holds under a name.
pub(super) fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(JsValue::is_object)
}

fn call(on: &JsValue, method: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(on, arguments).ok()
}
