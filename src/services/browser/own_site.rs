//! Reading a file of the app's own site. Nothing is ever asked of another.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The file could not be fetched from where Hearth came from. Nothing was changed. Check that this device is online, then try again."
)]
pub struct NotFetched;

/// The text at an address beside the page itself.
pub async fn text(address: &str) -> Result<String, NotFetched> {
    let window = web_sys::window().ok_or(NotFetched)?;
    let response: Response =
        settle(window.fetch_with_str(address)).await?.dyn_into().map_err(|_| NotFetched)?;
    if !response.ok() {
        return Err(NotFetched);
    }
    let text = response.text().map_err(|_| NotFetched)?;
    settle(text).await?.as_string().ok_or(NotFetched)
}

/// The mark of this build, by which one version is told from another: it stands in the name of the app's script.
pub fn build_mark() -> Option<String> {
    let script = web_sys::window()?.document()?.query_selector("script[data-js]").ok()??;
    let name = script.get_attribute("data-js")?;
    Some(name.strip_suffix(".js")?.rsplit_once("hearth-")?.1.to_owned())
}

async fn settle(promise: Promise) -> Result<JsValue, NotFetched> {
    JsFuture::from(promise).await.map_err(|_| NotFetched)
}
