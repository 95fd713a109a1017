//! What is typed between the welcome pages. In memory only: before there is a store there is nowhere to
//! keep it sealed.

use leptos::prelude::*;

use crate::navigation::{NewFamilyStep, Route};
use crate::ui::desk::{AfterWelcome, Desk};
use crate::ui::form::you::YouFields;
use crate::vault::recovery_code::RecoveryCode;

/// What was typed and made so far. One for the app, so that Back and forth between the pages loses nothing.
#[derive(Clone, Copy)]
pub struct FirstRun {
    pub choice: RwSignal<String>,
    pub you: YouFields,
    pub label: RwSignal<String>,
    pub passphrase: RwSignal<String>,
    /// The recovery code, from when the store is made until its sheet is confirmed or put off.
    pub code: RwSignal<Option<RecoveryCode>>,
}

/// The app's first run.
pub fn use_first_run() -> FirstRun {
    expect_context()
}

impl Default for FirstRun {
    fn default() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            choice: empty(),
            you: YouFields::default(),
            label: empty(),
            passphrase: empty(),
            code: RwSignal::new(None),
        }
    }
}

impl FirstRun {
    pub fn after(self) -> Option<AfterWelcome> {
        self.choice
            .with_untracked(|choice| AfterWelcome::ALL.into_iter().find(|after| after.code() == choice))
    }

    /// Nothing that was typed or made stays: the recovery code least of all.
    pub fn forget(self) {
        self.code.set(None);
        for typed in [self.passphrase, self.label, self.choice] {
            typed.set(String::new());
        }
        self.you.clear();
    }

    /// The welcome is over: everything typed for it is forgotten, and people go where they wanted to.
    pub fn finish(self, desk: Desk) {
        let after = self.after();
        self.forget();
        desk.after_welcome.set(after);
        desk.navigator.replace(&match after {
            Some(AfterWelcome::NewFamily) => Route::FamilyNew(NewFamilyStep::Label),
            Some(AfterWelcome::OpenBundle) => Route::ShareOpen,
            Some(AfterWelcome::LookRound) => Route::Families,
            None => Route::Due,
        });
    }
}
