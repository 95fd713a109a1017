//! What people said while something was shown to them, beside the record that it is about: word for word, attributed,
//! and never merged into it (`ux.md` 3.1, principle 2; 3.3; 3.7).

use crate::model::choices::Choice;
use crate::model::ids::{EntryId, SaidId, ShowingId};
use crate::model::sharing::Piece;
use crate::model::showing::{AnswerTo, Said, Showing};
use crate::navigation::{FamilyPage, Route};
use crate::services::clock::{date_words, time_words};
use crate::services::entry_reading::Line;
use crate::services::leaf::{Row, Tag, Tone};
use crate::services::shown::title;
use crate::workbook::fold::Workbook;

/// Everything that was said, the newest first.
fn all(book: &Workbook) -> Vec<(SaidId, &Said)> {
    let mut all: Vec<(SaidId, &Said)> = book.said.all().collect();
    all.sort_by_key(|(id, said)| std::cmp::Reverse((said.at, *id)));
    all
}

/// What was said in one showing, in the order in which it was said.
pub fn in_showing(book: &Workbook, showing: ShowingId) -> Vec<Row> {
    let own = all(book).into_iter().rev().filter(|(_, said)| said.showing == showing);
    own.map(|(_, said)| row(book, said)).collect()
}

/// What was said to what was shown, and to what was agreed: the newest first.
pub fn to_what_was_shown(book: &Workbook) -> Vec<Row> {
    let answers = all(book).into_iter().filter(|(_, said)| is_answer(said));
    answers.map(|(_, said)| row(book, said)).collect()
}

/// What was said to any of these pieces, the newest first.
pub fn to_pieces(book: &Workbook, pieces: &[Piece]) -> Vec<Row> {
    let about = |said: &Said| pieces.iter().any(|piece| is_about(said, *piece));
    all(book).into_iter().filter(|(_, said)| about(said)).map(|(_, said)| row(book, said)).collect()
}

/// What stands beside an entry: what its words were said to, where it was made of what somebody said; and what people
/// said when it was shown to them.
pub fn beside_entry(book: &Workbook, entry: EntryId) -> Vec<Line> {
    let mut beside = Vec::new();
    for (_, said) in all(book).into_iter().rev() {
        let name = book.name_of(said.who);
        if said.entry == Some(entry) {
            let label = format!("{name} said this {}", when(said));
            let text = context(book, said).into_iter().chain(unfinished(said)).collect::<Vec<_>>().join("\n");
            beside.push(Line { label, text, quote: false });
        } else if of_entry(said) == Some(entry) {
            let label = format!("{name} was shown this, and said {}", when(said));
            beside.push(Line { label, text: its_words(said).join("\n"), quote: true });
        }
    }
    beside
}

/// The entry that something was said to.
fn of_entry(said: &Said) -> Option<EntryId> {
    match said.to {
        AnswerTo::Piece(
            Piece::GoingWell(id) | Piece::Needs(id) | Piece::OwnWords(id, _) | Piece::Analysis(id, _),
        ) => Some(id),
        _ => None,
    }
}

fn is_about(said: &Said, piece: Piece) -> bool {
    let agreed = || said.to == AnswerTo::Agreement && said.before.iter().any(|it| it.pieces.contains(&piece));
    said.to == AnswerTo::Piece(piece) || agreed()
}

fn is_answer(said: &Said) -> bool {
    matches!(said.to, AnswerTo::Piece(_) | AnswerTo::Agreement)
}

fn when(said: &Said) -> String {
    format!("on {} at {}", date_words(said.at), time_words(said.at))
}

/// Who and when; under it what it was said to, and what they said.
fn row(book: &Workbook, said: &Said) -> Row {
    let to = said.entry.and_then(|id| {
        let entry = book.entries.current(id)?;
        let page = FamilyPage::EntryHistory { subject: entry.subject, module: entry.module, entry: id };
        Some(Route::family(book.id, page))
    });
    let there = book.showings.current(said.showing);
    let there = there.map(|showing| format!("There: {}", who_was_there(book, showing)));
    let signed = Some(format!("Signed: {}", said.signed)).filter(|_| !said.signed.trim().is_empty());
    let hash = said.before.as_ref().filter(|_| signed.is_some());
    let hash = hash.map(|before| format!("Fingerprint of what was signed: {}", before.hash));
    let more = context(book, said).into_iter().chain(its_words(said)).chain(signed).chain(there).chain(hash);
    Row {
        words: format!("{}, {}", book.name_of(said.who), when(said)),
        about: if to.is_some() { "(the entry that it was put in)".to_owned() } else { String::new() },
        to,
        more: more.collect(),
        aside: Some(said.kept.label().to_owned()),
        tag: said.disagrees().then(|| Tag::new("Sees it differently", Tone::Attention)),
    }
}

/// What it was said to.
fn context(book: &Workbook, said: &Said) -> Vec<String> {
    let kind = match &said.to {
        AnswerTo::Nothing => "Something they wanted to say".to_owned(),
        AnswerTo::Hopes => "What they hope for".to_owned(),
        AnswerTo::Different => "What they think needs to be different".to_owned(),
        AnswerTo::Piece(piece) => title(book, *piece),
        AnswerTo::Scale(_) => "A question on a scale".to_owned(),
        AnswerTo::Agreement => "What was agreed".to_owned(),
    };
    let words = said.before.iter().map(|before| format!("“{}”", before.words));
    std::iter::once(format!("To: {kind}")).chain(words).collect()
}

fn unfinished(said: &Said) -> Option<String> {
    said.unfinished.then(|| "They had not finished writing".to_owned())
}

/// What they chose, and every word as they wrote it.
fn its_words(said: &Said) -> Vec<String> {
    let chose = said.verdict.map(|verdict| verdict.label().to_owned());
    let number = said.number.map(|number| format!("{number}, where 0 is the least and 10 the most"));
    let texts = [
        ("", &said.words),
        ("Why it is not less: ", &said.why_not_less),
        ("What would make it one more: ", &said.what_next),
    ];
    let texts = texts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    let texts = texts.map(|(name, words)| format!("{name}“{words}”"));
    chose.into_iter().chain(number).chain(texts).chain(unfinished(said)).collect()
}

/// One showing in a heading: to whom, and on which day.
pub fn showing_words(book: &Workbook, showing: &Showing) -> String {
    format!("To {}, {}", who_was_there(book, showing), date_words(showing.began))
}

fn who_was_there(book: &Workbook, showing: &Showing) -> String {
    let names = showing.people.iter().map(|who| book.name_of(*who));
    let others = Some(showing.others.clone()).filter(|others| !others.trim().is_empty());
    names.chain(others).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
