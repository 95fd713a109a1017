use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stores::{StoreChoice, wanted};
use super::tries;
use crate::model::ids::{SlotId, VaultId};
use crate::navigation::Route;
use crate::services::keys::{ChangeLockError, UnlockError};
use crate::services::session::{KeyHolder, OpenError, RecoverError};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::form::new_passphrase::{NewPassphrase, weakness};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::radios::Radios;
use crate::ui::shell::page::Page;
use crate::ui::watch::{Watch, use_watch};
use crate::vault::recovery_code::RecoveryCode;

/// What is typed on this page, and who it may turn out to be.
#[derive(Clone, Copy)]
struct Typed {
    store: RwSignal<String>,
    code: RwSignal<String>,
    passphrase: RwSignal<String>,
    who: RwSignal<String>,
    /// Those who share the store; known once the code was right.
    holders: RwSignal<Vec<KeyHolder>>,
    busy: RwSignal<bool>,
}

/// Opens a store with the code of its recovery sheet, and puts a new passphrase in the place of the old.
#[component]
pub fn UnlockRecovery() -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    let errors = FormErrors::new();
    let empty = || RwSignal::new(String::new());
    let typed = Typed {
        store: empty(),
        code: empty(),
        passphrase: empty(),
        who: empty(),
        holders: RwSignal::new(Vec::new()),
        busy: RwSignal::new(false),
    };
    let recover = move |()| {
        if typed.busy.get_untracked() {
            return;
        }
        let Some(vault) = wanted(desk, &typed.store.get_untracked(), errors) else { return };
        let code = RecoveryCode::read(&typed.code.get_untracked());
        let wrong_code = code.as_ref().err().map(|error| FieldError::new("code", error.to_string()));
        let weak = weakness(desk, "new-passphrase", &typed.passphrase.get_untracked(), &[]);
        let who = typed.who.with_untracked(|who| who.parse::<SlotId>().ok());
        let nobody = typed.holders.with_untracked(|holders| !holders.is_empty()) && who.is_none();
        let nobody = nobody.then(|| FieldError::new("who", "Select who you are"));
        let sound = errors.report(wrong_code.into_iter().chain(nobody).chain(weak).collect());
        if let (true, Ok(code)) = (sound, code) {
            typed.busy.set(true);
            spawn_local(open(desk, watch, errors, typed, vault, code, who));
        }
    };
    let people = move || {
        let holders = typed.holders.get();
        (!holders.is_empty()).then(|| {
            let choice = |holder: KeyHolder| Choice::new(holder.slot.to_string(), holder.practitioner.name);
            let choices = holders.into_iter().map(choice).collect();
            view! {
                <Radios
                    id="who"
                    legend="Who are you?"
                    hint="More than one person can open this store. The others’ passphrases stay as they are."
                    choices=choices
                    value=typed.who
                />
            }
        })
    };
    view! {
        <Page heading="Use a recovery code" back=Route::Unlock errors=errors>
            <p class="govuk-body">
                "The code is on your recovery sheet. You choose a new passphrase; nothing in the store is lost."
            </p>
            <Form errors on_submit=recover>
                <StoreChoice desk value=typed.store />
                <Input
                    id="code"
                    label="Recovery code"
                    hint="28 letters and numbers. Spaces, dashes and small letters do not matter."
                    value=typed.code
                    options=InputOptions { width: "govuk-!-width-two-thirds", ..InputOptions::default() }
                />
                {people}
                <NewPassphrase id="new-passphrase" label="New passphrase" value=typed.passphrase about=Vec::new() />
                <Button busy=typed.busy>"Unlock and change the passphrase"</Button>
                <p class="govuk-body" aria-live="polite">
                    {move || typed.busy.get().then_some("Opening. This takes a moment.")}
                </p>
            </Form>
        </Page>
    }
}

async fn open(
    desk: Desk,
    watch: Watch,
    errors: FormErrors,
    typed: Typed,
    vault: VaultId,
    code: RecoveryCode,
    who: Option<SlotId>,
) {
    let Some(session) = desk.session() else { return };
    let passphrase = typed.passphrase.get_untracked();
    match session.recover(vault, &code, who, &passphrase).await {
        Ok(()) => {
            tries::right(vault);
            typed.passphrase.try_set(String::new());
            typed.code.try_set(String::new());
            watch.come_in().await;
        }
        Err(RecoverError::Whose(holders)) => {
            typed.holders.try_set(holders);
            errors.report_one("who", "Select who you are");
        }
        Err(error) => errors.report_one(box_of(&error), error.to_string()),
    }
    typed.busy.try_set(false);
}

fn box_of(error: &RecoverError) -> &'static str {
    match error {
        RecoverError::Open(OpenError::Unlock(UnlockError::WrongRecoveryCode)) => "code",
        RecoverError::Lock(ChangeLockError::NoSuchSlot) | RecoverError::Whose(_) => "who",
        RecoverError::Lock(ChangeLockError::Passphrase(_) | ChangeLockError::AlreadyOpens) => {
            "new-passphrase"
        }
        RecoverError::Open(_) | RecoverError::Lock(_) => "code",
    }
}
