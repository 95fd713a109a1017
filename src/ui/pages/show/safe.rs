use leptos::prelude::*;

use super::{answered, route};
use crate::model::ids::FamilyId;
use crate::navigation::ShowStep;
use crate::services::prepare::{Preparing, Risk, field};
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::shell::page::Page;

/// Whether it is safe to show this now. Each tick opens advice; none of them stops anybody.
#[component]
pub(super) fn SafePage(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    let before = answered(desk, family);
    let risks = RwSignal::new(before.risks.clone());
    let errors = FormErrors::new();
    let go_on = move |()| {
        desk.preparing.set(Preparing { risks: risks.get_untracked(), ..before.clone() });
        desk.navigator.go(&route(family, ShowStep::Check));
    };
    let choices = Risk::ALL.map(|risk| {
        let advice = move || view! { <InsetText><p class="govuk-body">{risk.advice()}</p></InsetText> };
        Choice::new(risk.code(), risk.label()).reveal(advice)
    });
    view! {
        <Page
            heading="Is it safe to show this now?"
            caption="Prepare to show"
            back=route(family, ShowStep::Who)
            errors=errors
        >
            <Form errors on_submit=Callback::new(go_on)>
                <Checkboxes
                    id=field::RISKS
                    legend="Select anything that is so here and now"
                    hint="Each opens advice. If you are not sure, it is all right to show it another day."
                    choices=choices.to_vec()
                    values=risks
                />
                <Button>"Continue"</Button>
            </Form>
        </Page>
    }
}
