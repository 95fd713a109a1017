use std::sync::Arc;

use leptos::prelude::*;

use super::{Begun, notes};
use crate::navigation::DocumentStep;
use crate::services::documents::hints;
use crate::services::documents::making::{Making, TOGETHER, field, people, readers};
use crate::services::here::Here;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::radios::Radios;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::with_here;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// Whom the document is for.
pub(super) fn page(begun: Begun, book: &Arc<Workbook>) -> AnyView {
    let Begun { desk, kind, .. } = begun;
    let before = begun.answered();
    let reader = RwSignal::new(before.reader.clone());
    let together = RwSignal::new(before.together.clone());
    let errors = FormErrors::new();
    let offered = |here: &Here<'_>| {
        (kind.title(here), kind.purpose(), readers(here, kind), people(here, kind), hints(here, kind))
    };
    let Some((title, purpose, readers, people, missing)) = with_here(desk, book, offered) else {
        return view! { <NotFound /> }.into_any();
    };
    if readers.is_empty() {
        return view! { <NotFound /> }.into_any();
    }
    let own = book.clone();
    let go_on = move |()| {
        let answered =
            Making { reader: reader.get_untracked(), together: together.get_untracked(), ..before.clone() };
        match with_here(desk, &own, |here| answered.reader(here)) {
            Some(Ok(_)) => begun.go_on(answered, DocumentStep::Sections),
            Some(Err(wrong)) => errors.report_one(wrong.field, wrong.message),
            None => {}
        }
    };
    let choices = readers.into_iter().map(|(value, label)| {
        let several = value == TOGETHER;
        let choice = Choice::new(value, label);
        if !several {
            return choice;
        }
        let people = people.clone();
        choice.reveal(move || {
            let choices: Vec<Choice> = people.iter().map(|(id, name)| Choice::new(id, name)).collect();
            view! { <Checkboxes id=field::TOGETHER legend="Who?" choices=choices values=together /> }
        })
    });
    let choices: Vec<Choice> = choices.collect();
    view! {
        <Page heading="Who is it for?" caption=title back=begun.back(DocumentStep::For) errors=errors>
            <p class="govuk-body">{purpose}</p>
            <Form errors on_submit=Callback::new(go_on)>
                <Radios
                    id=field::READER
                    legend="Select who will read it"
                    hint="What is for somebody of the family holds only what they may see."
                    choices=choices
                    value=reader
                />
                <Button>"Continue"</Button>
            </Form>
            {notes::missing(missing)}
        </Page>
    }
    .into_any()
}
