//! Who rated how: kept from one another until the chair shows them together, then side by side, with how far
//! they lie apart and how they moved over time (WAL and WSX 8; `domain.md` R57 to R59).
//!
//! A rating that others could read beforehand would pull theirs towards it; so nobody may, the chair included.

use chrono::NaiveDate;

use crate::model::ids::{PractitionerId, SupervisionId};
use crate::model::rating::{AgreedRating, Contribution, Rag, Rating, Reveal};
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::{Version, Versioned};

use super::Meeting;

/// A worker's rating, as one reader may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'a> {
    /// Given, and kept until all are shown together. Not even its colour can be read.
    Kept,
    Open(&'a Version<Rating>),
}

/// One worker's rating at one supervision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkerRating<'a> {
    pub by: PractitionerId,
    pub rating: Shown<'a>,
    /// Whether it stands in for someone who was not there.
    pub stands_in: bool,
    /// Whether it was given or changed after the ratings had been shown.
    pub after_reveal: bool,
    /// Whether two versions of it stand beside each other.
    pub in_conflict: bool,
}

/// The agreed rating of one supervision, in the family's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgreedAt<'a> {
    pub supervision: SupervisionId,
    pub on: NaiveDate,
    pub agreed: &'a AgreedRating,
}

impl<'a> Meeting<'a> {
    /// Whether the chair has shown the ratings together, and when.
    pub fn reveal(&self) -> Option<&'a Version<Reveal>> {
        self.book.reveals.get(self.id).map(Versioned::first)
    }

    /// Everyone's rating, as this reader may see them: one's own always, those of others once they were shown.
    pub fn ratings_for(&self, reader: PractitionerId) -> Vec<WorkerRating<'a>> {
        let reveal = self.reveal();
        let absent = self.held().map(|held| &held.absent);
        self.rated()
            .map(|(of, thing, version)| WorkerRating {
                by: of.practitioner,
                rating: if reveal.is_some() || of.practitioner == reader {
                    Shown::Open(version)
                } else {
                    Shown::Kept
                },
                stands_in: absent.is_some_and(|absent| absent.contains_key(&of.practitioner)),
                after_reveal: reveal
                    .and_then(|reveal| reveal.value.as_ref())
                    .is_some_and(|reveal| !reveal.shown.contains(&version.event)),
                in_conflict: !self.is_locked() && thing.is_in_conflict(),
            })
            .collect()
    }

    /// One's own rating for this supervision: for its form, which names the versions on screen.
    pub fn own_rating(&self, reader: PractitionerId) -> Option<&'a Versioned<Rating>> {
        self.book.ratings.get(Contribution { supervision: self.id, practitioner: reader })
    }

    /// Who has rated. That someone has is no secret; how, is until it is shown.
    pub fn has_rated(&self, practitioner: PractitionerId) -> bool {
        self.rated().any(|(of, ..)| of.practitioner == practitioner)
    }

    /// The lowest and the highest rating, once they were shown.
    pub fn spread(&self) -> Option<(Rag, Rag)> {
        self.reveal()?;
        let levels = || self.levels();
        levels().min().zip(levels().max())
    }

    pub(in crate::workbook) fn levels(&self) -> impl Iterator<Item = Rag> + use<'a, '_> {
        self.rated().filter_map(|(_, _, version)| version.value.as_ref()).map(|rating| rating.level)
    }

    fn rated(
        &self,
    ) -> impl Iterator<Item = (Contribution, &'a Versioned<Rating>, &'a Version<Rating>)> + use<'a, '_> {
        self.book
            .ratings
            .iter()
            .filter(|(of, _)| of.supervision == self.id)
            .filter_map(|(of, thing)| Some((of, thing, self.version_in(&self.book.ratings, of)?)))
            .filter(|(_, _, version)| version.value.is_some())
    }
}

impl Workbook {
    /// How the agreed rating moved, oldest first.
    pub fn agreed_history(&self) -> Vec<AgreedAt<'_>> {
        self.meetings()
            .into_iter()
            .filter_map(|meeting| {
                Some(AgreedAt { supervision: meeting.id, on: meeting.day()?, agreed: meeting.agreed()? })
            })
            .collect()
    }

    /// The rating that was agreed last.
    pub fn agreed_rating(&self) -> Option<AgreedAt<'_>> {
        self.agreed_history().pop()
    }

    /// How one worker's ratings moved, oldest first, as far as this reader may see them.
    pub fn rating_history(
        &self,
        of: PractitionerId,
        reader: PractitionerId,
    ) -> Vec<(SupervisionId, &Version<Rating>)> {
        let mut history = Vec::new();
        for meeting in self.meetings() {
            let shown = meeting.ratings_for(reader).into_iter().find(|rating| rating.by == of);
            if let Some(WorkerRating { rating: Shown::Open(version), .. }) = shown {
                history.push((meeting.id, version));
            }
        }
        history
    }
}
