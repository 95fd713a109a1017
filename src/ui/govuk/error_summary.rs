use leptos::prelude::*;

use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::{arrive, focus};

/// What is wrong on the page, with a link to each field in order. It takes the focus each time the form
/// is submitted with something wrong, and puts "Error: " before the window's title while it stands.
#[component]
pub fn ErrorSummary(errors: FormErrors) -> impl IntoView {
    let node = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        errors.attempt();
        let wrong = errors.any();
        arrive::mark_title_with_error(wrong);
        if let Some(summary) = node.get().filter(|_| wrong) {
            focus::for_now(&summary);
        }
    });
    on_cleanup(|| arrive::mark_title_with_error(false));
    let list = move || {
        let line = |FieldError { id, message }: FieldError| {
            let target = id.clone();
            let go = move |event: web_sys::MouseEvent| {
                // The fragment of the address is our route, so it must not change.
                event.prevent_default();
                focus::on_field(&target);
            };
            view! { <li><a href=format!("#{id}") on:click=go>{message}</a></li> }
        };
        errors.all().into_iter().map(line).collect_view()
    };
    move || {
        errors.any().then(|| {
            view! {
                <div class="govuk-error-summary" node_ref=node>
                    <div role="alert">
                        <h2 class="govuk-error-summary__title">"There is a problem"</h2>
                        <div class="govuk-error-summary__body">
                            <ul class="govuk-list govuk-error-summary__list">{list}</ul>
                        </div>
                    </div>
                </div>
            }
        })
    }
}
