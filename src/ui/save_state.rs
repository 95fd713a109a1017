//! Whether what is typed is on the disk: beside the heading, and loudly when it is not.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::clock::{Clock, moment_words};
use crate::ui::clipboard;
use crate::ui::desk::{Saved, use_desk};
use crate::ui::form::draft::DraftForm;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::shortcuts::{Shortcut, use_shortcut};

/// "Draft saved on this device 3:42pm", for the space beside the `h1`. While someone types, the line before
/// stays.
#[component]
pub fn SaveState(form: DraftForm) -> impl IntoView {
    let desk = use_desk();
    let when = Memo::new(move |_| {
        let draft = form.kept()?;
        match desk.saved.get() {
            Saved::At(time) => Some(time),
            // Opened again: it was on the disk before.
            Saved::Nothing if form.was_restored() => {
                let today = desk.session()?.clock().today();
                Some(moment_words(draft.touched, today))
            }
            Saved::Nothing | Saved::Not(_) => None,
        }
    });
    let failed = Memo::new(move |_| matches!(desk.saved.get(), Saved::Not(_)));
    move || match (failed.get(), when.get()) {
        (true, _) => view! { <p class="app-save-state app-save-state--failed">"Not saved"</p> }.into_any(),
        (false, Some(time)) => view! {
            <p class="app-save-state app-save-state--saved">
                "Draft saved on this device " <span class="app-save-state__time">{time}</span>
            </p>
        }
        .into_any(),
        (false, None) => ().into_any(),
    }
}

/// What stands under the heading of a form that keeps a draft: that it is one, and, should the disk refuse,
/// what to do. Ctrl+S writes the draft now. `becomes` names the button that makes it a record.
#[component]
pub fn DraftNote(form: DraftForm, #[prop(into)] becomes: String) -> impl IntoView {
    let desk = use_desk();
    let save_now = move |()| {
        spawn_local(async move {
            desk.flush().await;
            if let Saved::At(time) = desk.saved.get_untracked() {
                desk.shell.speak(&format!("Draft saved {time}"));
            }
        });
    };
    use_shortcut(Shortcut::SaveDraft, Callback::new(save_now));
    let words = format!("This is a draft. It is not part of the record until you choose {becomes}.");
    view! {
        <NotSaved form save_now=Callback::new(save_now) />
        <p class="app-draft-note">{words}</p>
    }
}

/// The words of the alert are fixed; they must be recognised in fright.
#[component]
fn NotSaved(form: DraftForm, save_now: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let why = Memo::new(move |_| match desk.saved.get() {
        Saved::Not(error) => Some(error.to_string()),
        Saved::Nothing | Saved::At(_) => None,
    });
    let copy = move |_| {
        let words = form.words();
        spawn_local(async move {
            if clipboard::copy(&words).await {
                desk.shell.speak("Copied");
            }
        });
    };
    move || {
        why.get().map(|why| {
            view! {
                <Alert
                    kind=AlertKind::Error
                    title="Not saved. Your words are still on this screen. Do not close it."
                    urgent=true
                >
                    <p class="govuk-body">{why}</p>
                    <p class="govuk-body app-cluster">
                        <button
                            type="button"
                            class="app-link-button"
                            on:click=move |_| save_now.run(())
                        >
                            "Try again"
                        </button>
                        " "
                        <button type="button" class="app-link-button" on:click=copy>
                            "Copy the words"
                        </button>
                    </p>
                </Alert>
            }
        })
    }
}
