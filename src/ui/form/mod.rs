//! Forms: what is wrong with them, and the dates in them.

pub mod authority_card;
pub mod date;
pub mod draft;
pub mod errors;
pub mod new_passphrase;
pub mod recovery_sheet;
pub mod you;

use leptos::context::Provider;
use leptos::prelude::*;

use crate::ui::form::errors::FormErrors;
use crate::ui::shortcuts::{Shortcut, use_shortcut};

/// A form whose fields find their own errors. The browser's own checks are off: nothing is said until
/// somebody submits. Ctrl+Enter submits from anywhere on the page.
#[component]
pub fn Form(
    errors: FormErrors,
    #[prop(into)] on_submit: Callback<()>,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    use_shortcut(Shortcut::Main, on_submit);
    view! { <SideForm errors on_submit id=id.unwrap_or_default()>{children()}</SideForm> }
}

/// A form beside the page's own: Ctrl+Enter is not for it.
#[component]
pub fn SideForm(
    errors: FormErrors,
    #[prop(into)] on_submit: Callback<()>,
    #[prop(optional, into)] id: String,
    children: Children,
) -> impl IntoView {
    let id = (!id.is_empty()).then_some(id);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        on_submit.run(());
    };
    view! {
        <form id=id novalidate on:submit=submit>
            <Provider value=errors>{children()}</Provider>
        </form>
    }
}
