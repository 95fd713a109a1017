//! Who is shown nothing before a second pair of eyes has read it: while safety separation stands, the one who is said to
//! have harmed the other (`domain.md` E2, rule 15). A manager's signature alone has failed before (E1), so what was
//! read is kept word for word, and anything that says something else waits again.

use crate::model::ids::{PersonId, PractitionerId};
use crate::model::sharing::{Approval, ForOne, Piece};

use super::fold::Workbook;
use super::versioned::{Version, Versioned};

impl Workbook {
    /// Those who are to be kept safe from this person, where what this person is shown waits for a manager: everyone
    /// from whom separation stands, unless it was said that the other is the one who has harmed.
    pub fn kept_safe_from(&self, person: PersonId) -> Vec<PersonId> {
        let pairs = self.separated_pairs().into_iter();
        let others = pairs.filter_map(|pair| {
            let other = pair.other(person)?;
            let heads = self.separations.get(pair).map(Versioned::heads).unwrap_or_default();
            // While two versions stand beside each other, the safer one holds.
            let mut standing = heads.iter().filter_map(|head| head.value.as_ref()).filter(|it| it.in_force);
            standing.any(|it| it.said_to_harm != Some(other)).then_some(other)
        });
        others.collect()
    }

    /// Whether it is said of this person that they have harmed another, from whom separation stands.
    pub fn is_said_to_harm(&self, person: PersonId) -> bool {
        self.separated_pairs().into_iter().any(|pair| {
            let heads = self.separations.get(pair).map(Versioned::heads).unwrap_or_default();
            heads.iter().any(|head| head.value.as_ref().is_some_and(|it| it.said_to_harm == Some(person)))
        })
    }

    /// Whether a manager has read these very words for one person, and somebody else had chosen them.
    pub fn is_approved(&self, of: ForOne, words: &str) -> bool {
        let heads = self.approvals.get(of).map(Versioned::heads).unwrap_or_default();
        let stands = |head: &&Version<Approval>| {
            head.value.as_ref().is_some_and(|approval| approval.words == words)
                && !self.is_own_choice(of.piece, head.author)
        };
        !heads.is_empty() && heads.iter().all(stands)
    }

    /// Whether it was this practitioner who chose that a piece may be shown, or who wrote what is shown by its record.
    pub fn is_own_choice(&self, piece: Piece, by: PractitionerId) -> bool {
        match self.shared.get(piece) {
            Some(thing) => thing.heads().iter().any(|head| head.author == by),
            None => self.on_record(piece).is_some_and(|record| record.writers.contains(&by)),
        }
    }
}
