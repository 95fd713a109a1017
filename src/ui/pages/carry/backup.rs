//! S30: how safe the records are, a backup of everything, and a test of a backup that was made.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::navigation::Route;
use crate::services::browser::persistence::Kept;
use crate::services::clock::Clock;
use crate::services::keeping::{backup_words, size_words};
use crate::services::session::Offer;
use crate::ui::desk::use_desk;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::summary_list::{SummaryList, SummaryRow};
use crate::ui::pages::carry::file_form::FileForm;
use crate::ui::pages::carry::offer::OfferSummary;
use crate::ui::pages::carry::plan::{Plan, Step};
use crate::ui::pages::carry::share::Steps;
use crate::ui::shell::page::Page;
use crate::ui::watch::use_watch;

/// Back up.
#[component]
pub fn Backup() -> impl IntoView {
    let plan = Plan::backup(use_desk());
    view! { <Steps plan first=move || view! { <Standing plan /> } /> }
}

/// How things stand, and what can be done.
#[component]
fn Standing(plan: Plan) -> impl IntoView {
    let errors = FormErrors::new();
    let begin = move || {
        if plan.words.with_untracked(String::is_empty) {
            plan.make_words();
        }
        plan.go(Step::Passphrase);
    };
    let families = move || plan.families();
    let never = move || {
        let never = plan.desk.profile.with(|you| you.as_ref().is_some_and(|you| you.backed_up.is_none()));
        (never && !families().is_empty()).then(|| {
            view! {
                <Alert kind=AlertKind::Warning title="You have never backed up">
                    <p class="govuk-body">
                        "Your records are on this device only. If it is lost or broken, they are lost."
                    </p>
                </Alert>
            }
        })
    };
    let unchanged = move || {
        let all = families();
        let nothing = !all.is_empty() && all.iter().all(|family| !family.changed);
        nothing.then(|| {
            view! { <InsetText>"Nothing has changed since every family was last put in a file."</InsetText> }
        })
    };
    let action = move || {
        match families().is_empty() {
        true => view! {
            <InsetText>"There is nothing to back up yet. A backup holds every family that is here."</InsetText>
        }
        .into_any(),
        false => view! { <Button on_press=begin>"Back up now"</Button> }.into_any(),
    }
    };
    view! {
        <Page heading="Back up" back=Route::Share errors>
            {never}
            <p class="govuk-body">
                "A backup is one encrypted file with everything in this workbook store. Keep it away from this
                device."
            </p>
            <Facts plan />
            {unchanged}
            {action}
            <TestBackup errors />
        </Page>
    }
}

#[component]
fn Facts(plan: Plan) -> impl IntoView {
    let desk = plan.desk;
    let watch = use_watch();
    spawn_local(watch.look_at_storage());
    let kept = watch.kept;
    let last = move || {
        let at = desk.profile.with(|you| you.as_ref().and_then(|you| you.backed_up));
        desk.session().map(|session| backup_words(at, session.clock().today()))
    };
    let size = move || match kept.get().map(|kept| kept.used) {
        None => "Looking…".to_owned(),
        Some(None) => "This browser does not say".to_owned(),
        Some(Some(bytes)) => size_words(bytes),
    };
    let safe = move || match kept.get().map(|kept| kept.persisted) {
        None => "Looking…",
        Some(true) => "Yes. This browser has promised to keep them until you remove them.",
        Some(false) => "Not for certain. This browser may clear its data. Back up often.",
    };
    let full = move || {
        kept.get().is_some_and(Kept::is_nearly_full).then(|| {
            view! {
                <Alert kind=AlertKind::Warning title="This device is almost full">
                    <p class="govuk-body">"Back up now, then delete old bundles."</p>
                </Alert>
            }
        })
    };
    view! {
        {full}
        <SummaryList>
            <SummaryRow key="Backup of everything">{last}</SummaryRow>
            <SummaryRow key="Size on this device">{size}</SummaryRow>
            <SummaryRow key="Are records kept safely here?">{safe}</SummaryRow>
        </SummaryList>
    }
}

#[component]
fn TestBackup(errors: FormErrors) -> impl IntoView {
    let found = RwSignal::new(None::<Offer>);
    let result = move || {
        found.get().map(|offer| {
            view! {
                <Alert kind=AlertKind::Success title="This file opens" urgent=true>
                    <p class="govuk-body">
                        "The passphrase is right and everything in the file can be read. Nothing was added."
                    </p>
                </Alert>
                <OfferSummary offer />
            }
        })
    };
    view! {
        <h2 class="govuk-heading-m">"Test a backup"</h2>
        <p class="govuk-body">
            "Opens a file and looks at all of it, without adding anything. A backup that was never tested is a
            hope."
        </p>
        <FileForm
            label="Choose a backup to test"
            button="Test this file"
            kind=ButtonKind::Secondary
            errors
            on_offer=move |offer| found.set(Some(offer))
        />
        {result}
    }
}
