use leptos::prelude::*;

use crate::model::ids::SupervisionId;
use crate::services::supervision::live::{self, Live, StepKind};
use crate::services::typed::Wrong;
use crate::ui::desk::Desk;
use crate::ui::focus;
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::pages::records::with_here;
use crate::workbook::decide::Command;
use crate::workbook::fold::Workbook;

/// What was typed, as commands.
pub fn commands(
    desk: Desk,
    book: &Workbook,
    of: SupervisionId,
    draft: DraftForm,
) -> Result<Vec<Command>, Vec<Wrong>> {
    let typed = draft.values();
    let mut fresh = || desk.session()?.new_id().ok();
    let read = with_here(desk, book, |here| live::read(of, here, &typed, &mut fresh));
    // Locked meanwhile: the page is about to go, and what it held is in the draft.
    read.unwrap_or(Ok(Vec::new()))
}

/// Says what is wrong, and turns to the step in which the first of it stands.
pub fn report(page: StoredValue<Live>, step: RwSignal<StepKind>, errors: FormErrors, wrong: Vec<Wrong>) {
    let found: Vec<FieldError> = page.with_value(|page| {
        wrong.into_iter().map(|it| FieldError::new(page.box_or_first(it.field), it.message)).collect()
    });
    let first = found.first().and_then(|error| page.with_value(|page| page.step_of(&error.id)));
    if let Some(kind) = first {
        step.set(kind);
    }
    errors.report(found);
}

/// Puts the focus back where it was, once the page is drawn again from what was recorded.
pub fn focus_again(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(id) {
            focus::for_now(&element);
        }
    });
}
