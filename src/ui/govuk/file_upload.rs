use leptos::prelude::*;

use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error, label_view};

/// A file that somebody chose. It is handed on as soon as it is chosen; nothing is read here.
#[component]
pub fn FileUpload(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    /// Which files the chooser offers first, such as `.json`.
    accept: &'static str,
    #[prop(into)] on_file: UnsyncCallback<web_sys::File>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let chosen = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_file.run(file);
        }
    };
    let inside = view! {
        {label_view(&wiring.id, label, size)}
        {hint_and_error(&wiring)}
        <input
            class=wiring.class("govuk-file-upload", "")
            id=wiring.id.clone()
            name=wiring.id.clone()
            type="file"
            accept=accept
            aria-describedby=wiring.described_by(None)
            aria-invalid=wiring.invalid()
            on:change=chosen
        />
    };
    form_group(&wiring, "", inside.into_any())
}
