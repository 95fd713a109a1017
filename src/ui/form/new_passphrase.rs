use leptos::prelude::*;

use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::errors::FieldError;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::password_input::PasswordInput;
use crate::vault::passphrase::Verdict;

/// A passphrase to choose: what it is worth is said in words as it is typed, and the app can make one.
#[component]
pub fn NewPassphrase(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    /// Names that anyone who knows the person would try first.
    #[prop(into)]
    about: Signal<Vec<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let suggested = RwSignal::new(String::new());
    let strength = move || match value.with(String::is_empty) {
        true => "",
        false => judge(desk, &value.get(), &about.get()).map_or("", Verdict::words),
    };
    let suggest = move || {
        // Without randomness nothing could be sealed either, and making the store will say so.
        if let Some(Ok(words)) = desk.session().map(|session| session.suggest_passphrase()) {
            value.set(words.clone());
            suggested.set(words);
        }
    };
    // Once somebody changes the words they are no longer the ones to copy.
    let shown = move || suggested.with(|words| !words.is_empty() && value.with(|value| value == words));
    view! {
        <PasswordInput
            id=id
            label=label
            hint="12 characters or more. Three or four words that do not belong together are good."
            value=value
            autocomplete="new-password"
        />
        <p class="govuk-body app-strength govuk-!-margin-bottom-4" aria-live="polite">{strength}</p>
        <Button kind=ButtonKind::Secondary on_press=suggest>"Suggest words"</Button>
        <div aria-live="polite">
            {move || shown().then(|| view! {
                <p class="govuk-body">"These words are in the box now. Copy them to a safe place:"</p>
                <p class="app-words">{suggested.get()}</p>
            })}
        </div>
    }
}

/// The verdict on a passphrase; none before the app has started.
fn judge(desk: Desk, typed: &str, about: &[String]) -> Option<Verdict> {
    let about: Vec<&str> = about.iter().map(String::as_str).collect();
    desk.session().map(|session| session.judge_passphrase(typed, &about))
}

/// What is wrong with a passphrase that was chosen, at its box.
pub fn weakness(desk: Desk, id: &str, typed: &str, about: &[String]) -> Option<FieldError> {
    match judge(desk, typed, about)? {
        Verdict::Good => None,
        Verdict::Weak(weakness) => Some(FieldError::new(id, weakness.to_string())),
    }
}
