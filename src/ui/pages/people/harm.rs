use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::report_refused;
use crate::model::ids::PersonId;
use crate::model::person::Separation;
use crate::model::subject::Pair;
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::radios::Radios;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// Which of two who are kept apart is said to have harmed the other: what they are shown waits for a second person.
#[component]
pub(super) fn WhoHarmed(book: Arc<Workbook>, pair: Pair) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let stands = book.separations.current(pair).cloned();
    let said = stands.as_ref().and_then(|it| it.said_to_harm);
    let seen = StoredValue::new(book.separations.head_ids(pair));
    let [a, b] = pair.both();
    let id = StoredValue::new(format!("said-to-harm-{a}-{b}"));
    let choices: Vec<Choice> =
        [a, b].map(|person| Choice::new(person.to_string(), book.name_of(person))).to_vec();
    let who = RwSignal::new(said.map(|it| it.to_string()).unwrap_or_default());
    let errors = FormErrors::new();
    let words = match said {
        Some(person) => format!("{} is said to have harmed the other", book.name_of(person)),
        None => "Nobody has said who is said to have harmed the other".to_owned(),
    };
    let save = move |()| {
        let Ok(person) = who.get_untracked().parse::<PersonId>() else {
            return errors.report_one(id.get_value(), "Select who is said to have harmed the other");
        };
        let Some(before) = stands.clone() else { return };
        let separation = Separation { said_to_harm: Some(person), ..before };
        let command = Command::SetSeparation { pair, separation, seen: seen.get_value() };
        spawn_local(async move {
            match desk.record(family, vec![command]).await {
                Ok(_) => desk.shell.announce(Notice::new("Who is said to have harmed the other was saved")),
                Err(error) => report_refused(errors, &id.get_value(), &error),
            }
        });
    };
    view! {
        <p class="govuk-body">{words}</p>
        <Details summary="Say who is said to have harmed the other">
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(save)>
                <p class="govuk-body">
                    "What this person is shown is read by a manager first. Until it is said, so is what either of the
                    two is shown. It is said to the team alone."
                </p>
                <Radios id=id.get_value() legend="Who is said to have harmed the other?" choices=choices value=who />
                <Button kind=ButtonKind::Secondary>"Save"</Button>
            </SideForm>
        </Details>
    }
}
