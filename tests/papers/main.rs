//! Documents as HTML, as Word files and as dates for a calendar. Other people's programs open what is left here
//! (`tests/recipes/documents.py`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "in a test, a panic is the failure"
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/papers.rs"]
mod papers;
mod sample;

use hearth::reports::html::html;
use hearth::reports::word::docx;

#[test]
fn a_document_with_everything_in_it_is_left_for_other_programs() {
    let (document, pictures) = sample::everything();
    papers::leave("everything", &document, &pictures);
}

#[test]
fn an_empty_document_is_a_document() {
    papers::leave("empty", &sample::empty(), &[]);
    assert!(html(&sample::empty()).contains("<h1"));
}

/// `ARCHITECTURE.md`, invariant 8.
#[test]
fn the_same_document_is_the_same_file_byte_for_byte() {
    let (document, pictures) = sample::everything();
    let first = docx(&document, &pictures).unwrap();
    let elsewhere = std::thread::spawn(move || docx(&document, &pictures).unwrap()).join().unwrap();
    assert_eq!(first, elsewhere);
    let (document, pictures) = sample::everything();
    assert_eq!(first, docx(&document, &pictures).unwrap(), "and the second time on one thread");
}

#[test]
fn an_entry_of_twenty_thousand_characters_arrives_whole() {
    let words = sample::long_entry();
    assert!(words.chars().count() >= 20_000);
    let (document, _) = sample::everything();
    let page = html(&document);
    for line in words.lines().filter(|line| !line.is_empty()) {
        let line: String = line.chars().filter(|it| *it == '\t' || !it.is_control()).collect();
        let escaped = line.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.contains(&escaped.replace('"', "&quot;").replace('\'', "&#39;")), "{line}");
    }
    let forbidden = |it: char| (it.is_control() && it != '\t') || matches!(it, '\u{fffe}' | '\u{ffff}');
    assert!(!page.contains(forbidden));
}
