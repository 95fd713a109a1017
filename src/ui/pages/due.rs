use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::{NewFamilyStep, Route, SecurityTask};
use crate::services::clock::Clock;
use crate::services::clock::moment_words;
use crate::services::drafts::Draft;
use crate::services::keeping::{backup_is_late, backup_words};
use crate::services::leaf::{Part, Row};
use crate::services::leaves::due::{self, Bucket};
use crate::services::overview::{Recorded, recorded_lately};
use crate::services::session::FamilyState;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{ButtonGroup, ButtonKind, ButtonLink};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::records::parts;
use crate::ui::shell::page::Page;

/// Where the working day begins: the sentence that was left in the middle, what is unfinished, and what was
/// recorded lately.
#[component]
pub fn Due() -> impl IntoView {
    let desk = use_desk();
    view! {
        {move || recovery_sheet(desk)}
        {move || backup(desk)}
        <Page heading="What is due">
            {move || go_on(desk)}
            {move || outstanding(desk)}
            {move || unfinished(desk)}
            {move || lately(desk)}
        </Page>
    }
}

fn recovery_sheet(desk: Desk) -> Option<AnyView> {
    let unconfirmed = desk.profile.get().is_some_and(|profile| !profile.recovery_confirmed);
    let href = Route::Security(SecurityTask::RecoverySheet).to_hash();
    unconfirmed.then(|| {
        view! {
            <Alert kind=AlertKind::Warning title="You have no recovery sheet yet">
                <p class="govuk-body">
                    "If you forget your passphrase, nobody can open your records for you. "
                    <a class="govuk-link" href=href>"Make a recovery sheet"</a>
                </p>
            </Alert>
        }
        .into_any()
    })
}

fn backup(desk: Desk) -> Option<AnyView> {
    let backed_up = desk.profile.get()?.backed_up;
    let something = desk.families.with(|families| {
        families.iter().any(|state| matches!(state, FamilyState::Open(book) if !book.is_example()))
    });
    let today = desk.today();
    (something && backup_is_late(backed_up, today)).then(|| {
        let (title, words) = match backed_up {
            None => (
                "You have never backed up".to_owned(),
                "If this device is lost, everything recorded on it is lost. ",
            ),
            Some(_) => {
                (backup_words(backed_up, today), "If this device is lost, the work since then is lost. ")
            }
        };
        view! {
            <Alert kind=AlertKind::Warning title=title>
                <p class="govuk-body">
                    {words}
                    <a class="govuk-link" href=Route::ShareBackup.to_hash()>"Back up now"</a>
                </p>
            </Alert>
        }
        .into_any()
    })
}

/// Which family a draft belongs to, in words.
fn whose(desk: Desk, draft: &Draft) -> String {
    let book = draft.family.and_then(|family| desk.workbook(family));
    book.map(|book| book.label()).unwrap_or_default()
}

fn go_on(desk: Desk) -> AnyView {
    let newest = desk.drafts.with(|drafts| drafts.first().cloned());
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

/// What has to be done in every family, by when.
fn outstanding(desk: Desk) -> Vec<AnyView> {
    let (Some(profile), Some(session)) = (desk.profile.get(), desk.session()) else { return Vec::new() };
    let now = session.clock().now();
    let history = profile.history();
    let mut rows: Vec<(Bucket, Row)> = desk.families.with(|families| {
        let open = families.iter().filter_map(|state| match state {
            FamilyState::Open(book) => Some(book),
            FamilyState::CannotBeOpened(_) => None,
        });
        open.flat_map(|book| due::rows(book, &history, now)).collect()
    });
    rows.sort_by_key(|(bucket, _)| *bucket);
    let section = |bucket: Bucket| {
        let own: Vec<Row> = rows.iter().filter(|(it, _)| *it == bucket).map(|(_, row)| row.clone()).collect();
        let heading = format!("{} ({})", bucket.heading(), own.len());
        (!own.is_empty()).then_some([Part::Heading(heading), Part::List(own)])
    };
    Bucket::ALL.into_iter().filter_map(section).flatten().map(parts::part).collect()
}

fn unfinished(desk: Desk) -> Option<AnyView> {
    let others: Vec<Draft> = desk.drafts.with(|drafts| drafts.iter().skip(1).cloned().collect());
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

fn lately(desk: Desk) -> Option<AnyView> {
    let books: Vec<_> = desk.families.with(|families| {
        let open = families.iter().filter_map(|state| match state {
            FamilyState::Open(book) => Some(book.clone()),
            FamilyState::CannotBeOpened(_) => None,
        });
        open.collect()
    });
    let found = recorded_lately(books.iter().map(Arc::as_ref), 8);
    let today = desk.today();
    let row = |recorded: Recorded| {
        let label = desk.workbook(recorded.family).map(|book| book.label());
        super::recorded_row(recorded, label, today)
    };
    (!found.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Recorded lately"</h2>
            <ul class="app-rows">{found.into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}
