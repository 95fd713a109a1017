use leptos::prelude::*;
use leptos::task::spawn_local;

use super::history;
use crate::navigation::{Route, RulesTask, SettingsSection};
use crate::services::rules::{FROM, RulesSheet, done, read, sheet};
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::notification_banner::Notice;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::boxes::Boxes;
use crate::ui::save_state::SaveState;
use crate::ui::shell::page::Page;

/// A form that changes the rules. Nothing counts before it is saved.
#[component]
pub fn RulesForm(task: RulesTask) -> impl IntoView {
    let desk = use_desk();
    match history(desk).and_then(|history| sheet(task, &history, desk.today())) {
        Some(made) => form(task, made),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn form(task: RulesTask, made: RulesSheet) -> AnyView {
    let desk = use_desk();
    let RulesSheet { intro, questions, save, filled } = made;
    let draft = DraftForm::open(Route::Rules(task).to_hash(), None, task.label());
    let boxes = Boxes::open(draft, &questions, &filled);
    draft.keep_typing();
    let errors = FormErrors::new();
    let busy = RwSignal::new(false);
    let submit = move |()| {
        let (today, rules) = (desk.today(), history(desk));
        let Some(rules) = rules.filter(|_| !busy.get_untracked()) else { return };
        let (profile, from) = match read(task, &rules, &draft.values(), today) {
            Ok(edited) => edited,
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
                    draft.discard().await;
                    desk.refresh();
                    desk.tell(Notice::new(done(from, today)));
                    desk.navigator.go(&Route::Settings(SettingsSection::Rules));
                }
                Err(error) => errors.report_one(FROM, error.to_string()),
            }
            busy.try_set(false);
        });
    };
    let today = desk.today();
    let intro = intro.into_iter().map(|words| view! { <p class="govuk-body">{words}</p> }.into_any());
    let intro = intro.collect::<Vec<_>>();
    // Made inside the form, where they find its errors.
    let questions = move || questions.into_iter().map(|it| boxes.question(it, today)).collect::<Vec<_>>();
    view! {
        <Page
            heading=task.label()
            caption=SettingsSection::Rules.label()
            back=Route::Settings(SettingsSection::Rules)
            errors=errors
            beside=move || view! { <SaveState form=draft /> }
        >
            {intro}
            <Form errors on_submit=Callback::new(submit)>
                {questions()}
                <Button busy=busy>{save}</Button>
            </Form>
        </Page>
    }
    .into_any()
}
