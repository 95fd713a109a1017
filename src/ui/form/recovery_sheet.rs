//! A recovery code that was just made: to print, to save, and to confirm.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::services::browser::files::{self, SaveFileError};
use crate::services::clock::Clock;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::errors::FormErrors;
use crate::ui::govuk::alert::{Alert, AlertKind};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::warning_text::WarningText;
use crate::vault::recovery_code::{GROUPS, RecoveryCode};

const PLACES: [&str; GROUPS] = ["first", "second", "third", "fourth", "fifth", "sixth", "last"];

/// The sheet, and the box that proves that it was printed or copied. `confirmed` is called once the right
/// characters were typed.
#[component]
pub fn RecoverySheet(
    code: RecoveryCode,
    errors: FormErrors,
    #[prop(into)] confirmed: Callback<()>,
    /// What else can be done, beside the main button.
    #[prop(optional, into)]
    beside: Option<ViewFnOnce>,
) -> impl IntoView {
    let desk = use_desk();
    let typed = RwSignal::new(String::new());
    let told = RwSignal::new(None::<SaveFileError>);
    let asked = which_group(desk);
    let place = PLACES.get(asked).copied().unwrap_or("first");
    let label = desk.session().and_then(|session| session.label()).map(|label| label.to_string());
    let label = label.unwrap_or_default();
    let printed = code.to_string();
    let text = sheet_text(&label, &printed);
    let save = move || {
        let text = text.clone();
        spawn_local(async move {
            told.set(files::save("recovery-sheet.txt", "text/plain", text.as_bytes()).await.err());
        });
    };
    let check = move |()| match code.confirms(asked, &typed.get_untracked()) {
        true => {
            errors.clear();
            confirmed.run(());
        }
        false => errors.report_one("recovery-check", "Those characters do not match the sheet"),
    };
    view! {
        <p class="govuk-body">{format!("Workbook store: {label}")}</p>
        <p class="app-code" id="recovery-code">{printed}</p>
        <WarningText>
            "This code is shown once and is kept nowhere. Anyone who has it and this device can open the store:
            keep it apart from the device, where you keep other keys."
        </WarningText>
        <ButtonGroup>
            <Button kind=ButtonKind::Secondary on_press=print>"Print"</Button>
            <Button kind=ButtonKind::Secondary on_press=save>"Save as a file"</Button>
        </ButtonGroup>
        {move || told.get().map(|error| view! {
            <Alert kind=AlertKind::Warning title="No file was saved" urgent=true>
                <p class="govuk-body">{error.to_string()}</p>
            </Alert>
        })}
        <Form errors on_submit=check>
            <Input
                id="recovery-check"
                label=format!("Type the {place} group of 4 characters")
                hint="From the printed sheet or your copy, to be sure that it can be read."
                value=typed
                options=InputOptions { width: "govuk-input--width-5", ..InputOptions::default() }
            />
            <ButtonGroup>
                <Button>"Confirm"</Button>
                {beside.map(|beside| beside.run())}
            </ButtonGroup>
        </Form>
    }
}

/// Which group is asked for: a different one from time to time, so that nobody learns to write down only one.
fn which_group(desk: Desk) -> usize {
    let chance = desk.session().map_or(0, |session| session.clock().monotonic_ms());
    usize::try_from(chance).unwrap_or_default() % GROUPS
}

fn print() {
    // A browser that cannot print shows nothing, and the code is still on the screen.
    let _refused = window().print();
}

fn sheet_text(label: &str, code: &str) -> String {
    format!(
        "Recovery sheet\r\n\r\nWorkbook store: {label}\r\nRecovery code: {code}\r\n\r\n\
         If the passphrase is forgotten, open the workbook on the same device, choose \"Use a recovery code\" and \
         type this code.\r\nKeep this apart from the device.\r\n"
    )
}
