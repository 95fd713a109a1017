//! The people of a family: who they are, how they stand to each other, where they live, who the work is
//! with, and who is kept apart from whom.

mod family_details;
mod harm;
mod homes;
mod list;
mod map;
mod person;
mod person_boxes;
mod person_new;
mod relationships;
mod remove;
mod separation;
mod undecided;
mod workflow;

pub use list::People;
pub use map::MapPage;
pub use person::PersonPage;
pub use person_new::PersonNew;
pub use relationships::Relationships;

use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::services::session::RecordError;
use crate::services::typed::{Fields, Wrong};
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

/// The boxes of one of several forms of a kind on a page: each has ids of its own, since an id stands once.
#[derive(Clone, Copy)]
struct Own(StoredValue<String>);

impl Own {
    fn id(self, id: &str) -> String {
        self.0.with_value(|form| format!("{id}-{form}"))
    }

    /// What stands in the boxes, by the names that all forms of the kind share. A part of a date comes after
    /// the form's own name.
    fn plain(self, fields: Fields) -> Fields {
        self.0.with_value(|form| {
            let own = format!("-{form}");
            fields.into_iter().map(|(id, text)| (id.replacen(&own, "", 1), text)).collect()
        })
    }

    fn wrong(self, wrong: Vec<Wrong>) -> Vec<Wrong> {
        let own = |wrong: Wrong| {
            let part = ["-day", "-month", "-year"].into_iter().find(|part| wrong.field.ends_with(part));
            let part = part.unwrap_or_default();
            let whole = wrong.field.strip_suffix(part).unwrap_or(&wrong.field).to_owned();
            Wrong { field: format!("{}{part}", self.id(&whole)), ..wrong }
        };
        wrong.into_iter().map(own).collect()
    }
}
