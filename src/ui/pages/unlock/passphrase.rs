use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stores::{StoreChoice, wanted};
use super::tries::{self, Waiting};
use crate::model::ids::VaultId;
use crate::navigation::Route;
use crate::services::keys::UnlockError;
use crate::services::session::OpenError;
use crate::ui::arrive;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::focus;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::password_input::PasswordInput;
use crate::ui::shell::page::Page;
use crate::ui::watch::{Watch, use_watch};

/// Opens a store with its passphrase.
#[component]
pub fn Unlock() -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    let errors = FormErrors::new();
    let store = RwSignal::new(String::new());
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let tried = RwSignal::new(None);
    let unlock = move |()| {
        if busy.get_untracked() {
            return;
        }
        let Some(vault) = wanted(desk, &store.get_untracked(), errors) else { return };
        tried.set(Some(vault));
        if passphrase.with_untracked(String::is_empty) {
            return errors.report_one("passphrase", "Enter your passphrase");
        }
        let wait = tries::seconds_left(desk, vault);
        if wait > 0 {
            return errors.report_one("passphrase", format!("Wait {wait} seconds, then try again"));
        }
        busy.set(true);
        spawn_local(open(desk, watch, errors, passphrase, busy, vault));
    };
    arrive::instead_of_heading(|| {
        let field = document().get_element_by_id("passphrase");
        field.inspect(|_| focus::on_field("passphrase")).is_some()
    });
    view! {
        <Page heading="Unlock your workbook store" errors=errors>
            <Form errors on_submit=unlock>
                <StoreChoice desk value=store />
                <PasswordInput
                    id="passphrase"
                    label="Passphrase"
                    value=passphrase
                    autocomplete="current-password"
                />
                <Waiting desk vault=tried />
                <Button busy=busy>"Unlock"</Button>
                <p class="govuk-body" aria-live="polite">
                    {move || busy.get().then_some("Opening. This takes a moment.")}
                </p>
            </Form>
            <p class="govuk-body">
                <a class="govuk-link" href=Route::UnlockRecovery.to_hash()>"Use a recovery code"</a>
            </p>
            <p class="govuk-body">
                <a class="govuk-link" href=Route::Welcome.to_hash()>"Start a new workbook store"</a>
            </p>
            <NotMine desk />
        </Page>
    }
}

async fn open(
    desk: Desk,
    watch: Watch,
    errors: FormErrors,
    passphrase: RwSignal<String>,
    busy: RwSignal<bool>,
    vault: VaultId,
) {
    let Some(session) = desk.session() else { return };
    let typed = passphrase.get_untracked();
    let opened = session.unlock(vault, &typed).await;
    passphrase.try_set(String::new());
    match opened {
        Ok(()) => {
            tries::right(vault);
            watch.come_in().await;
        }
        Err(error) => {
            if matches!(error, OpenError::Unlock(UnlockError::WrongPassphrase)) {
                tries::wrong(desk, vault);
            }
            errors.report_one("passphrase", error.to_string());
        }
    }
    busy.try_set(false);
}

/// For somebody who finds a device, or shares one.
#[component]
fn NotMine(desk: Desk) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() {
            // Whoever comes in next is not led to where the owner was.
            desk.navigator.forget_wanted();
        }
    });
    view! {
        <Details summary="This is not my device" open=open>
            <p class="govuk-body">
                "Then leave this store alone: it opens only with its owner’s passphrase, and guessing deletes
                nothing. If you found the device, hand it in."
            </p>
            <p class="govuk-body">
                "If you share it with a colleague, "
                <a class="govuk-link" href=Route::Welcome.to_hash()>"start a workbook store of your own"</a>
                ". Neither of you sees the other’s families, not even how many there are."
            </p>
        </Details>
    }
}
