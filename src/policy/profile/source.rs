//! Where a line of a profile comes from.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A document that a profile was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub title: String,
    /// Its version and date, or where it was read.
    pub edition: String,
}

/// The documents of a profile, by the short word that its sources begin with.
pub type Documents = BTreeMap<String, Document>;

/// A document and a section of it. In a profile's file: `"procedures: Process and quality standards"`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Source {
    /// The short word of the document.
    pub document: String,
    pub section: String,
}

/// The text names no document, or no section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a source is a document’s short word, a colon and a section, such as “procedures: Timescales”")]
pub struct NoSource;

impl TryFrom<String> for Source {
    type Error = NoSource;

    fn try_from(text: String) -> Result<Self, NoSource> {
        match text.split_once(": ") {
            Some((document, section)) if !document.is_empty() && !section.trim().is_empty() => {
                Ok(Self { document: document.to_owned(), section: section.trim().to_owned() })
            }
            _ => Err(NoSource),
        }
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.to_string()
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.document, self.section)
    }
}

impl Source {
    /// As it is shown: the document's whole title, and the section.
    pub fn words(&self, documents: &Documents) -> String {
        match documents.get(&self.document) {
            Some(document) => format!("{}, {}", document.title, self.section),
            None => self.to_string(),
        }
    }
}
