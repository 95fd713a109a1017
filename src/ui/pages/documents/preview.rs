use std::sync::Arc;

use leptos::prelude::*;

use super::{Begun, notes};
use crate::navigation::DocumentStep;
use crate::services::documents::Made;
use crate::services::here::Here;
use crate::ui::govuk::button::{Button, ButtonGroup};
use crate::ui::govuk::warning_text::WarningText;
use crate::ui::pages::not_found::NotFound;
use crate::ui::pages::records::with_here;
use crate::ui::pages::show::stopped_list;
use crate::ui::paper::Paper;
use crate::ui::printing::print_as;
use crate::ui::save_file::SaveWordFile;
use crate::ui::shell::page::Page;
use crate::workbook::fold::Workbook;

/// The document as it will be on paper, and what can be done with it.
pub(super) fn page(begun: Begun, book: &Arc<Workbook>) -> AnyView {
    let Begun { desk, kind, .. } = begun;
    let answered = begun.answered();
    let made = |here: &Here<'_>| {
        let (reader, made) = answered.made(here, kind)?;
        let left_out = made.left_out_words(here, &reader);
        Ok::<_, String>((made, left_out))
    };
    match with_here(desk, book, made) {
        None => view! { <NotFound /> }.into_any(),
        Some(Err(why)) => notes::not_made(begun, why),
        Some(Ok((made, left_out))) if made.stopped.is_empty() => shown(begun, made, left_out),
        Some(Ok((made, left_out))) => stopped(begun, made, left_out),
    }
}

/// Nothing of it is on the screen or on paper before what must not reach them is gone.
fn stopped(begun: Begun, made: Made, left_out: Option<String>) -> AnyView {
    view! {
        <div class="app-no-print">
            <Page heading=made.document.title back=begun.back(DocumentStep::Preview)>
                <WarningText>
                    "This must not reach whoever it is for. Change it where it was written, or leave that part out."
                </WarningText>
                {stopped_list(made.stopped)}
                {notes::left_out(left_out, &made.left_out)}
            </Page>
        </div>
        <p class="app-print-only">"This page is not printed."</p>
    }
    .into_any()
}

fn shown(begun: Begun, made: Made, left_out: Option<String>) -> AnyView {
    let Made { document, file_name, cautions, protected, missing, .. } = made;
    let title = document.title.clone();
    let word = StoredValue::new((format!("{file_name}.docx"), document.clone()));
    let print = move || print_as(&file_name);
    view! {
        <Page heading=title back=begun.back(DocumentStep::Preview)>
            <div class="app-no-print">
                <ButtonGroup>
                    <Button on_press=print>"Print"</Button>
                    <SaveWordFile file=move |()| word.try_get_value() />
                </ButtonGroup>
                <p class="govuk-hint">
                    "A file is not encrypted: whoever finds it can open it. Keep it where only those who need it look."
                </p>
                {notes::cautions(cautions, protected)}
                {notes::left_out(left_out, &made.left_out)}
            </div>
            <Paper document />
            <div class="app-no-print">{notes::missing(missing)}</div>
        </Page>
    }
    .into_any()
}
