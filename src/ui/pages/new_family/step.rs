use leptos::prelude::*;

use crate::navigation::{NewFamilyStep, Route};
use crate::services::new_family::{self, DRAFT};
use crate::services::typed::Wrong;
use crate::ui::desk::use_desk;
use crate::ui::form::Form;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::back_link::BackLink;
use crate::ui::govuk::button::Button;
use crate::ui::govuk::error_summary::ErrorSummary;
use crate::ui::save_state::{DraftNote, SaveState};

/// The draft that all steps share.
pub(super) fn open_draft() -> DraftForm {
    DraftForm::open_part(DRAFT, "A new family")
}

/// One step: the way back, its question (the children, with the page's `h1` among them), and on. It keeps
/// what is typed from here on, so every field is made before.
#[component]
pub(super) fn Step(step: NewFamilyStep, form: DraftForm, children: ChildrenFn) -> impl IntoView {
    form.keep_typing();
    let desk = use_desk();
    let errors = FormErrors::new();
    let back = step.previous().map_or(Route::Families, Route::FamilyNew);
    let go_on = move |()| {
        let today = desk.today();
        let fields = form.values();
        let wrong = new_family::wrong_on(&fields, today, step);
        if errors.report(wrong.into_iter().map(field_error).collect()) {
            desk.navigator.go(&Route::FamilyNew(new_family::after(&fields, today, step)));
        }
    };
    view! {
        <BackLink to=back />
        <ErrorSummary errors />
        <div class="app-columns__main app-prose">
            <div class="app-title-row">
                <span class="govuk-caption-l">"Add a family"</span>
                <SaveState form />
            </div>
            <DraftNote becomes="Open the workbook" />
            <Form errors on_submit=Callback::new(go_on)>
                {children()}
                <Button>"Continue"</Button>
            </Form>
        </div>
    }
}

fn field_error(wrong: Wrong) -> FieldError {
    FieldError::new(wrong.field, wrong.message)
}
