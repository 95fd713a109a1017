//! A workbook in memory, held where the app's first part holds it too.

use std::ops::Deref;
use std::sync::Arc;

use crate::workbook::fold::Workbook;

/// A workbook that somebody may read. How one is taken apart when nobody holds it any more comes with the part of the app
/// that makes workbooks: a first visit has none, and does not wait for it (`ui/parts.rs`).
#[derive(Clone)]
pub struct Held(Arc<dyn Book + Send + Sync>);

trait Book {
    fn whole(self: Arc<Self>) -> Arc<Workbook>;
    fn read(&self) -> &Workbook;
}

impl Book for Workbook {
    fn whole(self: Arc<Self>) -> Arc<Workbook> {
        self
    }

    fn read(&self) -> &Workbook {
        self
    }
}

impl Held {
    /// The same workbook, to be kept for as long as it is needed.
    pub fn whole(&self) -> Arc<Workbook> {
        self.0.clone().whole()
    }
}

impl From<Arc<Workbook>> for Held {
    fn from(book: Arc<Workbook>) -> Self {
        Self(book)
    }
}

impl Deref for Held {
    type Target = Workbook;

    fn deref(&self) -> &Workbook {
        self.0.read()
    }
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What stands in a workbook is on no log.
        f.debug_tuple("Held").field(&self.id).finish()
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
