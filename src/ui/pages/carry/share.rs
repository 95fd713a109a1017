//! S29: making an encrypted file of one family or several, for a colleague, another device, or a backup.

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::ui::desk::use_desk;
use crate::ui::pages::carry::check::Check;
use crate::ui::pages::carry::choose::Choose;
use crate::ui::pages::carry::done::Done;
use crate::ui::pages::carry::passphrase::Passphrase;
use crate::ui::pages::carry::plan::{Plan, Step};

/// Share: of one family from its own page, else of any.
#[component]
pub fn Share(#[prop(optional)] family: Option<FamilyId>) -> impl IntoView {
    let plan = Plan::new(use_desk(), family);
    view! { <Steps plan first=move || view! { <Choose plan /> } /> }
}

/// The step that is due, one at a time.
#[component]
pub fn Steps(plan: Plan, #[prop(into)] first: ViewFn) -> impl IntoView {
    move || match plan.step.get() {
        Step::First => first.run(),
        Step::Passphrase => view! { <Passphrase plan /> }.into_any(),
        Step::Check => view! { <Check plan /> }.into_any(),
        Step::Done => view! { <Done plan /> }.into_any(),
    }
}
