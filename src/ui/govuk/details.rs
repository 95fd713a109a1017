use leptos::prelude::*;

/// Help that opens on demand. Esc inside it closes it and returns to where it was opened.
#[component]
pub fn Details(
    #[prop(into)] summary: Signal<String>,
    #[prop(optional, into)] id: Option<String>,
    /// Whether it is open; pass one that outlives the page to remember it.
    #[prop(optional)]
    open: Option<RwSignal<bool>>,
    children: Children,
) -> impl IntoView {
    let open = open.unwrap_or_else(|| RwSignal::new(false));
    let node = NodeRef::<leptos::html::Details>::new();
    let opener = NodeRef::<leptos::html::Summary>::new();
    let toggled = move |_| {
        if let Some(details) = node.get_untracked() {
            open.set(details.open());
        }
    };
    let escape = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            if let Some(opener) = opener.get_untracked() {
                let _unfocusable = opener.focus();
            }
        }
    };
    view! {
        <details
            id=id
            class="govuk-details"
            node_ref=node
            prop:open=open
            on:toggle=toggled
            on:keydown=escape
        >
            <summary class="govuk-details__summary" node_ref=opener>
                <span class="govuk-details__summary-text">{move || summary.get()}</span>
            </summary>
            <div class="govuk-details__text">{children()}</div>
        </details>
    }
}
