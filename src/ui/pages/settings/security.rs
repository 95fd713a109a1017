use leptos::prelude::*;

use super::SettingsPage;
use crate::navigation::{Route, SecurityTask, SettingsSection};
use crate::services::session::KeyHolder;
use crate::ui::desk::use_desk;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::summary_list::{RowAction, SummaryList, SummaryRow};

/// Who can open the store, and with what.
#[component]
pub fn Security() -> impl IntoView {
    let desk = use_desk();
    let label = desk.session().and_then(|session| session.label()).map(|label| label.to_string());
    let profile = move || desk.profile.get();
    let confirmed = Memo::new(move |_| profile().is_some_and(|profile| profile.recovery_confirmed));
    let minutes =
        move || profile().map_or(String::new(), |profile| format!("{} minutes", profile.auto_lock_minutes));
    let holders = LocalResource::new(move || async move {
        match desk.session() {
            Some(session) => session.key_holders().await.map_err(|error| error.to_string()),
            None => Ok(Vec::new()),
        }
    });
    let sheet = move || match confirmed.get() {
        true => "Confirmed",
        false => "Not confirmed yet",
    };
    view! {
        <SettingsPage section=SettingsSection::Security>
            {move || (!confirmed.get()).then(|| view! {
                <Alert kind=AlertKind::Warning title="Your recovery sheet is not confirmed">
                    <p class="govuk-body">
                        "If the passphrase is forgotten, nobody can open this store without the sheet. Make a new one
                        now: it takes a minute."
                    </p>
                </Alert>
            })}
            <SummaryList>
                <SummaryRow key="Workbook store">{label}</SummaryRow>
                <SummaryRow key="Passphrase" actions=vec![change("passphrase", SecurityTask::Passphrase)]>
                    "Only you know it"
                </SummaryRow>
                <SummaryRow
                    key="Recovery sheet"
                    actions=vec![action("Make a new one", "recovery sheet", SecurityTask::RecoverySheet)]
                >
                    {sheet}
                </SummaryRow>
                <SummaryRow
                    key="Locks itself after"
                    actions=vec![change("when the workbook locks itself", SecurityTask::AutoLock)]
                >
                    {minutes}
                </SummaryRow>
            </SummaryList>
            <h2 class="govuk-heading-m">"Who can open this store"</h2>
            {move || holders.get().map(people)}
            <p class="govuk-body">
                <a class="govuk-link" href=Route::Security(SecurityTask::LetIn).to_hash()>"Let a colleague in"</a>
            </p>
            <h2 class="govuk-heading-m">"Remove this store"</h2>
            <p class="govuk-body">
                <a class="govuk-link" href=Route::Security(SecurityTask::RemoveStore).to_hash()>
                    "Remove this store from this device"
                </a>
            </p>
        </SettingsPage>
    }
}

fn change(about: &str, task: SecurityTask) -> RowAction {
    action("Change", about, task)
}

fn action(text: &str, about: &str, task: SecurityTask) -> RowAction {
    RowAction::new(text, about, Route::Security(task).to_hash())
}

fn people(holders: Result<Vec<KeyHolder>, String>) -> AnyView {
    let holders = match holders {
        Ok(holders) => holders,
        Err(words) => return view! { <p class="govuk-body">{words}</p> }.into_any(),
    };
    let several = holders.len() > 1;
    let person = |holder: KeyHolder| {
        let role = holder.practitioner.role.label().to_owned();
        view! { <li>{holder.practitioner.name} ", " {role}</li> }
    };
    view! {
        <ul class="govuk-list govuk-list--bullet">{holders.into_iter().map(person).collect_view()}</ul>
        {several.then(|| view! {
            <p class="govuk-body">
                <a class="govuk-link" href=Route::Security(SecurityTask::RemoveKey).to_hash()>
                    "Remove somebody’s key"
                </a>
            </p>
        })}
    }
    .into_any()
}
