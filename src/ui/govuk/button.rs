use leptos::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The main action. One to a screen.
    #[default]
    Primary,
    Secondary,
    /// Something that cannot be undone.
    Warning,
    /// On an interruption page's dark panel.
    Inverse,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "govuk-button",
            Self::Secondary => "govuk-button govuk-button--secondary",
            Self::Warning => "govuk-button govuk-button--warning",
            Self::Inverse => "govuk-button govuk-button--inverse",
        }
    }
}

/// A second press within this many milliseconds is a trembling hand, not a second wish.
const SECOND_PRESS: f64 = 1000.0;

/// A button. With `on_press` it does that; without, it submits the form around it.
///
/// While `busy` it keeps its focus and says so, but does nothing.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] id: Option<String>,
    children: Children,
) -> impl IntoView {
    let pressed_at = StoredValue::new(f64::NEG_INFINITY);
    let press = move |event: web_sys::MouseEvent| {
        let now = event.time_stamp();
        let again = now - pressed_at.get_value() < SECOND_PRESS;
        if again || busy.get_untracked() {
            event.prevent_default();
            return;
        }
        pressed_at.set_value(now);
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            id=id
            type=if on_press.is_some() { "button" } else { "submit" }
            class=kind.class()
            aria-disabled=move || busy.get().then_some("true")
            on:click=press
        >
            {children()}
        </button>
    }
}

/// A link that starts something and so looks like a button. Space presses it, as it presses a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::A>::new();
    let press = move |event: web_sys::KeyboardEvent| {
        if event.key() == " " {
            event.prevent_default();
            if let Some(link) = node.get_untracked() {
                link.click();
            }
        }
    };
    view! {
        <a node_ref=node href=href role="button" draggable="false" class=kind.class() on:keydown=press>
            {children()}
        </a>
    }
}

/// Buttons and links side by side.
#[component]
pub fn ButtonGroup(children: Children) -> impl IntoView {
    view! { <div class="govuk-button-group">{children()}</div> }
}
