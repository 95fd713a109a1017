//! The three boxes of a date, as typed.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::model::dates::{NotADate, PartialDate};
use crate::ui::form::errors::FieldError;

/// What stands in the boxes of one date input. It is what people typed, so that nothing typed is lost;
/// reading it gives a date or says which box to mend.
#[derive(Debug, Clone, Copy)]
pub struct DateFields {
    pub day: RwSignal<String>,
    pub month: RwSignal<String>,
    pub year: RwSignal<String>,
    pub about: RwSignal<bool>,
}

impl Default for DateFields {
    fn default() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { day: empty(), month: empty(), year: empty(), about: RwSignal::new(false) }
    }
}

impl DateFields {
    pub fn new() -> Self {
        Self::default()
    }

    /// Boxes that begin with a date, where there is one.
    pub fn of(date: Option<PartialDate>) -> Self {
        let fields = Self::new();
        if let Some(date) = date {
            fields.fill(date);
        }
        fields
    }

    /// Fills the boxes from a date.
    pub fn fill(self, date: PartialDate) {
        let [day, month, year] = date.boxes();
        self.day.set(day);
        self.month.set(month);
        self.year.set(year);
        self.about.set(date.about);
    }

    /// Whether nothing was typed.
    pub fn is_empty(self) -> bool {
        [self.day, self.month, self.year].iter().all(|part| part.with(|part| part.trim().is_empty()))
    }

    /// A date of which only the month or the year may be known. `id` is the date input's; `name` begins the
    /// message, as in "Date of the work must include a year".
    pub fn read(self, id: &str, name: &str) -> Result<PartialDate, FieldError> {
        let [day, month, year] = self.typed();
        PartialDate::parse(&day, &month, &year, self.about.get_untracked())
            .map_err(|wrong| error(id, name, wrong))
    }

    /// A date that must be whole, such as a date of birth.
    pub fn read_exact(self, id: &str, name: &str) -> Result<NaiveDate, FieldError> {
        let [day, month, year] = self.typed();
        PartialDate::parse_exact(&day, &month, &year).map_err(|wrong| error(id, name, wrong))
    }

    fn typed(self) -> [String; 3] {
        [self.day.get_untracked(), self.month.get_untracked(), self.year.get_untracked()]
    }
}

/// The error stands at the box to mend, or at the whole date when no one box is to blame.
fn error(id: &str, name: &str, wrong: NotADate) -> FieldError {
    let id = match wrong {
        NotADate::NoDay => format!("{id}-day"),
        NotADate::NoMonth | NotADate::BadMonth => format!("{id}-month"),
        NotADate::NoYear | NotADate::BadYear => format!("{id}-year"),
        NotADate::NotReal => id.to_owned(),
    };
    FieldError::new(id, format!("{name} {wrong}"))
}
