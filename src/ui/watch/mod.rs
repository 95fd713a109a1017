//! What goes on by itself for as long as the app lives: saving what is typed, locking when nobody is there,
//! and making room for another tab. It belongs to no page.

pub mod locking;
pub mod saving;
pub mod turns;
pub mod visits;

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::VaultId;
use crate::services::auto_lock::AutoLock;
use crate::services::browser::idle::Idling;
use crate::services::browser::leaving::Leaving;
use crate::services::browser::listening::Listening;
use crate::services::browser::persistence::{self, Kept};
use crate::services::browser::versions;
use crate::services::keeping::{Place, WithoutSignal};
use crate::ui::desk::Desk;
use crate::ui::first_run::FirstRun;

pub use locking::{Cover, Why};
pub use turns::Elsewhere;

/// What it listens to, for as long as the app lives: pages that go away, people, and visits in other tabs.
type Listens = (Leaving, Idling, Listening);

/// One for the app. `Copy`: pass it into handlers and futures freely.
#[derive(Clone, Copy)]
pub struct Watch {
    desk: Desk,
    first_run: FirstRun,
    /// What the browser says of its storage; none before it was asked.
    pub kept: RwSignal<Option<Kept>>,
    pub installed: bool,
    /// Whether the app itself is on this device.
    pub without_signal: RwSignal<WithoutSignal>,
    /// Seconds until the app locks itself, while somebody is being asked whether they are still there.
    pub seconds_left: RwSignal<Option<u64>>,
    /// Whether the screen is covered while the app locks.
    pub cover: RwSignal<Cover>,
    /// Whether the store that somebody wants is in use in another tab.
    pub elsewhere: RwSignal<Elsewhere>,
    auto_lock: StoredValue<Option<AutoLock>, LocalStorage>,
    turn: StoredValue<Option<turns::Turn>, LocalStorage>,
    insisted: StoredValue<Option<VaultId>>,
    listening: StoredValue<Option<Rc<Listens>>, LocalStorage>,
    writing: StoredValue<bool>,
    rest_until_ms: StoredValue<u64>,
}

/// The app's watch.
pub fn use_watch() -> Watch {
    expect_context()
}

impl Watch {
    /// Begins. Called once, at the root.
    pub fn begin(desk: Desk, first_run: FirstRun) -> Self {
        let watch = Self {
            desk,
            first_run,
            kept: RwSignal::new(None),
            installed: persistence::is_installed(&window()),
            without_signal: RwSignal::new(match versions::can_be_kept(&window()) {
                true => WithoutSignal::NotYet,
                false => WithoutSignal::CannotHere,
            }),
            seconds_left: RwSignal::new(None),
            cover: RwSignal::new(Cover::Off),
            elsewhere: RwSignal::new(Elsewhere::No),
            auto_lock: StoredValue::new_local(None),
            turn: StoredValue::new_local(None),
            insisted: StoredValue::new(None),
            listening: StoredValue::new_local(None),
            writing: StoredValue::new(false),
            rest_until_ms: StoredValue::new(0),
        };
        let leaving = watch.watch_leaving();
        let idling = watch.watch_idling();
        let visits = watch.watch_visits();
        watch.listening.set_value(Some(Rc::new((leaving, idling, visits))));
        watch.begin_beat();
        desk.shell.on_lock(move || watch.lock(Why::Asked));
        spawn_local(async move {
            if versions::until_kept(&window()).await {
                watch.without_signal.set(WithoutSignal::Works);
            }
        });
        watch
    }

    /// How safely the records are kept; none before the browser was asked.
    pub fn place(self) -> Option<Place> {
        self.kept.get().map(|kept| Place { persisted: kept.persisted, installed: self.installed })
    }

    /// Asks the browser not to clear the records by itself. Call it from something the person did.
    pub async fn ask_to_keep(self) {
        let _granted = persistence::ask(&window()).await;
        self.look_at_storage().await;
    }

    /// Reads again what the browser says of its storage.
    pub async fn look_at_storage(self) {
        let kept = persistence::look(&window()).await;
        self.kept.try_set(Some(kept));
    }
}
