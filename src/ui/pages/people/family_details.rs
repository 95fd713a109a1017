use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{lines, report, report_refused};
use crate::model::family::Family;
use crate::services::session::RecordError;
use crate::services::two_versions::family_lines;
use crate::services::typed::{Fields, Typed, Wrong};
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::textarea::Textarea;
use crate::workbook::decide::{Command, Refusal};
use crate::workbook::fold::Workbook;

const LABEL: &str = "family-label";
const PATHWAY: &str = "pathway";
const WHY: &str = "pathway-why";
const REFERRED: &str = "referred-on";
const ASSESSED: &str = "assessed-on";

/// What the team calls the family, and how it came to the team.
#[component]
pub(super) fn FamilyDetails(book: Arc<Workbook>) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let known = book.family().and_then(|family| family.current()).cloned();
    let told = known.as_ref().map(family_lines).unwrap_or_default();
    let seen = StoredValue::new(book.family().map(|family| family.head_ids()).unwrap_or_default());
    let example = book.is_example();
    let text =
        |of: fn(&Family) -> &String| known.as_ref().map(|family| of(family).clone()).unwrap_or_default();
    let date = |of: fn(&Family) -> Option<_>| DateFields::of(known.as_ref().and_then(of));
    let form = DraftForm::open(format!("{family}/details"), Some(family), "Details of the family");
    let label = form.text(LABEL, text(|family| &family.label));
    let pathway = form.text(PATHWAY, text(|family| &family.pathway));
    let why = form.text(WHY, text(|family| &family.pathway_why));
    let referred = form.date(REFERRED, date(|family| family.referred_on));
    let assessed = form.date(ASSESSED, date(|family| family.assessed_on));
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let save = move |()| {
        let family_now = match read(&form.values(), desk.today(), example) {
            Ok(family) => family,
            Err(wrong) => {
                report(errors, wrong);
                return;
            }
        };
        let command = Command::DescribeFamily { family: family_now, seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("Details of the family saved")),
                Err(error) => report_refused(errors, LABEL, &error),
            }
        });
    };
    view! {
        <h2 class="govuk-heading-m">"This family"</h2>
        <div class="govuk-body">{lines(told)}</div>
        <Details summary="Change the details of this family" open=open>
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(save)>
                <Input id=LABEL label="What the team calls this family" value=label />
                <Input id=PATHWAY label="Pathway (optional)" value=pathway />
                <Textarea id=WHY label="Why this pathway (optional)" rows=3 value=why />
                <DateInput id=REFERRED legend="Date of the referral (optional)" value=referred />
                <DateInput id=ASSESSED legend="Date of the assessment (optional)" value=assessed />
                <Button kind=ButtonKind::Secondary>"Save details of the family"</Button>
            </SideForm>
        </Details>
    }
}

fn read(fields: &Fields, today: chrono::NaiveDate, example: bool) -> Result<Family, Vec<Wrong>> {
    let typed = Typed(fields);
    let mut wrong = Vec::new();
    let label = typed.text(LABEL).to_owned();
    if label.is_empty() {
        wrong.push(Wrong::new(LABEL, RecordError::from(Refusal::NoLabel).to_string()));
    }
    let mut date = |id: &str, name: &str| {
        typed.past_date(id, name, today).unwrap_or_else(|fault| {
            wrong.push(fault);
            None
        })
    };
    let referred_on = date(REFERRED, "Date of the referral");
    let assessed_on = date(ASSESSED, "Date of the assessment");
    let pathway = typed.text(PATHWAY).to_owned();
    let pathway_why = typed.text(WHY).to_owned();
    match wrong.is_empty() {
        true => Ok(Family { label, referred_on, assessed_on, pathway, pathway_why, example }),
        false => Err(wrong),
    }
}
