//! Small pieces of documents that several of them have: who wrote something and when, names with what belongs to them,
//! and what pages of records show, as it stands on paper.

use chrono::{DateTime, Utc};

use crate::model::action::{Action, Outcome};
use crate::model::choices::Choice;
use crate::model::entry::{Certainty, Entry};
use crate::model::ids::PractitionerId;
use crate::model::practitioner::Role;
use crate::pictures::Table;
use crate::reports::{Block, Level};
use crate::services::clock::date_words;
use crate::services::here::Here;
use crate::services::leaf::{Card, Cell, Moment, Part, Row};
use crate::services::leaves::{names, owner_name};
use crate::workbook::round::actions::Agreed;
use crate::workbook::versioned::Versioned;

/// A name and what belongs to it: on one line where it has one, and as paragraphs under it where it has more.
pub(super) fn labelled(name: impl Into<String>, words: &str) -> Vec<Block> {
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return Vec::new() };
    let first = Block::Labelled(name.into(), first.to_owned());
    std::iter::once(first).chain(lines.map(|line| Block::Paragraph(line.to_owned()))).collect()
}

/// Every name of which anything is said.
pub(super) fn all_labelled(said: impl IntoIterator<Item = (String, String)>) -> Vec<Block> {
    said.into_iter().flat_map(|(name, words)| labelled(name, &words)).collect()
}

/// "Sam Holt, social worker".
pub(super) fn who(here: &Here<'_>, author: PractitionerId, role: &Role) -> String {
    format!("{}, {}", here.book.author_name(author), here.profile().role_name(role).to_lowercase())
}

/// Who wrote something last, in which role, and when: "Written by Sam Holt, social worker, 3 October 2026."
pub(super) fn wrote<T>(here: &Here<'_>, thing: &Versioned<T>) -> Block {
    let latest = thing.latest();
    written(here, latest.author, &latest.role, latest.recorded)
}

pub(super) fn written(here: &Here<'_>, author: PractitionerId, role: &Role, at: DateTime<Utc>) -> Block {
    Block::Aside(format!("Written by {}, {}.", who(here, author, role), date_words(at)))
}

/// Who did a piece of work and when, how they know, and whether it is more than somebody's word (`domain.md` E2,
/// rule 16).
pub(super) fn source(here: &Here<'_>, thing: &Versioned<Entry>, entry: &Entry) -> String {
    let latest = thing.latest();
    let mut words = format!("{}. Work of {}", who(here, latest.author, &latest.role), entry.done_on);
    let recorded = date_words(latest.recorded);
    if recorded != entry.done_on.to_string() {
        words.push_str(&format!(", written down {recorded}"));
    }
    words.push_str(&format!(". {}.", entry.how_known.label()));
    match entry.certainty {
        Certainty::Fact => {}
        Certainty::Allegation | Certainty::Opinion => {
            words.push_str(&format!(" {}.", entry.certainty.label()))
        }
    }
    let present = names(here.book, &entry.present);
    let there = [present, one_line(&entry.others_present)];
    let there: Vec<&str> = there.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    if !there.is_empty() {
        words.push_str(&format!(" There: {}.", there.join("; ")));
    }
    words
}

/// What somebody agreed to do, as a row: what, who, by when, how we will know, what came of it.
pub(super) fn action_row(here: &Here<'_>, agreed: &Agreed<'_>) -> Vec<String> {
    let Action { what, by, how_known, .. } = agreed.action;
    let who = agreed.action.who.as_ref().map(|who| owner_name(here.book, who)).unwrap_or_default();
    let result = agreed.result.and_then(|version| version.value.as_ref());
    let moved = result.and_then(|it| it.by.as_ref());
    let by = moved.or(by.as_ref()).map(ToString::to_string).unwrap_or_default();
    let came = match result {
        None => "Open".to_owned(),
        Some(it) if it.words.trim().is_empty() => it.outcome.label().to_owned(),
        Some(it) if it.outcome == Outcome::Done => format!("Done: {}", it.words),
        Some(it) => format!("{}: {}", it.outcome.label(), it.words),
    };
    vec![what.clone(), who, by, how_known.clone(), one_line(&came)]
}

/// A table of what was agreed; nothing where nothing was.
pub(super) fn actions_table(here: &Here<'_>, caption: &str, all: &[Agreed<'_>]) -> Option<Block> {
    let columns = ["What", "Who", "By when", "How we will know", "What came of it"];
    table(caption, &columns, all.iter().map(|agreed| action_row(here, agreed)).collect())
}

/// A table; nothing where it has no row.
pub(super) fn table(caption: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Option<Block> {
    let columns = columns.iter().map(|it| (*it).to_owned()).collect();
    let lines = |row: Vec<String>| row.iter().map(|cell| one_line(cell)).collect();
    let rows: Vec<Vec<String>> = rows.into_iter().map(lines).collect();
    (!rows.is_empty()).then(|| Block::Table(Table { caption: caption.to_owned(), columns, rows }))
}

/// Several lines as one, for a cell.
pub(super) fn one_line(words: &str) -> String {
    words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ")
}

/// What a page of records shows, as it stands on paper: without what can be done there.
pub(super) fn of_parts(parts: impl IntoIterator<Item = Part>) -> Vec<Block> {
    parts.into_iter().flat_map(of_part).collect()
}

fn of_part(part: Part) -> Vec<Block> {
    match part {
        Part::Heading(words) => vec![Block::Heading(Level::Second, words)],
        Part::Subheading(words) => vec![Block::Heading(Level::Third, words)],
        Part::Words(words) | Part::Copy(words) | Part::Warning(words) => Block::paragraphs(&words).collect(),
        Part::Aside(words) => vec![Block::Aside(one_line(&words))],
        Part::List(rows) => {
            let items: Vec<String> = rows.iter().map(item).collect();
            (!items.is_empty()).then_some(Block::List { numbered: false, items }).into_iter().collect()
        }
        Part::Table { caption, columns, rows } => {
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            let rows = rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
            table(&caption, &columns, rows).into_iter().collect()
        }
        Part::Card(card) => of_card(card),
        Part::Timeline(moments) => moments.into_iter().flat_map(of_moment).collect(),
        Part::Details { parts, .. } => of_parts(parts),
        // A document has pictures of its own, drawn for exactly those who read it.
        Part::Actions { .. } | Part::Choices { .. } | Part::Picture(..) => Vec::new(),
    }
}

pub(super) fn of_card(card: Card) -> Vec<Block> {
    let title = match card.tag {
        Some(tag) => format!("{} ({})", one_line(&card.title), tag.words),
        None => one_line(&card.title),
    };
    let heading = Block::Heading(Level::Second, title);
    std::iter::once(heading).chain(all_labelled(card.facts)).collect()
}

fn of_moment(moment: Moment) -> Vec<Block> {
    let by = moment.by.map(|by| format!(", {by}")).unwrap_or_default();
    let words = moment.words.iter().flat_map(|words| Block::paragraphs(words).collect::<Vec<_>>());
    let first = labelled(format!("{}{by}", moment.when), &moment.title);
    first.into_iter().chain(words).collect()
}

pub(super) fn item(row: &Row) -> String {
    let tag = row.tag.as_ref().map(|tag| format!(" ({})", tag.words)).unwrap_or_default();
    let aside = row.aside.iter().cloned();
    let all = std::iter::once(format!("{}{tag}", row.words)).chain(row.more.iter().cloned()).chain(aside);
    let lines: Vec<String> = all.map(|words| one_line(&words)).filter(|words| !words.is_empty()).collect();
    lines.join(". ")
}

fn cell(cell: Cell) -> String {
    match cell {
        Cell::Words(words) | Cell::Link(words, ..) => words,
        Cell::Tag(tag) => tag.words,
    }
}
