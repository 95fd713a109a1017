//! Handing the device over, in this tab and in the others.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Cover, Watch};
use crate::navigation::FamilyPlace;
use crate::services::browser::listening::Listening;
use crate::services::browser::tabs::Word;
use crate::services::session::{BeginVisitError, Locked, Prepared, SaveError};
use crate::services::visit::marker::{BrowserMarker, Marker};
use crate::ui::handing_over::hands::WorkerHands;
use crate::ui::handing_over::load_anew;

impl Watch {
    /// "Lock and show": seals what is typed, leaves the view, drops the keys in all tabs, and loads the family's page.
    ///
    /// # Errors
    /// [`BeginVisitError`]; everything is then as it was.
    pub async fn hand_over(self, prepared: Prepared) -> Result<(), BeginVisitError> {
        let session = self.desk.session().ok_or(SaveError::Locked(Locked))?;
        self.cover.set(Cover::Locking);
        match session.begin_visit(prepared, &WorkerHands, &BrowserMarker).await {
            Ok(()) => {
                self.say(Word::Locked);
                self.give_up_turn();
                load_anew(&FamilyPlace::Home.to_hash());
                Ok(())
            }
            Err(error) => {
                self.cover.set(Cover::Off);
                Err(error)
            }
        }
    }

    /// In every tab: once a visit is on, nothing of the worker's stays on any of them.
    pub(super) fn watch_visits(self) -> Listening {
        Listening::to(&window(), "storage", move |_| {
            if !BrowserMarker.is_on() {
                return;
            }
            self.cover.set(Cover::Locking);
            spawn_local(async move {
                self.desk.flush().await;
                load_anew(&FamilyPlace::Home.to_hash());
            });
        })
    }
}
