use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{BACK, done, words_of};
use crate::model::ids::SlotId;
use crate::navigation::SecurityTask;
use crate::services::session::KeyHolder;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::radios::Radios;
use crate::ui::shell::page::Page;

/// Takes a colleague's key away. What they recorded stays.
#[component]
pub fn RemoveKey() -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let whose = RwSignal::new(String::new());
    let others = LocalResource::new(move || async move {
        let Some(session) = desk.session() else { return Vec::new() };
        let own = session.own_slot();
        let holders = session.key_holders().await.unwrap_or_default();
        holders.into_iter().filter(|holder| Some(holder.slot) != own).collect::<Vec<KeyHolder>>()
    });
    let remove = move |()| {
        let Ok(slot) = whose.with_untracked(|whose| whose.parse::<SlotId>()) else {
            return errors.report_one("whose", "Select whose key to remove");
        };
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.shut_out(slot).await {
                Ok(()) => done(desk, "The key was removed. What they recorded stays."),
                Err(error) => errors.report_one("whose", words_of(&error)),
            }
        });
    };
    let form = move |others: Vec<KeyHolder>| {
        if others.is_empty() {
            return view! { <p class="govuk-body">"Nobody but you can open this store."</p> }.into_any();
        }
        let choice = |holder: KeyHolder| {
            let role = holder.practitioner.role.label().to_owned();
            Choice::new(holder.slot.to_string(), holder.practitioner.name).hint(role)
        };
        let choices: Vec<Choice> = others.into_iter().map(choice).collect();
        view! {
            <Form errors on_submit=remove>
                <Radios id="whose" legend="Whose key should be removed?" choices=choices value=whose />
                <p class="govuk-body">
                    "They can no longer open this store on this device. What they recorded stays, under their name. Files
                    that they were given still open for them."
                </p>
                <Button kind=ButtonKind::Warning>"Remove the key"</Button>
            </Form>
        }
        .into_any()
    };
    view! {
        <Page heading=SecurityTask::RemoveKey.label() back=BACK errors=errors>
            {move || others.get().map(form)}
        </Page>
    }
}
