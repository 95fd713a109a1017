//! What waits for somebody's decision after two copies were joined, with the way to each.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::subject::{Pair, Subject};
use crate::navigation::{FamilyPage, Route};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::workbook::conflict::{Conflict, conflicts};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

/// "2 entries need your decision", with a link to each; nothing while none does.
#[component]
pub fn Decisions(#[prop(into)] book: Signal<Option<Arc<Workbook>>>) -> impl IntoView {
    move || {
        let book = book.get()?;
        let waiting = conflicts(&book);
        (!waiting.is_empty()).then(|| {
            let title = title(&waiting);
            let line = |conflict: Conflict| {
                let (words, page) = place(&book, conflict);
                let href = Route::family(book.id, page).to_hash();
                view! { <li><a class="govuk-link" href=href>{words}</a></li> }
            };
            let lines = waiting.iter().copied().map(line).collect_view();
            view! {
                <Alert kind=AlertKind::Warning title>
                    <p class="govuk-body">
                        "They were changed on both sides. Both versions are kept, and nothing was overwritten."
                    </p>
                    <ul class="govuk-list">{lines}</ul>
                </Alert>
            }
        })
    }
}

fn title(waiting: &[Conflict]) -> String {
    let entries = waiting.iter().all(|conflict| matches!(conflict, Conflict::Entry(_)));
    match (waiting.len(), entries) {
        (1, true) => "1 entry needs your decision".to_owned(),
        (1, false) => "1 record needs your decision".to_owned(),
        (many, true) => format!("{many} entries need your decision"),
        (many, false) => format!("{many} records need your decision"),
    }
}

/// What it is, and the page where both versions are seen.
fn place(book: &Workbook, conflict: Conflict) -> (String, FamilyPage) {
    let both = |pair: Pair| book.subject_name(Subject::Couple(pair));
    let about = |part: Part| format!("module {}, {}", part.module.number(), book.subject_name(part.subject));
    let module = |Part { module, subject }: Part| FamilyPage::Module { subject, module };
    match conflict {
        Conflict::Family(_) => ("The family’s details".to_owned(), FamilyPage::Overview),
        Conflict::TeamMember(id) => {
            let name = book.team.current(id).map(|member| member.name.clone()).unwrap_or_default();
            (format!("{name} in the team"), FamilyPage::Overview)
        }
        Conflict::Person(person) => {
            (format!("Details of {}", book.name_of(person)), FamilyPage::Person { person })
        }
        Conflict::Relationship(_) => ("A relationship".to_owned(), FamilyPage::Relationships),
        Conflict::Household(id) => {
            let label = book.households.current(id).map(|household| household.label.clone());
            (format!("Who lives in {}", label.unwrap_or_default()), FamilyPage::People)
        }
        Conflict::Workflow(person) => {
            (format!("Whether {} is in the workflow", book.name_of(person)), FamilyPage::Person { person })
        }
        Conflict::Separation(pair) => (format!("Safety separation of {}", both(pair)), FamilyPage::People),
        Conflict::Entry(entry) => entry_place(book, entry),
        Conflict::ModuleStatus(part) => (format!("How far {} is", about(part)), module(part)),
        Conflict::Statement(part) => (format!("What the team says in {}", about(part)), module(part)),
        Conflict::JointAssessment(pair) => {
            (format!("Joint assessment of {}", both(pair)), FamilyPage::Programme)
        }
    }
}

fn entry_place(book: &Workbook, entry: crate::model::ids::EntryId) -> (String, FamilyPage) {
    // In a conflict one side may have withdrawn it: any version that has words says where it belongs.
    let versions = book.entries.get(entry).map(|thing| thing.versions());
    let known = versions.and_then(|mut versions| versions.find_map(|version| version.value.as_ref()));
    match known {
        Some(known) => {
            let (module, subject) = (known.module, known.subject);
            let words = format!("Entry in module {} about {}", module.number(), book.subject_name(subject));
            (words, FamilyPage::EntryHistory { subject, module, entry })
        }
        None => ("An entry".to_owned(), FamilyPage::Programme),
    }
}
