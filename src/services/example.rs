//! Reading the example family: a plain file of events on the app's own site, fetched only when someone chooses
//! to look round, so that nobody else waits for it.

use crate::model::ids::FamilyId;
use crate::workbook::event::Event;
use crate::workbook::fold::Workbook;
use crate::workbook::log::EventSet;

/// Where the file is, beside the page itself, so that it is found in a sub-folder too.
pub const ADDRESS: &str = "example/family.json";

/// The example family, ready to be kept like any other.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    pub family: FamilyId,
    /// In canonical order.
    pub events: Vec<Event>,
}

/// The text was not the example family's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("The example family could not be read. Nothing was added. Reload the page and try again")]
pub struct NotTheExample;

/// Reads the file. Only a whole, readable workbook of one family that is marked as an example is taken: no
/// other file may come in by this door, because it asks no passphrase and shows nothing beforehand.
///
/// # Errors
/// [`NotTheExample`].
pub fn read(text: &str) -> Result<Example, NotTheExample> {
    let events: Vec<Event> = serde_json::from_str(text).map_err(|_| NotTheExample)?;
    let family = events.first().ok_or(NotTheExample)?.family;
    let mut set = EventSet::default();
    for event in &events {
        set.add(event.clone()).map_err(|_| NotTheExample)?;
    }
    let book = Workbook::fold(family, &set);
    let whole = book.unread.is_empty() && set.broken_links().is_empty();
    if whole && book.is_example() { Ok(Example { family, events }) } else { Err(NotTheExample) }
}

/// The example family as it stands, for tests of what is made from a workbook.
#[cfg(test)]
pub(crate) fn book() -> Workbook {
    let Example { family, events } = read(include_str!("../../public/example/family.json")).unwrap();
    let mut set = EventSet::default();
    for event in events {
        set.add(event).unwrap();
    }
    Workbook::fold(family, &set)
}
