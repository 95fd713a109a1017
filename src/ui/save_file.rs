use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::browser::files;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonKind};

/// A button that saves a file, made when it is pressed: its name, which others may see, and its text.
#[component]
pub fn SaveFile(
    label: &'static str,
    media_type: &'static str,
    #[prop(into)] file: Callback<(), Option<(String, String)>>,
) -> impl IntoView {
    let told = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let save = move || {
        let Some((name, text)) = file.run(()) else { return };
        busy.set(true);
        told.set(None);
        spawn_local(async move {
            let saved = files::save(&name, media_type, text.as_bytes()).await;
            let _gone = busy.try_set(false);
            let _gone = told.try_set(saved.err().map(|error| error.to_string()));
        });
    };
    let trouble = move || {
        told.get().map(|words| {
            view! {
                <Alert kind=AlertKind::Error title="The file was not saved" urgent=true>
                    <p class="govuk-body">{words}</p>
                </Alert>
            }
        })
    };
    view! {
        <Button kind=ButtonKind::Secondary busy on_press=save>{label}</Button>
        {trouble}
    }
}
