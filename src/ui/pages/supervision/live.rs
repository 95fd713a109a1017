use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bar::{Timer, bar, prompts};
use super::saving::{commands, focus_again, report};
use super::step::{HEADING, step, steps};
use crate::model::ids::{FamilyId, SupervisionId};
use crate::services::clock::{Clock, time_words};
use crate::services::session::RecordError;
use crate::services::supervision::live::{self, Live, StepKind};
use crate::services::typed::Wrong;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::pages::in_family::InFamily;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::boxes::Boxes;
use crate::ui::pages::records::with_here;
use crate::ui::save_state::{DraftNote, SaveState};
use crate::workbook::decide::{Command, RatingCommand};
use crate::workbook::fold::Workbook;

/// The button that records.
const SAVE: &str = "live-save";

/// What stays while the page is drawn again, each time something was recorded.
#[derive(Clone, Copy)]
struct Stays {
    timer: Timer,
    step: RwSignal<StepKind>,
    rows: RwSignal<usize>,
    saved: RwSignal<Option<String>>,
}

/// A supervision while it is held, on a screen that the team sees: one family, and nothing of any other.
#[component]
pub fn LivePage(family: FamilyId, supervision: SupervisionId) -> impl IntoView {
    let stays = Stays {
        timer: Timer::start(),
        step: RwSignal::new(StepKind::Voice),
        rows: RwSignal::new(1),
        saved: RwSignal::new(None),
    };
    view! { <InFamily family page=move |book| page(&book, supervision, stays) /> }
}

fn page(book: &Arc<Workbook>, of: SupervisionId, stays: Stays) -> AnyView {
    let desk = use_desk();
    let made = with_here(desk, book, |here| live::live(of, here).map(|page| (page, here.today)));
    match made.flatten() {
        Some((page, today)) => drawn(desk, book, of, page, today, stays),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn drawn(
    desk: Desk,
    book: &Arc<Workbook>,
    of: SupervisionId,
    page: Live,
    today: chrono::NaiveDate,
    stays: Stays,
) -> AnyView {
    let family = book.id;
    let draft = DraftForm::open(format!("{family}/live/{of}"), Some(family), page.title.clone());
    let boxes = Boxes::open(draft, &page.asked(), &page.filled);
    let _kept_with_the_words = draft.text(live::SEEN, page.seen.clone());
    draft.keep_typing();
    let typed = live::rows_in_use(&draft.values());
    stays.rows.update(|rows| *rows = (*rows).max(typed + 1).min(live::MOST_ACTIONS));
    let errors = FormErrors::new();
    let busy = RwSignal::new(false);
    let page = StoredValue::new(page);
    // What was on screen is what is answered: a colleague's later change is for `decide` to find.
    let seen = StoredValue::new(book.clone());
    let fails = move |error: RecordError| {
        let at = match &error {
            RecordError::Refused(refusal) => live::box_of(refusal),
            _ => String::new(),
        };
        report(page, stays.step, errors, vec![Wrong::new(at, error.to_string())]);
    };
    let save = move |()| {
        if busy.get_untracked() {
            return;
        }
        let commands = match seen.with_value(|book| commands(desk, book, of, draft)) {
            Ok(commands) => commands,
            Err(wrong) => return report(page, stays.step, errors, wrong),
        };
        busy.set(true);
        spawn_local(async move {
            match desk.record_draft(family, commands, draft.key()).await {
                Ok(()) => {
                    let now = desk.session().map(|session| time_words(session.clock().now()));
                    stays.saved.try_set(now);
                    desk.shell.speak("Recorded");
                    focus_again(SAVE);
                }
                Err(error) => fails(error),
            }
            busy.try_set(false);
        });
    };
    let show = Callback::new(move |()| {
        spawn_local(async move {
            let shown = Command::Rating(RatingCommand::Reveal { supervision: of });
            match desk.record(family, vec![shown]).await {
                Ok(_) => {
                    desk.shell.speak("The ratings are shown");
                    focus_again(HEADING);
                }
                Err(error) => fails(error),
            }
        });
    });
    let kinds = page.with_value(|page| steps(&page.steps, stays.step));
    let head = page.with_value(|page| bar(family, page, stays.timer));
    let now = move || {
        page.with_value(|page| {
            let shown = page.steps.iter().find(|it| it.kind == stays.step.get());
            shown.map(|shown| step(shown, &boxes, stays.rows, today, (&page.reveal, show)))
        })
    };
    let recorded =
        move || stays.saved.get().map(|at| view! { <p class="govuk-body">{format!("Recorded {at}.")}</p> });
    view! {
        <div class="app-live">
            <ErrorSummary errors />
            {head}
            {kinds}
            <Form errors on_submit=Callback::new(save)>
                {now}
                {page.with_value(Live::has_boxes).then(|| view! {
                    <DraftNote becomes="Save" />
                    <SaveState form=draft />
                    {recorded}
                    <Button id=SAVE busy=busy>"Save"</Button>
                })}
            </Form>
            {prompts()}
        </div>
    }
    .into_any()
}
