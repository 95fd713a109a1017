use leptos::prelude::*;

use super::wide_screen::wide_screen;

/// One link of a navigation. `current` says that this is where we are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavigationLink {
    pub text: String,
    pub href: String,
    pub current: bool,
}

/// The parts of the app, across the top. On a narrow screen it folds behind a Menu button.
#[component]
pub fn ServiceNavigation(
    #[prop(into)] service: Signal<String>,
    #[prop(into)] home: String,
    #[prop(into)] links: Signal<Vec<NavigationLink>>,
) -> impl IntoView {
    let wide = wide_screen();
    let open = RwSignal::new(false);
    let item = |link: NavigationLink| {
        let class = match link.current {
            true => "govuk-service-navigation__item govuk-service-navigation__item--active",
            false => "govuk-service-navigation__item",
        };
        let text = match link.current {
            true => view! {
                <strong class="govuk-service-navigation__active-fallback">{link.text}</strong>
            }
            .into_any(),
            false => link.text.into_any(),
        };
        view! {
            <li class=class>
                <a
                    class="govuk-service-navigation__link"
                    href=link.href
                    aria-current=link.current.then_some("page")
                >
                    {text}
                </a>
            </li>
        }
    };
    view! {
        <section class="govuk-service-navigation" aria-label="Service information">
            <div class="govuk-width-container">
                <div class="govuk-service-navigation__container">
                    <span class="govuk-service-navigation__service-name">
                        <a href=home class="govuk-service-navigation__link">
                            {move || service.get()}
                        </a>
                    </span>
                    <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
                        <button
                            type="button"
                            class="govuk-service-navigation__toggle"
                            aria-controls="navigation"
                            aria-expanded=move || (!wide.get()).then(|| open.get().to_string())
                            aria-hidden=move || wide.get().then_some("true")
                            prop:hidden=wide
                            on:click=move |_| open.update(|open| *open = !*open)
                        >
                            "Menu"
                        </button>
                        <ul
                            class="govuk-service-navigation__list"
                            id="navigation"
                            prop:hidden=move || !(wide.get() || open.get())
                            // Choosing a link ends the choosing.
                            on:click=move |_| open.set(false)
                        >
                            {move || links.get().into_iter().map(item).collect_view()}
                        </ul>
                    </nav>
                </div>
            </div>
        </section>
    }
}
