use std::sync::Arc;

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::ui::desk::use_desk;
use crate::ui::pages::not_found::NotFound;
use crate::workbook::fold::Workbook;

/// A page of a family that is here, drawn again whenever its workbook changes; otherwise that there is no
/// such page. What is typed is in drafts, so drawing again loses none of it.
#[component]
pub(super) fn InFamily(
    family: FamilyId,
    page: impl Fn(Arc<Workbook>) -> AnyView + Send + 'static,
) -> impl IntoView {
    let desk = use_desk();
    let book = Memo::new(move |_| desk.workbook(family));
    move || match book.get() {
        Some(book) => page(book),
        None => view! { <NotFound /> }.into_any(),
    }
}
