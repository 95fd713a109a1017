//! One visit: to whom something was shown, what they said, and what is left to do.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Here, card};
use crate::model::ids::ShowingId;
use crate::navigation::Route;
use crate::services::leaf::{Part, Way};
use crate::services::session::AfterVisit;
use crate::services::visit::after::{acts, log, told};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::pages::records::parts::part;
use crate::ui::pages::records::with_here;
use crate::workbook::fold::Workbook;

pub(super) fn visit(here: Here, book: &Arc<Workbook>, it: Arc<AfterVisit>) -> AnyView {
    let told = told(book, &it, here.desk.today());
    let cards: Vec<AnyView> =
        it.heard.iter().enumerate().filter_map(|(place, _)| card::card(here, book, &it, place)).collect();
    let left = !it.heard.is_empty() || it.unopened > 0;
    let unopened = (it.unopened > 0).then(|| {
        view! {
            <Alert kind=AlertKind::Error title="Something that was said cannot be opened">
                <p class="govuk-body">"It is kept as it is. Nothing was changed. Ask them to tell you again."</p>
            </Alert>
        }
    });
    let next = told.next.map(|words| {
        view! { <h3 class="govuk-heading-s">{words}</h3> }
    });
    let summary = format!("What was shown ({})", told.shown.len());
    let shown = (!told.shown.is_empty())
        .then(|| part(Part::Details { summary, parts: vec![Part::List(told.shown)] }));
    let ways = (!left).then(|| ways(here, book, &it, told.visit));
    view! {
        <h2 class="govuk-heading-m" id=heading_id(it.id)>{told.heading}</h2>
        <p class="govuk-body">{told.words}</p>
        {unopened}
        {to_act_on(here, book)}
        {cards}
        {next}
        {ways}
        {shown}
    }
    .into_any()
}

/// Where somebody goes on once nothing is left to choose.
pub(super) fn heading_id(visit: ShowingId) -> String {
    format!("after-{visit}")
}

/// Before anything else: whether something that was said cannot wait.
fn to_act_on(here: Here, book: &Workbook) -> AnyView {
    let ways = with_here(here.desk, book, acts).unwrap_or_default();
    let link = |Way { words, to, .. }: Way| {
        view! { <li><a class="govuk-link" href=to.to_hash()>{words}</a></li> }.into_any()
    };
    view! {
        <InsetText>
            <h3 class="govuk-heading-s">"Anything to act on today?"</h3>
            <p class="govuk-body">
                "If something here means that somebody may not be safe, act on it first. What they said stays here until
                you come back."
            </p>
            <ul class="govuk-list app-cluster">{ways.into_iter().map(link).collect::<Vec<_>>()}</ul>
        </InsetText>
    }
    .into_any()
}

/// The form of the visit, with what is known of it; and away with the visit, of which nothing is left.
fn ways(here: Here, book: &Arc<Workbook>, it: &AfterVisit, record: Way) -> AnyView {
    let logged: Vec<_> = log(book, it).into_iter().collect();
    let logged = StoredValue::new(logged);
    let id = it.id;
    // Every showing is logged, whoever said nothing in it.
    let then = move |go: Option<Route>| {
        spawn_local(async move {
            let Some(session) = here.desk.session() else { return };
            if let Err(error) = here.desk.record(here.family, logged.get_value()).await {
                return here.tell(error.to_string());
            }
            match go {
                Some(to) => here.desk.navigator.go(&to),
                None => match session.put_visit_away(id).await {
                    Ok(()) => here.look(None).await,
                    Err(error) => here.tell(error.to_string()),
                },
            }
        });
    };
    let to = record.to.clone();
    view! {
        <ButtonGroup>
            <Button on_press=move || then(Some(to.clone()))>{record.words}</Button>
            <Button kind=ButtonKind::Secondary on_press=move || then(None)>"Put this visit away"</Button>
        </ButtonGroup>
    }
    .into_any()
}
