use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kept_back::{left_out, stopped_words};
use super::{answered, route};
use crate::model::choices::Choice as _;
use crate::model::ids::FamilyId;
use crate::navigation::ShowStep;
use crate::services::here::Here;
use crate::services::prepare::{Preparing, field, made, strengths_missing};
use crate::services::typed::Wrong;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::checkboxes::{Checkbox, Checkboxes};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::records::with_here;
use crate::ui::shell::page::Page;
use crate::ui::watch::use_watch;
use crate::workbook::fold::Workbook;

/// Exactly what will be shown, item by item; and the way to hand the device over.
#[component]
pub(super) fn CheckPage(family: FamilyId) -> impl IntoView {
    view! { <InFamily family page=move |book| page(family, &book) /> }
}

fn page(family: FamilyId, book: &Arc<Workbook>) -> AnyView {
    let desk = use_desk();
    let watch = use_watch();
    let before = answered(desk, family);
    let Ok(present) = before.present() else {
        // Nobody came by way of the first page: they begin there.
        desk.navigator.replace(&route(family, ShowStep::Who));
        return ().into_any();
    };
    let made = with_here(desk, book, |here| made(here, &present)).unwrap_or_default();
    let items = made.view.items.iter();
    let choices: Vec<Choice> = items
        .map(|it| Choice::new(it.number.to_string(), it.words.clone()).hint(it.heading.label()))
        .collect();
    let all: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
    let kept = all.iter().filter(|it| !it.parse().is_ok_and(|it| before.taken_out.contains(&it)));
    let shown = RwSignal::new(kept.cloned().collect::<Vec<_>>());
    let knows = RwSignal::new(before.without_strengths);
    let (errors, busy) = (FormErrors::new(), RwSignal::new(false));
    let left_out = left_out(&made);
    let (no_items, general) = (choices.is_empty(), made.only_general.clone());
    let made = StoredValue::new(made);
    let typed = move || {
        let shown = shown.get();
        let taken_out: BTreeSet<u32> =
            all.iter().filter(|it| !shown.contains(it)).filter_map(|it| it.parse().ok()).collect();
        Preparing { taken_out, without_strengths: knows.get(), ..before.clone() }
    };
    let typed = StoredValue::new(typed);
    let read = move || typed.with_value(|typed| typed());
    let asks = Memo::new(move |_| made.with_value(|made| strengths_missing(&read().chosen(made))));
    let stopped = {
        let book = book.clone();
        let (read, present) = (read, present.clone());
        Memo::new(move |_| {
            let preparing = read();
            let stops = |here: &Here<'_>| made.with_value(|made| preparing.stopped(here, &present, made));
            with_here(desk, &book, stops).unwrap_or_default()
        })
    };
    let book = book.clone();
    let lock = move |()| {
        let preparing = untrack(read);
        desk.preparing.set(preparing.clone());
        let hand = |here: &Here<'_>| {
            let present = preparing.present()?;
            made.with_value(|made| preparing.ready(here, present, made))
        };
        let prepared = match with_here(desk, &book, hand) {
            Some(Ok(prepared)) => prepared,
            Some(Err(Wrong { field, message })) => return errors.report_one(field, message),
            None => return,
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            if let Err(error) = watch.hand_over(prepared).await {
                errors.report_one(field::ITEMS, error.to_string());
            }
            busy.try_set(false);
        });
    };
    let only = general.map(|why| {
        view! { <p class="govuk-body">{format!("{why}. Only the pages that say nothing of anyone open.")}</p> }
    });
    // Made inside the form: the boxes find their errors there.
    let items = move || {
        match no_items {
        true => view! { <p class="govuk-body">"Nothing of the record is shown. They can still write to you."</p> }.into_any(),
        false => view! { <Checkboxes id=field::ITEMS legend="These things are shown" choices=choices values=shown /> }.into_any(),
    }
    };
    view! {
        <Page heading="Check what will be shown" caption="Prepare to show" back=route(family, ShowStep::Safe) errors=errors>
            <Form errors on_submit=Callback::new(lock)>
                {only}
                {move || stopped_words(stopped.get())}
                {items()}
                {move || asks.get().then(|| view! {
                    <Checkbox
                        id=field::STRENGTHS
                        label="I know that nothing they do well is shown"
                        hint="The first words after the greeting should be something they do well."
                        checked=knows
                    />
                })}
                {left_out}
                <WarningText>
                    "To come back you will need your passphrase. Turn on Guided Access (iPad) or app pinning (Android)
                    now: this page cannot stop anybody leaving the browser."
                </WarningText>
                <Button busy=busy>"Lock and show"</Button>
            </Form>
        </Page>
    }
    .into_any()
}
