use leptos::prelude::*;

use crate::ui::govuk::choice::{Choice, choice_id};
use crate::ui::govuk::fieldset::Fieldset;
use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error};

/// Exactly one answer. `value` is the chosen one's value; empty while nothing is chosen, which is how it
/// starts, because an answer that was there already is not an answer.
#[component]
pub fn Radios(
    #[prop(into)] id: String,
    #[prop(into)] legend: Signal<String>,
    choices: Vec<Choice>,
    value: RwSignal<String>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
    /// Side by side, for two short answers.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let class = if inline { "govuk-radios govuk-radios--inline" } else { "govuk-radios" };
    let items: Vec<AnyView> = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| item(&wiring.id, place, choice, value))
        .collect();
    let described = hint_and_error(&wiring);
    let inside = view! {
        <Fieldset legend=legend size=size described_by=wiring.described_by(None)>
            {described}
            <div class=class>{items}</div>
        </Fieldset>
    };
    form_group(&wiring, "", inside.into_any())
}

fn item(group: &str, place: usize, choice: Choice, value: RwSignal<String>) -> AnyView {
    let id = choice_id(group, place);
    let hint_id = format!("{id}-item-hint");
    let reveal_id = choice.reveal.as_ref().map(|_| format!("conditional-{id}"));
    let own = choice.value.clone();
    let chosen = Memo::new(move |_| value.with(|value| *value == own));
    let own = choice.value.clone();
    view! {
        {choice.divider.map(|word| view! { <div class="govuk-radios__divider">{word}</div> })}
        <div class="govuk-radios__item">
            <input
                class="govuk-radios__input"
                id=id.clone()
                name=group.to_owned()
                type="radio"
                value=choice.value
                aria-describedby=choice.hint.as_ref().map(|_| hint_id.clone())
                aria-controls=reveal_id.clone()
                prop:checked=chosen
                on:change=move |_| value.set(own.clone())
            />
            <label class="govuk-label govuk-radios__label" for=id>
                {choice.label}
            </label>
            {choice.hint.map(|hint| view! {
                <div id=hint_id class="govuk-hint govuk-radios__hint">{hint}</div>
            })}
        </div>
        {choice.reveal.map(|fields| view! {
            <div
                class="govuk-radios__conditional"
                class=("govuk-radios__conditional--hidden", move || !chosen.get())
                id=reveal_id
            >
                {fields.run()}
            </div>
        })}
    }
    .into_any()
}
