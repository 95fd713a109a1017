//! How safe what is kept in this browser is, in facts for the Storage page to put into words.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager, Window};

/// What the browser says of its storage. Where it says nothing, we claim nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The browser promised not to clear it by itself.
    pub persisted: bool,
    /// Bytes in use, by its own rough count.
    pub used: Option<u64>,
    /// Bytes it would let us use.
    pub quota: Option<u64>,
}

impl Kept {
    /// Less than a tenth, or less than 50 MB, is left.
    pub fn is_nearly_full(self) -> bool {
        let (Some(used), Some(quota)) = (self.used, self.quota) else {
            return false;
        };
        let left = quota.saturating_sub(used);
        left < quota / 10 || left < 50_000_000
    }
}

/// What is known now, without asking the person anything.
pub async fn look(window: &Window) -> Kept {
    let Some(storage) = storage(window) else {
        return Kept::default();
    };
    let persisted = settle(&storage, "persisted").await.is_some_and(|answer| answer.is_truthy());
    let estimate = settle(&storage, "estimate").await.map(JsCast::unchecked_into::<StorageEstimate>);
    let bytes = |amount: Option<f64>| amount.filter(|amount| *amount >= 0.0).map(|amount| amount as u64);
    Kept {
        persisted,
        used: bytes(estimate.as_ref().and_then(StorageEstimate::get_usage)),
        quota: bytes(estimate.as_ref().and_then(StorageEstimate::get_quota)),
    }
}

/// Asks the browser to promise not to clear it. Ask when the person has just done something that says
/// why: Firefox shows them a question, and Chromium decides by itself.
pub async fn ask(window: &Window) -> bool {
    match storage(window) {
        Some(storage) => settle(&storage, "persist").await.is_some_and(|answer| answer.is_truthy()),
        None => false,
    }
}

/// It runs as an app of its own, outside the browser's tabs.
pub fn is_installed(window: &Window) -> bool {
    let standalone = window.match_media("(display-mode: standalone)").ok().flatten();
    standalone.is_some_and(|query| query.matches()) || flag(&window.navigator(), "standalone")
}

/// It runs in a tab of an iPad or iPhone, where everything is cleared after seven days without a visit
/// and does not move to the installed app.
pub fn is_ios_tab(window: &Window) -> bool {
    is_ios(window) && !is_installed(window)
}

/// It runs on an iPad or iPhone, in whichever browser: all are Safari inside.
pub fn is_ios(window: &Window) -> bool {
    let navigator = window.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let platform = navigator.platform().unwrap_or_default();
    looks_like_ios(&agent, &platform, navigator.max_touch_points())
}

/// An iPad calls itself a Mac, but no Mac has a touch screen.
pub fn looks_like_ios(agent: &str, platform: &str, touch_points: i32) -> bool {
    ["iPad", "iPhone", "iPod"].iter().any(|name| agent.contains(name))
        || (platform == "MacIntel" && touch_points > 1)
}

fn flag(on: &JsValue, name: &str) -> bool {
    Reflect::get(on, &name.into()).is_ok_and(|value| value.is_truthy())
}

/// `None` on pages that a browser does not trust with storage.
fn storage(window: &Window) -> Option<StorageManager> {
    let found = Reflect::get(&window.navigator(), &"storage".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Calls a method that not every browser has, and awaits its promise.
async fn settle(storage: &StorageManager, method: &str) -> Option<JsValue> {
    let method: Function = Reflect::get(storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
