use leptos::prelude::*;

/// A tag's colour. Red is for what went wrong; a rating is never a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TagColour {
    #[default]
    Blue,
    Grey,
    Green,
    Yellow,
    Purple,
    Red,
}

impl TagColour {
    fn class(self) -> &'static str {
        match self {
            Self::Blue => "govuk-tag govuk-tag--blue",
            Self::Grey => "govuk-tag govuk-tag--grey",
            Self::Green => "govuk-tag govuk-tag--green",
            Self::Yellow => "govuk-tag govuk-tag--yellow",
            Self::Purple => "govuk-tag govuk-tag--purple",
            Self::Red => "govuk-tag govuk-tag--red",
        }
    }
}

/// The state of something, in a word.
#[component]
pub fn Tag(#[prop(optional)] colour: TagColour, #[prop(into)] text: Signal<String>) -> impl IntoView {
    view! { <strong class=colour.class()>{move || text.get()}</strong> }
}
