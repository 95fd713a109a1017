use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::browser::files::{self, SaveFileError};
use crate::services::drafts::plain_copy;
use crate::services::session::SaveError;
use crate::services::store::StoreError;
use crate::ui::desk::{Saved, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::watch::use_watch;

/// Stands on every page for as long as something typed is not on the disk. It does not take the focus: the
/// person is in the middle of a sentence.
#[component]
pub fn NotSaved() -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    let told = RwSignal::new(None::<SaveFileError>);
    let wrong = Memo::new(move |_| match desk.saved.get() {
        Saved::Not(error) => Some(error),
        Saved::Nothing | Saved::At(_) => None,
    });
    let copy = move || {
        let Some(session) = desk.session() else { return };
        let text = plain_copy(&session.drafts());
        spawn_local(async move {
            told.try_set(files::save("copy.txt", "text/plain", text.as_bytes()).await.err());
        });
    };
    move || {
        wrong.get().map(|error| {
            let full = matches!(error, SaveError::Store(StoreError::Full));
            let why = match full {
                true => "This device is almost full. Back up now, then delete old bundles.".to_owned(),
                false => error.to_string(),
            };
            view! {
                <Alert
                    kind=AlertKind::Error
                    title="Not saved. Your words are still on this screen. Do not close it."
                    urgent=true
                >
                    <p class="govuk-body">{why}</p>
                    <ButtonGroup>
                        <Button kind=ButtonKind::Secondary on_press=move || watch.save_now()>"Try again"</Button>
                        <Button kind=ButtonKind::Secondary on_press=copy>"Save a copy as a file"</Button>
                    </ButtonGroup>
                    <p class="govuk-body">
                        "The copy is not encrypted: anyone who has the file can read it. Delete it when your words
                        are saved here."
                    </p>
                    {move || told.get().map(|error| view! { <p class="govuk-body">{error.to_string()}</p> })}
                </Alert>
            }
        })
    }
}
