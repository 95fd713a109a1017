//! Questions to think about: help to read beside the work. Never a field, never ticked, never recorded.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::module::ModuleId;
use crate::programme;
use crate::programme::definition::{Item, Module, Origin, Question, QuestionKind, Setting};
use crate::programme::prompts::{MOTIVATIONAL_INTERVIEWING, RECORDING_TIPS};
use crate::ui::desk::use_desk;
use crate::ui::govuk::details::Details;
use crate::ui::shortcuts::{Shortcut, use_shortcut};
use crate::ui::{clipboard, focus};

const ID: &str = "prompts";

/// Beside the work where there is room, and a closed "Questions to think about" above it where there is
/// not. Alt+Q goes there and back; Esc returns to the box that had the focus.
#[component]
pub(super) fn Prompts(module: ModuleId) -> impl IntoView {
    let module = programme::module(module);
    let open = RwSignal::new(has_room());
    let came_from = StoredValue::new_local(None::<web_sys::Element>);
    let back = move || {
        let before = came_from.try_update_value(Option::take).flatten();
        if let Some(before) = before.and_then(|element| wasm_bindgen::JsCast::dyn_into(element).ok()) {
            focus::in_place(&before);
        }
    };
    let toggle = move |()| {
        if is_inside(document().active_element()) {
            back();
        } else {
            came_from.set_value(document().active_element());
            open.set(true);
            request_animation_frame(|| {
                let summary = document().query_selector("#prompts > summary").ok().flatten();
                if let Some(summary) =
                    summary.and_then(|summary| wasm_bindgen::JsCast::dyn_into(summary).ok())
                {
                    let summary: web_sys::HtmlElement = summary;
                    let _unfocusable = summary.focus();
                }
            });
        }
    };
    use_shortcut(Shortcut::Questions, Callback::new(toggle));
    let escape = move |event: web_sys::KeyboardEvent| {
        // Before the help closes by itself: whoever came by the keys goes back first.
        if event.key() == "Escape" && came_from.with_value(Option::is_some) {
            event.stop_propagation();
            back();
        }
    };
    view! {
        <aside class="app-columns__aside app-prompts" aria-label="Questions to think about" on:keydown:capture=escape>
            <Details id=ID summary="Questions to think about" open=open>
                {origin(module)} {items("Aims", module.aims)} {questions(module)}
                {items("What good looks like", module.outcomes)} {interviewing()} {tips()}
                <p class="govuk-body-s">"Write it so the family can read it."</p>
            </Details>
        </aside>
    }
}

fn has_room() -> bool {
    window().match_media("(min-width: 1020px)").ok().flatten().is_some_and(|query| query.matches())
}

fn is_inside(element: Option<web_sys::Element>) -> bool {
    element.is_some_and(|element| element.closest("#prompts").ok().flatten().is_some())
}

fn origin(module: &Module) -> AnyView {
    let words = match module.origin {
        Origin::Published { document, section } => format!("From {document}, {section}."),
        Origin::Proposed { note } => note.to_owned(),
    };
    view! { <p class="govuk-body-s">{words}</p> }.into_any()
}

fn items(title: &'static str, items: &'static [Item]) -> AnyView {
    let lines = items.iter().map(|item| view! { <li>{item.text}</li> }).collect_view();
    view! {
        <Details summary=title>
            <ul class="app-prompts__list">{lines}</ul>
        </Details>
    }
    .into_any()
}

fn questions(module: &'static Module) -> AnyView {
    let sections = module
        .sections
        .iter()
        .map(|section| {
            view! {
                <div class="app-prompts__group">
                    {section.heading.map(|heading| view! { <p class="govuk-!-font-weight-bold">{heading}</p> })}
                    <ul class="app-prompts__list">{section.questions.iter().map(question).collect_view()}</ul>
                </div>
            }
        })
        .collect_view();
    let summary = format!("Questions and areas for consideration ({})", module.questions().count());
    view! { <Details summary=summary>{sections}</Details> }.into_any()
}

fn question(question: &'static Question) -> AnyView {
    let tip = (question.kind == QuestionKind::PracticeTip).then(|| view! { <strong>"Tip: "</strong> });
    let alone = (question.setting == Setting::EachAdultAlone)
        .then(|| view! { <strong>"Ask each adult alone. "</strong> });
    let copy =
        (question.kind == QuestionKind::Question && clipboard::is_offered()).then(|| copy(question.text));
    let below = (!question.sub.is_empty()).then(|| {
        view! { <ul class="app-prompts__list">{question.sub.iter().map(self::question).collect_view()}</ul> }
            .into_any()
    });
    view! { <li>{tip} {alone} {question.text} " " {copy} {below}</li> }.into_any()
}

/// Copies a question to ask the family. What is copied goes nowhere near the record.
fn copy(words: &'static str) -> AnyView {
    let desk = use_desk();
    let copied = RwSignal::new(false);
    let copy = move |_| {
        spawn_local(async move {
            if clipboard::copy(words).await {
                desk.shell.speak("Question copied");
                copied.try_set(true);
            }
        });
    };
    view! {
        <button type="button" class="app-link-button" on:click=copy>
            {move || if copied.get() { "Copied" } else { "Copy" }}
            <span class="govuk-visually-hidden">{format!(" the question: {words}")}</span>
        </button>
    }
    .into_any()
}

fn interviewing() -> AnyView {
    let help = &MOTIVATIONAL_INTERVIEWING;
    let groups = help
        .groups
        .iter()
        .map(|group| {
            let points = group
                .points
                .iter()
                .map(|point| view! { <li><strong>{point.name}</strong> ". " {point.meaning}</li> })
                .collect_view();
            view! {
                <div class="app-prompts__group">
                    <p class="govuk-!-font-weight-bold">{group.heading}</p>
                    <ul class="app-prompts__list">{points}</ul>
                </div>
            }
        })
        .collect_view();
    view! {
        <Details summary=help.title>
            <p>{help.lead}</p>
            {groups}
            <p class="govuk-body-s">{help.source}</p>
        </Details>
    }
    .into_any()
}

fn tips() -> AnyView {
    let tips = RECORDING_TIPS.tips.iter().map(|tip| view! { <li>{tip.text}</li> }).collect_view();
    view! {
        <Details summary="Recording tips">
            <ol class="app-prompts__list">{tips}</ol>
            <p>{RECORDING_TIPS.standing_test.text}</p>
            <p class="govuk-body-s">{RECORDING_TIPS.source}</p>
        </Details>
    }
    .into_any()
}
