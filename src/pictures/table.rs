//! A table: behind every picture, and in documents.

use serde::{Deserialize, Serialize};

/// Rows under named columns; the first cell of a row is its heading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}
