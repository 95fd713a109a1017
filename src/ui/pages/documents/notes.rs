//! What the worker knows of a document and the document does not say.

use leptos::prelude::*;

use super::Begun;
use crate::navigation::DocumentStep;
use crate::services::documents::{LeftOut, Missing};
use crate::services::guarding::Stopped;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::show::stopped_list;
use crate::ui::shell::page::Page;

/// What could still be recorded, each with the way there.
pub(super) fn missing(missing: Vec<Missing>) -> Option<AnyView> {
    if missing.is_empty() {
        return None;
    }
    let line = |it: Missing| view! { <li><a class="govuk-link" href=it.to.to_hash()>{it.words}</a></li> };
    Some(
        view! {
            <h2 class="govuk-heading-m">"What could still be recorded"</h2>
            <ul class="govuk-list govuk-list--bullet">{missing.into_iter().map(line).collect_view()}</ul>
        }
        .into_any(),
    )
}

/// "3 parts are not for Joe and were left out", and which.
pub(super) fn left_out(words: Option<String>, left_out: &[LeftOut]) -> Option<AnyView> {
    let summary = words?;
    let line = |it: &LeftOut| {
        let what = match it.to.clone() {
            Some(to) => view! { <a class="govuk-link" href=to>{it.what.clone()}</a> }.into_any(),
            None => it.what.clone().into_any(),
        };
        view! { <li>{what} " – " {it.why.clone()}</li> }
    };
    let lines = left_out.iter().map(line).collect_view();
    Some(
        view! { <Details summary><ul class="govuk-list govuk-list--bullet">{lines}</ul></Details> }
            .into_any(),
    )
}

/// What to be careful of before it is given.
pub(super) fn cautions(cautions: Vec<String>, protected: Vec<Stopped>) -> Vec<AnyView> {
    let line = |words: String| view! { <WarningText>{words}</WarningText> }.into_any();
    let told = (!protected.is_empty()).then(|| {
        view! {
            <WarningText>"It says something that is protected. Make sure of who will have it, and where it will lie."</WarningText>
            {stopped_list(protected)}
        }
        .into_any()
    });
    cautions.into_iter().map(line).chain(told).collect()
}

/// Why it is not made, and the way to choose again.
pub(super) fn not_made(begun: Begun, why: String) -> AnyView {
    let again = begun.back(DocumentStep::Sections);
    view! {
        <Page heading="This document is not made yet" back=again.clone()>
            <p class="govuk-body">{why}</p>
            <p class="govuk-body">
                <a class="govuk-link" href=again.to_hash()>"Choose who it is for"</a>
            </p>
        </Page>
    }
    .into_any()
}
