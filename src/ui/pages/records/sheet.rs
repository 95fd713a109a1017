use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::boxes::Boxes;
use super::leaf::off_paper;
use super::with_here;
use crate::model::ids::FamilyId;
use crate::navigation::{Route, Sheet as Place};
use crate::services::session::RecordError;
use crate::services::sheet::Sheet;
use crate::services::sheets;
use crate::services::typed::Wrong;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::ui::shell::page::Page;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// Where a draft keeps what the record said when it was begun.
const BEGAN: &str = "sheet-began";

/// A form that writes a record of a family.
#[component]
pub fn SheetPage(family: FamilyId, sheet: Place, of: Option<String>) -> impl IntoView {
    let page = view! { <InFamily family page=move |book| page(&book, sheet, of.clone()) /> }.into_any();
    if sheet.stands_apart() { off_paper(page) } else { page }
}

fn page(book: &Arc<Workbook>, place: Place, of: Option<String>) -> AnyView {
    let desk = use_desk();
    let made =
        with_here(desk, book, |here| sheets::sheet(place, of.as_deref(), here).map(|it| (it, here.today)));
    match made.flatten() {
        Some((sheet, today)) => form(desk, book, place, of, sheet, today),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn form(
    desk: Desk,
    book: &Arc<Workbook>,
    place: Place,
    of: Option<String>,
    sheet: Sheet,
    today: chrono::NaiveDate,
) -> AnyView {
    let family = book.id;
    let key = format!("{family}/{}/{}", place.token(), of.as_deref().unwrap_or("new"));
    // A list of drafts says no more than the window's title does.
    let called = if place.stands_apart() { place.title().to_owned() } else { sheet.heading.clone() };
    let draft = DraftForm::open(key, Some(family), called);
    let boxes = Boxes::open(draft, &sheet.questions, &sheet.filled);
    // Kept with the words: what the record said when they were begun.
    let began = draft.text(BEGAN, sheet.began()).get_untracked();
    let changed = sheet.changed_since(&began);
    draft.keep_typing();
    let errors = FormErrors::new();
    let busy = RwSignal::new(false);
    let (back, done) = (sheet.back.clone(), sheet.done.clone());
    let asked = StoredValue::new((of, sheet.clone()));
    // What was on screen is what is answered: a colleague's later change is for `decide` to find.
    let seen = StoredValue::new(book.clone());
    let save = move |()| {
        if busy.get_untracked() {
            return;
        }
        let commands = match seen.with_value(|book| commands(desk, book, place, asked, draft)) {
            Ok(commands) => commands,
            Err(wrong) => {
                let found = wrong.into_iter().map(|wrong| FieldError::new(wrong.field, wrong.message));
                errors.report(found.collect());
                return;
            }
        };
        busy.set(true);
        let (back, done) = (back.clone(), done.clone());
        spawn_local(async move {
            match desk.record_draft(family, commands, draft.key()).await {
                Ok(()) => {
                    desk.tell(Notice::new(done));
                    desk.navigator.go(&Route::family(family, back));
                }
                Err(error) => {
                    let at = asked.with_value(|(_, sheet)| match &error {
                        RecordError::Refused(refusal) => sheets::box_of(sheet, refusal),
                        _ => sheets::first_box(sheet),
                    });
                    errors.report_one(at, error.to_string());
                }
            }
            busy.try_set(false);
        });
    };
    // Made inside the form, where they find its errors.
    let asked_now = sheet.questions;
    let questions = move || asked_now.into_iter().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
    let intro = sheet.intro.into_iter().map(|words| view! { <p class="govuk-body">{words}</p> }.into_any());
    let intro = intro.collect::<Vec<_>>();
    view! {
        <Page
            heading=sheet.heading
            caption=sheet.caption
            back=Route::family(family, sheet.back)
            errors=errors
            beside=move || view! { <SaveState form=draft /> }
        >
            <DraftNote becomes=sheet.save />
            {changed_meanwhile(changed)}
            {intro}
            <Form errors on_submit=Callback::new(save)>
                {questions()}
                <Button busy=busy>{sheet.save}</Button>
            </Form>
        </Page>
    }
    .into_any()
}

/// Somebody recorded something else while these words lay in a draft.
fn changed_meanwhile(now: Vec<(String, String)>) -> Option<AnyView> {
    let said =
        now.into_iter().map(|(asked, says)| view! { <dt>{asked}</dt> <dd class="app-pre">{says}</dd> });
    let said = said.map(IntoAny::into_any).collect::<Vec<_>>();
    (!said.is_empty()).then(|| {
        view! {
            <Alert kind=AlertKind::Warning title="This record was changed after you began">
                <p class="govuk-body">
                    "It now says what stands here. What you save takes its place; both stay in the history."
                </p>
                <dl class="app-facts">{said}</dl>
            </Alert>
        }
        .into_any()
    })
}

fn commands(
    desk: Desk,
    book: &Workbook,
    place: Place,
    asked: StoredValue<(Option<String>, Sheet)>,
    draft: DraftForm,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let typed = draft.values();
    let mut fresh = || desk.session()?.new_id().ok();
    let read = with_here(desk, book, |here| {
        asked.with_value(|(of, _)| sheets::read(place, of.as_deref(), here, &typed, &mut fresh))
    });
    // Locked meanwhile: the page is about to go, and what it held is in the draft.
    read.unwrap_or(Ok(Vec::new()))
}
