//! S31: opening a bundle that somebody gave, seeing what is in it, and only then taking it in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, Route};
use crate::services::session::{Locked, Offer, Taken};
use crate::services::words::count;
use crate::ui::arrive;
use crate::ui::decisions::decisions;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::back_link::BackStep;
use crate::ui::govuk::button::{Button, ButtonGroup};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::panel::Panel;
use crate::ui::pages::carry::file_form::FileForm;
use crate::ui::pages::carry::offer::OfferSummary;
use crate::ui::shell::page::Page;

#[derive(Clone)]
enum Stage {
    Choose,
    Look(Box<Offer>),
    /// What was taken in, and the families of the file with their labels.
    Taken(Taken, Vec<FamilyId>),
}

/// Open a bundle.
#[component]
pub fn OpenBundle() -> impl IntoView {
    let desk = use_desk();
    let stage = RwSignal::new(Stage::Choose);
    let turn = move |to: Stage| {
        desk.shell.dismiss_notice();
        stage.set(to);
        arrive::settle(None);
    };
    let turn = Callback::new(turn);
    move || match stage.get() {
        Stage::Choose => view! { <ChooseFile turn /> }.into_any(),
        Stage::Look(offer) => view! { <Look desk offer=*offer turn /> }.into_any(),
        Stage::Taken(taken, families) => view! { <Joined desk taken families /> }.into_any(),
    }
}

#[component]
fn ChooseFile(turn: Callback<Stage>) -> impl IntoView {
    let errors = FormErrors::new();
    view! {
        <Page heading="Open a bundle" back=Route::Share errors>
            <p class="govuk-body">
                "You will see what is in the file before anything is added. Nothing that is here is ever
                overwritten."
            </p>
            <FileForm
                label="Choose the file you were given"
                button="Open the file"
                errors
                on_offer=move |offer| turn.run(Stage::Look(Box::new(offer)))
            />
        </Page>
    }
}

#[component]
fn Look(desk: Desk, offer: Offer, turn: Callback<Stage>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let new = offer.new_records();
    let kept = StoredValue::new(offer.clone());
    let add = move || {
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let outcome = take(desk, kept.get_value()).await;
            if busy.try_set(false).is_some() {
                // The page was left; the families are there all the same.
                return;
            }
            match outcome {
                Ok((taken, families)) => turn.run(Stage::Taken(taken, families)),
                Err(words) => trouble.set(Some(words)),
            }
        });
    };
    let alert = move || {
        trouble.get().map(|words| {
            view! {
                <Alert kind=AlertKind::Error title="Nothing was added" urgent=true>
                    <p class="govuk-body">{words}</p>
                </Alert>
            }
        })
    };
    let other = move |_| turn.run(Stage::Choose);
    let action = match new {
        0 => view! {
            <InsetText>"Everything in this file is here already. There is nothing to add."</InsetText>
        }
        .into_any(),
        _ => view! { <Button busy on_press=add>"Add to this workbook store"</Button> }.into_any(),
    };
    view! {
        <BackStep on_press=move || turn.run(Stage::Choose) />
        <Page heading="What is in this file">
            {alert}
            <p class="govuk-body">"Nothing has been added yet."</p>
            <OfferSummary offer />
            <ButtonGroup>
                {action}
                <button type="button" class="app-link-button" on:click=other>"Open another file"</button>
            </ButtonGroup>
            <p class="govuk-body" role="status">
                {move || if busy.get() { "Adding…" } else { "" }}
            </p>
        </Page>
    }
}

async fn take(desk: Desk, offer: Offer) -> Result<(Taken, Vec<FamilyId>), String> {
    let session = desk.session().ok_or_else(|| Locked.to_string())?;
    let families = offer.families.iter().map(|family| family.id).collect();
    let taken = session.take(offer).await.map_err(|error| error.to_string())?;
    desk.refresh();
    Ok((taken, families))
}

#[component]
fn Joined(desk: Desk, taken: Taken, families: Vec<FamilyId>) -> impl IntoView {
    let words = match taken.conflicts {
        0 => "Everything joined without conflicts. ",
        _ => "Everything joined. ",
    };
    let added = format!(
        "{words}{} added to {}.",
        count(taken.events, "record was", "records were"),
        count(taken.families, "family", "families"),
    );
    let decisions = families
        .iter()
        .map(|id| {
            let id = *id;
            move || desk.workbook(id).and_then(|book| decisions(desk, &book))
        })
        .collect_view();
    let link = |id: FamilyId| {
        let label = untrack(|| desk.workbook(id)).map(|book| book.label()).unwrap_or_default();
        let href = Route::family(id, FamilyPage::Overview).to_hash();
        view! { <li><a class="govuk-link" href=href><bdi>{label}</bdi></a></li> }
    };
    view! {
        <Panel heading="Added to this workbook store">{added}</Panel>
        {decisions}
        <h2 class="govuk-heading-m">"Go to"</h2>
        <ul class="govuk-list">
            {families.iter().copied().map(link).collect_view()}
            <li><a class="govuk-link" href=Route::Families.to_hash()>"My families"</a></li>
        </ul>
        <p class="govuk-body">
            "Delete the file from this device when you no longer need it. Back up soon: what was added is on
            this device only."
        </p>
    }
}
