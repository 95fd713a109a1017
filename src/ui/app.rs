//! The app: which page stands at which address.

use std::rc::Rc;

use leptos::prelude::*;

use crate::navigation::{Problem, Route};
use crate::ui::desk::{AppSession, Desk};
use crate::ui::first_run::FirstRun;
use crate::ui::navigator::Navigator;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::problem::{StorageProblem, VersionProblem};
use crate::ui::pages::welcome::choice::Welcome;
use crate::ui::pages::welcome::passphrase::WelcomePassphrase;
use crate::ui::pages::welcome::profile::WelcomeProfile;
use crate::ui::pages::welcome::recovery::WelcomeRecovery;
use crate::ui::parts;
use crate::ui::preferences;
use crate::ui::shell::Shell;
use crate::ui::shell::cover::ScreenCover;
use crate::ui::shell::fetching::Fetching;
use crate::ui::shell::frame::Frame;
use crate::ui::shell::lock_warning::LockWarning;
use crate::ui::shell::not_saved::NotSaved;
use crate::ui::shortcuts::Shortcuts;
use crate::ui::watch::Watch;

/// Everything in the page. What lives as long as the app is made here, once. After a visit it is made around the store
/// that the passphrase has opened.
#[component]
pub fn App(
    #[prop(optional)] adopted: Option<StoredValue<Option<Rc<AppSession>>, LocalStorage>>,
) -> impl IntoView {
    let preferences = preferences::start();
    let shell = Shell::default();
    let navigator = Navigator::start(shell);
    provide_context(preferences);
    provide_context(shell);
    provide_context(navigator);
    provide_context(Shortcuts::listen(navigator, preferences));
    let desk = Desk::new(shell, navigator);
    provide_context(desk);
    let first_run = FirstRun::default();
    provide_context(first_run);
    let watch = Watch::begin(desk, first_run);
    provide_context(watch);
    match adopted.and_then(|adopted| adopted.get_value()) {
        Some(session) => {
            desk.adopt(session);
            leptos::task::spawn_local(watch.settle_in());
        }
        None => leptos::task::spawn_local(desk.start()),
    }
    view! {
        <Frame navigator shell>
            <NotSaved />
            <Fetching navigator />
            {move || navigator.here().map(page)}
        </Frame>
        <LockWarning />
        <ScreenCover />
    }
}

/// The page at an address: drawn here when a first visit shows it, and otherwise by the part of the app that is
/// fetched for it. A new page is one line in [`crate::ui::inside`].
fn page(route: Route) -> AnyView {
    match route {
        Route::Welcome => view! { <Welcome /> }.into_any(),
        Route::WelcomeProfile => view! { <WelcomeProfile /> }.into_any(),
        Route::WelcomePassphrase => view! { <WelcomePassphrase /> }.into_any(),
        Route::WelcomeRecovery => view! { <WelcomeRecovery /> }.into_any(),
        Route::Problem(Problem::Storage) => view! { <StorageProblem /> }.into_any(),
        Route::Problem(Problem::Version) => view! { <VersionProblem /> }.into_any(),
        Route::NotFound => view! { <NotFound /> }.into_any(),
        inside => parts::page(inside),
    }
}
