use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::browser::files::{self, SaveFileError};
use crate::services::session::{ExportError, Locked};
use crate::services::words::count;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::back_link::BackStep;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::summary_list::{RowAction, SummaryList, SummaryRow};
use crate::ui::pages::carry::plan::{Plan, Step};
use crate::ui::shell::page::Page;

/// What the browser is told the file is.
const MEDIA_TYPE: &str = "application/json";

/// What is about to leave the device, before it does.
#[component]
pub fn Check(plan: Plan) -> impl IntoView {
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let save = move || {
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let outcome = make_and_save(plan).await;
            if busy.try_set(false).is_some() {
                // The page was left.
                return;
            }
            match outcome {
                Ok(()) => plan.go(Step::Done),
                Err(Trouble::Cancelled | Trouble::Left) => {}
                Err(Trouble::Words(words)) => trouble.set(Some(words)),
            }
        });
    };
    let alert = move || {
        trouble.get().map(|words| {
            view! {
                <Alert kind=AlertKind::Error title="The file was not saved" urgent=true>
                    <p class="govuk-body">{words}</p>
                    <Button kind=ButtonKind::Secondary on_press=save>"Try again"</Button>
                </Alert>
            }
        })
    };
    view! {
        <BackStep on_press=move || plan.go(Step::Passphrase) />
        <Page heading="Check before you save">
            {alert}
            <Summary plan />
            <p class="govuk-body">
                "The file is encrypted. Its name says nothing about anybody. Once somebody has the file and the
                passphrase, you cannot take it back."
            </p>
            <Button busy on_press=save>"Save file"</Button>
            <p class="govuk-body" role="status">
                {move || if busy.get() { "Making the file…" } else { "" }}
            </p>
        </Page>
    }
}

#[component]
fn Summary(plan: Plan) -> impl IntoView {
    let families = move || {
        let reader = plan.is_for().reader();
        let line = |family: crate::services::session::Portable| {
            view! {
                <li>
                    <bdi>{family.name()}</bdi>
                    {format!(", {}", count(family.records_for(reader), "record", "records"))}
                </li>
            }
        };
        plan.families().into_iter().map(line).collect_view()
    };
    let change = move |about: &str, step: Step| vec![RowAction::change_here(about, move || plan.go(step))];
    view! {
        <SummaryList>
            <SummaryRow key="For" actions=change("who it is for", Step::First)>
                {move || plan.is_for().label()}
            </SummaryRow>
            <SummaryRow key="Families" actions=change("what is in it", Step::First)>
                <ul class="govuk-list">{families}</ul>
            </SummaryRow>
            <SummaryRow key="Passphrase" actions=change("the passphrase", Step::Passphrase)>
                <span class="govuk-!-font-weight-bold">{move || plan.passphrase()}</span>
            </SummaryRow>
        </SummaryList>
    }
}

enum Trouble {
    /// Somebody closed the share sheet: they know.
    Cancelled,
    /// Somebody went to another page meanwhile.
    Left,
    Words(String),
}

impl From<ExportError> for Trouble {
    fn from(error: ExportError) -> Self {
        Self::Words(error.to_string())
    }
}

/// Makes the file unless it was made before, gives it to the person, and notes that they have it.
async fn make_and_save(plan: Plan) -> Result<(), Trouble> {
    let session = plan.desk.session().ok_or(Trouble::Words(Locked.to_string()))?;
    let made = match plan.made.get_untracked() {
        Some(made) => made,
        None => {
            let (families, reader, passphrase) =
                untrack(move || (plan.family_ids(), plan.is_for().reader(), plan.passphrase()));
            let made = session.export(&families, reader, &passphrase).await?;
            if plan.made.try_set(Some(made.clone())).is_some() {
                return Err(Trouble::Left);
            }
            made
        }
    };
    let saved = files::save(&made.file_name, MEDIA_TYPE, made.text.as_bytes()).await;
    let saved = saved.map_err(|error| match error {
        SaveFileError::Cancelled => Trouble::Cancelled,
        SaveFileError::Refused => Trouble::Words(error.to_string()),
    })?;
    // The file is in the person's hands whether or not this is kept: then the strip reminds them too early.
    let _ = session.note_export(&made).await;
    plan.desk.refresh();
    let _gone = plan.saved.try_set(Some(saved));
    Ok(())
}
