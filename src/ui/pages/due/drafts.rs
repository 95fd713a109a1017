use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::{NewFamilyStep, Route};
use crate::services::clock::moment_words;
use crate::services::drafts::{Draft, listed};
use crate::ui::desk::Desk;
use crate::ui::govuk::button::{ButtonGroup, ButtonKind, ButtonLink};
use crate::ui::govuk::notification_banner::Notice;

/// Which family a draft belongs to, in words.
fn whose(desk: Desk, draft: &Draft) -> String {
    let book = draft.family.and_then(|family| desk.workbook(family));
    book.map(|book| book.label()).unwrap_or_default()
}

/// The sentence that was left in the middle; else where to begin.
pub fn go_on(desk: Desk) -> AnyView {
    let newest = desk.drafts.with(|drafts| listed(drafts).into_iter().next());
    if let Some(draft) = newest {
        let family = whose(desk, &draft);
        let words = draft.first_words();
        let heading = draft.heading.clone();
        let when = moment_words(draft.touched, desk.today());
        return view! {
            <section class="app-continue" aria-labelledby="continue">
                <h2 class="govuk-heading-m" id="continue">"Continue where you left off"</h2>
                <p class="govuk-body">
                    <a class="govuk-link govuk-!-font-weight-bold" href=draft.route.clone()>{heading}</a>
                    {(!family.is_empty()).then(|| format!(", {family}"))}
                </p>
                {(!words.is_empty()).then(|| view! { <p class="govuk-body">{format!("“{words}”")}</p> })}
                <p class="govuk-body app-cluster">
                    <span class="app-muted">{format!("Draft saved {when}")}</span>
                    " "
                    {discard(desk, draft)}
                </p>
            </section>
        }
        .into_any();
    }
    let families = desk.families.with(|families| families.len());
    if families > 0 {
        return view! {
            <p class="govuk-body">
                "Nothing is unfinished. " <a class="govuk-link" href=Route::Families.to_hash()>"My families"</a>
            </p>
        }
        .into_any();
    }
    view! {
        <p class="govuk-body">"There are no families here yet. What you have to do next will appear here."</p>
        <ButtonGroup>
            <ButtonLink href=Route::FamilyNew(NewFamilyStep::Label).to_hash()>"Add a family"</ButtonLink>
            <ButtonLink href=Route::ShareOpen.to_hash() kind=ButtonKind::Secondary>"Open a bundle"</ButtonLink>
        </ButtonGroup>
    }
    .into_any()
}

/// Every other draft.
pub fn unfinished(desk: Desk) -> Option<AnyView> {
    let others: Vec<Draft> = desk.drafts.with(|drafts| listed(drafts).into_iter().skip(1).collect());
    let row = |draft: Draft| {
        let family = whose(desk, &draft);
        let when = moment_words(draft.touched, desk.today());
        view! {
            <li class="app-row">
                <div class="app-row__main">
                    <a class="govuk-link" href=draft.route.clone()>{draft.heading.clone()}</a>
                    {(!family.is_empty()).then(|| format!(", {family}"))}
                    <div class="app-muted">{draft.first_words()}</div>
                </div>
                <div class="app-row__aside app-cluster">
                    <span class="app-muted">{when}</span>
                    " "
                    {discard(desk, draft)}
                </div>
            </li>
        }
        .into_any()
    };
    (!others.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Unfinished"</h2>
            <ul class="app-rows">{others.into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}

/// Throws a draft away, with a way back for as long as this page stands.
fn discard(desk: Desk, draft: Draft) -> AnyView {
    let about = draft.heading.clone();
    let throw = move |_| {
        let draft = draft.clone();
        spawn_local(async move {
            desk.throw_away(&draft.key).await;
            let notice = Notice::new("Draft thrown away");
            desk.shell.announce(notice.with_undo(move || bring_back(desk, draft.clone())));
        });
    };
    view! {
        <button type="button" class="app-link-button" on:click=throw>
            "Discard"
            <span class="govuk-visually-hidden">{format!(" draft: {about}")}</span>
        </button>
    }
    .into_any()
}

fn bring_back(desk: Desk, draft: Draft) {
    let Some(session) = desk.session() else { return };
    if session.keep_draft(draft).is_ok() {
        desk.shell.dismiss_notice();
        desk.refresh();
    }
}
