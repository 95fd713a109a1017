//! A document, from whom it is for to paper (`ux.md` S28).

mod notes;
mod preview;
mod sections;
mod who;

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{DocumentAddress, DocumentStep, FamilyPage, Leaf, Route};
use crate::services::documents::Kind;
use crate::services::documents::making::Making;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::workbook::fold::Workbook;

/// One of the three pages on which a document is made.
#[component]
pub fn DocumentPage(family: FamilyId, of: DocumentAddress, step: DocumentStep) -> impl IntoView {
    let desk = use_desk();
    let Some(kind) = Kind::of_address(of.as_str()) else { return view! { <NotFound /> }.into_any() };
    let making = Begun { desk, family, kind };
    let page = move |book: Arc<Workbook>| match step {
        DocumentStep::For => who::page(making, &book),
        DocumentStep::Sections => sections::page(making, &book),
        DocumentStep::Preview => preview::page(making, &book),
    };
    view! { <InFamily family page /> }.into_any()
}

/// The document that somebody has begun to make.
#[derive(Clone, Copy)]
struct Begun {
    desk: Desk,
    family: FamilyId,
    kind: Kind,
}

impl Begun {
    /// What was answered so far.
    fn answered(self) -> Making {
        self.desk.making.get_untracked().of(self.family, self.kind)
    }

    /// Keeps what was answered, and goes on.
    fn go_on(self, answered: Making, step: DocumentStep) {
        self.desk.making.set(answered);
        if let Some(route) = self.route(step) {
            self.desk.navigator.go(&route);
        }
    }

    fn route(self, step: DocumentStep) -> Option<Route> {
        let of = self.kind.address().parse().ok()?;
        Some(Route::family(self.family, FamilyPage::Document { of, step }))
    }

    /// Where one comes from.
    fn back(self, step: DocumentStep) -> Route {
        let before = match step {
            DocumentStep::For => None,
            DocumentStep::Sections => self.route(DocumentStep::For),
            DocumentStep::Preview => self.route(DocumentStep::Sections),
        };
        before.unwrap_or(Route::family(self.family, FamilyPage::leaf(Leaf::Documents)))
    }
}
