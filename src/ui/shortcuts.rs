//! Keyboard shortcuts. The ones with a modifier always work; those of a single letter only for people who
//! switched them on, and never while somebody is typing.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::navigation::{FamilyPage, Route};
use crate::ui::navigator::Navigator;
use crate::ui::preferences::Preferences;

/// What a page can answer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+S: save the draft now.
    SaveDraft,
    /// Ctrl+Enter: the main action of the screen.
    Main,
    /// Alt+Q: the questions to think about, and back.
    Questions,
    /// `n`
    NewEntry,
    /// `j` and `k`
    NextRow,
    PreviousRow,
    /// `]` and `[`
    NextModule,
    PreviousModule,
    /// `1` to `6`: a step of the live supervision.
    Step(u8),
    /// Alt+N: the notes of the live supervision.
    Notes,
}

/// A `g` waits this many milliseconds for the letter after it.
const AFTER_G: f64 = 1500.0;

/// The answers of whatever is on screen now. The newest wins.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    answers: StoredValue<Vec<(u32, Shortcut, Callback<()>)>>,
    newest: StoredValue<u32>,
    g_at: StoredValue<f64>,
}

/// Answers a shortcut for as long as the component stands.
pub fn use_shortcut(shortcut: Shortcut, answer: impl Into<Callback<()>>) {
    let Some(shortcuts) = use_context::<Shortcuts>() else { return };
    let number = shortcuts.newest.get_value().wrapping_add(1);
    shortcuts.newest.set_value(number);
    shortcuts.answers.update_value(|answers| answers.push((number, shortcut, answer.into())));
    on_cleanup(move || {
        shortcuts.answers.try_update_value(|answers| answers.retain(|(own, _, _)| *own != number));
    });
}

impl Shortcuts {
    pub fn listen(navigator: Navigator, preferences: RwSignal<Preferences>) -> Self {
        let shortcuts = Self {
            answers: StoredValue::new(Vec::new()),
            newest: StoredValue::new(0),
            g_at: StoredValue::new(f64::NEG_INFINITY),
        };
        let listening = window_event_listener(leptos::ev::keydown, move |event| {
            if event.is_composing() || event.default_prevented() {
                return;
            }
            if shortcuts.with_modifier(&event) {
                event.prevent_default();
            } else if preferences.with_untracked(|chosen| chosen.single_keys) && is_bare(&event) {
                shortcuts.single_key(&event, navigator);
            }
        });
        on_cleanup(move || listening.remove());
        shortcuts
    }

    /// Whether the keys were ours. Ctrl+S always is: the browser's own "save page" would write the record,
    /// in the clear, to a file.
    fn with_modifier(self, event: &KeyboardEvent) -> bool {
        let control = event.ctrl_key() || event.meta_key();
        match (event.key().as_str(), event.code().as_str()) {
            ("s" | "S", _) if control && !event.alt_key() && !event.shift_key() => {
                self.run(Shortcut::SaveDraft);
                true
            }
            ("Enter", _) if control => self.run(Shortcut::Main),
            // With Alt a Mac types œ, so the key itself is asked.
            (_, "KeyQ") if event.alt_key() && !control => self.run(Shortcut::Questions),
            (_, "KeyN") if event.alt_key() && !control => self.run(Shortcut::Notes),
            _ => false,
        }
    }

    fn single_key(self, event: &KeyboardEvent, navigator: Navigator) {
        let after_g = event.time_stamp() - self.g_at.get_value() < AFTER_G;
        self.g_at.set_value(f64::NEG_INFINITY);
        let key = event.key();
        let place = match key.as_str() {
            "?" => Some(Route::HelpKeyboard),
            "d" if after_g => Some(Route::Due),
            "f" if after_g => Some(Route::Families),
            "o" if after_g => in_family(navigator, FamilyPage::Overview),
            "p" if after_g => in_family(navigator, FamilyPage::Programme),
            _ => None,
        };
        match place {
            Some(place) => {
                event.prevent_default();
                navigator.go(&place);
            }
            None if key == "g" => self.g_at.set_value(event.time_stamp()),
            None => {
                let answered = match key.as_str() {
                    "n" => self.run(Shortcut::NewEntry),
                    "j" => self.run(Shortcut::NextRow),
                    "k" => self.run(Shortcut::PreviousRow),
                    "]" => self.run(Shortcut::NextModule),
                    "[" => self.run(Shortcut::PreviousModule),
                    step => step.parse().is_ok_and(|step| self.run(Shortcut::Step(step))),
                };
                if answered {
                    event.prevent_default();
                }
            }
        }
    }

    fn run(self, shortcut: Shortcut) -> bool {
        let newest = |answers: &Vec<(u32, Shortcut, Callback<()>)>| {
            answers.iter().rev().find(|(_, own, _)| *own == shortcut).map(|(_, _, answer)| *answer)
        };
        let answer = self.answers.try_with_value(newest).flatten();
        answer.is_some_and(|answer| answer.try_run(()).is_some())
    }
}

fn in_family(navigator: Navigator, page: FamilyPage) -> Option<Route> {
    let family = untrack(move || navigator.here())?.in_family()?;
    Some(Route::family(family, page))
}

/// No modifier, and nobody typing.
fn is_bare(event: &KeyboardEvent) -> bool {
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.matches("input, textarea, select, [contenteditable]").unwrap_or(true));
    !(typing || event.ctrl_key() || event.meta_key() || event.alt_key())
}
