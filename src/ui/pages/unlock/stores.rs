//! The stores on this device, as they look from outside.

use leptos::prelude::*;

use crate::model::ids::VaultId;
use crate::services::session::StoreOnDevice;
use crate::ui::desk::{Desk, Phase};
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::radios::Radios;

/// Every store on this device.
pub fn on_device(desk: Desk) -> Vec<StoreOnDevice> {
    match desk.phase.get() {
        Phase::Locked(stores) => stores,
        Phase::Starting | Phase::NoStore | Phase::Open | Phase::Unusable(_) => Vec::new(),
    }
}

/// The store that was chosen, or the only one that can be.
pub fn wanted(desk: Desk, chosen: &str, errors: FormErrors) -> Option<VaultId> {
    let stores = untrack(move || on_device(desk));
    let mut readable = stores.iter().filter(|store| store.label.is_ok());
    let wanted = match (readable.next(), readable.next()) {
        (Some(only), None) => Some(only.id),
        _ => stores.iter().map(|store| store.id).find(|id| id.to_string() == chosen),
    };
    if wanted.is_none() {
        errors.report_one("store", "Select which workbook store to open");
    }
    wanted
}

/// Which store it is, or which one to open when there are several. Neutral labels, and nothing of who uses
/// them.
#[component]
pub fn StoreChoice(desk: Desk, value: RwSignal<String>) -> impl IntoView {
    let stores = Memo::new(move |_| on_device(desk));
    move || {
        let (readable, broken): (Vec<_>, Vec<_>) =
            stores.get().into_iter().partition(|store| store.label.is_ok());
        let broken = broken.into_iter().filter_map(|store| store.label.err()).map(|error| {
            view! {
                <InsetText>
                    <p class="govuk-body">"A store on this device cannot be opened. " {error.to_string()}</p>
                </InsetText>
            }
        });
        let choices: Vec<Choice> = readable
            .into_iter()
            .filter_map(|store| Some(Choice::new(store.id.to_string(), store.label.ok()?.to_string())))
            .collect();
        let which = match choices.as_slice() {
            [] => ().into_any(),
            [only] => view! {
                <p class="govuk-body">"Workbook store: " <strong>{only.label.clone()}</strong></p>
            }
            .into_any(),
            _ => view! {
                <Radios id="store" legend="Which workbook store?" choices=choices value=value />
            }
            .into_any(),
        };
        view! { {broken.collect_view()} {which} }
    }
}
