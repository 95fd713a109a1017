use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::person_boxes::PersonBoxes;
use super::remove::RemovePerson;
use super::separation::Separations;
use super::undecided::UndecidedCards;
use super::workflow::WorkflowForm;
use super::{lines, link, report, report_refused};
use crate::model::ids::{FamilyId, PersonId};
use crate::model::person::Person;
use crate::navigation::{FamilyPage, Route};
use crate::services::person_form::{box_of, field, read};
use crate::services::session::RecordError;
use crate::services::two_versions::{person_lines, relationship_lines};
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::writing::while_open;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// One person: what is known of them, how they stand to the others, and whether the work is with them.
#[component]
pub fn PersonPage(family: FamilyId, person: PersonId) -> impl IntoView {
    view! {
        <InFamily
            family
            page=move |book| match book.people.current(person).cloned() {
                Some(known) => page(book, person, known),
                None => view! { <NotFound /> }.into_any(),
            }
        />
    }
}

fn page(book: Arc<Workbook>, id: PersonId, known: Person) -> AnyView {
    let adult = !known.is_child();
    let relations = book
        .relationships
        .all()
        .filter(|(_, relation)| relation.from == id || relation.to == id)
        .map(|(_, relation)| view! { <li>{relationship_lines(&book, relation).join(". ")}</li> })
        .collect_view();
    let change =
        while_open(&book, || view! { <Change book=book.clone() person=id known=known.clone() /> }.into_any());
    let others = while_open(&book, || {
        let separations = adult.then(|| view! { <Separations book=book.clone() person=id /> });
        view! {
            <p class="govuk-body">
                {link(book.id, FamilyPage::Relationships, "Change relationships and homes")}
            </p>
            <WorkflowForm book=book.clone() person=id />
            {separations}
            <RemovePerson book=book.clone() person=id />
        }
        .into_any()
    });
    view! {
        <Page heading=known.display_name().to_owned() back=Route::family(book.id, FamilyPage::People)>
            <UndecidedCards book=book.clone() />
            <div class="govuk-body">{lines(person_lines(&known))}</div>
            {change}
            <h2 class="govuk-heading-m">"Relationships"</h2>
            <ul class="govuk-list">{relations}</ul>
            {others}
        </Page>
    }
    .into_any()
}

/// The boxes, closed until somebody wants to change something or had begun to.
#[component]
fn Change(book: Arc<Workbook>, person: PersonId, known: Person) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let name = known.display_name().to_owned();
    let seen = StoredValue::new(book.people.head_ids(person));
    let form =
        DraftForm::open(format!("{family}/person/{person}"), Some(family), format!("Details of {name}"));
    let boxes = PersonBoxes::new(form, Some(&known));
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let save = move |()| {
        let person_now = match read(&form.values(), desk.today()) {
            Ok(person) => person,
            Err(wrong) => {
                report(errors, wrong);
                return;
            }
        };
        let command = Command::RecordPerson { id: person, person: person_now, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Details saved")),
                Err(RecordError::Refused(refusal)) => {
                    report_refused(errors, box_of(&refusal), &RecordError::Refused(refusal.clone()));
                }
                Err(error) => report_refused(errors, field::NAME, &error),
            }
        });
    };
    view! {
        <Details summary="Change these details" open=open>
            <ErrorSummary errors />
            <Form errors on_submit=Callback::new(save)>
                <SaveState form />
                <DraftNote becomes="Save details" />
                {boxes.view()}
                <Button>"Save details"</Button>
            </Form>
        </Details>
    }
}
