//! "Read to me": the page in sentences, the one that is read marked, with Stop, Again and Slower.

use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::showing::Showing;
use super::words::sentence_id;
use crate::services::browser::speech;
use crate::services::family_pages::{Frame, Spoken};

pub const USUAL: f64 = 1.0;
const SLOW: f64 = 0.7;

/// The reading of one page. `Copy`; dies with the page.
#[derive(Clone, Copy)]
pub struct Reading {
    showing: Showing,
    language: &'static str,
    spoken: StoredValue<Vec<Spoken>>,
    /// Which sentence is read now.
    pub at: RwSignal<Option<usize>>,
    no_voice: RwSignal<bool>,
    /// The first time, people are told that the tablet speaks.
    volume: RwSignal<bool>,
    /// Counts what was begun, so that the end of a sentence that was cut off begins nothing.
    turn: StoredValue<u32>,
}

impl Reading {
    pub fn of(showing: Showing, language: &'static str, spoken: Vec<Spoken>) -> Self {
        on_cleanup(speech::cancel);
        // Some browsers look for their voices when they are asked first, and know them a moment later.
        let _asked_again_when_it_matters = speech::can_read(language);
        Self {
            showing,
            language,
            spoken: StoredValue::new(spoken),
            at: RwSignal::new(None),
            no_voice: RwSignal::new(false),
            volume: RwSignal::new(false),
            turn: StoredValue::new(0),
        }
    }

    /// Something else follows now on the page.
    pub fn changed(self, spoken: Vec<Spoken>) {
        self.spoken.set_value(spoken);
    }

    /// Begins, or stops. Only ever from a tap: nothing makes a sound by itself.
    pub fn toggle(self) {
        if self.at.get_untracked().is_some() {
            return self.stop();
        }
        let reads = speech::can_read(self.language);
        self.no_voice.set(!reads);
        if reads {
            self.volume.set(!self.showing.told_of_sound.get_value());
            self.showing.told_of_sound.set_value(true);
            self.from(0);
        }
    }

    fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        speech::cancel();
        self.at.set(None);
    }

    fn from(self, place: usize) {
        self.stop();
        self.read(place);
    }

    /// Reads on from here. What is in a language without a voice on this device is left to whoever is there.
    fn read(self, from: usize) {
        let readable = |it: &&Spoken| it.number >= from && speech::can_read(&it.language);
        let Some(next) = self.spoken.with_value(|all| all.iter().find(readable).cloned()) else {
            self.at.try_set(None);
            return;
        };
        self.at.try_set(Some(next.number));
        into_view(next.number);
        let turn = self.turn.get_value();
        let on = move || {
            // The page, or the reading of it, may be over by now.
            if self.turn.try_get_value() == Some(turn) {
                self.read(next.number + 1);
            }
        };
        let rate = self.showing.rate.get_untracked();
        if speech::read(&next.words, &next.language, rate, on).is_none() {
            self.at.try_set(None);
        }
    }

    /// What stands under the bar while something is read, or when nothing can be.
    pub fn controls(self, words: Frame) -> impl IntoView {
        let Frame { again, slower, no_voice, volume, .. } = words;
        let rate = self.showing.rate;
        let reads = Memo::new(move |_| self.at.get().is_some());
        let once_more = move || self.from(self.at.get_untracked().unwrap_or(0));
        let change = move |_| {
            rate.update(|rate| *rate = if *rate < USUAL { USUAL } else { SLOW });
            once_more();
        };
        let buttons = move || {
            reads.get().then(|| {
                view! {
                    <button type="button" class="app-family__tool" on:click=move |_| once_more()>
                        {again.clone()}
                    </button>
                    <button
                        type="button"
                        class="app-family__tool"
                        aria-pressed=move || (rate.get() < USUAL).to_string()
                        on:click=change
                    >
                        {slower.clone()}
                    </button>
                }
            })
        };
        let told = move || {
            let volume = (reads.get() && self.volume.get()).then(|| volume.clone());
            self.no_voice.get().then(|| no_voice.clone()).or(volume)
        };
        view! {
            <div class="app-family__panel app-cluster app-no-print">
                {buttons}
                <span role="status">{told}</span>
            </div>
        }
    }
}

/// Whoever reads along sees the sentence.
fn into_view(number: usize) {
    if let Some(sentence) = document().get_element_by_id(&sentence_id(number)) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        sentence.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
