//! "Words and colours": whatever is chosen is there at once, for this visit. The worker's own choices stay as they were.

use leptos::prelude::*;

use super::showing::Showing;
use super::words::OnPage;
use crate::programme::family_words::pack;
use crate::services::family_pages::{Choice, Setting};
use crate::services::visit::lock::Lock;
use crate::ui::focus;
use crate::ui::preferences::TextSize;

impl OnPage {
    pub fn setting(self, setting: Setting) -> AnyView {
        let Setting { name, question, choices } = setting;
        let showing = self.asking.showing;
        let radio = move |choice: Choice| {
            let value = choice.value.clone();
            let is_set = move || showing.setting(name) == value;
            let value = choice.value.clone();
            self.radio(name, choice, None, is_set, move || showing.set(name, &value))
        };
        let radios: Vec<AnyView> = choices.into_iter().map(radio).collect();
        view! {
            <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
                <legend class="app-family__label">{self.inline(question)}</legend>
                {radios}
            </fieldset>
        }
        .into_any()
    }
}

impl Showing {
    /// What is set now, by the value of its choice.
    fn setting(self, name: &str) -> &'static str {
        let display = self.display.get();
        match name {
            "language" => self.language.get(),
            "size" => match display.text_size {
                TextSize::Usual => "usual",
                TextSize::Larger => "larger",
                TextSize::Large | TextSize::Largest => "largest",
            },
            _ if display.high_contrast => "strong",
            _ => "usual",
        }
    }

    fn set(self, name: &str, value: &str) {
        match name {
            "language" => {
                let language = pack(value).tag();
                self.lock.update_value(|lock: &mut Lock| lock.speak(language));
                self.language.set(language);
                // The page is drawn anew, and whoever goes through the languages by key goes on where they were.
                let radio = format!("{name}-{value}");
                request_animation_frame(move || focus::on_field(&radio));
            }
            "size" => self.display.update(|display| {
                display.text_size = match value {
                    "larger" => TextSize::Larger,
                    "largest" => TextSize::Large,
                    _ => TextSize::Usual,
                }
            }),
            _ => self.display.update(|display| display.high_contrast = value == "strong"),
        }
    }
}
