use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::closing::Session;
use super::taking_back::taking_back;
use crate::model::safety_plan::SafetyPlan;
use crate::services::private_session;
use crate::services::private_session::form::on_paper;
use crate::services::private_session::timing::Closed;
use crate::ui::arrive;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// The plan as it stands. It is on paper only on a day on which the person said that this is safe.
pub(super) fn read(book: &Arc<Workbook>, session: Session, shown: &private_session::Session) -> AnyView {
    let two = shown.plans.len() > 1;
    let plans = shown.plans.iter().map(words).collect::<Vec<_>>();
    let none = shown.plans.is_empty().then(|| {
        view! { <p class="govuk-body">"Nothing is written here yet."</p> }
    });
    let both = two.then(|| {
        view! {
            <p class="govuk-body">
                "This was written twice, on two devices. Change it so that it says what is true; both stay until then."
            </p>
        }
    });
    let change = shown.may_write.then(|| {
        let write = move || {
            session.writing.set(true);
            arrive::settle(None);
        };
        view! { <Button on_press=write>"Change it"</Button> }
    });
    let paper = (shown.plans.len() == 1).then(|| paper(book, session, shown));
    let back =
        (shown.may_write && !two && !shown.plans.is_empty()).then(|| taking_back(book, session, &shown.name));
    let (on_screen, only_for) = match &shown.paper {
        Some(Ok(paper)) => ("", Some(paper.only_for.clone())),
        Some(Err(_)) | None => ("app-no-print", None),
    };
    let only_for = only_for.map(|words| view! { <p class="govuk-body app-print-only">{words}</p> });
    view! {
        <div class=on_screen>
            <Page heading=private_session::heading(&shown.name)>
                {only_for}
                <ButtonGroup>
                    {change}
                    <Button kind=ButtonKind::Secondary on_press=move || session.close(Closed::Asked)>
                        "Close now"
                    </Button>
                </ButtonGroup>
                {none}
                {both}
                {plans}
                {paper}
                {back}
            </Page>
        </div>
    }
    .into_any()
}

/// What would lead somebody to them stands on no paper, their own included.
fn kept_off(sentences: &[String]) -> AnyView {
    let lines = sentences.iter().map(|it| view! { <li>{format!("“{it}”")}</li> }).collect_view();
    view! {
        <div class="app-no-print">
            <h2 class="govuk-heading-m">"On paper"</h2>
            <p class="govuk-body">
                "They said today that it is safe on paper, but these sentences say something that is protected. Whoever
                finds the paper would know it. Change them, then ask again."
            </p>
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
        </div>
    }
    .into_any()
}

fn words(plan: &SafetyPlan) -> AnyView {
    let part = |(asks, says): (&'static str, &str)| {
        let says = says.trim().to_owned();
        (!says.is_empty()).then(|| view! { <dt>{asks}</dt> <dd class="app-pre">{says}</dd> })
    };
    view! { <dl class="app-facts">{plan.parts().map(part).into_iter().collect_view()}</dl> }.into_any()
}

/// Whether it may be printed: asked anew on every day.
fn paper(book: &Arc<Workbook>, session: Session, shown: &private_session::Session) -> AnyView {
    if let Some(Err(sentences)) = &shown.paper {
        return kept_off(sentences);
    }
    if let Some(Ok(paper)) = &shown.paper {
        let file_name = paper.file_name.clone();
        let print = move || session.print(&file_name);
        return view! {
            <div class="app-no-print">
                <h2 class="govuk-heading-m">"On paper"</h2>
                <p class="govuk-body">"They said today that it is safe for them to have this on paper."</p>
                <Button kind=ButtonKind::Secondary on_press=print>"Print it"</Button>
            </div>
        }
        .into_any();
    }
    if !shown.may_write {
        return ().into_any();
    }
    let book = book.clone();
    let wrong = RwSignal::new(None::<String>);
    let says_yes = move || {
        let command = on_paper(&book, session.person, session.desk.today());
        spawn_local(async move {
            let recorded = session.desk.record(session.family, command.into_iter().collect()).await;
            wrong.try_set(recorded.err().map(|error| error.to_string()));
        });
    };
    view! {
        <div class="app-no-print">
            <h2 class="govuk-heading-m">"On paper"</h2>
            <p class="govuk-body">
                "It is not printed unless they say today that it is safe for them to have it. Ask who could find it,
                and where they would keep it."
            </p>
            {move || wrong.get().map(|words| view! { <p class="govuk-body" role="alert">{words}</p> })}
            <Button kind=ButtonKind::Secondary on_press=says_yes>"They say that it is safe on paper today"</Button>
        </div>
    }
    .into_any()
}
