//! Whom a piece of work is about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ids::{NotAnId, PersonId};

/// Two different people, in no order: `Pair::of(a, b)` and `Pair::of(b, a)` are the same pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "[PersonId; 2]", into = "[PersonId; 2]")]
pub struct Pair(PersonId, PersonId);

/// A pair needs two different people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("two different people are needed")]
pub struct SamePerson;

impl Pair {
    /// The pair of these two. Refused when they are the same person.
    pub fn of(a: PersonId, b: PersonId) -> Result<Self, SamePerson> {
        match a.cmp(&b) {
            std::cmp::Ordering::Less => Ok(Self(a, b)),
            std::cmp::Ordering::Greater => Ok(Self(b, a)),
            std::cmp::Ordering::Equal => Err(SamePerson),
        }
    }

    /// Both of them.
    pub fn both(self) -> [PersonId; 2] {
        [self.0, self.1]
    }

    /// Whether this person is one of the two.
    pub fn has(self, person: PersonId) -> bool {
        self.0 == person || self.1 == person
    }

    /// The other one, when this person is one of the two.
    pub fn other(self, person: PersonId) -> Option<PersonId> {
        match person {
            p if p == self.0 => Some(self.1),
            p if p == self.1 => Some(self.0),
            _ => None,
        }
    }
}

impl TryFrom<[PersonId; 2]> for Pair {
    type Error = SamePerson;

    fn try_from([a, b]: [PersonId; 2]) -> Result<Self, SamePerson> {
        Self::of(a, b)
    }
}

impl From<Pair> for [PersonId; 2] {
    fn from(pair: Pair) -> Self {
        pair.both()
    }
}

/// Whom work in a module is about: one parent or one child, or, only where the authority allows it and no
/// safety separation stands, a couple jointly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Person(PersonId),
    Couple(Pair),
}

impl Subject {
    /// Everyone the subject names.
    pub fn people(self) -> Vec<PersonId> {
        match self {
            Self::Person(person) => vec![person],
            Self::Couple(pair) => pair.both().to_vec(),
        }
    }

    /// Whether the subject names this person.
    pub fn names(self, person: PersonId) -> bool {
        match self {
            Self::Person(one) => one == person,
            Self::Couple(pair) => pair.has(person),
        }
    }
}

/// As it stands in an address: one id, or two joined by `+`.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(person) => write!(f, "{person}"),
            Self::Couple(Pair(a, b)) => write!(f, "{a}+{b}"),
        }
    }
}

impl FromStr for Subject {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        match text.split_once('+') {
            None => text.parse().map(Self::Person),
            Some((a, b)) => Pair::of(a.parse()?, b.parse()?).map(Self::Couple).map_err(|SamePerson| NotAnId),
        }
    }
}
