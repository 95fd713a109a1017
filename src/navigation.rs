//! Typed hash routes: where in the app somebody is, and who may go there.
//!
//! An address always starts `#/`, so that it never meets an in-page anchor and never reaches a server's log.
//! It holds random ids and nothing else: no name, no date of birth, no search term. A window title says the
//! screen and the first four characters of the family's id, because titles end up in browser histories and
//! in the tabs of a shared screen.
//!
//! Nothing here touches the browser: `ui` listens to it and asks this module what an address means.

mod access;
mod documents;
mod family;
mod family_page;
mod records;
mod rules;
mod steps;
mod visit;

use crate::model::ids::FamilyId;

pub use access::Access;
pub use documents::{DocumentAddress, DocumentStep};
pub use family::FamilyPlace;
pub use family_page::FamilyPage;
pub use records::{Leaf, Sheet};
pub use rules::RulesTask;
pub use steps::{NewFamilyStep, Problem, SecurityTask, SettingsSection};
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

#[cfg(test)]
mod tests;
