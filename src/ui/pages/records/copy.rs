use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::clipboard;
use crate::ui::desk::use_desk;
use crate::ui::govuk::button::{Button, ButtonKind};

/// Words to send elsewhere, with a button that copies them where the browser lets a page do that.
#[component]
pub fn Copy(words: String) -> impl IntoView {
    let desk = use_desk();
    let copied = RwSignal::new(false);
    let own = words.clone();
    let copy = move |()| {
        let own = own.clone();
        spawn_local(async move {
            if clipboard::copy(&own).await {
                desk.shell.speak("Copied");
                copied.try_set(true);
            }
        });
    };
    let copy = Callback::new(copy);
    let label = move || if copied.get() { "Copied" } else { "Copy" };
    view! {
        <p class="govuk-body app-pre">{words}</p>
        {clipboard::is_offered().then(|| view! {
            <Button kind=ButtonKind::Secondary on_press=copy>{label}</Button>
        })}
    }
}
