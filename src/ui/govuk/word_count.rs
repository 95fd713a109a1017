use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::ui::govuk::group::{Size, Wiring, form_group, hint_and_error, label_view};
use crate::ui::govuk::textarea::text_box;

/// From this share of the limit on, the count is shown. Before it, a count would only hurry people.
const THRESHOLD_PERCENT: usize = 75;

/// A screen reader hears the count when the typing pauses for this long.
const PAUSE: Duration = Duration::from_millis(500);

/// A text box with a number of words to aim for (GOV.UK's character count, counting words).
/// Going over is said and never stopped.
#[component]
pub fn WordCount(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    max_words: usize,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] error: MaybeProp<String>,
    #[prop(default = 8)] rows: u32,
) -> impl IntoView {
    let wiring = Wiring::of(id, hint, error);
    let info = format!("{}-info", wiring.id);
    let words = Memo::new(move |_| value.with(|text| count_words(text)));
    let near = move || words.get() * 100 >= max_words * THRESHOLD_PERCENT;
    let class = move || {
        let block = "govuk-character-count__message";
        match () {
            () if words.get() > max_words => format!("govuk-error-message {block}"),
            () if near() => format!("govuk-hint {block}"),
            () => format!("govuk-hint {block} govuk-character-count__message--disabled"),
        }
    };
    let inside = view! {
        {label_view(&wiring.id, label, Size::Plain)}
        {hint_and_error(&wiring)}
        {text_box(&wiring, value, rows, Some(info.clone()))}
        <div id=info class="govuk-visually-hidden">
            {format!("You can enter up to {max_words} words")}
        </div>
        <div class=class aria-hidden="true">
            {move || in_words(words.get(), max_words)}
        </div>
        <div class="govuk-visually-hidden" aria-live="polite">
            {spoken(words, max_words)}
        </div>
    };
    form_group(&wiring, "govuk-character-count", inside.into_any())
}

/// The count as spoken: it follows the count, half a second behind the last change.
fn spoken(words: Memo<usize>, max_words: usize) -> impl Fn() -> String {
    let said = RwSignal::new(String::new());
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
    };
    Effect::new(move |before: Option<usize>| {
        let now = words.get();
        if before.is_some_and(|before| before != now) {
            stop();
            let speak = move || {
                let near = now * 100 >= max_words * THRESHOLD_PERCENT;
                let _gone = said.try_set(if near { in_words(now, max_words) } else { String::new() });
            };
            waiting.set_value(set_timeout_with_handle(speak, PAUSE).ok());
        }
        now
    });
    on_cleanup(stop);
    move || said.get()
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn in_words(words: usize, max_words: usize) -> String {
    let many = |count: usize| if count == 1 { "word" } else { "words" };
    match words.checked_sub(max_words) {
        Some(0) => "You have 0 words remaining".to_owned(),
        Some(over) => format!("You have {over} {} too many", many(over)),
        None => {
            let left = max_words - words;
            format!("You have {left} {} remaining", many(left))
        }
    }
}
