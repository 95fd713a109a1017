//! What is being put in a file, step by step. In memory only, and gone with the page.

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::services::browser::files::Saved;
use crate::services::session::{Exported, Portable, Reader};
use crate::ui::arrive;
use crate::ui::desk::Desk;

/// Whom a file is for. It changes what people are told; and a colleague's file holds nobody's private plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    Colleague,
    OwnDevice,
    Backup,
}

impl For {
    pub const ALL: [Self; 3] = [Self::Colleague, Self::OwnDevice, Self::Backup];

    /// Its value among the radios.
    pub fn code(self) -> &'static str {
        match self {
            Self::Colleague => "colleague",
            Self::OwnDevice => "device",
            Self::Backup => "backup",
        }
    }

    /// What may be in the file.
    pub fn reader(self) -> Reader {
        match self {
            Self::Colleague => Reader::Colleague,
            Self::OwnDevice | Self::Backup => Reader::Myself,
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Colleague => "A colleague",
            Self::OwnDevice => "Another of my devices",
            Self::Backup => "A backup",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Who it is for and what is in it; for a backup the page that says how things stand.
    First,
    Passphrase,
    Check,
    Done,
}

/// The values of "What should be in it?".
pub const EVERYTHING: &str = "everything";
pub const CHOSEN: &str = "chosen";

/// `Copy`: every step reads and fills the same one.
#[derive(Clone, Copy)]
pub struct Plan {
    pub desk: Desk,
    /// The one family that is shared from its own page.
    pub family: Option<FamilyId>,
    pub step: RwSignal<Step>,
    pub who: RwSignal<String>,
    pub which: RwSignal<String>,
    pub chosen: RwSignal<Vec<String>>,
    /// The passphrase made by the app.
    pub words: RwSignal<String>,
    pub types_own: RwSignal<bool>,
    pub own: RwSignal<String>,
    /// The file, once it was made and checked; kept so that saving it again does not make another.
    pub made: RwSignal<Option<Exported>>,
    pub saved: RwSignal<Option<Saved>>,
}

impl Plan {
    pub fn new(desk: Desk, family: Option<FamilyId>) -> Self {
        Self {
            desk,
            family,
            step: RwSignal::new(Step::First),
            who: RwSignal::new(String::new()),
            which: RwSignal::new(String::new()),
            chosen: RwSignal::new(Vec::new()),
            words: RwSignal::new(String::new()),
            types_own: RwSignal::new(false),
            own: RwSignal::new(String::new()),
            made: RwSignal::new(None),
            saved: RwSignal::new(None),
        }
    }

    /// Everything, kept safe.
    pub fn backup(desk: Desk) -> Self {
        let plan = Self::new(desk, None);
        plan.who.set(For::Backup.code().to_owned());
        plan.which.set(EVERYTHING.to_owned());
        plan
    }

    pub fn is_for(self) -> For {
        let who = self.who.get();
        For::ALL.into_iter().find(|it| it.code() == who).unwrap_or(For::Backup)
    }

    /// The families that go in, in order of label.
    pub fn families(self) -> Vec<Portable> {
        // Recorded in another tab, or taken in since: what goes in is what is here.
        self.desk.families.track();
        let all = self.desk.session().map(|session| session.portable()).unwrap_or_default();
        let chosen = self.chosen.get();
        let everything = self.which.with(|which| which == EVERYTHING);
        all.into_iter()
            .filter(|it| match self.family {
                Some(one) => it.id == one,
                None => everything || chosen.contains(&it.id.to_string()),
            })
            .collect()
    }

    pub fn family_ids(self) -> Vec<FamilyId> {
        self.families().into_iter().map(|family| family.id).collect()
    }

    pub fn passphrase(self) -> String {
        if self.types_own.get() { self.own.get() } else { self.words.get() }
    }

    /// Makes another passphrase. `false`: the browser gives no randomness.
    pub fn make_words(self) -> bool {
        let made = self.desk.session().map(|session| session.suggest_passphrase());
        match made {
            Some(Ok(words)) => {
                self.words.set(words);
                true
            }
            Some(Err(_)) | None => false,
        }
    }

    /// Goes to a step as if to another page.
    pub fn go(self, step: Step) {
        if step != Step::Done {
            self.made.set(None);
        }
        self.desk.shell.dismiss_notice();
        self.step.set(step);
        arrive::settle(None);
    }
}
