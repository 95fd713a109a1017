//! Safety separation: two adults who must not learn of each other through this workbook.
//!
//! What names one of the pair is never offered to the other (`domain.md` E2: audiences are named people, and
//! hiding is the default). This is the first, coarse rule; what reaches a person is decided again, more
//! strictly, wherever something is shown, printed or sent.

use std::collections::BTreeSet;

use crate::model::entry::Entry;
use crate::model::ids::PersonId;
use crate::model::subject::Pair;

use super::fold::Workbook;

impl Workbook {
    /// Whether separation stands between these two.
    pub fn is_separated(&self, pair: Pair) -> bool {
        self.separations.get(pair).is_some_and(|separation| {
            // While two versions stand beside each other, the safer one holds.
            separation
                .heads()
                .iter()
                .any(|version| version.value.as_ref().is_some_and(|value| value.in_force))
        })
    }

    /// The people from whom separation stands for this person.
    pub fn separated_from(&self, person: PersonId) -> Vec<PersonId> {
        self.separated_pairs().into_iter().filter_map(|pair| pair.other(person)).collect()
    }

    /// Why an entry may not be shown to someone: the person it names from whom they are separated.
    pub fn kept_from(&self, entry: &Entry, person: PersonId) -> Option<PersonId> {
        self.separated_from(person).into_iter().find(|other| entry.names(*other))
    }

    /// Why what names these people may not be shown to someone.
    pub fn kept_from_any(&self, named: &BTreeSet<PersonId>, person: PersonId) -> Option<PersonId> {
        self.separated_from(person).into_iter().find(|other| named.contains(other))
    }
}
