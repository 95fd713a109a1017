//! "Read to me": the page in sentences, the one that is read marked, with Stop, Again and Slower.

use leptos::prelude::*;

use super::showing::Showing;
use crate::services::browser::speech;
use crate::services::visit::page::FrameWords;

const USUAL: f64 = 1.0;
const SLOW: f64 = 0.7;

/// The reading of one page. `Copy`; dies with the page.
#[derive(Clone, Copy)]
pub struct Reading {
    sentences: StoredValue<Vec<String>>,
    language: StoredValue<String>,
    worker: StoredValue<String>,
    /// Which sentence is read now.
    pub at: RwSignal<Option<usize>>,
    rate: RwSignal<f64>,
    no_voice: RwSignal<bool>,
    /// Counts what was begun, so that the end of a sentence that was cut off begins nothing.
    turn: StoredValue<u32>,
}

impl Reading {
    pub fn of(showing: Showing, sentences: Vec<String>) -> Self {
        let (language, worker) = showing.language_and_worker();
        on_cleanup(speech::cancel);
        Self {
            sentences: StoredValue::new(sentences),
            language: StoredValue::new(language),
            worker: StoredValue::new(worker),
            at: RwSignal::new(None),
            rate: RwSignal::new(USUAL),
            no_voice: RwSignal::new(false),
            turn: StoredValue::new(0),
        }
    }

    /// Begins, or stops. Only ever from a tap: nothing makes a sound by itself.
    pub fn toggle(self) {
        if self.at.get_untracked().is_some() {
            return self.stop();
        }
        if !self.language.with_value(|language| speech::can_read(language)) {
            return self.no_voice.set(true);
        }
        self.from(0);
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

    fn read(self, place: usize) {
        let Some(words) = self.sentences.with_value(|all| all.get(place).cloned()) else {
            self.at.try_set(None);
            return;
        };
        self.at.try_set(Some(place));
        let turn = self.turn.get_value();
        let on = move || {
            // The page, or the reading of it, may be over by now.
            if self.turn.try_get_value() == Some(turn) {
                self.read(place + 1);
            }
        };
        let language = self.language.get_value();
        if speech::read(&words, &language, self.rate.get_untracked(), on).is_none() {
            self.at.try_set(None);
        }
    }

    /// What stands under the bar while something is read, or when nothing can be.
    pub fn controls(self, words: FrameWords) -> impl IntoView {
        let reads = Memo::new(move |_| self.at.get().is_some());
        let again = move |_| self.from(self.at.get_untracked().unwrap_or(0));
        let slower = move |_| {
            self.rate.update(|rate| *rate = if *rate < USUAL { USUAL } else { SLOW });
            self.from(self.at.get_untracked().unwrap_or(0));
        };
        let no_voice = move || {
            let say = || self.worker.with_value(|worker| words.no_voice.replace("{}", worker));
            self.no_voice.get().then(say)
        };
        let buttons = move || {
            reads.get().then(|| {
                view! {
                    <div class="app-family__panel">
                        <button type="button" class="app-family__tool" on:click=again>{words.again}</button>
                        <button
                            type="button"
                            class="app-family__tool"
                            aria-pressed=move || (self.rate.get() < USUAL).to_string()
                            on:click=slower
                        >
                            {words.slower}
                        </button>
                    </div>
                }
            })
        };
        view! {
            {buttons}
            <div role="status">{move || no_voice().map(|words| view! { <p class="app-family__panel">{words}</p> })}</div>
        }
    }
}
