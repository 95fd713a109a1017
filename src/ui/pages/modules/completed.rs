//! "Have you completed this section?" Always a person's choice, and changeable at any time.

use std::sync::Arc;

use leptos::context::Provider;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::entry_reading::{By, SoFar};
use crate::services::programme_grid::Answer;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::radios::Radios;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

use super::Here;

const YES: &str = "yes";
const LATER: &str = "later";
const ID: &str = "completed";

#[component]
pub(super) fn Completed(here: Here, book: Memo<Arc<Workbook>>, asking: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let value = RwSignal::new(match book.with_untracked(|book| standing(book, here)) {
        Some(Answer::Yes) => YES.to_owned(),
        Some(Answer::Later) => LATER.to_owned(),
        None => String::new(),
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let chosen = match value.get_untracked().as_str() {
            YES => Answer::Yes,
            LATER => Answer::Later,
            _ => {
                errors.report_one(ID, "Choose whether you have completed this section");
                return;
            }
        };
        errors.clear();
        let empty = book.with_untracked(|book| SoFar::of(book, here.part).standing.is_empty());
        if chosen == Answer::Yes && empty {
            asking.set(true);
        } else {
            answer(desk, here, book, chosen, asking);
        }
    };
    let choices = vec![Choice::new(YES, "Yes"), Choice::new(LATER, "No, I will come back later")];
    let two_answers = move || book.with(|book| disagreement(book, here));
    view! {
        <ErrorSummary errors />
        <form novalidate on:submit=submit>
            <Provider value=errors>
                <Radios
                    id=ID
                    legend="Have you completed this section?"
                    size=Size::Medium
                    hint="You can change this at any time."
                    choices
                    value
                />
                {two_answers}
                <Button kind=ButtonKind::Secondary>"Save answer"</Button>
            </Provider>
        </form>
    }
}

fn standing(book: &Workbook, here: Here) -> Option<Answer> {
    Answer::standing(book.status(here.part.module, here.part.subject))
}

/// Two people answered without knowing of each other.
fn disagreement(book: &Workbook, here: Here) -> Option<AnyView> {
    let thing = book.statuses.get(here.part).filter(|thing| thing.is_in_conflict())?;
    let answers: Vec<String> = thing
        .heads()
        .into_iter()
        .filter_map(|version| Some(format!("{} says {}", By::of(book, version).name, version.value?.label())))
        .collect();
    let words =
        format!("Two answers stand beside each other: {}. Saving an answer decides.", answers.join("; "));
    Some(view! { <p class="govuk-body">{words}</p> }.into_any())
}

/// Records the answer and says so, with a way back.
pub(super) fn answer(
    desk: Desk,
    here: Here,
    book: Memo<Arc<Workbook>>,
    answer: Answer,
    asking: RwSignal<bool>,
) {
    let now = book.get_untracked();
    let before = now.status(here.part.module, here.part.subject);
    let seen = now.statuses.head_ids(here.part);
    let status = answer.status(before);
    let words = format!("{}: {}.", here.words(&now), status.label().to_lowercase());
    spawn_local(async move {
        let command = Command::SetStatus { part: here.part, status, seen };
        let notice = match desk.record(here.family, vec![command]).await {
            Ok(_) => Notice::new(words).with_undo(move || spawn_local(take_back(desk, here, before))),
            Err(error) => Notice::new(format!("This was not recorded. {error}")),
        };
        asking.try_set(false);
        desk.shell.announce(notice);
    });
}

async fn take_back(desk: Desk, here: Here, status: crate::model::entry::ModuleStatus) {
    let Some(book) = untrack(move || desk.workbook(here.family)) else { return };
    let seen = book.statuses.head_ids(here.part);
    let words =
        match desk.record(here.family, vec![Command::SetStatus { part: here.part, status, seen }]).await {
            Ok(book) => format!("{}: {} again.", here.words(&book), status.label().to_lowercase()),
            Err(error) => format!("This was not taken back. {error}"),
        };
    desk.shell.announce(Notice::new(words));
}
