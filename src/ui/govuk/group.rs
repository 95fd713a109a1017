//! What every field shares: its wrapper, label, hint and error, and the ids that tie them together.

use leptos::prelude::*;

use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::error_message::ErrorMessage;
use crate::ui::govuk::hint::Hint;

/// How large a label or legend is. `Page` makes it the page's `h1`, for a page that asks one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    #[default]
    Plain,
    Small,
    Medium,
    Large,
    Page,
}

impl Size {
    fn suffix(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Small => Some("--s"),
            Self::Medium => Some("--m"),
            Self::Large | Self::Page => Some("--l"),
        }
    }

    /// The block's class, and its size's class after it.
    pub fn class(self, block: &str) -> String {
        match self.suffix() {
            Some(suffix) => format!("{block} {block}{suffix}"),
            None => block.to_owned(),
        }
    }
}

/// The ids and states of one field. Parts of a page that are not fields never need it.
#[derive(Clone)]
pub struct Wiring {
    pub id: String,
    pub hint: MaybeProp<String>,
    pub error: Signal<Option<String>>,
}

impl Wiring {
    /// The error is the one passed in, or the one that the form around the field holds under its id.
    pub fn of(id: String, hint: MaybeProp<String>, error: MaybeProp<String>) -> Self {
        let form = use_context::<FormErrors>();
        let key = id.clone();
        let error = Signal::derive(move || error.get().or_else(|| form.and_then(|form| form.message(&key))));
        Self { id, hint, error }
    }

    pub fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    pub fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// The ids of whatever describes the field now, and of what always does besides.
    pub fn described_by(&self, also: Option<String>) -> Signal<Option<String>> {
        let wiring = self.clone();
        Signal::derive(move || {
            let hint = wiring.hint.get().map(|_| wiring.hint_id());
            let error = wiring.error.get().map(|_| wiring.error_id());
            let ids: Vec<String> = [hint, error, also.clone()].into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// `aria-invalid` for an element that may carry it.
    pub fn invalid(&self) -> Signal<Option<&'static str>> {
        let error = self.error;
        Signal::derive(move || error.get().map(|_| "true"))
    }

    /// `block`, and `block--error` while there is one.
    pub fn class(&self, block: &'static str, always: &'static str) -> Signal<String> {
        let error = self.error;
        Signal::derive(move || {
            let wrong = if error.get().is_some() { format!(" {block}--error") } else { String::new() };
            let space = if always.is_empty() { "" } else { " " };
            format!("{block}{wrong}{space}{always}")
        })
    }
}

/// A label for the field with this id.
pub fn label_view(for_id: &str, label: Signal<String>, size: Size) -> AnyView {
    let for_id = for_id.to_owned();
    let label = view! {
        <label class=size.class("govuk-label") for=for_id>
            {move || label.get()}
        </label>
    };
    match size {
        Size::Page => view! { <h1 class="govuk-label-wrapper">{label}</h1> }.into_any(),
        _ => label.into_any(),
    }
}

/// The hint and the error, in the order in which GOV.UK puts them.
pub fn hint_and_error(wiring: &Wiring) -> AnyView {
    let hint = wiring.hint;
    let hint_id = wiring.hint_id();
    let error = wiring.error;
    let error_id = wiring.error_id();
    view! {
        {move || hint.get().map(|text| view! { <Hint id=hint_id.clone()>{text}</Hint> })}
        {move || error.get().map(|text| view! { <ErrorMessage id=error_id.clone() message=text /> })}
    }
    .into_any()
}

/// The wrapper round a label, a hint, an error and the control itself.
pub fn form_group(wiring: &Wiring, always: &'static str, inside: AnyView) -> AnyView {
    view! { <div class=wiring.class("govuk-form-group", always)>{inside}</div> }.into_any()
}
