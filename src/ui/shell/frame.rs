use leptos::prelude::*;

use crate::navigation::{Access, Route, SERVICE_NAME, SettingsSection};
use crate::ui::govuk::footer::Footer;
use crate::ui::govuk::generic_header::GenericHeader;
use crate::ui::govuk::notification_banner::SuccessBanner;
use crate::ui::govuk::service_navigation::{NavigationLink, ServiceNavigation};
use crate::ui::govuk::skip_link::SkipLink;
use crate::ui::navigator::Navigator;
use crate::ui::parts;
use crate::ui::shell::Shell;
use crate::ui::shell::status_strip::{Spoken, StatusStrip};

/// One header, one main, one footer round every page. Before the vault is open there is nothing in it but
/// help: no navigation to places that cannot be entered.
#[component]
pub fn Frame(navigator: Navigator, shell: Shell, children: Children) -> impl IntoView {
    let open = Memo::new(move |_| navigator.access() == Some(Access::Open));
    let family = Memo::new(move |_| navigator.here().and_then(|route| route.in_family()));
    let lock = move || {
        open.get().then(|| {
            view! {
                <li>
                    <button type="button" class="app-header__tool" on:click=move |_| shell.lock_now()>
                        "Lock"
                    </button>
                </li>
            }
        })
    };
    let search = move || {
        let way = || view! { <li><a class="app-header__tool" href=Route::Search.to_hash()>"Search"</a></li> };
        open.get().then(way)
    };
    let navigation = move || {
        open.get().then(|| {
            view! {
                <ServiceNavigation
                    service=SERVICE_NAME
                    home=Route::Due.to_hash()
                    links=Signal::derive(move || links(navigator.here().as_ref()))
                />
                <StatusStrip shell=shell />
            }
        })
    };
    let family_header = move || family.get().map(|family| parts::family_header(family, navigator));
    // On a screen that others see there is nothing round the page: no way to other families, no search, no news.
    let shared = Memo::new(move |_| navigator.here().is_some_and(|route| route.is_shared_screen()));
    let notice = move || {
        let notice = shell.notice.get().filter(|_| !shared.get());
        notice.map(|notice| view! { <SuccessBanner notice /> }.into_any())
    };
    // Only where practitioners work: what a page before that holds, such as a new recovery code, is nowhere else.
    let practice =
        Memo::new(move |_| open.get() && navigator.here().is_some_and(|route| is_practice(&route)));
    let new_version = move || practice.get().then(|| parts::new_version(navigator));
    let header = move || {
        view! {
            <header class="app-header">
                <GenericHeader organisation=shell.organisation home=Route::Due.to_hash()>
                    {search}
                    {lock}
                    <li>
                        <a class="app-header__tool" href=Route::Help.to_hash()>"Help"</a>
                    </li>
                </GenericHeader>
                {navigation}
                {family_header}
            </header>
        }
        .into_any()
    };
    view! {
        <SkipLink />
        {move || if shared.get() { view! { <Spoken shell /> }.into_any() } else { header() }}
        <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main">
                {notice}
                {new_version}
                {children()}
            </main>
        </div>
        {move || (!shared.get()).then(|| view! { <Footer links=footer_links() /> })}
    }
}

fn is_practice(route: &Route) -> bool {
    !route.is_front() && !route.is_shared_screen()
}

fn links(here: Option<&Route>) -> Vec<NavigationLink> {
    let link = |text: &str, place: Route, current: bool| NavigationLink {
        text: text.to_owned(),
        href: place.to_hash(),
        current,
    };
    let families =
        matches!(here, Some(Route::Families | Route::FamilyNew(_) | Route::Manager | Route::Family { .. }));
    let share = matches!(here, Some(Route::Share | Route::ShareBackup | Route::ShareOpen));
    let settings = matches!(here, Some(Route::Settings(_) | Route::Security(_) | Route::Rules(_)));
    vec![
        link("What is due", Route::Due, here == Some(&Route::Due)),
        link("My families", Route::Families, families),
        link("Supervision", Route::Supervision, here == Some(&Route::Supervision)),
        link("Share", Route::Share, share),
        link("Settings", Route::Settings(SettingsSection::You), settings),
    ]
}

fn footer_links() -> Vec<NavigationLink> {
    [
        ("Help", Route::Help),
        ("Keyboard shortcuts", Route::HelpKeyboard),
        ("Accessibility statement", Route::Accessibility),
        ("Privacy", Route::Privacy),
        ("About and licences", Route::About),
    ]
    .into_iter()
    .map(|(text, place)| NavigationLink { text: text.to_owned(), href: place.to_hash(), current: false })
    .collect()
}
