//! The frame round every page, and what the app says in it.

pub mod cover;
pub mod family_header;
pub mod fetching;
pub mod frame;
pub mod lock_warning;
pub mod new_version;
pub mod not_saved;
pub mod page;
pub mod status_strip;

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::govuk::notification_banner::Notice;

/// The council's name until one is set.
pub const DEFAULT_ORGANISATION: &str = "Anytown Council";

type Deed = Arc<dyn Fn() + Send + Sync>;

/// What the frame shows. Made once; pages and services set it, the frame draws it.
#[derive(Clone, Copy)]
pub struct Shell {
    pub organisation: RwSignal<String>,
    notice: RwSignal<Option<Notice>>,
    next_notice: StoredValue<Option<Notice>>,
    spoken: RwSignal<String>,
    lock: StoredValue<Option<Deed>>,
}

/// The app's frame.
///
/// # Panics
/// Outside the app, where there is no frame.
pub fn use_shell() -> Shell {
    expect_context::<Shell>()
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            organisation: RwSignal::new(DEFAULT_ORGANISATION.to_owned()),
            notice: RwSignal::new(None),
            next_notice: StoredValue::new(None),
            spoken: RwSignal::new(String::new()),
            lock: StoredValue::new(None),
        }
    }
}

impl Shell {
    /// Shows a success banner on this page, until people leave it.
    pub fn announce(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// Shows a success banner on the page that comes next.
    pub fn announce_on_next_page(self, notice: Notice) {
        self.next_notice.set_value(Some(notice));
    }

    pub fn dismiss_notice(self) {
        self.notice.set(None);
    }

    /// Says something to screen readers alone, politely. Kept for the first save, failures, and Ctrl+S:
    /// more would only be in the way.
    pub fn speak(self, words: &str) {
        // The same words twice are not a change, and would not be spoken again.
        self.spoken.update(|spoken| {
            let again = *spoken == words;
            *spoken = if again { format!("{words}\u{a0}") } else { words.to_owned() };
        });
    }

    /// What the Lock button does.
    pub fn on_lock(self, deed: impl Fn() + Send + Sync + 'static) {
        self.lock.set_value(Some(Arc::new(deed)));
    }

    pub fn lock_now(self) {
        // Taken out first, so that the deed may set another.
        if let Some(deed) = self.lock.get_value() {
            deed();
        }
    }

    /// A new page: the old one's banner goes, the one meant for this page comes.
    pub(in crate::ui) fn turn_page(self) {
        self.notice.set(self.next_notice.try_update_value(Option::take).flatten());
    }
}
