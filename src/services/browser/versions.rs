//! Whether the app itself is kept on this device, and whether a newer version of it waits to be chosen.

use std::{cell::RefCell, rc::Rc};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, Window};

use super::{
    listening::Listening,
    reply::reply,
    service_worker::{meeting_place, property, ready, registered, say, update},
};

/// Whether this browser can keep the app at all.
pub fn can_be_kept(window: &Window) -> bool {
    meeting_place(window).is_some()
}

/// Waits until the whole app is on this device, and says whether it is: a browser that refuses leaves one waiting.
pub async fn until_kept(window: &Window) -> bool {
    match meeting_place(window) {
        Some(place) => ready(&place).await.is_some(),
        None => false,
    }
}

/// A page's view of the versions of the app that this device has. It listens while it lives.
#[must_use = "dropped, it no longer listens"]
pub struct Versions {
    place: EventTarget,
    registration: EventTarget,
    _listening: [Listening; 2],
    _installing: Rc<RefCell<Option<Listening>>>,
}

impl Versions {
    /// Asks whether there is a newer version, and calls `newer` when one is kept whole, or was chosen in another
    /// tab, now or later. `None` where the browser keeps no apps.
    pub async fn watch(window: &Window, newer: impl Fn() + 'static) -> Option<Self> {
        let place = meeting_place(window)?;
        let registration = registered(&place).await?;
        let look = {
            let (window, registration) = (window.clone(), registration.clone());
            Rc::new(move || {
                if waits(&registration) || is_older(&window) {
                    newer();
                }
            })
        };
        let installing = Rc::new(RefCell::new(None));
        let follow = {
            let (registration, installing, look) = (registration.clone(), installing.clone(), look.clone());
            move || {
                let worker = property(&registration, "installing").and_then(|it| it.dyn_into().ok());
                let listen = |worker: EventTarget| {
                    let look = look.clone();
                    Listening::to(&worker, "statechange", move |_| look())
                };
                *installing.borrow_mut() = worker.map(listen);
            }
        };
        follow();
        look();
        let found = Listening::to(&registration, "updatefound", move |_| follow());
        let began = Listening::to(&place, "controllerchange", move |_| look());
        update(&registration);
        Some(Self { place, registration, _listening: [found, began], _installing: installing })
    }

    /// Has the newer version begin, and waits until it has. This page stays of the older one until it is loaded
    /// again.
    pub async fn begin_newer(&self) {
        // Another tab may have begun it already.
        let Some(waiting) = property(&self.registration, "waiting") else { return };
        let (reply, began) = reply();
        let _listening = Listening::to(&self.place, "controllerchange", move |_| {
            let _ = reply.give(());
        });
        if say(&waiting, "use-now", &JsValue::UNDEFINED, &Array::new()).is_some() {
            began.wait().await;
        }
    }
}

/// A newer version is on this device, and an older one is in use.
fn waits(registration: &EventTarget) -> bool {
    property(registration, "waiting").is_some() && property(registration, "active").is_some()
}

/// Another version began while this page was open. `boot.js` notes it from the first moment on.
fn is_older(window: &Window) -> bool {
    let root = window.document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-newer"))
}
