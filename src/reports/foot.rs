//! What a document says of itself, alike on the screen, on paper and in Word (`ux.md` S28: "every page footer: audience,
//! date, version, made from").

use super::document::Document;
use crate::model::dates::day_words;
use crate::pictures::Scene;

/// The foot of every page, but for its number.
pub fn lines(document: &Document) -> Vec<String> {
    let state = [made_on(document), document.version.clone(), document.made_from.clone()];
    let state: Vec<String> = state.into_iter().filter(|words| !words.is_empty()).collect();
    let lines = [document.audience.clone(), state.join(" · ")];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

pub fn made_on(document: &Document) -> String {
    format!("Made on {}", day_words(document.date))
}

/// The widest picture, in its own units, that can be read on a sheet that stands upright.
const UPRIGHT: i32 = 760;

/// Whether a picture needs a sheet that lies on its side.
pub fn lies_across(scene: &Scene) -> bool {
    scene.width > UPRIGHT && scene.width > scene.height
}
