//! What clocks in London show. A due date is due there, wherever a device thinks it is.
//!
//! Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October, as
//! it has every year since 1996 ([Summer Time Act 1972](https://www.legislation.gov.uk/ukpga/1972/6)).

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

/// What clocks in London show at a moment.
pub fn london(at: DateTime<Utc>) -> NaiveDateTime {
    let utc = at.naive_utc();
    if is_summer(utc) { utc.checked_add_signed(TimeDelta::hours(1)).unwrap_or(utc) } else { utc }
}

/// The moment at which clocks in London show this. In October's repeated hour it is the first of the two; a
/// time that March skips is read as if clocks had not yet gone forward.
pub fn at_london(local: NaiveDateTime) -> DateTime<Utc> {
    let summer = local.checked_sub_signed(TimeDelta::hours(1)).unwrap_or(local);
    if is_summer(summer) { summer.and_utc() } else { local.and_utc() }
}

/// The moment at which a day begins in London.
pub fn day_begins(day: NaiveDate) -> DateTime<Utc> {
    at_london(day.and_time(NaiveTime::MIN))
}

/// The time in London as it is shown: "3:42pm".
pub fn time_words(at: DateTime<Utc>) -> String {
    let time = london(at).time();
    let (afternoon, hour) = time.hour12();
    format!("{hour}:{:02}{}", time.minute(), if afternoon { "pm" } else { "am" })
}

/// Whether clocks go forward or back on this day, in words.
pub fn clock_change(day: NaiveDate) -> Option<&'static str> {
    match (day.month(), Some(day)) {
        (3, it) if it == last_sunday(day.year(), 3) => Some("clocks go forward"),
        (10, it) if it == last_sunday(day.year(), 10) => Some("clocks go back"),
        _ => None,
    }
}

fn is_summer(utc: NaiveDateTime) -> bool {
    let change = |month| Some(last_sunday(utc.year(), month)?.and_time(NaiveTime::MIN) + TimeDelta::hours(1));
    matches!((change(3), change(10)), (Some(forward), Some(back)) if forward <= utc && utc < back)
}

/// The last Sunday of a month that has 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(at: &str, in_london: &str) {
        assert_eq!(london(utc(at)).to_string(), in_london, "{at}");
    }

    #[test]
    fn clocks_go_forward_on_the_last_sunday_of_march() {
        check("2026-03-29T00:59:59Z", "2026-03-29 00:59:59");
        check("2026-03-29T01:00:00Z", "2026-03-29 02:00:00");
        check("2024-03-31T00:59:59Z", "2024-03-31 00:59:59");
        check("2024-03-31T01:00:00Z", "2024-03-31 02:00:00");
        check("2027-03-28T01:00:00Z", "2027-03-28 02:00:00");
        check("2026-03-22T12:00:00Z", "2026-03-22 12:00:00");
    }

    #[test]
    fn clocks_go_back_on_the_last_sunday_of_october() {
        check("2026-10-25T00:59:59Z", "2026-10-25 01:59:59");
        check("2026-10-25T01:00:00Z", "2026-10-25 01:00:00");
        check("2027-10-31T00:59:59Z", "2027-10-31 01:59:59");
        check("2027-10-31T01:00:00Z", "2027-10-31 01:00:00");
        check("2026-10-18T12:00:00Z", "2026-10-18 13:00:00");
    }

    #[test]
    fn a_summer_night_belongs_to_the_next_day() {
        check("2026-06-30T22:59:59Z", "2026-06-30 23:59:59");
        check("2026-06-30T23:00:00Z", "2026-07-01 00:00:00");
        check("2026-12-31T23:59:59Z", "2026-12-31 23:59:59");
    }

    #[test]
    fn what_london_shows_leads_back_to_the_moment() {
        for hour in 0..(24 * 366) {
            let at = utc("2026-01-01T00:30:00Z") + TimeDelta::hours(hour);
            let back = at_london(london(at));
            // In the hour that October repeats, either moment shows the same.
            assert!(back == at || (london(back) == london(at) && at - back == TimeDelta::hours(1)), "{at}");
        }
        assert_eq!(at_london("2026-03-29T01:30:00".parse().unwrap()), utc("2026-03-29T01:30:00Z"));
        assert_eq!(day_begins("2026-07-01".parse().unwrap()), utc("2026-06-30T23:00:00Z"));
        assert_eq!(day_begins("2026-10-25".parse().unwrap()), utc("2026-10-24T23:00:00Z"));
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        london(DateTime::<Utc>::MIN_UTC);
        london(DateTime::<Utc>::MAX_UTC);
        at_london(NaiveDateTime::MIN);
        at_london(NaiveDateTime::MAX);
        day_begins(NaiveDate::MIN);
        clock_change(NaiveDate::MAX);
    }
}
