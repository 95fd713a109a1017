use leptos::prelude::*;

use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error, label_view};

/// Several lines of text. The browser checks spelling, since this is where people write at length.
#[component]
pub fn Textarea(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
    #[prop(default = 5)] rows: u32,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let inside = view! {
        {label_view(&wiring.id, label, size)}
        {hint_and_error(&wiring)}
        {text_box(&wiring, value, rows, None)}
    };
    form_group(&wiring, "", inside.into_any())
}

/// The box alone, for a component that puts more around it.
pub fn text_box(wiring: &Wiring, value: RwSignal<String>, rows: u32, also: Option<String>) -> AnyView {
    view! {
        <textarea
            class=wiring.class("govuk-textarea", "")
            id=wiring.id.clone()
            name=wiring.id.clone()
            rows=rows.to_string()
            spellcheck="true"
            autocomplete="off"
            aria-describedby=wiring.described_by(also)
            aria-invalid=wiring.invalid()
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        ></textarea>
    }
    .into_any()
}
