//! What somebody had before them when they answered, word for word (`ux.md` 3.7, S43).

use crate::model::choices::Choice as _;
use crate::model::dates::day_words;
use crate::model::family_view::Item;
use crate::model::ids::PersonId;
use crate::model::sharing::{Heading, Piece};
use crate::model::showing::Before;
use crate::programme::family_words::{Reader, Words, pack};
use crate::programme::scales::SCALES;
use crate::services::session::AfterVisit;
use crate::services::visit::answer::Asked;
use crate::services::words::fingerprint;
use crate::workbook::fold::Workbook;

/// What stood before whoever answered; none where they said something of their own.
pub fn before(book: &Workbook, after: &AfterVisit, to: &Asked, who: Option<PersonId>) -> Option<Before> {
    let (words, pieces) = match to {
        Asked::Nothing | Asked::Hopes | Asked::Different => return None,
        Asked::Item(number) => shown(book, after, &[*number]),
        Asked::Agreement => shown(book, after, &agreed(after)),
        Asked::Scale(name) => (question(book, after, name, who), Vec::new()),
    };
    (!words.is_empty()).then(|| Before { hash: fingerprint(&words), words, pieces })
}

/// What was shown as agreed.
fn agreed(after: &AfterVisit) -> Vec<u32> {
    let is_action = |piece: &Piece| matches!(piece, Piece::Action(_));
    match after.items.is_empty() {
        false => {
            let items = after.items.iter().filter(|item| item.heading == Heading::Agreed);
            items.map(|item| item.number).collect()
        }
        true => after.pieces.iter().filter(|(_, piece)| is_action(piece)).map(|(it, _)| *it).collect(),
    }
}

/// Items as they stood there; where a visit was begun by an earlier version of this app, as they are recorded.
fn shown(book: &Workbook, after: &AfterVisit, numbers: &[u32]) -> (String, Vec<Piece>) {
    let piece = |number: &u32| after.pieces.get(number).copied();
    let words = |number: &u32| {
        let item = after.items.iter().find(|item| item.number == *number);
        item.map(stood).or_else(|| Some(book.on_record(piece(number)?)?.words))
    };
    let words: Vec<String> = numbers.iter().filter_map(words).collect();
    (words.join("\n\n"), numbers.iter().filter_map(piece).collect())
}

/// One item, with everything that was said with it.
fn stood(item: &Item) -> String {
    let who = item.who.iter().map(|name| format!("Who: {name}"));
    let said_by = item.said_by.iter().map(|name| format!("{name}’s own words"));
    let on = item.on.map(|on| {
        format!("{}: {}", if item.heading == Heading::Agreed { "By" } else { "On" }, day_words(on))
    });
    let kept = item.kept.map(|kept| if kept { "Done" } else { "The day has passed" }.to_owned());
    let more = [&item.how_often, &item.came_of_it].map(String::as_str);
    let more = more.into_iter().filter(|words| !words.trim().is_empty()).map(str::to_owned);
    let translated = item.translations.values().map(|it| format!("{} (translated by {})", it.words, it.by));
    let lines = [item.words.clone()].into_iter().chain(said_by).chain(who).chain(on).chain(kept);
    lines.chain(more).chain(translated).collect::<Vec<_>>().join("\n")
}

/// The question of a scale, as it was put to them: in their language, as a child or an adult is asked it.
fn question(book: &Workbook, after: &AfterVisit, name: &str, who: Option<PersonId>) -> String {
    let child = who.and_then(|who| book.people.current(who)).is_some_and(|it| it.is_child());
    let reader = if child { Reader::Child } else { Reader::Adult };
    let words = Words::new(pack(&after.showing.language), reader);
    let scale = SCALES.iter().find(|scale| scale.name == name);
    scale.map_or_else(|| name.to_owned(), |scale| words.say(scale.question))
}

/// Under which heading each thing stood that was shown, and its words.
pub fn what_was_shown(after: &AfterVisit) -> Vec<(&'static str, String)> {
    after.items.iter().map(|item| (item.heading.label(), stood(item))).collect()
}
