//! Dates as families and records give them: a day, a month, a year, or "about".
//!
//! History is often known only roughly. A date here says no more than was known: "about 2014" is never
//! stored as 1 January 2014.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    Day(NaiveDate),
    Month { year: i32, month: u32 },
    Year(i32),
}

/// A date that may be exact, a month, a year, or about any of these.
///
/// It can never be a day that does not exist, such as 30 February.
///
/// ```
/// use hearth::model::dates::PartialDate;
/// assert_eq!(PartialDate::parse("3", "nov", "2026", false).unwrap().to_string(), "3 November 2026");
/// assert_eq!(PartialDate::parse("", "11", "2014", true).unwrap().to_string(), "about November 2014");
/// assert!(PartialDate::parse("30", "2", "2026", false).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct PartialDate {
    pub known: Known,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
}

/// A date as a file gives it, which may be of the thirteenth month.
#[derive(Deserialize)]
struct Unchecked {
    known: Known,
    #[serde(default)]
    about: bool,
}

impl TryFrom<Unchecked> for PartialDate {
    type Error = NotADate;

    fn try_from(Unchecked { known, about }: Unchecked) -> Result<Self, NotADate> {
        let (year, month) = match known {
            Known::Day(date) => (date.year(), date.month()),
            Known::Month { year, month } => (year, month),
            Known::Year(year) => (year, 1),
        };
        match (year, month) {
            (1..=9999, 1..=12) => Ok(Self { known, about }),
            (1..=9999, _) => Err(NotADate::BadMonth),
            _ => Err(NotADate::BadYear),
        }
    }
}

/// Why three boxes do not make a date; names the part to mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotADate {
    #[error("must include a year")]
    NoYear,
    #[error("must include a month")]
    NoMonth,
    #[error("must include a day")]
    NoDay,
    #[error("year must be four numbers, such as 2026")]
    BadYear,
    #[error("month must be a number from 1 to 12, or its name")]
    BadMonth,
    #[error("must be a real date")]
    NotReal,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month's name in full; empty for a number that is no month.
pub fn month_name(month: u32) -> &'static str {
    month.checked_sub(1).and_then(|place| MONTHS.get(place as usize)).copied().unwrap_or("")
}

fn read_month(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    match lower.parse::<u32>() {
        Ok(number) => (1..=12).contains(&number).then_some(number),
        Err(_) if lower.chars().count() >= 3 => MONTHS
            .iter()
            .position(|name| name.to_lowercase().starts_with(&lower))
            .map(|place| place as u32 + 1),
        Err(_) => None,
    }
}

impl PartialDate {
    /// This very day.
    pub const fn day(day: NaiveDate) -> Self {
        Self { known: Known::Day(day), about: false }
    }

    /// Reads the three boxes of a date input. The day may be empty, then the month too: "November 2014" and
    /// "2014" are dates. Months may be numbers or names ("jan", "January"). Spaces do not matter.
    pub fn parse(day: &str, month: &str, year: &str, about: bool) -> Result<Self, NotADate> {
        let (day, month, year) = (day.trim(), month.trim(), year.trim());
        if year.is_empty() {
            return Err(NotADate::NoYear);
        }
        let year_number = year
            .parse::<i32>()
            .ok()
            .filter(|number| year.len() == 4 && (1800..=2200).contains(number))
            .ok_or(NotADate::BadYear)?;
        if month.is_empty() {
            return if day.is_empty() {
                Ok(Self { known: Known::Year(year_number), about })
            } else {
                Err(NotADate::NoMonth)
            };
        }
        let month_number = read_month(month).ok_or(NotADate::BadMonth)?;
        if day.is_empty() {
            return Ok(Self { known: Known::Month { year: year_number, month: month_number }, about });
        }
        let day_number = day.parse::<u32>().map_err(|_| NotADate::NotReal)?;
        NaiveDate::from_ymd_opt(year_number, month_number, day_number)
            .map(|date| Self { known: Known::Day(date), about })
            .ok_or(NotADate::NotReal)
    }

    /// As [`PartialDate::parse`], where a whole date is needed, such as a date of birth.
    pub fn parse_exact(day: &str, month: &str, year: &str) -> Result<NaiveDate, NotADate> {
        match Self::parse(day, month, year, false)?.known {
            Known::Day(date) => Ok(date),
            Known::Month { .. } => Err(NotADate::NoDay),
            Known::Year(_) => Err(NotADate::NoMonth),
        }
    }

    /// The earliest day it can mean; what it is sorted by.
    pub fn earliest(self) -> NaiveDate {
        match self.known {
            Known::Day(date) => date,
            Known::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN),
            Known::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN),
        }
    }

    /// The latest day it can mean.
    pub fn latest(self) -> NaiveDate {
        let next = match self.known {
            Known::Day(date) => return date,
            Known::Month { year, month: 12 } | Known::Year(year) => {
                NaiveDate::from_ymd_opt(year.saturating_add(1), 1, 1)
            }
            Known::Month { year, month } => NaiveDate::from_ymd_opt(year, month.saturating_add(1), 1),
        };
        next.and_then(|first| first.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// Whether all of it lies after this day.
    pub fn is_after(self, today: NaiveDate) -> bool {
        self.earliest() > today
    }

    /// The three boxes that would give this date: day, month, year.
    pub fn boxes(self) -> [String; 3] {
        match self.known {
            Known::Day(date) => [date.day().to_string(), date.month().to_string(), date.year().to_string()],
            Known::Month { year, month } => [String::new(), month.to_string(), year.to_string()],
            Known::Year(year) => [String::new(), String::new(), year.to_string()],
        }
    }

    /// Whole years from this date to that day, when the date is a day or near enough to say.
    pub fn years_until(self, today: NaiveDate) -> Option<u32> {
        today.years_since(self.earliest())
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.about {
            f.write_str("about ")?;
        }
        match self.known {
            Known::Day(date) => f.write_str(&day_words(date)),
            Known::Month { year, month } => write!(f, "{} {year}", month_name(month)),
            Known::Year(year) => write!(f, "{year}"),
        }
    }
}

/// "21 November 2026".
pub fn day_words(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(day: &str, month: &str, year: &str, expected: Result<&str, NotADate>) {
        let found = PartialDate::parse(day, month, year, false).map(|date| date.to_string());
        assert_eq!(found.as_deref().map_err(|e| *e), expected, "{day:?} {month:?} {year:?}");
    }

    #[test]
    fn the_ways_people_write_dates() {
        check("1", "1", "2026", Ok("1 January 2026"));
        check(" 01 ", "01", " 2026", Ok("1 January 2026"));
        check("1", "jan", "2026", Ok("1 January 2026"));
        check("1", "JANUARY", "2026", Ok("1 January 2026"));
        check("29", "2", "2024", Ok("29 February 2024"));
        check("", "sept", "2019", Ok("September 2019"));
        check("", "", "2019", Ok("2019"));
    }

    #[test]
    fn the_part_that_is_wrong_is_named() {
        check("29", "2", "2026", Err(NotADate::NotReal));
        check("31", "4", "2026", Err(NotADate::NotReal));
        check("x", "4", "2026", Err(NotADate::NotReal));
        check("1", "13", "2026", Err(NotADate::BadMonth));
        check("1", "ja", "2026", Err(NotADate::BadMonth));
        check("1", "", "2026", Err(NotADate::NoMonth));
        check("1", "1", "", Err(NotADate::NoYear));
        check("1", "1", "26", Err(NotADate::BadYear));
        check("1", "1", "０２０２", Err(NotADate::BadYear));
    }

    #[test]
    fn a_file_cannot_bring_a_date_that_does_not_exist() {
        for text in [
            r#"{"known":{"month":{"year":2014,"month":13}}}"#,
            r#"{"known":{"month":{"year":2014,"month":0}}}"#,
            r#"{"known":{"year":2147483647}}"#,
            r#"{"known":{"year":-1}}"#,
            r#"{"known":{"day":"2026-02-30"}}"#,
        ] {
            assert!(serde_json::from_str::<PartialDate>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_furthest_dates_still_have_a_first_and_a_last_day() {
        for known in [Known::Year(i32::MAX), Known::Month { year: i32::MAX, month: 12 }, Known::Year(9999)] {
            let date = PartialDate { known, about: false };
            assert!(date.earliest() <= date.latest());
        }
    }

    #[test]
    fn boxes_give_the_date_back() {
        for date in [PartialDate::parse("3", "11", "2026", false), PartialDate::parse("", "2", "2014", false)]
        {
            let date = date.unwrap();
            let [day, month, year] = date.boxes();
            assert_eq!(PartialDate::parse(&day, &month, &year, false), Ok(date));
        }
    }
}
