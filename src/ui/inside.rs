//! The pages from the second one on. They are a part of the app of their own (see [`crate::ui::parts`]), so that
//! a first visit waits for less.

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Problem, Route, RulesTask, SecurityTask, SettingsSection};
use crate::ui::desk::use_desk;
use crate::ui::pages::about::About;
use crate::ui::pages::accessibility::Accessibility;
use crate::ui::pages::carry::backup::Backup;
use crate::ui::pages::carry::open::OpenBundle;
use crate::ui::pages::carry::share::Share;
use crate::ui::pages::documents::DocumentPage;
use crate::ui::pages::due::Due;
use crate::ui::pages::families::Families;
use crate::ui::pages::help::Help;
use crate::ui::pages::keyboard::Keyboard;
use crate::ui::pages::manager::Manager;
use crate::ui::pages::modules::Here;
use crate::ui::pages::modules::entry::{AmendEntry, NewEntry};
use crate::ui::pages::modules::history::EntryHistory;
use crate::ui::pages::modules::joint::JointPage;
use crate::ui::pages::modules::module::ModulePage;
use crate::ui::pages::modules::programme::Programme;
use crate::ui::pages::modules::withdraw::Withdraw;
use crate::ui::pages::mover::MoverPage;
use crate::ui::pages::new_family::NewFamily;
use crate::ui::pages::overview::Overview;
use crate::ui::pages::people::{MapPage, People, PersonNew, PersonPage, Relationships};
use crate::ui::pages::privacy::Privacy;
use crate::ui::pages::private::PrivatePage;
use crate::ui::pages::problem::OpenElsewhere;
use crate::ui::pages::records::{LeafPage, SheetPage};
use crate::ui::pages::search::Search;
use crate::ui::pages::security::auto_lock::ChangeAutoLock;
use crate::ui::pages::security::let_in::LetIn;
use crate::ui::pages::security::passphrase::ChangePassphrase;
use crate::ui::pages::security::recovery_sheet::NewRecoverySheet;
use crate::ui::pages::security::remove_key::RemoveKey;
use crate::ui::pages::security::remove_store::RemoveStore;
use crate::ui::pages::settings::display::Display;
use crate::ui::pages::settings::rules::Rules;
use crate::ui::pages::settings::rules::form::RulesForm;
use crate::ui::pages::settings::rules::taking_in::TakeIn;
use crate::ui::pages::settings::security::Security;
use crate::ui::pages::settings::storage::Storage;
use crate::ui::pages::settings::you::You;
use crate::ui::pages::show::{AfterPage, ShowPage};
use crate::ui::pages::supervision::{AllSupervisions, LivePage};
use crate::ui::pages::unlock::Unlock;
use crate::ui::pages::unlock::recovery::UnlockRecovery;
use crate::ui::pages::writing::{Closed, only_writes};
use crate::workbook::fact::Part;

/// The page at an address. A new page is one line here.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Unlock => view! { <Unlock /> }.into_any(),
        Route::UnlockRecovery => view! { <UnlockRecovery /> }.into_any(),
        Route::Problem(Problem::LockedElsewhere) => view! { <OpenElsewhere /> }.into_any(),
        Route::Settings(SettingsSection::You) => view! { <You /> }.into_any(),
        Route::Settings(SettingsSection::Rules) => view! { <Rules /> }.into_any(),
        Route::Settings(SettingsSection::Security) => view! { <Security /> }.into_any(),
        Route::Settings(SettingsSection::Storage) => view! { <Storage /> }.into_any(),
        Route::Settings(SettingsSection::Display) => view! { <Display /> }.into_any(),
        Route::Security(SecurityTask::Passphrase) => view! { <ChangePassphrase /> }.into_any(),
        Route::Security(SecurityTask::RecoverySheet) => view! { <NewRecoverySheet /> }.into_any(),
        Route::Security(SecurityTask::AutoLock) => view! { <ChangeAutoLock /> }.into_any(),
        Route::Security(SecurityTask::LetIn) => view! { <LetIn /> }.into_any(),
        Route::Security(SecurityTask::RemoveKey) => view! { <RemoveKey /> }.into_any(),
        Route::Security(SecurityTask::RemoveStore) => view! { <RemoveStore /> }.into_any(),
        Route::Rules(RulesTask::TakeIn) => view! { <TakeIn /> }.into_any(),
        Route::Rules(task) => view! { <RulesForm task /> }.into_any(),
        Route::Share => view! { <Share /> }.into_any(),
        Route::ShareBackup => view! { <Backup /> }.into_any(),
        Route::ShareOpen => view! { <OpenBundle /> }.into_any(),
        Route::FamilyNew(step) => view! { <NewFamily step /> }.into_any(),
        Route::Search => view! { <Search /> }.into_any(),
        Route::Due => view! { <Due /> }.into_any(),
        Route::Families => view! { <Families /> }.into_any(),
        Route::Supervision => view! { <AllSupervisions /> }.into_any(),
        Route::Manager => view! { <Manager /> }.into_any(),
        Route::Help => view! { <Help /> }.into_any(),
        Route::HelpKeyboard => view! { <Keyboard /> }.into_any(),
        Route::Accessibility => view! { <Accessibility /> }.into_any(),
        Route::Privacy => view! { <Privacy /> }.into_any(),
        Route::About => view! { <About /> }.into_any(),
        Route::Family { family, page } => family_page(family, page),
        // Drawn by the front of the app.
        Route::Welcome
        | Route::WelcomeProfile
        | Route::WelcomePassphrase
        | Route::WelcomeRecovery
        | Route::Problem(Problem::Storage | Problem::Version)
        | Route::NotFound => ().into_any(),
    }
}

/// The page inside a family.
fn family_page(family: FamilyId, page: FamilyPage) -> AnyView {
    let closed = untrack(|| use_desk().workbook(family)).is_some_and(|book| book.closed_on().is_some());
    if closed && only_writes(&page) {
        return view! { <Closed family /> }.into_any();
    }
    let here = |subject, module| Here { family, part: Part { module, subject } };
    match page {
        FamilyPage::Overview => view! { <Overview family /> }.into_any(),
        FamilyPage::People => view! { <People family /> }.into_any(),
        FamilyPage::PersonNew => view! { <PersonNew family /> }.into_any(),
        FamilyPage::Person { person } => view! { <PersonPage family person /> }.into_any(),
        FamilyPage::Relationships => view! { <Relationships family /> }.into_any(),
        FamilyPage::Map => view! { <MapPage family /> }.into_any(),
        FamilyPage::Programme => view! { <Programme family /> }.into_any(),
        FamilyPage::Joint { pair } => view! { <JointPage family pair /> }.into_any(),
        FamilyPage::Module { subject, module } => {
            view! { <ModulePage here=here(subject, module) /> }.into_any()
        }
        FamilyPage::EntryNew { subject, module } => {
            view! { <NewEntry here=here(subject, module) /> }.into_any()
        }
        FamilyPage::Entry { subject, module, entry } => {
            view! { <AmendEntry here=here(subject, module) entry /> }.into_any()
        }
        FamilyPage::EntryHistory { subject, module, entry } => {
            view! { <EntryHistory here=here(subject, module) entry /> }.into_any()
        }
        FamilyPage::EntryWithdraw { subject, module, entry } => {
            view! { <Withdraw here=here(subject, module) entry /> }.into_any()
        }
        FamilyPage::Private { person } => view! { <PrivatePage family person /> }.into_any(),
        FamilyPage::Document { of, step } => view! { <DocumentPage family of step /> }.into_any(),
        FamilyPage::Leaf { leaf, of } => view! { <LeafPage family leaf of /> }.into_any(),
        FamilyPage::Sheet { sheet, of } => view! { <SheetPage family sheet of /> }.into_any(),
        FamilyPage::Move { supervision } => view! { <MoverPage family supervision /> }.into_any(),
        FamilyPage::Share => view! { <Share family /> }.into_any(),
        FamilyPage::Show { step } => view! { <ShowPage family step /> }.into_any(),
        FamilyPage::AfterVisit => view! { <AfterPage family /> }.into_any(),
        FamilyPage::Live { supervision } => view! { <LivePage family supervision /> }.into_any(),
    }
}
