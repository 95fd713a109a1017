use leptos::prelude::*;

use crate::navigation::{Route, SettingsSection};
use crate::ui::govuk::summary_card::SummaryCard;
use crate::ui::govuk::summary_list::{SummaryList, SummaryRow};
use crate::ui::shell::page::Page;

/// One thing that is kept in the browser.
struct Kept {
    title: &'static str,
    what: &'static str,
    why: &'static str,
    sealed: &'static str,
    until: &'static str,
}

const KEPT: [Kept; 10] = [
    Kept {
        title: "The record",
        what: "Families, people, entries, and everything that was done to them",
        why: "It is the workbook",
        sealed: "Yes",
        until: "You delete the workbook store or clear the browser’s data",
    },
    Kept {
        title: "Drafts",
        what: "What you have typed and not yet saved as an entry",
        why: "So that no words are lost",
        sealed: "Yes",
        until: "You save or remove the draft",
    },
    Kept {
        title: "Your details",
        what: "Name, role, employer and team, as they stand on the record",
        why: "So that the record says who wrote what",
        sealed: "Yes",
        until: "You delete the workbook store",
    },
    Kept {
        title: "The locks",
        what: "The data key, sealed once by each passphrase and once by the recovery code, with how much \
               work it takes to try a passphrase",
        why: "To open the record",
        sealed: "Yes, by the passphrase itself",
        until: "The passphrase is changed or the workbook store is deleted",
    },
    Kept {
        title: "The name of a workbook store",
        what: "What you called it, shown when you unlock it",
        why: "To tell stores apart on a shared device. You choose it from a list of neutral names",
        sealed: "No",
        until: "You delete the workbook store",
    },
    Kept {
        title: "What families say during a visit",
        what: "Each answer on its own, as a sealed letter, and who was there when it was given",
        why: "So that nothing somebody said is lost, and nobody who holds the device can read what another said",
        sealed: "Yes, to a key made for that one visit. Only your passphrase leads to it",
        until: "You have taken in what they said, or the workbook store is deleted",
    },
    Kept {
        title: "That a visit is on",
        what: "One word in the browser’s local storage. It says nothing of whom, or what is shown",
        why: "So that a reload, a new tab or an empty battery never opens your pages to whoever holds the device",
        sealed: "No. It says nothing of anybody",
        until: "You come back with your passphrase",
    },
    Kept {
        title: "The app itself",
        what: "Its pages, pictures and program, in the cache of a service worker. Nothing that you record",
        why: "So that it opens at every address where there is no signal",
        sealed: "No. It is the same for everybody",
        until: "A newer version that you chose takes its place, or you clear the browser’s data",
    },
    Kept {
        title: "What is handed over to a family",
        what: "What you chose to show to those who are there, in the memory of the service worker",
        why: "So that the page for the family is loaded afresh and never holds your key",
        sealed: "No. It is in memory only, and never written to the device",
        until: "The next page has taken it, once, or a minute has gone",
    },
    Kept {
        title: "Display and keyboard choices",
        what: "Such as text size",
        why: "So that you do not have to choose them again",
        sealed: "No. They say nothing about your work",
        until: "You clear the browser’s data",
    },
];

/// What is kept on this device, why and for how long.
#[component]
pub fn Privacy() -> impl IntoView {
    let card = |kept: &'static Kept| {
        view! {
            <SummaryCard title=kept.title level=3>
                <SummaryList>
                    <SummaryRow key="What">{kept.what}</SummaryRow>
                    <SummaryRow key="Why">{kept.why}</SummaryRow>
                    <SummaryRow key="Sealed">{kept.sealed}</SummaryRow>
                    <SummaryRow key="Kept until">{kept.until}</SummaryRow>
                </SummaryList>
            </SummaryCard>
        }
    };
    view! {
        <Page heading="Privacy">
            <div class="app-prose">
                <p class="govuk-body">
                    "The workbook has no server. What you record stays in this browser, on this device, until you
                    make a file and give it to somebody yourself."
                </p>
                <p class="govuk-body">
                    "It uses no cookies, counts no visits and shows no advertisements. It sends nothing to anyone:
                    the page may only speak to the address that it came from, and only to fetch itself."
                </p>
            </div>
            <h2 class="govuk-heading-m">"What is kept on this device"</h2>
            {KEPT.iter().map(card).collect_view()}
            <div class="app-prose">
                <p class="govuk-body">
                    "Sealed means encrypted with AES-256-GCM. The key is made from your passphrase, is in memory
                    only while the workbook is unlocked, and is never written down anywhere."
                </p>
                <p class="govuk-body">
                    "All of this is strictly necessary for it to work, so you are not asked to agree to it."
                </p>
                <h2 class="govuk-heading-m">"What is not in a web address"</h2>
                <p class="govuk-body">
                    "Addresses and window titles hold random letters in place of names, because browsers keep them
                    in their history."
                </p>
                <h2 class="govuk-heading-m">"Files you make"</h2>
                <p class="govuk-body">
                    "A bundle or a backup is sealed with a passphrase of its own. Once you have given it to
                    somebody, they have it: it cannot be called back."
                </p>
                <h2 class="govuk-heading-m">"Whose data it is"</h2>
                <p class="govuk-body">
                    "The record belongs to your organisation’s work with the family, and your organisation’s
                    privacy notice applies to it. A family’s request to see what is recorded about them is
                    answered by your organisation. "
                    <a class="govuk-link" href=Route::Settings(SettingsSection::Storage).to_hash()>
                        "See how much is kept on this device"
                    </a> "."
                </p>
            </div>
        </Page>
    }
}
