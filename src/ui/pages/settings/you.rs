use leptos::prelude::*;
use leptos::task::spawn_local;

use super::SettingsPage;
use crate::navigation::{Route, SettingsSection};
use crate::services::session::TypedYou;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::FormErrors;
use crate::ui::form::you::{Whose, YouBoxes, YouFields};
use crate::ui::govuk::button::Button;
use crate::ui::govuk::notification_banner::Notice;

/// Who is recording, and whose guidance they follow.
#[component]
pub fn You() -> impl IntoView {
    let desk = use_desk();
    let errors = FormErrors::new();
    let known = desk.profile.with_untracked(|profile| {
        profile.as_ref().map(|profile| TypedYou::of(&profile.practitioner, profile.authority))
    });
    let form = DraftForm::open("settings/you", None, "Your details");
    let fields = YouFields::drafted(form, known.unwrap_or_default());
    form.keep_typing();
    let save = move |()| {
        let Some(you) = fields.read(errors) else { return };
        spawn_local(async move {
            let Some(session) = desk.session() else { return };
            match session.change_you(you).await {
                Ok(()) => {
                    form.discard().await;
                    desk.refresh();
                    desk.tell(Notice::new(
                        "Your details were changed. What was recorded before keeps the name it had.",
                    ));
                    desk.navigator.go(&Route::Due);
                }
                Err(error) => errors.report_one("your-name", error.to_string()),
            }
        });
    };
    view! {
        <SettingsPage section=SettingsSection::You errors=errors>
            <Form errors on_submit=save>
                <YouBoxes fields whose=Whose::Mine />
                <Button>"Save changes"</Button>
            </Form>
        </SettingsPage>
    }
}
