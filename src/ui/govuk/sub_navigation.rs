use leptos::prelude::*;

use crate::ui::govuk::service_navigation::NavigationLink;

/// The pages of one family (MoJ sub navigation). It wraps rather than scrolls sideways.
#[component]
pub fn SubNavigation(
    #[prop(into)] label: String,
    #[prop(into)] links: Signal<Vec<NavigationLink>>,
) -> impl IntoView {
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
            <ul class="moj-sub-navigation__list">
                {move || links.get().into_iter().map(item).collect_view()}
            </ul>
        </nav>
    }
}
