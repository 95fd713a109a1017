//! Add a family: one question to a page, nothing recorded until the last.

mod adults;
mod allocation;
mod check;
mod children;
mod label;
mod pathway;
mod perhaps_here;
mod referral;
mod rows;
mod safety;
mod step;
mod workflow;

use leptos::prelude::*;

use crate::navigation::NewFamilyStep;

/// The page of one step.
#[component]
pub fn NewFamily(step: NewFamilyStep) -> impl IntoView {
    match step {
        NewFamilyStep::Label => view! { <label::Label /> }.into_any(),
        NewFamilyStep::Children => view! { <children::Children /> }.into_any(),
        NewFamilyStep::Adults => view! { <adults::Adults /> }.into_any(),
        NewFamilyStep::Workflow => view! { <workflow::Workflow /> }.into_any(),
        NewFamilyStep::Pathway => view! { <pathway::Pathway /> }.into_any(),
        NewFamilyStep::Referral => view! { <referral::Referral /> }.into_any(),
        NewFamilyStep::Safety => view! { <safety::Safety /> }.into_any(),
        NewFamilyStep::Allocation => view! { <allocation::Allocation /> }.into_any(),
        NewFamilyStep::Check => view! { <check::Check /> }.into_any(),
    }
}
