use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::homes::Homes;
use super::undecided::UndecidedCards;
use super::{Own, report, report_refused};
use crate::model::ids::{FamilyId, PersonId, RelationshipId};
use crate::model::relationship::{Kind, Relationship};
use crate::navigation::{FamilyPage, Route};
use crate::services::relation_form::{
    DOES_NOT_HOLD, HOLDS, NOT_KNOWN, OTHER, field, read_relation, relation_boxes,
};
use crate::services::two_versions::relationship_lines;
use crate::services::words::sentence;
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::select::Select;
use crate::ui::pages::in_family::InFamily;
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// How people stand to each other, and where they live.
#[component]
pub fn Relationships(family: FamilyId) -> impl IntoView {
    view! { <InFamily family page=page /> }
}

fn page(book: Arc<Workbook>) -> AnyView {
    let known: Vec<(RelationshipId, Relationship)> =
        book.relationships.all().map(|(id, relation)| (id, relation.clone())).collect();
    let one = |(id, relation): (RelationshipId, Relationship)| {
        let told = relationship_lines(&book, &relation);
        let words = told.first().cloned().unwrap_or_default();
        let facts = told.into_iter().skip(1).map(|fact| view! { <span>{fact} " "</span> }).collect_view();
        view! {
            <li class="app-person">
                <p class="app-person__name">{words.clone()}</p>
                <p class="app-person__facts">{facts}</p>
                <RelationForm book=book.clone() known=Some((id, relation)) words=words.clone() />
                <RemoveRelation book=book.clone() id words />
            </li>
        }
        .into_any()
    };
    let rows = known.into_iter().map(one).collect_view();
    view! {
        <Page heading="Relationships and homes" back=Route::family(book.id, FamilyPage::People)>
            <UndecidedCards book=book.clone() />
            <h2 class="govuk-heading-m">"Relationships"</h2>
            <ul class="govuk-list">{rows}</ul>
            <RelationForm book=book.clone() known=None words=String::new() />
            <Homes book=book.clone() />
        </Page>
    }
    .into_any()
}

/// Everybody of the family, to choose from.
pub(super) fn people(book: &Workbook) -> Vec<(PersonId, String)> {
    let everyone = book.children().into_iter().chain(book.adults());
    everyone.map(|(id, person)| (id, person.display_name().to_owned())).collect()
}

fn kinds() -> Vec<Choice> {
    let known = Kind::KNOWN.iter().map(|kind| Choice::new(kind.label(), sentence(kind.label())));
    known.chain([Choice::new(OTHER, "Something else")]).collect()
}

/// One relationship's boxes; empty ones for a new one. Ending it is giving it an end.
#[component]
pub(super) fn RelationForm(
    book: Arc<Workbook>,
    known: Option<(RelationshipId, Relationship)>,
    words: String,
) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let id = known.as_ref().map(|(id, _)| *id);
    let seen = StoredValue::new(id.map(|id| book.relationships.head_ids(id)).unwrap_or_default());
    let boxes = known.as_ref().map(|(_, relation)| relation_boxes(relation)).unwrap_or_default();
    let suffix = id.map_or("new".to_owned(), |id| id.to_string());
    let heading = if id.is_some() { "Changing a relationship" } else { "A new relationship" };
    let form = DraftForm::open(format!("{family}/relation/{suffix}"), Some(family), heading);
    let own = Own(StoredValue::new(suffix));
    let text = |of: &str| form.text(&own.id(of), boxes.get(of).cloned().unwrap_or_default());
    let (from, kind, kind_words) = (text(field::FROM), text(field::KIND), text(field::KIND_WORDS));
    let (to, responsibility) = (text(field::TO), text(field::RESPONSIBILITY));
    let date = |of: fn(&Relationship) -> Option<_>| DateFields::of(known.as_ref().and_then(|(_, it)| of(it)));
    let start = form.date(&own.id(field::START), date(|relation| relation.start));
    let end = form.date(&own.id(field::END), date(|relation| relation.end));
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let save = move |()| {
        let relationship = match read_relation(&own.plain(form.values()), desk.today()) {
            Ok(relationship) => relationship,
            Err(wrong) => {
                report(errors, own.wrong(wrong));
                return;
            }
        };
        let fresh = || desk.session()?.new_relationship_id().ok();
        let Some(id) = id.or_else(fresh) else { return };
        let command = Command::RecordRelationship { id, relationship, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Relationship saved")),
                Err(error) => report_refused(errors, &own.id(field::TO), &error),
            }
        });
    };
    let choices: Vec<Choice> =
        people(&book).into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let summary = match id {
        Some(_) => format!("Change or end: {words}"),
        None => "Add a relationship".to_owned(),
    };
    let inside = move || {
        let choices = choices.clone();
        open.get().then(|| {
            let holds = vec![
                Choice::new(HOLDS, "Yes"),
                Choice::new(DOES_NOT_HOLD, "No"),
                Choice::new(NOT_KNOWN, "Not known"),
            ];
            view! {
                <ErrorSummary errors />
                <SideForm errors on_submit=Callback::new(save)>
                    <Select id=own.id(field::FROM) label="Who" choices=choices.clone() value=from />
                    <Select id=own.id(field::KIND) label="Is the" choices=kinds() value=kind />
                    <Input id=own.id(field::KIND_WORDS) label="If something else, in your own words" value=kind_words />
                    <Select id=own.id(field::TO) label="Of" choices=choices value=to />
                    <Radios
                        id=own.id(field::RESPONSIBILITY)
                        legend="Do they hold parental responsibility?"
                        hint="For a child only"
                        choices=holds
                        value=responsibility
                        inline=true
                    />
                    <DateInput id=own.id(field::START) legend="Since when (optional)" value=start rough=true />
                    <DateInput id=own.id(field::END) legend="Until when, if it has ended (optional)" value=end rough=true />
                    <Button kind=ButtonKind::Secondary>"Save relationship"</Button>
                </SideForm>
            }
        })
    };
    view! { <Details summary=summary open=open>{inside}</Details> }
}

/// A relationship that was entered in error. The history keeps that it was.
#[component]
fn RemoveRelation(book: Arc<Workbook>, id: RelationshipId, words: String) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let seen = StoredValue::new(book.relationships.head_ids(id));
    let form =
        DraftForm::open(format!("{family}/relation/{id}/remove"), Some(family), "Removing a relationship");
    let box_id = format!("remove-{id}");
    let why = form.text(&box_id, "");
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let at = StoredValue::new(box_id.clone());
    let remove = move |()| {
        let reason = why.get_untracked().trim().to_owned();
        if reason.is_empty() {
            errors.report_one(at.get_value(), "Enter why it is being removed");
            return;
        }
        let command = Command::RemoveRelationship { id, reason, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Removed. The history keeps that it was entered.")),
                Err(error) => report_refused(errors, &at.get_value(), &error),
            }
        });
    };
    view! {
        <Details summary=format!("Entered in error: {words}") open=open>
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(remove)>
                <Input id=box_id.clone() label="Why is it being removed?" value=why />
                <Button kind=ButtonKind::Warning>"Remove relationship"</Button>
            </SideForm>
        </Details>
    }
}
