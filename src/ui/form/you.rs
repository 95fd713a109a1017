//! Somebody's own details: who they are on the record, and whose rules they follow.

use leptos::prelude::*;

use crate::model::practitioner::Role;
use crate::policy::authority::Authority;
use crate::services::session::{Missing, TypedYou, You};
use crate::ui::form::draft::DraftForm;
use crate::ui::form::errors::{FieldError, FormErrors};
use crate::ui::govuk::choice::Choice;
use crate::ui::govuk::input::{Input, InputOptions};
use crate::ui::govuk::select::Select;
use crate::ui::navigator::use_navigator;
use crate::ui::parts;

/// What stands in the boxes.
#[derive(Clone, Copy)]
pub struct YouFields {
    name: RwSignal<String>,
    role: RwSignal<String>,
    role_words: RwSignal<String>,
    employer: RwSignal<String>,
    team: RwSignal<String>,
    authority: RwSignal<String>,
}

impl Default for YouFields {
    fn default() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            name: empty(),
            role: empty(),
            role_words: empty(),
            employer: empty(),
            team: empty(),
            authority: RwSignal::new(Authority::Common.code().to_owned()),
        }
    }
}

impl YouFields {
    /// Boxes that begin with what is known, and of which every keystroke is kept.
    pub fn drafted(form: DraftForm, known: TypedYou) -> Self {
        Self {
            name: form.text("your-name", known.name),
            role: form.text("your-role", known.role),
            role_words: form.text("your-role-words", known.role_words),
            employer: form.text("your-employer", known.employer),
            team: form.text("your-team", known.team),
            authority: form.text("your-authority", known.authority),
        }
    }

    fn typed(self) -> TypedYou {
        TypedYou {
            name: self.name.get_untracked(),
            role: self.role.get_untracked(),
            role_words: self.role_words.get_untracked(),
            employer: self.employer.get_untracked(),
            team: self.team.get_untracked(),
            authority: self.authority.get_untracked(),
        }
    }

    /// The details, without a word about what is missing.
    pub fn complete(self) -> Option<You> {
        self.typed().read().ok()
    }

    /// What is missing, at the boxes it is missing from.
    pub fn missing(self) -> Vec<FieldError> {
        let missing = self.typed().read().err().unwrap_or_default();
        missing.into_iter().map(|missing| FieldError::new(box_of(missing), missing.to_string())).collect()
    }

    /// The details, or the errors at the boxes.
    pub fn read(self, errors: FormErrors) -> Option<You> {
        errors.report(self.missing());
        self.complete()
    }

    /// What anyone who knows the person would try first as a passphrase.
    pub fn names(self) -> Vec<String> {
        vec![self.name.get(), self.employer.get(), self.team.get()]
    }

    /// Begins with the rules of an authority.
    pub fn follow(self, authority: Authority) {
        self.authority.set(authority.code().to_owned());
    }

    /// Empties the boxes.
    pub fn clear(self) {
        for field in [self.name, self.role, self.role_words, self.employer, self.team] {
            field.set(String::new());
        }
        self.authority.set(Authority::Common.code().to_owned());
    }
}

fn box_of(missing: Missing) -> &'static str {
    match missing {
        Missing::Name => "your-name",
        Missing::Role => "your-role",
        Missing::RoleWords => "your-role-words",
    }
}

/// Whose details they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Mine,
    AColleagues,
}

/// The boxes themselves, inside a form.
#[component]
pub fn YouBoxes(fields: YouFields, whose: Whose) -> impl IntoView {
    let mine = whose == Whose::Mine;
    // Not marked as a name or an employer: a browser then writes them to the disk in the clear, into what it
    // offers to fill in and into what it restores, where the next person at a shared device finds them.
    let options = InputOptions { width: "govuk-!-width-two-thirds", ..InputOptions::default() };
    let says = move |own: &'static str, theirs: &'static str| if mine { own } else { theirs };
    let roles = Role::KNOWN
        .iter()
        .map(|role| Choice::new(role.code(), role.label()))
        .chain([Choice::new(TypedYou::SOMETHING_ELSE, "Something else")])
        .collect();
    let own_words = Memo::new(move |_| fields.role.with(|role| role == TypedYou::SOMETHING_ELSE));
    view! {
        <Input
            id="your-name"
            label=says("Your name", "Their name")
            hint="As it will stand on the record."
            value=fields.name
            options=options
        />
        <Select id="your-role" label=says("Your role", "Their role") choices=roles value=fields.role />
        {move || own_words.get().then(|| view! {
            <Input
                id="your-role-words"
                label=says("What is your role?", "What is their role?")
                value=fields.role_words
                options=options
            />
        })}
        <Input
            id="your-employer"
            label=says("Your employer (optional)", "Their employer (optional)")
            value=fields.employer
            options=options
        />
        <Input
            id="your-team"
            label=says("Your team (optional)", "Their team (optional)")
            value=fields.team
            options=options
        />
        <AuthorityChoice value=fields.authority />
    }
}

/// Whose rules to follow, and what that sets.
#[component]
fn AuthorityChoice(value: RwSignal<String>) -> impl IntoView {
    let navigator = use_navigator();
    let choices = Authority::ALL.map(|authority| Choice::new(authority.code(), authority.name())).to_vec();
    let chosen = move || {
        value.with(|code| Authority::ALL.into_iter().find(|known| known.code() == code)).unwrap_or_default()
    };
    view! {
        <Select
            id="your-authority"
            label="Authority whose guidance you follow"
            hint="You can change this later. What is recorded stays as it is."
            choices=choices
            value=value
        />
        {move || navigator.at_hand.get().then(|| parts::authority_card(chosen()))}
    }
}
