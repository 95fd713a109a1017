use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::ui::govuk::service_navigation::NavigationLink;
use crate::ui::govuk::sub_navigation::SubNavigation;
use crate::ui::navigator::Navigator;
use crate::ui::shell::Shell;

/// Whose workbook this is, and its pages.
#[component]
pub fn FamilyHeader(family: FamilyId, navigator: Navigator, shell: Shell) -> impl IntoView {
    // The heading belongs to one family: while another one's is being read, only the id is said.
    let heading = Memo::new(move |_| shell.family.get().filter(|heading| heading.family == family));
    let links = Signal::derive(move || match navigator.here() {
        Some(Route::Family { page, .. }) => links(family, &page),
        _ => Vec::new(),
    });
    let example = move || {
        heading.get().filter(|heading| heading.example).map(|_| {
            view! {
                <div class="app-example">
                    <p class="govuk-width-container app-example__text">
                        "Example: this family is made up."
                    </p>
                </div>
            }
        })
    };
    let separation = move || {
        heading.get().and_then(|heading| heading.separation).map(|words| {
            view! { <p class="app-family-header__separation">{words}</p> }
        })
    };
    view! {
        {example}
        <div class="app-family-header">
            <div class="govuk-width-container">
                <div class="app-family-header__inner">
                    <p class="app-family-header__name">
                        <span class="app-family-header__id">{format!("Family {}", family.short())}</span>
                        " "
                        {move || heading.get().map(|heading| heading.label)}
                    </p>
                    {separation}
                </div>
                <SubNavigation label="This family" links=links />
            </div>
        </div>
    }
}

fn links(family: FamilyId, here: &FamilyPage) -> Vec<NavigationLink> {
    let link = |text: &str, page: FamilyPage, current: bool| NavigationLink {
        text: text.to_owned(),
        href: Route::family(family, page).to_hash(),
        current,
    };
    let in_programme = matches!(
        here,
        FamilyPage::Programme
            | FamilyPage::Module { .. }
            | FamilyPage::EntryNew { .. }
            | FamilyPage::Entry { .. }
            | FamilyPage::EntryHistory { .. }
            | FamilyPage::EntryWithdraw { .. }
            | FamilyPage::Joint { .. }
    );
    let in_people = matches!(
        here,
        FamilyPage::People | FamilyPage::PersonNew | FamilyPage::Person { .. } | FamilyPage::Relationships
    );
    vec![
        link("Overview", FamilyPage::Overview, *here == FamilyPage::Overview),
        link("Programme", FamilyPage::Programme, in_programme),
        link("People", FamilyPage::People, in_people),
        link("Share", FamilyPage::Share, *here == FamilyPage::Share),
    ]
}
