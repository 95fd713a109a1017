use chrono::NaiveDate;
use leptos::prelude::*;

use crate::model::dates::{PartialDate, day_words};
use crate::services::mover::Mover;
use crate::ui::form::date::DateFields;

const STRIP: &str = "move-strip";

/// A strip of days: the browser's own slider, which hands and arrow keys move.
pub fn strip(mover: &Mover, to: DateFields, day: Memo<Option<NaiveDate>>) -> AnyView {
    let hint = format!("From {} to {}", day_words(mover.first), day_words(mover.last));
    let length = mover.length();
    let (own, told, moved) = (mover.clone(), mover.clone(), mover.clone());
    let place = move || own.place(day.get().unwrap_or(own.planned)).to_string();
    let words = move || day.get().map(|day| told.says(day));
    let slide = move |event: web_sys::Event| {
        if let Ok(place) = event_target_value(&event).parse() {
            to.fill(PartialDate::day(moved.day(place)));
        }
    };
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--m" for=STRIP>"Slide to another day"</label>
            <div class="govuk-hint" id="move-strip-hint">{hint}</div>
            <input
                class="app-strip"
                id=STRIP
                type="range"
                min="0"
                max=length
                step="1"
                aria-describedby="move-strip-hint"
                aria-valuetext=words
                prop:value=place
                on:input=slide
            />
        </div>
    }
    .into_any()
}
