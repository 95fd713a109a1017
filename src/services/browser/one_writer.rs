//! One tab writes to a vault; another may ask for its turn.
//!
//! The turn is a Web Lock, which a browser frees by itself when a tab crashes. Where there are no Web
//! Locks (before Safari 15.4) every tab believes that it is alone.

use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use super::{
    reply::{Reply, reply},
    tabs::{Tabs, Word},
};
use crate::model::ids::VaultId;

/// The right to write, until it is dropped.
#[must_use = "dropped, another tab may write"]
pub struct Holding {
    let_go: Option<Function>,
}

impl Drop for Holding {
    fn drop(&mut self) {
        if let Some(let_go) = &self.let_go {
            let _ = let_go.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Another tab has the right to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is open in another tab. Nothing is lost. Use that tab, or choose to carry on in this one.")]
pub struct HeldElsewhere;

/// Takes the right to write to a vault if no tab has it.
pub async fn hold(vault: VaultId) -> Result<Holding, HeldElsewhere> {
    request(vault, IfHeld::GiveUp).await.ok_or(HeldElsewhere)
}

/// Asks the tab that has the right to save its drafts and let go, and waits until it did.
///
/// The one who holds hears [`Word::LetGo`]. Dropping this future withdraws the request.
pub async fn take_over(vault: VaultId, tabs: &Tabs) -> Holding {
    tabs.say(Word::LetGo);
    match request(vault, IfHeld::Wait).await {
        Some(holding) => holding,
        None => Holding { let_go: None },
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum IfHeld {
    GiveUp,
    Wait,
}

/// `None` when another tab holds it and we do not wait.
async fn request(vault: VaultId, if_held: IfHeld) -> Option<Holding> {
    let (answer, waiting) = reply();
    if ask(vault, if_held, &answer).is_none() {
        return Some(Holding { let_go: None });
    }
    waiting.wait().await
}

/// `None` when this browser has no locks. The bindings that would say all this in types are unstable
/// in `web-sys`.
fn ask(vault: VaultId, if_held: IfHeld, answer: &Reply<Option<Holding>>) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &(if_held == IfHeld::GiveUp).into()).ok()?;

    let granted = {
        let answer = answer.clone();
        Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                let _ = answer.give(None);
                return JsValue::UNDEFINED;
            }
            // The lock is held until the promise we return is fulfilled.
            let mut let_go = None;
            let held = Promise::new(&mut |fulfil, _| let_go = Some(fulfil));
            // When nobody waits any longer, the holding comes back, is dropped here, and so lets go.
            let _ = answer.give(Some(Holding { let_go }));
            held.into()
        })
    };
    let asked = request.call3(&locks, &format!("hearth/{vault}").into(), &options, &granted).ok()?;
    // A refused request (a page without an origin, say) is a browser without locks.
    let answer = Rc::new(answer.clone());
    let refused = Closure::once_into_js(move |_: JsValue| {
        let _ = answer.give(Some(Holding { let_go: None }));
    });
    let catch: Function = Reflect::get(&asked, &"catch".into()).ok()?.dyn_into().ok()?;
    catch.call1(&asked, &refused).ok().map(|_| ())
}
