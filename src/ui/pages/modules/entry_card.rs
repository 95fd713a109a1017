//! One entry as it is read. Every word of it is text, with its line breaks.

use leptos::prelude::*;

use crate::model::source::Source;
use crate::navigation::{FamilyPage, Leaf, Route, Sheet};
use crate::services::entry_reading::{Card, Line};
use crate::services::sheets::source::address;
use crate::ui::desk::use_desk;
use crate::ui::govuk::details::Details;

use super::Here;

/// The entry, with what can be done with it.
#[component]
pub(super) fn EntryCard(here: Here, card: Card) -> impl IntoView {
    let about = format!(" entry of {}", card.done_on);
    let link = |text: &'static str, href: String| {
        view! {
            <a class="govuk-link" href=href>
                {text}
                <span class="govuk-visually-hidden">{about.clone()}</span>
            </a>
        }
    };
    let of = address(Source::Entry(card.id));
    let mark = Route::family(here.family, FamilyPage::sheet_of(Sheet::Mark, of));
    let visits = Route::family(here.family, FamilyPage::leaf(Leaf::Visits));
    let open = use_desk().workbook(here.family).is_some_and(|book| book.closed_on().is_none());
    let actions = view! {
        <p class="app-entry__actions">
            {open.then(|| link("Amend", here.entry(card.id).to_hash()))} " "
            {link("History", here.history(card.id).to_hash())} " "
            {(!card.beside.is_empty()).then(|| link("What was said in visits", visits.to_hash()))} " "
            {open.then(|| link("Mark for the chronology", mark.to_hash()))} " "
            {open.then(|| link("Entered in error", here.withdraw(card.id).to_hash()))}
        </p>
    };
    let heading = view! { <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{card.done_on.clone()}</h3> };
    view! { <article class="app-entry">{heading} {reading(card.clone())} {actions}</article> }
}

/// The entry alone, without its date, which is its heading.
pub(super) fn reading(card: Card) -> AnyView {
    let changed = card.changed_by.map(|by| view! { <span>{format!("changed by {}", by.words())}</span> });
    let undecided = card.undecided.then(|| view! { <span><strong>"Needs your decision"</strong></span> });
    let there =
        (!card.present.is_empty()).then(|| view! { <span>{format!("There: {}", card.present)}</span> });
    let certainty = format!("app-known app-known--{}", card.certainty.code());
    let questions = (!card.questions.is_empty()).then(|| {
        let count = match card.questions.len() {
            1 => "Speaks to 1 question".to_owned(),
            many => format!("Speaks to {many} questions"),
        };
        let lines = card.questions.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
        view! { <Details summary=count><ul class="govuk-list govuk-list--bullet">{lines}</ul></Details> }
    });
    view! {
        <p class="app-entry__meta">
            <span>{card.by.words()}</span>
            " "
            {changed}
            " "
            <span>{format!("version {}", card.version)}</span>
            " "
            {undecided}
            " "
            {there}
        </p>
        <p class="app-entry__meta">
            <span class="app-known">{card.how_known}</span>
            " "
            <span class=certainty>{card.certainty_words}</span>
        </p>
        {lines(card.lines)}
        {lines(card.beside)}
        {questions}
        {audience(card.audience)}
    }
    .into_any()
}

/// What an entry, or a version of one, says.
pub(super) fn lines(lines: Vec<Line>) -> AnyView {
    lines
        .into_iter()
        .map(|line| {
            let text = match line.quote {
                true => view! { <blockquote class="app-quote">{line.text}</blockquote> }.into_any(),
                false => view! { <p class="app-entry__text">{line.text}</p> }.into_any(),
            };
            view! {
                <div class="app-entry__part">
                    <p class="app-entry__label">{line.label}</p>
                    {text}
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// Who can see it: the team, or the team and these people.
pub(super) fn audience(names: Vec<String>) -> AnyView {
    let team = view! {
        <li class="app-audience__chip app-audience__chip--team">
            {glyph(LOCK)} {if names.is_empty() { "Team only" } else { "Team" }}
        </li>
    };
    let people = names
        .into_iter()
        .map(|name| view! { <li class="app-audience__chip app-audience__chip--person">{glyph(PERSON)} {name}</li> })
        .collect_view();
    view! {
        <div class="app-entry__part">
            <p class="app-entry__label">"Who can see this"</p>
            <ul class="app-audience">{team} {people}</ul>
        </div>
    }
    .into_any()
}

fn glyph(path: &'static str) -> AnyView {
    view! {
        <svg class="app-audience__glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
    .into_any()
}

const LOCK: &str = "M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z";
const PERSON: &str = "M8 8a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-7 7c0-3.5 3-6 7-6s7 2.5 7 6z";
