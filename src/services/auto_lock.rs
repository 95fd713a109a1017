//! When an unlocked vault nobody is using locks itself.
//!
//! A browser has two clocks and neither can be trusted alone: the monotonic one may stand still while
//! the device sleeps, and the time of day can be set back. Whichever says that more time has passed is
//! believed, so that each kind of lie leads to locking too early, never too late.

use std::time::Duration;

use chrono::{DateTime, Utc};

use super::clock::Clock;

/// How long before locking the person is warned.
pub const WARNING: Duration = Duration::from_secs(60);

/// How long a vault stays unlocked unused, until a person chooses otherwise.
pub const DEFAULT_LIMIT: Duration = Duration::from_secs(10 * 60);

/// One moment on both clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub wall: DateTime<Utc>,
    pub monotonic_ms: u64,
}

impl Moment {
    pub fn of(clock: &impl Clock) -> Self {
        Self { wall: clock.now(), monotonic_ms: clock.monotonic_ms() }
    }

    /// How much time has passed since `before`, by the clock that says more.
    fn since(self, before: Self) -> Duration {
        let wall = (self.wall - before.wall).to_std().unwrap_or(Duration::ZERO);
        let monotonic = Duration::from_millis(self.monotonic_ms.saturating_sub(before.monotonic_ms));
        wall.max(monotonic)
    }
}

/// What should happen now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    Active,
    /// Say that it will lock in so many seconds unless somebody touches it.
    Warn {
        seconds_left: u64,
    },
    Lock,
}

/// What should happen `now`, when the last sign of a person was at `last`.
pub fn idle(last: Moment, now: Moment, limit: Duration) -> Idle {
    let left = limit.saturating_sub(now.since(last));
    if left.is_zero() {
        Idle::Lock
    } else if left <= WARNING {
        Idle::Warn { seconds_left: left.as_millis().div_ceil(1_000).try_into().unwrap_or(u64::MAX) }
    } else {
        Idle::Active
    }
}

/// Remembers the last sign of a person.
#[derive(Clone, Copy, Debug)]
pub struct AutoLock {
    last: Moment,
    limit: Duration,
}

impl AutoLock {
    pub fn new(now: Moment, limit: Duration) -> Self {
        Self { last: now, limit }
    }

    pub fn set_limit(&mut self, limit: Duration) {
        self.limit = limit;
    }

    /// A sign of a person. It can not undo a lock that is already due: the first touch after a night's
    /// sleep comes before any timer, and may be somebody else's.
    pub fn touch(&mut self, now: Moment) -> Idle {
        let due = self.check(now);
        if due == Idle::Lock {
            return due;
        }
        self.last = now;
        self.check(now)
    }

    pub fn check(&self, now: Moment) -> Idle {
        idle(self.last, now, self.limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(600);
    const NIGHT: i64 = 8 * 3_600;

    /// The last touch was at noon. Since then the time of day moved by `wall` seconds (backwards when
    /// negative) and the monotonic clock by `monotonic` milliseconds.
    fn after(wall: i64, monotonic: u64) -> Moment {
        let noon: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
        Moment { wall: noon + chrono::TimeDelta::seconds(wall), monotonic_ms: 5_000 + monotonic }
    }

    #[track_caller]
    fn check(wall: i64, monotonic: u64, expected: Idle) {
        assert_eq!(idle(after(0, 0), after(wall, monotonic), LIMIT), expected, "{wall} s, {monotonic} ms");
    }

    #[test]
    fn an_ordinary_ten_minutes() {
        check(0, 0, Idle::Active);
        check(539, 539_999, Idle::Active);
        check(540, 540_000, Idle::Warn { seconds_left: 60 });
        check(540, 540_001, Idle::Warn { seconds_left: 60 });
        check(541, 541_000, Idle::Warn { seconds_left: 59 });
        check(599, 599_999, Idle::Warn { seconds_left: 1 });
        check(600, 600_000, Idle::Lock);
        check(NIGHT, NIGHT as u64 * 1_000, Idle::Lock);
    }

    #[test]
    fn asleep_the_monotonic_clock_stands_still() {
        check(NIGHT, 0, Idle::Lock);
        check(NIGHT, 200_000, Idle::Lock);
        check(300, 10_000, Idle::Active);
        check(570, 10_000, Idle::Warn { seconds_left: 30 });
    }

    #[test]
    fn a_clock_set_back_buys_no_time() {
        check(-NIGHT, 100_000, Idle::Active);
        check(-NIGHT, 570_000, Idle::Warn { seconds_left: 30 });
        check(-NIGHT, 600_000, Idle::Lock);
        check(-10 * 365 * 24 * 3_600, 600_000, Idle::Lock);
        check(0, 600_000, Idle::Lock);
    }

    #[test]
    fn a_clock_set_forward_locks_early() {
        check(NIGHT, 1_000, Idle::Lock);
        check(30, 1_000, Idle::Active);
    }

    #[test]
    fn a_clock_that_started_again_is_no_trouble() {
        let last = Moment { monotonic_ms: 9_000_000, ..after(0, 0) };
        assert_eq!(idle(last, after(100, 0), LIMIT), Idle::Active);
        assert_eq!(idle(last, after(600, 0), LIMIT), Idle::Lock);
    }

    #[test]
    fn a_limit_below_the_warning_warns_at_once() {
        assert_eq!(idle(after(0, 0), after(0, 0), Duration::from_secs(30)), Idle::Warn { seconds_left: 30 });
        assert_eq!(idle(after(0, 0), after(0, 0), Duration::ZERO), Idle::Lock);
    }

    #[test]
    fn a_touch_starts_the_time_again() {
        let mut lock = AutoLock::new(after(0, 0), LIMIT);
        assert_eq!(lock.check(after(590, 590_000)), Idle::Warn { seconds_left: 10 });
        assert_eq!(lock.touch(after(595, 595_000)), Idle::Active);
        assert_eq!(lock.check(after(1_100, 1_100_000)), Idle::Active);
        assert_eq!(lock.check(after(1_195, 1_195_000)), Idle::Lock);
    }

    #[test]
    fn the_first_touch_after_a_night_comes_too_late() {
        let mut lock = AutoLock::new(after(0, 0), LIMIT);
        assert_eq!(lock.touch(after(NIGHT, 0)), Idle::Lock);
        assert_eq!(lock.check(after(NIGHT, 1)), Idle::Lock);
    }

    #[test]
    fn a_new_limit_counts_from_the_last_touch() {
        let mut lock = AutoLock::new(after(0, 0), LIMIT);
        lock.set_limit(Duration::from_secs(300));
        assert_eq!(lock.check(after(300, 300_000)), Idle::Lock);
    }
}
