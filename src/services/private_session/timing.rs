//! When a private session closes by itself: after five minutes without a touch, with a warning a minute before, and at
//! once when the page is hidden. Once closed it stays closed; to open it is to be asked again who is in the room.

use std::time::Duration;

use crate::services::auto_lock::{AutoLock, Idle, Moment};

/// So long it stays open without a touch.
pub const LIMIT: Duration = Duration::from_secs(5 * 60);

/// Why it was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Somebody pressed Close.
    Asked,
    /// Nobody touched it.
    Unused,
    /// Another page, another app, or a dark screen.
    Hidden,
}

/// How it stands with a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// It closes in so many seconds unless somebody touches it.
    Warning {
        seconds_left: u64,
    },
    Closed(Closed),
}

/// A session from the moment it is opened.
#[derive(Debug, Clone)]
pub struct Timing {
    unused: AutoLock,
    closed: Option<Closed>,
}

impl Timing {
    pub fn open(now: Moment) -> Self {
        Self { unused: AutoLock::new(now, LIMIT), closed: None }
    }

    /// Somebody touched the screen or a key.
    pub fn touch(&mut self, now: Moment) -> Standing {
        let idle = self.unused.touch(now);
        self.stands(idle)
    }

    /// Time went on.
    pub fn check(&mut self, now: Moment) -> Standing {
        let idle = self.unused.check(now);
        self.stands(idle)
    }

    /// Closes it; what closed it first is why it is closed.
    pub fn close(&mut self, why: Closed) -> Standing {
        Standing::Closed(*self.closed.get_or_insert(why))
    }

    fn stands(&mut self, idle: Idle) -> Standing {
        match (self.closed, idle) {
            (Some(why), _) => Standing::Closed(why),
            (None, Idle::Lock) => self.close(Closed::Unused),
            (None, Idle::Warn { seconds_left }) => Standing::Warning { seconds_left },
            (None, Idle::Active) => Standing::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::*;

    /// So many seconds after the session was opened, by both clocks.
    fn at(seconds: u32) -> Moment {
        by(i64::from(seconds), u64::from(seconds))
    }

    fn by(wall: i64, monotonic: u64) -> Moment {
        let noon: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
        Moment { wall: noon + TimeDelta::seconds(wall), monotonic_ms: 1_000 * monotonic }
    }

    #[test]
    fn five_minutes_without_a_touch_close_it_and_the_last_one_warns() {
        let mut timing = Timing::open(at(0));
        for (seconds, expected) in [
            (0, Standing::Open),
            (239, Standing::Open),
            (240, Standing::Warning { seconds_left: 60 }),
            (299, Standing::Warning { seconds_left: 1 }),
            (300, Standing::Closed(Closed::Unused)),
            (301, Standing::Closed(Closed::Unused)),
        ] {
            assert_eq!(timing.check(at(seconds)), expected, "{seconds} s");
        }
    }

    #[test]
    fn a_touch_in_time_keeps_it_open_and_one_too_late_does_not() {
        let mut timing = Timing::open(at(0));
        assert_eq!(timing.check(at(290)), Standing::Warning { seconds_left: 10 });
        assert_eq!(timing.touch(at(295)), Standing::Open);
        assert_eq!(timing.check(at(534)), Standing::Open);
        assert_eq!(timing.touch(at(595)), Standing::Closed(Closed::Unused));
        assert_eq!(timing.touch(at(596)), Standing::Closed(Closed::Unused));
    }

    #[test]
    fn hidden_or_asked_it_closes_at_once_and_stays_closed() {
        for why in [Closed::Hidden, Closed::Asked] {
            let mut timing = Timing::open(at(0));
            assert_eq!(timing.close(why), Standing::Closed(why));
            assert_eq!(timing.touch(at(1)), Standing::Closed(why));
            assert_eq!(timing.close(Closed::Hidden), Standing::Closed(why), "the first reason stands");
        }
    }

    #[test]
    fn whichever_clock_says_more_is_believed() {
        for (wall, monotonic) in [(8 * 3_600, 10), (-8 * 3_600, 300), (300, 0)] {
            let mut timing = Timing::open(at(0));
            let standing = timing.check(by(wall, monotonic));
            assert_eq!(standing, Standing::Closed(Closed::Unused), "{wall} s, {monotonic} s");
        }
    }
}
