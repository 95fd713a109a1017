//! What people say, from the page to the letter box.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::showing::{FamilyInbox, Showing};
use crate::services::visit::answer::Answer;
use crate::services::visit::inbox::SayError;

impl Showing {
    pub fn inbox(self) -> Option<Rc<FamilyInbox>> {
        self.inbox.get_value()
    }

    /// Adds what somebody said to the letter box.
    ///
    /// # Errors
    /// [`SayError`]; the words are kept on the screen.
    pub async fn say(self, answer: Answer) -> Result<(), SayError> {
        match self.inbox() {
            Some(inbox) => inbox.say(answer).await,
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
