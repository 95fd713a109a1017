use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::person_boxes::PersonBoxes;
use super::{report, report_refused};
use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::services::person_form::{box_of, field, read};
use crate::services::session::RecordError;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::in_family::InFamily;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// Somebody who was not in the workbook yet.
#[component]
pub fn PersonNew(family: FamilyId) -> impl IntoView {
    view! { <InFamily family page=page /> }
}

fn page(book: Arc<Workbook>) -> AnyView {
    let desk = use_desk();
    let family = book.id;
    let form = DraftForm::open(format!("{family}/person/new"), Some(family), "A new person");
    let boxes = PersonBoxes::new(form, None);
    form.keep_typing();
    let errors = FormErrors::new();
    let save = move |()| {
        let person = match read(&form.values(), desk.today()) {
            Ok(person) => person,
            Err(wrong) => {
                report(errors, wrong);
                return;
            }
        };
        let Some(Ok(id)) = desk.session().map(|session| session.new_person_id()) else { return };
        let name = person.display_name().to_owned();
        let draft = form.key();
        spawn_local(async move {
            let command = Command::RecordPerson { id, person, seen: vec![] };
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => {
                    desk.tell(Notice::new(format!("{name} was added")));
                    desk.navigator.go(&Route::family(family, FamilyPage::Person { person: id }));
                }
                Err(RecordError::Refused(refusal)) => {
                    report_refused(errors, box_of(&refusal), &RecordError::Refused(refusal.clone()));
                }
                Err(error) => report_refused(errors, field::NAME, &error),
            }
        });
    };
    view! {
        <Page heading="Add a person" back=Route::family(family, FamilyPage::People) errors beside=move || view! { <SaveState form /> }>
            <DraftNote becomes="Add this person" />
            <Form errors on_submit=Callback::new(save)>
                {boxes.view()}
                <Button>"Add this person"</Button>
            </Form>
        </Page>
    }
    .into_any()
}
