use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error, label_view};

/// A secret, hidden until somebody asks to see it. Pasting and password managers work.
///
/// It hides itself again when the form around it is submitted, so that a shared screen never keeps it.
#[component]
pub fn PasswordInput(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    /// `current-password` to open something, `new-password` to choose one.
    autocomplete: &'static str,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let shown = RwSignal::new(false);
    // Nothing is announced until somebody has used the button.
    let announced = RwSignal::new("");
    let toggle = move |_| {
        shown.update(|shown| *shown = !*shown);
        announced.set(if shown.get() { "Your passphrase is visible" } else { "Your passphrase is hidden" });
    };
    let node = NodeRef::<leptos::html::Input>::new();
    let hide_on_submit = window_event_listener(leptos::ev::submit, move |event| {
        let ours = node.get_untracked().and_then(|input| input.closest("form").ok().flatten());
        let theirs = event.target().map(web_sys::EventTarget::unchecked_into::<web_sys::Element>);
        if ours.is_some() && ours == theirs {
            shown.set(false);
        }
    });
    on_cleanup(move || hide_on_submit.remove());
    let inside = view! {
        {label_view(&wiring.id, label, size)}
        {hint_and_error(&wiring)}
        <div class="govuk-input__wrapper govuk-password-input__wrapper">
            <input
                node_ref=node
                class=wiring.class("govuk-input", "govuk-password-input__input")
                id=wiring.id.clone()
                name=wiring.id.clone()
                type=move || if shown.get() { "text" } else { "password" }
                spellcheck="false"
                autocomplete=autocomplete
                autocapitalize="none"
                aria-describedby=wiring.described_by(None)
                aria-invalid=wiring.invalid()
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            <div class="govuk-password-input__sr-status govuk-visually-hidden" aria-live="polite">
                {announced}
            </div>
            <button
                type="button"
                class="govuk-button govuk-button--secondary govuk-password-input__toggle"
                aria-controls=wiring.id.clone()
                aria-label=move || if shown.get() { "Hide passphrase" } else { "Show passphrase" }
                on:click=toggle
            >
                {move || if shown.get() { "Hide" } else { "Show" }}
            </button>
        </div>
    };
    form_group(&wiring, "govuk-password-input", inside.into_any())
}
