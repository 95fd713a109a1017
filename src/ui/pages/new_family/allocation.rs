use leptos::prelude::*;

use crate::navigation::NewFamilyStep;
use crate::services::new_family::{answer, field};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::radios::Radios;
use crate::ui::pages::new_family::step::{Step, open_draft};

/// Whether the person who opens the workbook is the family's own worker.
#[component]
pub(super) fn Allocation() -> impl IntoView {
    let form = open_draft();
    let allocated = form.text(field::ALLOCATED, "");
    let choices = || {
        vec![Choice::new(answer::YES, "Yes, I am"), Choice::new(answer::NO, "No, I am opening it for others")]
    };
    view! {
        <Step step=NewFamilyStep::Allocation form>
            <Radios
                id=field::ALLOCATED
                legend="Are you the worker this family is allocated to?"
                hint="The team manager decides who the family is allocated to."
                size=Size::Page
                choices=choices()
                value=allocated
            />
        </Step>
    }
}
