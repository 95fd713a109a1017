use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::report_refused;
use crate::model::ids::PersonId;
use crate::navigation::{FamilyPage, Route};
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::notification_banner::Notice;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

const WHY: &str = "remove-why";

/// Somebody who was entered in error. The history keeps that they were.
#[component]
pub(super) fn RemovePerson(book: Arc<Workbook>, person: PersonId) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let name = book.name_of(person);
    let seen = StoredValue::new(book.people.head_ids(person));
    let heading = format!("Removing {name}");
    let form = DraftForm::open(format!("{family}/remove/{person}"), Some(family), heading);
    let why = form.text(WHY, "");
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let remove = move |()| {
        let reason = why.get_untracked().trim().to_owned();
        if reason.is_empty() {
            errors.report_one(WHY, "Enter why they are being removed");
            return;
        }
        let command = Command::RemovePerson { id: person, reason, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => {
                    desk.tell(Notice::new("Removed. The history keeps that they were entered."));
                    desk.navigator.replace(&Route::family(family, FamilyPage::People));
                }
                Err(error) => report_refused(errors, WHY, &error),
            }
        });
    };
    view! {
        <Details summary="This person was entered in error" open=open>
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(remove)>
                <p class="govuk-body">
                    "Someone who is named in an entry cannot be removed. To leave somebody out of the work, take
                    them out of the workflow instead."
                </p>
                <Input id=WHY label="Why are they being removed?" value=why />
                <Button kind=ButtonKind::Warning>{format!("Remove {name}")}</Button>
            </SideForm>
        </Details>
    }
}
