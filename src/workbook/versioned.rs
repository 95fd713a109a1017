//! A thing through all its versions.
//!
//! A revision names the versions its author had on screen. Versions that no other version names are the
//! **heads**. One head is the ordinary state. Two or more are a conflict: two people revised the same version
//! without knowing of each other; both are kept and shown until somebody who has seen them all decides.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};

use crate::model::dates::PartialDate;
use crate::model::ids::{EventId, PractitionerId};
use crate::model::practitioner::Role;

use super::event::Event;
use super::fact::Revision;

/// One version, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version<T> {
    pub event: EventId,
    pub author: PractitionerId,
    pub role: Role,
    pub recorded: DateTime<Utc>,
    pub happened: PartialDate,
    pub reason: String,
    pub supersedes: Vec<EventId>,
    /// `None`: entered in error.
    pub value: Option<T>,
}

/// All versions of one thing, oldest first in canonical order. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Versioned<T> {
    first: Version<T>,
    later: Vec<Version<T>>,
}

impl<T> Versioned<T> {
    /// Every version, oldest first.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = &Version<T>> {
        std::iter::once(&self.first).chain(self.later.iter())
    }

    /// The version that began it.
    pub fn first(&self) -> &Version<T> {
        &self.first
    }

    /// How many versions there are.
    pub fn count(&self) -> usize {
        1 + self.later.len()
    }

    /// The versions that no other version names, oldest first. Never empty: in a circle, which no honest
    /// device makes, all are heads.
    pub fn heads(&self) -> Vec<&Version<T>> {
        if self.later.is_empty() {
            return vec![&self.first];
        }
        let retired: BTreeSet<EventId> = self
            .versions()
            .flat_map(|version| version.supersedes.iter().copied().filter(|id| *id != version.event))
            .collect();
        let heads: Vec<_> = self.versions().filter(|version| !retired.contains(&version.event)).collect();
        if heads.is_empty() { self.versions().collect() } else { heads }
    }

    /// The ids of the heads: what a revision made from this screen supersedes.
    pub fn head_ids(&self) -> Vec<EventId> {
        self.heads().into_iter().map(|version| version.event).collect()
    }

    /// The version to show: the only head, or under conflict the last of them in canonical order. While one
    /// colleague says "entered in error" and another went on with it, it is shown: nothing goes out of sight
    /// until somebody has decided.
    pub fn latest(&self) -> &Version<T> {
        if self.later.is_empty() {
            return &self.first;
        }
        let heads = self.heads();
        let shown = heads.iter().rev().find(|version| version.value.is_some()).or(heads.last());
        shown.copied().unwrap_or(&self.first)
    }

    /// What stands now, unless it was entered in error.
    pub fn current(&self) -> Option<&T> {
        self.latest().value.as_ref()
    }

    /// Whether two or more versions stand beside each other.
    pub fn is_in_conflict(&self) -> bool {
        !self.later.is_empty() && self.heads().len() > 1
    }
}

/// All things of one kind, by their key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Things<K, T>(BTreeMap<K, Versioned<T>>);

impl<K, T> Default for Things<K, T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord + Copy, T> Things<K, T> {
    pub fn get(&self, key: K) -> Option<&Versioned<T>> {
        self.0.get(&key)
    }

    /// What stands now under this key.
    pub fn current(&self, key: K) -> Option<&T> {
        self.get(key).and_then(Versioned::current)
    }

    /// The heads under this key; none when there is no such thing yet.
    pub fn head_ids(&self, key: K) -> Vec<EventId> {
        self.get(key).map(Versioned::head_ids).unwrap_or_default()
    }

    /// Every thing, in order of key.
    pub fn iter(&self) -> impl Iterator<Item = (K, &Versioned<T>)> {
        self.0.iter().map(|(key, thing)| (*key, thing))
    }

    /// What stands now of every thing that was not entered in error.
    pub fn all(&self) -> impl Iterator<Item = (K, &T)> {
        self.iter().filter_map(|(key, thing)| thing.current().map(|value| (key, value)))
    }

    /// The keys of things of which two or more versions stand beside each other.
    pub(super) fn in_conflict(&self) -> impl Iterator<Item = K> {
        self.iter().filter(|(_, thing)| thing.is_in_conflict()).map(|(key, _)| key)
    }

    /// Adds a version; called by the fold, in canonical order.
    pub(super) fn add(&mut self, event: &Event, revision: Revision<K, T>) {
        let version = Version {
            event: event.id,
            author: event.author,
            role: event.role.clone(),
            recorded: event.recorded,
            happened: event.happened,
            reason: revision.reason,
            supersedes: revision.supersedes,
            value: revision.value,
        };
        match self.0.entry(revision.of) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(Versioned { first: version, later: Vec::new() });
            }
            std::collections::btree_map::Entry::Occupied(mut place) => place.get_mut().later.push(version),
        }
    }
}

/// As a list, since keys may be more than one word.
impl<K: Serialize, T: Serialize> Serialize for Things<K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Thing<'a, K, T> {
            of: &'a K,
            heads: Vec<EventId>,
            versions: Vec<&'a Version<T>>,
        }
        serializer.collect_seq(self.0.iter().map(|(of, thing)| Thing {
            of,
            heads: thing.head_ids(),
            versions: thing.versions().collect(),
        }))
    }
}
