//! How long a timescale gives, in the words of the work: "3 working days before", "1 month after".

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a length of time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Elapsed hours, through nights, weekends and changes of the clock.
    Hours,
    /// Calendar days.
    Days,
    /// Days but Saturdays, Sundays and the bank holidays of England and Wales.
    WorkingDays,
    Weeks,
    /// To the same day of a later month, or its last day where it has no such day.
    Months,
    /// To the end of a later calendar month.
    CalendarMonths,
}

impl Unit {
    /// Each with its word, as profiles write it.
    pub const ALL: [(Unit, &'static str); 6] = [
        (Unit::WorkingDays, "working day"),
        (Unit::CalendarMonths, "calendar month"),
        (Unit::Hours, "hour"),
        (Unit::Days, "day"),
        (Unit::Weeks, "week"),
        (Unit::Months, "month"),
    ];

    /// "working day".
    pub fn singular(self) -> &'static str {
        Self::ALL.iter().find(|(unit, _)| *unit == self).map_or("", |(_, word)| word)
    }
}

/// Whether a clock counts on from its start or back from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    After,
    Before,
}

/// A length of time from a start, on or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub amount: u16,
    pub unit: Unit,
    pub direction: Direction,
}

impl Span {
    /// No profile may ask for more: ten years in days, which every unit bears.
    pub const MOST: u16 = 3660;

    /// "3 working days", "1 month".
    pub fn length(self) -> String {
        length(self.amount, self.unit)
    }
}

fn length(amount: u16, unit: Unit) -> String {
    let plural = if amount == 1 { "" } else { "s" };
    format!("{amount} {}{plural}", unit.singular())
}

/// What a reading of the guidance asks for. Each has one way to be written in a profile's file, which is also
/// how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Time {
    /// By then: "3 working days before". Where the guidance gives a range, `opens` is its shorter end:
    /// "4 to 6 weeks after".
    By { span: Span, opens: Option<u16> },
    /// Then, neither earlier nor later: "exactly 5 working days before".
    Exactly(Span),
    /// Not earlier than then, and with no end: "not before 6 weeks after".
    NotBefore(Span),
    /// Needed once so much time had passed: "needed from 4 weeks after".
    NeededFrom(Span),
    /// It applies for so long, and nobody owes anything: "for 12 weeks after".
    Window(Span),
    /// As often as the child's own plan says: "as the plan says".
    AsPlanned,
    /// The guidance asks for it and gives no number: "no time given".
    NotGiven,
}

/// The text is none of the ways to write a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a time is written like “3 working days before”, “24 hours after”, “1 month after”, “1 calendar month after”, \
     “4 to 6 weeks after”, “exactly 5 working days before”, “not before 6 weeks after”, “needed from 4 weeks after”, \
     “for 12 weeks after”, “as the plan says” or “no time given”, and a number may be at most 3660"
)]
pub struct NotATime;

const AS_PLANNED: &str = "as the plan says";
const NOT_GIVEN: &str = "no time given";
const EXACTLY: &str = "exactly ";
const NOT_BEFORE: &str = "not before ";
const NEEDED_FROM: &str = "needed from ";
const WINDOW: &str = "for ";

impl FromStr for Time {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let time = match text {
            AS_PLANNED => Self::AsPlanned,
            NOT_GIVEN => Self::NotGiven,
            _ => {
                let whole = |rest: &str| match read(rest)? {
                    (span, None) => Ok(span),
                    _ => Err(NotATime),
                };
                if let Some(rest) = text.strip_prefix(EXACTLY) {
                    Self::Exactly(whole(rest)?)
                } else if let Some(rest) = text.strip_prefix(NOT_BEFORE) {
                    Self::NotBefore(whole(rest)?)
                } else if let Some(rest) = text.strip_prefix(NEEDED_FROM) {
                    Self::NeededFrom(whole(rest)?)
                } else if let Some(rest) = text.strip_prefix(WINDOW) {
                    Self::Window(whole(rest)?)
                } else {
                    let (span, opens) = read(text)?;
                    Self::By { span, opens }
                }
            }
        };
        // One way to write each: "03 days after" and "1 days after" are not it.
        if time.to_string() == text { Ok(time) } else { Err(NotATime) }
    }
}

/// "4 to 6 weeks after".
fn read(text: &str) -> Result<(Span, Option<u16>), NotATime> {
    let (text, direction) = if let Some(rest) = text.strip_suffix(" after") {
        (rest, Direction::After)
    } else {
        (text.strip_suffix(" before").ok_or(NotATime)?, Direction::Before)
    };
    let number = |text: &str| text.parse().ok().filter(|it| *it <= Span::MOST).ok_or(NotATime);
    let (first, rest) = text.split_once(' ').ok_or(NotATime)?;
    let (opens, amount, unit) = match rest.strip_prefix("to ").and_then(|rest| rest.split_once(' ')) {
        Some((last, unit)) => (Some(number(first)?), number(last)?, unit),
        None => (None, number(first)?, rest),
    };
    if opens.is_some_and(|opens| opens >= amount) {
        return Err(NotATime);
    }
    let singular = unit.strip_suffix('s').unwrap_or(unit);
    let unit = Unit::ALL.iter().find(|(_, word)| *word == singular).map(|(unit, _)| *unit).ok_or(NotATime)?;
    Ok((Span { amount, unit, direction }, opens))
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = match self.direction {
            Direction::After => "after",
            Direction::Before => "before",
        };
        write!(f, "{} {direction}", self.length())
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::By { span, opens: None } => write!(f, "{span}"),
            Self::By { span, opens: Some(opens) } => write!(f, "{opens} to {span}"),
            Self::Exactly(span) => write!(f, "{EXACTLY}{span}"),
            Self::NotBefore(span) => write!(f, "{NOT_BEFORE}{span}"),
            Self::NeededFrom(span) => write!(f, "{NEEDED_FROM}{span}"),
            Self::Window(span) => write!(f, "{WINDOW}{span}"),
            Self::AsPlanned => f.write_str(AS_PLANNED),
            Self::NotGiven => f.write_str(NOT_GIVEN),
        }
    }
}

impl TryFrom<String> for Time {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_to_write_a_time_reads_back_as_itself() {
        for text in [
            "3 working days before",
            "0 days after",
            "1 day before",
            "24 hours after",
            "1 month after",
            "1 calendar month after",
            "4 to 6 weeks after",
            "exactly 5 working days before",
            "not before 6 weeks after",
            "needed from 4 weeks after",
            "for 12 weeks after",
            "as the plan says",
            "no time given",
            "3660 days after",
        ] {
            assert_eq!(text.parse::<Time>().map(|time| time.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn anything_else_is_no_time() {
        for text in [
            "",
            "3",
            "3 days",
            "three days after",
            "-3 days after",
            "+3 days after",
            "03 days after",
            "1 days after",
            "3 day after",
            "3661 days after",
            "99999 days after",
            "6 to 4 weeks after",
            "exactly 4 to 6 weeks after",
            "3 fortnights after",
            "3  days after",
            " after",
            "for ",
        ] {
            assert_eq!(text.parse::<Time>(), Err(NotATime), "{text:?}");
        }
    }
}
