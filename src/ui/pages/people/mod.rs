//! The people of a family: who they are, how they stand to each other, where they live, who the work is
//! with, and who is kept apart from whom.

mod family_details;
mod homes;
mod list;
mod person;
mod person_boxes;
mod person_new;
mod relationships;
mod remove;
mod separation;
mod undecided;
mod workflow;

pub use list::People;
pub use person::PersonPage;
pub use person_new::PersonNew;
pub use relationships::Relationships;

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::services::session::RecordError;
use crate::services::typed::Wrong;
use crate::ui::form::errors::{FieldError, FormErrors};

/// Says what was wrong with what was typed. `true` when nothing was.
fn report(errors: FormErrors, wrong: Vec<Wrong>) -> bool {
    errors.report(wrong.into_iter().map(|wrong| FieldError::new(wrong.field, wrong.message)).collect())
}

/// Says why nothing was recorded, at the box it is about.
fn report_refused(errors: FormErrors, at: &str, error: &RecordError) {
    errors.report_one(at, error.to_string());
}

fn link(family: FamilyId, page: FamilyPage, words: impl Into<String>) -> AnyView {
    let href = Route::family(family, page).to_hash();
    view! { <a class="govuk-link" href=href>{words.into()}</a> }.into_any()
}

/// Facts, one under the other.
fn lines(lines: Vec<String>) -> AnyView {
    lines.into_iter().map(|line| view! { <div class="app-pre">{line}</div> }).collect_view().into_any()
}
