//! Where we are, and going elsewhere. The address is the truth; this follows it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::{Access, Problem, Route};
use crate::ui::arrive::{self, History};
use crate::ui::parts::{self, NotFetched};
use crate::ui::shell::Shell;

/// Knows the page that is shown, and changes it. One for the app, found with [`use_navigator`].
#[derive(Clone, Copy)]
pub struct Navigator {
    route: RwSignal<Option<Route>>,
    access: RwSignal<Option<Access>>,
    /// Where somebody wanted to go when the vault was locked. In memory only.
    wanted: StoredValue<Option<Route>>,
    history: StoredValue<History>,
    /// Whether a page waits for its part of the app.
    pub fetching: RwSignal<Fetching>,
    /// Whether everything that is fetched behind the first pages is here.
    pub at_hand: RwSignal<bool>,
    shell: Shell,
}

/// How it stands with the part of the app that the wanted page is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetching {
    No,
    UnderWay,
    Failed,
}

/// The app's navigator.
///
/// # Panics
/// Outside the app, where there is nowhere to go.
pub fn use_navigator() -> Navigator {
    expect_context::<Navigator>()
}

impl Navigator {
    /// Starts to follow the address. Nothing is shown until [`Navigator::set_access`] was called.
    pub fn start(shell: Shell) -> Self {
        let navigator = Self {
            route: RwSignal::new(None),
            access: RwSignal::new(None),
            wanted: StoredValue::new(None),
            history: StoredValue::new(History::start()),
            fetching: RwSignal::new(Fetching::No),
            at_hand: RwSignal::new(parts::at_hand()),
            shell,
        };
        let follow = window_event_listener(leptos::ev::hashchange, move |_| navigator.follow());
        on_cleanup(move || follow.remove());
        navigator
    }

    /// The page that is shown; none before the vault was looked for.
    pub fn here(self) -> Option<Route> {
        self.route.get()
    }

    /// Whether the vault is open, locked or missing; none before it was looked for.
    pub fn access(self) -> Option<Access> {
        self.access.get()
    }

    /// Goes to a page, so that Back leads here again.
    pub fn go(self, route: &Route) {
        let _same_page = window().location().set_hash(&route.to_hash());
    }

    /// Goes to a page in place of this one, so that Back does not lead here again.
    pub fn replace(self, route: &Route) {
        let _same_page = window().location().replace(&route.to_hash());
    }

    /// Says that the vault was opened, locked or found missing, and takes people where that leads: to the
    /// unlock page, or from there to where they wanted to go.
    pub fn set_access(self, access: Access) {
        self.access.set(Some(access));
        let unlocking = matches!(
            self.route.get_untracked(),
            Some(Route::Unlock | Route::UnlockRecovery | Route::Problem(Problem::LockedElsewhere))
        );
        let wanted = self.wanted.try_update_value(Option::take).flatten();
        match wanted.filter(|_| unlocking && access == Access::Open) {
            Some(wanted) => self.replace(&wanted),
            None => self.enter(address(), None),
        }
    }

    /// Forgets where somebody wanted to go, for when it is somebody else who comes in.
    pub fn forget_wanted(self) {
        self.wanted.set_value(None);
    }

    fn follow(self) {
        // An in-page anchor is not a place: we stay where we are.
        let Some(route) = Route::parse(&hash()) else { return };
        let back = self.history.try_update_value(History::turn).flatten();
        self.enter(route, back);
    }

    fn enter(self, route: Route, back: Option<arrive::Left>) {
        let Some(access) = self.access.get_untracked() else { return };
        if let Some(first) = access.first(&route) {
            if access == Access::Locked {
                self.wanted.set_value(Some(route));
            }
            self.replace(&first);
            return;
        }
        if self.route.with_untracked(|here| here.as_ref() == Some(&route)) {
            return;
        }
        if !route.is_front() && !parts::at_hand() {
            return self.fetch(back);
        }
        let first = self.route.with_untracked(Option::is_none);
        arrive::set_title(&route);
        self.shell.turn_page();
        self.route.set(Some(route));
        match first {
            true => arrive::begin(),
            false => arrive::settle(back),
        }
    }

    /// Stays on this page until the next can be drawn.
    fn fetch(self, back: Option<arrive::Left>) {
        self.fetching.set(Fetching::UnderWay);
        spawn_local(async move {
            match parts::fetch().await {
                Ok(()) => {
                    self.at_hand.set(true);
                    self.fetching.set(Fetching::No);
                    // Where people want to be by now.
                    self.enter(address(), back);
                }
                Err(NotFetched) => self.fetching.set(Fetching::Failed),
            }
        });
    }

    /// Fetches what the pages after the first ones need, while nobody waits for it. Should it fail, it is fetched
    /// again when it is needed.
    pub fn fetch_ahead(self) {
        spawn_local(async move {
            if parts::fetch().await.is_ok() {
                self.at_hand.set(true);
            }
        });
    }

    /// Tries again to go to the page in the address.
    pub fn try_again(self) {
        self.enter(address(), None);
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The place in the address bar; home when there is none.
fn address() -> Route {
    Route::parse(&hash()).unwrap_or(Route::Due)
}
