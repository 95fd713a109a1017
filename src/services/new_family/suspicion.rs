//! Whether a new family may be one that is here already.

use crate::model::dates::PartialDate;
use crate::model::ids::FamilyId;
use crate::model::person::{Arrival, Person};
use crate::workbook::fold::Workbook;

use super::NewFamily;

/// Why a family that is here may be the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suspicion {
    SameLabel { family: FamilyId, label: String },
    SameChild { family: FamilyId, label: String, child: String },
}

/// Families that may be the new one: the same label, or a child of the same name and date of birth.
pub fn perhaps_here<'a>(new: &NewFamily, here: impl IntoIterator<Item = &'a Workbook>) -> Vec<Suspicion> {
    here.into_iter().flat_map(|book| alike(new, book)).collect()
}

fn alike(new: &NewFamily, book: &Workbook) -> Vec<Suspicion> {
    let label = book.label();
    let same_label = plain(&label) == plain(&new.family.label);
    let known: Vec<(String, PartialDate)> =
        book.children().into_iter().filter_map(|(_, child)| identity(child)).collect();
    let children = new
        .people
        .iter()
        .filter(|new| new.person.is_child())
        .filter(|new| identity(&new.person).is_some_and(|identity| known.contains(&identity)))
        .map(|new| Suspicion::SameChild {
            family: book.id,
            label: label.clone(),
            child: new.person.display_name().to_owned(),
        });
    let labels =
        same_label.then(|| Suspicion::SameLabel { family: book.id, label: label.clone() }).into_iter();
    labels.chain(children).collect()
}

/// Name and date of birth, where both are known.
fn identity(person: &Person) -> Option<(String, PartialDate)> {
    let Arrival::Born(Some(born)) = person.arrival else { return None };
    let name = if person.name.trim().is_empty() { &person.known_as } else { &person.name };
    let name = plain(name);
    (!name.is_empty()).then_some((name, born))
}

/// A name as it is compared: capitals and spaces do not make two people.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
