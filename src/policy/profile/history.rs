//! The profiles that have been the rule, in order: what was due is judged by the rule of its day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Profile;
use crate::policy::authority::Authority;

/// Never empty. The first has always been the rule; each later one is from its `effective_from`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileHistory {
    first: Profile,
    #[serde(default)]
    later: Vec<Profile>,
}

/// One profile of a history and the days on which it is the rule.
#[derive(Debug, Clone, Copy)]
pub struct InForce<'a> {
    pub profile: &'a Profile,
    /// None: it has always been.
    pub from: Option<NaiveDate>,
    /// The last day. None: it is the rule now.
    pub until: Option<NaiveDate>,
}

/// Why a profile was not adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "New rules count from today or later. What was due before keeps the rule it was judged by. Choose another day."
)]
pub struct InThePast;

impl ProfileHistory {
    /// The first profile somebody works with.
    pub fn new(first: Profile) -> Self {
        Self { first, later: Vec::new() }
    }

    /// The newest profile, even if its day is still to come.
    pub fn newest(&self) -> &Profile {
        self.later.last().unwrap_or(&self.first)
    }

    /// The profile that is the rule on a day.
    pub fn on(&self, day: NaiveDate) -> &Profile {
        let before =
            self.later.iter().rev().find(|profile| profile.effective_from.is_some_and(|it| it <= day));
        before.unwrap_or(&self.first)
    }

    /// All of them, oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = InForce<'_>> {
        let starts = self.later.iter().map(|profile| profile.effective_from);
        let until = starts.map(|from| from.and_then(|day| day.pred_opt())).chain([None]);
        std::iter::once((&self.first, None))
            .chain(self.later.iter().map(|profile| (profile, profile.effective_from)))
            .zip(until.collect::<Vec<_>>())
            .map(|((profile, from), until)| InForce { profile, from, until })
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// One of them, by its number in [`Self::all`].
    pub fn get(&self, at: usize) -> Option<&Profile> {
        match at.checked_sub(1) {
            None => Some(&self.first),
            Some(at) => self.later.get(at),
        }
    }

    /// Makes a profile the rule from a day on. One that was to begin on that day or later is replaced: it has
    /// judged nothing yet. The first authority that somebody chooses has always been the rule, since before it
    /// there was none.
    ///
    /// # Errors
    /// [`InThePast`]: a change never rewrites what was judged.
    pub fn adopt(
        &mut self,
        mut profile: Profile,
        from: NaiveDate,
        today: NaiveDate,
    ) -> Result<(), InThePast> {
        if from < today {
            return Err(InThePast);
        }
        if self.later.is_empty() && self.first.id == Authority::Common.code() && from == today {
            profile.effective_from = None;
            self.first = profile;
            return Ok(());
        }
        profile.effective_from = Some(from);
        self.later.retain(|earlier| earlier.effective_from.is_some_and(|it| it < from));
        self.later.push(profile);
        Ok(())
    }
}
