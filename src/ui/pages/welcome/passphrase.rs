use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::Route;
use crate::services::clock::Clock;
use crate::services::keys::CreateVaultError;
use crate::services::session::{CreateError, NewStore};
use crate::ui::desk::{Desk, Phase, use_desk};
use crate::ui::first_run::{FirstRun, use_first_run};
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::form::new_passphrase::{NewPassphrase, weakness};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::select::Select;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::shell::page::Page;
use crate::ui::watch::{Watch, use_watch};
use crate::vault::label::VaultLabel;

/// One strong passphrase, and the name on the peg. Making the store happens here.
#[component]
pub fn WelcomePassphrase() -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    let first_run = use_first_run();
    let errors = FormErrors::new();
    let busy = RwSignal::new(false);
    if first_run.you.complete().is_none() {
        // A reload: what was typed on the pages before is gone.
        desk.navigator.replace(&Route::Welcome);
    }
    if first_run.label.with_untracked(String::is_empty) {
        first_run.label.set(suggested_label(desk).to_string());
    }
    let about = Signal::derive(move || first_run.you.names());
    let make = move |()| {
        if busy.get_untracked() {
            return;
        }
        let label = first_run.label.with_untracked(|label| VaultLabel::named(label));
        let Some(you) = first_run.you.complete() else { return desk.navigator.replace(&Route::Welcome) };
        let passphrase = first_run.passphrase.get_untracked();
        let no_label = label.is_none().then(|| FieldError::new("store-label", "Select a name for the store"));
        let weak = weakness(desk, "passphrase", &passphrase, &about.get_untracked());
        let sound = errors.report(no_label.into_iter().chain(weak).collect());
        if let Some(label) = label.filter(|_| sound) {
            busy.set(true);
            spawn_local(make_store(
                desk,
                watch,
                first_run,
                errors,
                busy,
                NewStore { label, passphrase, you },
            ));
        }
    };
    let labels = VaultLabel::offered().map(|label| Choice::new(label.as_str(), label.as_str())).collect();
    view! {
        <Page heading="Create a passphrase" back=Route::WelcomeProfile errors=errors>
            <Form errors on_submit=make>
                <Select
                    id="store-label"
                    label="Name of this workbook store"
                    hint="It can be read before unlocking, by anyone who opens this page. So it is chosen from a list, \
                    and says nothing about your work."
                    choices=labels
                    value=first_run.label
                />
                <NewPassphrase id="passphrase" label="Passphrase" value=first_run.passphrase about=about />
                <WarningText>"Nobody can tell you your passphrase or reset it: there is no server."</WarningText>
                <Button busy=busy>"Make the workbook store"</Button>
                <p class="govuk-body" aria-live="polite">
                    {move || busy.get().then_some("Making the store. This takes a moment.")}
                </p>
            </Form>
        </Page>
    }
}

/// A name that no other store on this device has.
fn suggested_label(desk: Desk) -> VaultLabel {
    let taken: Vec<VaultLabel> = match desk.phase.get_untracked() {
        Phase::Locked(stores) => stores.into_iter().filter_map(|store| store.label.ok()).collect(),
        Phase::Starting | Phase::NoStore | Phase::Open | Phase::Unusable(_) => Vec::new(),
    };
    let chance = desk.session().map_or(0, |session| session.clock().monotonic_ms());
    VaultLabel::suggestion(u32::try_from(chance % 1_000).unwrap_or_default(), &taken)
}

async fn make_store(
    desk: Desk,
    watch: Watch,
    first_run: FirstRun,
    errors: FormErrors,
    busy: RwSignal<bool>,
    new: NewStore,
) {
    let Some(session) = desk.session() else { return };
    match session.create(new).await {
        Ok(code) => {
            first_run.passphrase.set(String::new());
            first_run.code.set(Some(code));
            // The address first: an open store has no other welcome page to stand on.
            desk.navigator.replace(&Route::WelcomeRecovery);
            desk.refresh();
            watch.settle_in().await;
            watch.ask_to_keep().await;
        }
        Err(CreateError::Key(CreateVaultError::Passphrase(weakness))) => {
            errors.report_one("passphrase", weakness.to_string());
        }
        Err(error) => errors.report_one("passphrase", error.to_string()),
    }
    busy.try_set(false);
}
