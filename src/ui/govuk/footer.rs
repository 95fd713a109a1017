use leptos::prelude::*;

use crate::ui::govuk::service_navigation::NavigationLink;

/// The same links in the same place on every page.
#[component]
pub fn Footer(links: Vec<NavigationLink>) -> impl IntoView {
    let item = |link: NavigationLink| {
        view! { <li><a class="app-footer__link govuk-link" href=link.href>{link.text}</a></li> }
    };
    view! {
        <footer class="app-footer">
            <div class="govuk-width-container">
                <ul class="app-footer__list">{links.into_iter().map(item).collect_view()}</ul>
            </div>
        </footer>
    }
}
