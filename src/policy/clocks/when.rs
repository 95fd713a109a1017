//! A day, or a moment of it: some things are due on a day, others within hours.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};

use crate::policy::london::{day_begins, london};
use crate::policy::profile::time::{Direction, Span, Unit};
use crate::policy::working_days;

/// When something happened or is due, as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Some time on this day in London; as a limit, to the end of it.
    Day(NaiveDate),
    At(DateTime<Utc>),
}

impl When {
    /// The day in London.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(at) => london(at).date(),
        }
    }

    /// The moment at which it is over.
    pub fn ends(self) -> DateTime<Utc> {
        match self {
            Self::Day(day) => day_begins(day.succ_opt().unwrap_or(day)),
            Self::At(at) => at,
        }
    }

    /// Whether something done now was done in time for this limit. Where only the day of it is known, that day
    /// counts.
    pub fn allows(self, done: When) -> bool {
        match (self, done) {
            (Self::At(limit), Self::At(done)) => done <= limit,
            _ => done.day() <= self.day(),
        }
    }

    /// Whether this limit has passed.
    pub fn is_past(self, now: DateTime<Utc>) -> bool {
        match self {
            Self::Day(day) => london(now).date() > day,
            Self::At(at) => now > at,
        }
    }

    /// This much later, or earlier. None only where the calendar ends.
    ///
    /// Hours are elapsed hours: 24 hours from 3pm on the day before clocks go forward end at 4pm. Where only
    /// the day is known, hours count from its end. Everything else counts days, whatever the hour.
    pub fn reckon(self, span: Span) -> Option<When> {
        let Span { amount, unit, direction } = span;
        let back = direction == Direction::Before;
        let day = self.day();
        let days = |count: u64| {
            let count = Days::new(count);
            if back { day.checked_sub_days(count) } else { day.checked_add_days(count) }
        };
        let months = || {
            let count = Months::new(amount.into());
            if back { day.checked_sub_months(count) } else { day.checked_add_months(count) }
        };
        match unit {
            Unit::Hours => return self.reckon_hours(amount, back),
            Unit::Days => days(amount.into()),
            Unit::Weeks => days(u64::from(amount) * 7),
            Unit::WorkingDays if back => working_days::before(day, amount.into()),
            Unit::WorkingDays => working_days::after(day, amount.into()),
            Unit::Months => months(),
            Unit::CalendarMonths => months().and_then(end_of_month),
        }
        .map(When::Day)
    }

    fn reckon_hours(self, amount: u16, back: bool) -> Option<When> {
        let hours = TimeDelta::hours(amount.into());
        let at = match self {
            Self::At(at) => at,
            Self::Day(day) if amount.is_multiple_of(24) => {
                let days = Days::new(u64::from(amount / 24));
                return if back { day.checked_sub_days(days) } else { day.checked_add_days(days) }
                    .map(When::Day);
            }
            Self::Day(day) if back => day_begins(day),
            Self::Day(_) => self.ends(),
        };
        if back { at.checked_sub_signed(hours) } else { at.checked_add_signed(hours) }.map(When::At)
    }
}

fn end_of_month(day: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

impl From<NaiveDate> for When {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::profile::time::Time;

    fn span(text: &str) -> Span {
        match text.parse().unwrap() {
            Time::By { span, .. } => span,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn hours_of_a_day_without_a_time_count_from_its_end() {
        let day = When::Day("2026-02-12".parse().unwrap());
        assert_eq!(day.reckon(span("24 hours after")), Some(When::Day("2026-02-13".parse().unwrap())));
        assert_eq!(
            day.reckon(span("6 hours after")),
            Some(When::At("2026-02-13T06:00:00Z".parse().unwrap()))
        );
        assert_eq!(
            day.reckon(span("6 hours before")),
            Some(When::At("2026-02-11T18:00:00Z".parse().unwrap()))
        );
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        for unit in ["hours", "days", "working days", "weeks", "months", "calendar months"] {
            for (when, direction) in
                [(When::Day(NaiveDate::MAX), "after"), (When::Day(NaiveDate::MIN), "before")]
            {
                when.reckon(span(&format!("3 {unit} {direction}")));
                when.ends();
                When::At(when.ends()).reckon(span(&format!("3660 {unit} {direction}")));
            }
        }
    }
}
