use leptos::prelude::*;

/// What happened, newest or oldest first (MoJ timeline). Its children are [`TimelineItem`]s.
#[component]
pub fn Timeline(children: Children) -> impl IntoView {
    view! { <div class="moj-timeline">{children()}</div> }
}

/// One thing that happened. `datetime` is for machines, `when` for people.
#[component]
pub fn TimelineItem(
    #[prop(into)] title: String,
    #[prop(into)] datetime: String,
    #[prop(into)] when: String,
    #[prop(optional, into)] by: Option<String>,
    /// One below the heading that the timeline stands under.
    #[prop(default = 2)]
    level: u8,
    children: Children,
) -> impl IntoView {
    let title = match level {
        3 => view! { <h3 class="moj-timeline__title">{title}</h3> }.into_any(),
        4 => view! { <h4 class="moj-timeline__title">{title}</h4> }.into_any(),
        _ => view! { <h2 class="moj-timeline__title">{title}</h2> }.into_any(),
    };
    view! {
        <div class="moj-timeline__item">
            <div class="moj-timeline__header">
                {title}
                // Title and byline stand in one line: without the space they would be one word.
                " "
                {by.map(|by| view! { <p class="moj-timeline__byline">{format!("by {by}")}</p> })}
            </div>
            <p class="moj-timeline__date">
                <time datetime=datetime>{when}</time>
            </p>
            <div class="moj-timeline__description">{children()}</div>
        </div>
    }
}
