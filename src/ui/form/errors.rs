//! What is wrong with a form, in the order of its fields.

use leptos::prelude::*;

/// One thing that is wrong: the id of the field, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub id: String,
    pub message: String,
}

impl FieldError {
    pub fn new(id: impl Into<String>, message: impl Into<String>) -> Self {
        Self { id: id.into(), message: message.into() }
    }
}

/// The errors of one form. A page makes one, gives it to its `ErrorSummary` and its `Form`, and reports to
/// it at each submit.
#[derive(Debug, Clone, Copy)]
pub struct FormErrors {
    found: RwSignal<Vec<FieldError>>,
    attempts: RwSignal<u32>,
}

impl Default for FormErrors {
    fn default() -> Self {
        Self { found: RwSignal::new(Vec::new()), attempts: RwSignal::new(0) }
    }
}

impl FormErrors {
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what a submit found, in the order of the fields. `true` when nothing was wrong.
    pub fn report(self, found: Vec<FieldError>) -> bool {
        let clean = found.is_empty();
        self.found.set(found);
        self.attempts.update(|attempts| *attempts = attempts.wrapping_add(1));
        clean
    }

    /// One thing wrong with the form, such as a passphrase that does not open it.
    pub fn report_one(self, id: impl Into<String>, message: impl Into<String>) {
        self.report(vec![FieldError::new(id, message)]);
    }

    pub fn clear(self) {
        self.found.set(Vec::new());
    }

    /// What is wrong with this field.
    pub fn message(self, id: &str) -> Option<String> {
        self.found.with(|found| found.iter().find(|error| error.id == id).map(|error| error.message.clone()))
    }

    pub fn any(self) -> bool {
        self.found.with(|found| !found.is_empty())
    }

    pub fn all(self) -> Vec<FieldError> {
        self.found.get()
    }

    /// Changes with every submit, even when the same things are wrong again.
    pub fn attempt(self) -> u32 {
        self.attempts.get()
    }
}
