use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::Route;
use crate::services::clock::Clock;
use crate::services::supervision::live::{Live, PRINCIPLES, PROMPTS, time_words};
use crate::ui::desk::use_desk;
use crate::ui::govuk::button::{ButtonKind, ButtonLink};
use crate::ui::govuk::details::Details;

/// How often the time is read again.
const TICK: Duration = Duration::from_secs(10);

/// When the talk began, and whether its time is shown. It outlives what is drawn on the page.
#[derive(Clone, Copy)]
pub struct Timer {
    began: DateTime<Utc>,
    now: RwSignal<DateTime<Utc>>,
    shown: RwSignal<bool>,
}

impl Timer {
    /// Begins to count. It stops with the page.
    pub fn start() -> Self {
        let desk = use_desk();
        let read = move || desk.session().map(|session| session.clock().now()).unwrap_or_default();
        let began = read();
        let now = RwSignal::new(began);
        let tick = set_interval_with_handle(
            move || {
                let _gone = now.try_set(read());
            },
            TICK,
        );
        on_cleanup(move || {
            if let Ok(tick) = tick {
                tick.clear();
            }
        });
        Self { began, now, shown: RwSignal::new(true) }
    }
}

/// Whose supervision it is, its time, and the way out of the shared screen. It says what every page of the family
/// says: that it is made up, and that safety separation stands in it.
pub fn bar(family: FamilyId, page: &Live, timer: Timer) -> AnyView {
    let minutes = page.minutes;
    let words = move || timer.shown.get().then(|| time_words(timer.began, timer.now.get(), minutes));
    let toggle = move |_| timer.shown.update(|shown| *shown = !*shown);
    let label = move || if timer.shown.get() { "Hide time" } else { "Show time" };
    let back = Route::family(family, page.back.clone()).to_hash();
    let separated = page.separated.then(|| {
        view! {
            <p class="app-family-header__separation">
                "Safety separation is on. Check who may see it before you show, print or share."
            </p>
        }
    });
    let example = page
        .example
        .then(|| view! { <p class="app-example app-live__example">"Example: this family is made up."</p> });
    view! {
        {example}
        <div class="app-title-row">
            <h1 class="govuk-heading-l">
                <span class="govuk-caption-l">{format!("Family {}", family.short())} " "</span>
                {page.title.clone()}
            </h1>
            <p class="govuk-body app-cluster">
                <span class="app-live__time">{words}</span>
                " "
                <button type="button" class="app-link-button" on:click=toggle>{label}</button>
                " "
                <ButtonLink href=back kind=ButtonKind::Secondary>"End screen share"</ButtonLink>
            </p>
        </div>
        {separated}
        {page.read_only.clone().map(|words| view! { <p class="govuk-body">{words}</p> })}
    }
    .into_any()
}

/// What a team is reminded of while it talks.
pub fn prompts() -> AnyView {
    let prompt = |(name, question): (&'static str, &'static str)| {
        view! { <li><strong>{name}": "</strong>{question}</li> }
    };
    let principle = |words: &'static str| view! { <li>{words}</li> };
    view! {
        <aside class="app-prompts" aria-label="Practice prompts">
            <ul class="app-prompts__list">{PROMPTS.map(prompt).into_iter().collect_view()}</ul>
            <Details summary="The six practice principles">
                <ul class="govuk-list govuk-list--bullet">
                    {PRINCIPLES.map(principle).into_iter().collect_view()}
                </ul>
                <p class="govuk-body">"The questions beside them are this app’s own."</p>
            </Details>
        </aside>
    }
    .into_any()
}
