//! What a thing that was said consists of, as the worker reads it.

use crate::model::choices::Choice;
use crate::model::showing::Given;
use crate::services::session::{AfterVisit, Heard};
use crate::services::visit::answer::Asked;
use crate::workbook::fold::Workbook;

use super::before::before;

/// Each part with its name, the words as they were written.
pub fn parts(book: &Workbook, after: &AfterVisit, heard: &Heard) -> Vec<(&'static str, String)> {
    let answer = &heard.answer;
    let given = (heard.half || answer.given != Given::Typed)
        .then(|| if heard.half { "They had not finished writing" } else { answer.given.label() }.to_owned());
    let words = |words: &String| (!words.is_empty()).then(|| words.clone());
    [
        about(book, after, heard),
        ("They chose", answer.verdict.map(|it| it.label().to_owned())),
        ("Their number", answer.number.map(|it| format!("{it}, where 0 is the least and 10 the most"))),
        ("Why it is not less", words(&answer.why_not_less)),
        ("What would make it one more", words(&answer.what_next)),
        ("Their words", words(&answer.words)),
        ("Signed", words(&answer.signed)),
        ("How it came about", given),
    ]
    .into_iter()
    .filter_map(|(name, words)| Some((name, words?)))
    .collect()
}

/// What it is about: the very words that they had before them.
fn about(book: &Workbook, after: &AfterVisit, heard: &Heard) -> (&'static str, Option<String>) {
    let to = &heard.answer.to;
    let stood = before(book, after, to, heard.who).map(|it| it.words);
    match to {
        Asked::Nothing => ("About", None),
        Asked::Hopes => ("About", Some("What they hope for".to_owned())),
        Asked::Different => ("About", Some("What they think needs to be different".to_owned())),
        Asked::Item(_) => {
            ("What was shown to them", stood.or_else(|| Some("It is not on record any more".to_owned())))
        }
        Asked::Scale(_) => ("What they were asked", stood),
        Asked::Agreement => {
            ("What was agreed", stood.or_else(|| Some("It is not on record any more".to_owned())))
        }
    }
}
