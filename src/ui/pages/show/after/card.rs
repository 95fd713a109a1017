//! One thing that somebody said, and the one choice about it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::choice::{choice, whose};
use super::{Here, visit};
use crate::services::clock::moment_words;
use crate::services::leaf::{Tag, Tone};
use crate::services::session::{AfterVisit, Heard};
use crate::services::visit::after::{self, Boxes, field};
use crate::ui::form::SideForm;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::summary_card::SummaryCard;
use crate::ui::pages::records::parts::tag;
use crate::workbook::fold::Workbook;

/// The card of the thing at this place among those that were said.
pub(super) fn card(here: Here, book: &Arc<Workbook>, it: &Arc<AfterVisit>, place: usize) -> Option<AnyView> {
    let heard = it.heard.get(place)?.clone();
    let (id, desk) = (heard.id, here.desk);
    let first = here.chosen.with_value(|chosen| chosen.get(&id).cloned());
    let first = first.unwrap_or_else(|| Boxes::suggested(book, it, &heard));
    let [who, keep, part] = [first.who, first.keep, first.place].map(RwSignal::new);
    let boxes = move || Boxes { who: who.get(), keep: keep.get(), place: part.get() };
    let known = StoredValue::new((book.clone(), it.clone(), heard.clone()));
    Effect::new(move |before: Option<String>| {
        let mut now = boxes();
        if before.is_some_and(|before| before != now.who) {
            now = known.with_value(|(book, it, heard)| now.said_by(book, it, heard));
            keep.set(now.keep.clone());
            part.set(now.place.clone());
        }
        here.chosen.update_value(|chosen| drop(chosen.insert(id, now.clone())));
        now.who
    });
    let accept = Callback::new(move |()| {
        if here.busy.get_untracked() {
            return;
        }
        let mut fresh = || desk.session()?.new_id().ok();
        let boxes = untrack(boxes);
        let asked = known.with_value(|(book, it, heard)| {
            after::commands(book, it, heard, &boxes, &mut fresh, desk.today())
        });
        let commands = match asked {
            Ok(commands) => commands,
            Err(wrong) => return here.errors.report_one(wrong.field, wrong.message),
        };
        let (showing, next) = known.with_value(|(_, it, _)| (it.id, next(it, place)));
        here.errors.clear();
        here.busy.set(true);
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.take_in(here.family, showing, &[id], commands).await {
                Ok(_) => {
                    here.tell("What was said is in the record");
                    here.look(Some(next)).await;
                }
                Err(error) => here.errors.report_one(field::of(field::KEEP, id), error.to_string()),
            }
            here.busy.try_set(false);
        });
    });
    here.accepts.update_value(|all| all.push((id, accept)));
    let (words, name) = (said(book, it, &heard), title(here, book, &heard));
    let (about, called) = (format!(" what is said in “{name}”"), name.clone());
    let whose = heard.who.is_none().then(|| whose(book, it, id, who));
    let choice = move || known.with_value(|(book, it, heard)| choice(book, it, heard, who, keep, part));
    Some(
        view! {
            <div
                id=card_id(&heard)
                role="group"
                aria-label=called
                on:focusin=move |_| here.at.set_value(Some(id))
            >
                <SideForm errors=here.errors on_submit=accept>
                    <SummaryCard title=name level=3>
                        {words} {whose} {choice}
                        <Button kind=ButtonKind::Secondary busy=here.busy>
                            "Accept"
                            <span class="govuk-visually-hidden">{about}</span>
                        </Button>
                    </SummaryCard>
                </SideForm>
            </div>
        }
        .into_any(),
    )
}

/// Where somebody goes on after this card: to the next one, the one before, or to what is left to do.
fn next(it: &AfterVisit, place: usize) -> String {
    let beside = it.heard.get(place + 1).or_else(|| it.heard.get(place.checked_sub(1)?));
    beside.map_or_else(|| visit::heading_id(it.id), card_id)
}

fn card_id(heard: &Heard) -> String {
    field::of("card", heard.id)
}

fn title(here: Here, book: &Workbook, heard: &Heard) -> String {
    let who = heard.who.map_or_else(|| "Nobody said whose this is".to_owned(), |who| book.name_of(who));
    format!("{who}, {}", moment_words(heard.answer.at, here.desk.today()))
}

/// What they said, every word as they wrote it.
fn said(book: &Workbook, it: &AfterVisit, heard: &Heard) -> AnyView {
    let part = |(name, words): (&'static str, String)| {
        view! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{name}</dt>
                <dd class="govuk-summary-list__value app-pre" dir="auto">{words}</dd>
            </div>
        }
        .into_any()
    };
    let differs = heard.answer.verdict.is_some_and(|verdict| verdict.disagrees());
    let differs = differs.then(|| tag(Tag::new("Sees it differently", Tone::Attention)));
    let parts: Vec<AnyView> = after::parts(book, it, heard).into_iter().map(part).collect();
    view! { {differs} <dl class="govuk-summary-list">{parts}</dl> }.into_any()
}
