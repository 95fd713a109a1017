use leptos::prelude::*;

use crate::model::person::Person;
use crate::services::person_form::{ADULT, BORN, CHILD, UNBORN, boxes, field};
use crate::services::typed::Fields;
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::govuk::checkboxes::Checkbox;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::textarea::Textarea;

/// The boxes about a person.
#[derive(Clone, Copy)]
pub(super) struct PersonBoxes {
    standing: RwSignal<String>,
    name: RwSignal<String>,
    known_as: RwSignal<String>,
    arrival: RwSignal<String>,
    birth: DateFields,
    due: DateFields,
    died: RwSignal<bool>,
    died_on: DateFields,
    pronouns: RwSignal<String>,
    language: RwSignal<String>,
    interpreter: RwSignal<bool>,
    reading: RwSignal<String>,
    communication: RwSignal<String>,
    notes: RwSignal<String>,
}

impl PersonBoxes {
    /// Boxes that begin with what is known of the person.
    pub(super) fn new(form: DraftForm, known: Option<&Person>) -> Self {
        let known = known.map(boxes).unwrap_or_default();
        let text = |id: &str| form.text(id, known.get(id).cloned().unwrap_or_default());
        Self {
            standing: text(field::STANDING),
            name: text(field::NAME),
            known_as: text(field::KNOWN_AS),
            arrival: text(field::ARRIVAL),
            birth: form.date(field::BIRTH, date(&known, field::BIRTH)),
            due: form.date(field::DUE, date(&known, field::DUE)),
            died: form.tick(field::DIED, known.get(field::DIED).is_some_and(|it| it == "yes")),
            died_on: form.date(field::DIED_ON, date(&known, field::DIED_ON)),
            pronouns: text(field::PRONOUNS),
            language: text(field::LANGUAGE),
            interpreter: form
                .tick(field::INTERPRETER, known.get(field::INTERPRETER).is_some_and(|it| it == "yes")),
            reading: text(field::READING),
            communication: text(field::COMMUNICATION),
            notes: text(field::NOTES),
        }
    }

    pub(super) fn view(self) -> AnyView {
        let half = InputOptions { width: "govuk-!-width-two-thirds", ..InputOptions::default() };
        view! {
            <Radios
                id=field::STANDING
                legend="In this family they are"
                hint="A parent under 18 is recorded as an adult of this family."
                choices=vec![Choice::new(CHILD, "A child"), Choice::new(ADULT, "An adult")]
                value=self.standing
            />
            <Input id=field::NAME label="Full name" value=self.name options=half />
            <Input
                id=field::KNOWN_AS
                label="What they like to be called (optional)"
                value=self.known_as
                options=half
            />
            {self.arrival_view()}
            {self.death_view()}
            <Input id=field::PRONOUNS label="Pronouns (optional)" value=self.pronouns options=half />
            <Input id=field::LANGUAGE label="First language (optional)" value=self.language options=half />
            <Checkbox id=field::INTERPRETER label="They need an interpreter" checked=self.interpreter />
            <Input
                id=field::READING
                label="Reading (optional)"
                hint="For example, large print, Easy Read, or someone to read with"
                value=self.reading
            />
            <Input
                id=field::COMMUNICATION
                label="Communication (optional)"
                hint="For example, Makaton, or more time to answer"
                value=self.communication
            />
            <Textarea
                id=field::NOTES
                label="Anything else a worker should know (optional)"
                hint="Seen by the team only. Addresses and phone numbers do not belong here."
                rows=3
                value=self.notes
            />
        }
        .into_any()
    }

    /// Nothing of somebody who is not born yet.
    fn death_view(self) -> AnyView {
        let unborn = Memo::new(move |_| {
            self.standing.with(|standing| standing != ADULT) && self.arrival.with(|arrival| arrival == UNBORN)
        });
        let on = move || {
            self.died.get().then(|| {
                let hint = "A month and a year, or a year, will do. If you do not know it, leave it empty.";
                view! { <DateInput id=field::DIED_ON legend="Date of death" hint=hint value=self.died_on rough=true /> }
            })
        };
        let asked = move || {
            (!unborn.get()).then(|| {
                view! {
                    <Checkbox id=field::DIED label="They have died" checked=self.died />
                    {on}
                }
            })
        };
        asked.into_any()
    }

    /// Of an adult it is not asked whether they were born.
    fn arrival_view(self) -> AnyView {
        let birth = self.birth;
        let due = self.due;
        let birth_input = move || {
            let hint = "For example, 27 3 2019. If you do not know it yet, leave it empty.";
            view! { <DateInput id=field::BIRTH legend="Date of birth" hint=hint value=birth rough=true /> }
        };
        let adult = Memo::new(move |_| self.standing.with(|standing| standing == ADULT));
        let shown = move || match adult.get() {
            true => birth_input().into_any(),
            false => {
                let born = Choice::new(BORN, "Yes").reveal(move || birth_input().into_any());
                let unborn = Choice::new(UNBORN, "Not yet").reveal(move || {
                    view! { <DateInput id=field::DUE legend="Due date" value=due rough=true /> }
                });
                let choices = vec![born, unborn];
                view! { <Radios id=field::ARRIVAL legend="Have they been born?" choices value=self.arrival /> }
                    .into_any()
            }
        };
        shown.into_any()
    }
}

fn date(known: &Fields, id: &str) -> DateFields {
    let fields = DateFields::new();
    let text = |part: &str| known.get(&format!("{id}-{part}")).cloned().unwrap_or_default();
    fields.day.set(text("day"));
    fields.month.set(text("month"));
    fields.year.set(text("year"));
    fields.about.set(text("about") == "yes");
    fields
}
