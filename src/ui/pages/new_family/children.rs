use leptos::prelude::*;

use crate::navigation::NewFamilyStep;
use crate::services::new_family::{answer, field, place_words, rows};
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::fieldset::Fieldset;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::radios::Radios;
use crate::ui::pages::new_family::rows::{Changes, add, remove_button};
use crate::ui::pages::new_family::step::{Step, open_draft};

/// The children, born or not yet.
#[component]
pub(super) fn Children() -> impl IntoView {
    let changes = RwSignal::new(0);
    move || {
        changes.track();
        list(changes)
    }
}

fn list(changes: Changes) -> AnyView {
    let form = open_draft();
    let fields = form.values();
    let keys = rows(&fields, field::CHILDREN);
    let only_one = keys.len() == 1;
    let children: Vec<Child> =
        keys.iter().map(|key| Child::new(form, key, place_words(&fields, key))).collect();
    let list = StoredValue::new(children);
    let all = move || {
        let fields = form.values();
        let row = |child: Child| {
            let remove =
                (!only_one).then(|| remove_button(form, &fields, field::CHILDREN, &child.key, changes));
            view! { <Fieldset legend=child.place.clone() size=Size::Medium>{child.boxes()} {remove}</Fieldset> }
        };
        list.get_value().into_iter().map(row).collect_view()
    };
    view! {
        <Step step=NewFamilyStep::Children form>
            <h1 class="govuk-heading-l">"Who are the children?"</h1>
            <p class="govuk-body">
                "Add every child in the family, with or without a plan of their own. A child who is not born
                yet can be added too."
            </p>
            {all()}
            <div>
            <Button
                kind=ButtonKind::Secondary
                id="add-row"
                on_press=Callback::new(move |()| add(form, field::CHILDREN, changes))
            >
                "Add another child"
            </Button>
            </div>
        </Step>
    }
    .into_any()
}

/// The boxes about one child.
#[derive(Clone)]
struct Child {
    key: String,
    place: String,
    name: RwSignal<String>,
    known_as: RwSignal<String>,
    arrival: RwSignal<String>,
    birth: DateFields,
    due: DateFields,
}

impl Child {
    fn new(form: DraftForm, key: &str, place: String) -> Self {
        let id = |part: &str| field::of(key, part);
        Self {
            key: key.to_owned(),
            place,
            name: form.text(&id("name"), ""),
            known_as: form.text(&id("known-as"), ""),
            arrival: form.text(&id("arrival"), ""),
            birth: form.date(&id("birth"), DateFields::new()),
            due: form.date(&id("due"), DateFields::new()),
        }
    }

    fn boxes(&self) -> AnyView {
        let id = |part: &str| field::of(&self.key, part);
        let options = InputOptions { width: "govuk-!-width-two-thirds", ..InputOptions::default() };
        let (birth, birth_id) = (self.birth, id("birth"));
        let (due, due_id) = (self.due, id("due"));
        let born = Choice::new(answer::BORN, "Yes").reveal(move || {
            let hint = "For example, 27 3 2019. If you do not know it yet, leave it empty.";
            view! { <DateInput id=birth_id.clone() legend="Date of birth" hint=hint value=birth rough=true /> }
        });
        let unborn = Choice::new(answer::UNBORN, "Not yet").reveal(move || {
            view! { <DateInput id=due_id.clone() legend="Due date" value=due rough=true /> }
        });
        view! {
            <Input id=id("name") label="Full name" value=self.name options />
            <Input id=id("known-as") label="What they like to be called (optional)" value=self.known_as options />
            <Radios
                id=id("arrival")
                legend="Has this child been born?"
                choices=vec![born, unborn]
                value=self.arrival
            />
        }
        .into_any()
    }
}
