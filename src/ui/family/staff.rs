use leptos::prelude::*;
use leptos::task::spawn_local;

use super::showing::Showing;
use crate::ui::focus;
use crate::ui::form::SideForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::password_input::PasswordInput;
use crate::ui::handing_over::door::NotLetIn;

/// Asks staff for their passphrase. It may be pasted; there are no hints; and wrong ones wait longer each time.
#[component]
pub fn Staff(showing: Showing) -> impl IntoView {
    let errors = FormErrors::new();
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let door = showing.door;
    let try_it = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let typed = passphrase.get_untracked();
            passphrase.try_set(String::new());
            if let Err(why) = door.try_passphrase(&typed).await {
                errors.report_one("passphrase", words(&why));
                focus::on_field("passphrase");
            }
            busy.try_set(false);
        });
    };
    request_animation_frame(|| focus::on_field("passphrase"));
    view! {
        <main class="app-family__main" id="main" lang="en-GB" dir="ltr">
            <h1>"Staff"</h1>
            <SideForm errors on_submit=Callback::new(try_it)>
                <PasswordInput
                    id="passphrase"
                    label="Passphrase"
                    value=passphrase
                    autocomplete="current-password"
                />
                <ButtonGroup>
                    <Button busy=busy>"Continue"</Button>
                    <Button kind=ButtonKind::Secondary on_press=move || showing.leave_staff()>"Back"</Button>
                </ButtonGroup>
                <p class="govuk-body" aria-live="polite">
                    {move || busy.get().then_some("This takes a moment.")}
                </p>
            </SideForm>
        </main>
    }
}

fn words(why: &NotLetIn) -> String {
    match why {
        NotLetIn::Wait(seconds) => format!("Wait {seconds} seconds, then try again"),
        NotLetIn::Nothing => "Enter your passphrase".to_owned(),
        NotLetIn::Wrong => "That passphrase is not right".to_owned(),
        NotLetIn::Other(words) => words.clone(),
    }
}
