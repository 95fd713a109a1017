//! The texts that are looked through, and what was found in them.

use std::ops::Range;

use crate::model::ids::PersonId;
use crate::model::plan::Paper;
use crate::model::sharing::Piece;
use crate::model::source::Source;

use super::guarded::GuardedKind;

/// Where a text will stand when it leaves the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    Page,
    Title,
    AlternativeText,
    FileName,
    CalendarEntry,
}

impl Stands {
    /// As people say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Page => "on the page",
            Self::Title => "in the title",
            Self::AlternativeText => "in the words for a picture",
            Self::FileName => "in the name of the file",
            Self::CalendarEntry => "in the calendar entry",
        }
    }
}

/// The record in which a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    Source(Source),
    Piece(Piece),
    Paper(Paper),
}

/// Where a text was written, so that it can be changed there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    pub record: Record,
    /// Which of its parts, as its page calls it: "What is going well".
    pub part: String,
}

/// Where a text will stand, and where it was written, if a record holds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub stands: Stands,
    pub written: Option<Written>,
}

/// A text that is about to leave the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub place: Place,
    pub words: String,
}

/// Something guarded that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: GuardedKind,
    /// Whose it is.
    pub whose: PersonId,
    pub place: Place,
    /// Where it goes on, when it runs over the end of one text into others.
    pub runs_into: Option<Place>,
    /// The whole sentence; all the sentences, where it runs over several.
    pub sentence: String,
    /// The bytes of the sentence that gave it away.
    pub range: Range<usize>,
}

impl Finding {
    /// The words that gave it away.
    pub fn words(&self) -> &str {
        self.sentence.get(self.range.clone()).unwrap_or(&self.sentence)
    }
}
