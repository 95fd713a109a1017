use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;

use crate::ui::form::date::DateFields;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::fieldset::Fieldset;
use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error};

/// A date in three boxes that never jump on by themselves. What is typed stays as typed;
/// [`DateFields::read`] says what it means.
///
/// With `today` there are buttons for today and yesterday. With `rough`, a box to say that only a month or
/// a year is known.
#[component]
pub fn DateInput(
    #[prop(into)] id: String,
    #[prop(into)] legend: Signal<String>,
    value: DateFields,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional)] size: Size,
    #[prop(optional)] today: Option<NaiveDate>,
    #[prop(optional)] rough: bool,
) -> impl IntoView {
    let form = use_context::<FormErrors>();
    let parts = ["day", "month", "year"].map(|part| format!("{id}-{part}"));
    let about_id = format!("{id}-about");
    // The group shows whatever is wrong with the date or with a part of it.
    let part_ids = parts.clone();
    let part_error =
        Signal::derive(move || form.and_then(|form| part_ids.iter().find_map(|part| form.message(part))));
    let wiring = Wiring::of(id, hint, part_error.into());
    let whole = wiring.id.clone();
    let whole_wrong = Signal::derive(move || form.is_some_and(|form| form.message(&whole).is_some()));
    let [day, month, year] = parts;
    let described = hint_and_error(&wiring);
    let group_id = wiring.id.clone();
    let inside = view! {
        <Fieldset legend=legend size=size described_by=wiring.described_by(None) role="group">
            {described}
            <div class="govuk-date-input" id=group_id>
                {part(day, "Day", "govuk-input--width-2", value.day, whole_wrong)}
                {part(month, "Month", "govuk-input--width-4", value.month, whole_wrong)}
                {part(year, "Year", "govuk-input--width-4", value.year, whole_wrong)}
            </div>
            {today.map(|today| near_days(value, today))}
            {rough.then(|| about(about_id, value.about))}
        </Fieldset>
    };
    form_group(&wiring, "", inside.into_any())
}

fn part(
    id: String,
    label: &'static str,
    width: &'static str,
    value: RwSignal<String>,
    whole_wrong: Signal<bool>,
) -> AnyView {
    let form = use_context::<FormErrors>();
    let own = id.clone();
    let wrong =
        Memo::new(move |_| whole_wrong.get() || form.is_some_and(|form| form.message(&own).is_some()));
    let class = move || {
        let state = if wrong.get() { " govuk-input--error" } else { "" };
        format!("govuk-input govuk-date-input__input {width}{state}")
    };
    view! {
        <div class="govuk-date-input__item">
            <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for=id.clone()>
                    {label}
                </label>
                <input
                    class=class
                    id=id.clone()
                    name=id
                    type="text"
                    // A month may be written as its name, so only the numbers ask for a number pad.
                    inputmode=if label == "Month" { "text" } else { "numeric" }
                    autocomplete="off"
                    aria-invalid=move || wrong.get().then_some("true")
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        </div>
    }
    .into_any()
}

fn near_days(value: DateFields, today: NaiveDate) -> AnyView {
    let fill = move |date: NaiveDate| {
        value.day.set(date.day().to_string());
        value.month.set(date.month().to_string());
        value.year.set(date.year().to_string());
    };
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    view! {
        <div class="app-date-buttons">
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                on:click=move |_| fill(today)
            >
                "Today"
            </button>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                on:click=move |_| fill(yesterday)
            >
                "Yesterday"
            </button>
        </div>
    }
    .into_any()
}

fn about(id: String, about: RwSignal<bool>) -> AnyView {
    let hint_id = format!("{id}-item-hint");
    view! {
        <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
                <input
                    class="govuk-checkboxes__input"
                    id=id.clone()
                    name=id.clone()
                    type="checkbox"
                    aria-describedby=hint_id.clone()
                    prop:checked=about
                    on:change=move |event| about.set(event_target_checked(&event))
                />
                <label class="govuk-label govuk-checkboxes__label" for=id>
                    "This date is approximate"
                </label>
                <div id=hint_id class="govuk-hint govuk-checkboxes__hint">
                    "You can give the month and year, or the year alone."
                </div>
            </div>
        </div>
    }
    .into_any()
}
