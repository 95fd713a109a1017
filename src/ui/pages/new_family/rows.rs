//! A list of people that grows and shrinks while it is typed. Each change is in the draft before the page is
//! drawn again from it, so nothing is ever only on the screen.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;

use crate::services::new_family::{add_row, field, place_words, remove_row};
use crate::services::typed::Fields;
use crate::ui::focus;
use crate::ui::form::draft::DraftForm;

/// How often a list was changed: whoever reads it is drawn again.
pub(super) type Changes = RwSignal<u32>;

/// Adds a blank row, and takes people to it.
pub(super) fn add(form: DraftForm, list: &str, changes: Changes) {
    let mut fields = form.values();
    let key = add_row(&mut fields, list);
    form.replace(fields);
    changes.update(|changes| *changes += 1);
    focus_soon(field::of(&key, "name"));
}

/// Takes a row away.
fn remove(form: DraftForm, list: &str, key: &str, changes: Changes) {
    let mut fields = form.values();
    remove_row(&mut fields, list, key);
    form.replace(fields);
    changes.update(|changes| *changes += 1);
    focus_soon("add-row".to_owned());
}

/// As soon as the list is drawn again, and before the next key that somebody presses: who types on never finds
/// half a name in another box.
fn focus_soon(id: String) {
    spawn_local(async move {
        tick().await;
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.as_ref().and_then(|element| element.dyn_ref()) {
            focus::in_place(element);
            element.scroll_into_view();
        }
    });
}

/// The button that takes a person off the list.
pub(super) fn remove_button(
    form: DraftForm,
    fields: &Fields,
    list: &'static str,
    key: &str,
    changes: Changes,
) -> AnyView {
    let who = place_words(fields, key).to_lowercase();
    let key = key.to_owned();
    view! {
        <p class="govuk-body">
            <button
                type="button"
                class="app-link-button"
                on:click=move |_| remove(form, list, &key, changes)
            >
                {format!("Remove {who}")}
            </button>
        </p>
    }
    .into_any()
}
