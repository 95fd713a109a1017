//! The addresses of a document while it is made: a word for its kind, and the random ids of what it is of.

use std::fmt;
use std::str::FromStr;

use super::records::is_id;

/// Which document, as an address has it: "chronology", or a word and the ids of what it is of after full stops.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocumentAddress(String);

/// The pages on which a document is made, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentStep {
    /// Whom it is for.
    For,
    Sections,
    Preview,
}

impl DocumentAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Said of an address that can be none of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a document")]
pub struct NotADocument;

impl FromStr for DocumentAddress {
    type Err = NotADocument;

    fn from_str(text: &str) -> Result<Self, NotADocument> {
        is_id(text).then(|| Self(text.to_owned())).ok_or(NotADocument)
    }
}

impl DocumentStep {
    pub const ALL: [Self; 3] = [Self::For, Self::Sections, Self::Preview];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Sections => "sections",
            Self::Preview => "preview",
        }
    }

    /// Its name in the window's title.
    pub fn label(self) -> &'static str {
        match self {
            Self::For => "who it is for",
            Self::Sections => "what is in it",
            Self::Preview => "preview",
        }
    }

    /// The first page has the address of the document alone.
    pub(super) fn of_token(token: &str) -> Option<Self> {
        [Self::Sections, Self::Preview].into_iter().find(|step| step.token() == token)
    }
}
