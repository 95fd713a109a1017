//! Locking: when somebody asks, when nobody is there, and when another tab takes over.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Elsewhere, Watch};
use crate::model::ids::VaultId;
use crate::navigation::{Problem, Route};
use crate::services::auto_lock::{AutoLock, DEFAULT_LIMIT, Idle, Moment};
use crate::services::browser::idle::Idling;
use crate::services::browser::tabs::Word;

/// Why the app locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody pressed Lock, here or in another tab.
    Asked,
    Idle,
    /// Another tab takes over.
    MovedTo(VaultId),
}

/// What hides the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    Off,
    /// While drafts are sealed.
    Locking,
    /// The disk does not take them, and nobody is there to be told.
    Stuck,
}

impl Watch {
    pub(super) fn watch_idling(self) -> Idling {
        Idling::watch(&window(), &document(), move || self.touched(), move || self.tick())
    }

    /// The limit that the person chose.
    fn limit(self) -> Duration {
        let minutes =
            self.desk.profile.with_untracked(|profile| profile.as_ref().map(|it| it.auto_lock_minutes));
        minutes.map_or(DEFAULT_LIMIT, |minutes| Duration::from_secs(u64::from(minutes) * 60))
    }

    fn now(self) -> Option<Moment> {
        let session = self.desk.session().filter(|session| session.is_unlocked())?;
        Some(Moment::of(session.clock()))
    }

    fn touched(self) {
        // Once the question is asked only its buttons answer it: a table that is knocked is nobody.
        if self.seconds_left.with_untracked(Option::is_some) {
            return;
        }
        let Some(now) = self.now() else { return };
        let idle =
            self.auto_lock.try_update_value(|lock| lock.as_mut().map(|lock| lock.touch(now))).flatten();
        self.act_on(idle.unwrap_or(Idle::Active));
    }

    fn tick(self) {
        let Some(now) = self.now() else {
            self.auto_lock.set_value(None);
            return;
        };
        let limit = self.limit();
        let idle = self.auto_lock.try_update_value(|lock| {
            let lock = lock.get_or_insert_with(|| AutoLock::new(now, limit));
            lock.set_limit(limit);
            lock.check(now)
        });
        self.act_on(idle.unwrap_or(Idle::Active));
    }

    fn act_on(self, idle: Idle) {
        let left = match idle {
            Idle::Active => None,
            Idle::Warn { seconds_left } => Some(seconds_left),
            Idle::Lock => {
                self.lock(Why::Idle);
                None
            }
        };
        if self.seconds_left.get_untracked() != left {
            self.seconds_left.set(left);
        }
    }

    /// Somebody is still there.
    pub fn stay_unlocked(self) {
        self.seconds_left.set(None);
        self.touched();
    }

    /// Covers the screen at once, seals what is typed, and drops the key. When the disk does not take what is
    /// typed, nothing is thrown away: somebody who asked is told, and a screen that nobody watches stays
    /// covered.
    pub fn lock(self, why: Why) {
        let unlocked = self.desk.session().is_some_and(|session| session.is_unlocked());
        if !unlocked || self.cover.get_untracked() == Cover::Locking {
            return;
        }
        self.cover.set(Cover::Locking);
        self.seconds_left.set(None);
        spawn_local(async move {
            self.desk.lock().await;
            if self.desk.session().is_some_and(|session| session.is_unlocked()) {
                self.cover.set(if why == Why::Asked { Cover::Off } else { Cover::Stuck });
                return;
            }
            self.locked(why);
        });
    }

    /// Locks although the last words could not be written. They are lost, and the person chose so.
    pub fn lock_and_lose(self) {
        if let Some(session) = self.desk.session() {
            session.lock();
            self.cover.set(Cover::Locking);
            spawn_local(async move {
                self.desk.lock().await;
                self.locked(Why::Asked);
            });
        }
    }

    /// The store that was open is gone from this device.
    pub async fn forget(self) {
        self.desk.lock().await;
        self.locked(Why::Asked);
    }

    fn locked(self, why: Why) {
        self.auto_lock.set_value(None);
        self.first_run.forget();
        self.cover.set(Cover::Off);
        if why == Why::Asked {
            self.say(Word::Locked);
        }
        match why {
            Why::MovedTo(vault) => {
                self.elsewhere.set(Elsewhere::Moved(vault));
                self.desk.navigator.replace(&Route::Problem(Problem::LockedElsewhere));
            }
            Why::Asked | Why::Idle => self.elsewhere.set(Elsewhere::No),
        }
        // Last: the other tab may read from the moment the turn is given up.
        self.give_up_turn();
    }
}
