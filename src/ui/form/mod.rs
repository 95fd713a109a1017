//! Forms: what is wrong with them, and the dates in them.

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
