use std::sync::Arc;

use leptos::prelude::*;

use crate::model::practitioner::Role;
use crate::navigation::Route;
use crate::services::clock::Clock;
use crate::services::due_list::{Filter, Line, for_calendar, lines, parts};
use crate::services::for_calendar::{MEDIA_TYPE, WHAT_IT_SAYS};
use crate::services::session::{FamilyState, Profile};
use crate::services::sheet::Answer;
use crate::ui::desk::Desk;
use crate::ui::focus;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::select::Select;
use crate::ui::pages::records::parts::part;
use crate::ui::save_file::SaveFile;

/// What has to be done in every family, by when. What is chosen stays in memory.
#[component]
pub fn Outstanding(desk: Desk) -> impl IntoView {
    let [whose, family, kind] = [(); 3].map(|()| RwSignal::new(String::new()));
    let all = Memo::new(move |_| everything(desk));
    let filter = move || Filter { whose: whose.get(), family: family.get(), kind: kind.get() };
    let shown = move || all.with(|all| parts(all, &filter())).into_iter().map(part).collect::<Vec<_>>();
    let something = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let choices = |answers: Vec<Answer>| {
        answers.into_iter().map(|it| Choice::new(it.value, it.label)).collect::<Vec<_>>()
    };
    let filters = move || {
        let families = choices(families(desk));
        view! {
            <Details summary="Filter the list">
                <Select id="due-whose" label="Whose" choices=choices(Filter::whose()) value=whose />
                <Select id="due-family" label="Family" choices=families value=family />
                <Select id="due-kind" label="What it is about" choices=choices(Filter::kinds()) value=kind />
            </Details>
        }
    };
    let clear = move || {
        (!filter().is_empty()).then(|| {
            let clear = move |_| {
                for value in [whose, family, kind] {
                    value.set(String::new());
                }
                // The button goes with what it cleared.
                focus::on_field("due-whose");
            };
            view! {
                <p class="govuk-body">
                    <button type="button" class="app-link-button" on:click=clear>"Show everything"</button>
                </p>
            }
        })
    };
    let managers = move || {
        let manages = |it: &Arc<Profile>| it.practitioner.role == Role::TeamManager;
        let manager = desk.profile.with(|profile| profile.as_ref().is_some_and(manages));
        let href = Route::Manager.to_hash();
        manager.then(|| {
            view! { <p class="govuk-body"><a class="govuk-link" href=href>"Manager’s page"</a></p> }
        })
    };
    let dates = move || {
        let now = desk.session()?.clock().now();
        all.with(|all| for_calendar(all, &filter(), now))
    };
    let some_dates = Memo::new(move |_| dates().is_some());
    let calendar = move || {
        some_dates.get().then(|| {
            view! {
                <div class="app-no-print">
                    <h2 class="govuk-heading-m">"Your calendar"</h2>
                    <p class="govuk-body">{WHAT_IT_SAYS}</p>
                    <SaveFile
                        label="Add to your calendar"
                        media_type=MEDIA_TYPE
                        file=move |()| untrack(dates)
                    />
                </div>
            }
        })
    };
    view! {
        {managers}
        {move || something.get().then(filters)}
        {clear}
        {shown}
        {calendar}
    }
}

fn everything(desk: Desk) -> Vec<Line> {
    let (Some(profile), Some(session)) = (desk.profile.get(), desk.session()) else { return Vec::new() };
    let (history, now) = (profile.history(), session.clock().now());
    desk.families.with(|families| {
        let books = families.iter().filter_map(|state| match state {
            FamilyState::Open(book) => Some(&**book),
            FamilyState::CannotBeOpened(_) => None,
        });
        lines(books, &history, &profile.practitioner, now)
    })
}

fn families(desk: Desk) -> Vec<Answer> {
    desk.families.with(|families| {
        let answer = |state: &FamilyState| match state {
            FamilyState::Open(book) => Some(Answer::new(book.id, book.label())),
            FamilyState::CannotBeOpened(_) => None,
        };
        families.iter().filter_map(answer).collect()
    })
}
