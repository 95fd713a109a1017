use leptos::prelude::*;

use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error, label_view};

/// What a one-line field may say of itself beyond its label.
#[derive(Debug, Clone, Copy)]
pub struct InputOptions {
    /// A width class, such as `govuk-input--width-4` or `govuk-!-width-one-half`.
    pub width: &'static str,
    /// What the browser may fill in: `name` for the user's own name, `off` for anybody else's.
    pub autocomplete: &'static str,
    /// Which keyboard a tablet offers, such as `numeric`.
    pub input_mode: Option<&'static str>,
    pub spellcheck: bool,
}

impl Default for InputOptions {
    fn default() -> Self {
        Self { width: "", autocomplete: "off", input_mode: None, spellcheck: false }
    }
}

/// One line of text.
#[component]
pub fn Input(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
    #[prop(optional)] options: InputOptions,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let inside = view! {
        {label_view(&wiring.id, label, size)}
        {hint_and_error(&wiring)}
        <input
            class=wiring.class("govuk-input", options.width)
            id=wiring.id.clone()
            name=wiring.id.clone()
            type="text"
            autocomplete=options.autocomplete
            inputmode=options.input_mode
            spellcheck=if options.spellcheck { "true" } else { "false" }
            aria-describedby=wiring.described_by(None)
            aria-invalid=wiring.invalid()
            prop:value=value
            on:input=move |event| value.set(event_target_value(&event))
        />
    };
    form_group(&wiring, "", inside.into_any())
}
