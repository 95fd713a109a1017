//! The date mover.

mod strip;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::strip::strip;
use crate::model::dates::{PartialDate, day_words};
use crate::model::ids::{FamilyId, SupervisionId};
use crate::navigation::{FamilyPage, Leaf, Route};
use crate::services::mover::{Mover, REASON, TO, box_of, day_of, look, mover, read};
use crate::services::session::RecordError;
use crate::services::typed::Fields;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::date::DateFields;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::date_input::DateInput;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::boxes::Boxes;
use crate::ui::pages::records::{parts, with_here};
use crate::ui::save_state::SaveState;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// Tries another day for a supervision, and shows everything that would change with it.
#[component]
pub fn MoverPage(family: FamilyId, supervision: SupervisionId) -> impl IntoView {
    let page = move |book: Arc<Workbook>| {
        let made = with_here(use_desk(), &book, |here| mover(supervision, here));
        match made.flatten() {
            Some(mover) => form(book, mover),
            None => view! { <NotFound /> }.into_any(),
        }
    };
    view! { <InFamily family page /> }
}

fn form(book: Arc<Workbook>, mover: Mover) -> AnyView {
    let desk = use_desk();
    let family = book.id;
    let back = Route::family(family, FamilyPage::leaf(Leaf::Dates));
    let heading = "Move the supervision";
    let draft = DraftForm::open(format!("{family}/move/{}", mover.supervision), Some(family), heading);
    let to = draft.date(TO, DateFields::of(Some(PartialDate::day(mover.planned))));
    let boxes = Boxes::open(draft, &mover.questions, &mover.filled);
    draft.keep_typing();
    let day = Memo::new(move |_| day_of(&typed(to)));
    let reason = boxes.words(REASON);
    let (own, seen) = (mover.clone(), book.clone());
    let found = Memo::new(move |_| {
        let reason = reason.map(|reason| reason.get()).unwrap_or_default();
        with_here(desk, &seen, |here| day.get().map(|day| look(&own, day, &reason, here))).flatten()
    });
    let errors = FormErrors::new();
    let busy = RwSignal::new(false);
    let own = mover.clone();
    let submit = move |()| {
        let values = draft.values();
        let asked = with_here(desk, &book, |here| read(&own, here, &values));
        // Locked meanwhile: the page is about to go, and what it held is in the draft.
        let Some(asked) = asked.filter(|_| !busy.get_untracked()) else { return };
        let commands = match asked {
            Ok(commands) => commands,
            Err(wrong) => {
                let found = wrong.into_iter().map(|wrong| FieldError::new(wrong.field, wrong.message));
                errors.report(found.collect());
                return;
            }
        };
        busy.set(true);
        let (book, on) = (book.clone(), day_of(&values).map(day_words).unwrap_or_default());
        spawn_local(async move {
            match desk.record_draft(family, commands, draft.key()).await {
                Ok(()) => {
                    desk.tell(Notice::new(format!("The supervision was moved to {on}")));
                    desk.navigator.go(&Route::family(family, FamilyPage::leaf(Leaf::Dates)));
                }
                Err(error) => {
                    let at = match &error {
                        RecordError::Refused(why) => with_here(desk, &book, |here| box_of(why, here)),
                        _ => None,
                    };
                    errors.report_one(at.unwrap_or(TO), error.to_string());
                }
            }
            busy.try_set(false);
        });
    };
    let today = desk.today();
    let caption = format!("Planned for {}", day_words(mover.planned));
    let why = mover.for_another.clone();
    let asked = mover.questions.clone();
    let ask = move || match why {
        Some(who) => view! { <InsetText>{who}</InsetText> }.into_any(),
        None => {
            let questions = asked.into_iter().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
            view! { {questions} <Button busy=busy>"Move the supervision"</Button> }.into_any()
        }
    };
    let summary = move || found.with(|found| found.as_ref().map(|it| it.summary.clone()));
    let shown = move || {
        let parts = found.with(|found| found.as_ref().map(|it| it.parts.clone())).unwrap_or_default();
        parts.into_iter().map(parts::part).collect::<Vec<_>>()
    };
    let beside = move || view! { <SaveState form=draft /> };
    view! {
        <Page heading caption back errors=errors beside>
            <Form errors on_submit=Callback::new(submit)>
                {strip(&mover, to, day)}
                <DateInput id=TO legend="New day" value=to />
                <p class="govuk-body govuk-!-font-weight-bold" role="status">{summary}</p>
                {shown}
                {ask()}
            </Form>
        </Page>
    }
    .into_any()
}

/// What stands in the boxes of the day.
fn typed(to: DateFields) -> Fields {
    let parts = [("day", to.day), ("month", to.month), ("year", to.year)];
    parts.map(|(part, value)| (format!("{TO}-{part}"), value.get())).into()
}
