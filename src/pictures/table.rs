//! A table: behind every picture, and in documents.

/// Rows under named columns; the first cell of a row is its heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}
