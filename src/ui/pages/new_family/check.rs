use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::{FamilyPage, NewFamilyStep, Route};
use crate::services::drafts::DraftKey;
use crate::services::new_family::{Answer, DRAFT, Fault, NewFamily, Suspicion, answers, perhaps_here, read};
use crate::services::session::FamilyState;
use crate::ui::arrive;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::summary_list::{RowAction, SummaryList, SummaryRow};
use crate::ui::pages::new_family::perhaps_here::PerhapsHere;
use crate::ui::shell::page::Page;
use crate::ui::shortcuts::{Shortcut, use_shortcut};

/// What stops the workbook from being opened.
#[derive(Clone, PartialEq)]
enum Stop {
    Unanswered(Vec<Fault>),
    PerhapsHere(Vec<Suspicion>),
    NotRecorded(String),
}

/// Everything that was answered, once more; and only then the workbook.
#[component]
pub(super) fn Check() -> impl IntoView {
    let desk = use_desk();
    let stop = RwSignal::new(None::<Stop>);
    let busy = RwSignal::new(false);
    let open = move |sure: bool| {
        let fields = fields(desk);
        let found = match read(&fields, desk.today()) {
            Err(faults) => Some(Stop::Unanswered(faults)),
            Ok(new) => match suspicions(desk, &new) {
                here if !here.is_empty() && !sure => Some(Stop::PerhapsHere(here)),
                _ => {
                    spawn_local(record(desk, new, stop, busy));
                    return;
                }
            },
        };
        stop.set(found);
        arrive::settle(None);
    };
    let is_interrupted = Memo::new(move |_| stop.with(|stop| matches!(stop, Some(Stop::PerhapsHere(_)))));
    let go_back = move |()| {
        stop.set(None);
        arrive::settle(None);
    };
    move || match is_interrupted.get() {
        true => {
            let found = match stop.get_untracked() {
                Some(Stop::PerhapsHere(found)) => found,
                _ => Vec::new(),
            };
            let sure = Callback::new(move |()| open(true));
            view! { <PerhapsHere found sure go_back=Callback::new(go_back) /> }.into_any()
        }
        false => page(desk, stop, busy, Callback::new(move |()| open(false))),
    }
}

fn page(desk: Desk, stop: RwSignal<Option<Stop>>, busy: RwSignal<bool>, open: Callback<()>) -> AnyView {
    use_shortcut(Shortcut::Main, open);
    let rows = answers(&fields(desk)).into_iter().map(row).collect_view();
    view! {
        <Page
            heading="Check your answers"
            caption="Add a family"
            back=Route::FamilyNew(NewFamilyStep::Allocation)
        >
            {move || stop.get().map(alert)}
            <p class="govuk-body">"Nothing is recorded until you open the workbook."</p>
            <SummaryList>{rows}</SummaryList>
            <Button on_press=open busy>"Open the workbook"</Button>
        </Page>
    }
    .into_any()
}

fn row(answer: Answer) -> AnyView {
    let href = Route::FamilyNew(answer.step).to_hash();
    let about = answer.question.to_lowercase();
    let value = match answer.lines.is_empty() {
        true => view! { <span class="app-muted">"Not given"</span> }.into_any(),
        false => answer.lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view().into_any(),
    };
    view! {
        <SummaryRow key=answer.question actions=vec![RowAction::change(about, href)]>{value}</SummaryRow>
    }
    .into_any()
}

fn alert(stop: Stop) -> AnyView {
    match stop {
        Stop::Unanswered(faults) => {
            let line = |fault: Fault| {
                let href = Route::FamilyNew(fault.step).to_hash();
                view! { <li><a class="govuk-link" href=href>{fault.wrong.message}</a></li> }
            };
            let lines = faults.into_iter().map(line).collect_view();
            view! {
                <Alert kind=AlertKind::Warning title="Some answers are still needed" urgent=true>
                    <ul class="govuk-list">{lines}</ul>
                </Alert>
            }
            .into_any()
        }
        Stop::NotRecorded(why) => view! {
            <Alert kind=AlertKind::Error title="The workbook was not opened" urgent=true>
                <p class="govuk-body">{why}</p>
            </Alert>
        }
        .into_any(),
        Stop::PerhapsHere(_) => ().into_any(),
    }
}

fn fields(desk: Desk) -> crate::services::typed::Fields {
    let draft = desk.session().and_then(|session| session.draft(&DraftKey(DRAFT.to_owned())));
    draft.map(|draft| draft.fields).unwrap_or_default()
}

fn suspicions(desk: Desk, new: &NewFamily) -> Vec<Suspicion> {
    let families = desk.families.get_untracked();
    let books = families.iter().filter_map(|state| match state {
        FamilyState::Open(book) => Some(&**book),
        FamilyState::CannotBeOpened(_) => None,
    });
    perhaps_here(new, books)
}

async fn record(desk: Desk, new: NewFamily, stop: RwSignal<Option<Stop>>, busy: RwSignal<bool>) {
    busy.set(true);
    match desk.open_family(&new).await {
        Ok(family) => {
            let words = "The workbook is open. It is on this device only until you back up or share.";
            desk.tell(Notice::new(words));
            desk.navigator.replace(&Route::family(family, FamilyPage::Overview));
        }
        Err(error) => {
            stop.try_set(Some(Stop::NotRecorded(error.to_string())));
        }
    }
    busy.try_set(false);
}
