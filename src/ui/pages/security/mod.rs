//! Changing who can open the store, one thing to a page.

pub mod auto_lock;
pub mod let_in;
pub mod passphrase;
pub mod recovery_sheet;
pub mod remove_key;
pub mod remove_store;

use crate::navigation::{Route, SettingsSection};
use crate::services::keys::{ChangeLockError, UnlockError};
use crate::services::session::ChangeError;
use crate::ui::desk::Desk;
use crate::ui::govuk::notification_banner::Notice;

/// The page that these come from and lead back to.
const BACK: Route = Route::Settings(SettingsSection::Security);

/// It is done: says so on the page that this one came from.
fn done(desk: Desk, words: impl Into<String>) {
    desk.refresh();
    desk.tell(Notice::new(words));
    desk.navigator.replace(&BACK);
}

/// The box that an error belongs to: the present passphrase, or the new one.
fn box_of(error: &ChangeError) -> &'static str {
    match error {
        ChangeError::Lock(ChangeLockError::Passphrase(_) | ChangeLockError::AlreadyOpens) => "new-passphrase",
        ChangeError::Lock(_) | ChangeError::Save(_) => "present-passphrase",
    }
}

/// What is said of it: a wrong passphrase has its own words here, where the store is open already.
fn words_of(error: &ChangeError) -> String {
    match error {
        ChangeError::Lock(ChangeLockError::Unlock(UnlockError::WrongPassphrase)) => {
            "That is not your present passphrase".to_owned()
        }
        ChangeError::Lock(_) | ChangeError::Save(_) => error.to_string(),
    }
}
