//! The app: which page stands at which address.

use leptos::prelude::*;

use crate::navigation::{Problem, Route};
use crate::ui::desk::Desk;
use crate::ui::navigator::Navigator;
use crate::ui::pages::about::About;
use crate::ui::pages::accessibility::Accessibility;
use crate::ui::pages::help::Help;
use crate::ui::pages::keyboard::Keyboard;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::privacy::Privacy;
use crate::ui::pages::problem::{OpenElsewhere, StorageProblem, VersionProblem};
use crate::ui::preferences;
use crate::ui::shell::Shell;
use crate::ui::shell::frame::Frame;
use crate::ui::shortcuts::Shortcuts;

/// Everything in the page. What lives as long as the app is made here, once.
#[component]
pub fn App() -> impl IntoView {
    let preferences = preferences::start();
    let shell = Shell::default();
    let navigator = Navigator::start(shell);
    provide_context(preferences);
    provide_context(shell);
    provide_context(navigator);
    provide_context(Shortcuts::listen(navigator, preferences));
    let desk = Desk::new(shell, navigator);
    provide_context(desk);
    leptos::task::spawn_local(desk.start());
    view! {
        <Frame navigator shell>
            {move || navigator.here().map(page)}
        </Frame>
    }
}

/// The page at an address. A new page is one line here.
fn page(route: Route) -> AnyView {
    match route {
        Route::Help => view! { <Help /> }.into_any(),
        Route::HelpKeyboard => view! { <Keyboard /> }.into_any(),
        Route::Accessibility => view! { <Accessibility /> }.into_any(),
        Route::Privacy => view! { <Privacy /> }.into_any(),
        Route::About => view! { <About /> }.into_any(),
        Route::Problem(Problem::Storage) => view! { <StorageProblem /> }.into_any(),
        Route::Problem(Problem::Version) => view! { <VersionProblem /> }.into_any(),
        Route::Problem(Problem::LockedElsewhere) => view! { <OpenElsewhere /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}
