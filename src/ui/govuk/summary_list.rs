use leptos::prelude::*;

/// What can be done with one row. `about` is read after `text` by screen readers, so that three links
/// called "Change" are three different links.
#[derive(Debug, Clone)]
pub struct RowAction {
    pub text: String,
    pub about: String,
    pub href: String,
    /// What it does instead of leading to another page.
    pub on_press: Option<Callback<()>>,
}

impl RowAction {
    /// "Change", for most rows.
    pub fn change(about: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new("Change", about, href)
    }

    pub fn new(text: impl Into<String>, about: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), about: about.into(), href: href.into(), on_press: None }
    }

    /// "Change", for a row that is changed within the page.
    pub fn change_here(about: impl Into<String>, on_press: impl Into<Callback<()>>) -> Self {
        Self { on_press: Some(on_press.into()), ..Self::change(about, "") }
    }

    pub(crate) fn link(self) -> AnyView {
        let words = view! {
            {self.text}
            <span class="govuk-visually-hidden">{format!(" {}", self.about)}</span>
        };
        match self.on_press {
            Some(on_press) => view! {
                <button type="button" class="app-link-button" on:click=move |_| on_press.run(())>
                    {words}
                </button>
            }
            .into_any(),
            None => view! { <a class="govuk-link" href=self.href>{words}</a> }.into_any(),
        }
    }
}

/// Facts and what they are called. Its children are [`SummaryRow`]s.
#[component]
pub fn SummaryList(children: Children) -> impl IntoView {
    view! { <dl class="govuk-summary-list">{children()}</dl> }
}

/// One fact: its name, its value (the children), and what can be done with it.
#[component]
pub fn SummaryRow(
    #[prop(into)] key: Signal<String>,
    #[prop(optional)] actions: Vec<RowAction>,
    children: Children,
) -> impl IntoView {
    let class = match actions.is_empty() {
        true => "govuk-summary-list__row govuk-summary-list__row--no-actions",
        false => "govuk-summary-list__row",
    };
    view! {
        <div class=class>
            <dt class="govuk-summary-list__key">{move || key.get()}</dt>
            <dd class="govuk-summary-list__value">{children()}</dd>
            {row_actions(actions)}
        </div>
    }
}

fn row_actions(actions: Vec<RowAction>) -> Option<AnyView> {
    let inside = match actions.len() {
        0 => return None,
        1 => actions.into_iter().map(RowAction::link).collect_view().into_any(),
        _ => {
            let item = |action: RowAction| {
                view! { <li class="govuk-summary-list__actions-list-item">{action.link()}</li> }
            };
            view! {
                <ul class="govuk-summary-list__actions-list">
                    {actions.into_iter().map(item).collect_view()}
                </ul>
            }
            .into_any()
        }
    };
    Some(view! { <dd class="govuk-summary-list__actions">{inside}</dd> }.into_any())
}
