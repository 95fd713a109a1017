use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::harm::WhoHarmed;
use super::report_refused;
use crate::model::dates::PartialDate;
use crate::model::ids::PersonId;
use crate::model::person::Separation;
use crate::model::subject::Pair;
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

/// From whom this adult is kept apart. Beginning it takes one press; ending it takes a reason.
#[component]
pub(super) fn Separations(book: Arc<Workbook>, person: PersonId) -> impl IntoView {
    let others: Vec<PersonId> =
        book.adults().into_iter().map(|(id, _)| id).filter(|other| *other != person).collect();
    let none = others.is_empty().then(|| {
        view! { <p class="govuk-body">"There is no other adult in this workbook."</p> }
    });
    let rows = others
        .into_iter()
        .filter_map(|other| Pair::of(person, other).ok().map(|pair| (other, pair)))
        .map(|(other, pair)| match book.is_separated(pair) {
            true => view! { <Standing book=book.clone() pair other /> }.into_any(),
            false => begin(&book, pair, other),
        })
        .collect_view();
    view! {
        <h2 class="govuk-heading-m">"Safety separation"</h2>
        <p class="govuk-body">
            "While it stands, what names one of two adults is never offered to the other, and they are never
            assessed jointly. Every page of this family says that it is on."
        </p>
        {none}
        {rows}
    }
}

fn begin(book: &Workbook, pair: Pair, other: PersonId) -> AnyView {
    let desk = use_desk();
    let family = book.id;
    let seen = book.separations.head_ids(pair);
    let set = Callback::new(move |()| {
        let since = Some(PartialDate::day(desk.today()));
        let separation = Separation { in_force: true, since, why: String::new(), said_to_harm: None };
        let command = Command::SetSeparation { pair, separation, seen: seen.clone() };
        spawn_local(async move {
            let words = match desk.record(family, vec![command]).await {
                Ok(_) => "Safety separation is on".to_owned(),
                Err(error) => error.to_string(),
            };
            desk.shell.announce(Notice::new(words));
        });
    });
    view! {
        <Button kind=ButtonKind::Secondary on_press=set>
            {format!("Set safety separation from {}", book.name_of(other))}
        </Button>
    }
    .into_any()
}

const WHY: &str = "separation-why";

/// It stands; ending it asks why.
#[component]
fn Standing(book: Arc<Workbook>, pair: Pair, other: PersonId) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let name = book.name_of(other);
    let since = book.separations.current(pair).and_then(|separation| separation.since);
    let since = since.map(|date| format!(" since {date}")).unwrap_or_default();
    let seen = StoredValue::new(book.separations.head_ids(pair));
    let [a, b] = pair.both();
    let form =
        DraftForm::open(format!("{family}/separation/{a}/{b}"), Some(family), "Ending safety separation");
    let id = format!("{WHY}-{other}");
    let why = form.text(&id, "");
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let why_id = StoredValue::new(id.clone());
    let end = move |()| {
        let separation = Separation {
            in_force: false,
            since: Some(PartialDate::day(desk.today())),
            why: why.get_untracked().trim().to_owned(),
            said_to_harm: None,
        };
        let command = Command::SetSeparation { pair, separation, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Safety separation has ended")),
                Err(error) => report_refused(errors, &why_id.get_value(), &error),
            }
        });
    };
    view! {
        <p class="govuk-body govuk-!-font-weight-bold">{format!("Separated from {name}{since}")}</p>
        <WhoHarmed book pair />
        <Details summary=format!("End safety separation from {name}") open=open>
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(end)>
                <Input id=id.clone() label="Why is it ending?" hint="Say who decided, and what has changed." value=why />
                <Button kind=ButtonKind::Warning>"End safety separation"</Button>
            </SideForm>
        </Details>
    }
}
