use std::sync::Arc;

use leptos::prelude::*;

use super::{answered, route};
use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route, ShowStep};
use crate::services::prepare::{self, Preparing, SOMEONE_ELSE, field};
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::input::Input;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::records::with_here;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// Who is with the worker now.
#[component]
pub(super) fn WhoPage(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    let before = answered(desk, family);
    let ticked = RwSignal::new(before.ticked.clone());
    let others = RwSignal::new(before.others.clone());
    let errors = FormErrors::new();
    let go_on = move |()| {
        let typed =
            Preparing { ticked: ticked.get_untracked(), others: others.get_untracked(), ..before.clone() };
        match typed.present() {
            Ok(_) => {
                desk.preparing.set(typed);
                desk.navigator.go(&route(family, ShowStep::Safe));
            }
            Err(wrong) => errors.report_one(wrong.field, wrong.message),
        }
    };
    let go_on = Callback::new(go_on);
    let page = move |book: Arc<Workbook>| {
        let people = with_here(desk, &book, prepare::people).unwrap_or_default();
        let after = Route::family(family, FamilyPage::AfterVisit).to_hash();
        let mut choices: Vec<Choice> =
            people.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
        let who = move || {
            view! {
                <Input
                    id=field::OTHERS
                    label="Who is it?"
                    hint="With somebody here who is not in this workbook, only pages that say nothing of anyone open."
                    value=others
                />
            }
        };
        choices.push(Choice::new(SOMEONE_ELSE, "Someone else").after_divider("or").reveal(who));
        view! {
            <Page
                heading="Who is with you now?"
                caption="Prepare to show"
                back=Route::family(family, FamilyPage::Overview)
                errors=errors
            >
                <Form errors on_submit=go_on>
                    <Checkboxes
                        id=field::PRESENT
                        legend="Select everybody who could see or hear this"
                        choices=choices
                        values=ticked
                    />
                    <Button>"Continue"</Button>
                </Form>
                <p class="govuk-body">
                    <a class="govuk-link" href=after>"What people said before, not taken in yet"</a>
                </p>
            </Page>
        }
        .into_any()
    };
    view! { <InFamily family page /> }
}
