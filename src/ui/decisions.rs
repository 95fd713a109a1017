//! What waits for somebody's decision in a family, on whichever page says so.

use leptos::prelude::*;

use crate::services::overview::{ToDecide, to_decide};
use crate::ui::desk::Desk;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::workbook::fold::Workbook;

/// "2 entries need your decision", with the way to each; nothing while none does.
pub fn decisions(desk: Desk, book: &Workbook) -> Option<AnyView> {
    let me = desk.profile.get()?.practitioner.id;
    let waiting = to_decide(book, me);
    let entries = waiting.iter().all(|it| it.entry);
    let title = match (waiting.len(), entries) {
        (0, _) => return None,
        (1, true) => "1 entry needs your decision".to_owned(),
        (1, false) => "1 record needs your decision".to_owned(),
        (many, true) => format!("{many} entries need your decision"),
        (many, false) => format!("{many} records need your decision"),
    };
    let line = |it: ToDecide| {
        view! {
            <li>
                <a class="govuk-link" href=it.route.to_hash()>
                    {it.words}
                </a>
            </li>
        }
    };
    let lines = waiting.into_iter().map(line).collect_view();
    let alert = view! {
        <Alert kind=AlertKind::Warning title>
            <p class="govuk-body">"Two people changed the same thing. Both versions are kept."</p>
            <ul class="govuk-list">{lines}</ul>
        </Alert>
    };
    Some(alert.into_any())
}
