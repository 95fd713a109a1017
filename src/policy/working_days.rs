//! Working days: every day but Saturdays, Sundays and the bank holidays of England and Wales.
//!
//! Counting leaves out the day it starts from, as practitioners count: one working day after a Friday is the
//! Monday, and so is one working day after the Saturday.

use chrono::NaiveDate;

use super::bank_holidays::{bank_holiday, is_weekend};

/// Whether people are at work on this day.
pub fn is_working_day(day: NaiveDate) -> bool {
    !is_weekend(day) && bank_holiday(day).is_none()
}

/// The working day that comes this many after `from`. None only where the calendar ends.
pub fn after(from: NaiveDate, count: u32) -> Option<NaiveDate> {
    step(from, count, |day| day.succ_opt())
}

/// The working day that comes this many before `from`. None only where the calendar ends.
pub fn before(from: NaiveDate, count: u32) -> Option<NaiveDate> {
    step(from, count, |day| day.pred_opt())
}

fn step(from: NaiveDate, count: u32, next: impl Fn(NaiveDate) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let (mut day, mut left) = (from, count);
    while left > 0 {
        day = next(day)?;
        if is_working_day(day) {
            left -= 1;
        }
    }
    Some(day)
}

/// How many working days lie after `from`, up to `to` and with it. None when `to` is not later.
pub fn between(from: NaiveDate, to: NaiveDate) -> u32 {
    let mut days = 0;
    let mut day = from;
    while day < to {
        let Some(next) = day.succ_opt() else { break };
        day = next;
        days += u32::from(is_working_day(day));
    }
    days
}

/// The bank holidays on weekdays between two days, which a sum of working days stepped over.
pub fn bank_holidays_between(one: NaiveDate, other: NaiveDate) -> Vec<(NaiveDate, &'static str)> {
    let (first, last) = (one.min(other), one.max(other));
    first
        .iter_days()
        .take_while(|day| *day <= last)
        .filter(|day| !is_weekend(*day))
        .filter_map(|day| bank_holiday(day).map(|name| (day, name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_2026_is_stepped_over_both_ways() {
        assert_eq!(after(day("2026-04-02"), 1), Some(day("2026-04-07")));
        assert_eq!(after(day("2026-04-04"), 2), Some(day("2026-04-08")));
        assert_eq!(before(day("2026-04-08"), 2), Some(day("2026-04-02")));
        assert_eq!(after(day("2026-04-04"), 0), Some(day("2026-04-04")));
    }

    #[test]
    fn days_between_leave_out_the_first_and_keep_the_last() {
        assert_eq!(between(day("2026-04-02"), day("2026-04-08")), 2);
        assert_eq!(between(day("2026-04-08"), day("2026-04-08")), 0);
        assert_eq!(between(day("2026-04-08"), day("2026-04-02")), 0);
    }

    #[test]
    fn the_holidays_stepped_over_are_named() {
        let names: Vec<_> = bank_holidays_between(day("2027-01-04"), day("2026-12-24"))
            .into_iter()
            .map(|(day, name)| format!("{day} {name}"))
            .collect();
        assert_eq!(
            names,
            ["2026-12-25 Christmas Day", "2026-12-28 Boxing Day (substitute)", "2027-01-01 New Year’s Day"]
        );
    }

    #[test]
    fn the_end_of_the_calendar_is_no_trouble() {
        assert_eq!(after(NaiveDate::MAX, 1), None);
        assert_eq!(before(NaiveDate::MIN, 3), None);
    }
}
