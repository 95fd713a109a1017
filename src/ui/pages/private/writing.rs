use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::closing::Session;
use crate::services::private_session;
use crate::services::private_session::form;
use crate::services::private_session::timing::Closed;
use crate::ui::arrive;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::pages::records::boxes::Boxes;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// The button that records.
const SAVE: &str = "Save plan";

/// The plan, to be written. What is typed is a draft like any other, encrypted and on no list, and goes when it is
/// saved.
pub(super) fn form(book: &Arc<Workbook>, session: Session, shown: &private_session::Session) -> AnyView {
    let desk = session.desk;
    let draft = DraftForm::open(session.draft_key().0, Some(session.family), "Conversation");
    let questions = form::questions();
    let boxes = Boxes::open(draft, &questions, &form::filled(shown.plan()));
    draft.keep_typing();
    let errors = FormErrors::new();
    let busy = RwSignal::new(false);
    let book = book.clone();
    let save = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let command = form::write(&book, session.person, &draft.values());
        spawn_local(async move {
            match desk.record_draft(session.family, vec![command], draft.key()).await {
                Ok(()) => {
                    session.writing.try_set(false);
                    desk.shell.speak("Saved");
                    arrive::settle(None);
                }
                Err(error) => errors.report_one(form::FIRST, error.to_string()),
            }
            busy.try_set(false);
        });
    };
    let today = desk.today();
    let asked = move || questions.into_iter().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
    view! {
        <div class="app-no-print">
            <Page
                heading=private_session::heading(&shown.name)
                errors=errors
                beside=move || view! { <SaveState form=draft /> }
            >
                <DraftNote becomes=SAVE />
                <p class="govuk-body">
                    "Write it in their words. Leave out what is not safe to have written down anywhere."
                </p>
                <Form errors on_submit=Callback::new(save)>
                    {asked()}
                    <ButtonGroup>
                        <Button busy=busy>{SAVE}</Button>
                        <Button kind=ButtonKind::Secondary on_press=move || session.close(Closed::Asked)>
                            "Close now"
                        </Button>
                    </ButtonGroup>
                </Form>
            </Page>
        </div>
    }
    .into_any()
}
