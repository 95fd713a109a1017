//! Dates for whatever calendar somebody uses: an iCalendar file (RFC 5545).
//!
//! A calendar is read by others: on a wall, on a telephone, by a whole organisation. So nothing says whom or what a date is
//! about (`domain.md` E2). Moments are written in UTC, which every calendar shows by its own clock: right on both sides
//! of a night on which clocks change. Nothing is read from a clock or thrown by chance here.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike, Property};

/// One date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// By which a calendar knows it again, so that it moves and does not come twice.
    pub uid: String,
    /// How often it has been moved: the newest counts.
    pub moved: u32,
    pub says: Says,
    pub when: When,
}

/// All that a calendar is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    Meeting,
    Due,
}

impl Says {
    pub fn words(self) -> &'static str {
        match self {
            Self::Meeting => "Meeting",
            Self::Due => "Something is due",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Day(NaiveDate),
    /// From a moment, for this long where it is known.
    From(DateTime<Utc>, Option<TimeDelta>),
}

/// The file, made at this moment.
pub fn ics(dates: &[Date], now: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Hearth//Workbook//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    for date in dates {
        calendar.push(event(date, now));
    }
    calendar.to_string()
}

fn event(date: &Date, now: DateTime<Utc>) -> Event {
    let mut event = Event::with_uid(&date.uid);
    event.timestamp(now).sequence(date.moved).summary(date.says.words()).class(Class::Private);
    match date.when {
        When::Day(day) => event.starts(day),
        When::From(from, None) => event.starts(from),
        When::From(from, Some(length)) => {
            event.starts(from).ends(from.checked_add_signed(length).unwrap_or(from))
        }
    };
    // A day on which something is due is no day on which somebody is busy.
    let busy = if date.says == Says::Meeting { "OPAQUE" } else { "TRANSPARENT" };
    event.append_property(Property::new("TRANSP", busy));
    event.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(says: Says, when: When, expected: &[&str]) {
        let date = Date { uid: "7F3K@workbook".to_owned(), moved: 2, says, when };
        let file = ics(&[date], utc("2026-11-22T16:40:00Z"));
        let lines: Vec<&str> = file.split("\r\n").collect();
        let (start, end) = (
            lines.iter().position(|it| *it == "BEGIN:VEVENT"),
            lines.iter().position(|it| *it == "END:VEVENT"),
        );
        assert_eq!(lines[start.unwrap() + 1..end.unwrap()], *expected);
    }

    #[test]
    fn a_meeting_is_a_meeting_and_says_no_more() {
        check(
            Says::Meeting,
            When::From(utc("2026-03-29T09:30:00Z"), Some(TimeDelta::minutes(90))),
            &[
                "CLASS:PRIVATE",
                "DTEND:20260329T110000Z",
                "DTSTAMP:20261122T164000Z",
                "DTSTART:20260329T093000Z",
                "SEQUENCE:2",
                "SUMMARY:Meeting",
                "TRANSP:OPAQUE",
                "UID:7F3K@workbook",
            ],
        );
    }

    #[test]
    fn what_is_due_on_a_day_takes_the_day_and_nobodys_time() {
        check(
            Says::Due,
            When::Day(NaiveDate::from_ymd_opt(2026, 10, 25).unwrap()),
            &[
                "CLASS:PRIVATE",
                "DTSTAMP:20261122T164000Z",
                "DTSTART;VALUE=DATE:20261025",
                "SEQUENCE:2",
                "SUMMARY:Something is due",
                "TRANSP:TRANSPARENT",
                "UID:7F3K@workbook",
            ],
        );
    }

    #[test]
    fn a_calendar_without_dates_is_a_calendar() {
        let file = ics(&[], utc("2026-11-22T16:40:00Z"));
        assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), "{file}");
        assert!(file.ends_with("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"), "{file}");
    }
}
