//! "Prepare to show" and "After the visit".

mod after;
mod check;
mod kept_back;
mod safe;
mod waiting;
mod who;

pub use after::AfterPage;
pub use kept_back::stopped_list;
pub use waiting::WaitingVisits;

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route, ShowStep};
use crate::services::prepare::Preparing;
use crate::ui::desk::Desk;

/// One of the three pages before the device is handed over.
#[component]
pub fn ShowPage(family: FamilyId, step: ShowStep) -> impl IntoView {
    match step {
        ShowStep::Who => view! { <who::WhoPage family /> }.into_any(),
        ShowStep::Safe => view! { <safe::SafePage family /> }.into_any(),
        ShowStep::Check => view! { <check::CheckPage family /> }.into_any(),
    }
}

fn route(family: FamilyId, step: ShowStep) -> Route {
    Route::family(family, FamilyPage::Show { step })
}

/// What was answered so far for this family.
fn answered(desk: Desk, family: FamilyId) -> Preparing {
    desk.preparing.get_untracked().of(family)
}
