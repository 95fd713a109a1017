use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::{Route, SecurityTask};
use crate::ui::desk::use_desk;
use crate::ui::first_run::use_first_run;
use crate::ui::form::errors::FormErrors;
use crate::ui::form::recovery_sheet::RecoverySheet;
use crate::ui::shell::page::Page;

/// The recovery code of the store that was just made.
#[component]
pub fn WelcomeRecovery() -> impl IntoView {
    let first_run = use_first_run();
    // Taken once: it must not vanish from under somebody who is copying it.
    match first_run.code.get_untracked() {
        Some(code) => view! { <Sheet code /> }.into_any(),
        None => view! { <Gone /> }.into_any(),
    }
}

#[component]
fn Sheet(code: crate::vault::recovery_code::RecoveryCode) -> impl IntoView {
    let desk = use_desk();
    let first_run = use_first_run();
    let errors = FormErrors::new();
    let confirmed = move |()| {
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            let kept = session.change_profile(|profile| profile.recovery_confirmed = true).await;
            desk.refresh();
            match kept {
                Ok(()) => first_run.finish(desk),
                Err(error) => errors.report_one("recovery-check", error.to_string()),
            }
        });
    };
    let later = move || {
        view! {
            <button type="button" class="app-link-button" on:click=move |_| first_run.finish(desk)>
                "I will do this later"
            </button>
        }
    };
    view! {
        <Page heading="Your recovery sheet" errors=errors>
            <p class="govuk-body">
                "Your workbook store is made. If you forget your passphrase, this code is the only other way in."
            </p>
            <RecoverySheet code errors confirmed beside=later />
        </Page>
    }
}

/// The page was loaded again, or somebody came back to it.
#[component]
fn Gone() -> impl IntoView {
    view! {
        <Page heading="Your recovery sheet">
            <p class="govuk-body">
                "A recovery code is shown once, when it is made. If you do not have it on paper, make a new sheet: the
                old code then no longer opens the store. Nothing in the store is lost."
            </p>
            <p class="govuk-body">
                <a class="govuk-link" href=Route::Security(SecurityTask::RecoverySheet).to_hash()>
                    "Make a new recovery sheet"
                </a>
            </p>
        </Page>
    }
}
