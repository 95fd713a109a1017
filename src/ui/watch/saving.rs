//! Writing drafts on a steady beat, and at the last moment.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Watch;
use crate::services::browser::leaving::Leaving;
use crate::services::clock::Clock;
use crate::ui::desk::Saved;

/// Drafts are looked at this often; each is written within a second of its last keystroke.
const BEAT: Duration = Duration::from_millis(200);
/// After a write that failed the disk is left in peace this long. "Try again" does not wait.
const REST_MS: u64 = 2_000;

impl Watch {
    pub(super) fn begin_beat(self) {
        // For as long as the app: a page that nobody watches over would lose words.
        let _for_ever = set_interval_with_handle(move || self.beat(), BEAT);
    }

    fn beat(self) {
        let Some(session) = self.desk.session() else { return };
        let unsaved = session.has_unsaved_drafts();
        self.ask_before_leaving(unsaved);
        let resting = session.clock().monotonic_ms() < self.rest_until_ms.get_value();
        if unsaved && !resting && !self.writing.get_value() {
            self.writing.set_value(true);
            spawn_local(async move {
                self.desk.beat().await;
                self.written();
            });
        }
    }

    fn written(self) {
        self.writing.set_value(false);
        let Some(session) = self.desk.session() else { return };
        let failed = matches!(self.desk.saved.get_untracked(), Saved::Not(_));
        let rest = if failed { session.clock().monotonic_ms() + REST_MS } else { 0 };
        self.rest_until_ms.set_value(rest);
        self.ask_before_leaving(session.has_unsaved_drafts());
    }

    /// Writes everything now: the button beside "Not saved".
    pub fn save_now(self) {
        spawn_local(async move {
            self.desk.flush().await;
            self.written();
        });
    }

    fn ask_before_leaving(self, unsaved: bool) {
        if let Some(listening) = self.listening.get_value() {
            listening.0.unsaved(unsaved);
        }
    }

    pub(super) fn watch_leaving(self) -> Leaving {
        Leaving::watch(&window(), &document(), move || {
            if self.desk.session().is_some_and(|session| session.has_unsaved_drafts()) {
                spawn_local(self.desk.flush());
            }
        })
    }
}
