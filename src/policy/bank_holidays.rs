//! The bank holidays of England and Wales: worked out by rule, with a table of those that were moved or added.
//!
//! Source: <https://www.gov.uk/bank-holidays> and the Banking and Financial Dealings Act 1971, schedule 1.
//! `tests/fixtures/clocks/bank_holidays.csv` is gov.uk's own list for 2012 to 2028 and, worked out by another
//! program, 2029 to 2040. A holiday that is proclaimed later is added to [`CHANGES`]; the rule goes on without
//! an end.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day that the rule alone gets wrong.
struct Change {
    day: (i32, u32, u32),
    what: What,
}

enum What {
    /// A holiday that only this year had, or the day to which one was moved.
    Added(&'static str),
    /// The rule's day, from which the holiday was moved away.
    MovedAway,
}

const fn added(year: i32, month: u32, day: u32, name: &'static str) -> Change {
    Change { day: (year, month, day), what: What::Added(name) }
}

const fn moved_away(year: i32, month: u32, day: u32) -> Change {
    Change { day: (year, month, day), what: What::MovedAway }
}

/// By royal proclamation, since 1995.
const CHANGES: &[Change] = &[
    moved_away(1995, 5, 1),
    added(1995, 5, 8, "Early May bank holiday (VE Day)"),
    added(1999, 12, 31, "Millennium bank holiday"),
    moved_away(2002, 5, 27),
    added(2002, 6, 3, "Golden Jubilee bank holiday"),
    added(2002, 6, 4, "Spring bank holiday"),
    added(2011, 4, 29, "Royal wedding bank holiday"),
    moved_away(2012, 5, 28),
    added(2012, 6, 4, "Spring bank holiday"),
    added(2012, 6, 5, "Diamond Jubilee bank holiday"),
    moved_away(2020, 5, 4),
    added(2020, 5, 8, "Early May bank holiday (VE Day)"),
    moved_away(2022, 5, 30),
    added(2022, 6, 2, "Spring bank holiday"),
    added(2022, 6, 3, "Platinum Jubilee bank holiday"),
    added(2022, 9, 19, "State funeral of Queen Elizabeth II"),
    added(2023, 5, 8, "Coronation of King Charles III"),
];

/// The name of the bank holiday that falls on this day, if one does.
///
/// ```
/// use chrono::NaiveDate;
/// use hearth::policy::bank_holidays::bank_holiday;
/// let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
/// assert_eq!(bank_holiday(day(4, 3)), Some("Good Friday"));
/// assert_eq!(bank_holiday(day(12, 28)), Some("Boxing Day (substitute)"));
/// assert_eq!(bank_holiday(day(12, 29)), None);
/// ```
pub fn bank_holiday(day: NaiveDate) -> Option<&'static str> {
    let change = CHANGES.iter().find(|change| change.day == (day.year(), day.month(), day.day()));
    match change.map(|change| &change.what) {
        Some(What::Added(name)) => Some(name),
        Some(What::MovedAway) => None,
        None => by_rule(day),
    }
}

fn by_rule(day: NaiveDate) -> Option<&'static str> {
    let monday = day.weekday() == Weekday::Mon;
    match (day.month(), day.day()) {
        (1, 1) if !is_weekend(day) => Some("New Year’s Day"),
        (1, 2 | 3) if monday => Some("New Year’s Day (substitute)"),
        (3 | 4, _) => easter_holiday(day),
        (5, 1..=7) if monday => Some("Early May bank holiday"),
        (5, 25..=31) if monday => Some("Spring bank holiday"),
        (8, 25..=31) if monday => Some("Summer bank holiday"),
        (12, 25) if !is_weekend(day) => Some("Christmas Day"),
        (12, 26) if !is_weekend(day) => Some("Boxing Day"),
        // Christmas Day on a Saturday or a Sunday is kept on the 27th, Boxing Day on the 28th.
        (12, 27) if matches!(day.weekday(), Weekday::Mon | Weekday::Tue) => {
            Some("Christmas Day (substitute)")
        }
        (12, 28) if matches!(day.weekday(), Weekday::Mon | Weekday::Tue) => Some("Boxing Day (substitute)"),
        _ => None,
    }
}

pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn easter_holiday(day: NaiveDate) -> Option<&'static str> {
    let sunday = easter_sunday(day.year())?;
    if Some(day) == sunday.checked_sub_days(Days::new(2)) {
        Some("Good Friday")
    } else if Some(day) == sunday.succ_opt() {
        Some("Easter Monday")
    } else {
        None
    }
}

/// Easter Sunday by the Gregorian calendar, as the anonymous correspondent of *Nature* (1876) works it out.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let skipped_leap_days =
        century - century.div_euclid(4) - (century - (century + 8) / 25 + 1).div_euclid(3);
    let moon = (19 * golden + skipped_leap_days + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * century.rem_euclid(4) + 2 * (of_century / 4) - moon - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let from_march = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(from_march / 31).ok()?,
        u32::try_from(from_march % 31).ok()? + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_keeps_it() {
        for (year, month, day) in [
            (1954, 4, 18),
            (2000, 4, 23),
            (2008, 3, 23),
            (2019, 4, 21),
            (2024, 3, 31),
            (2026, 4, 5),
            (2038, 4, 25),
        ] {
            assert_eq!(easter_sunday(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
    }

    #[test]
    fn a_holiday_that_was_moved_is_kept_on_its_new_day_only() {
        let name = |year, month, day| bank_holiday(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(name(2020, 5, 4), None);
        assert_eq!(name(2020, 5, 8), Some("Early May bank holiday (VE Day)"));
        assert_eq!(name(2021, 5, 3), Some("Early May bank holiday"));
        assert_eq!(name(2022, 5, 30), None);
        assert_eq!(name(2022, 9, 19), Some("State funeral of Queen Elizabeth II"));
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        bank_holiday(NaiveDate::MIN);
        bank_holiday(NaiveDate::MAX);
        for month in 1..=12 {
            for year in [NaiveDate::MIN.year() + 1, NaiveDate::MAX.year() - 1] {
                bank_holiday(NaiveDate::from_ymd_opt(year, month, 1).unwrap());
            }
        }
    }
}
