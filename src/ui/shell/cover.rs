use leptos::prelude::*;

use crate::navigation::Access;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::navigator::use_navigator;
use crate::ui::watch::{Cover, use_watch};

/// Hides everything from the moment the app begins to lock until the page that was open is gone.
#[component]
pub fn ScreenCover() -> impl IntoView {
    let watch = use_watch();
    let navigator = use_navigator();
    let old_page = move || {
        navigator.access() == Some(Access::Locked) && navigator.here().is_some_and(|route| !route.is_public())
    };
    let shown = Memo::new(move |_| match watch.cover.get() {
        Cover::Off if old_page() => Cover::Locking,
        cover => cover,
    });
    move || {
        match shown.get() {
        Cover::Off => ().into_any(),
        Cover::Locking => view! {
            <div class="app-cover" role="status"><p class="govuk-body">"Locking the workbook"</p></div>
        }
        .into_any(),
        Cover::Stuck => view! {
            <div class="app-cover" role="alertdialog" aria-modal="true" aria-labelledby="cover-title">
                <div class="app-prose">
                    <h2 class="govuk-heading-l" id="cover-title">"This screen is covered"</h2>
                    <p class="govuk-body">
                        "It is time to lock, but the last words typed could not be saved on this device. Everything
                        that was shown as saved is safe. Free some space on the device, then try again."
                    </p>
                    <ButtonGroup>
                        <Button on_press=move || watch.lock(crate::ui::watch::Why::Idle)>"Try again"</Button>
                        <Button kind=ButtonKind::Warning on_press=move || watch.lock_and_lose()>
                            "Lock and lose the last words"
                        </Button>
                    </ButtonGroup>
                </div>
            </div>
        }
        .into_any(),
    }
    }
}
