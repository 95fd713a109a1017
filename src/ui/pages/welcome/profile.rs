use leptos::prelude::*;

use crate::navigation::Route;
use crate::ui::desk::use_desk;
use crate::ui::first_run::use_first_run;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::form::you::{Whose, YouBoxes};
use crate::ui::govuk::button::Button;
use crate::ui::shell::page::Page;

/// Who is going to record, and whose guidance they follow.
#[component]
pub fn WelcomeProfile() -> impl IntoView {
    let desk = use_desk();
    let first_run = use_first_run();
    let errors = FormErrors::new();
    // Somebody is going to stay.
    desk.navigator.fetch_ahead();
    let go_on = move |()| {
        if first_run.you.read(errors).is_some() {
            desk.navigator.go(&Route::WelcomePassphrase);
        }
    };
    view! {
        <Page heading="You and your authority" back=Route::Welcome errors=errors>
            <p class="govuk-body">
                "The record says who wrote what. Your details are sealed with everything else, and nothing is written
                until you have chosen a passphrase."
            </p>
            <Form errors on_submit=go_on>
                <YouBoxes fields=first_run.you whose=Whose::Mine />
                <Button>"Continue"</Button>
            </Form>
        </Page>
    }
}
