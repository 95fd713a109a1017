//! What a manager changes about the rules that are followed: a page each under the settings.

use crate::policy::profile::timescale::Timescale;

/// One thing to change about the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RulesTask {
    /// Names: of the rules, of roles and things, and what red, amber and green mean.
    Words,
    /// Another authority's rules, as the app brings them.
    Follow,
    /// Rules from a file.
    TakeIn,
    /// One timescale: whether it runs, and which reading counts.
    Timescale(Timescale),
}

impl RulesTask {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let timescales = Timescale::ALL.into_iter().map(Self::Timescale);
        [Self::Words, Self::Follow, Self::TakeIn].into_iter().chain(timescales)
    }

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Follow => "follow",
            Self::TakeIn => "file",
            Self::Timescale(timescale) => timescale.code(),
        }
    }

    pub(super) fn of_token(token: &str) -> Option<Self> {
        Self::all().find(|task| task.token() == token)
    }

    /// The heading of its page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Words => "Change names and words",
            Self::Follow => "Follow other rules",
            Self::TakeIn => "Take in rules from a file",
            Self::Timescale(timescale) => timescale.title(),
        }
    }
}
