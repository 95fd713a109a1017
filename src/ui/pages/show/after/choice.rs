//! What is chosen of one thing that was said: whose words they are, where nobody said so, and where they go.

use leptos::prelude::*;

use crate::model::ids::{PersonId, SaidId};
use crate::services::session::{AfterVisit, Heard};
use crate::services::visit::after::{MODULE, NOBODY, VISIT, field, perhaps, places};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::select::Select;
use crate::workbook::fold::Workbook;

/// Whose words they are.
pub(super) fn whose(book: &Workbook, it: &AfterVisit, said: SaidId, who: RwSignal<String>) -> AnyView {
    let person = |person: PersonId| Choice::new(person.to_string(), book.name_of(person));
    let people = perhaps(it).into_iter().map(person);
    let nobody = Choice::new(NOBODY, "Somebody else, or nobody knows").after_divider("or");
    let choices: Vec<Choice> = people.chain([nobody]).collect();
    let id = field::of(field::WHO, said);
    view! { <Radios id legend="Whose words are these?" choices value=who /> }.into_any()
}

/// Where they go. What nobody of the family said is kept in a case note.
pub(super) fn choice(
    book: &Workbook,
    it: &AfterVisit,
    heard: &Heard,
    who: RwSignal<String>,
    keep: RwSignal<String>,
    part: RwSignal<String>,
) -> AnyView {
    let who = who.get();
    if who == NOBODY {
        return view! { <p class="govuk-body">"Every word is kept in a case note."</p> }.into_any();
    }
    let modules = places(book, it, heard, who.parse().ok());
    let modules: Vec<Choice> = modules.into_iter().map(|(value, label)| Choice::new(value, label)).collect();
    let place = field::of(field::PLACE, heard.id);
    let select = move || {
        view! { <Select id=place.clone() label="Which module?" choices=modules.clone() value=part /> }
    };
    let choices = vec![
        Choice::new(MODULE, "Put in a module").hint("As their own words, unchanged.").reveal(select),
        Choice::new(VISIT, "Keep in visit only"),
    ];
    let id = field::of(field::KEEP, heard.id);
    view! { <Radios id legend="What do you do with it?" choices value=keep /> }.into_any()
}
