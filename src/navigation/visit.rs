//! The steps by which a worker shows something to the family.

/// The pages of "Prepare to show", one question to a page, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShowStep {
    Who,
    Safe,
    Check,
}

impl ShowStep {
    pub const ALL: [Self; 3] = [Self::Who, Self::Safe, Self::Check];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Who => "1",
            Self::Safe => "2",
            Self::Check => "3",
        }
    }

    pub(super) fn of_token(token: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.token() == token)
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Who => "who is here",
            Self::Safe => "is it safe",
            Self::Check => "check",
        }
    }
}
