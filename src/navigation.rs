//! Typed hash routes: where in the app somebody is, and who may go there.
//!
//! An address always starts `#/`, so that it never meets an in-page anchor and never reaches a server's log.
//! It holds random ids and nothing else: no name, no date of birth, no search term. A window title says the
//! screen and the first four characters of the family's id, because titles end up in browser histories and
//! in the tabs of a shared screen.
//!
//! Nothing here touches the browser: `ui` listens to it and asks this module what an address means.

mod documents;
mod family;
mod records;
mod rules;
mod visit;

use crate::model::ids::{EntryId, FamilyId, PersonId, SupervisionId};
use crate::model::module::ModuleId;
use crate::model::subject::{Pair, Subject};

pub use documents::{DocumentAddress, DocumentStep};
pub use family::FamilyPlace;
pub use records::{Leaf, Sheet};
pub use rules::RulesTask;
pub use visit::ShowStep;

/// What the app is called in a window title. It says nothing about why a family is in it.
pub const SERVICE_NAME: &str = "Family workbook";

/// A place in the app. Every place has one address, and `Route::parse(&route.to_hash())` is that place again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Route {
    Welcome,
    WelcomePassphrase,
    WelcomeRecovery,
    WelcomeProfile,
    Unlock,
    /// Unlock with the code from the recovery sheet.
    UnlockRecovery,
    Due,
    /// What is looked for stands nowhere in it.
    Search,
    Families,
    /// The supervisions of all families.
    Supervision,
    /// Standards, supervision dates and caseloads over all families.
    Manager,
    FamilyNew(NewFamilyStep),
    Family {
        family: FamilyId,
        page: FamilyPage,
    },
    Share,
    ShareBackup,
    ShareOpen,
    Settings(SettingsSection),
    /// One thing to change about who can open the store.
    Security(SecurityTask),
    /// One thing to change about the rules that are followed.
    Rules(RulesTask),
    Help,
    HelpKeyboard,
    Accessibility,
    Privacy,
    About,
    Problem(Problem),
    NotFound,
}

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

/// The pages inside one family.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FamilyPage {
    Overview,
    Programme,
    /// Assess a couple jointly.
    Joint {
        pair: Pair,
    },
    Module {
        subject: Subject,
        module: ModuleId,
    },
    EntryNew {
        subject: Subject,
        module: ModuleId,
    },
    /// Amend an entry.
    Entry {
        subject: Subject,
        module: ModuleId,
        entry: EntryId,
    },
    EntryHistory {
        subject: Subject,
        module: ModuleId,
        entry: EntryId,
    },
    /// Mark an entry as entered in error.
    EntryWithdraw {
        subject: Subject,
        module: ModuleId,
        entry: EntryId,
    },
    People,
    PersonNew,
    Person {
        person: PersonId,
    },
    Relationships,
    /// The family drawn, and the table behind it.
    Map,
    Share,
    /// Prepare to show something to the family.
    Show {
        step: ShowStep,
    },
    /// What people said while something was shown to them.
    AfterVisit,
    /// A supervision while it is held, on a screen that the team sees.
    Live {
        supervision: SupervisionId,
    },
    /// Try another day for a supervision, and see what would change.
    Move {
        supervision: SupervisionId,
    },
    /// A person's own safety plan, in a private session. Neither its address nor its title says what it is.
    Private {
        person: PersonId,
    },
    /// A document to make: whom it is for, what is in it, and how it looks.
    Document {
        of: DocumentAddress,
        step: DocumentStep,
    },
    /// Records to read; `of` is the one of them that is shown.
    Leaf {
        leaf: Leaf,
        of: Option<String>,
    },
    /// A record to write; `of` is the one that is changed, or what it belongs to.
    Sheet {
        sheet: Sheet,
        of: Option<String>,
    },
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

/// Whether the vault lets somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// There is no vault in this browser.
    NoVault,
    Locked,
    Open,
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

    fn token(self) -> &'static str {
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

    fn token(self) -> &'static str {
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

    fn token(self) -> &'static str {
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

    fn token(self) -> &'static str {
        match self {
            Self::Storage => "storage",
            Self::Version => "version",
            Self::LockedElsewhere => "locked-elsewhere",
        }
    }
}

impl FamilyPage {
    fn path(&self) -> String {
        match self {
            Self::Overview => String::new(),
            Self::Programme => "/programme".to_owned(),
            Self::Joint { pair } => format!("/programme/joint/{}", Subject::Couple(*pair)),
            Self::Module { subject, module } => format!("/programme/{subject}/{module}"),
            Self::EntryNew { subject, module } => format!("/programme/{subject}/{module}/entry/new"),
            Self::Entry { subject, module, entry } => format!("/programme/{subject}/{module}/entry/{entry}"),
            Self::EntryHistory { subject, module, entry } => {
                format!("/programme/{subject}/{module}/entry/{entry}/history")
            }
            Self::EntryWithdraw { subject, module, entry } => {
                format!("/programme/{subject}/{module}/entry/{entry}/error")
            }
            Self::People => "/people".to_owned(),
            Self::PersonNew => "/people/new".to_owned(),
            Self::Person { person } => format!("/people/{person}"),
            Self::Relationships => "/people/relationships".to_owned(),
            Self::Map => "/people/map".to_owned(),
            Self::Share => "/share".to_owned(),
            Self::Show { step } => format!("/show/{}", step.token()),
            Self::AfterVisit => "/after-visit".to_owned(),
            Self::Live { supervision } => format!("/live/{supervision}"),
            Self::Move { supervision } => format!("/move/{supervision}"),
            Self::Private { person } => format!("/private/{person}"),
            Self::Document { of, step: DocumentStep::For } => format!("/documents/{of}"),
            Self::Document { of, step } => format!("/documents/{of}/{}", step.token()),
            Self::Leaf { leaf, of } => with_id(format!("/{}", leaf.token()), of.as_deref()),
            Self::Sheet { sheet, of } => with_id(format!("/record/{}", sheet.token()), of.as_deref()),
        }
    }

    fn read(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Overview,
            ["programme"] => Self::Programme,
            ["programme", "joint", couple] => match couple.parse().ok()? {
                Subject::Couple(pair) => Self::Joint { pair },
                Subject::Person(_) => return None,
            },
            ["programme", subject, module] => {
                Self::Module { subject: subject.parse().ok()?, module: module.parse().ok()? }
            }
            ["programme", subject, module, "entry", "new"] => {
                Self::EntryNew { subject: subject.parse().ok()?, module: module.parse().ok()? }
            }
            ["programme", subject, module, "entry", entry] => Self::Entry {
                subject: subject.parse().ok()?,
                module: module.parse().ok()?,
                entry: entry.parse().ok()?,
            },
            ["programme", subject, module, "entry", entry, "history"] => Self::EntryHistory {
                subject: subject.parse().ok()?,
                module: module.parse().ok()?,
                entry: entry.parse().ok()?,
            },
            ["programme", subject, module, "entry", entry, "error"] => Self::EntryWithdraw {
                subject: subject.parse().ok()?,
                module: module.parse().ok()?,
                entry: entry.parse().ok()?,
            },
            ["people"] => Self::People,
            ["people", "new"] => Self::PersonNew,
            ["people", "relationships"] => Self::Relationships,
            ["people", "map"] => Self::Map,
            ["people", person] => Self::Person { person: person.parse().ok()? },
            ["share"] => Self::Share,
            ["show"] => Self::Show { step: ShowStep::Who },
            ["show", step] => Self::Show { step: ShowStep::of_token(step)? },
            ["after-visit"] => Self::AfterVisit,
            ["live", supervision] => Self::Live { supervision: supervision.parse().ok()? },
            ["move", supervision] => Self::Move { supervision: supervision.parse().ok()? },
            ["private", person] => Self::Private { person: person.parse().ok()? },
            ["documents", of] => Self::Document { of: of.parse().ok()?, step: DocumentStep::For },
            ["documents", of, step] => {
                Self::Document { of: of.parse().ok()?, step: DocumentStep::of_token(step)? }
            }
            ["record", sheet, id @ ..] => Self::Sheet { sheet: Sheet::of_token(sheet)?, of: read_id(id)? },
            [leaf, id @ ..] => Self::Leaf { leaf: Leaf::of_token(leaf)?, of: read_id(id)? },
        })
    }

    fn screen(&self) -> String {
        match self {
            Self::Overview => "Overview".to_owned(),
            Self::Programme => "Programme".to_owned(),
            Self::Joint { .. } => "Joint assessment".to_owned(),
            Self::Module { module, .. } => format!("Module {}", module.number()),
            Self::EntryNew { module, .. } => format!("Add an entry to module {}", module.number()),
            Self::Entry { module, .. } => format!("Change an entry in module {}", module.number()),
            Self::EntryHistory { module, .. } => format!("History of an entry in module {}", module.number()),
            Self::EntryWithdraw { module, .. } => format!("Entered in error in module {}", module.number()),
            Self::People => "People".to_owned(),
            Self::PersonNew => "Add a person".to_owned(),
            Self::Person { .. } => "Person".to_owned(),
            Self::Relationships => "Relationships".to_owned(),
            Self::Map => "Family map".to_owned(),
            Self::Share => "Share this family".to_owned(),
            Self::Show { step } => format!("Prepare to show: {}", step.label()),
            Self::AfterVisit => "After the visit".to_owned(),
            Self::Live { .. } => "Shared supervision page".to_owned(),
            Self::Move { .. } => "Move a supervision".to_owned(),
            Self::Private { .. } => "Conversation".to_owned(),
            Self::Document { step, .. } => format!("Document: {}", step.label()),
            Self::Leaf { leaf, .. } => leaf.title().to_owned(),
            Self::Sheet { sheet, .. } => sheet.title().to_owned(),
        }
    }

    /// Records to read.
    pub fn leaf(leaf: Leaf) -> Self {
        Self::Leaf { leaf, of: None }
    }

    /// One record to read.
    pub fn leaf_of(leaf: Leaf, of: impl ToString) -> Self {
        Self::Leaf { leaf, of: Some(of.to_string()) }
    }

    /// A new record to write.
    pub fn sheet(sheet: Sheet) -> Self {
        Self::Sheet { sheet, of: None }
    }

    /// A record to write that changes another or belongs to it.
    pub fn sheet_of(sheet: Sheet, of: impl ToString) -> Self {
        Self::Sheet { sheet, of: Some(of.to_string()) }
    }
}

fn with_id(path: String, of: Option<&str>) -> String {
    match of {
        Some(id) => format!("{path}/{id}"),
        None => path,
    }
}

/// No id or one; nothing else can stand at the end of an address.
fn read_id(rest: &[&str]) -> Option<Option<String>> {
    match rest {
        [] => Some(None),
        [id] if records::is_id(id) => Some(Some((*id).to_owned())),
        _ => None,
    }
}

impl Route {
    /// The address of a page inside a family.
    pub fn family(family: FamilyId, page: FamilyPage) -> Self {
        Self::Family { family, page }
    }

    /// What an address means. `None` for a hash that is not an address of ours (an in-page anchor, or
    /// nothing at all); [`Route::NotFound`] for an address that leads nowhere.
    ///
    /// ```
    /// use hearth::navigation::Route;
    /// assert_eq!(Route::parse("#/due"), Some(Route::Due));
    /// assert_eq!(Route::parse("#/no/such/place"), Some(Route::NotFound));
    /// assert_eq!(Route::parse("#main"), None);
    /// ```
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix("#/")?;
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        Some(Self::read(&segments).unwrap_or(Self::NotFound))
    }

    fn read(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            ["welcome"] => Self::Welcome,
            ["welcome", "passphrase"] => Self::WelcomePassphrase,
            ["welcome", "recovery"] => Self::WelcomeRecovery,
            ["welcome", "profile"] => Self::WelcomeProfile,
            ["unlock"] => Self::Unlock,
            ["unlock", "recovery"] => Self::UnlockRecovery,
            // A bare "#/" is what somebody has after wiping the address bar: take them home.
            [] | ["due"] => Self::Due,
            ["search"] => Self::Search,
            ["families"] => Self::Families,
            ["supervision"] => Self::Supervision,
            ["manager"] => Self::Manager,
            ["families", "new"] => Self::FamilyNew(NewFamilyStep::Label),
            ["families", "new", step] => {
                Self::FamilyNew(NewFamilyStep::ALL.into_iter().find(|known| known.token() == *step)?)
            }
            ["f", family, page @ ..] => {
                Self::Family { family: family.parse().ok()?, page: FamilyPage::read(page)? }
            }
            ["share"] => Self::Share,
            ["share", "backup"] => Self::ShareBackup,
            ["share", "open"] => Self::ShareOpen,
            ["settings"] => Self::Settings(SettingsSection::You),
            ["settings", "security", task] => {
                Self::Security(SecurityTask::ALL.into_iter().find(|known| known.token() == *task)?)
            }
            ["settings", "profile", task] => Self::Rules(RulesTask::of_token(task)?),
            ["settings", section] => {
                Self::Settings(SettingsSection::ALL.into_iter().find(|known| known.token() == *section)?)
            }
            ["help"] => Self::Help,
            ["help", "keyboard"] => Self::HelpKeyboard,
            ["accessibility"] => Self::Accessibility,
            ["privacy"] => Self::Privacy,
            ["about"] => Self::About,
            ["problem", problem] => {
                Self::Problem(Problem::ALL.into_iter().find(|known| known.token() == *problem)?)
            }
            ["not-found"] => Self::NotFound,
            _ => return None,
        })
    }

    /// Whether a first visit shows it. The other pages are in a part of the app that is fetched for them.
    pub fn is_front(&self) -> bool {
        match self {
            Self::Welcome | Self::WelcomeProfile | Self::WelcomePassphrase | Self::WelcomeRecovery => true,
            Self::Problem(problem) => matches!(problem, Problem::Storage | Problem::Version),
            Self::NotFound => true,
            _ => false,
        }
    }

    /// The address, to stand in an `href`.
    pub fn to_hash(&self) -> String {
        match self {
            Self::Welcome => "#/welcome".to_owned(),
            Self::WelcomePassphrase => "#/welcome/passphrase".to_owned(),
            Self::WelcomeRecovery => "#/welcome/recovery".to_owned(),
            Self::WelcomeProfile => "#/welcome/profile".to_owned(),
            Self::Unlock => "#/unlock".to_owned(),
            Self::UnlockRecovery => "#/unlock/recovery".to_owned(),
            Self::Due => "#/due".to_owned(),
            Self::Search => "#/search".to_owned(),
            Self::Families => "#/families".to_owned(),
            Self::Supervision => "#/supervision".to_owned(),
            Self::Manager => "#/manager".to_owned(),
            Self::FamilyNew(step) => format!("#/families/new/{}", step.token()),
            Self::Family { family, page } => format!("#/f/{family}{}", page.path()),
            Self::Share => "#/share".to_owned(),
            Self::ShareBackup => "#/share/backup".to_owned(),
            Self::ShareOpen => "#/share/open".to_owned(),
            Self::Settings(section) => format!("#/settings/{}", section.token()),
            Self::Security(task) => format!("#/settings/security/{}", task.token()),
            Self::Rules(task) => format!("#/settings/profile/{}", task.token()),
            Self::Help => "#/help".to_owned(),
            Self::HelpKeyboard => "#/help/keyboard".to_owned(),
            Self::Accessibility => "#/accessibility".to_owned(),
            Self::Privacy => "#/privacy".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Problem(problem) => format!("#/problem/{}", problem.token()),
            Self::NotFound => "#/not-found".to_owned(),
        }
    }

    /// The family whose pages these are, when they are a family's.
    pub fn in_family(&self) -> Option<FamilyId> {
        match self {
            Self::Family { family, .. } => Some(*family),
            _ => None,
        }
    }

    /// Whether a team looks at it together, so that nothing of any other family may stand on it.
    pub fn is_shared_screen(&self) -> bool {
        matches!(self, Self::Family { page: FamilyPage::Live { .. }, .. })
    }

    /// Whether it is a person's private session: what is typed there is on no list.
    pub fn is_private_session(&self) -> bool {
        matches!(self, Self::Family { page: FamilyPage::Private { .. }, .. })
    }

    /// Whether what is printed there is given to somebody as it is: the frame of the page says more than they may read.
    pub fn has_paper_of_its_own(&self) -> bool {
        self.is_private_session() || matches!(self, Self::Family { page: FamilyPage::Document { .. }, .. })
    }

    /// Whether what keeps people safe is read or written there: its words are on no list.
    pub fn stands_apart(&self) -> bool {
        match self {
            Self::Family { page: FamilyPage::Private { .. }, .. } => true,
            Self::Family { page: FamilyPage::Leaf { leaf, .. }, .. } => leaf.stands_apart(),
            Self::Family { page: FamilyPage::Sheet { sheet, .. }, .. } => sheet.stands_apart(),
            _ => false,
        }
    }

    /// Whether the place may be seen without opening a vault. None of these shows anything about anybody.
    pub fn is_public(&self) -> bool {
        matches!(
            self,
            Self::Welcome
                | Self::WelcomePassphrase
                | Self::WelcomeProfile
                | Self::Unlock
                | Self::UnlockRecovery
                | Self::Help
                | Self::HelpKeyboard
                | Self::Accessibility
                | Self::Privacy
                | Self::About
                | Self::Problem(_)
                | Self::NotFound
        )
    }

    fn screen(&self) -> String {
        let screen = match self {
            Self::Welcome => "Welcome",
            Self::WelcomePassphrase => "Create a passphrase",
            Self::WelcomeRecovery => "Recovery sheet",
            Self::WelcomeProfile => "About you",
            Self::Unlock => "Unlock",
            Self::UnlockRecovery => "Use a recovery code",
            Self::Due => "What is due",
            Self::Search => "Search",
            Self::Families => "My families",
            Self::Supervision => "Supervision",
            Self::Manager => "Manager’s page",
            Self::FamilyNew(step) => match step {
                NewFamilyStep::Label => "Add a family: what to call it",
                NewFamilyStep::Children => "Add a family: children",
                NewFamilyStep::Adults => "Add a family: adults",
                NewFamilyStep::Workflow => "Add a family: who we are working with",
                NewFamilyStep::Pathway => "Add a family: pathway",
                NewFamilyStep::Referral => "Add a family: referral",
                NewFamilyStep::Safety => "Add a family: safety",
                NewFamilyStep::Allocation => "Add a family: team",
                NewFamilyStep::Check => "Add a family: check",
            },
            Self::Family { page, .. } => return page.screen(),
            Self::Share => "Share",
            Self::ShareBackup => "Back up",
            Self::ShareOpen => "Open a bundle",
            Self::Security(task) => task.label(),
            Self::Rules(task) => task.label(),
            Self::Settings(section) => return format!("Settings: {}", section.label()),
            Self::Help => "Help",
            Self::HelpKeyboard => "Keyboard shortcuts",
            Self::Accessibility => "Accessibility statement",
            Self::Privacy => "Privacy",
            Self::About => "About and licences",
            Self::Problem(Problem::Storage) => "This browser cannot keep records",
            Self::Problem(Problem::Version) => "A newer version is needed",
            Self::Problem(Problem::LockedElsewhere) => "Open in another tab",
            Self::NotFound => "Page not found",
        };
        screen.to_owned()
    }
}

/// The window's title at this place: the screen, the family by the start of its random id, the app.
/// No name can be in it, because a route holds none.
pub fn title(route: &Route) -> String {
    match route.in_family() {
        Some(family) => format!("{} – Family {} – {SERVICE_NAME}", route.screen(), family.short()),
        None => format!("{} – {SERVICE_NAME}", route.screen()),
    }
}

impl Access {
    /// Where somebody who asks for this place has to go first; `None` when they may enter.
    pub fn first(self, wanted: &Route) -> Option<Route> {
        match (self, wanted) {
            // Through the door already. The recovery sheet is the one welcome page that comes after it.
            (
                Self::Open,
                Route::Unlock
                | Route::UnlockRecovery
                | Route::Welcome
                | Route::WelcomeProfile
                | Route::WelcomePassphrase
                | Route::Problem(Problem::LockedElsewhere),
            ) => Some(Route::Due),
            (Self::NoVault, Route::Unlock | Route::UnlockRecovery) => Some(Route::Welcome),
            (Self::Open, _) => None,
            (_, place) if place.is_public() => None,
            (Self::NoVault, _) => Some(Route::Welcome),
            (Self::Locked, _) => Some(Route::Unlock),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family() -> FamilyId {
        FamilyId::from_bytes(*b"an opaque family")
    }

    fn person(last: u8) -> PersonId {
        PersonId::from_bytes([last; 16])
    }

    fn every_route() -> Vec<Route> {
        let one = Subject::Person(person(1));
        let two = Subject::Couple(Pair::of(person(1), person(2)).unwrap());
        let entry = EntryId::from_bytes([7; 16]);
        let mut routes = vec![
            Route::Welcome,
            Route::WelcomePassphrase,
            Route::WelcomeRecovery,
            Route::WelcomeProfile,
            Route::Unlock,
            Route::UnlockRecovery,
            Route::Due,
            Route::Search,
            Route::Families,
            Route::Supervision,
            Route::Manager,
            Route::Share,
            Route::ShareBackup,
            Route::ShareOpen,
            Route::Help,
            Route::HelpKeyboard,
            Route::Accessibility,
            Route::Privacy,
            Route::About,
            Route::NotFound,
        ];
        routes.extend(NewFamilyStep::ALL.map(Route::FamilyNew));
        routes.extend(SettingsSection::ALL.map(Route::Settings));
        routes.extend(SecurityTask::ALL.map(Route::Security));
        routes.extend(RulesTask::all().map(Route::Rules));
        routes.extend(Problem::ALL.map(Route::Problem));
        let mut pages = vec![
            FamilyPage::Overview,
            FamilyPage::Programme,
            FamilyPage::Joint { pair: Pair::of(person(1), person(2)).unwrap() },
            FamilyPage::People,
            FamilyPage::PersonNew,
            FamilyPage::Person { person: person(3) },
            FamilyPage::Relationships,
            FamilyPage::Map,
            FamilyPage::Share,
            FamilyPage::AfterVisit,
            FamilyPage::Live { supervision: SupervisionId::from_bytes([8; 16]) },
            FamilyPage::Move { supervision: SupervisionId::from_bytes([8; 16]) },
            FamilyPage::Private { person: person(3) },
        ];
        pages.extend(ShowStep::ALL.map(|step| FamilyPage::Show { step }));
        let document =
            |of: &str| DocumentStep::ALL.map(|step| FamilyPage::Document { of: of.parse().unwrap(), step });
        pages.extend(document("chronology"));
        pages.extend(document(&format!("assessment.{}.{}", person(1), person(2))));
        for subject in [one, two] {
            for module in ModuleId::ALL {
                pages.push(FamilyPage::Module { subject, module });
                pages.push(FamilyPage::EntryNew { subject, module });
                pages.push(FamilyPage::Entry { subject, module, entry });
                pages.push(FamilyPage::EntryHistory { subject, module, entry });
                pages.push(FamilyPage::EntryWithdraw { subject, module, entry });
            }
        }
        routes.extend(pages.into_iter().map(|page| Route::family(family(), page)));
        routes
    }

    #[test]
    fn every_place_has_an_address_that_leads_back_to_it() {
        for route in every_route() {
            assert_eq!(Route::parse(&route.to_hash()), Some(route.clone()), "{}", route.to_hash());
        }
    }

    #[test]
    fn no_two_places_share_an_address() {
        let mut addresses: Vec<String> = every_route().iter().map(Route::to_hash).collect();
        let all = addresses.len();
        addresses.sort();
        addresses.dedup();
        assert_eq!(addresses.len(), all);
    }

    #[track_caller]
    fn check(hash: &str, expected: Option<Route>) {
        assert_eq!(Route::parse(hash), expected, "{hash:?}");
    }

    #[test]
    fn in_page_anchors_are_not_addresses() {
        check("", None);
        check("#", None);
        check("#main", None);
        check("#entry-going-well", None);
    }

    #[test]
    fn addresses_that_lead_nowhere_are_said_to() {
        check("#/nowhere", Some(Route::NotFound));
        check("#/f/7F3K", Some(Route::NotFound));
        check(&format!("#/f/{}/programme/kayla/m1", family()), Some(Route::NotFound));
        check(&format!("#/f/{}/programme/{}/m9", family(), person(1)), Some(Route::NotFound));
        check(&format!("#/f/{}/programme/{}+{}/m1", family(), person(1), person(1)), Some(Route::NotFound));
        check(&format!("#/f/{}/live", family()), Some(Route::NotFound));
        check("#/welcome/passphrase/again", Some(Route::NotFound));
        check("#/settings/profile/t99", Some(Route::NotFound));
        check(&format!("#/f/{}/move/monday", family()), Some(Route::NotFound));
    }

    #[test]
    fn an_address_typed_by_hand_may_be_untidy() {
        check("#/", Some(Route::Due));
        check("#/due/", Some(Route::Due));
        check("#//families", Some(Route::Families));
        check("#/families/new", Some(Route::FamilyNew(NewFamilyStep::Label)));
        check("#/settings", Some(Route::Settings(SettingsSection::You)));
    }

    #[test]
    fn a_title_says_the_screen_and_the_start_of_an_id() {
        assert_eq!(title(&Route::Due), "What is due – Family workbook");
        let title = title(&Route::family(family(), FamilyPage::People));
        assert_eq!(title, format!("People – Family {} – Family workbook", family().short()));
        assert!(!title.contains(&family().to_string()));
    }

    #[test]
    fn only_the_live_supervision_is_a_shared_screen() {
        let live = FamilyPage::Live { supervision: SupervisionId::from_bytes([8; 16]) };
        for route in every_route() {
            assert_eq!(route.is_shared_screen(), route == Route::family(family(), live.clone()), "{route:?}");
        }
    }

    #[test]
    fn steps_lead_on_and_back() {
        assert_eq!(NewFamilyStep::Label.previous(), None);
        assert_eq!(NewFamilyStep::Label.next(), Some(NewFamilyStep::Children));
        assert_eq!(NewFamilyStep::Check.previous(), Some(NewFamilyStep::Allocation));
        assert_eq!(NewFamilyStep::Check.next(), None);
    }

    #[test]
    fn a_locked_vault_shows_nothing_but_what_is_public() {
        for route in every_route() {
            let first = Access::Locked.first(&route);
            assert_eq!(first.is_none(), route.is_public(), "{route:?}");
            assert!(first.is_none_or(|place| place == Route::Unlock));
        }
    }

    #[test]
    fn without_a_vault_people_are_welcomed() {
        assert_eq!(Access::NoVault.first(&Route::Due), Some(Route::Welcome));
        assert_eq!(Access::NoVault.first(&Route::Unlock), Some(Route::Welcome));
        assert_eq!(Access::NoVault.first(&Route::Help), None);
        assert_eq!(Access::Open.first(&Route::Unlock), Some(Route::Due));
        assert_eq!(Access::Open.first(&Route::Families), None);
    }

    #[test]
    fn going_where_one_was_sent_is_always_allowed() {
        for access in [Access::NoVault, Access::Locked, Access::Open] {
            for route in every_route() {
                if let Some(place) = access.first(&route) {
                    assert_eq!(access.first(&place), None, "{access:?} {route:?}");
                }
            }
        }
    }
}
