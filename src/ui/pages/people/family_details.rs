use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{lines, link, report, report_refused};
use crate::model::family::Family;
use crate::navigation::{FamilyPage, Leaf};
use crate::services::session::RecordError;
use crate::services::typed::{Typed, Wrong};
use crate::ui::desk::use_desk;
use crate::ui::form::SideForm;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::details::Details;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::govuk::input::Input;
use crate::ui::govuk::notification_banner::Notice;
use crate::workbook::decide::{Command, Refusal};
use crate::workbook::fold::Workbook;

const LABEL: &str = "family-label";

/// What the team calls the family. How it came to the team, and its pathway, stand on the page of the referral.
#[component]
pub(super) fn FamilyDetails(book: Arc<Workbook>) -> impl IntoView {
    let desk = use_desk();
    let family = book.id;
    let known = book.family().and_then(|family| family.current()).cloned();
    let called = known.as_ref().map(|family| family.label.clone()).unwrap_or_default();
    let seen = StoredValue::new(book.family().map(|family| family.head_ids()).unwrap_or_default());
    let form = DraftForm::open(format!("{family}/details"), Some(family), "What the family is called");
    let label = form.text(LABEL, called.clone());
    let open = RwSignal::new(form.was_restored());
    form.keep_typing();
    let errors = FormErrors::new();
    let known = StoredValue::new(known);
    let save = move |()| {
        let label = Typed(&form.values()).text(LABEL).to_owned();
        if label.is_empty() {
            report(errors, vec![Wrong::new(LABEL, RecordError::from(Refusal::NoLabel).to_string())]);
            return;
        }
        let command =
            Command::DescribeFamily { family: relabelled(known.get_value(), label), seen: seen.get_value() };
        let draft = form.key();
        spawn_local(async move {
            match desk.record_draft(family, vec![command], draft).await {
                Ok(()) => desk.shell.announce(Notice::new("What the family is called was saved")),
                Err(error) => report_refused(errors, LABEL, &error),
            }
        });
    };
    view! {
        <h2 class="govuk-heading-m">"This family"</h2>
        <div class="govuk-body">{lines(vec![called])}</div>
        <p class="govuk-body">
            {link(family, FamilyPage::leaf(Leaf::Referral), "Referral, pathway and team of this family")}
        </p>
        <Details summary="Change what this family is called" open=open>
            <ErrorSummary errors />
            <SideForm errors on_submit=Callback::new(save)>
                <Input id=LABEL label="What the team calls this family" value=label />
                <Button kind=ButtonKind::Secondary>"Save"</Button>
            </SideForm>
        </Details>
    }
}

/// The same family under another name.
fn relabelled(known: Option<Family>, label: String) -> Family {
    match known {
        Some(family) => Family { label, ..family },
        None => Family {
            label,
            referred_on: None,
            assessed_on: None,
            pathway: String::new(),
            pathway_why: String::new(),
            example: false,
        },
    }
}
