use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::{FamilyId, PersonId};
use crate::navigation::{FamilyPage, Route};
use crate::services::clock::{Clock, moment_words};
use crate::services::session::{AfterVisit, Heard};
use crate::services::visit::after;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::summary_card::SummaryCard;
use crate::ui::pages::in_family::InFamily;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// What was read of the letters.
type Read = Result<Vec<AfterVisit>, String>;

/// After the visit: what each person said, word for word. It is read here, and cannot be changed here.
#[component]
pub fn AfterPage(family: FamilyId) -> impl IntoView {
    let desk = use_desk();
    let found = RwSignal::new(None::<Read>);
    let look = Callback::new(move |()| {
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            let read = session.after_visits(family).await.map_err(|error| error.to_string());
            found.try_set(Some(read));
        });
    });
    look.run(());
    let page = move |book: Arc<Workbook>| {
        let shown = move || {
            found.get().map(|read| match read {
                Ok(visits) if visits.is_empty() => {
                    view! { <p class="govuk-body">"Nothing waits here."</p> }.into_any()
                }
                Ok(visits) => {
                    visits.into_iter().map(|it| visit(desk, &book, it, look)).collect_view().into_any()
                }
                Err(words) => view! {
                    <Alert kind=AlertKind::Error title="What was said could not be read">
                        <p class="govuk-body">{words}</p>
                    </Alert>
                }
                .into_any(),
            })
        };
        let back = Route::family(family, FamilyPage::Overview);
        view! { <Page heading="After the visit" back>{shown}</Page> }.into_any()
    };
    view! { <InFamily family page /> }
}

fn visit(desk: Desk, book: &Workbook, it: AfterVisit, look: Callback<()>) -> AnyView {
    let names: Vec<String> = it.showing.people.iter().map(|who| book.name_of(*who)).collect();
    let others = (!it.showing.others.is_empty()).then(|| format!(" With them: {}.", it.showing.others));
    let began = moment_words(it.showing.began, desk.today());
    let covered = match it.showing.hidden {
        0 => None,
        1 => Some("The screen was covered once.".to_owned()),
        times => Some(format!("The screen was covered {times} times.")),
    };
    let nobody = it.heard.is_empty().then_some("Nobody wrote anything.");
    let unopened = (it.unopened > 0).then(|| {
        view! {
            <Alert kind=AlertKind::Error title="Something that was said cannot be opened">
                <p class="govuk-body">"It is kept as it is. Nothing was changed. Ask them to tell you again."</p>
            </Alert>
        }
    });
    let (id, empty) = (it.id, it.heard.is_empty() && it.unopened == 0);
    let family = it.family;
    let logged: Vec<_> = after::log(book, &it).into_iter().collect();
    let put_away = move || {
        let logged = logged.clone();
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            if let Err(error) = desk.record(family, logged).await {
                return desk.shell.announce(Notice::new(error.to_string()));
            }
            match session.put_visit_away(id).await {
                Ok(()) => look.run(()),
                Err(error) => desk.shell.announce(Notice::new(error.to_string())),
            }
        });
    };
    let cards = it.heard.iter().map(|heard| card(desk, book, &it, heard, look)).collect_view();
    view! {
        <h2 class="govuk-heading-m">{format!("Shown to {} {began}", names.join(", "))}</h2>
        <p class="govuk-body">{nobody} {others} " " {covered}</p>
        {unopened}
        {cards}
        {empty.then(|| view! { <Button kind=ButtonKind::Secondary on_press=put_away>"Put this visit away"</Button> })}
    }
    .into_any()
}

/// One thing that somebody said.
fn card(desk: Desk, book: &Workbook, visit: &AfterVisit, heard: &Heard, look: Callback<()>) -> AnyView {
    let who = heard.who.map_or_else(|| "Nobody said whose this is".to_owned(), |who| book.name_of(who));
    let today = desk.session().map(|session| session.clock().today()).unwrap_or_default();
    let title = format!("{who}, {}", moment_words(heard.answer.at, today));
    let part = |(name, words): (&'static str, String)| {
        view! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{name}</dt>
                <dd class="govuk-summary-list__value app-pre" dir="auto">{words}</dd>
            </div>
        }
    };
    let parts = after::parts(heard).into_iter().map(part).collect_view();
    let (family, showing, id) = (visit.family, visit.id, heard.id);
    let keep = |who: PersonId| {
        let commands = after::keep(book, visit, heard, who, today);
        let words = match heard.who {
            Some(_) => "Keep it with the visit".to_owned(),
            None => format!("{} said this: keep it with the visit", book.name_of(who)),
        };
        let press = move || {
            let commands = commands.clone();
            spawn_local(async move {
                let Some(session) = desk.session() else { return };
                match session.take_in(family, showing, &[id], commands).await {
                    Ok(_) => {
                        desk.refresh();
                        desk.shell.announce(Notice::new("What was said is in the record"));
                        look.run(());
                    }
                    Err(error) => desk.shell.announce(Notice::new(error.to_string())),
                }
            });
        };
        view! { <Button kind=ButtonKind::Secondary on_press=press>{words}</Button> }
    };
    let ways = after::perhaps(visit, heard).into_iter().map(keep).collect_view();
    view! {
        <SummaryCard title level=3>
            <dl class="govuk-summary-list">{parts}</dl>
            <div class="app-cluster">{ways}</div>
        </SummaryCard>
    }
    .into_any()
}
