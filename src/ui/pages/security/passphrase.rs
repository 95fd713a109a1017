use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{BACK, box_of, done, words_of};
use crate::navigation::SecurityTask;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::form::new_passphrase::{NewPassphrase, weakness};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::password_input::PasswordInput;
use crate::ui::shell::page::Page;

/// A new passphrase in the place of the present one.
#[component]
pub fn ChangePassphrase() -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let present = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let about = Signal::derive(move || {
        desk.profile
            .with(|profile| profile.as_ref().map(|it| vec![it.practitioner.name.clone()]).unwrap_or_default())
    });
    let change = move |()| {
        if busy.get_untracked() {
            return;
        }
        let missing = present
            .with_untracked(String::is_empty)
            .then(|| FieldError::new("present-passphrase", "Enter your present passphrase"));
        let weak = weakness(desk, "new-passphrase", &new.get_untracked(), &about.get_untracked());
        if !errors.report(missing.into_iter().chain(weak).collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.change_passphrase(&present.get_untracked(), &new.get_untracked()).await {
                Ok(()) => done(desk, "Your passphrase was changed. The recovery sheet is still the same."),
                Err(error) => errors.report_one(box_of(&error), words_of(&error)),
            }
            present.try_set(String::new());
            busy.try_set(false);
        });
    };
    view! {
        <Page heading=SecurityTask::Passphrase.label() back=BACK errors=errors>
            <Form errors on_submit=change>
                <PasswordInput
                    id="present-passphrase"
                    label="Present passphrase"
                    value=present
                    autocomplete="current-password"
                />
                <NewPassphrase id="new-passphrase" label="New passphrase" value=new about=about />
                <Button busy=busy>"Change passphrase"</Button>
            </Form>
        </Page>
    }
}
