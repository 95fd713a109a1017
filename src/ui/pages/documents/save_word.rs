use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::reports::Document;
use crate::services::browser::files;
use crate::services::browser::word::{MEDIA_TYPE, word_file};
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::save_file::not_saved;

/// Saves a document as a Word file, under a name that says nothing of anyone.
#[component]
pub(super) fn SaveWord(document: Document, file_name: String) -> impl IntoView {
    let document = StoredValue::new(document);
    let told = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let save = move || {
        busy.set(true);
        told.set(None);
        let name = format!("{file_name}.docx");
        spawn_local(async move {
            let Some(document) = document.try_get_value() else { return };
            let saved = match word_file(&document).await {
                Ok(bytes) => files::save(&name, MEDIA_TYPE, &bytes).await.map_err(|error| error.to_string()),
                Err(trouble) => Err(trouble.to_string()),
            };
            let _gone = busy.try_set(false);
            let _gone = told.try_set(saved.err());
        });
    };
    view! {
        <Button kind=ButtonKind::Secondary busy on_press=save>"Save as Word"</Button>
        {not_saved(told)}
    }
}
