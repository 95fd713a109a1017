//! What comes before everything else: what is not shown, and where to begin.

use leptos::prelude::*;

use super::link;
use crate::model::module::ModuleId;
use crate::navigation::{FamilyPage, Leaf};
use crate::programme;
use crate::services::words::count;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::workbook::fold::Workbook;

/// What a newer version of the app recorded is kept and not shown: that must not look like nothing.
pub(super) fn unread(book: &Workbook) -> Option<AnyView> {
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for unread in &book.unread {
        let words = unread.why.to_string();
        match reasons.iter_mut().find(|(own, _)| *own == words) {
            Some((_, number)) => *number += 1,
            None => reasons.push((words, 1)),
        }
    }
    let line = |(words, number): (String, usize)| {
        view! { <p class="govuk-body">{format!("{}. {words}", count(number, "record", "records"))}</p> }
    };
    (!reasons.is_empty()).then(|| {
        view! {
            <Alert kind=AlertKind::Information title="Some of this workbook is not shown">
                {reasons.into_iter().map(line).collect_view()}
            </Alert>
        }
        .into_any()
    })
}

/// Where to begin with a family of whom nothing is recorded in the modules yet.
pub(super) fn start_here(book: &Workbook) -> Option<AnyView> {
    book.entries.all().next().is_none().then(|| {
        view! {
            <div class="app-continue">
                <h2 class="govuk-heading-m">"Start here"</h2>
                <ul class="govuk-list">
                    <li>{link(book.id, FamilyPage::leaf(Leaf::Consent), "Consent")}</li>
                    <li>{link(book.id, FamilyPage::People, "People")}</li>
                    <li>{link(book.id, FamilyPage::Programme, programme::module(ModuleId::M1).title)}</li>
                </ul>
            </div>
        }
        .into_any()
    })
}
