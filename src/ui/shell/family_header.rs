use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Leaf, Route, ShowStep};
use crate::services::leaves::more::PAGES;
use crate::ui::desk::use_desk;
use crate::ui::govuk::service_navigation::NavigationLink;
use crate::ui::govuk::sub_navigation::SubNavigation;
use crate::ui::navigator::Navigator;
use crate::ui::pages::writing::closed_words;

/// What every page of a family says while safety separation stands in it. It names nobody: the screen may be
/// in sight of either of the two.
const SEPARATED: &str = "Safety separation is on. Check who may see it before you show, print or share.";

/// Whose workbook this is, and its pages.
#[component]
pub fn FamilyHeader(family: FamilyId, navigator: Navigator) -> impl IntoView {
    let desk = use_desk();
    let book = Memo::new(move |_| desk.workbook(family));
    let links = Signal::derive(move || match navigator.here() {
        Some(Route::Family { page, .. }) => links(family, &page),
        _ => Vec::new(),
    });
    // What somebody takes home on paper says nothing of the team’s workbook.
    let own_paper = move || navigator.here().is_some_and(|route| route.has_paper_of_its_own());
    let example = move || {
        book.get().filter(|book| book.is_example()).map(|_| {
            view! {
                <div class="app-example" class=("app-no-print", own_paper)>
                    <p class="govuk-width-container app-example__text">
                        "Example: this family is made up."
                    </p>
                </div>
            }
        })
    };
    let closed = move || {
        let said = book.get().and_then(|book| closed_words(&book))?;
        Some(view! { <p class="app-family-header__separation">{said}</p> })
    };
    let separation = move || {
        book.get().filter(|book| !book.separated_pairs().is_empty()).map(|_| {
            view! { <p class="app-family-header__separation">{SEPARATED}</p> }
        })
    };
    let show = Route::family(family, FamilyPage::Show { step: ShowStep::Who }).to_hash();
    view! {
        {example}
        <div class="app-family-header" class=("app-no-print", own_paper)>
            <div class="govuk-width-container">
                <div class="app-family-header__inner">
                    <p class="app-family-header__name">
                        <span class="app-family-header__id">{format!("Family {}", family.short())}</span>
                        " "
                        {move || book.get().and_then(|book| book.given_label())}
                    </p>
                    <div class="app-family-header__tools">
                        <a class="govuk-link" href=show>"Show to family"</a>
                    </div>
                    {closed} {separation}
                </div>
                <SubNavigation label="This family" button="Pages of this family" links=links />
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
        FamilyPage::People
            | FamilyPage::PersonNew
            | FamilyPage::Person { .. }
            | FamilyPage::Relationships
            | FamilyPage::Map
    );
    let named = |text: &str, page: Leaf, also: &[Leaf]| {
        let current = matches!(here, FamilyPage::Leaf { leaf, .. } if *leaf == page || also.contains(leaf));
        link(text, FamilyPage::leaf(page), current)
    };
    let behind: Vec<Leaf> = PAGES.iter().map(|(place, _)| *place).chain([Leaf::Summary]).collect();
    let mut more = named("More", Leaf::More, &behind);
    more.current |= *here == FamilyPage::Share;
    vec![
        link("Overview", FamilyPage::Overview, *here == FamilyPage::Overview),
        link("Programme", FamilyPage::Programme, in_programme),
        named("What is due", Leaf::Dates, &[]),
        named("Supervision", Leaf::Supervision, &[Leaf::Meeting]),
        named("Visits", Leaf::Visits, &[]),
        named("Plans", Leaf::Plans, &[Leaf::Plan]),
        named("Chronology", Leaf::Chronology, &[]),
        link("People", FamilyPage::People, in_people),
        more,
    ]
}
