//! Questions: who answers, and answers to choose from. Nothing is chosen before somebody chose.

use leptos::prelude::*;

use super::pictures::step;
use super::words::OnPage;
use crate::programme::scales::Control;
use crate::services::family_pages::{Choice, Choose, Drawing, Text};

/// Where the question stands who answers, and who does.
pub const WHO: &str = "who";
pub const ANSWERING: &str = "answering";

/// Where it stands what the ends of a scale mean.
const ENDS: &str = "ends";

impl OnPage {
    /// Several are there: who answers?
    pub fn who(self, question: Text, names: Vec<Text>) -> AnyView {
        let name =
            move |(at, name): (usize, Text)| self.second(name, None, move |_| self.asking.answers(Some(at)));
        let names: Vec<AnyView> = names.into_iter().enumerate().map(name).collect();
        view! {
            <div role="group" aria-labelledby=WHO>
                <p id=WHO class="app-family__label">{self.inline(question)}</p>
                {names}
            </div>
        }
        .into_any()
    }

    pub fn answering(self, words: Text, somebody_else: Text) -> AnyView {
        view! {
            <p id=ANSWERING>{self.inline(words)}</p>
            {self.second(somebody_else, None, move |_| self.asking.answers(None))}
        }
        .into_any()
    }

    pub fn choose(self, choose: Choose) -> AnyView {
        let Choose { name, question, drawing, choices, no_answer } = choose;
        let steps = choices.len();
        let (control, ends) = match drawing {
            Drawing::Radios => (None, None),
            Drawing::Scale { control, ends } => (Some(control), ends),
        };
        let described_by = ends.is_some().then_some(ENDS);
        let ends = ends.map(|[low, high]| {
            view! {
                <p class="app-family__ends" id=ENDS>
                    <span>"0: " {self.inline(low)}</span>
                    " "
                    <span>"10: " {self.inline(high)}</span>
                </p>
            }
        });
        let answer = move |(at, choice): (usize, Choice)| {
            let picture = control.and_then(|control| step(control, at, steps));
            self.answer(name, choice, picture)
        };
        let answers: Vec<AnyView> = choices.into_iter().enumerate().map(answer).collect();
        let no_answer: Vec<AnyView> =
            no_answer.into_iter().map(|choice| self.answer(name, choice, None)).collect();
        let class = (control == Some(Control::Numbers)).then_some("app-family__scale");
        view! {
            <fieldset class="govuk-fieldset govuk-!-margin-bottom-4" aria-describedby=described_by>
                <legend class="app-family__label">{self.inline(question)}</legend>
                {ends}
                <div class=class>{answers}</div>
                <div>{no_answer}</div>
            </fieldset>
        }
        .into_any()
    }

    fn answer(self, name: &'static str, choice: Choice, picture: Option<AnyView>) -> AnyView {
        let (value, asking) = (choice.value.clone(), self.asking);
        let chosen = move || asking.chosen.with(|chosen| chosen.as_ref() == Some(&value));
        let value = choice.value.clone();
        self.radio(name, choice, picture, chosen, move || asking.choose(value.clone()))
    }

    /// One of several that exclude each other. All of the box can be pressed; arrow keys go from one to the next.
    pub fn radio(
        self,
        name: &'static str,
        choice: Choice,
        picture: Option<AnyView>,
        chosen: impl Fn() -> bool + Send + Sync + 'static,
        choose: impl Fn() + 'static,
    ) -> AnyView {
        let Choice { value, words } = choice;
        view! {
            <label class="app-family__choice">
                <input
                    type="radio"
                    id=format!("{name}-{value}")
                    name=name
                    value=value
                    prop:checked=chosen
                    on:change=move |_| choose()
                />
                {picture}
                {self.inline(words)}
            </label>
        }
        .into_any()
    }

    /// Boxes of which none is ticked at first.
    pub fn ticks(self, name: &'static str, question: Option<Text>, choices: Vec<Choice>) -> AnyView {
        let asking = self.asking;
        let tick = move |choice: Choice| {
            let Choice { value, words } = choice;
            let ticked = asking.is_ticked(name, &value);
            let id = format!("{name}-{value}");
            let change = move |event| asking.tick(name, &value, event_target_checked(&event));
            view! {
                <label class="app-family__choice">
                    <input type="checkbox" id=id name=name prop:checked=ticked on:change=change />
                    {self.inline(words)}
                </label>
            }
        };
        let ticks: Vec<_> = choices.into_iter().map(tick).collect();
        let question = question.map(|it| {
            view! { <legend class="app-family__label">{self.inline(it)}</legend> }
        });
        view! { <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">{question} {ticks}</fieldset> }
            .into_any()
    }
}
