//! The one thing that a page asks: a choice without a default, a box whose words are sealed as they are typed, or both.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::showing::Showing;
use crate::model::choices::Choice;
use crate::model::showing::Verdict;
use crate::services::visit::answer::Answer;
use crate::services::visit::page::Ask;

#[component]
pub fn AskForm(showing: Showing, ask: Ask) -> impl IntoView {
    let only = match ask.who.as_slice() {
        [(who, _)] => Some(*who),
        _ => None,
    };
    let begun = showing.inbox().and_then(|inbox| inbox.begun(only, &ask.to));
    let who = RwSignal::new(only);
    let verdict = RwSignal::new(begun.as_ref().and_then(|answer| answer.verdict));
    let words = RwSignal::new(begun.map(|answer| answer.words).unwrap_or_default());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let (to, then, not_kept) = (ask.to.clone(), ask.then.clone(), ask.not_kept.clone());
    let answer = move |who: Option<u32>| {
        let now = showing.inbox().map(|inbox| inbox.now()).unwrap_or_default();
        let new = Answer::new(who, to.clone(), now);
        Answer { verdict: verdict.get_untracked(), words: words.get_untracked(), ..new }
    };
    let answer = StoredValue::new(answer);
    let answered = move |who| answer.with_value(|answer| answer(who));
    // Every keystroke and every choice is handed to the letter box at once; its beat seals it.
    Effect::new(move |before: Option<Option<u32>>| {
        let (now, _, _) = (who.get(), verdict.get(), words.get());
        if let Some(inbox) = showing.inbox().filter(|_| before.is_some()) {
            if let Some(before) = before.filter(|before| *before != now) {
                // It turned out to be somebody else's: it is not kept as the first one's too.
                let Answer { who, to, at, .. } = answered(before);
                inbox.keep(Answer::new(who, to, at));
            }
            inbox.keep(answered(now));
        }
        now
    });
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (answer, then) = (answered(who.get_untracked()), then.clone());
        if busy.get_untracked() {
            return;
        }
        if answer.is_empty() {
            // Nothing has to be answered.
            return showing.go(&then);
        }
        busy.set(true);
        spawn_local(async move {
            let said = showing.say(answer).await;
            busy.try_set(false);
            match said {
                Ok(()) => showing.go(&then),
                Err(_) => {
                    failed.try_set(true);
                }
            }
        });
    };
    let people: Vec<_> = if ask.who.len() > 1 { ask.who } else { Vec::new() };
    let whose = (!people.is_empty()).then(|| {
        let choices = people.into_iter().map(|(place, name)| {
            radio(
                "who",
                place.to_string(),
                name,
                move || who.get() == Some(place),
                move || who.set(Some(place)),
            )
        });
        radios(ask.whose, choices.collect())
    });
    let verdicts = (!ask.choices.is_empty()).then(|| {
        let choices = ask.choices.into_iter().map(|(choice, label): (Verdict, String)| {
            let chosen = move || verdict.get() == Some(choice);
            radio("verdict", choice.code().to_owned(), label, chosen, move || verdict.set(Some(choice)))
        });
        radios(ask.legend, choices.collect())
    });
    view! {
        <form novalidate on:submit=save>
            {whose}
            {verdicts}
            {ask.words.map(|label| view! {
                <label class="app-family__label" for="say">{label}</label>
                <textarea
                    class="app-family__box"
                    id="say"
                    rows="6"
                    spellcheck="true"
                    autocomplete="off"
                    prop:value=words
                    on:input=move |event| words.set(event_target_value(&event))
                ></textarea>
            })}
            <div role="alert">{move || failed.get().then(|| not_kept.clone())}</div>
            <button type="submit" class="app-family__button" aria-disabled=move || busy.get().then_some("true")>
                {ask.save}
            </button>
        </form>
    }
}

fn radios(legend: String, choices: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="app-family__choices">
            <legend class="app-family__label">{legend}</legend>
            {choices}
        </fieldset>
    }
    .into_any()
}

fn radio(
    name: &'static str,
    value: String,
    label: String,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    let id = format!("{name}-{value}");
    view! {
        <div class="app-family__choice">
            <input type="radio" id=id.clone() name=name value=value prop:checked=chosen on:change=move |_| choose() />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}
