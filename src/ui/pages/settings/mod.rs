//! Settings: you, the rules that are followed, security, storage, display.

pub mod display;
pub mod rules;
pub mod security;
pub mod storage;
pub mod you;

use leptos::prelude::*;

use crate::navigation::{Route, SettingsSection};
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::service_navigation::NavigationLink;
use crate::ui::govuk::sub_navigation::SubNavigation;
use crate::ui::shell::page::Page;

/// A section, with the way to the others. They are pages, so their links are a list, not tabs.
#[component]
fn SettingsPage(
    section: SettingsSection,
    #[prop(optional)] errors: Option<FormErrors>,
    children: Children,
) -> impl IntoView {
    let link = |other: SettingsSection| NavigationLink {
        text: other.label().to_owned(),
        href: Route::Settings(other).to_hash(),
        current: other == section,
    };
    let links: Vec<NavigationLink> = SettingsSection::ALL.map(link).to_vec();
    let inside = children();
    let inside =
        view! { <SubNavigation label="Settings" button="Pages of the settings" links=links /> {inside} };
    match errors {
        Some(errors) => view! {
            <Page heading=section.label() caption="Settings" errors=errors>{inside}</Page>
        }
        .into_any(),
        None => view! { <Page heading=section.label() caption="Settings">{inside}</Page> }.into_any(),
    }
}
