//! Who may go where: what is asked for, and where somebody has to go first.

use super::{Problem, Route};

/// Whether the vault lets somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// There is no vault in this browser.
    NoVault,
    Locked,
    Open,
}

impl Access {
    /// Where somebody who asks for this place has to go first; `None` when they may enter.
    pub fn first(self, wanted: &Route) -> Option<Route> {
        match (self, wanted) {
            // Through the door already. The recovery sheet is the one welcome page that comes after it.
            (
                Self::Open,
                Route::Unlock
                | Route::UnlockRecovery
                | Route::Welcome
                | Route::WelcomeProfile
                | Route::WelcomePassphrase
                | Route::Problem(Problem::LockedElsewhere),
            ) => Some(Route::Due),
            (Self::NoVault, Route::Unlock | Route::UnlockRecovery) => Some(Route::Welcome),
            (Self::Open, _) => None,
            (_, place) if place.is_public() => None,
            (Self::NoVault, _) => Some(Route::Welcome),
            (Self::Locked, _) => Some(Route::Unlock),
        }
    }
}
