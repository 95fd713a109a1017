use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{BACK, box_of, done, words_of};
use crate::navigation::SecurityTask;
use crate::services::session::Colleague;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::form::new_passphrase::{NewPassphrase, weakness};
use crate::ui::form::you::{Whose, YouBoxes, YouFields};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::password_input::PasswordInput;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::shell::page::Page;

/// A key of their own for a colleague who works from this device too.
#[component]
pub fn LetIn() -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let them = YouFields::default();
    if let Some(own) = desk.profile.get_untracked() {
        them.follow(own.authority);
    }
    let present = RwSignal::new(String::new());
    let theirs = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let about = Signal::derive(move || them.names());
    let let_in = move |()| {
        if busy.get_untracked() {
            return;
        }
        let mut wrong = them.missing();
        let missing = present.with_untracked(String::is_empty);
        wrong.extend(weakness(desk, "new-passphrase", &theirs.get_untracked(), &about.get_untracked()));
        wrong.extend(
            missing.then(|| FieldError::new("present-passphrase", "Enter your own present passphrase")),
        );
        let (true, Some(you)) = (errors.report(wrong), them.complete()) else { return };
        busy.set(true);
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            let colleague = Colleague { you, passphrase: theirs.get_untracked() };
            match session.let_in(&present.get_untracked(), colleague).await {
                Ok(()) => done(desk, "Your colleague can now open this store with their own passphrase."),
                Err(error) => errors.report_one(box_of(&error), words_of(&error)),
            }
            present.try_set(String::new());
            busy.try_set(false);
        });
    };
    view! {
        <Page heading=SecurityTask::LetIn.label() back=BACK errors=errors>
            <WarningText>
                "They will see every family in this store. If they should not, let them start a store of their own
                from the unlock page instead."
            </WarningText>
            <Form errors on_submit=let_in>
                <YouBoxes fields=them whose=Whose::AColleagues />
                <h2 class="govuk-heading-m">"Their passphrase"</h2>
                <p class="govuk-body">"Hand them the keyboard: only they should know it."</p>
                <NewPassphrase id="new-passphrase" label="Their passphrase" value=theirs about=about />
                <h2 class="govuk-heading-m">"Your agreement"</h2>
                <PasswordInput
                    id="present-passphrase"
                    label="Your own present passphrase"
                    value=present
                    autocomplete="current-password"
                />
                <Button busy=busy>"Let them in"</Button>
            </Form>
        </Page>
    }
}
