use leptos::prelude::*;

use super::SettingsPage;
use crate::navigation::{Route, SettingsSection};
use crate::ui::govuk::checkboxes::Checkbox;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::radios::Radios;
use crate::ui::preferences::{Preferences, TextSize};
use crate::ui::shell::use_shell;

/// How somebody likes to see and use the app. Every choice shows at once, and can be taken back at once.
#[component]
pub fn Display() -> impl IntoView {
    let preferences = expect_context::<RwSignal<Preferences>>();
    let shell = use_shell();
    let chosen = preferences.get_untracked();
    let size = RwSignal::new(chosen.text_size.percent().to_owned());
    let spacing = RwSignal::new(chosen.wide_spacing);
    let contrast = RwSignal::new(chosen.high_contrast);
    let motion = RwSignal::new(chosen.reduced_motion);
    let left = RwSignal::new(chosen.left_handed);
    let single_keys = RwSignal::new(chosen.single_keys);
    Effect::new(move |before: Option<Preferences>| {
        let now = Preferences {
            text_size: size
                .with(|size| TextSize::ALL.into_iter().find(|known| known.percent() == size))
                .unwrap_or_default(),
            wide_spacing: spacing.get(),
            high_contrast: contrast.get(),
            reduced_motion: motion.get(),
            left_handed: left.get(),
            single_keys: single_keys.get(),
        };
        if before.is_some_and(|before| before != now) {
            preferences.set(now);
            shell.speak("Display changed");
        }
        now
    });
    let sizes = TextSize::ALL
        .map(|size| match size {
            TextSize::Usual => Choice::new(size.percent(), "100%, as usual"),
            _ => Choice::new(size.percent(), format!("{}%", size.percent())),
        })
        .to_vec();
    view! {
        <SettingsPage section=SettingsSection::Display>
            <p class="govuk-body">
                "Choices take effect at once. They are kept in this browser and say nothing about your work."
            </p>
            <Radios id="text-size" legend="Text size" size=Size::Medium choices=sizes value=size />
            <Checkbox id="wide-spacing" label="More space between letters, words and lines" checked=spacing />
            <Checkbox id="high-contrast" label="High contrast" checked=contrast />
            <Checkbox id="reduced-motion" label="No movement on the screen" checked=motion />
            <Checkbox id="left-handed" label="Buttons on the left, for the left hand" checked=left />
            <h2 class="govuk-heading-m">"Keyboard"</h2>
            <Checkbox id="single-keys" label="Use shortcuts of a single letter" checked=single_keys />
            <p class="govuk-body">
                <a class="govuk-link" href=Route::HelpKeyboard.to_hash()>"All keyboard shortcuts"</a>
            </p>
        </SettingsPage>
    }
}
