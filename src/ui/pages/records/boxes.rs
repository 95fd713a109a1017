//! The boxes of a form that is made as data, each bound to its draft.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::compare::{beside, told};
use crate::model::dates::PartialDate;
use crate::services::sheet::{Answer, Question, What, When};
use crate::services::typed::{Fields, Typed};
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::govuk::checkboxes::{Checkbox, Checkboxes};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::select::Select;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::govuk::word_count::WordCount;

/// What stands in one box.
#[derive(Clone, Copy)]
enum Held {
    Text(RwSignal<String>),
    Ticks(RwSignal<Vec<String>>),
    Tick(RwSignal<bool>),
    Date(DateFields),
}

/// All boxes of a form.
#[derive(Clone)]
pub struct Boxes(BTreeMap<String, Held>);

impl Boxes {
    /// Opens every box with what the draft holds, or else with what the form begins with.
    pub fn open(form: DraftForm, questions: &[Question], filled: &Fields) -> Self {
        let begins = |id: &str| filled.get(id).cloned().unwrap_or_default();
        let held = |what: &What| {
            let id = what.id()?;
            let held = match what {
                What::Many { .. } => Held::Ticks(
                    form.ticks(id, Typed(filled).lines(id).into_iter().map(str::to_owned).collect()),
                ),
                What::Tick { .. } => Held::Tick(form.tick(id, begins(id) == "yes")),
                What::Date { .. } => Held::Date(form.date(id, date_of(filled, id))),
                _ => Held::Text(form.text(id, begins(id))),
            };
            Some((id.to_owned(), held))
        };
        Self(questions.iter().filter_map(|question| held(&question.what)).collect())
    }

    /// What stands in a box of one line, of text or of one answer.
    pub fn words(&self, id: &str) -> Option<RwSignal<String>> {
        match self.0.get(id) {
            Some(Held::Text(value)) => Some(*value),
            _ => None,
        }
    }

    fn holds(&self, when: &When) -> bool {
        let wanted = |value: &str| when.answers.iter().any(|answer| answer == value);
        match self.0.get(&when.field) {
            Some(Held::Text(value)) => value.with(|value| wanted(value)),
            Some(Held::Ticks(values)) => values.with(|values| values.iter().any(|value| wanted(value))),
            Some(Held::Tick(value)) => wanted(if value.get() { "yes" } else { "" }),
            Some(Held::Date(_)) | None => false,
        }
    }

    /// One question, there while it is asked. What was typed in a box that is not asked any more stays in the draft.
    pub fn question(&self, question: Question, today: NaiveDate) -> AnyView {
        let Question { what, when } = question;
        let Some(when) = when else { return self.drawn(&what, today) };
        let boxes = self.clone();
        let own = self.clone();
        let asked = Memo::new(move |_| boxes.holds(&when));
        (move || asked.get().then(|| own.drawn(&what, today))).into_any()
    }

    fn drawn(&self, what: &What, today: NaiveDate) -> AnyView {
        let held = what.id().and_then(|id| self.0.get(id));
        match (what.clone(), held.copied()) {
            (What::Heading(words), _) => view! { <h2 class="govuk-heading-m">{words}</h2> }.into_any(),
            (What::Words(words), _) => view! { <p class="govuk-body app-pre">{words}</p> }.into_any(),
            (What::Warning(words), _) => view! { <WarningText>{words}</WarningText> }.into_any(),
            (What::Told { summary, said }, _) => told(summary, said),
            (What::Beside(sides), _) => beside(sides),
            (What::Counted { id, label, hint, rows, words }, Some(Held::Text(value))) => {
                view! { <WordCount id label hint=hint value rows max_words=words /> }.into_any()
            }
            (What::Line { id, label, hint, short }, Some(Held::Text(value))) => {
                let width = if short { "govuk-input--width-10" } else { "govuk-!-width-two-thirds" };
                let options = InputOptions { width, ..InputOptions::default() };
                view! { <Input id label hint=hint value options /> }.into_any()
            }
            (What::Text { id, label, hint, rows }, Some(Held::Text(value))) => {
                view! { <Textarea id label hint=hint value rows /> }.into_any()
            }
            (What::Date { id, legend, hint, rough, near }, Some(Held::Date(value))) => match near {
                true => view! { <DateInput id legend hint=hint value rough today /> }.into_any(),
                false => view! { <DateInput id legend hint=hint value rough /> }.into_any(),
            },
            (What::One { id, legend, hint, answers }, Some(Held::Text(value))) => {
                view! { <Radios id legend hint=hint choices=choices(answers) value /> }.into_any()
            }
            (What::Pick { id, label, hint, answers }, Some(Held::Text(value))) => {
                view! { <Select id label hint=hint choices=choices(answers) value /> }.into_any()
            }
            (What::Many { id, legend, hint, answers }, Some(Held::Ticks(values))) => {
                view! { <Checkboxes id legend hint=hint choices=choices(answers) values /> }.into_any()
            }
            (What::Tick { id, label, hint }, Some(Held::Tick(checked))) => {
                view! { <Checkbox id label hint=hint checked /> }.into_any()
            }
            // Each kind of box was opened with its own kind above.
            _ => ().into_any(),
        }
    }
}

fn choices(answers: Vec<Answer>) -> Vec<Choice> {
    answers
        .into_iter()
        .map(|Answer { value, label, hint }| Choice { hint, ..Choice::new(value, label) })
        .collect()
}

fn date_of(filled: &Fields, id: &str) -> DateFields {
    let part = |part: &str| Typed(filled).text(&format!("{id}-{part}"));
    let about = part("about") == "yes";
    DateFields::of(PartialDate::parse(part("day"), part("month"), part("year"), about).ok())
}
