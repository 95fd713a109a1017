use std::sync::Arc;

use leptos::prelude::*;

use super::{Begun, notes};
use crate::navigation::DocumentStep;
use crate::services::documents::making::field;
use crate::services::here::Here;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::with_here;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// What is in the document.
pub(super) fn page(begun: Begun, book: &Arc<Workbook>) -> AnyView {
    let Begun { desk, kind, .. } = begun;
    let before = begun.answered();
    let made = |here: &Here<'_>| {
        let (reader, made) = before.made(here, kind)?;
        let left_out = made.left_out_words(here, &reader);
        Ok::<_, String>((kind.title(here), made, left_out))
    };
    let (title, made, left_out) = match with_here(desk, book, made) {
        None => return view! { <NotFound /> }.into_any(),
        Some(Err(why)) => return notes::not_made(begun, why),
        Some(Ok(made)) => made,
    };
    let all: Vec<String> = made.sections.iter().map(|it| it.title.clone()).collect();
    let ticked: Vec<String> =
        made.sections.iter().filter(|it| it.included).map(|it| it.title.clone()).collect();
    let choices: Vec<Choice> = all.iter().map(|title| Choice::new(title, title)).collect();
    let none = all.is_empty();
    let values = RwSignal::new(ticked);
    let errors = FormErrors::new();
    let go_on = move |()| {
        let mut answered = before.clone();
        match answered.keep(&all, &values.get_untracked()) {
            Ok(()) => begun.go_on(answered, DocumentStep::Preview),
            Err(wrong) => errors.report_one(wrong.field, wrong.message),
        }
    };
    let form = match none {
        true => view! {
            <p class="govuk-body">"Nothing that is recorded can stand in it for whoever it is for."</p>
        }
        .into_any(),
        false => view! {
            <Form errors on_submit=Callback::new(go_on)>
                <Checkboxes
                    id=field::SECTIONS
                    legend="Select the parts that it will have"
                    choices=choices
                    values=values
                />
                <Button>"Preview"</Button>
            </Form>
        }
        .into_any(),
    };
    view! {
        <Page heading="What is in it?" caption=title back=begun.back(DocumentStep::Sections) errors=errors>
            {form}
            {notes::left_out(left_out, &made.left_out)}
            {notes::missing(made.missing)}
        </Page>
    }
    .into_any()
}
