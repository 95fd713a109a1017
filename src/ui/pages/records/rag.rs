//! A rating: a shape, a word and a solid fill. The colour is never the only sign, nor is it ever a tag.

use leptos::prelude::*;

/// One of the three, by its colour's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Diamond,
    Triangle,
    Circle,
}

/// The chip. What is heard is the word alone.
pub fn chip(shape: Shape, words: String) -> AnyView {
    let (class, path) = match shape {
        Shape::Diamond => ("app-rag app-rag--red", "M8 0 16 8 8 16 0 8z"),
        Shape::Triangle => ("app-rag app-rag--amber", "M8 1 16 15H0z"),
        Shape::Circle => ("app-rag app-rag--green", "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z"),
    };
    view! {
        <span class=class>
            <svg class="app-rag__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d=path></path>
            </svg>
            {words}
        </span>
    }
    .into_any()
}
