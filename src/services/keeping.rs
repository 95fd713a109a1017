//! What may be said about how safely the records are kept on this device: no more than the browser promised.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};

use crate::policy::london::london;

use super::clock::moment_words;

/// Working days without a backup after which somebody is reminded.
const BACKUP_LIMIT: usize = 2;

/// What is known about the place where the records are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The browser promised not to clear it by itself.
    pub persisted: bool,
    /// It runs as an app of its own.
    pub installed: bool,
}

impl Place {
    /// For the strip at the top of every page.
    pub fn words(self) -> &'static str {
        match (self.persisted, self.installed) {
            (true, true) => "Installed. Kept on this device",
            (true, false) => "Kept on this device",
            (false, true) => "Installed. This browser may still clear its data. Back up often.",
            (false, false) => "This browser may clear its data. Back up often.",
        }
    }
}

/// Whether the app itself is on this device, so that every page opens without a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithoutSignal {
    Works,
    /// It is being fetched, or could not be.
    NotYet,
    /// The browser keeps no apps, at least not in this window.
    CannotHere,
}

impl WithoutSignal {
    pub fn words(self) -> &'static str {
        match self {
            Self::Works => "Yes. The whole app is on this device.",
            Self::NotYet => "Not yet. Stay online for a minute while the app is kept on this device.",
            Self::CannotHere => {
                "This browser cannot, at least in this window. What you record is kept, and you need a connection to open it."
            }
        }
    }
}

/// When everything was last backed up, in words.
pub fn backup_words(backed_up: Option<DateTime<Utc>>, today: NaiveDate) -> String {
    match backed_up {
        None => "Not backed up yet".to_owned(),
        Some(at) => match today.signed_duration_since(london(at).date()).num_days() {
            days @ 2..=13 => format!("Last backup {days} days ago"),
            _ => format!("Last backup {}", moment_words(at, today)),
        },
    }
}

/// Whether more than two working days have passed since the last backup. Bank holidays count as working days
/// here: a reminder too many loses nothing.
pub fn backup_is_late(backed_up: Option<DateTime<Utc>>, today: NaiveDate) -> bool {
    let Some(at) = backed_up else { return true };
    let weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let since = london(at).date().iter_days().skip(1).take_while(|day| *day <= today);
    since.filter(|day| !weekend(day)).take(BACKUP_LIMIT + 1).count() > BACKUP_LIMIT
}

/// An amount of storage, as people read it.
pub fn size_words(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => format!("{} MB", bytes.div_ceil(1_000_000)),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Option<DateTime<Utc>> {
        Some(text.parse().unwrap())
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn no_more_is_promised_than_the_browser_did() {
        for installed in [false, true] {
            assert!(Place { persisted: false, installed }.words().contains("may"));
            assert!(!Place { persisted: true, installed }.words().contains("may"));
        }
    }

    #[test]
    fn only_an_app_that_is_here_is_said_to_work_without_a_signal() {
        for state in [WithoutSignal::Works, WithoutSignal::NotYet, WithoutSignal::CannotHere] {
            assert_eq!(state.words().starts_with("Yes"), state == WithoutSignal::Works);
        }
    }

    #[test]
    fn the_last_backup_is_in_words() {
        let at = utc("2026-11-20T09:10:00Z");
        assert_eq!(backup_words(None, day("2026-11-20")), "Not backed up yet");
        assert_eq!(backup_words(at, day("2026-11-20")), "Last backup today 9:10am");
        assert_eq!(backup_words(at, day("2026-11-21")), "Last backup yesterday 9:10am");
        assert_eq!(backup_words(at, day("2026-11-24")), "Last backup 4 days ago");
        assert_eq!(backup_words(at, day("2026-12-20")), "Last backup 20 November 2026 9:10am");
    }

    #[test]
    fn a_weekend_does_not_make_a_backup_late() {
        let friday = utc("2026-11-20T16:00:00Z");
        assert!(!backup_is_late(friday, day("2026-11-20")));
        assert!(!backup_is_late(friday, day("2026-11-22")));
        assert!(!backup_is_late(friday, day("2026-11-24")));
        assert!(backup_is_late(friday, day("2026-11-25")));
        assert!(backup_is_late(None, day("2026-11-20")));
        assert!(!backup_is_late(friday, day("2020-01-01")), "a clock set back");
    }

    #[test]
    fn sizes_are_rounded_up_to_what_people_read() {
        assert_eq!(size_words(0), "0 kB");
        assert_eq!(size_words(1), "1 kB");
        assert_eq!(size_words(4_200_000), "5 MB");
        assert_eq!(size_words(12_900_000_000), "12 GB");
    }
}
