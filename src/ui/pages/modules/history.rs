//! How an entry came to be what it is, version by version; bringing an old one back; and deciding between
//! two that stand beside each other.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::{EntryId, EventId};
use crate::services::clock::{date_words, time_words};
use crate::services::entry_reading::{self, Differs, Told};
use crate::services::session::RecordError;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::govuk::timeline::{Timeline, TimelineItem};
use crate::ui::pages::not_found::NotFound;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;
use crate::workbook::history::Change;

use super::conflict::Decide;
use super::entry_card::lines;
use super::{Here, NotRecorded, in_family, live};

const SAVE: &str = "Bring back this version";

#[component]
pub fn EntryHistory(here: Here, entry: EntryId) -> impl IntoView {
    in_family(here.family, Some(here.part.subject), move |desk, book| {
        if book.entries.get(entry).is_none() {
            return view! { <NotFound /> }.into_any();
        }
        let caption = here.words(&book);
        let book = live(desk, here.family, book);
        let restoring = RwSignal::new(waiting(desk, here, entry));
        let inside = move || {
            let book = book.get();
            let Some(thing) = book.entries.get(entry) else { return ().into_any() };
            let told = entry_reading::history(&book, thing);
            let decide = thing.is_in_conflict().then(|| view! { <Decide here book=book.clone() entry /> });
            let unchanged = (told.len() == 1)
                .then(|| view! { <p class="govuk-body">"This entry has not been changed."</p> });
            let items =
                told.into_iter().map(|told| item(here, entry, book.clone(), told, restoring)).collect_view();
            view! {
                {decide}
                {unchanged}
                <Timeline>{items}</Timeline>
            }
            .into_any()
        };
        view! {
            <Page heading="History of this entry" caption=caption back=here.module()>
                {inside}
            </Page>
        }
        .into_any()
    })
}

/// The version that somebody had begun to bring back.
fn waiting(desk: crate::ui::desk::Desk, here: Here, entry: EntryId) -> Option<EventId> {
    let start = key(here, entry, "");
    desk.drafts.with_untracked(|drafts| {
        drafts.iter().find_map(|draft| draft.key.0.strip_prefix(start.as_str())?.parse().ok())
    })
}

fn key(here: Here, entry: EntryId, version: &str) -> String {
    format!("restore.{}.{entry}.{version}", here.family)
}

fn item(
    here: Here,
    entry: EntryId,
    book: Arc<Workbook>,
    told: Told,
    restoring: RwSignal<Option<EventId>>,
) -> AnyView {
    let event = told.event;
    let number = told.number;
    let title = match (told.stands, told.entry.is_some()) {
        (true, true) => format!("Version {number}, which stands now"),
        (_, true) => format!("Version {number}"),
        (true, false) => format!("Version {number}: entered in error, as it stands now"),
        (false, false) => format!("Version {number}: entered in error"),
    };
    let when = format!("{} at {}", date_words(told.recorded), time_words(told.recorded));
    let reason = (!told.reason.is_empty()).then(|| {
        view! {
            <div class="app-entry__part">
                <p class="app-entry__label">"Why it was changed"</p>
                <p class="app-entry__text">{told.reason}</p>
            </div>
        }
    });
    let gap = told.gap.then(|| {
        view! {
            <p class="govuk-body">
                <strong>"There is a gap here."</strong>
                " This version was made from one that is not in this workbook, or that this version of the app
                cannot open. It is not lost where it was made."
            </p>
        }
    });
    let says = match (told.from, &told.entry) {
        (None, Some(first)) => lines(entry_reading::lines(&book, first)),
        _ => told.differs.into_iter().map(differs).collect_view().into_any(),
    };
    let can_restore = !told.stands && told.entry.is_some();
    let restore = move || {
        can_restore.then(|| match restoring.get() == Some(event) {
            true => view! { <Restore here entry event number restoring /> }.into_any(),
            false => view! {
                <p class="govuk-body">
                    <button
                        type="button"
                        class="app-link-button"
                        on:click=move |_| {
                            restoring.set(Some(event));
                            request_animation_frame(|| crate::ui::focus::on_field(WHY));
                        }
                    >
                        {format!("Bring back version {number}")}
                    </button>
                </p>
            }
            .into_any(),
        })
    };
    view! {
        <TimelineItem title datetime=told.recorded.to_rfc3339() when by=told.by.words()>
            {reason}
            {gap}
            {says}
            {restore}
        </TimelineItem>
    }
    .into_any()
}

/// The difference in one text. Marks are said in words too, since a screen reader may not say them.
fn differs(found: Differs) -> AnyView {
    let run = |change: Change| match change {
        Change::Same(text) => text.into_any(),
        Change::Added(text) => view! {
            <ins>
                <span class="govuk-visually-hidden">"added: "</span>
                {text}
                <span class="govuk-visually-hidden">" end of added. "</span>
            </ins>
        }
        .into_any(),
        Change::Removed(text) => view! {
            <del>
                <span class="govuk-visually-hidden">"removed: "</span>
                {text}
                <span class="govuk-visually-hidden">" end of removed. "</span>
            </del>
        }
        .into_any(),
    };
    view! {
        <div class="app-entry__part">
            <p class="app-entry__label">{found.label}</p>
            <p class="app-entry__text app-diff">{found.changes.into_iter().map(run).collect_view()}</p>
        </div>
    }
    .into_any()
}

const WHY: &str = "restore-why";

/// Bringing a version back makes a new one that says the same. Only one is open at a time.
#[component]
fn Restore(
    here: Here,
    entry: EntryId,
    event: EventId,
    number: usize,
    restoring: RwSignal<Option<EventId>>,
) -> impl IntoView {
    let desk = use_desk();
    let book = untrack(move || desk.workbook(here.family));
    let thing = book.as_ref().and_then(|book| book.entries.get(entry));
    let old = thing.and_then(|thing| thing.versions().find(|version| version.event == event)?.value.clone());
    let seen: Vec<String> =
        thing.map(|thing| thing.head_ids()).unwrap_or_default().iter().map(ToString::to_string).collect();
    let words = book.as_ref().map(|book| here.words(book)).unwrap_or_default();
    let form = DraftForm::open(
        key(here, entry, &event.to_string()),
        Some(here.family),
        format!("Bringing back version {number}, {words}"),
    );
    let why = form.text(WHY, "");
    let seen = form.ticks("seen", seen);
    form.keep_typing();
    let old = StoredValue::new(old);
    let errors = FormErrors::new();
    let failed = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let submit = move |()| {
        let reason = why.get_untracked();
        if reason.trim().is_empty() {
            errors.report_one(WHY, "Enter why you are bringing this version back");
            return;
        }
        let Some(old) = old.get_value().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        errors.clear();
        failed.set(None);
        let seen = seen.get_untracked().iter().filter_map(|id| id.parse::<EventId>().ok()).collect();
        spawn_local(async move {
            let command = Command::AmendEntry { id: entry, entry: old, reason, seen };
            match desk.record(here.family, vec![command]).await {
                Ok(_) => {
                    form.discard().await;
                    restoring.try_set(None);
                    desk.shell.announce(Notice::new(format!(
                        "Version {number} is brought back as a new version. Every version stays in the history."
                    )));
                }
                Err(RecordError::Refused(refusal)) => {
                    busy.try_set(false);
                    errors.report_one(WHY, refusal.to_string());
                }
                Err(error) => {
                    busy.try_set(false);
                    failed.try_set(Some(error.to_string()));
                }
            }
        });
    };
    view! {
        <SaveState form />
        <DraftNote becomes=SAVE />
        <NotRecorded why=failed />
        <ErrorSummary errors />
        <Form errors on_submit=Callback::new(submit)>
            <Textarea
                id=WHY
                label=format!("Why are you bringing back version {number}?")
                value=why
                rows=2
            />
            <ButtonGroup>
                <Button kind=ButtonKind::Secondary busy>{SAVE}</Button>
                <button
                    type="button"
                    class="app-link-button"
                    on:click=move |_| restoring.set(None)
                >
                    "Cancel"
                </button>
            </ButtonGroup>
        </Form>
    }
}
