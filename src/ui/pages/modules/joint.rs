use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::model::entry::JointAssessment;
use crate::model::ids::{EventId, FamilyId};
use crate::model::subject::{Pair, Subject};
use crate::navigation::{FamilyPage, Route};
use crate::services::programme_grid::{self, Joint};
use crate::services::session::RecordError;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::interruption::Interruption;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::govuk::textarea::Textarea;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;

use super::{NotRecorded, focus_heading, in_family};

const WHY: &str = "joint-why";
const SAVE: &str = "Assess jointly";

/// Assess a couple jointly: first what speaks against it, then the reason. Refused where the authority does
/// not use it, and always while safety separation stands.
#[component]
pub fn JointPage(family: FamilyId, pair: Pair) -> impl IntoView {
    let subject = Subject::Couple(pair);
    in_family(family, Some(subject), move |desk, book| {
        let rules = desk
            .profile
            .with_untracked(|profile| profile.as_ref().map(|profile| profile.authority).unwrap_or_default())
            .rules();
        let names = book.subject_name(subject);
        let back = Route::family(family, FamilyPage::Programme);
        let refused = match programme_grid::joint(&book, &rules, pair) {
            Joint::May => None,
            Joint::Is => Some(format!("{names} are assessed jointly already.")),
            Joint::Separated => {
                Some(format!("{names} cannot be assessed jointly: safety separation stands between them."))
            }
            Joint::NotUsed => Some(format!("Each parent has their own assessment. {}", rules.joint_source)),
        };
        if let Some(words) = refused {
            return view! {
                <Page heading="Joint assessment" back=back>
                    <p class="govuk-body">{words}</p>
                </Page>
            }
            .into_any();
        }
        let seen: Vec<String> = book.joint.head_ids(pair).iter().map(ToString::to_string).collect();
        let draft = DraftForm::open(
            format!("joint.{family}.{subject}"),
            Some(family),
            format!("Joint assessment of {names}"),
        );
        // Whoever was writing the reason has read the warning before.
        let warned = RwSignal::new(draft.was_restored());
        let why = draft.text(WHY, "");
        let seen = draft.ticks("seen", seen);
        draft.keep_typing();
        let give = Reason { family, pair, draft, why, seen };
        (move || match warned.get() {
            true => view! { <GiveReason give names=names.clone() /> }.into_any(),
            false => warning(&names, family, warned),
        })
        .into_any()
    })
}

fn warning(names: &str, family: FamilyId, warned: RwSignal<bool>) -> AnyView {
    let heading = format!("Assess {names} jointly?");
    let on = Callback::new(move |()| {
        warned.set(true);
        request_animation_frame(focus_heading);
    });
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Inverse on_press=on>"Continue to give the reason"</Button>
            <a
                class="govuk-link govuk-link--inverse"
                href=Route::family(family, FamilyPage::Programme).to_hash()
            >
                "Keep separate assessments"
            </a>
        }
    };
    view! {
        <Interruption heading=heading actions=actions>
            <p>
                "Each parent usually has their own assessment. A joint one is for parents who present as a couple."
            </p>
            <p>
                "Where there is, was or may be domestic abuse, keep them separate. What one parent says must not
                reach the other through this workbook."
            </p>
            <p>"Separate entries stay underneath, and you can go back to separate assessments at any time."</p>
        </Interruption>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Reason {
    family: FamilyId,
    pair: Pair,
    draft: DraftForm,
    why: RwSignal<String>,
    seen: RwSignal<Vec<String>>,
}

#[component]
fn GiveReason(give: Reason, names: String) -> impl IntoView {
    let Reason { family, pair, draft: form, why, seen } = give;
    let desk = crate::ui::desk::use_desk();
    let errors = FormErrors::new();
    let failed = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let back = Route::family(family, FamilyPage::Programme);
    let cancel = back.to_hash();
    let submit = move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(None);
        errors.clear();
        let joint = JointAssessment { joint: true, why: why.get_untracked() };
        let seen = seen.get_untracked().iter().filter_map(|id| id.parse::<EventId>().ok()).collect();
        spawn_local(async move {
            match desk.record(family, vec![Command::SetJoint { pair, joint, seen }]).await {
                Ok(_) => {
                    form.discard().await;
                    desk.tell(Notice::new(
                        "They are assessed jointly now. Separate entries stay as they are.",
                    ));
                    desk.navigator.replace(&Route::family(family, FamilyPage::Programme));
                }
                Err(RecordError::Refused(refusal)) => {
                    busy.try_set(false);
                    errors.report_one(WHY, refusal.to_string());
                }
                Err(error) => {
                    busy.try_set(false);
                    failed.try_set(Some(error.to_string()));
                }
            }
        });
    };
    view! {
        <Page
            heading="Why are these two assessed jointly?"
            caption=names
            back=back
            errors=errors
            beside=move || view! { <SaveState form /> }
        >
            <DraftNote becomes=SAVE />
            <NotRecorded why=failed />
            <Form errors on_submit=Callback::new(submit)>
                <Textarea
                    id=WHY
                    label="Reason"
                    hint="How they present as a couple, and how you know that it is safe for both."
                    value=why
                />
                <ButtonGroup>
                    <Button busy>{SAVE}</Button>
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}
