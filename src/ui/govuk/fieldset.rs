use leptos::prelude::*;

use crate::ui::govuk::group::Size;

/// Fields that answer one question together, under one legend.
#[component]
pub fn Fieldset(
    #[prop(into)] legend: Signal<String>,
    #[prop(optional)] size: Size,
    /// The ids of the hint and error of the whole group.
    #[prop(optional, into)]
    described_by: MaybeProp<String>,
    /// `group` where the fields are parts of one answer, as in a date.
    #[prop(optional)]
    role: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let words = move || legend.get();
    let words = match size {
        Size::Page => view! { <h1 class="govuk-fieldset__heading">{words}</h1> }.into_any(),
        _ => words.into_any(),
    };
    view! {
        <fieldset class="govuk-fieldset" role=role aria-describedby=move || described_by.get()>
            <legend class=size.class("govuk-fieldset__legend")>{words}</legend>
            {children()}
        </fieldset>
    }
}
