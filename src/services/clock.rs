//! The time: the only place that asks a computer for it.
//!
//! Stamps are kept in UTC. What day it is, and every time shown, is that of Europe/London, since that is
//! where a due date is due, wherever the device thinks it is.

use std::{cell::Cell, rc::Rc};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::model::dates::day_words;
use crate::policy::london::london;

/// Tells the time.
pub trait Clock {
    /// The time of day as the device believes it: it can jump, forwards and back.
    fn now(&self) -> DateTime<Utc>;

    /// Milliseconds since some moment before: it never goes back, and may stand still during sleep.
    fn monotonic_ms(&self) -> u64;

    /// What day it is in London.
    fn today(&self) -> NaiveDate {
        london(self.now()).date()
    }
}

/// The browser's clocks.
#[cfg(target_arch = "wasm32")]
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

#[cfg(target_arch = "wasm32")]
impl Clock for BrowserClock {
    fn now(&self) -> DateTime<Utc> {
        // A browser's date is within 270,000 years of 1970, and so is one of chrono's, almost.
        DateTime::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
    }

    fn monotonic_ms(&self) -> u64 {
        web_sys::window().and_then(|window| window.performance()).map_or(0, |it| it.now() as u64)
    }
}

/// A clock that stands still until it is moved. Clones show the same time.
#[derive(Clone, Debug)]
pub struct FixedClock {
    wall: Rc<Cell<DateTime<Utc>>>,
    monotonic_ms: Rc<Cell<u64>>,
}

impl FixedClock {
    pub fn at(now: DateTime<Utc>) -> Self {
        Self { wall: Rc::new(Cell::new(now)), monotonic_ms: Rc::new(Cell::new(0)) }
    }

    /// Lets time pass, on both clocks.
    pub fn pass(&self, time: TimeDelta) {
        self.sleep(time);
        let passed = u64::try_from(time.num_milliseconds()).unwrap_or(0);
        self.monotonic_ms.set(self.monotonic_ms.get().saturating_add(passed));
    }

    /// Lets time pass while the device is asleep: only the time of day moves on.
    pub fn sleep(&self, time: TimeDelta) {
        self.set(self.wall.get() + time);
    }

    /// Sets the time of day, as a person might.
    pub fn set(&self, now: DateTime<Utc>) {
        self.wall.set(now);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.wall.get()
    }

    fn monotonic_ms(&self) -> u64 {
        self.monotonic_ms.get()
    }
}

/// The time in London as it is shown: "3:42pm".
pub fn time_words(at: DateTime<Utc>) -> String {
    crate::policy::london::time_words(at)
}

/// The date in London as it is shown: "21 November 2026".
pub fn date_words(at: DateTime<Utc>) -> String {
    day_words(london(at).date())
}

/// A moment as it is shown to someone on `today`: "today 3:42pm", "yesterday 9:10am" or
/// "21 November 2026 3:42pm".
pub fn moment_words(at: DateTime<Utc>, today: NaiveDate) -> String {
    let day = london(at).date();
    let words = match today.signed_duration_since(day).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => day_words(day),
    };
    format!("{words} {}", time_words(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn today_is_londons_day() {
        assert_eq!(FixedClock::at(utc("2026-06-30T23:30:00Z")).today().to_string(), "2026-07-01");
        assert_eq!(FixedClock::at(utc("2026-12-31T23:30:00Z")).today().to_string(), "2026-12-31");
    }

    #[test]
    fn times_are_in_words() {
        for (at, words) in [
            ("2026-11-21T15:42:59Z", "3:42pm"),
            ("2026-11-21T09:05:00Z", "9:05am"),
            ("2026-11-21T00:00:00Z", "12:00am"),
            ("2026-11-21T12:00:00Z", "12:00pm"),
            ("2026-07-01T12:00:00Z", "1:00pm"),
            ("2026-06-30T23:30:00Z", "12:30am"),
        ] {
            assert_eq!(time_words(utc(at)), words, "{at}");
        }
    }

    #[test]
    fn dates_are_in_words() {
        assert_eq!(date_words(utc("2026-11-21T23:59:59Z")), "21 November 2026");
        assert_eq!(date_words(utc("2026-06-30T23:30:00Z")), "1 July 2026");
    }

    #[test]
    fn moments_are_in_words() {
        let today = utc("2026-11-21T12:00:00Z").date_naive();
        for (at, words) in [
            ("2026-11-21T09:10:00Z", "today 9:10am"),
            ("2026-11-20T23:59:00Z", "yesterday 11:59pm"),
            ("2026-11-19T15:42:00Z", "19 November 2026 3:42pm"),
            ("2026-11-22T00:01:00Z", "22 November 2026 12:01am"),
        ] {
            assert_eq!(moment_words(utc(at), today), words);
        }
    }

    #[test]
    fn a_fixed_clock_moves_only_when_moved() {
        let clock = FixedClock::at(utc("2026-11-21T12:00:00Z"));
        let other = clock.clone();
        clock.pass(TimeDelta::seconds(2));
        clock.sleep(TimeDelta::hours(1));
        assert_eq!(other.now(), utc("2026-11-21T13:00:02Z"));
        assert_eq!(other.monotonic_ms(), 2_000);
    }
}
