//! When what is being typed must be written: after a short pause, and within a second whatever happens.

/// After this long without a keystroke it is written.
const PAUSE_MS: u64 = 250;
/// While someone types on without a pause it is written at least this often.
const LONGEST_MS: u64 = 750;

/// How something that is being typed stands to the disk.
#[derive(Debug, Clone, Default)]
pub struct Pace {
    change: u64,
    written: u64,
    unsaved_since: u64,
    last_change: u64,
}

impl Pace {
    /// A key was pressed.
    pub fn typed(&mut self, now_ms: u64) {
        if self.written == self.change {
            self.unsaved_since = now_ms;
        }
        self.change += 1;
        self.last_change = now_ms;
    }

    /// Which change the words of this moment are, to say later that it was written.
    pub fn change(&self) -> u64 {
        self.change
    }

    pub fn is_unsaved(&self) -> bool {
        self.written < self.change
    }

    /// Whether it should be written now.
    pub fn is_due(&self, now_ms: u64) -> bool {
        self.is_unsaved()
            && (now_ms.saturating_sub(self.last_change) >= PAUSE_MS
                || now_ms.saturating_sub(self.unsaved_since) >= LONGEST_MS)
    }

    /// Notes that a change was written. What was typed since then is still unsaved.
    pub fn written(&mut self, change: u64, now_ms: u64) {
        self.written = self.written.max(change);
        self.unsaved_since = now_ms;
    }
}
