use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{BACK, box_of, done, words_of};
use crate::navigation::SecurityTask;
use crate::ui::arrive;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::form::recovery_sheet::RecoverySheet;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::password_input::PasswordInput;
use crate::ui::shell::page::Page;
use crate::vault::recovery_code::RecoveryCode;

/// A new recovery code in the place of the one that was lost, seen or used.
#[component]
pub fn NewRecoverySheet() -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let present = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let code = RwSignal::new(None::<RecoveryCode>);
    let make = move |()| {
        if busy.get_untracked() {
            return;
        }
        if present.with_untracked(String::is_empty) {
            return errors.report_one("present-passphrase", "Enter your present passphrase");
        }
        busy.set(true);
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.new_recovery_code(&present.get_untracked()).await {
                Ok(made) => {
                    // Until the new sheet is confirmed there may be none: the old code opens nothing now.
                    let _told_by_the_alert =
                        session.change_profile(|profile| profile.recovery_confirmed = false).await;
                    desk.refresh();
                    errors.clear();
                    code.try_set(Some(made));
                    request_animation_frame(arrive::at_heading);
                }
                Err(error) => errors.report_one(box_of(&error), words_of(&error)),
            }
            present.try_set(String::new());
            busy.try_set(false);
        });
    };
    let confirmed = move |()| {
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.change_profile(|profile| profile.recovery_confirmed = true).await {
                Ok(()) => {
                    done(desk, "Your new recovery sheet is confirmed. The old one no longer opens the store.")
                }
                Err(error) => errors.report_one("recovery-check", error.to_string()),
            }
        });
    };
    let ask = move || {
        view! {
            <p class="govuk-body">
                "The old sheet stops working at once. Have a printer or a pen ready: the new code is shown once."
            </p>
            <Form errors on_submit=make>
                <PasswordInput
                    id="present-passphrase"
                    label="Present passphrase"
                    value=present
                    autocomplete="current-password"
                />
                <Button busy=busy>"Make a new recovery sheet"</Button>
            </Form>
        }
        .into_any()
    };
    view! {
        <Page heading=SecurityTask::RecoverySheet.label() back=BACK errors=errors>
            {move || match code.get() {
                Some(code) => view! { <RecoverySheet code errors confirmed /> }.into_any(),
                None => ask(),
            }}
        </Page>
    }
}
