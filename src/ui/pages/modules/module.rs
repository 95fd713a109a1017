use std::sync::Arc;

use leptos::prelude::*;

use crate::model::module::ModuleId;
use crate::navigation::{FamilyPage, Route};
use crate::programme;
use crate::programme::definition::Origin;
use crate::services::clock::{Clock, moment_words};
use crate::services::entry_reading::{Card, SoFar};
use crate::services::leaves::visits_in_module;
use crate::services::programme_grid::{Answer, can_add};
use crate::ui::desk::Desk;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonKind, ButtonLink};
use crate::ui::govuk::details::Details;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::interruption::Interruption;
use crate::ui::pages::records::parts::part;
use crate::ui::pages::records::with_here;
use crate::ui::shell::page::Page;
use crate::ui::shortcuts::{Shortcut, use_shortcut};
use crate::workbook::fact::Part;
use crate::workbook::fold::Workbook;

use super::completed::{Completed, answer};
use super::entry_card::EntryCard;
use super::prompts::Prompts;
use super::statement::StatementSoFar;
use super::{Here, in_family, live};

/// One module for one subject: what we know so far, adding to it, the statement for the assessment, and
/// whether the section is completed.
#[component]
pub fn ModulePage(here: Here) -> impl IntoView {
    in_family(here.family, Some(here.part.subject), move |desk, book| {
        let caption = here.words(&book);
        let book = live(desk, here.family, book);
        let so_far = Memo::new(move |_| book.with(|book| SoFar::of(book, here.part)));
        let open = Memo::new(move |_| book.with(|book| book.closed_on().is_none()));
        // Completing with nothing recorded is asked about on a page of its own.
        let asking = RwSignal::new(false);
        use_shortcut(Shortcut::NewEntry, Callback::new(move |()| desk.navigator.go(&here.new_entry())));
        for (shortcut, step) in [(Shortcut::NextModule, 1), (Shortcut::PreviousModule, -1)] {
            let go = move |()| {
                if let Some(other) = beside(here, step) {
                    desk.navigator.go(&other);
                }
            };
            use_shortcut(shortcut, Callback::new(go));
        }
        (move || match asking.get() {
            true => nothing_recorded(desk, here, book, asking),
            false => {
                let caption = caption.clone();
                view! {
                    <Page
                        heading=here.title()
                        caption=caption
                        back=Route::family(here.family, FamilyPage::Programme)
                    >
                        {undecided(here, so_far)}
                        <div class="app-columns">
                            <Prompts module=here.part.module />
                            <div class="app-columns__main">
                                {proposed(here)}
                                <h2 class="govuk-heading-m">"What we know so far"</h2>
                                {entries(here, so_far)}
                                {move || from_visits(desk, here, book)}
                                {move || {
                                    let can = book.with(|book| can_add(book, here.part.subject));
                                    open.get().then(|| add(desk, here, can))
                                }}
                                {withdrawn(here, so_far)}
                                <StatementSoFar here book />
                                {move || open.get().then(|| view! { <Completed here book asking /> })}
                            </div>
                        </div>
                    </Page>
                }
                .into_any()
            }
        })
        .into_any()
    })
}

/// The same subject's module before or after this one.
fn beside(here: Here, step: i8) -> Option<Route> {
    let place = ModuleId::ALL.iter().position(|module| *module == here.part.module)?;
    let place = place.checked_add_signed(step.into())?;
    let module = *ModuleId::ALL.get(place)?;
    Some(Here { part: Part { module, ..here.part }, ..here }.module())
}

fn proposed(here: Here) -> Option<AnyView> {
    match programme::module(here.part.module).origin {
        Origin::Proposed { note } => Some(view! { <InsetText>{note}</InsetText> }.into_any()),
        Origin::Published { .. } => None,
    }
}

fn entries(here: Here, so_far: Memo<SoFar>) -> AnyView {
    let list = move || so_far.get().standing;
    let empty = move || {
        so_far.with(|so_far| so_far.standing.is_empty()).then(|| {
            view! { <p class="govuk-body">"Nothing recorded yet. Start with what is going well."</p> }
        })
    };
    view! {
        {empty}
        <For
            each=list
            // A changed entry is drawn again.
            key=|card| (card.id, card.version, card.undecided)
            children=move |card| view! { <EntryCard here card /> }
        />
    }
    .into_any()
}

/// What visits say about it, typed once with the visit.
fn from_visits(desk: Desk, here: Here, book: Memo<Arc<Workbook>>) -> Option<AnyView> {
    let Part { module, subject } = here.part;
    let shown = book.with(|book| with_here(desk, book, |here| visits_in_module(here, module, subject)))??;
    let list = part(shown);
    Some(view! { <h3 class="govuk-heading-s">"From visits"</h3> {list} }.into_any())
}

fn undecided(here: Here, so_far: Memo<SoFar>) -> AnyView {
    let waiting = move || so_far.get().standing.into_iter().filter(|card| card.undecided).collect::<Vec<_>>();
    let link = move |card: Card| {
        view! {
            <li>
                <a class="govuk-link" href=here.history(card.id).to_hash()>
                    {format!("Decide about the entry of {}", card.done_on)}
                </a>
            </li>
        }
    };
    (move || {
        let waiting = waiting();
        let title = match waiting.len() {
            0 => return None,
            1 => "1 entry needs your decision".to_owned(),
            many => format!("{many} entries need your decision"),
        };
        Some(view! {
            <Alert kind=AlertKind::Warning title=title>
                <p class="govuk-body">
                    "Two people changed the same entry without knowing of each other. Both versions are kept."
                </p>
                <ul class="govuk-list">{waiting.into_iter().map(link).collect_view()}</ul>
            </Alert>
        })
    })
    .into_any()
}

/// A draft that waits here.
fn unfinished(desk: Desk, here: Here) -> AnyView {
    let route = here.new_entry().to_hash();
    (move || {
        let draft = desk.drafts.with(|drafts| drafts.iter().find(|draft| draft.route == route).cloned())?;
        let today = desk.session()?.clock().today();
        Some(view! {
            <p class="app-draft-note">
                {format!(
                    "You have an unfinished entry here, last typed in {}. It opens when you choose Add an entry.",
                    moment_words(draft.touched, today),
                )}
            </p>
        })
    })
    .into_any()
}

fn add(desk: Desk, here: Here, can_add: bool) -> AnyView {
    match can_add {
        true => view! {
            {unfinished(desk, here)}
            <ButtonLink href=here.new_entry().to_hash()>"Add an entry"</ButtonLink>
        }
        .into_any(),
        false => view! {
            <InsetText>
                "These two are assessed separately now. What was recorded about them jointly stays here. Add new
                entries with each of them."
            </InsetText>
        }
        .into_any(),
    }
}

fn withdrawn(here: Here, so_far: Memo<SoFar>) -> AnyView {
    (move || {
        let withdrawn = so_far.get().withdrawn;
        let summary = match withdrawn.len() {
            0 => return None,
            1 => "1 entry was entered in error".to_owned(),
            many => format!("{many} entries were entered in error"),
        };
        let lines = withdrawn
            .into_iter()
            .map(|(id, done_on)| {
                view! {
                    <li>
                        <a class="govuk-link" href=here.history(id).to_hash()>
                            {format!("History of the entry of {done_on}")}
                        </a>
                    </li>
                }
            })
            .collect_view();
        Some(view! { <Details summary=summary><ul class="govuk-list">{lines}</ul></Details> })
    })
    .into_any()
}

fn nothing_recorded(
    desk: Desk,
    here: Here,
    book: Memo<std::sync::Arc<crate::workbook::fold::Workbook>>,
    asking: RwSignal<bool>,
) -> AnyView {
    request_animation_frame(super::focus_heading);
    let yes = Callback::new(move |()| answer(desk, here, book, Answer::Yes, asking));
    let back = move |_| {
        asking.set(false);
        request_animation_frame(super::focus_heading);
    };
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Inverse on_press=yes>"Complete anyway"</Button>
            <button type="button" class="app-link-button app-link-button--inverse" on:click=back>
                "Go back"
            </button>
        }
    };
    view! {
        <Interruption heading="Nothing is recorded. Complete anyway?" actions=actions>
            <p>{format!("{} has no entries. You can complete it, and change that at any time.", here.title())}</p>
        </Interruption>
    }
    .into_any()
}
