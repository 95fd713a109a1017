//! What was typed in the boxes of a form, as a draft keeps it, and what it means.
//!
//! Nothing here stands between a keystroke and the draft: it is asked only when somebody goes on.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::dates::{NotADate, PartialDate};

/// Every box of a form by its id, as in a [`Draft`](super::drafts::Draft).
pub type Fields = BTreeMap<String, String>;

/// One thing to mend: the id of the box, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub field: String,
    pub message: String,
}

impl Wrong {
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// The boxes of a form, to read from.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a>(pub &'a Fields);

impl<'a> Typed<'a> {
    /// The words in a box, without the space round them.
    pub fn text(self, id: &str) -> &'a str {
        self.0.get(id).map(|text| text.trim()).unwrap_or_default()
    }

    /// Whether this answer was chosen, or this box ticked (`yes`).
    pub fn is(self, id: &str, answer: &str) -> bool {
        self.text(id) == answer
    }

    /// The ticked answers of a group, or the rows of a list.
    pub fn lines(self, id: &str) -> Vec<&'a str> {
        self.text(id).split('\n').map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// A date of which a part may be unknown; `None` when nothing was typed. `name` begins the message, as in
    /// "Date of birth must be a real date".
    pub fn date(self, id: &str, name: &str) -> Result<Option<PartialDate>, Wrong> {
        let [day, month, year] = ["day", "month", "year"].map(|part| self.text(&format!("{id}-{part}")));
        if [day, month, year].iter().all(|part| part.is_empty()) {
            return Ok(None);
        }
        let about = self.is(&format!("{id}-about"), "yes");
        let wrong = |why: NotADate| {
            let place = match why {
                NotADate::NoDay => format!("{id}-day"),
                NotADate::NoMonth | NotADate::BadMonth => format!("{id}-month"),
                NotADate::NoYear | NotADate::BadYear => format!("{id}-year"),
                NotADate::NotReal => id.to_owned(),
            };
            Wrong::new(place, format!("{name} {why}"))
        };
        PartialDate::parse(day, month, year, about).map(Some).map_err(wrong)
    }

    /// As [`Typed::date`], of something that has happened.
    pub fn past_date(self, id: &str, name: &str, today: NaiveDate) -> Result<Option<PartialDate>, Wrong> {
        match self.date(id, name)? {
            Some(date) if date.is_after(today) => {
                Err(Wrong::new(id, format!("{name} must be today or in the past")))
            }
            date => Ok(date),
        }
    }

    /// A date of birth: past, and of somebody who can be alive.
    pub fn birth(self, id: &str, today: NaiveDate) -> Result<Option<PartialDate>, Wrong> {
        const NAME: &str = "Date of birth";
        match self.past_date(id, NAME, today)? {
            Some(date) if date.years_until(today).is_some_and(|age| age > OLDEST) => Err(Wrong::new(
                format!("{id}-year"),
                format!("{NAME} must be within the last {OLDEST} years"),
            )),
            date => Ok(date),
        }
    }
}

/// Nobody is older than this; a year of birth before it is a slip of the hand.
const OLDEST: u32 = 120;

/// The boxes that would give this date.
pub fn put_date(fields: &mut Fields, id: &str, date: Option<PartialDate>) {
    let Some(date) = date else { return };
    for (part, text) in ["day", "month", "year"].into_iter().zip(date.boxes()) {
        fields.insert(format!("{id}-{part}"), text);
    }
    if date.about {
        fields.insert(format!("{id}-about"), "yes".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn boxes(day: &str, month: &str, year: &str) -> Fields {
        [("born-day", day), ("born-month", month), ("born-year", year)]
            .map(|(id, text)| (id.to_owned(), text.to_owned()))
            .into()
    }

    #[track_caller]
    fn check(day: &str, month: &str, year: &str, expected: Result<&str, (&str, &str)>) {
        let fields = boxes(day, month, year);
        let found = Typed(&fields).birth("born", today());
        let found = found.map(|date| date.map(|date| date.to_string()).unwrap_or_default());
        let expected = expected.map(str::to_owned).map_err(|(id, message)| Wrong::new(id, message));
        assert_eq!(found, expected);
    }

    #[test]
    fn dates_of_birth() {
        check("", "", " ", Ok(""));
        check("3", "May", "2019", Ok("3 May 2019"));
        check("", "", "2019", Ok("2019"));
        check("30", "2", "2019", Err(("born", "Date of birth must be a real date")));
        check("3", "", "2019", Err(("born-month", "Date of birth must include a month")));
        check("22", "11", "2026", Err(("born", "Date of birth must be today or in the past")));
        check("1", "1", "1902", Err(("born-year", "Date of birth must be within the last 120 years")));
    }

    #[test]
    fn a_date_put_in_the_boxes_reads_back() {
        for (day, month, year, about) in [("3", "5", "2019", false), ("", "5", "2019", true)] {
            let date = PartialDate::parse(day, month, year, about).unwrap();
            let mut fields = Fields::new();
            put_date(&mut fields, "born", Some(date));
            assert_eq!(Typed(&fields).date("born", "Date"), Ok(Some(date)));
        }
    }
}
