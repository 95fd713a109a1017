//! Files that a person saves and chooses.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Document, DomException, File, HtmlAnchorElement, Url, Window};

use super::persistence::{is_installed, is_ios};

/// How long a download may take to begin before its memory is given back.
const DOWNLOAD_MS: i32 = 60_000;

/// Where the browser took a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// To the person's downloads.
    Downloaded,
    /// Wherever the person chose on the tablet's share sheet.
    Shared,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveFileError {
    #[error(
        "No file was saved, since you closed the list of places to keep it. Nothing is lost. Choose save again when you are ready."
    )]
    Cancelled,
    #[error(
        "This browser would not save the file. Nothing is lost. Try again, or use another browser on this device."
    )]
    Refused,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadFileError {
    #[error(
        "This file is too big to be one of ours, so it was not opened. Nothing was changed. Choose another file."
    )]
    TooBig,
    #[error(
        "This file could not be read. Nothing was changed. If it is on a memory stick or in a cloud folder, copy it to this device and try again."
    )]
    Unreadable,
}

/// Saves a file under a name that the caller made neutral: file lists are seen by others.
///
/// Call it from a click: browsers let nothing be saved or shared by itself.
pub async fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<Saved, SaveFileError> {
    let window = web_sys::window().ok_or(SaveFileError::Refused)?;
    let document = window.document().ok_or(SaveFileError::Refused)?;
    let content = Array::of1(&Uint8Array::from(bytes));
    // An app on the home screen of an iPad has nowhere to download to.
    if is_ios(&window) && is_installed(&window) {
        let file = named_file(&content, name, media_type).ok_or(SaveFileError::Refused)?;
        if let Some(shared) = share(&window, &file).await {
            return shared;
        }
    }
    let blob = blob_of(&content, media_type).map_err(|_| SaveFileError::Refused)?;
    // What is handed to the browser is read back once more: a full memory can leave a blob empty.
    if read_back(&blob).await.as_deref() != Some(bytes) {
        return Err(SaveFileError::Refused);
    }
    download(&window, &document, &blob, name).map_err(|_| SaveFileError::Refused)
}

fn blob_of(content: &Array, media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(content, &options)
}

async fn read_back(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The bytes of a file that the person chose, if there are no more than `most` of them.
pub async fn read(file: &File, most: u32) -> Result<Vec<u8>, ReadFileError> {
    if file.size() > f64::from(most) {
        return Err(ReadFileError::TooBig);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadFileError::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn download(window: &Window, document: &Document, blob: &Blob, name: &str) -> Result<Saved, JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Browsers read it later, and none says when it is done.
    let done = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(done.unchecked_ref(), DOWNLOAD_MS)?;
    Ok(Saved::Downloaded)
}

fn named_file(content: &Array, name: &str, media_type: &str) -> Option<File> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"File".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &media_type.into()).ok()?;
    let arguments = Array::of3(content, &name.into(), &options);
    Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
}

/// `None` when this browser can not share such a file.
async fn share(window: &Window, file: &File) -> Option<Result<Saved, SaveFileError>> {
    let navigator = window.navigator();
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(file)).ok()?;
    let method = |name: &str| Reflect::get(&navigator, &name.into()).ok()?.dyn_into::<Function>().ok();
    if !method("canShare")?.call1(&navigator, &data).is_ok_and(|can| can.is_truthy()) {
        return None;
    }
    let sharing: Promise = method("share")?.call1(&navigator, &data).ok()?.dyn_into().ok()?;
    Some(match JsFuture::from(sharing).await {
        Ok(_) => Ok(Saved::Shared),
        Err(error) if error.dyn_ref::<DomException>().is_some_and(|e| e.name() == "AbortError") => {
            Err(SaveFileError::Cancelled)
        }
        Err(_) => Err(SaveFileError::Refused),
    })
}
