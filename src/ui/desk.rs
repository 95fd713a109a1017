//! What lives as long as the app: the session, and the signals that pages draw from.
//!
//! Pages own only what dies with them. Everything that must survive a page (what is typed, what is being
//! written, the time of the last touch) is here, made once, at the root.

use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{Access, FamilyPlace, Problem, Route};
use crate::services::clock::{BrowserClock, Clock};
use crate::services::crypto::browser::WebCrypto;
use crate::services::documents::making::Making;
use crate::services::drafts::{Draft, DraftKey};
use crate::services::new_family::{self, NewFamily};
use crate::services::prepare::Preparing;
use crate::services::session::{FamilyState, Profile, RecordError, SaveError, Session, StoreOnDevice};
use crate::services::store::StoreError;
use crate::services::store::indexed_db::IndexedDbStore;
use crate::services::visit::marker::{BrowserMarker, Marker};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::handing_over::load_anew;
use crate::ui::navigator::Navigator;
use crate::ui::shell::Shell;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// The session over the browser's own ports.
pub type AppSession = Session<IndexedDbStore, WebCrypto, BrowserClock>;

/// Whether anything can be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// Looking for workbook stores on this device.
    Starting,
    /// There is none yet.
    NoStore,
    Locked(Vec<StoreOnDevice>),
    Open,
    /// The browser keeps nothing, or another tab is in the way.
    Unusable(StoreError),
}

/// What can be said of the last thing typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    Nothing,
    /// On the disk, at this time of day ("3:42pm").
    At(String),
    /// Not on the disk, and why. Tried again until it is.
    Not(SaveError),
}

/// What somebody came to do, for when the store is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterWelcome {
    NewFamily,
    OpenBundle,
    LookRound,
}

impl AfterWelcome {
    pub const ALL: [Self; 3] = [Self::NewFamily, Self::OpenBundle, Self::LookRound];

    /// Its value among the radios.
    pub fn code(self) -> &'static str {
        match self {
            Self::NewFamily => "new",
            Self::OpenBundle => "bundle",
            Self::LookRound => "example",
        }
    }
}

/// The app-lifetime state. `Copy`: pass it into handlers and futures freely.
#[derive(Clone, Copy)]
pub struct Desk {
    session: StoredValue<Option<Rc<AppSession>>, LocalStorage>,
    pub phase: RwSignal<Phase>,
    pub families: RwSignal<Arc<Vec<FamilyState>>>,
    pub profile: RwSignal<Option<Arc<Profile>>>,
    pub drafts: RwSignal<Arc<Vec<Draft>>>,
    pub saved: RwSignal<Saved>,
    /// What was typed before this moment is on the disk. Beside the words on the page, for those who check them.
    pub saved_until: RwSignal<Option<DateTime<Utc>>>,
    /// What somebody came to do when they made the store that is open. Whoever does it takes it out.
    pub after_welcome: RwSignal<Option<AfterWelcome>>,
    /// What somebody prepares to show. In memory only.
    pub preparing: RwSignal<Preparing>,
    /// The document that somebody makes. In memory only.
    pub making: RwSignal<Making>,
    pub shell: Shell,
    pub navigator: Navigator,
}

/// The desk of this app.
pub fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// Made once, at the root.
    pub fn new(shell: Shell, navigator: Navigator) -> Self {
        Self {
            shell,
            navigator,
            session: StoredValue::new_local(None),
            phase: RwSignal::new(Phase::Starting),
            families: RwSignal::new(Arc::new(Vec::new())),
            profile: RwSignal::new(None),
            drafts: RwSignal::new(Arc::new(Vec::new())),
            saved: RwSignal::new(Saved::Nothing),
            saved_until: RwSignal::new(None),
            after_welcome: RwSignal::new(None),
            preparing: RwSignal::new(Preparing::default()),
            making: RwSignal::new(Making::default()),
        }
    }

    /// Looks for workbook stores on this device.
    pub async fn start(self) {
        let Ok(crypto) = WebCrypto::new(Some(STRETCH_WORKER)) else {
            self.enter(Phase::Unusable(StoreError::Unavailable));
            return;
        };
        match IndexedDbStore::open(DATABASE).await {
            Ok(store) => {
                let session = Session::new(store, crypto, BrowserClock);
                // The battery died in the middle of a visit, before the marker was on the disk.
                if session.is_handed_over().await == Ok(true) && BrowserMarker.begin().is_ok() {
                    return load_anew(&FamilyPlace::Home.to_hash());
                }
                self.session.set_value(Some(session));
                self.look_for_stores().await;
            }
            Err(error) => self.enter(Phase::Unusable(error)),
        }
    }

    /// Goes on with a session that is open already.
    pub fn adopt(self, session: Rc<AppSession>) {
        self.session.set_value(Some(session));
    }

    /// Reads again which stores are on this device, after one was made or removed, or after locking.
    pub async fn look_for_stores(self) {
        let Some(session) = self.session() else { return };
        self.enter(match session.stores().await {
            Ok(_) if session.is_unlocked() => Phase::Open,
            Ok(stores) if stores.is_empty() => Phase::NoStore,
            Ok(stores) => Phase::Locked(stores),
            Err(error) => Phase::Unusable(error),
        });
    }

    /// Notes what can be read now, and goes where that leads: to the welcome, to the unlock page, or from
    /// there to where the person wanted to go.
    fn enter(self, phase: Phase) {
        let access = match &phase {
            Phase::Starting => return,
            Phase::NoStore | Phase::Unusable(_) => Access::NoVault,
            Phase::Locked(_) => Access::Locked,
            Phase::Open => Access::Open,
        };
        let problem = match &phase {
            Phase::Unusable(StoreError::Outdated) => Some(Problem::Version),
            Phase::Unusable(_) => Some(Problem::Storage),
            Phase::Starting | Phase::NoStore | Phase::Locked(_) | Phase::Open => None,
        };
        self.phase.set(phase);
        self.navigator.set_access(access);
        if let Some(problem) = problem {
            self.navigator.replace(&Route::Problem(problem));
        }
    }

    /// The session; `None` only until the browser's storage has answered.
    pub fn session(self) -> Option<Rc<AppSession>> {
        self.session.get_value()
    }

    /// Draws again from the session: after unlocking, recording, importing.
    pub fn refresh(self) {
        let Some(session) = self.session() else { return };
        self.families.set(Arc::new(session.families()));
        self.profile.set(session.profile().map(Arc::new));
        self.drafts.set(Arc::new(session.drafts()));
        if session.is_unlocked() && self.phase.with_untracked(|phase| *phase != Phase::Open) {
            self.enter(Phase::Open);
        }
    }

    /// One family's workbook, for drawing: whoever asks draws again when it changes.
    pub fn workbook(self, family: FamilyId) -> Option<Arc<Workbook>> {
        self.families.with(|families| {
            families.iter().find_map(|state| match state {
                FamilyState::Open(book) if book.id == family => Some(book.whole()),
                FamilyState::Open(_) | FamilyState::CannotBeOpened(_) => None,
            })
        })
    }

    /// Records what was asked, all or nothing, and answers when it is on the disk.
    ///
    /// # Errors
    /// [`RecordError`]; nothing was recorded, and the draft is kept.
    pub async fn record(
        self,
        family: FamilyId,
        commands: Vec<Command>,
    ) -> Result<Arc<Workbook>, RecordError> {
        let session = self.session().ok_or(RecordError::NoSuchFamily)?;
        let recorded = session.record(family, commands).await;
        self.refresh();
        recorded
    }

    /// Records what was typed in a form, and throws the form's draft away.
    ///
    /// # Errors
    /// [`RecordError`]; nothing was recorded, and the draft is kept.
    pub async fn record_draft(
        self,
        family: FamilyId,
        commands: Vec<Command>,
        draft: DraftKey,
    ) -> Result<(), RecordError> {
        let session = self.session().ok_or(RecordError::NoSuchFamily)?;
        session.record(family, commands).await?;
        self.throw_away(&draft).await;
        Ok(())
    }

    /// Throws a draft away and draws again without it. Should the disk refuse, the draft stays in the list of
    /// what is unfinished; nothing is lost.
    pub async fn throw_away(self, draft: &DraftKey) {
        let Some(session) = self.session() else { return };
        let _ = session.discard_draft(draft).await;
        self.refresh();
    }

    /// Opens a new family's workbook with everything that was answered, and throws the draft away.
    ///
    /// # Errors
    /// [`RecordError`]; there is no new family then, and the draft is kept.
    pub async fn open_family(self, new: &NewFamily) -> Result<FamilyId, RecordError> {
        let session = self.session().ok_or(RecordError::NoSuchFamily)?;
        let family = session.new_family_id()?;
        let commands = new.commands(|| session.new_person_id(), || session.new_relationship_id())?;
        session.open_family(family, commands).await?;
        self.throw_away(&DraftKey(new_family::DRAFT.to_owned())).await;
        Ok(family)
    }

    /// What day it is in London.
    pub fn today(self) -> NaiveDate {
        self.session().map(|session| session.clock().today()).unwrap_or_default()
    }

    /// Says on the next page what was done, with a way back where there is one.
    pub fn tell(self, notice: Notice) {
        self.shell.announce_on_next_page(notice);
    }

    /// Writes every draft now: before locking, when the page is hidden, on Ctrl+S.
    pub async fn flush(self) {
        let Some(session) = self.session() else { return };
        let began = session.clock().now();
        let written = session.flush_drafts().await;
        self.note_saved(began, written);
    }

    /// Writes every draft now, and answers whether all that was typed is on the disk.
    pub async fn is_all_sealed(self) -> bool {
        self.flush().await;
        !self.session().is_some_and(|session| session.has_unsaved_drafts())
    }

    /// Writes the drafts whose time has come. Called on a steady beat for as long as the app lives.
    pub async fn beat(self) {
        let Some(session) = self.session() else { return };
        if session.is_unlocked() {
            let began = session.clock().now();
            let written = session.write_due_drafts().await;
            self.note_saved(began, written);
        }
    }

    fn note_saved(self, began: DateTime<Utc>, written: Result<bool, SaveError>) {
        let Some(session) = self.session() else { return };
        match written {
            Ok(false) => {}
            Ok(true) => {
                let time = crate::services::clock::time_words(session.clock().now());
                let words = format!("Draft saved on this device {time}");
                if self.saved.with_untracked(|saved| !matches!(saved, Saved::At(_))) {
                    self.shell.speak(&words);
                }
                self.saved.set(Saved::At(time));
                self.saved_until.set(Some(began));
                self.drafts.set(Arc::new(session.drafts()));
            }
            Err(SaveError::Locked(_)) => {}
            Err(error) => {
                if self.saved.with_untracked(|saved| !matches!(saved, Saved::Not(_))) {
                    self.shell.speak("Not saved. Your words are still on this screen. Do not close it.");
                }
                self.saved.set(Saved::Not(error));
            }
        }
    }

    /// Seals what is typed, drops the key and everything read with it, and shows the unlock page, which
    /// remembers where the person was.
    pub async fn lock(self) {
        let Some(session) = self.session() else { return };
        if !self.is_all_sealed().await {
            // The disk did not take it. Locking now would throw the words away; the alert says so.
            return;
        }
        session.lock();
        self.families.set(Arc::new(Vec::new()));
        self.profile.set(None);
        self.drafts.set(Arc::new(Vec::new()));
        self.saved.set(Saved::Nothing);
        self.saved_until.set(None);
        self.preparing.set(Preparing::default());
        self.making.set(Making::default());
        self.shell.dismiss_notice();
        self.look_for_stores().await;
    }
}

/// What this browser's database is called.
pub const DATABASE: &str = "hearth";
/// The script that stretches passphrases, beside the page.
pub const STRETCH_WORKER: &str = "stretch_worker_loader.js";
