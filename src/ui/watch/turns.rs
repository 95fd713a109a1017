//! One tab writes to a store at a time. The others can take over.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Watch, Why};
use crate::model::ids::VaultId;
use crate::navigation::{Problem, Route};
use crate::services::browser::one_writer::{self, Holding};
use crate::services::browser::tabs::{Tabs, Word};

/// Whether a store that is wanted here is in use in another tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    No,
    /// It was opened here with the right passphrase, and another tab is writing to it.
    Open(VaultId),
    /// It was open here until another tab took over. Nothing of it is here any more.
    Moved(VaultId),
    /// The other tab has been asked to save and let go.
    Waiting(VaultId),
}

/// This tab's place among the tabs of one store, and the right to write while it has it.
pub(super) struct Turn {
    vault: VaultId,
    tabs: Rc<Tabs>,
    holding: Option<Holding>,
}

impl Watch {
    /// The store was just unlocked here: shows it, if this is the tab that may write to it.
    pub async fn come_in(self) {
        let Some(vault) = self.desk.session().and_then(|session| session.vault()) else { return };
        if self.insisted.get_value() == Some(vault) {
            self.join(vault);
            return self.take_over(vault).await;
        }
        self.settle_in().await;
    }

    /// Shows the store that is open, if no other tab is writing to it.
    pub async fn settle_in(self) {
        let Some(vault) = self.desk.session().and_then(|session| session.vault()) else { return };
        self.join(vault);
        match one_writer::hold(vault).await {
            Ok(holding) => self.begin_turn(holding).await,
            Err(one_writer::HeldElsewhere) => {
                self.elsewhere.set(Elsewhere::Open(vault));
                self.desk.navigator.replace(&Route::Problem(Problem::LockedElsewhere));
            }
        }
    }

    fn join(self, vault: VaultId) {
        let tabs = Rc::new(Tabs::join(vault, move |word| self.hear(word)));
        self.turn.set_value(None);
        self.turn.update_value(|turn| *turn = Some(Turn { vault, tabs, holding: None }));
    }

    async fn begin_turn(self, holding: Holding) {
        self.turn.update_value(|turn| {
            if let Some(turn) = turn {
                turn.holding = Some(holding);
            }
        });
        self.insisted.set_value(None);
        self.elsewhere.set(Elsewhere::No);
        self.desk.refresh();
        self.look_at_storage().await;
    }

    /// "Use here". With the store open here the other tab is asked to let go; without, it is unlocked first.
    pub fn use_here(self) {
        match self.elsewhere.get_untracked() {
            Elsewhere::Open(vault) => spawn_local(self.take_over(vault)),
            Elsewhere::Moved(vault) => {
                self.insisted.set_value(Some(vault));
                self.desk.navigator.go(&Route::Unlock);
            }
            Elsewhere::No => self.desk.navigator.go(&Route::Unlock),
            Elsewhere::Waiting(_) => {}
        }
    }

    async fn take_over(self, vault: VaultId) {
        let Some(tabs) = self.turn.with_value(|turn| turn.as_ref().map(|turn| turn.tabs.clone())) else {
            return;
        };
        self.elsewhere.set(Elsewhere::Waiting(vault));
        let holding = one_writer::take_over(vault, &tabs).await;
        let Some(session) = self.desk.session() else { return };
        if session.vault() != Some(vault) {
            // Locked while it waited.
            return self.elsewhere.set(Elsewhere::No);
        }
        // What the other tab saved last.
        match session.read_again().await {
            Ok(()) => self.begin_turn(holding).await,
            Err(_) => {
                drop(holding);
                self.lock(Why::Asked);
            }
        }
    }

    fn hear(self, word: Word) {
        let held = self
            .turn
            .with_value(|turn| turn.as_ref().filter(|turn| turn.holding.is_some()).map(|turn| turn.vault));
        match (word, held) {
            (Word::LetGo, Some(vault)) => self.lock(Why::MovedTo(vault)),
            (Word::Locked, _) => self.lock(Why::Idle),
            (Word::LetGo, None) | (Word::Changed, _) => {}
        }
    }

    pub(super) fn say(self, word: Word) {
        self.turn.with_value(|turn| {
            if let Some(turn) = turn {
                turn.tabs.say(word);
            }
        });
    }

    pub(super) fn give_up_turn(self) {
        self.turn.set_value(None);
    }
}
