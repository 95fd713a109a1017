use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{lines, report, report_refused};
use crate::model::ids::PersonId;
use crate::model::person::Workflow;
use crate::services::two_versions::workflow_lines;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::radios::Radios;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

const INSIDE: &str = "workflow";
const SINCE: &str = "workflow-since";
const WHY: &str = "workflow-why";

/// Whether the work is with this person, since when and why.
#[component]
pub(super) fn WorkflowForm(book: Arc<Workbook>, person: PersonId) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let name = book.name_of(person);
    let known = book.workflow.current(person).cloned();
    let stands = known.clone().unwrap_or(Workflow {
        inside: book.in_workflow(person),
        since: None,
        why: String::new(),
    });
    let seen = StoredValue::new(book.workflow.head_ids(person));
    let heading = format!("Whether {name} is in the workflow");
    let form = DraftForm::open(format!("{family}/workflow/{person}"), Some(family), heading);
    let inside = form.text(INSIDE, if stands.inside { "yes" } else { "no" });
    let since = form.date(SINCE, DateFields::of(stands.since));
    let why = form.text(WHY, stands.why.clone());
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let save = move |()| {
        let fields = form.values();
        let workflow = match read(&fields, desk.today()) {
            Ok(workflow) => workflow,
            Err(wrong) => {
                report(errors, vec![wrong]);
                return;
            }
        };
        let command = Command::SetWorkflow { person, workflow, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Workflow saved")),
                Err(error) => report_refused(errors, WHY, &error),
            }
        });
    };
    let choices = vec![Choice::new("yes", "Yes"), Choice::new("no", "No")];
    view! {
        <h2 class="govuk-heading-m">"Workflow"</h2>
        <div class="govuk-body">{lines(workflow_lines(&stands))}</div>
        <Details summary="Change whether they are in the workflow" open=open>
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(save)>
                <Radios id=INSIDE legend=format!("Is {name} in the workflow?") choices value=inside inline=true />
                <DateInput id=SINCE legend="Since when (optional)" value=since />
                <Input id=WHY label="Why" hint="Needed when they are not in the workflow" value=why />
                <Button kind=ButtonKind::Secondary>"Save workflow"</Button>
            </SideForm>
        </Details>
    }
}

fn read(fields: &Fields, today: chrono::NaiveDate) -> Result<Workflow, Wrong> {
    let typed = Typed(fields);
    let since = typed.past_date(SINCE, "Date", today)?;
    Ok(Workflow { inside: typed.is(INSIDE, "yes"), since, why: typed.text(WHY).to_owned() })
}
