//! What people say, from the page to the letter box.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::showing::{FamilyInbox, Showing};
use crate::services::visit::answer::Answer;
use crate::services::visit::inbox::{Receipt, SayError};

impl Showing {
    pub fn inbox(self) -> Option<Rc<FamilyInbox>> {
        self.inbox.try_get_value().flatten()
    }

    /// Adds what somebody said to the letter box.
    ///
    /// # Errors
    /// [`SayError`]; the words are kept on the screen.
    pub async fn say(self, answer: Answer) -> Result<Receipt, SayError> {
        match self.inbox() {
            Some(inbox) => inbox.say(answer).await,
            None => Err(SayError::Seal),
        }
    }

    /// Takes out of the letter box what was said on this page.
    ///
    /// # Errors
    /// [`SayError`]; it is then still there.
    pub async fn take_back(self, said: &Receipt) -> Result<(), SayError> {
        match self.inbox() {
            Some(inbox) => inbox.take_back(said).await,
            None => Err(SayError::Seal),
        }
    }

    pub(super) fn flush(self) {
        let inbox = self.inbox();
        spawn_local(async move {
            if let Some(inbox) = inbox {
                // Tried again on the next beat.
                let _ = inbox.flush().await;
            }
        });
    }
}
