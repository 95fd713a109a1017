use leptos::prelude::*;

use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error, label_view};

/// One answer from a long list. Radios are kinder when there are few. The first line is empty, so that
/// nothing is chosen until somebody chooses.
#[component]
pub fn Select(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    choices: Vec<Choice>,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let options: Vec<AnyView> = choices
        .into_iter()
        .map(|choice| {
            let own = choice.value.clone();
            let chosen = move || value.with(|value| *value == own);
            view! { <option value=choice.value prop:selected=chosen>{choice.label}</option> }.into_any()
        })
        .collect();
    let inside = view! {
        {label_view(&wiring.id, label, size)}
        {hint_and_error(&wiring)}
        <select
            class=wiring.class("govuk-select", "")
            id=wiring.id.clone()
            name=wiring.id.clone()
            aria-describedby=wiring.described_by(None)
            aria-invalid=wiring.invalid()
            on:change=move |event| value.set(event_target_value(&event))
        >
            <option value="" prop:selected=move || value.with(String::is_empty)></option>
            {options}
        </select>
    };
    form_group(&wiring, "", inside.into_any())
}
