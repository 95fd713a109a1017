//! What the team says in the assessment about this module, as it stands now. Each change is a version.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::entry::Statement;
use crate::model::ids::EventId;
use crate::services::clock::date_words;
use crate::services::entry_reading::By;
use crate::services::session::RecordError;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;
use crate::workbook::versioned::Version;

use super::{Here, NotRecorded};

const STRENGTHS: &str = "statement-strengths";
const NEEDS: &str = "statement-needs";
const ANALYSIS: &str = "statement-analysis";
const SAVE: &str = "Save statement";

#[component]
pub(super) fn StatementSoFar(here: Here, book: Memo<Arc<Workbook>>) -> impl IntoView {
    let desk = use_desk();
    let key = format!("statement.{}.{}.{}", here.family, here.part.module, here.part.subject);
    // Someone who left in the middle of a sentence comes back into it.
    let waiting = desk.drafts.with_untracked(|drafts| drafts.iter().any(|draft| draft.key.0 == key));
    let editing = RwSignal::new(waiting);
    move || match editing.get() {
        true => view! { <Editing here book editing key=key.clone() /> }.into_any(),
        false => reading(here, book, editing),
    }
}

fn reading(here: Here, book: Memo<Arc<Workbook>>, editing: RwSignal<bool>) -> AnyView {
    let stands = move || {
        book.with(|book| {
            let versions: Vec<AnyView> = book
                .statements
                .get(here.part)
                .map(|thing| thing.heads().into_iter().map(|version| one(book, version)).collect())
                .unwrap_or_default();
            match versions.len() {
                0 => view! { <p class="govuk-body">"Nothing is written for the assessment yet."</p> }
                    .into_any(),
                1 => versions.into_any(),
                _ => view! {
                    <p class="govuk-body">
                        <strong>"Two statements stand beside each other."</strong>
                        " Write the statement again to decide. Both stay in the history."
                    </p>
                    <div class="app-compare">
                        {versions
                            .into_iter()
                            .map(|version| view! { <div class="app-compare__column">{version}</div> })
                            .collect_view()}
                    </div>
                }
                .into_any(),
            }
        })
    };
    let earlier = move || book.with(|book| earlier(book, here));
    let words = move || match book.with(|book| book.statements.get(here.part).is_some()) {
        true => "Change the statement",
        false => "Write the statement",
    };
    let is_open = Memo::new(move |_| book.with(|book| book.closed_on().is_none()));
    let open = Callback::new(move |()| {
        editing.set(true);
        request_animation_frame(|| crate::ui::focus::on_field(STRENGTHS));
    });
    let change =
        move || view! { <Button kind=ButtonKind::Secondary on_press=open>{words}</Button> }.into_any();
    view! {
        <h2 class="govuk-heading-m">"Statement for the assessment"</h2>
        {stands}
        {earlier}
        {move || is_open.get().then(change)}
    }
    .into_any()
}

fn one(book: &Workbook, version: &Version<Statement>) -> AnyView {
    let statement = version.value.clone().unwrap_or_default();
    let part = |label: &'static str, text: String| {
        (!text.trim().is_empty()).then(|| {
            view! {
                <div class="app-entry__part">
                    <p class="app-entry__label">{label}</p>
                    <p class="app-entry__text">{text}</p>
                </div>
            }
        })
    };
    view! {
        {part("Strengths", statement.strengths)}
        {part("Needs", statement.needs)}
        {part("Analysis", statement.analysis)}
        <p class="app-entry__meta">
            {format!("{}, {}", By::of(book, version).words(), date_words(version.recorded))}
        </p>
    }
    .into_any()
}

fn earlier(book: &Workbook, here: Here) -> Option<AnyView> {
    let thing = book.statements.get(here.part)?;
    let heads = thing.head_ids();
    let old: Vec<AnyView> = thing
        .versions()
        .rev()
        .filter(|version| !heads.contains(&version.event))
        .map(|version| view! { <div class="app-entry app-entry--old">{one(book, version)}</div> }.into_any())
        .collect();
    (!old.is_empty())
        .then(|| view! { <Details summary="Statements before this one">{old}</Details> }.into_any())
}

#[component]
fn Editing(here: Here, book: Memo<Arc<Workbook>>, editing: RwSignal<bool>, key: String) -> impl IntoView {
    let desk = use_desk();
    let now = book.get_untracked();
    let stands = now.statements.current(here.part).cloned().unwrap_or_default();
    let seen: Vec<String> = now.statements.head_ids(here.part).iter().map(ToString::to_string).collect();
    let form = DraftForm::open(key, Some(here.family), format!("Statement, {}", here.words(&now)));
    let strengths = form.text(STRENGTHS, stands.strengths);
    let needs = form.text(NEEDS, stands.needs);
    let analysis = form.text(ANALYSIS, stands.analysis);
    let seen = form.ticks("seen", seen);
    form.keep_typing();
    let errors = FormErrors::new();
    let failed = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let submit = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        errors.clear();
        let statement = Statement {
            strengths: strengths.get_untracked(),
            needs: needs.get_untracked(),
            analysis: analysis.get_untracked(),
        };
        let seen = seen.get_untracked().iter().filter_map(|id| id.parse::<EventId>().ok()).collect();
        spawn_local(async move {
            let command = Command::WriteStatement { part: here.part, statement, seen };
            match desk.record(here.family, vec![command]).await {
                Ok(_) => {
                    form.discard().await;
                    editing.try_set(false);
                    desk.shell.announce(Notice::new(
                        "Statement saved. It is on this device only until you back up or share.",
                    ));
                }
                Err(RecordError::Refused(refusal)) => {
                    busy.try_set(false);
                    errors.report_one(STRENGTHS, refusal.to_string());
                }
                Err(error) => {
                    busy.try_set(false);
                    failed.try_set(Some(error.to_string()));
                }
            }
        });
    };
    let cancel = move |_| editing.set(false);
    view! {
        <div class="app-title-row">
            <h2 class="govuk-heading-m">"Statement for the assessment"</h2>
            <SaveState form />
        </div>
        <DraftNote becomes=SAVE />
        <NotRecorded why=failed />
        <ErrorSummary errors />
        <Form errors on_submit=Callback::new(submit)>
            <Textarea id=STRENGTHS label="Strengths" value=strengths />
            <Textarea id=NEEDS label="Needs" value=needs />
            <Textarea id=ANALYSIS label="Analysis" value=analysis />
            <ButtonGroup>
                <Button kind=ButtonKind::Secondary busy>{SAVE}</Button>
                <button type="button" class="app-link-button" on:click=cancel>
                    "Cancel"
                    <span class="govuk-visually-hidden">" and keep the draft"</span>
                </button>
            </ButtonGroup>
        </Form>
    }
}
