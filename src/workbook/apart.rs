//! What never goes to a colleague: a survivor's own safety plan, which is read and written in a private session only
//! (`domain.md` E2, rule 7; `ux.md` SR5).
//!
//! Such events make a **strand of their own**. A private event comes after everything its author had, but no other
//! event names it as its parent or as what its device made before: so a file without the private strand has no gap, is
//! in the same order, and shows no sign that anything was left out (`docs/bundle-format.md`).

use std::borrow::Cow;

use super::conflict::Conflict;
use super::log::EventSet;

/// The kinds of which nothing goes to a colleague, by their names in records: so that a newer version of one, which
/// cannot be read here, is kept back all the same.
pub const PRIVATE: &[&str] = &["safety_plan"];

/// Whether an event of this kind is of the private strand.
pub fn is_private(kind: &str) -> bool {
    PRIVATE.contains(&kind)
}

impl EventSet {
    /// The events that a colleague may have: all but the private ones.
    pub fn for_colleagues(&self) -> Cow<'_, EventSet> {
        if self.iter().any(|event| is_private(&event.kind)) {
            let mut shared = Self::default();
            for event in self.iter().filter(|event| !is_private(&event.kind)) {
                // No two of a set have one id.
                let _ = shared.add(event.clone());
            }
            Cow::Owned(shared)
        } else {
            Cow::Borrowed(self)
        }
    }

    /// How many of them a colleague may have.
    pub fn count_for_colleagues(&self) -> usize {
        self.iter().filter(|event| !is_private(&event.kind)).count()
    }
}

impl Conflict {
    /// Whether it stands apart from all other records: on no list that others may see, and in the history without its
    /// words, its reason and whom it is about.
    pub fn stands_apart(&self) -> bool {
        matches!(self, Self::ProtectedFact(_) | Self::DoNotTell(_) | Self::SafetyPlan(_))
    }
}
