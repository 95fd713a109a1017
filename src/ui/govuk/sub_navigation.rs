use leptos::prelude::*;

use crate::ui::govuk::service_navigation::NavigationLink;
use crate::ui::govuk::wide_screen::wide_screen;

/// The id of the list, which the button folds.
const LIST: &str = "sub-navigation";

/// The pages of one family, or of the settings (MoJ sub navigation). It wraps rather than scrolls sideways, and on a narrow screen it
/// folds behind a button, so that a page begins on the first screen.
#[component]
pub fn SubNavigation(
    #[prop(into)] label: String,
    /// What the button says that unfolds the list.
    button: &'static str,
    #[prop(into)] links: Signal<Vec<NavigationLink>>,
) -> impl IntoView {
    let wide = wide_screen();
    let open = RwSignal::new(false);
    let item = |link: NavigationLink| {
        view! {
            <li class="moj-sub-navigation__item">
                <a class="moj-sub-navigation__link" aria-current=link.current.then_some("page") href=link.href>
                    {link.text}
                </a>
            </li>
        }
    };
    view! {
        <nav class="moj-sub-navigation" aria-label=label>
            <button
                type="button"
                class="govuk-service-navigation__toggle app-sub-navigation__toggle"
                aria-controls=LIST
                aria-expanded=move || (!wide.get()).then(|| open.get().to_string())
                prop:hidden=wide
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {button}
            </button>
            <ul
                class="moj-sub-navigation__list"
                id=LIST
                prop:hidden=move || !(wide.get() || open.get())
                // Choosing a link ends the choosing.
                on:click=move |_| open.set(false)
            >
                {move || links.get().into_iter().map(item).collect_view()}
            </ul>
        </nav>
    }
}
