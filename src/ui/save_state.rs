//! Whether what is typed is on the disk, beside the heading. When it is not, the frame says so too.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::clock::{Clock, moment_words};
use crate::ui::desk::{Saved, use_desk};
use crate::ui::form::draft::DraftForm;
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
    let until = move || desk.saved_until.get().map(|until| until.timestamp_millis());
    let failed = Memo::new(move |_| matches!(desk.saved.get(), Saved::Not(_)));
    move || match (failed.get(), when.get()) {
        (true, _) => view! { <p class="app-save-state app-save-state--failed">"Not saved"</p> }.into_any(),
        (false, Some(time)) => view! {
            <p class="app-save-state app-save-state--saved" data-saved-until=until>
                "Draft saved on this device " <span class="app-save-state__time">{time}</span>
            </p>
        }
        .into_any(),
        (false, None) => ().into_any(),
    }
}

/// What stands under the heading of a form that keeps a draft: that it is one, and which button makes it a
/// record. Ctrl+S writes the draft now.
#[component]
pub fn DraftNote(#[prop(into)] becomes: String) -> impl IntoView {
    let desk = use_desk();
    let save_now = move |()| {
        spawn_local(async move {
            desk.flush().await;
            match desk.saved.get_untracked() {
                Saved::At(time) => desk.shell.speak(&format!("Draft saved {time}")),
                // All that was typed is on the disk since before.
                Saved::Nothing => desk.shell.speak("Draft saved"),
                Saved::Not(_) => {}
            }
        });
    };
    use_shortcut(Shortcut::SaveDraft, Callback::new(save_now));
    let words = format!("This is a draft. It is not part of the record until you choose {becomes}.");
    view! { <p class="app-draft-note">{words}</p> }
}
