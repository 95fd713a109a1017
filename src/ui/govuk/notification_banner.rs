use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::focus;

/// Something that was done, and how to take it back. It lives longer than the page that made it, so `undo`
/// may hold ids and the app's own signals, never a signal of the page.
#[derive(Clone)]
pub struct Notice {
    pub text: String,
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Notice {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), undo: None }
    }

    #[must_use]
    pub fn with_undo(mut self, undo: impl Fn() + Send + Sync + 'static) -> Self {
        self.undo = Some(Arc::new(undo));
        self
    }
}

/// Says that something worked. It takes the focus when it appears and stays until people leave the page.
#[component]
pub fn SuccessBanner(notice: Notice) -> impl IntoView {
    let node = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let Some(banner) = node.get() {
            focus::for_now(&banner);
        }
    });
    let undo = notice.undo.map(|undo| {
        view! {
            <p class="govuk-body">
                <button type="button" class="app-link-button" on:click=move |_| undo()>
                    "Undo"
                </button>
            </p>
        }
    });
    view! {
        <div
            node_ref=node
            class="govuk-notification-banner govuk-notification-banner--success"
            role="alert"
            aria-labelledby="success-banner-title"
        >
            <div class="govuk-notification-banner__header">
                <h2 class="govuk-notification-banner__title" id="success-banner-title">
                    "Success"
                </h2>
            </div>
            <div class="govuk-notification-banner__content">
                <p class="govuk-notification-banner__heading">{notice.text}</p>
                {undo}
            </div>
        </div>
    }
}

/// Something worth knowing that is not about what was just done. It does not take the focus.
#[component]
pub fn InformationBanner(#[prop(into)] id: String, children: Children) -> impl IntoView {
    let title = format!("{id}-title");
    let labelled_by = title.clone();
    view! {
        <div id=id class="govuk-notification-banner" role="region" aria-labelledby=labelled_by>
            <div class="govuk-notification-banner__header">
                <h2 class="govuk-notification-banner__title" id=title>
                    "Important"
                </h2>
            </div>
            <div class="govuk-notification-banner__content">{children()}</div>
        </div>
    }
}
