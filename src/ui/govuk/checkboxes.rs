use leptos::prelude::*;

use crate::ui::govuk::choice::{Choice, choice_id};
use crate::ui::govuk::fieldset::Fieldset;
use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error};

/// Any number of answers. `values` holds the chosen ones' values, in the order in which they are offered.
#[component]
pub fn Checkboxes(
    #[prop(into)] id: String,
    #[prop(into)] legend: Signal<String>,
    choices: Vec<Choice>,
    values: RwSignal<Vec<String>>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(optional)] size: Size,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let offered = StoredValue::new(
        choices.iter().map(|choice| (choice.value.clone(), choice.exclusive)).collect::<Vec<_>>(),
    );
    let items: Vec<AnyView> = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let own = choice.value.clone();
            let tick =
                move |ticked| values.update(|values| offered.with_value(|o| turn(o, values, &own, ticked)));
            item(&wiring.id, place, choice, values, tick)
        })
        .collect();
    let described = hint_and_error(&wiring);
    let inside = view! {
        <Fieldset legend=legend size=size described_by=wiring.described_by(None)>
            {described}
            <div class="govuk-checkboxes">{items}</div>
        </Fieldset>
    };
    form_group(&wiring, "", inside.into_any())
}

/// One checkbox on its own, for a statement that is true or not.
#[component]
pub fn Checkbox(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    checked: RwSignal<bool>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
) -> impl IntoView {
    let wiring = Wiring::of(id, MaybeProp::default(), error);
    let hint_id = format!("{}-item-hint", wiring.id);
    let described = wiring.described_by(None);
    let item_hint = hint_id.clone();
    let described_by = move || {
        let hint = hint.get().map(|_| item_hint.clone());
        let ids: Vec<String> = [described.get(), hint].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    let inside = view! {
        {hint_and_error(&wiring)}
        <div class="govuk-checkboxes">
            <div class="govuk-checkboxes__item">
                <input
                    class="govuk-checkboxes__input"
                    id=wiring.id.clone()
                    name=wiring.id.clone()
                    type="checkbox"
                    aria-describedby=described_by
                    aria-invalid=wiring.invalid()
                    prop:checked=checked
                    on:change=move |event| checked.set(event_target_checked(&event))
                />
                <label class="govuk-label govuk-checkboxes__label" for=wiring.id.clone()>
                    {move || label.get()}
                </label>
                {move || hint.get().map(|hint| view! {
                    <div id=hint_id.clone() class="govuk-hint govuk-checkboxes__hint">{hint}</div>
                })}
            </div>
        </div>
    };
    form_group(&wiring, "", inside.into_any())
}

/// The chosen values after one box was ticked or cleared.
fn turn(offered: &[(String, bool)], values: &mut Vec<String>, own: &str, ticked: bool) {
    let alone = |value: &str| offered.iter().any(|(known, exclusive)| known == value && *exclusive);
    let keeps = |value: &String| value != own && !(ticked && (alone(own) || alone(value)));
    values.retain(keeps);
    if ticked {
        values.push(own.to_owned());
    }
    let place = |value: &String| offered.iter().position(|(known, _)| known == value);
    values.sort_by_key(place);
}

fn item(
    group: &str,
    place: usize,
    choice: Choice,
    values: RwSignal<Vec<String>>,
    tick: impl Fn(bool) + 'static,
) -> AnyView {
    let id = choice_id(group, place);
    let hint_id = format!("{id}-item-hint");
    let reveal_id = choice.reveal.as_ref().map(|_| format!("conditional-{id}"));
    let own = choice.value.clone();
    let chosen = Memo::new(move |_| values.with(|values| values.contains(&own)));
    let reveals = choice.reveal.is_some();
    view! {
        {choice.divider.map(|word| view! { <div class="govuk-checkboxes__divider">{word}</div> })}
        <div class="govuk-checkboxes__item">
            <input
                class="govuk-checkboxes__input"
                id=id.clone()
                name=group.to_owned()
                type="checkbox"
                value=choice.value
                aria-describedby=choice.hint.as_ref().map(|_| hint_id.clone())
                aria-controls=reveal_id.clone()
                aria-expanded=move || reveals.then(|| if chosen.get() { "true" } else { "false" })
                prop:checked=chosen
                on:change=move |event| tick(event_target_checked(&event))
            />
            <label class="govuk-label govuk-checkboxes__label" for=id>
                {choice.label}
            </label>
            {choice.hint.map(|hint| view! {
                <div id=hint_id class="govuk-hint govuk-checkboxes__hint">{hint}</div>
            })}
        </div>
        {choice.reveal.map(|fields| view! {
            <div
                class="govuk-checkboxes__conditional"
                class=("govuk-checkboxes__conditional--hidden", move || !chosen.get())
                id=reveal_id
            >
                {fields.run()}
            </div>
        })}
    }
    .into_any()
}
