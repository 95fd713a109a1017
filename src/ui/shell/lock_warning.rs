use leptos::prelude::*;

use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::watch::{Why, use_watch};

/// Asks whether somebody is still there, a minute before the app locks itself. Esc means yes.
#[component]
pub fn LockWarning() -> impl IntoView {
    let watch = use_watch();
    let node = NodeRef::<leptos::html::Dialog>::new();
    let asking = Memo::new(move |_| watch.seconds_left.get().is_some());
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (asking.get(), dialog.open()) {
            (true, false) => {
                // A browser without dialogs shows it in the page, which is enough.
                let _supported = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });
    let seconds = move || watch.seconds_left.get().unwrap_or_default();
    let left = move || match seconds() {
        1 => "The workbook locks in 1 second.".to_owned(),
        seconds => format!("The workbook locks in {seconds} seconds."),
    };
    // Spoken once more shortly before the end, not every second.
    let last_call = Memo::new(move |_| asking.get() && seconds() <= 20);
    let escape = move |event: web_sys::Event| {
        event.prevent_default();
        watch.stay_unlocked();
    };
    view! {
        <dialog
            node_ref=node
            class="app-dialog"
            role="alertdialog"
            aria-labelledby="lock-warning-title"
            aria-describedby="lock-warning-text"
            on:cancel=escape
        >
            <h2 class="govuk-heading-m app-dialog__title" id="lock-warning-title">"Are you still there?"</h2>
            <div id="lock-warning-text">
                <p class="govuk-body">{left}</p>
                <p class="govuk-body">"What you typed is kept. After unlocking you carry on where you were."</p>
            </div>
            <p class="govuk-visually-hidden" aria-live="polite">
                {move || last_call.get().then_some("20 seconds until the workbook locks.")}
            </p>
            <ButtonGroup>
                <Button id="stay-unlocked" on_press=move || watch.stay_unlocked()>"Stay unlocked"</Button>
                <Button kind=ButtonKind::Secondary on_press=move || watch.lock(Why::Asked)>"Lock now"</Button>
            </ButtonGroup>
        </dialog>
    }
}
