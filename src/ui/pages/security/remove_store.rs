use leptos::prelude::*;
use leptos::task::spawn_local;

use super::BACK;
use crate::navigation::{Route, SecurityTask};
use crate::services::clock::Clock;
use crate::services::keeping::backup_words;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::summary_list::{SummaryList, SummaryRow};
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::show::WaitingVisits;
use crate::ui::shell::page::Page;
use crate::ui::watch::use_watch;

/// Takes the whole store off this device, after a look at what goes with it.
#[component]
pub fn RemoveStore() -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    let errors = FormErrors::new();
    let typed = RwSignal::new(String::new());
    let label = desk.session().and_then(|session| session.label()).map(|label| label.to_string());
    let label = StoredValue::new(label.unwrap_or_default());
    let families = move || desk.families.with(|families| families.len());
    let drafts = move || desk.drafts.with(|drafts| drafts.len());
    let backup = move || {
        let at = desk.profile.with(|profile| profile.as_ref().and_then(|profile| profile.backed_up));
        desk.session().map(|session| backup_words(at, session.clock().today()))
    };
    let remove = move |()| {
        let right =
            label.with_value(|label| typed.with_untracked(|typed| typed.trim().eq_ignore_ascii_case(label)));
        if !right {
            return errors.report_one("store-name", "Type the name of the store as it is written above");
        }
        spawn_local(async move {
            let Some((session, vault)) = desk.session().and_then(|it| it.vault().map(|vault| (it, vault)))
            else {
                return;
            };
            match session.remove_store(vault).await {
                Ok(()) => watch.forget().await,
                Err(error) => errors.report_one("store-name", error.to_string()),
            }
        });
    };
    view! {
        <Page heading=SecurityTask::RemoveStore.label() back=BACK errors=errors>
            <SummaryList>
                <SummaryRow key="Workbook store">{label.get_value()}</SummaryRow>
                <SummaryRow key="Families in it">{families}</SummaryRow>
                <SummaryRow key="Unfinished drafts in it">{drafts}</SummaryRow>
                <SummaryRow key="Backup">{backup}</SummaryRow>
            </SummaryList>
            <WaitingVisits />
            <WarningText>
                "Everything in this store is removed from this device, for everyone who can open it. Only a backup file
                can bring it back."
            </WarningText>
            <p class="govuk-body">
                <a class="govuk-link" href=Route::ShareBackup.to_hash()>"Back up first"</a>
            </p>
            <Form errors on_submit=remove>
                <Input
                    id="store-name"
                    label="Type the name of the store to confirm"
                    value=typed
                    options=InputOptions { width: "govuk-input--width-20", ..InputOptions::default() }
                />
                <ButtonGroup>
                    <Button kind=ButtonKind::Warning>"Remove this store"</Button>
                    <a class="govuk-link" href=BACK.to_hash()>"Keep it"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}
