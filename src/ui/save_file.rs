use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::reports::Document;
use crate::services::browser::files::{self, Saved};
use crate::services::browser::word::{self, word_file};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonKind};

/// A button that saves a file, made when it is pressed: its name, which others may see, and its text.
#[component]
pub fn SaveFile(
    label: &'static str,
    media_type: &'static str,
    #[prop(into)] file: Callback<(), Option<(String, String)>>,
) -> impl IntoView {
    saving(label, move || {
        let (name, text) = file.run(())?;
        Some(Box::pin(async move { save(name, media_type, text.as_bytes()).await }))
    })
}

/// A button that saves a document as a Word file, made when it is pressed: its name, which others may see, and what stands
/// in it.
#[component]
pub fn SaveWordFile(#[prop(into)] file: Callback<(), Option<(String, Document)>>) -> impl IntoView {
    saving("Save as a Word file", move || {
        let (name, document) = file.run(())?;
        Some(Box::pin(async move {
            let bytes = word_file(&document).await.map_err(|error| error.to_string())?;
            save(name, word::MEDIA_TYPE, &bytes).await
        }))
    })
}

/// The name of the file and where it went, or why it was not saved.
type Told = Result<(String, Saved), String>;
type Saving = Pin<Box<dyn Future<Output = Told>>>;

async fn save(name: String, media_type: &str, bytes: &[u8]) -> Told {
    let saved = files::save(&name, media_type, bytes).await.map_err(|error| error.to_string())?;
    Ok((name, saved))
}

fn saving(label: &'static str, begin: impl Fn() -> Option<Saving> + Send + Sync + 'static) -> impl IntoView {
    let told = RwSignal::new(None::<Told>);
    let busy = RwSignal::new(false);
    let press = move || {
        let Some(saving) = begin() else { return };
        busy.set(true);
        told.set(None);
        spawn_local(async move {
            let saved = saving.await;
            let _gone = busy.try_set(false);
            let _gone = told.try_set(Some(saved));
        });
    };
    view! {
        <Button kind=ButtonKind::Secondary busy on_press=press>{label}</Button>
        {move || told.get().map(|told| view! { <div class="app-save-told">{what_became(told)}</div> })}
    }
}

/// What became of the file, once that is known.
fn what_became(told: Told) -> AnyView {
    let (kind, title, words) = match told {
        Ok((name, Saved::Downloaded)) => (AlertKind::Success, "The file is in your downloads", name),
        Ok((name, Saved::Shared)) => (AlertKind::Success, "The file is where you chose to keep it", name),
        Err(why) => (AlertKind::Error, "The file was not saved", why),
    };
    view! {
        <Alert kind title urgent=true>
            <p class="govuk-body">{words}</p>
        </Alert>
    }
    .into_any()
}
