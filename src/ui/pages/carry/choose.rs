use leptos::prelude::*;

use crate::model::ids::FamilyId;
use crate::navigation::{FamilyPage, NewFamilyStep, Route};
use crate::services::clock::{Clock, moment_words};
use crate::services::session::Portable;
use crate::services::words::count;
use crate::ui::form::Form;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::button::{Button, ButtonGroup, ButtonLink};
use crate::ui::govuk::checkboxes::Checkboxes;
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::group::Size;
use crate::ui::govuk::inset_text::InsetText;
use crate::ui::govuk::radios::Radios;
use crate::ui::looking_round::RemoveExample;
use crate::ui::pages::carry::plan::{CHOSEN, EVERYTHING, For, Plan, Step};
use crate::ui::shell::page::Page;

/// Who the file is for, and what is in it.
#[component]
pub fn Choose(plan: Plan) -> impl IntoView {
    let all = plan.desk.session().map(|session| session.portable()).unwrap_or_default();
    let one = plan.family.and_then(|id| all.iter().find(|family| family.id == id).cloned());
    match (plan.family, one) {
        (Some(family), Some(one)) => {
            let back = Route::family(family, FamilyPage::Overview);
            view! { <Questions plan heading="Share this family" back all=vec![one] /> }.into_any()
        }
        (None, _) if !all.is_empty() => {
            view! { <Questions plan heading="Share" back=Route::Due all /> }.into_any()
        }
        _ => view! { <NothingToShare /> }.into_any(),
    }
}

#[component]
fn Questions(plan: Plan, heading: &'static str, back: Route, all: Vec<Portable>) -> impl IntoView {
    let errors = FormErrors::new();
    let who: Vec<Choice> = For::ALL.into_iter().map(whose).collect();
    let unchanged = nothing_changed(plan, &all);
    let what = match plan.family {
        Some(_) => all.into_iter().map(|family| whole(plan, family)).collect_view().into_any(),
        None => which(plan, all),
    };
    let also = match plan.family {
        Some(family) => own_page(plan, family),
        None => other_ways(),
    };
    let submit = move || {
        if errors.report(wrong(plan)) {
            if plan.words.with_untracked(String::is_empty) {
                plan.make_words();
            }
            plan.go(Step::Passphrase);
        }
    };
    view! {
        <Page heading back errors>
            <p class="govuk-body">
                "Put a workbook in an encrypted file, to give to a colleague, to move to another device, or to
                keep safe. What is here stays here: the file is a copy."
            </p>
            {unchanged}
            <Form errors on_submit=submit>
                <Radios id="share-who" legend="Who is it for?" size=Size::Medium choices=who value=plan.who />
                {what}
                <Button>"Continue"</Button>
            </Form>
            {also}
        </Page>
    }
}

/// Said of every family alike, so that it says nothing of any.
fn whose(who: For) -> Choice {
    let choice = Choice::new(who.code(), who.label());
    match who {
        For::Colleague => choice.hint("What people wrote in private sessions stays here, if there is any."),
        For::OwnDevice | For::Backup => choice,
    }
}

/// What else is done under Share.
fn other_ways() -> AnyView {
    view! {
        <h2 class="govuk-heading-m">"Other things to do"</h2>
        <ul class="govuk-list">
            <li><a class="govuk-link" href=Route::ShareOpen.to_hash()>"Open a bundle"</a> " someone gave me"</li>
            <li><a class="govuk-link" href=Route::ShareBackup.to_hash()>"Back up"</a> " everything, or test a backup"</li>
        </ul>
    }
    .into_any()
}

/// The example family is taken away where it would be given away.
fn own_page(plan: Plan, family: FamilyId) -> AnyView {
    let example = move || plan.desk.example() == Some(family);
    view! {
        {move || example().then(|| view! {
            <h2 class="govuk-heading-m">"Finished looking round?"</h2>
            <RemoveExample />
        })}
        <p class="govuk-body">
            <a class="govuk-link" href=Route::Share.to_hash()>"Share several families"</a>
        </p>
    }
    .into_any()
}

/// "Every family" or some of them.
fn which(plan: Plan, all: Vec<Portable>) -> AnyView {
    let everything = format!("Everything ({})", count(all.len(), "family", "families"));
    let today = plan.desk.session().map(|session| session.clock().today());
    let choices: Vec<Choice> = all
        .into_iter()
        .map(|family| {
            let records = count(family.records, "record", "records");
            let last = match (family.last, today) {
                (Some(at), Some(today)) => format!("last in a file {}", moment_words(at, today)),
                _ => "not in a file yet".to_owned(),
            };
            Choice::new(family.id.to_string(), family.name()).hint(format!("{records}, {last}"))
        })
        .collect();
    let families = move || {
        view! {
            <Checkboxes
                id="share-families"
                legend="Which families?"
                choices=choices.clone()
                values=plan.chosen
            />
        }
    };
    let what = vec![
        Choice::new(EVERYTHING, everything),
        Choice::new(CHOSEN, "Only the families I choose").reveal(families),
    ];
    view! {
        <Radios
            id="share-which"
            legend="What should be in it?"
            size=Size::Medium
            choices=what
            value=plan.which
        />
    }
    .into_any()
}

fn whole(plan: Plan, family: Portable) -> AnyView {
    let name = family.name();
    let records = move || count(family.records_for(plan.is_for().reader()), "record", "records");
    view! {
        <InsetText>
            "The file will hold the workbook of " <bdi>{name}</bdi>
            {move || format!(": {}, with every version of each.", records())}
        </InsetText>
    }
    .into_any()
}

/// Said when no family has anything that is not in a file already.
fn nothing_changed(plan: Plan, all: &[Portable]) -> Option<AnyView> {
    let last = all.iter().filter_map(|family| family.last).max()?;
    let today = plan.desk.session().map(|session| session.clock().today())?;
    let nothing = all.iter().all(|family| !family.changed);
    let words = format!("Nothing has changed since your last bundle, {}.", moment_words(last, today));
    nothing.then(|| view! { <InsetText>{words}</InsetText> }.into_any())
}

fn wrong(plan: Plan) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if plan.who.with_untracked(String::is_empty) {
        wrong.push(FieldError::new("share-who", "Select who the file is for"));
    }
    if plan.family.is_none() {
        match plan.which.get_untracked().as_str() {
            "" => wrong.push(FieldError::new("share-which", "Select what should be in the file")),
            CHOSEN if plan.chosen.with_untracked(Vec::is_empty) => {
                wrong.push(FieldError::new("share-families", "Select at least one family"));
            }
            _ => {}
        }
    }
    wrong
}

#[component]
fn NothingToShare() -> impl IntoView {
    view! {
        <Page heading="Share">
            <p class="govuk-body">
                "When you have a family here, you can put its workbook in an encrypted file for a colleague, or
                to keep safe."
            </p>
            <ButtonGroup>
                <ButtonLink href=Route::FamilyNew(NewFamilyStep::Label).to_hash()>"Add a family"</ButtonLink>
                <a class="govuk-link" href=Route::ShareOpen.to_hash()>"Open a bundle"</a>
            </ButtonGroup>
        </Page>
    }
}
