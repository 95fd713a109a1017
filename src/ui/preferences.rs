//! How somebody likes to see and use the app: kept in this browser, in the clear, because it says nothing
//! about anybody's work.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const KEY: &str = "display";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TextSize {
    #[default]
    #[serde(rename = "100")]
    Usual,
    #[serde(rename = "125")]
    Larger,
    #[serde(rename = "150")]
    Large,
    #[serde(rename = "200")]
    Largest,
}

impl TextSize {
    pub const ALL: [Self; 4] = [Self::Usual, Self::Larger, Self::Large, Self::Largest];

    /// The size in per cent, as `<html data-text-size>` has it.
    pub fn percent(self) -> &'static str {
        match self {
            Self::Usual => "100",
            Self::Larger => "125",
            Self::Large => "150",
            Self::Largest => "200",
        }
    }
}

/// Everything somebody can choose about display and keyboard. Made on a newer version, what this one does
/// not know is left out; made on an older one, the rest is as usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    pub text_size: TextSize,
    pub wide_spacing: bool,
    pub high_contrast: bool,
    pub reduced_motion: bool,
    pub left_handed: bool,
    /// Shortcuts of a single letter. Off until somebody wants them: they would fire from stray keys.
    pub single_keys: bool,
}

/// The preferences, read once at the start; whatever is set is kept and shown at once.
pub fn start() -> RwSignal<Preferences> {
    // A browser that keeps nothing for us is no reason to stop: then everything is as usual.
    let preferences = RwSignal::new(LocalStorage::get::<Preferences>(KEY).unwrap_or_default());
    Effect::new(move |before: Option<Preferences>| {
        let now = preferences.get();
        show(now);
        if before.is_some_and(|before| before != now) {
            let _refused = LocalStorage::set(KEY, now);
        }
        now
    });
    preferences
}

/// The preferences of somebody else, for as long as the page that asks: shown at once, and kept nowhere.
pub fn for_now() -> RwSignal<Preferences> {
    let preferences = RwSignal::new(LocalStorage::get::<Preferences>(KEY).unwrap_or_default());
    Effect::new(move |_| show(preferences.get()));
    preferences
}

fn show(preferences: Preferences) {
    let Some(html) = document().document_element() else { return };
    let choices = [
        ("data-text-size", Some(preferences.text_size.percent())),
        ("data-spacing", preferences.wide_spacing.then_some("wide")),
        ("data-contrast", preferences.high_contrast.then_some("high")),
        ("data-motion", preferences.reduced_motion.then_some("reduced")),
        ("data-hand", preferences.left_handed.then_some("left")),
    ];
    for (attribute, value) in choices {
        let _valid = match value {
            Some(value) => html.set_attribute(attribute, value),
            None => html.remove_attribute(attribute),
        };
    }
}
