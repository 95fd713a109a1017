//! What is not shown, and what must not be: for the worker alone.

use leptos::prelude::*;

use crate::navigation::Route;
use crate::services::guarding::Stopped;
use crate::services::prepare::{Made, left_out_words};
use crate::ui::govuk::details::Details;
use crate::ui::govuk::warning_text::WarningText;

/// What must not reach them and still stands there, with where it was written: nothing is shown before it is gone.
pub(super) fn stopped_words(stopped: Vec<Stopped>) -> Option<AnyView> {
    if stopped.is_empty() {
        return None;
    }
    Some(
        view! {
            <WarningText>
                "This must not reach those who are here. Take it out, or change what is shared or who sees it."
            </WarningText>
            {stopped_list(stopped)}
        }
        .into_any(),
    )
}

/// Sentence by sentence, each with where it was written.
pub fn stopped_list(stopped: Vec<Stopped>) -> AnyView {
    let way = |(title, page): (String, Option<Route>)| match page {
        Some(page) => view! { <a class="govuk-link" href=page.to_hash()>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let line = |it: Stopped| {
        let written = it.written.into_iter().map(|it| view! { <br /> {way(it)} }).collect_view();
        view! { <li>{format!("“{}”", it.sentence)} {written}</li> }
    };
    view! { <ul class="govuk-list govuk-list--bullet">{stopped.into_iter().map(line).collect_view()}</ul> }
        .into_any()
}

/// What is not shown, and why: for the worker alone.
pub(super) fn left_out(made: &Made) -> Option<AnyView> {
    let summary = left_out_words(made)?;
    let line = |(words, why): (String, String)| view! { <li>{words} " – " {why}</li> };
    let lines = made.left_out.iter().map(|it| line((it.words.clone(), it.why.clone()))).collect_view();
    Some(
        view! { <Details summary><ul class="govuk-list govuk-list--bullet">{lines}</ul></Details> }
            .into_any(),
    )
}
