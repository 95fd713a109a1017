//! One supervision, from everything that was recorded of it.
//!
//! An authorisation names the versions that it covers, and those are the record from then on: whatever anyone
//! writes afterwards, knowing of it or not, is listed beside it and changes nothing (`domain.md` R52; WAL and
//! WSX 9: "approves the meeting notes as an authorised record").

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use crate::model::ids::{AddendumId, EventId, PractitionerId, SupervisionId};
use crate::model::rating::{AgreedRating, Contribution};
use crate::model::supervision::{Addendum, Held, Notes, SignOff, Supervision};
use crate::workbook::conflict::Conflict;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::{Things, Version, Versioned};

/// How far a supervision has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    Planned,
    /// Held; the notes are not with the manager yet.
    Held,
    /// The manager has the notes.
    Submitted {
        by: PractitionerId,
        at: DateTime<Utc>,
    },
    Returned {
        by: PractitionerId,
        at: DateTime<Utc>,
        why: String,
    },
    /// The authorised record. It never changes.
    Authorised {
        by: PractitionerId,
        at: DateTime<Utc>,
        although: String,
    },
}

/// A supervision, with the versions that count.
#[derive(Debug, Clone)]
pub struct Meeting<'a> {
    pub(super) book: &'a Workbook,
    pub id: SupervisionId,
    /// The versions that its authorisation names; none before it is authorised.
    covers: Option<BTreeSet<EventId>>,
}

impl Workbook {
    /// The supervision of this id.
    pub fn meeting(&self, id: SupervisionId) -> Option<Meeting<'_>> {
        self.supervisions.get(id)?;
        let authorisations = authorisations(self, id);
        let covers = (!authorisations.is_empty()).then(|| {
            authorisations.iter().filter_map(|version| covered(version)).flatten().copied().collect()
        });
        Some(Meeting { book: self, id, covers })
    }

    /// Every supervision, in order of the day it was held or is planned for.
    pub fn meetings(&self) -> Vec<Meeting<'_>> {
        let mut meetings: Vec<_> = self.supervisions.iter().filter_map(|(id, _)| self.meeting(id)).collect();
        meetings.sort_by_cached_key(|meeting| (meeting.day(), meeting.id));
        meetings
    }

    /// The next supervision that is planned and was not held, if there is one.
    pub fn next_meeting(&self) -> Option<Meeting<'_>> {
        self.meetings().into_iter().find(|meeting| meeting.held().is_none())
    }

    /// The supervision that was held last.
    pub fn last_meeting(&self) -> Option<Meeting<'_>> {
        self.meetings().into_iter().rfind(|meeting| meeting.held().is_some())
    }
}

fn covered(version: &Version<SignOff>) -> Option<&Vec<EventId>> {
    match &version.value {
        Some(SignOff::Authorised { covers, .. }) => Some(covers),
        _ => None,
    }
}

/// The authorisations that count: none by someone who wrote the notes that it covers, and none that would put
/// another in the place of one that stands. Two that were given apart both count, and wait to be settled.
fn authorisations(book: &Workbook, id: SupervisionId) -> Vec<&Version<SignOff>> {
    let Some(sign_off) = book.sign_offs.get(id) else { return Vec::new() };
    let own = |version: &Version<SignOff>| {
        let covers = covered(version).map(Vec::as_slice).unwrap_or_default();
        book.notes.get(id).is_some_and(|notes| {
            notes.versions().any(|note| note.author == version.author && covers.contains(&note.event))
        })
    };
    let mut given: Vec<&Version<SignOff>> = Vec::new();
    for version in sign_off.versions().filter(|version| covered(version).is_some() && !own(version)) {
        let before = given.iter().filter(|other| version.supersedes.contains(&other.event)).count();
        if before != 1 {
            given.push(version);
        }
    }
    let settled: BTreeSet<EventId> =
        given.iter().flat_map(|version| version.supersedes.iter().copied()).collect();
    given.retain(|version| !settled.contains(&version.event));
    given
}

impl<'a> Meeting<'a> {
    /// The workbook it is of.
    pub fn book(&self) -> &'a Workbook {
        self.book
    }

    /// The version of a thing that counts: the one that was authorised, or else the latest.
    pub(super) fn version_in<K: Ord + Copy, T>(
        &self,
        things: &'a Things<K, T>,
        key: K,
    ) -> Option<&'a Version<T>> {
        let thing = things.get(key)?;
        match &self.covers {
            Some(covers) => thing.versions().rev().find(|version| covers.contains(&version.event)),
            None => Some(thing.latest()),
        }
    }

    fn value_in<T>(&self, things: &'a Things<SupervisionId, T>) -> Option<&'a T> {
        self.version_in(things, self.id)?.value.as_ref()
    }

    /// As it is planned. A supervision is never cancelled, so there always is a plan.
    pub fn plan(&self) -> Option<&'a Supervision> {
        let last = || self.book.supervisions.get(self.id)?.versions().rev().find_map(|it| it.value.as_ref());
        self.value_in(&self.book.supervisions).or_else(last)
    }

    /// That it was held, and who was there.
    pub fn held(&self) -> Option<&'a Held> {
        self.value_in(&self.book.held)
    }

    pub fn notes(&self) -> Option<&'a Notes> {
        self.value_in(&self.book.notes)
    }

    pub fn agreed(&self) -> Option<&'a AgreedRating> {
        self.value_in(&self.book.agreed_ratings)
    }

    /// The day on which it was held; before that, the day it is planned for.
    pub fn day(&self) -> Option<NaiveDate> {
        self.held().map(|held| held.on).or_else(|| self.plan().map(|plan| plan.on))
    }

    /// Through all versions: what a form has to name as seen, and what a history shows.
    pub fn plan_history(&self) -> Option<&'a Versioned<Supervision>> {
        self.book.supervisions.get(self.id)
    }

    pub fn held_history(&self) -> Option<&'a Versioned<Held>> {
        self.book.held.get(self.id)
    }

    pub fn notes_history(&self) -> Option<&'a Versioned<Notes>> {
        self.book.notes.get(self.id)
    }

    pub fn agreed_history(&self) -> Option<&'a Versioned<AgreedRating>> {
        self.book.agreed_ratings.get(self.id)
    }

    pub fn sign_off_history(&self) -> Option<&'a Versioned<SignOff>> {
        self.book.sign_offs.get(self.id)
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        if let Some(version) = authorisations(self.book, self.id).into_iter().next_back() {
            let although = match &version.value {
                Some(SignOff::Authorised { although, .. }) => although.clone(),
                _ => String::new(),
            };
            return Stage::Authorised { by: version.author, at: version.recorded, although };
        }
        let latest = self.book.sign_offs.get(self.id).map(Versioned::latest);
        match latest.and_then(|version| Some((version, version.value.as_ref()?))) {
            Some((version, SignOff::Submitted { .. })) => {
                Stage::Submitted { by: version.author, at: version.recorded }
            }
            Some((version, SignOff::Returned { why, .. })) => {
                Stage::Returned { by: version.author, at: version.recorded, why: why.clone() }
            }
            Some((_, SignOff::Authorised { .. })) | None if self.held().is_some() => Stage::Held,
            Some((_, SignOff::Authorised { .. })) | None => Stage::Planned,
        }
    }

    /// Whether it is authorised, so that only a dated addendum can be added.
    pub fn is_locked(&self) -> bool {
        self.covers.is_some()
    }

    /// Whether a version belongs to the authorised record.
    pub fn covers(&self, event: EventId) -> bool {
        self.covers.as_ref().is_some_and(|covers| covers.contains(&event))
    }

    /// Each authorisation that counts. Two, when two managers authorised without knowing of each other.
    pub fn authorisations(&self) -> Vec<&'a Version<SignOff>> {
        authorisations(self.book, self.id)
    }

    /// When the notes were first sent to the manager.
    pub fn first_submitted(&self) -> Option<DateTime<Utc>> {
        let submitted =
            |version: &&Version<SignOff>| matches!(version.value, Some(SignOff::Submitted { .. }));
        self.book.sign_offs.get(self.id)?.versions().find(submitted).map(|version| version.recorded)
    }

    /// Everyone who wrote any version of the notes. None of them may authorise them.
    pub fn writers(&self) -> BTreeSet<PractitionerId> {
        let notes = self.book.notes.get(self.id);
        notes.into_iter().flat_map(|notes| notes.versions()).map(|version| version.author).collect()
    }

    /// The dated additions, oldest first.
    pub fn addenda(&self) -> Vec<(AddendumId, &'a Version<Addendum>)> {
        let mut addenda: Vec<_> = self
            .book
            .addenda
            .iter()
            .map(|(id, thing)| (id, thing.first()))
            .filter(|(_, first)| first.value.as_ref().is_some_and(|it| it.supervision == self.id))
            .collect();
        addenda.sort_by_key(|(id, version)| (version.recorded, *id));
        addenda
    }

    /// The heads of everything that an authorisation covers: what a manager authorises now.
    pub fn to_cover(&self) -> Vec<EventId> {
        let book = self.book;
        let own = [
            book.supervisions.head_ids(self.id),
            book.held.head_ids(self.id),
            book.notes.head_ids(self.id),
            book.agreed_ratings.head_ids(self.id),
            book.reveals.head_ids(self.id),
        ];
        let ratings = self.contributors().into_iter().flat_map(|of| book.ratings.head_ids(of));
        own.concat().into_iter().chain(ratings).collect()
    }

    /// What was written without knowing that the record was authorised, until an addendum takes it up.
    pub fn strays(&self) -> Vec<EventId> {
        let Some(covers) = &self.covers else { return Vec::new() };
        let taken_up: BTreeSet<EventId> = self
            .addenda()
            .into_iter()
            .filter_map(|(_, version)| version.value.as_ref())
            .flat_map(|addendum| addendum.takes_up.iter().copied())
            .collect();
        let mut strays = self.to_cover();
        strays.retain(|event| !covers.contains(event) && !taken_up.contains(event));
        strays
    }

    /// Whether two heads of this thing are no longer for anyone to choose between, since it is authorised.
    /// Two authorisations still are.
    pub(in crate::workbook) fn settles(&self, conflict: Conflict) -> bool {
        match conflict {
            Conflict::Supervision(id)
            | Conflict::Held(id)
            | Conflict::Notes(id)
            | Conflict::AgreedRating(id)
            | Conflict::Reveal(id) => id == self.id,
            Conflict::Rating(of) => of.supervision == self.id,
            // A return that the manager who authorised did not know of.
            Conflict::SignOff(id) => id == self.id && self.authorisations().len() < 2,
            _ => false,
        }
    }

    /// The supervision before this one: the last that was held, of those held earlier.
    pub fn before(&self) -> Option<Meeting<'a>> {
        let own = self.held().map(|held| held.on);
        self.book
            .meetings()
            .into_iter()
            .filter(|other| other.id != self.id)
            .filter_map(|other| Some((other.held()?.on, other)))
            .filter(|(on, _)| own.is_none_or(|own| *on < own))
            .max_by_key(|(on, other)| (*on, other.id))
            .map(|(_, other)| other)
    }

    /// Whoever rated or wrote a summary for it.
    pub fn contributors(&self) -> BTreeSet<Contribution> {
        let rated = self.book.ratings.iter().map(|(of, _)| of);
        rated
            .chain(self.book.summaries.iter().map(|(of, _)| of))
            .filter(|of| of.supervision == self.id)
            .collect()
    }
}
