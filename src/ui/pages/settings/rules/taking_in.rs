use leptos::prelude::*;
use leptos::task::spawn_local;

use super::history;
use crate::navigation::{Route, RulesTask, SettingsSection};
use crate::policy::profile::Profile;
use crate::services::browser::files;
use crate::services::leaf::Part;
use crate::services::rules::{FROM, asks, done, look, read_from};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::file_upload::FileUpload;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::records::boxes::Boxes;
use crate::ui::pages::records::parts::part;
use crate::ui::shell::page::Page;

const FILE: &str = "rules-file";
/// More than the largest profile that is read.
const MOST_BYTES: u32 = 2 * 1024 * 1024;

type Found = RwSignal<Option<(Profile, Vec<Part>)>>;

/// Rules from a file: what is in it is shown before anybody follows it.
#[component]
pub fn TakeIn() -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let found: Found = RwSignal::new(None);
    let busy = RwSignal::new(false);
    // The day alone is typed here, and comes back by itself: nothing is kept as a draft.
    let draft = DraftForm::open(Route::Rules(RulesTask::TakeIn).to_hash(), None, RulesTask::TakeIn.label());
    let today = desk.today();
    let (questions, filled) = history(desk).map(|history| asks(&history, today)).unwrap_or_default();
    let boxes = Boxes::open(draft, &questions, &filled);
    let chosen = move |file: web_sys::File| {
        spawn_local(async move {
            let read = read_file(desk, &file).await;
            match read {
                Ok(read) => {
                    errors.clear();
                    let _gone = found.try_set(Some(read));
                }
                Err(words) => {
                    let _gone = found.try_set(None);
                    errors.report_one(FILE, words);
                }
            }
        });
    };
    let submit = move |()| {
        let Some(rules) = history(desk).filter(|_| !busy.get_untracked()) else { return };
        let Some((profile, _)) = found.get_untracked() else {
            errors.report_one(FILE, "Choose a file with rules");
            return;
        };
        let from = match read_from(&rules, &draft.values(), today) {
            Ok(from) => from,
            Err(wrong) => {
                let found = wrong.into_iter().map(|wrong| FieldError::new(wrong.field, wrong.message));
                errors.report(found.collect());
                return;
            }
        };
        busy.set(true);
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.adopt_rules(profile, from).await {
                Ok(()) => {
                    desk.refresh();
                    desk.tell(Notice::new(done(from, today)));
                    desk.navigator.go(&Route::Settings(SettingsSection::Rules));
                }
                Err(error) => errors.report_one(FROM, error.to_string()),
            }
            busy.try_set(false);
        });
    };
    let inside = move || {
        let parts = found.with(|found| found.as_ref().map(|(_, parts)| parts.clone()));
        parts.map(|parts| parts.into_iter().map(part).collect::<Vec<_>>())
    };
    let questions = move || questions.into_iter().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
    view! {
        <Page
            heading=RulesTask::TakeIn.label()
            caption=SettingsSection::Rules.label()
            back=Route::Settings(SettingsSection::Rules)
            errors=errors
        >
            <p class="govuk-body">
                "A file that was saved on the page of the rules, here or by a colleague. What is in it is shown
                before it counts."
            </p>
            <Form errors on_submit=Callback::new(submit)>
                <FileUpload
                    id=FILE
                    label="Choose a file with rules"
                    hint="Its name begins with “rules” and ends with “.json”"
                    accept=".json,application/json"
                    on_file=chosen
                />
                <div role="status">{inside}</div>
                {questions()}
                <Button busy=busy>"Follow these rules"</Button>
            </Form>
        </Page>
    }
}

/// Reads the file, or says what is wrong with it.
async fn read_file(desk: Desk, file: &web_sys::File) -> Result<(Profile, Vec<Part>), String> {
    let bytes = files::read(file, MOST_BYTES).await.map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes)
        .map_err(|_| "Nothing was taken in. This file is not text, so it holds no rules.".to_owned())?;
    let rules = history(desk).ok_or_else(|| "The workbook store is locked.".to_owned())?;
    look(&text, &rules)
}
