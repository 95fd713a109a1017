//! The pages that come one after the other or beside each other: of adding a family, of the settings, and what stops the
//! app.

/// The pages of "Add a family", one question to a page, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NewFamilyStep {
    Label,
    Children,
    Adults,
    Workflow,
    Pathway,
    Referral,
    Safety,
    Allocation,
    Check,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SettingsSection {
    You,
    /// The rules that are followed.
    Rules,
    Security,
    Storage,
    Display,
}

/// What can be changed about who can open the store, a page each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SecurityTask {
    Passphrase,
    RecoverySheet,
    AutoLock,
    LetIn,
    RemoveKey,
    RemoveStore,
}

/// What can stop the app from working at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// The browser cannot keep records.
    Storage,
    /// The records were written by a newer version of the app.
    Version,
    /// The family is open in another tab.
    LockedElsewhere,
}

impl NewFamilyStep {
    /// All steps, in the order in which they are asked.
    pub const ALL: [Self; 9] = [
        Self::Label,
        Self::Children,
        Self::Adults,
        Self::Workflow,
        Self::Pathway,
        Self::Referral,
        Self::Safety,
        Self::Allocation,
        Self::Check,
    ];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Children => "children",
            Self::Adults => "adults",
            Self::Workflow => "workflow",
            Self::Pathway => "pathway",
            Self::Referral => "referral",
            Self::Safety => "safety",
            Self::Allocation => "allocation",
            Self::Check => "check",
        }
    }

    /// The step after this one; none after the check page.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|step| *step != self).nth(1)
    }

    /// The step before this one; none before the first.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.into_iter().take_while(|step| *step != self).last()
    }
}

impl SettingsSection {
    pub const ALL: [Self; 5] = [Self::You, Self::Rules, Self::Security, Self::Storage, Self::Display];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Rules => "profile",
            Self::Security => "security",
            Self::Storage => "storage",
            Self::Display => "display",
        }
    }

    /// The section's name as people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::You => "You",
            Self::Rules => "Rules",
            Self::Security => "Security",
            Self::Storage => "Storage",
            Self::Display => "Display and keyboard",
        }
    }
}

impl SecurityTask {
    pub const ALL: [Self; 6] = [
        Self::Passphrase,
        Self::RecoverySheet,
        Self::AutoLock,
        Self::LetIn,
        Self::RemoveKey,
        Self::RemoveStore,
    ];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::RecoverySheet => "recovery",
            Self::AutoLock => "auto-lock",
            Self::LetIn => "let-in",
            Self::RemoveKey => "remove-key",
            Self::RemoveStore => "remove-store",
        }
    }

    /// The heading of its page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Passphrase => "Change your passphrase",
            Self::RecoverySheet => "Make a new recovery sheet",
            Self::AutoLock => "Change when the workbook locks itself",
            Self::LetIn => "Let a colleague in",
            Self::RemoveKey => "Remove somebody’s key",
            Self::RemoveStore => "Remove this store from this device",
        }
    }
}

impl Problem {
    pub const ALL: [Self; 3] = [Self::Storage, Self::Version, Self::LockedElsewhere];

    pub(super) fn token(self) -> &'static str {
        match self {
            Self::Storage => "storage",
            Self::Version => "version",
            Self::LockedElsewhere => "locked-elsewhere",
        }
    }
}
