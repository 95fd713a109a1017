//! What it costs to try one passphrase.

/// How much memory and work Argon2id spends on one try at a passphrase.
///
/// It can never be so cheap that a stolen disk is quickly searched, nor so dear that a changed header
/// could freeze the page: both ends are checked before any work is done.
///
/// ```
/// use hearth::vault::stretch::StretchCost;
/// assert!(StretchCost::new(64 * 1024, 3).is_some());
/// assert!(StretchCost::new(1024, 1).is_none(), "too cheap to protect anyone");
/// assert!(StretchCost::new(4 * 1024 * 1024, 3).is_none(), "four gigabytes would stop the page");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StretchCost {
    memory_kib: u32,
    passes: u32,
}

/// Argon2id is always run in one lane: a page has one thread.
pub const LANES: u32 = 1;
/// The salt of a key slot, in bytes.
pub const SALT_LENGTH: usize = 16;

impl StretchCost {
    pub const LEAST_MEMORY_KIB: u32 = 19 * 1024;
    pub const MOST_MEMORY_KIB: u32 = 256 * 1024;
    pub const LEAST_PASSES: u32 = 2;
    pub const MOST_PASSES: u32 = 10;

    /// What a new slot gets: about a fifth of a second on a laptop.
    pub const USUAL: StretchCost = StretchCost { memory_kib: 64 * 1024, passes: 3 };
    /// The least that is ever accepted.
    pub const LEAST: StretchCost =
        StretchCost { memory_kib: Self::LEAST_MEMORY_KIB, passes: Self::LEAST_PASSES };

    pub fn new(memory_kib: u32, passes: u32) -> Option<Self> {
        let memory_fits = (Self::LEAST_MEMORY_KIB..=Self::MOST_MEMORY_KIB).contains(&memory_kib);
        let passes_fit = (Self::LEAST_PASSES..=Self::MOST_PASSES).contains(&passes);
        (memory_fits && passes_fit).then_some(Self { memory_kib, passes })
    }

    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    pub fn passes(self) -> u32 {
        self.passes
    }

    /// The dearer of two.
    pub fn max_with(self, other: StretchCost) -> StretchCost {
        if self.needs_raising_to(other) { other } else { self }
    }

    /// Whether a slot made at this cost should be made again at `wanted` the next time it is opened.
    pub fn needs_raising_to(self, wanted: StretchCost) -> bool {
        u64::from(self.memory_kib) * u64::from(self.passes)
            < u64::from(wanted.memory_kib) * u64::from(wanted.passes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(memory_kib: u32, passes: u32, accepted: bool) {
        assert_eq!(
            StretchCost::new(memory_kib, passes).is_some(),
            accepted,
            "{memory_kib} KiB, {passes} passes"
        );
    }

    #[test]
    fn bounds_hold_both_ways() {
        check(19 * 1024, 2, true);
        check(256 * 1024, 10, true);
        check(19 * 1024 - 1, 2, false);
        check(256 * 1024 + 1, 2, false);
        check(64 * 1024, 1, false);
        check(64 * 1024, 11, false);
        check(0, 0, false);
        check(u32::MAX, u32::MAX, false);
    }

    #[test]
    fn a_cheaper_slot_needs_raising() {
        assert!(StretchCost::LEAST.needs_raising_to(StretchCost::USUAL));
        assert!(!StretchCost::USUAL.needs_raising_to(StretchCost::USUAL));
        assert!(!StretchCost::USUAL.needs_raising_to(StretchCost::LEAST));
    }
}
