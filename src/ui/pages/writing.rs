//! A closed workbook can be read, and nothing can be recorded in it: what only writes is not there (`ux.md` S35).

use leptos::prelude::*;

use crate::model::dates::day_words;
use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Leaf, Route, Sheet};
use crate::ui::desk::use_desk;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// What is offered while the workbook is open.
pub fn while_open(book: &Workbook, offered: impl FnOnce() -> AnyView) -> Option<AnyView> {
    book.closed_on().is_none().then(offered)
}

/// Said on every page of a family whose workbook is closed.
pub fn closed_words(book: &Workbook) -> Option<String> {
    Some(format!("Closed on {}. It can only be read.", day_words(book.closed_on()?)))
}

/// Whether a page is there to write only.
pub fn only_writes(page: &FamilyPage) -> bool {
    match page {
        FamilyPage::Sheet { sheet, .. } => *sheet != Sheet::Reopen,
        FamilyPage::EntryNew { .. }
        | FamilyPage::Entry { .. }
        | FamilyPage::EntryWithdraw { .. }
        | FamilyPage::PersonNew
        | FamilyPage::Relationships
        | FamilyPage::Joint { .. }
        | FamilyPage::Move { .. }
        | FamilyPage::Live { .. }
        | FamilyPage::Show { .. }
        | FamilyPage::Private { .. } => true,
        FamilyPage::Overview
        | FamilyPage::Programme
        | FamilyPage::Module { .. }
        | FamilyPage::EntryHistory { .. }
        | FamilyPage::People
        | FamilyPage::Map
        | FamilyPage::Person { .. }
        | FamilyPage::Leaf { .. }
        // What was said before the workbook was closed is not lost.
        | FamilyPage::AfterVisit
        | FamilyPage::Document { .. }
        | FamilyPage::Share => false,
    }
}

/// Instead of a page that only writes, while the workbook is closed.
#[component]
pub fn Closed(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.workbook(family).and_then(|book| closed_words(&book));
    let close = Route::family(family, FamilyPage::leaf(Leaf::Close)).to_hash();
    view! {
        <Page heading="This workbook is closed">
            <p class="govuk-body">{said}</p>
            <p class="govuk-body">
                "A manager can reopen it. What you had begun to type here is kept as a draft."
            </p>
            <p class="govuk-body"><a class="govuk-link" href=close>"Closing and reopening"</a></p>
        </Page>
    }
}
