//! Words on a page, sentence by sentence: what is read aloud is marked, and hard words can be asked about.

use leptos::prelude::*;
use web_sys::MouseEvent;

use super::asking::Asking;
use super::reading::Reading;
use super::showing::Showing;
use crate::navigation::FamilyPlace;
use crate::programme::family_words::Piece;
use crate::services::family_pages::{Sentence, Text};

/// What everything that is drawn on one page belongs to. `Copy`; dies with the page.
#[derive(Clone, Copy)]
pub struct OnPage {
    pub asking: Asking,
    pub reading: Reading,
    /// The page's language: what is in another says so.
    pub language: &'static str,
}

/// Where a sentence stands: people who asked about a word of it come back to it.
pub fn sentence_id(number: usize) -> String {
    format!("sentence-{number}")
}

impl OnPage {
    /// Words inside something: a heading, a label, a button.
    pub fn inline(self, text: Text) -> AnyView {
        let (lang, dir) = self.tongue(&text);
        view! { <span lang=lang dir=dir>{self.sentences(text.sentences)}</span> }.into_any()
    }

    /// Words as a paragraph of their own.
    pub fn paragraph(self, text: Text) -> AnyView {
        let (lang, dir) = self.tongue(&text);
        view! { <p lang=lang dir=dir>{self.sentences(text.sentences)}</p> }.into_any()
    }

    /// The same, where they stand out.
    pub fn strong(self, text: Text) -> AnyView {
        view! { <p><b>{self.inline(text)}</b></p> }.into_any()
    }

    /// What somebody wrote may run either way, whatever the page does, and so may another language.
    fn tongue(self, text: &Text) -> (Option<String>, Option<&'static str>) {
        let other = text.language != self.language;
        (other.then(|| text.language.clone()), (other || text.free).then_some("auto"))
    }

    fn sentences(self, sentences: Vec<Sentence>) -> Vec<AnyView> {
        sentences.into_iter().map(|it| self.sentence(it)).collect()
    }

    fn sentence(self, sentence: Sentence) -> AnyView {
        let number = sentence.number;
        let read = move || self.reading.at.get() == Some(number);
        let pieces = sentence.pieces.into_iter().map(|piece| match piece {
            Piece::Plain(words) => words.into_any(),
            Piece::Explained { words, term } => {
                let to = FamilyPlace::Term(term);
                let go = self.asking.showing.leads(to, Some(number));
                view! { <a class="app-family__term" href=to.to_hash() on:click=go>{words}</a> }.into_any()
            }
        });
        let pieces: Vec<AnyView> = pieces.collect();
        view! { <span id=sentence_id(number) class:app-family__read=read>{pieces}</span> }.into_any()
    }
}

impl Showing {
    /// What a link does that leaves no trace in the browser's history.
    pub fn leads(self, to: FamilyPlace, sentence: Option<usize>) -> impl Fn(MouseEvent) + 'static {
        move |event| {
            event.prevent_default();
            self.go(to, sentence);
        }
    }
}
