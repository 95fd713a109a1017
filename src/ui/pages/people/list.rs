use std::sync::Arc;

use leptos::prelude::*;

use super::family_details::FamilyDetails;
use super::undecided::UndecidedCards;
use super::{lines, link};
use crate::model::ids::{FamilyId, PersonId};
use crate::model::person::{Arrival, Person};
use crate::navigation::{FamilyPage, Route};
use crate::services::two_versions::{death_words, household_lines, relationship_lines};
use crate::ui::desk::use_desk;
use crate::ui::govuk::button::ButtonLink;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::writing::while_open;
use crate::workbook::fold::Workbook;

/// Everybody in one family, and what holds them together.
#[component]
pub fn People(family: FamilyId) -> impl IntoView {
    view! { <InFamily family page=page /> }
}

fn page(book: Arc<Workbook>) -> AnyView {
    let add = Route::family(book.id, FamilyPage::PersonNew).to_hash();
    view! {
        <h1 class="govuk-heading-l">"People"</h1>
        <UndecidedCards book=book.clone() />
        {while_open(&book, || view! { <ButtonLink href=add>"Add a person"</ButtonLink> }.into_any())}
        <p class="govuk-body">{link(book.id, FamilyPage::Map, "Family map")}</p>
        <h2 class="govuk-heading-m">"Children"</h2>
        {everyone(&book, book.children(), "No children are recorded yet.")}
        <h2 class="govuk-heading-m">"Adults"</h2>
        {everyone(&book, book.adults(), "No adults are recorded yet.")}
        {separations(&book)}
        {between(&book)}
        {while_open(&book, || view! { <FamilyDetails book=book.clone() /> }.into_any())}
    }
    .into_any()
}

fn everyone(book: &Workbook, people: Vec<(PersonId, &Person)>, none: &'static str) -> AnyView {
    if people.is_empty() {
        return view! { <p class="govuk-body">{none}</p> }.into_any();
    }
    let rows = people.into_iter().map(|(id, person)| one(book, id, person)).collect_view();
    view! { <ul class="govuk-list app-people">{rows}</ul> }.into_any()
}

fn one(book: &Workbook, id: PersonId, person: &Person) -> AnyView {
    let today = use_desk().today();
    let name = match (person.known_as.trim(), person.name.trim()) {
        ("", _) | (_, "") => String::new(),
        (_, name) => name.to_owned(),
    };
    let age = match person.arrival {
        Arrival::Born(Some(date)) => match person.age(today) {
            Some(age) => format!("Age {age}, born {date}"),
            None => format!("Born {date}"),
        },
        Arrival::Born(None) => String::new(),
        Arrival::Unborn { due: Some(due) } => format!("Not yet born, due {due}"),
        Arrival::Unborn { due: None } => "Not yet born".to_owned(),
    };
    let workflow = match book.workflow.current(id) {
        _ if book.in_workflow(id) => "In the workflow".to_owned(),
        Some(workflow) if !workflow.why.trim().is_empty() => {
            format!("Not in the workflow: {}", workflow.why)
        }
        _ => "Not in the workflow".to_owned(),
    };
    let died = person.died.map(|death| death_words(death.on)).unwrap_or_default();
    let facts = [name, age, died, workflow].into_iter().filter(|fact| !fact.is_empty());
    let facts = facts.map(|fact| view! { <span>{fact} " "</span> }).collect_view();
    view! {
        <li class="app-person">
            <p class="app-person__name">
                {link(book.id, FamilyPage::Person { person: id }, person.display_name())}
            </p>
            <p class="app-person__facts">{facts}</p>
        </li>
    }
    .into_any()
}

fn separations(book: &Workbook) -> Option<AnyView> {
    let pairs = book.separated_pairs();
    let row = |pair: crate::model::subject::Pair| {
        let [a, b] = pair.both();
        let page = FamilyPage::Person { person: a };
        let words = format!("Between {} and {}", book.name_of(a), book.name_of(b));
        view! { <li>{link(book.id, page, words)}</li> }
    };
    (!pairs.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"Safety separation"</h2>
            <ul class="govuk-list">{pairs.into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    })
}

fn between(book: &Workbook) -> AnyView {
    let relations = book.relationships.all().map(|(_, relation)| {
        view! { <li>{relationship_lines(book, relation).join(". ")}</li> }
    });
    let relations: Vec<_> = relations.collect();
    let homes = book.households.all().map(|(_, home)| {
        view! { <li>{lines(household_lines(book, home))}</li> }
    });
    let homes: Vec<_> = homes.collect();
    let none = |empty: bool, words: &'static str| empty.then(|| view! { <p class="govuk-body">{words}</p> });
    let change = || {
        let change = link(book.id, FamilyPage::Relationships, "Change relationships and homes");
        view! { <p class="govuk-body">{change}</p> }.into_any()
    };
    view! {
        <h2 class="govuk-heading-m">"Relationships"</h2>
        {none(relations.is_empty(), "No relationships are recorded yet.")}
        <ul class="govuk-list">{relations}</ul>
        <h2 class="govuk-heading-m">"Homes"</h2>
        {none(homes.is_empty(), "Nothing is recorded about who lives together.")}
        <ul class="govuk-list govuk-list--spaced">{homes}</ul>
        {while_open(book, change)}
    }
    .into_any()
}
