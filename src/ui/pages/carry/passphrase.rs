use leptos::prelude::*;

use crate::ui::clipboard;
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::back_link::BackStep;
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonKind};
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::password_input::PasswordInput;
use crate::ui::pages::carry::plan::{For, Plan, Step};
use crate::ui::shell::page::Page;
use crate::vault::passphrase::Verdict;

/// The passphrase of the file: made by the app, unless somebody types their own.
#[component]
pub fn Passphrase(plan: Plan) -> impl IntoView {
    let errors = FormErrors::new();
    let submit = move || {
        if errors.report(wrong(plan).into_iter().collect()) {
            plan.go(Step::Check);
        }
    };
    let box_or_words = move || match plan.types_own.get() {
        true => view! { <OwnWords plan errors /> }.into_any(),
        false => view! { <MadeWords plan errors /> }.into_any(),
    };
    view! {
        <BackStep on_press=move || plan.go(Step::First) />
        <Page heading="Passphrase for the file" errors>
            <p class="govuk-body">
                "Whoever opens the file needs this passphrase. Nobody can open the file without it, and nobody
                can look it up: not us, not your IT team."
            </p>
            <Form errors on_submit=submit>
                {box_or_words}
                <InsetText>{move || keep_apart(plan.is_for())}</InsetText>
                <Button>"Continue"</Button>
            </Form>
        </Page>
    }
}

/// How the passphrase reaches whoever opens the file.
pub fn keep_apart(who: For) -> &'static str {
    match who {
        For::Colleague => "Write it down or say it to them in person. Never send it with the file.",
        For::OwnDevice => {
            "Write it down and type it on the other device. Never keep it or send it with the file."
        }
        For::Backup => {
            "Write it down and keep it somewhere safe, away from the file. You will need it to open the backup."
        }
    }
}

#[component]
fn MadeWords(plan: Plan, errors: FormErrors) -> impl IntoView {
    let said = RwSignal::new("");
    let copy = move || {
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&plan.words.get_untracked()).await;
            let words = if copied { "Copied" } else { "This browser would not copy. Write the words down." };
            let _gone = said.try_set(words);
        });
    };
    let other = move || {
        let made = plan.make_words();
        said.set(if made { "There are new words" } else { "This browser could not make new words" });
    };
    let own = move |_| {
        errors.clear();
        plan.types_own.set(true);
    };
    view! {
        <p class="govuk-body">"Hearth made these seven words. Keep the dashes between them."</p>
        <p class="app-words" id="share-words">{move || plan.words.get()}</p>
        <ButtonGroup>
            {clipboard::is_offered().then(|| view! {
                <Button kind=ButtonKind::Secondary on_press=copy>"Copy"</Button>
            })}
            <Button kind=ButtonKind::Secondary on_press=other>"Make other words"</Button>
            <button type="button" class="app-link-button" on:click=own>"Type my own"</button>
        </ButtonGroup>
        <p class="govuk-body" role="status">{said}</p>
    }
}

#[component]
fn OwnWords(plan: Plan, errors: FormErrors) -> impl IntoView {
    let strength = move || match plan.own.with(String::is_empty) {
        true => "",
        false => judge(plan).map_or("", Verdict::words),
    };
    let back = move |_| {
        errors.clear();
        plan.types_own.set(false);
    };
    view! {
        <PasswordInput
            id="share-passphrase"
            label="Your own passphrase"
            hint="12 characters or more. Three or four words that do not belong together are good."
            value=plan.own
            autocomplete="off"
        />
        <p class="govuk-body app-strength" aria-live="polite">{strength}</p>
        <p class="govuk-body">
            <button type="button" class="app-link-button" on:click=back>"Use words made by Hearth"</button>
        </p>
    }
}

fn judge(plan: Plan) -> Option<Verdict> {
    let typed = plan.own.get();
    plan.desk.session().map(|session| session.judge_for_file(&typed, &plan.family_ids()))
}

fn wrong(plan: Plan) -> Option<FieldError> {
    if !plan.types_own.get_untracked() {
        let none = plan.words.with_untracked(String::is_empty);
        return none.then(|| FieldError::new("share-words", "Make other words, or type your own"));
    }
    if plan.own.with_untracked(String::is_empty) {
        return Some(FieldError::new("share-passphrase", "Enter a passphrase for the file"));
    }
    match untrack(move || judge(plan)) {
        Some(Verdict::Weak(weakness)) => Some(FieldError::new("share-passphrase", weakness.to_string())),
        Some(Verdict::Good) | None => None,
    }
}
