use leptos::prelude::*;

use crate::navigation::Route;
use crate::services::clock::Clock;
use crate::services::keeping::{backup_is_late, backup_words};
use crate::ui::desk::{Desk, Saved, use_desk};
use crate::ui::shell::Shell;
use crate::ui::watch::{Watch, use_watch};

/// Where the words are: saved on this device, how safely, last backup. It is read when people come to it, and
/// never breaks in; what must be heard goes through [`Shell::speak`].
#[component]
pub fn StatusStrip(shell: Shell) -> impl IntoView {
    let desk = use_desk();
    let watch = use_watch();
    let sentences = Memo::new(move |_| sentences(desk, watch));
    let items = move || {
        let item = |words| view! { <p class="app-status__item">{words}</p> };
        sentences.get().into_iter().map(item).collect_view()
    };
    let late = Memo::new(move |_| {
        let backed_up = desk.profile.with(|profile| profile.as_ref().and_then(|profile| profile.backed_up));
        let anything = desk.families.with(|families| !families.is_empty());
        anything && desk.session().is_some_and(|session| backup_is_late(backed_up, session.clock().today()))
    });
    let warns = move || late.get() || matches!(desk.saved.get(), Saved::Not(_));
    view! {
        <div class="app-status" class=("app-status--warning", warns)>
            <div class="govuk-width-container app-status__inner">
                {items}
                <a class="app-status__action govuk-link" href=Route::ShareBackup.to_hash()>"Back up"</a>
            </div>
        </div>
        <Spoken shell />
    }
}

/// What is said to screen readers alone.
#[component]
pub fn Spoken(shell: Shell) -> impl IntoView {
    view! {
        <div class="govuk-visually-hidden" role="status" aria-live="polite">
            {move || shell.spoken.get()}
        </div>
    }
}

fn sentences(desk: Desk, watch: Watch) -> Vec<String> {
    let saved = match desk.saved.get() {
        // Always a line: one that came and went would move the page under a finger.
        Saved::Nothing => "Everything is saved on this device".to_owned(),
        Saved::At(time) => format!("Saved on this device {time}"),
        Saved::Not(_) => "Not saved".to_owned(),
    };
    let place = watch.place().map(|place| place.words().to_owned());
    let full = watch.kept.get().is_some_and(|kept| kept.is_nearly_full());
    let full = full.then(|| "This device is almost full. Back up now, then delete old bundles.".to_owned());
    let backup = desk
        .profile
        .with(|profile| profile.as_ref().map(|profile| profile.backed_up))
        .and_then(|at| desk.session().map(|session| backup_words(at, session.clock().today())));
    [Some(saved), place, full, backup].into_iter().flatten().collect()
}
