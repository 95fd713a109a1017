//! What was recorded in the modules lately.

use chrono::{DateTime, Utc};

use crate::model::ids::{EntryId, FamilyId};
use crate::model::module::ModuleId;
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Route};
use crate::workbook::fold::Workbook;

/// One saved version of an entry, for a list of what was recorded lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub family: FamilyId,
    pub entry: EntryId,
    pub module: ModuleId,
    pub subject: Subject,
    pub about: String,
    pub by: String,
    pub at: DateTime<Utc>,
    pub changed: bool,
}

impl Recorded {
    /// The module in which it stands.
    pub fn route(&self) -> Route {
        Route::family(self.family, FamilyPage::Module { subject: self.subject, module: self.module })
    }
}

/// What was recorded lately, newest first, each entry once.
pub fn recorded_lately<'a>(books: impl IntoIterator<Item = &'a Workbook>, most: usize) -> Vec<Recorded> {
    let mut found: Vec<Recorded> = books.into_iter().flat_map(recorded).collect();
    found.sort_by_key(|recorded| std::cmp::Reverse((recorded.at, recorded.entry)));
    found.truncate(most);
    found
}

fn recorded(book: &Workbook) -> Vec<Recorded> {
    let of = |(id, thing): (EntryId, &crate::workbook::versioned::Versioned<_>)| {
        let entry: &crate::model::entry::Entry = thing.current()?;
        let latest = thing.latest();
        Some(Recorded {
            family: book.id,
            entry: id,
            module: entry.module,
            subject: entry.subject,
            about: book.subject_name(entry.subject),
            by: book.author_name(latest.author),
            at: latest.recorded,
            changed: thing.count() > 1,
        })
    };
    book.entries.iter().filter_map(of).collect()
}
