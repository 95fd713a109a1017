use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{BACK, done};
use crate::navigation::SecurityTask;
use crate::services::session::Profile;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::shell::page::Page;

/// After how many minutes without a touch the workbook locks itself.
#[component]
pub fn ChangeAutoLock() -> impl IntoView {
    let (least, _, most) = Profile::AUTO_LOCK_MINUTES;
    let desk = use_desk();
    let errors = FormErrors::new();
    let now =
        desk.profile.with_untracked(|profile| profile.as_ref().map(|profile| profile.auto_lock_minutes));
    let minutes = RwSignal::new(now.map(|minutes| minutes.to_string()).unwrap_or_default());
    let save = move |()| {
        let typed = minutes.with_untracked(|minutes| minutes.trim().parse::<u8>());
        let Some(minutes) = typed.ok().filter(|minutes| (least..=most).contains(minutes)) else {
            return errors.report_one("minutes", format!("Enter a number of minutes from {least} to {most}"));
        };
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.change_profile(|profile| profile.auto_lock_minutes = minutes).await {
                Ok(()) => done(desk, format!("The workbook now locks itself after {minutes} minutes.")),
                Err(error) => errors.report_one("minutes", error.to_string()),
            }
        });
    };
    let options = InputOptions {
        width: "govuk-input--width-2",
        input_mode: Some("numeric"),
        ..InputOptions::default()
    };
    view! {
        <Page heading=SecurityTask::AutoLock.label() back=BACK errors=errors>
            <Form errors on_submit=save>
                <Input
                    id="minutes"
                    label="Minutes without a touch"
                    hint=format!("From {least} to {most}. You are asked a minute before, and nothing typed is lost.")
                    value=minutes
                    options=options
                />
                <Button>"Save"</Button>
            </Form>
        </Page>
    }
}
