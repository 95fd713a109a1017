//! Reading aloud with a voice of the device itself. A voice that is not local would send the text to strangers, so it
//! is never used (`ux.md` 3.5).

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

fn synthesis() -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"speechSynthesis".into()).ok().filter(JsValue::is_object)
}

fn method(on: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(on, &name.into()).ok()?.dyn_into().ok()
}

/// A voice on this device for a language, by its tag.
fn local_voice(language: &str) -> Option<JsValue> {
    let synthesis = synthesis()?;
    let voices = method(&synthesis, "getVoices")?.call0(&synthesis).ok()?;
    let main = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let is_ours = |voice: &JsValue| {
        let local = Reflect::get(voice, &"localService".into()).is_ok_and(|it| it.as_bool() == Some(true));
        let tag = Reflect::get(voice, &"lang".into()).ok().and_then(|it| it.as_string());
        local && tag.is_some_and(|tag| main(&tag) == main(language))
    };
    Array::from(&voices).iter().find(is_ours)
}

/// Whether anything can be read in this language without a network.
pub fn can_read(language: &str) -> bool {
    local_voice(language).is_some()
}

/// Reads one sentence, and says when it is read. `None`: it cannot be.
pub fn read(words: &str, language: &str, rate: f64, done: impl FnOnce() + 'static) -> Option<()> {
    let voice = local_voice(language)?;
    let synthesis = synthesis()?;
    let window = web_sys::window()?;
    let make: Function = Reflect::get(&window, &"SpeechSynthesisUtterance".into()).ok()?.dyn_into().ok()?;
    let utterance = Reflect::construct(&make, &Array::of1(&words.into())).ok()?;
    let told = Closure::once_into_js(done);
    for (name, value) in [("voice", voice), ("lang", language.into()), ("rate", rate.into()), ("onend", told)]
    {
        Reflect::set(&utterance, &name.into(), &value).ok()?;
    }
    method(&synthesis, "speak")?.call1(&synthesis, &utterance).ok().map(|_| ())
}

/// Stops at once.
pub fn cancel() {
    if let Some(synthesis) = synthesis()
        && let Some(cancel) = method(&synthesis, "cancel")
    {
        let _nothing_to_stop = cancel.call0(&synthesis);
    }
}
