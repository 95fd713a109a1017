use leptos::prelude::*;

use crate::navigation::NewFamilyStep;
use crate::services::new_family::field;
use crate::ui::form::date::DateFields;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::pages::new_family::step::{Step, open_draft};

/// How the family came to the team.
#[component]
pub(super) fn Referral() -> impl IntoView {
    let form = open_draft();
    let referred = form.date(field::REFERRED, DateFields::new());
    let assessed = form.date(field::ASSESSED, DateFields::new());
    view! {
        <Step step=NewFamilyStep::Referral form>
            <h1 class="govuk-heading-l">"When did the family come to the team?"</h1>
            <p class="govuk-body">"If you do not know a date yet, leave it empty."</p>
            <DateInput id=field::REFERRED legend="Date of the referral" value=referred />
            <DateInput
                id=field::ASSESSED
                legend="Date the child and family assessment was completed"
                value=assessed
            />
        </Step>
    }
}
