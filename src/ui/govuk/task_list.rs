use leptos::prelude::*;

use crate::ui::govuk::tag::{Tag, TagColour};

/// One piece of work: what it is called, where it is done, and how far it is.
#[derive(Debug, Clone)]
pub struct Task {
    pub title: String,
    /// For whom, where the same tasks are listed for several people: heard with the title, not seen.
    pub whose: Option<String>,
    pub href: Option<String>,
    pub hint: Option<String>,
    pub status: String,
    /// "Completed" has no tag: plain words were found to stand out less than what is left to do.
    pub tag: Option<TagColour>,
}

/// Work and how far it is. The whole row can be pressed; the link is the only stop for Tab.
#[component]
pub fn TaskList(#[prop(into)] id: String, #[prop(into)] tasks: Signal<Vec<Task>>) -> impl IntoView {
    let items = move || {
        let id = id.clone();
        tasks.get().into_iter().enumerate().map(|(place, task)| item(&id, place + 1, task)).collect_view()
    };
    view! { <ul class="govuk-task-list">{items}</ul> }
}

fn item(list: &str, number: usize, task: Task) -> AnyView {
    let hint_id = format!("{list}-{number}-hint");
    let status_id = format!("{list}-{number}-status");
    let class = match task.href {
        Some(_) => "govuk-task-list__item govuk-task-list__item--with-link",
        None => "govuk-task-list__item",
    };
    let described_by = match task.hint {
        Some(_) => format!("{hint_id} {status_id}"),
        None => status_id.clone(),
    };
    let whose = task
        .whose
        .map(|whose| view! { <span class="govuk-visually-hidden">{format!(" for {whose}")}</span> });
    let title = match task.href {
        Some(href) => view! {
            <a class="govuk-link govuk-task-list__link" href=href aria-describedby=described_by>
                {task.title}
                {whose}
            </a>
        }
        .into_any(),
        None => view! { <div>{task.title} {whose}</div> }.into_any(),
    };
    let status = match task.tag {
        Some(colour) => view! { <Tag colour=colour text=task.status /> }.into_any(),
        None => task.status.into_any(),
    };
    view! {
        <li class=class>
            <div class="govuk-task-list__name-and-hint">
                {title}
                {task.hint.map(|hint| view! {
                    <div id=hint_id class="govuk-task-list__hint">{hint}</div>
                })}
            </div>
            <div class="govuk-task-list__status" id=status_id>
                {status}
            </div>
        </li>
    }
    .into_any()
}
