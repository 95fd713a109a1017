use leptos::prelude::*;

use crate::navigation::NewFamilyStep;
use crate::services::new_family::{answer, called, field, rows};
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::radios::Radios;
use crate::ui::pages::new_family::step::{Step, open_draft};

/// Who the work is with, since when, and why somebody is left out.
#[component]
pub(super) fn Workflow() -> impl IntoView {
    let form = open_draft();
    let fields = form.values();
    let everyone = rows(&fields, field::CHILDREN).into_iter().chain(rows(&fields, field::ADULTS));
    let people: Vec<Person> = everyone.map(|key| Person::new(form, called(&fields, &key), &key)).collect();
    let people = StoredValue::new(people);
    view! {
        <Step step=NewFamilyStep::Workflow form>
            <h1 class="govuk-heading-l">"Who are we working with?"</h1>
            <p class="govuk-body">
                "The workflow is who this family’s work is with. It may leave out children who live elsewhere,
                connected carers or a birth parent. Everyone stays in the workbook."
            </p>
            {people.with_value(|people| people.iter().map(Person::boxes).collect_view())}
        </Step>
    }
}

#[derive(Clone)]
struct Person {
    key: String,
    called: String,
    inside: RwSignal<String>,
    in_since: DateFields,
    out_since: DateFields,
    out_why: RwSignal<String>,
}

impl Person {
    fn new(form: DraftForm, called: String, key: &str) -> Self {
        let id = |part: &str| field::of(key, part);
        Self {
            key: key.to_owned(),
            called,
            inside: form.text(&id("workflow"), ""),
            in_since: form.date(&id("in-since"), DateFields::new()),
            out_since: form.date(&id("out-since"), DateFields::new()),
            out_why: form.text(&id("out-why"), ""),
        }
    }

    fn boxes(&self) -> AnyView {
        const SINCE: &str = "Since when (optional)";
        let id = |part: &str| field::of(&self.key, part);
        let (in_since, in_id) = (self.in_since, id("in-since"));
        let (out_since, out_id) = (self.out_since, id("out-since"));
        let (why, why_id) = (self.out_why, id("out-why"));
        let inside = Choice::new(answer::YES, "Yes").reveal(move || {
            view! { <DateInput id=in_id.clone() legend=SINCE value=in_since /> }
        });
        let outside = Choice::new(answer::NO, "No").reveal(move || {
            view! {
                <Input id=why_id.clone() label="Why not" value=why />
                <DateInput id=out_id.clone() legend=SINCE value=out_since />
            }
        });
        view! {
            <Radios
                id=id("workflow")
                legend=format!("Is {} in the workflow?", self.called)
                size=Size::Small
                choices=vec![inside, outside]
                value=self.inside
            />
        }
        .into_any()
    }
}
