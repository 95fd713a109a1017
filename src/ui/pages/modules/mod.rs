//! The programme: eight modules for each person, the entries in them, and what became of each entry.

mod audience_field;
mod completed;
mod conflict;
pub mod entry;
mod entry_boxes;
mod entry_card;
mod entry_fields;
mod entry_stage;
pub mod history;
pub mod joint;
pub mod module;
pub mod programme;
mod prompts;
mod statement;
pub mod withdraw;

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::ids::{EntryId, FamilyId};
use crate::model::subject::Subject;
use crate::navigation::{FamilyPage, Route};
use crate::services::clock::Clock;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::pages::not_found::NotFound;
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

/// One module, for one subject, in one family: where most of these pages stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    pub family: FamilyId,
    pub part: Part,
}

impl Here {
    fn module(self) -> Route {
        Route::family(
            self.family,
            FamilyPage::Module { subject: self.part.subject, module: self.part.module },
        )
    }

    fn new_entry(self) -> Route {
        Route::family(
            self.family,
            FamilyPage::EntryNew { subject: self.part.subject, module: self.part.module },
        )
    }

    fn entry(self, entry: EntryId) -> Route {
        let Part { subject, module } = self.part;
        Route::family(self.family, FamilyPage::Entry { subject, module, entry })
    }

    fn history(self, entry: EntryId) -> Route {
        let Part { subject, module } = self.part;
        Route::family(self.family, FamilyPage::EntryHistory { subject, module, entry })
    }

    fn withdraw(self, entry: EntryId) -> Route {
        let Part { subject, module } = self.part;
        Route::family(self.family, FamilyPage::EntryWithdraw { subject, module, entry })
    }

    /// "Module 3 for Amara"
    fn words(self, book: &Workbook) -> String {
        format!("Module {} for {}", self.part.module.number(), book.subject_name(self.part.subject))
    }

    fn title(self) -> &'static str {
        crate::programme::module(self.part.module).title
    }
}

/// Whether this workbook knows everybody the subject names.
fn knows(book: &Workbook, subject: Subject) -> bool {
    subject.people().into_iter().all(|person| book.people.get(person).is_some())
}

/// The page of a family that is here and of a subject it knows; otherwise that there is no such page. Drawn
/// once: what changes later is read through the desk.
fn in_family(
    family: FamilyId,
    subject: Option<Subject>,
    page: impl FnOnce(Desk, Arc<Workbook>) -> AnyView,
) -> AnyView {
    let desk = use_desk();
    let book = untrack(move || desk.workbook(family));
    match book.filter(|book| subject.is_none_or(|subject| knows(book, subject))) {
        Some(book) => page(desk, book),
        None => view! { <NotFound /> }.into_any(),
    }
}

/// The workbook as it stands whenever it is read; the one the page began with, should the family have gone.
fn live(desk: Desk, family: FamilyId, began: Arc<Workbook>) -> Memo<Arc<Workbook>> {
    Memo::new(move |_| desk.workbook(family).unwrap_or_else(|| began.clone()))
}

fn today(desk: Desk) -> chrono::NaiveDate {
    desk.session().map(|session| session.clock().today()).unwrap_or_default()
}

/// What could not be recorded, when no field is to blame.
#[component]
fn NotRecorded(why: RwSignal<Option<String>>) -> impl IntoView {
    use crate::ui::govuk::alert::{Alert, AlertKind};
    move || {
        why.get().map(|why| {
            view! {
                <Alert kind=AlertKind::Error title="This was not recorded" urgent=true>
                    <p class="govuk-body">{why}</p>
                </Alert>
            }
        })
    }
}

/// After a page changed within one address: the focus goes to its heading, as on arrival.
fn focus_heading() {
    if let Some(heading) = document().query_selector("#main h1").ok().flatten() {
        crate::ui::focus::for_now(&heading);
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
