use leptos::prelude::*;

use crate::navigation::NewFamilyStep;
use crate::policy::profile::practice;
use crate::services::new_family::{answer, field};
use crate::ui::desk::use_desk;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::radios::Radios;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::pages::new_family::step::{Step, open_draft};

/// The pathway, and why it was chosen.
#[component]
pub(super) fn Pathway() -> impl IntoView {
    let form = open_draft();
    let pathway = form.text(field::PATHWAY, "");
    let words = form.text(field::PATHWAY_WORDS, "");
    let why = form.text(field::PATHWAY_WHY, "");
    let desk = use_desk();
    let one_way = desk.profile.get_untracked().is_some_and(|profile| {
        profile.history().on(desk.today()).practice.pathway.is == practice::Pathway::One
    });
    let choices = move || {
        let own = match one_way {
            true => vec![Choice::new(answer::CHILD_IN_NEED, answer::CHILD_IN_NEED)],
            false => vec![
                Choice::new(answer::FAMILY_SAFEGUARDING, "Family Safeguarding pathway"),
                Choice::new(answer::EXPLOITATION, "Exploitation pathway"),
            ],
        };
        let others = [
            Choice::new(answer::OTHER, "Something else").reveal(move || {
                view! { <Input id=field::PATHWAY_WORDS label="Which pathway" value=words /> }
            }),
            Choice::new(answer::UNDECIDED, "Not decided yet").after_divider("or"),
        ];
        own.into_iter().chain(others).collect::<Vec<_>>()
    };
    view! {
        <Step step=NewFamilyStep::Pathway form>
            <Radios
                id=field::PATHWAY
                legend="Which pathway is this family on?"
                hint="The team that referred the family decides this."
                size=Size::Page
                choices=choices()
                value=pathway
            />
            <Textarea
                id=field::PATHWAY_WHY
                label="Why (optional)"
                hint="Write it so that the family could read it."
                rows=3
                value=why
            />
        </Step>
    }
}
