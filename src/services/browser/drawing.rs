//! Pictures as PNG files, for what cannot show SVG: the browser draws them, in memory alone.

use js_sys::{Function, Promise, Uint8Array, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::pictures::{Scene, svg};

/// Dots for each unit of a picture: sharp on paper.
const SHARPNESS: u32 = 2;
/// The most dots that every browser draws: a tablet's is the smallest.
const MOST_DOTS: u32 = 16_000_000;

/// The picture as a PNG file; nothing where the browser will not draw it.
///
/// It reaches the browser as an address that holds all of it (`data:`), which the content security policy allows: nothing
/// is fetched.
pub async fn png(scene: &Scene) -> Option<Vec<u8>> {
    let (width, height) = (u32::try_from(scene.width).ok()?, u32::try_from(scene.height).ok()?);
    let dots = |sharpness: u32| width.checked_mul(height)?.checked_mul(sharpness * sharpness);
    let sharpness = [SHARPNESS, 1].into_iter().find(|it| dots(*it).is_some_and(|dots| dots <= MOST_DOTS))?;
    let (width, height) = (width * sharpness, height * sharpness);

    let image = HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", encode_uri_component(&svg(scene))));
    JsFuture::from(image.decode()).await.ok()?;

    let document = web_sys::window()?.document()?;
    let canvas = document.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let pen = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())
        .ok()?;
    let buffer = JsFuture::from(blob_of(&canvas).await?.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn blob_of(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let drawn = Promise::new(&mut |resolve: Function, reject: Function| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(drawn).await.ok()?.dyn_into::<Blob>().ok()
}
