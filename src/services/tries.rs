//! Wrong passphrases in a row, and how long to wait after them.

use crate::vault::waiting::seconds_after;

/// The tries at one store. In memory: whoever takes the tablet away has the disk, and what stops them there is how
/// much work a passphrase takes to try.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tries {
    wrong: u32,
    /// By the clock that never goes back.
    wait_until_ms: u64,
}

impl Tries {
    /// Seconds before it may be tried again.
    pub fn seconds_left(self, now_ms: u64) -> u64 {
        self.wait_until_ms.saturating_sub(now_ms).div_ceil(1_000)
    }

    /// Notes a wrong try.
    pub fn wrong(&mut self, now_ms: u64) {
        self.wrong = self.wrong.saturating_add(1);
        self.wait_until_ms = now_ms + u64::from(seconds_after(self.wrong)) * 1_000;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fifth_wrong_try_waits_and_each_after_it_longer() {
        let mut tries = Tries::default();
        for _ in 0..4 {
            tries.wrong(1_000);
            assert_eq!(tries.seconds_left(1_000), 0);
        }
        tries.wrong(1_000);
        assert_eq!((tries.seconds_left(1_000), tries.seconds_left(30_500)), (30, 1));
        assert_eq!(tries.seconds_left(31_000), 0);
        tries.wrong(31_000);
        assert_eq!(tries.seconds_left(31_000), 60);
    }
}
