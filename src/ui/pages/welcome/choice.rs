use leptos::prelude::*;

use crate::navigation::Route;
use crate::services::browser::persistence;
use crate::ui::desk::{AfterWelcome, Phase, use_desk};
use crate::ui::first_run::use_first_run;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::radios::Radios;
use crate::ui::pages::problem::StorageProblem;
use crate::ui::pages::welcome::install_first::InstallFirst;
use crate::ui::shell::page::Page;
use crate::ui::watch::use_watch;

/// What this is in four points, and what somebody came to do.
#[component]
pub fn Welcome() -> impl IntoView {
    let desk = use_desk();
    move || {
        if persistence::is_ios_tab(&window()) {
            return view! { <InstallFirst /> }.into_any();
        }
        if matches!(desk.phase.get(), Phase::Unusable(_)) {
            return view! { <StorageProblem /> }.into_any();
        }
        view! { <Choose /> }.into_any()
    }
}

#[component]
fn Choose() -> impl IntoView {
    let desk = use_desk();
    let first_run = use_first_run();
    let errors = FormErrors::new();
    let go_on = move |()| match first_run.after() {
        Some(_) => {
            errors.clear();
            desk.navigator.go(&Route::WelcomeProfile);
        }
        None => errors.report_one("what-to-do", "Select what you want to do"),
    };
    let choices = vec![
        Choice::new(AfterWelcome::NewFamily.code(), "Start a new workbook store")
            .hint("For your own families. It holds your records, sealed, in this browser."),
        Choice::new(AfterWelcome::OpenBundle.code(), "Open a bundle someone gave me")
            .hint("You make a store first, so that there is somewhere safe to keep it."),
        Choice::new(AfterWelcome::LookRound.code(), "Look round with an example family")
            .hint("The family is made up and can be removed in one action. You make a store first."),
    ];
    view! {
        <Page heading="Welcome to the family workbook" errors=errors>
            <ul class="govuk-list govuk-list--bullet app-prose">
                <li>"It is the workbook of a family safeguarding team: one for each family, in eight modules."</li>
                <li>
                    "What you record is sealed and stays in this browser, on this device. Nothing is sent anywhere."
                </li>
                <li>
                    "Your passphrase is the only key. Nobody can recover a lost one: only your printed recovery
                    sheet can help."
                </li>
                <li>"To work with colleagues, or to keep a backup, you make an encrypted file yourself."</li>
            </ul>
            <Form errors on_submit=go_on>
                <Radios
                    id="what-to-do"
                    legend="What do you want to do?"
                    size=Size::Medium
                    choices=choices
                    value=first_run.choice
                />
                <Button>"Continue"</Button>
            </Form>
            {move || matches!(desk.phase.get(), Phase::Locked(_)).then(|| view! {
                <p class="govuk-body">
                    <a class="govuk-link" href=Route::Unlock.to_hash()>
                        "Unlock a workbook store that is already on this device"
                    </a>
                </p>
            })}
            <DeviceCheck />
        </Page>
    }
}

/// What this device can and cannot do, in words.
#[component]
fn DeviceCheck() -> impl IntoView {
    let watch = use_watch();
    let kept = LocalResource::new(|| async move { persistence::look(&window()).await });
    let storage = move || match kept.get() {
        Some(kept) if kept.is_nearly_full() => {
            "This device is almost full. Free some space before you begin."
        }
        Some(kept) if kept.persisted => "This browser keeps its data until you clear it.",
        _ => {
            "This browser can keep records. When your store is made it is asked not to clear them by itself."
        }
    };
    let installed = match persistence::is_installed(&window()) {
        true => "Yes, as an app of its own.",
        false => {
            "No. You can install it from the browser’s menu; browsers keep an installed app’s data longer."
        }
    };
    view! {
        <h2 class="govuk-heading-m">"This device"</h2>
        <dl class="app-facts">
            <dt>"Storage"</dt>
            <dd>{storage}</dd>
            <dt>"Works without a signal"</dt>
            <dd>{move || watch.without_signal.get().words()}</dd>
            <dt>"Installed"</dt>
            <dd>{installed}</dd>
            <dt>"Private window"</dt>
            <dd>
                "A private or guest window forgets everything when it is closed. Do not use the workbook in one."
            </dd>
        </dl>
    }
}
