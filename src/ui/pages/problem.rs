//! What can stop the app from working: what happened, whether anything was lost, what to do.

use leptos::prelude::*;

use crate::ui::govuk::button::Button;
use crate::ui::shell::page::Page;
use crate::ui::watch::{Elsewhere, use_watch};

/// The browser cannot keep records.
#[component]
pub fn StorageProblem() -> impl IntoView {
    view! {
        <Page heading="This browser cannot keep records">
            <p class="govuk-body">
                "The workbook keeps its records in this browser, sealed. This browser does not let it."
            </p>
            <h2 class="govuk-heading-m">"Was anything lost?"</h2>
            <p class="govuk-body">
                "No. Nothing was written here. Records that were saved in another window or on another device
                are still there."
            </p>
            <h2 class="govuk-heading-m">"What to do"</h2>
            <ul class="govuk-list govuk-list--bullet">
                <li>
                    "If this is a private or guest window, open the workbook in an ordinary window. A private
                    window forgets everything when it is closed."
                </li>
                <li>"If the device is full, free some space, then reload this page."</li>
                <li>
                    "If your organisation has switched off storage for websites, ask your IT team to allow it
                    for this address."
                </li>
            </ul>
            <Button on_press=reload>"Try again"</Button>
        </Page>
    }
}

/// The records were written by a newer version of the app.
#[component]
pub fn VersionProblem() -> impl IntoView {
    view! {
        <Page heading="A newer version is needed">
            <p class="govuk-body">
                "The records on this device were last written by a newer version of the workbook than this one."
            </p>
            <h2 class="govuk-heading-m">"Was anything lost?"</h2>
            <p class="govuk-body">
                "No. To be safe this version has not opened the records, and it has changed nothing."
            </p>
            <h2 class="govuk-heading-m">"What to do"</h2>
            <ul class="govuk-list govuk-list--bullet">
                <li>"Close every other tab that shows the workbook, then reload this page."</li>
                <li>
                    "If this page comes back, connect to the internet and reload once more, so that the newer
                    version can be fetched."
                </li>
                <li>"Do not clear this browser’s data: that would delete the records."</li>
            </ul>
            <Button on_press=reload>"Reload the page"</Button>
        </Page>
    }
}

/// The store is open in another tab. Two tabs that write would overwrite one another.
#[component]
pub fn OpenElsewhere() -> impl IntoView {
    let watch = use_watch();
    let moved = Memo::new(move |_| matches!(watch.elsewhere.get(), Elsewhere::Moved(_)));
    let waiting = Memo::new(move |_| matches!(watch.elsewhere.get(), Elsewhere::Waiting(_)));
    let what = move || match moved.get() {
        true => "This workbook store is now open in another tab or window on this device.",
        false => "This workbook store is open in another tab or window on this device.",
    };
    let lost = move || match moved.get() {
        true => {
            "No. What was typed here was saved, and is there in the other tab. This tab has forgotten it."
        }
        false => "No. If you use it here, the other tab first saves what is typed in it, and then locks.",
    };
    view! {
        <Page heading="Open in another tab">
            <p class="govuk-body">{what}</p>
            <h2 class="govuk-heading-m">"Was anything lost?"</h2>
            <p class="govuk-body">{lost}</p>
            <h2 class="govuk-heading-m">"What to do"</h2>
            <p class="govuk-body">"Go back to the other tab, or carry on in this one."</p>
            <Button busy=waiting on_press=move || watch.use_here()>"Use here"</Button>
            <p class="govuk-body" role="status">
                {move || waiting.get().then_some("Waiting for the other tab to save what is typed in it.")}
            </p>
        </Page>
    }
}

fn reload() {
    // Without a page there is nothing to reload, and nobody to tell.
    let _gone = window().location().reload();
}
