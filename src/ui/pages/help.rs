use leptos::prelude::*;

use crate::navigation::{Route, SettingsSection};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::shell::page::Page;

/// How the app works, for somebody who opens it for the first time or is stuck.
#[component]
pub fn Help() -> impl IntoView {
    view! {
        <Page heading="Help">
            <div class="app-prose">
                <p class="govuk-body-l">
                    "This is a workbook for Family Safeguarding teams. It runs in your browser, and works
                    without the internet once it has been opened."
                </p>
                {recording()}
                {saving()}
                {keeping()}
                {sharing()}
                {stuck()}
            </div>
        </Page>
    }
}

fn recording() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"Recording work with a family"</h2>
        <p class="govuk-body">
            "Each family has one workbook. In it, the Family Programme has eight modules. You can work through
            them in any order, with each parent and each child."
        </p>
        <ul class="govuk-list govuk-list--bullet">
            <li>"Open the family, then Programme, then the module beside the person’s name."</li>
            <li>
                "Choose Add an entry. Say when the work was done, who was there and how you know. Then write what
                is going well, what needs to be different, or what it means for each child. One of these is
                enough."
            </li>
            <li>
                "Questions to think about are there to help. You do not have to answer them, and they are not
                part of the record."
            </li>
            <li>"Say who can see the entry. Unless you choose otherwise, only the team can."</li>
        </ul>
        <p class="govuk-body">
            "An entry can be changed later. The earlier version is kept, with who changed it, when and why."
        </p>
    }
    .into_any()
}

fn saving() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"Drafts and saving"</h2>
        <p class="govuk-body">
            "What you type is kept as a draft within a second. If the tab closes, the battery runs out or the app
            locks, your words are there when you come back."
        </p>
        <InsetText>
            "A draft is not part of the record. It becomes part of it when you choose Save entry."
        </InsetText>
        <p class="govuk-body">
            "If the app says “Not saved”, your words are still on the screen. Do not close it. Choose Try again,
            or copy the words to a safe place."
        </p>
    }
    .into_any()
}

fn keeping() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"Keeping the records safe"</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>"Records are sealed with your passphrase and kept in this browser, on this device only."</li>
            <li>
                "Nobody can reset your passphrase. If you forget it, the recovery sheet that you printed opens
                the workbook. Without either, the records on this device cannot be read by anyone."
            </li>
            <li>
                "If this device is lost, so is what was recorded since the last backup. "
                <a class="govuk-link" href=Route::ShareBackup.to_hash()>"Back up"</a>
                " often, and always before you clear the browser’s data."
            </li>
            <li>
                "Choose Lock before you leave the device or hand it to somebody. It also locks by itself after
                a time; you can change that time in "
                <a class="govuk-link" href=Route::Settings(SettingsSection::Security).to_hash()>
                    "security settings"
                </a> "."
            </li>
        </ul>
    }
    .into_any()
}

fn sharing() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"Giving work to a colleague"</h2>
        <p class="govuk-body">
            "Choose Share to make a bundle: one file, sealed with a passphrase of its own. Send the file one way
            and tell your colleague the passphrase another way, such as by phone. They choose Open a bundle. The
            app shows them what is in it before anything is added."
        </p>
        <p class="govuk-body">
            "When two people have changed the same entry, both versions are kept, and the app asks a person to
            decide. Nothing is overwritten."
        </p>
    }
    .into_any()
}

fn stuck() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"If something goes wrong"</h2>
        <p class="govuk-body">
            "Reload the page and unlock the workbook. What was shown as saved is still there. Do not clear the
            browser’s data: that deletes the records."
        </p>
        <h2 class="govuk-heading-m">"More"</h2>
        <ul class="govuk-list">
            <li>
                <a class="govuk-link" href=Route::HelpKeyboard.to_hash()>"Keyboard shortcuts"</a>
            </li>
            <li>
                <a class="govuk-link" href=Route::Accessibility.to_hash()>"Accessibility statement"</a>
            </li>
            <li>
                <a class="govuk-link" href=Route::Privacy.to_hash()>"What is kept on this device"</a>
            </li>
        </ul>
    }
    .into_any()
}
