//! A page of records as data: headings, words, lists, tables, cards and the ways on.
//!
//! A page that shows records is one file in [`super::leaves`], tested on the host; `ui` draws every one of them with
//! one component.

use crate::navigation::Route;
use crate::pictures::{Scene, Table};

/// A page to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    pub heading: String,
    pub caption: Option<String>,
    pub back: Option<Route>,
    pub parts: Vec<Part>,
}

/// A part of a page, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// An `h2`; a part of level 3 is under it.
    Heading(String),
    /// An `h3`.
    Subheading(String),
    Words(String),
    /// Words to send, with a way to copy them.
    Copy(String),
    /// Less important words.
    Aside(String),
    /// What follows if something is, or is not, done.
    Warning(String),
    List(Vec<Row>),
    Table {
        caption: String,
        columns: Vec<String>,
        rows: Vec<Vec<Cell>>,
    },
    /// A picture, with the same as a table behind it.
    Picture(Scene, Table),
    Card(Card),
    /// What happened, one thing after the other.
    Timeline(Vec<Moment>),
    /// What can be done here: the first is the main one of the page where `primary`.
    Actions {
        ways: Vec<Way>,
        primary: bool,
    },
    /// What of a long page can be shown, and whether it is shown now.
    Choices {
        label: String,
        ways: Vec<(Way, bool)>,
    },
    /// Behind a click: a summary, and what is under it.
    Details {
        summary: String,
        parts: Vec<Part>,
    },
}

/// A line of a list: the main words (a link where there is a way), more under them, and a word at its side.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    pub words: String,
    /// What the words are about, for those who hear the link alone.
    pub about: String,
    pub to: Option<Route>,
    pub more: Vec<String>,
    pub aside: Option<String>,
    pub tag: Option<Tag>,
}

/// A word with a colour that is never the only sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub words: String,
    pub tone: Tone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Attention,
    Late,
    Red,
    Amber,
    Green,
}

/// A cell of a table; the first of a row is its heading.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Words(String),
    /// Its words, what they are about for those who hear them alone, and where it leads.
    Link(String, String, Route),
    Tag(Tag),
}

/// Facts under a heading, with what can be done about them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    pub title: String,
    pub tag: Option<Tag>,
    pub facts: Vec<(String, String)>,
    pub ways: Vec<Way>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub title: String,
    /// For machines, `2026-03-14`.
    pub on: String,
    /// For people.
    pub when: String,
    pub by: Option<String>,
    pub words: Vec<String>,
    pub to: Option<Way>,
}

/// A way on: its words, what they are about for those who hear them alone, and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    pub words: String,
    pub about: String,
    pub to: Route,
}

impl Way {
    pub fn new(words: impl Into<String>, to: Route) -> Self {
        Self { words: words.into(), about: String::new(), to }
    }

    /// What the words are about: "Change" of what.
    #[must_use]
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }
}

impl Tag {
    pub fn new(words: impl Into<String>, tone: Tone) -> Self {
        Self { words: words.into(), tone }
    }
}

impl Row {
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }

    pub fn link(words: impl Into<String>, to: Route) -> Self {
        Self { words: words.into(), to: Some(to), ..Self::default() }
    }
}
