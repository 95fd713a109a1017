use chrono::NaiveDate;
use leptos::prelude::*;

use crate::services::supervision::live::{Step, StepKind};
use crate::services::supervision::ratings::Reveal;
use crate::ui::focus;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::pages::records::boxes::Boxes;
use crate::ui::pages::records::parts::part;
use crate::ui::shortcuts::{Shortcut, use_shortcut};

/// The heading of the step that is shown.
pub const HEADING: &str = "live-step";

/// The steps, to go to in any order. Each says in words whether something of it is on the record.
pub fn steps(all: &[Step], now: RwSignal<StepKind>) -> AnyView {
    let one = |(place, step): (usize, &Step)| {
        let kind = step.kind;
        let current = Memo::new(move |_| now.get() == kind);
        let done = step.done.then(|| view! { <span class="app-live__done">" – recorded"</span> });
        view! {
            <li>
                <button
                    type="button"
                    class="app-live__step"
                    aria-current=move || current.get().then_some("step")
                    on:click=move |_| now.set(kind)
                >
                    {format!("{} {}", place + 1, kind.title())}
                    {done}
                </button>
            </li>
        }
        .into_any()
    };
    for (number, step) in (1..).zip(all) {
        let kind = step.kind;
        use_shortcut(Shortcut::Step(number), Callback::new(move |()| now.set(kind)));
    }
    use_shortcut(Shortcut::Notes, Callback::new(|()| to_notes()));
    let all = all.iter().enumerate().map(one).collect::<Vec<_>>();
    view! { <nav aria-label="Steps"><ol class="app-live__steps">{all}</ol></nav> }.into_any()
}

/// Into the first box of the step, from wherever somebody is.
fn to_notes() {
    let found = document().query_selector(".app-live form textarea, .app-live form input").ok().flatten();
    if let Some(field) = found {
        focus::on_field(&field.id());
    }
}

/// What one step shows and asks. `rows`: how many sets of boxes for actions are out.
pub fn step(
    step: &Step,
    boxes: &Boxes,
    rows: RwSignal<usize>,
    today: NaiveDate,
    reveal: (&Reveal, Callback<()>),
) -> AnyView {
    let said = step.said.iter().cloned().map(part).collect::<Vec<_>>();
    let cards = step.cards.iter().cloned().map(part).collect::<Vec<_>>();
    let cards = (!cards.is_empty()).then(|| view! { <div class="app-live__cards">{cards}</div> });
    let show = (step.kind == StepKind::Rating).then(|| revealing(reveal.0, reveal.1));
    let questions = step.questions.iter().cloned().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
    view! {
        <h2 class="govuk-heading-m" id=HEADING>{step.kind.title()}</h2>
        {cards}
        {show}
        {said}
        {questions}
        {actions(step, boxes, rows, today)}
    }
    .into_any()
}

fn revealing(reveal: &Reveal, show: Callback<()>) -> AnyView {
    match reveal {
        Reveal::Nothing => view! { <p class="govuk-body">"Nobody has given a rating yet."</p> }.into_any(),
        Reveal::Offered => view! {
            <p class="govuk-body">"Nobody sees a rating before all are shown."</p>
            <Button kind=ButtonKind::Secondary on_press=show>"Show ratings together"</Button>
        }
        .into_any(),
        Reveal::ForAnother(words) => view! { <p class="govuk-body">{words.clone()}</p> }.into_any(),
        Reveal::Done => ().into_any(),
    }
}

/// The boxes of each action that is out, and a way to one more.
fn actions(step: &Step, boxes: &Boxes, out: RwSignal<usize>, today: NaiveDate) -> Option<AnyView> {
    let rows = step.rows.clone();
    let most = rows.len();
    if most == 0 {
        return None;
    }
    let boxes = boxes.clone();
    let drawn = move || {
        let row = |(place, questions): (usize, &Vec<_>)| {
            let questions = questions.iter().cloned().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
            view! {
                <fieldset class="govuk-fieldset app-live__action">
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                        {format!("Action {}", place + 1)}
                    </legend>
                    {questions}
                </fieldset>
            }
            .into_any()
        };
        rows.iter().take(out.get()).enumerate().map(row).collect::<Vec<_>>()
    };
    let add = Callback::new(move |()| out.update(|rows| *rows = (*rows + 1).min(most)));
    let more = move || {
        let button =
            || view! { <Button kind=ButtonKind::Secondary on_press=add>"Add another action"</Button> };
        (out.get() < most).then(button)
    };
    Some(view! { {drawn} {more} }.into_any())
}
