//! A document before it is written: one source for the screen, for paper and for Word.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::pictures::{Scene, Table};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its heading, such as "Parenting assessment of Amara Okafor".
    pub title: String,
    /// Whose it is, at the foot of every page: "Only for Amara", or "For professionals".
    pub audience: String,
    /// The day on which it was made.
    pub date: NaiveDate,
    /// Which state of the records it shows, at the foot of every page, such as "Version 214 of the records".
    pub version: String,
    /// "Made from Family 7F3K workbook".
    pub made_from: String,
    /// A word across every page: "Draft".
    pub watermark: Option<String>,
    /// Whether it begins with a list of its headings.
    pub contents: bool,
    /// Whether it is set close, so that all of it stands on one sheet.
    pub close: bool,
    pub blocks: Vec<Block>,
}

/// A piece of a document, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Heading(Level, String),
    /// One paragraph, without line breaks; see [`Block::paragraphs`].
    Paragraph(String),
    /// Less important words: where something comes from.
    Aside(String),
    /// A name in bold, and what belongs to it, on one line: "What it means for Kayla: …".
    Labelled(String, String),
    /// Somebody's own words, unchanged, and whose they are and when.
    Quote {
        words: String,
        by: String,
    },
    List {
        numbered: bool,
        items: Vec<String>,
    },
    /// Names and values: a table of two columns without a row of headings.
    Facts(Vec<(String, String)>),
    Table(Table),
    /// A picture; its table comes behind it as a block of its own.
    Picture(Scene),
    /// What comes after it begins on a new page.
    NewPage,
}

/// How deep a heading lies; the title of the document stands above all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    First,
    Second,
    Third,
}

impl Level {
    /// Whether the list of contents names such headings: with the third, the list is longer than a page.
    pub fn is_listed(self) -> bool {
        self < Self::Third
    }
}

impl Block {
    /// What somebody wrote, a paragraph for each line that is not empty.
    pub fn paragraphs(words: &str) -> impl Iterator<Item = Self> + '_ {
        let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| Self::Paragraph(line.to_owned()))
    }
}
