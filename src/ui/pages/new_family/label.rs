use leptos::prelude::*;

use crate::navigation::NewFamilyStep;
use crate::services::new_family::field;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::pages::new_family::step::{Step, open_draft};

/// What the team calls the family.
#[component]
pub(super) fn Label() -> impl IntoView {
    let form = open_draft();
    let label = form.text(field::LABEL, "");
    view! {
        <Step step=NewFamilyStep::Label form>
            <Input
                id=field::LABEL
                label="What does the team call this family?"
                hint="For example, the children’s surname. It stays inside the workbook: it is never in a web
                address, a window title or a file name."
                size=Size::Page
                value=label
                options=InputOptions { width: "govuk-!-width-two-thirds", ..InputOptions::default() }
            />
        </Step>
    }
}
