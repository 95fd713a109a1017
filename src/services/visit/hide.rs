//! Covering the screen when somebody comes in who should not see it (`ux.md` 3.8).
//!
//! The button and three Shifts cover it; so does anything that takes the page away. Once it is covered there is no tap
//! that brings the pages back.

/// From one Shift to the next there may be this long.
const BETWEEN_SHIFTS_MS: u64 = 5_000;
const SHIFTS: u8 = 3;
/// Covered for this long, what was shown is wiped.
const UNTIL_WIPED_MS: u64 = 20_000;

/// Counts Shifts. One that makes a capital letter is not one: people who write "I AM OK" hide nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shifts {
    pressed: u8,
    last_ms: u64,
    /// Shift is down, and no other key was pressed since.
    bare: bool,
}

impl Shifts {
    /// A key went down.
    pub fn down(&mut self, key: &str) {
        self.bare = key == "Shift";
    }

    /// A key came up. `true`: that was the third Shift.
    pub fn up(&mut self, key: &str, now_ms: u64) -> bool {
        if key != "Shift" || !self.bare {
            return false;
        }
        self.bare = false;
        let in_time = now_ms.saturating_sub(self.last_ms) <= BETWEEN_SHIFTS_MS;
        self.pressed = if in_time { self.pressed.saturating_add(1) } else { 1 };
        self.last_ms = now_ms;
        if self.pressed < SHIFTS {
            return false;
        }
        self.pressed = 0;
        true
    }
}

/// Since when the screen is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Covered {
    since_ms: u64,
}

impl Covered {
    pub fn since(now_ms: u64) -> Self {
        Self { since_ms: now_ms }
    }

    /// Whether it is time to wipe what was shown.
    pub fn is_over(self, now_ms: u64) -> bool {
        now_ms.saturating_sub(self.since_ms) >= UNTIL_WIPED_MS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Presses keys at these moments, each let go at once, and says at which of them the screen was covered.
    fn covered_at(keys: &[(&str, u64)]) -> Vec<u64> {
        let mut shifts = Shifts::default();
        let mut covered = Vec::new();
        for (key, at) in keys {
            shifts.down(key);
            if shifts.up(key, *at) {
                covered.push(*at);
            }
        }
        covered
    }

    #[test]
    fn three_shifts_cover_and_each_gives_five_seconds_more() {
        let shift = |at| ("Shift", at);
        assert_eq!(covered_at(&[shift(100), shift(200), shift(300)]), [300]);
        assert_eq!(covered_at(&[shift(6_000), shift(11_000), shift(16_000)]), [16_000]);
        assert_eq!(covered_at(&[shift(6_000), shift(11_001), shift(16_001)]), [0; 0]);
        assert_eq!(covered_at(&[shift(6_000), shift(6_100), shift(11_101), shift(11_200)]), [0; 0]);
        assert_eq!(covered_at(&[shift(1), shift(2), shift(3), shift(4), shift(5)]), [3]);
        assert_eq!(covered_at(&[shift(1), ("Tab", 2), shift(3), ("a", 4), shift(5)]), [5]);
    }

    #[test]
    fn capital_letters_cover_nothing() {
        let mut shifts = Shifts::default();
        for (at, letter) in ["I", "A", "M", "O", "K"].into_iter().enumerate() {
            shifts.down("Shift");
            shifts.down(letter);
            assert!(!shifts.up(letter, at as u64) && !shifts.up("Shift", at as u64));
        }
    }

    #[test]
    fn what_was_shown_is_wiped_after_twenty_seconds() {
        let covered = Covered::since(1_000);
        assert!(!covered.is_over(20_999));
        assert!(covered.is_over(21_000));
    }
}
