use std::sync::Arc;

use leptos::prelude::*;

use crate::policy::profile::practice::Part as Used;
use crate::services::session::FamilyState;
use crate::services::supervision::across;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::pages::records::parts::part;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// The supervisions of all families, by their day.
#[component]
pub fn AllSupervisions() -> impl IntoView {
    let desk = use_desk();
    view! { <Page heading="Supervision">{move || listed(desk)}</Page> }
}

fn listed(desk: Desk) -> Vec<AnyView> {
    let Some(profile) = desk.profile.get() else { return Vec::new() };
    let today = desk.today();
    let history = profile.history();
    let rules = history.on(today);
    let words = rules.part(Used::GroupSupervision).map(|said| said.words.clone()).unwrap_or_default();
    let books: Vec<Arc<Workbook>> = desk.families.with(|families| {
        let open = families.iter().filter_map(|state| match state {
            FamilyState::Open(book) => Some(book.whole()),
            FamilyState::CannotBeOpened(_) => None,
        });
        open.collect()
    });
    let books: Vec<&Workbook> = books.iter().map(Arc::as_ref).collect();
    let used = rules.uses(Used::GroupSupervision);
    across::parts(&books, today, used, &words).into_iter().map(part).collect()
}
