use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};

use crate::bundle::envelope::MOST_FILE_BYTES;
use crate::services::browser::files;
use crate::services::envelope::OpenBundleError;
use crate::services::session::{ImportError, Offer};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::button::{Button, ButtonKind};
use crate::ui::govuk::file_upload::FileUpload;
use crate::ui::govuk::password_input::PasswordInput;

const FILE: &str = "bundle-file";
const PASSPHRASE: &str = "bundle-passphrase";

/// A file and its passphrase. What is in the file is handed on; nothing is written here.
///
/// When it does not open the file stays chosen, and the passphrase is cleared.
#[component]
pub fn FileForm(
    /// What to choose, as the label and the error say it.
    label: &'static str,
    /// The words on the button.
    button: &'static str,
    #[prop(optional)] kind: ButtonKind,
    errors: FormErrors,
    #[prop(into)] on_offer: Callback<Offer>,
) -> impl IntoView {
    let desk = use_desk();
    let file = StoredValue::new_local(None::<File>);
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let submit = move || {
        if busy.get_untracked() || !errors.report(missing(label, file, passphrase)) {
            return;
        }
        let Some(chosen) = file.get_value() else { return };
        busy.set(true);
        spawn_local(async move {
            let opened = open(desk, &chosen, &passphrase.get_untracked()).await;
            if busy.try_set(false).is_some() {
                // The page was left.
                return;
            }
            passphrase.set(String::new());
            match opened {
                Ok(offer) => on_offer.run(offer),
                Err(error) => errors.report_one(error.id, error.message),
            }
        });
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(chosen) = files.as_ref().and_then(|files| files.get(0)) {
            file.set_value(Some(chosen));
            // The box then says which file it is, in the browser's own words.
            if let Some(input) = file_box() {
                input.set_files(files.as_ref());
            }
        }
    };
    view! {
        <Form errors on_submit=submit>
            <div class="app-file" on:dragover=|event| event.prevent_default() on:drop=dropped>
                <FileUpload
                    id=FILE
                    label=label
                    hint="Its name begins with “workbook” and ends with “.json”. You can also drag it here."
                    accept=".json,application/json"
                    on_file=move |chosen| file.set_value(Some(chosen))
                />
            </div>
            <PasswordInput
                id=PASSPHRASE
                label="Passphrase of the file"
                hint="The words that came with it, with the dashes between them."
                value=passphrase
                autocomplete="off"
            />
            <Button kind busy>{button}</Button>
            <p class="govuk-body" role="status">
                {move || if busy.get() { "Opening the file…" } else { "" }}
            </p>
        </Form>
    }
}

fn file_box() -> Option<HtmlInputElement> {
    use wasm_bindgen::JsCast;
    document().get_element_by_id(FILE)?.dyn_into().ok()
}

fn missing(
    label: &'static str,
    file: StoredValue<Option<File>, LocalStorage>,
    passphrase: RwSignal<String>,
) -> Vec<FieldError> {
    let no_file = file.with_value(Option::is_none);
    let no_passphrase = passphrase.with_untracked(String::is_empty);
    [
        no_file.then(|| FieldError::new(FILE, label)),
        no_passphrase.then(|| FieldError::new(PASSPHRASE, "Enter the passphrase of the file")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Reads the file and opens it. An error stands at the box to mend.
async fn open(desk: Desk, file: &File, passphrase: &str) -> Result<Offer, FieldError> {
    let most = u32::try_from(MOST_FILE_BYTES).unwrap_or(u32::MAX);
    let bytes = files::read(file, most).await.map_err(|error| FieldError::new(FILE, error.to_string()))?;
    let session = desk.session().ok_or_else(|| FieldError::new(FILE, "The workbook store is locked."))?;
    session.look_into(&bytes, passphrase).await.map_err(|error| {
        let place = match &error {
            ImportError::Envelope(OpenBundleError::WrongPassphrase) => PASSPHRASE,
            _ => FILE,
        };
        FieldError::new(place, error.to_string())
    })
}
