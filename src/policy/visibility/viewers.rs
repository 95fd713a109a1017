//! Those who look, by the names that they chose (`ux.md` SR9), the adults first.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::family_view::Viewer;
use crate::model::ids::PersonId;
use crate::workbook::fold::Workbook;

/// Everyone who is there, in the order of the workbook.
pub(super) fn in_order(book: &Workbook, present: &BTreeSet<PersonId>) -> Vec<PersonId> {
    let everyone = book.adults().into_iter().chain(book.children()).map(|(id, _)| id);
    everyone.filter(|id| present.contains(id)).collect()
}

pub(super) fn viewers(book: &Workbook, in_order: &[PersonId], today: NaiveDate) -> Vec<Viewer> {
    let viewer = |id: &PersonId| {
        let person = book.people.current(*id)?;
        let name = person.display_name().to_owned();
        Some(Viewer { name, child: person.is_child(), age: person.age(today), scales: BTreeMap::new() })
    };
    in_order.iter().filter_map(viewer).collect()
}
