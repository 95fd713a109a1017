//! Word files, written in a worker: what packs them is larger than a page, and is fetched when somebody first asks for one
//! (`ARCHITECTURE.md`, "size").

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::drawing;
use super::worker::{self, WorkerFailure};
use crate::reports::document::{Block, Document};
use crate::reports::word::{Png, docx};

/// The script that starts the worker, beside the page.
const WORKER: &str = "word_worker_loader.js";

/// How a file says that it is a Word document.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordTrouble {
    #[error(
        "The part of this app that writes Word files could not be loaded. Nothing is lost. Print the document, or try again when you have a signal."
    )]
    NotLoaded,
    #[error("The Word file could not be made. Nothing is lost. Print the document, or try again.")]
    NotMade,
}

/// The document as a Word file, its pictures drawn; a picture that this browser will not draw is told in words.
pub async fn word_file(document: &Document) -> Result<Vec<u8>, WordTrouble> {
    let pictures = Array::new();
    for block in &document.blocks {
        if let Block::Picture(scene) = block {
            let png = drawing::png(scene).await;
            pictures.push(&png.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into()));
        }
    }
    let written = serde_json::to_string(document).map_err(|_| WordTrouble::NotMade)?;
    let request = Array::of2(&written.into(), &pictures);
    let answer = worker::ask(WORKER, &request, || {}).await.map_err(|failure| match failure {
        WorkerFailure::DidNotStart => WordTrouble::NotLoaded,
        WorkerFailure::DidNotFinish => WordTrouble::NotMade,
    })?;
    answer.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| WordTrouble::NotMade)
}

/// The worker's side.
pub fn serve() {
    worker::serve(|request| written(request).map(JsValue::from));
}

fn written(request: &JsValue) -> Option<Uint8Array> {
    let request = request.dyn_ref::<Array>()?;
    let document: Document = serde_json::from_str(&request.get(0).as_string()?).ok()?;
    let pictures = request.get(1).dyn_into::<Array>().ok()?;
    let pictures: Vec<Option<Png>> =
        pictures.iter().map(|it| it.dyn_into::<Uint8Array>().ok().map(|bytes| Png(bytes.to_vec()))).collect();
    let file = docx(&document, &pictures).ok()?;
    Some(Uint8Array::from(file.as_slice()))
}
