//! Saving what was answered on a page, and taking it back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::asking::Asking;
use super::going::arrive;
use crate::navigation::FamilyPlace;
use crate::services::family_pages::{self, Became};
use crate::services::typed::Fields;

impl Asking {
    /// Saves what was answered. Nothing has to be: then people simply go on.
    pub fn save(self) {
        if self.busy.get_untracked() {
            return;
        }
        let Some(inbox) = self.showing.inbox() else { return self.failed.set(true) };
        let (so_far, fields, now) = (self.so_far(), self.fields.get_value(), inbox.now());
        let answer = self
            .showing
            .with_view(|view| family_pages::answer(view, self.place, &so_far, &fields, now))
            .flatten();
        let Some(answer) = answer else {
            let to = self.page(so_far.chosen).map(|page| family_pages::onward(&page));
            return self.showing.go(to.unwrap_or(FamilyPlace::Home), None);
        };
        self.busy.set(true);
        spawn_local(async move {
            match self.showing.say(answer).await {
                Ok(receipt) => {
                    self.said.try_set_value(Some(receipt));
                    self.done(Became::Kept);
                }
                Err(_) => {
                    self.fails();
                    self.keep();
                }
            }
        });
    }

    pub fn take_back(self) {
        let Some(said) = self.said.get_value().filter(|_| !self.busy.get_untracked()) else { return };
        self.busy.set(true);
        spawn_local(async move {
            match self.showing.take_back(&said).await {
                Ok(()) => self.done(Became::TakenBack),
                Err(_) => self.fails(),
            }
        });
    }

    fn done(self, became: Became) {
        self.failed.try_set(false);
        // The page may be gone by now: covered, or left.
        if self.busy.try_set(false).is_none() {
            self.fields.set_value(Fields::new());
            self.chosen.set(None);
            self.became.set(Some(became));
            arrive(None);
        }
    }

    fn fails(self) {
        self.busy.try_set(false);
        self.failed.try_set(true);
    }
}
