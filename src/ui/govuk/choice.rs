//! One of the answers offered by radios, checkboxes or a select.

use leptos::prelude::*;

/// An answer that may be chosen. Made with [`Choice::new`]; the rest is optional.
#[derive(Clone)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    /// A word such as "or" above this choice.
    pub divider: Option<&'static str>,
    /// A checkbox that means "none of these": choosing it clears the others, and they clear it.
    pub exclusive: bool,
    /// Fields that appear under the choice while it is chosen.
    pub reveal: Option<ViewFn>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            divider: None,
            exclusive: false,
            reveal: None,
        }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn after_divider(mut self, word: &'static str) -> Self {
        self.divider = Some(word);
        self
    }

    #[must_use]
    pub fn exclusive(mut self) -> Self {
        self.exclusive = true;
        self
    }

    #[must_use]
    pub fn reveal(mut self, fields: impl Into<ViewFn>) -> Self {
        self.reveal = Some(fields.into());
        self
    }
}

/// The id of the nth choice of a group: the group's own id first, so that an error link reaches it.
pub fn choice_id(group: &str, place: usize) -> String {
    match place {
        0 => group.to_owned(),
        _ => format!("{group}-{}", place + 1),
    }
}
