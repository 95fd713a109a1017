use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::{EntryId, EventId};
use crate::services::entry_form::field;
use crate::services::entry_reading::card_of;
use crate::services::session::RecordError;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::not_found::NotFound;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;

use super::entry_card::reading;
use super::{Here, NotRecorded, in_family};

const SAVE: &str = "Mark as entered in error";

/// Marks an entry as entered in error. It is taken out of what we know so far, and never deleted.
#[component]
pub fn Withdraw(here: Here, entry: EntryId) -> impl IntoView {
    in_family(here.family, Some(here.part.subject), move |desk, book| {
        let Some(card) = card_of(&book, entry) else { return view! { <NotFound /> }.into_any() };
        let form = DraftForm::open(
            format!("withdraw.{}.{entry}", here.family),
            Some(here.family),
            format!("Entry marked as entered in error, {}", here.words(&book)),
        );
        let reason = form.text(field::REASON, "");
        let seen: Vec<String> = book.entries.head_ids(entry).iter().map(ToString::to_string).collect();
        let seen = form.ticks("seen", seen);
        form.keep_typing();
        let errors = FormErrors::new();
        let failed = RwSignal::new(None);
        let busy = RwSignal::new(false);
        let submit = move |()| {
            if busy.get_untracked() {
                return;
            }
            let reason = reason.get_untracked();
            if reason.trim().is_empty() {
                errors.report_one(field::REASON, "Enter why this was entered in error");
                return;
            }
            errors.clear();
            busy.set(true);
            let seen = seen.get_untracked().iter().filter_map(|id| id.parse::<EventId>().ok()).collect();
            spawn_local(async move {
                let command = Command::WithdrawEntry { id: entry, reason, seen };
                match desk.record(here.family, vec![command]).await {
                    Ok(_) => {
                        form.discard().await;
                        desk.tell(Notice::new(
                            "The entry is marked as entered in error. It can be brought back from its history.",
                        ));
                        desk.navigator.replace(&here.module());
                    }
                    Err(RecordError::Refused(refusal)) => {
                        busy.try_set(false);
                        errors.report_one(field::REASON, refusal.to_string());
                    }
                    Err(error) => {
                        busy.try_set(false);
                        failed.try_set(Some(error.to_string()));
                    }
                }
            });
        };
        view! {
            <Page
                heading="Was this entered in error?"
                caption=here.words(&book)
                back=here.module()
                errors=errors
                beside=move || view! { <SaveState form /> }
            >
                <DraftNote becomes=SAVE />
                <NotRecorded why=failed />
                <article class="app-entry">
                    <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{card.done_on.clone()}</h2>
                    {reading(card)}
                </article>
                <WarningText>
                    "Use this when the entry should never have been made, such as in the wrong family. It leaves
                    what we know so far, and stays in the history with your reason."
                </WarningText>
                <Form errors on_submit=Callback::new(submit)>
                    <Textarea
                        id=field::REASON
                        label="Why was this entered in error?"
                        value=reason
                        rows=2
                    />
                    <ButtonGroup>
                        <Button kind=ButtonKind::Warning busy>{SAVE}</Button>
                        <a class="govuk-link" href=here.module().to_hash()>"Cancel"</a>
                    </ButtonGroup>
                </Form>
            </Page>
        }
        .into_any()
    })
}
