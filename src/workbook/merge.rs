//! Joining two copies of a workbook: the union of what happened, told before it is done.

use crate::model::ids::FamilyId;

use super::conflict::{Conflict, conflicts};
use super::event::Event;
use super::fold::Workbook;
use super::log::{Altered, EventSet};

/// What joining would change. Nothing has been written.
#[derive(Debug, Clone, PartialEq)]
pub struct Joined {
    /// The events of both copies.
    pub events: EventSet,
    pub workbook: Workbook,
    /// Those that were not here.
    pub new: Vec<Event>,
    /// How many of the file's events were here already.
    pub same: usize,
    /// Things of which two versions stand beside each other after joining, and did not before.
    pub new_conflicts: Vec<Conflict>,
}

/// Joins a file's events to those that are here.
///
/// # Errors
/// [`Altered`] when the file holds another content under the id of an event that is here.
pub fn join(
    id: FamilyId,
    here: &EventSet,
    theirs: impl IntoIterator<Item = Event>,
) -> Result<Joined, Altered> {
    let mut events = here.clone();
    let mut new = Vec::new();
    let mut same = 0;
    for event in theirs {
        let copy = event.clone();
        if events.add(event)? { new.push(copy) } else { same += 1 }
    }
    let before = conflicts(&Workbook::fold(id, here));
    let workbook = Workbook::fold(id, &events);
    let new_conflicts =
        conflicts(&workbook).into_iter().filter(|conflict| !before.contains(conflict)).collect();
    Ok(Joined { events, workbook, new, same, new_conflicts })
}
