//! What is due: where the working day begins.

mod drafts;
mod outstanding;

use std::sync::Arc;

use leptos::prelude::*;

use self::drafts::{go_on, unfinished};
use self::outstanding::Outstanding;
use crate::navigation::{Route, SecurityTask};
use crate::services::keeping::{backup_is_late, backup_words};
use crate::services::overview::{Recorded, recorded_lately};
use crate::services::session::FamilyState;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::pages::show::WaitingVisits;
use crate::ui::shell::page::Page;

/// Where the working day begins: the sentence that was left in the middle, what is unfinished, and what was
/// recorded lately.
#[component]
pub fn Due() -> impl IntoView {
    let desk = use_desk();
    view! {
        {move || recovery_sheet(desk)}
        {move || backup(desk)}
        <WaitingVisits />
        <Page heading="What is due">
            {move || go_on(desk)}
            <Outstanding desk />
            {move || unfinished(desk)}
            {move || lately(desk)}
        </Page>
    }
}

fn recovery_sheet(desk: Desk) -> Option<AnyView> {
    let unconfirmed = desk.profile.get().is_some_and(|profile| !profile.recovery_confirmed);
    let href = Route::Security(SecurityTask::RecoverySheet).to_hash();
    unconfirmed.then(|| {
        view! {
            <Alert kind=AlertKind::Warning title="You have no recovery sheet yet">
                <p class="govuk-body">
                    "If you forget your passphrase, nobody can open your records for you. "
                    <a class="govuk-link" href=href>"Make a recovery sheet"</a>
                </p>
            </Alert>
        }
        .into_any()
    })
}

fn backup(desk: Desk) -> Option<AnyView> {
    let backed_up = desk.profile.get()?.backed_up;
    let something = desk.families.with(|families| {
        families.iter().any(|state| matches!(state, FamilyState::Open(book) if !book.is_example()))
    });
    let today = desk.today();
    (something && backup_is_late(backed_up, today)).then(|| {
        let (title, words) = match backed_up {
            None => (
                "You have never backed up".to_owned(),
                "If this device is lost, everything recorded on it is lost. ",
            ),
            Some(_) => {
                (backup_words(backed_up, today), "If this device is lost, the work since then is lost. ")
            }
        };
        view! {
            <Alert kind=AlertKind::Warning title=title>
                <p class="govuk-body">
                    {words}
                    <a class="govuk-link" href=Route::ShareBackup.to_hash()>"Back up now"</a>
                </p>
            </Alert>
        }
        .into_any()
    })
}

fn lately(desk: Desk) -> Option<AnyView> {
    let books: Vec<_> = desk.families.with(|families| {
        let open = families.iter().filter_map(|state| match state {
            FamilyState::Open(book) => Some(book.whole()),
            FamilyState::CannotBeOpened(_) => None,
        });
        open.collect()
    });
    let found = recorded_lately(books.iter().map(Arc::as_ref), 8);
    let today = desk.today();
    let row = |recorded: Recorded| {
        let label = desk.workbook(recorded.family).map(|book| book.label());
        super::recorded_row(recorded, label, today)
    };
    (!found.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Recorded lately"</h2>
            <ul class="app-rows">{found.into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}
