use leptos::prelude::*;

use crate::navigation::{NewFamilyStep, Route};
use crate::services::new_family::{answer, called, field, pairs};
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::radios::Radios;
use crate::ui::pages::new_family::step::{Step, open_draft};

/// The safety question. It is asked before anything is written, and of pairs: nothing here says who of the
/// two is at risk from whom.
#[component]
pub(super) fn Safety() -> impl IntoView {
    let form = open_draft();
    let at_risk = form.text(field::AT_RISK, "");
    let separated = form.ticks(field::PAIRS, vec![]);
    let fields = form.values();
    let offered: Vec<Choice> = pairs(&fields)
        .into_iter()
        .map(|[a, b]| {
            let words = format!("{} and {}", called(&fields, &a), called(&fields, &b));
            Choice::new(format!("{a}{}{b}", answer::AND), words)
        })
        .collect();
    let which = move || which_two(offered.clone(), separated);
    let choices = move || {
        vec![
            Choice::new(answer::YES, "Yes").reveal(which.clone()),
            Choice::new(answer::NO, "No"),
            Choice::new(answer::NOT_KNOWN, "I do not know yet"),
        ]
    };
    view! {
        <Step step=NewFamilyStep::Safety form>
            <Radios
                id=field::AT_RISK
                legend="Is anyone here at risk from someone else in the family?"
                hint="If so, safety separation is set before anything else is written. What names one of the two
                adults is then never offered to the other. You can set or end it later, under People."
                size=Size::Page
                choices=choices()
                value=at_risk
            />
        </Step>
    }
}

fn which_two(offered: Vec<Choice>, separated: RwSignal<Vec<String>>) -> AnyView {
    if offered.is_empty() {
        let adults = Route::FamilyNew(NewFamilyStep::Adults).to_hash();
        return view! {
            <p class="govuk-body" id=field::PAIRS>
                "Safety separation is between two adults, and fewer than two are on the list. "
                <a class="govuk-link" href=adults>"Add the other adult"</a>
            </p>
        }
        .into_any();
    }
    view! {
        <Checkboxes
            id=field::PAIRS
            legend="Which two adults must be kept apart in this workbook?"
            choices=offered
            values=separated
        />
    }
    .into_any()
}
