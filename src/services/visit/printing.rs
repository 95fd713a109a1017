//! Printing takes the focus from the page, and on some tablets hides it, as somebody does who goes elsewhere. While the
//! window for it is open the page is not covered for that, or there would be a clock on the paper. Whatever else covers
//! it covers it as ever, and so does a focus that does not come back (`ux.md` 3.8).

/// From the press of the button until the browser says that it prints.
const UNTIL_IT_BEGINS_MS: u64 = 3_000;
/// Nobody looks at the browser's window for longer than this.
const LONGEST_MS: u64 = 120_000;
/// When the window has closed, the focus comes back a little later.
const UNTIL_IT_IS_BACK_MS: u64 = 1_000;

/// Until when the focus may be away.
#[derive(Debug, Clone, Copy, Default)]
pub struct Printing {
    until_ms: Option<u64>,
}

impl Printing {
    /// Somebody pressed "Print".
    pub fn asked(&mut self, now_ms: u64) {
        self.until_ms = Some(now_ms.saturating_add(UNTIL_IT_BEGINS_MS));
    }

    /// The browser's window for it opens.
    pub fn begins(&mut self, now_ms: u64) {
        self.until_ms = Some(now_ms.saturating_add(LONGEST_MS));
    }

    /// It has closed.
    pub fn ends(&mut self, now_ms: u64) {
        self.until_ms = self.until_ms.map(|_| now_ms.saturating_add(UNTIL_IT_IS_BACK_MS));
    }

    /// Whether the focus went to the browser's window.
    pub fn has_the_focus(&self, now_ms: u64) -> bool {
        self.until_ms.is_some_and(|until| now_ms < until)
    }

    /// Whether the time has come, once, to see that the focus is back.
    pub fn is_over(&mut self, now_ms: u64) -> bool {
        self.until_ms.take_if(|until| now_ms >= *until).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_nothing_is_printed_the_focus_goes_elsewhere() {
        let mut printing = Printing::default();
        assert!(!printing.has_the_focus(0) && !printing.is_over(0));
        printing.ends(1_000);
        assert!(!printing.has_the_focus(1_000));
    }

    #[test]
    fn printing_has_the_focus_until_it_is_over_and_then_somebody_looks_once_whether_it_came_back() {
        let mut printing = Printing::default();
        printing.asked(1_000);
        assert!(printing.has_the_focus(1_000) && printing.has_the_focus(3_999));
        printing.begins(1_010);
        assert!(printing.has_the_focus(60_000) && !printing.is_over(60_000));
        printing.ends(60_000);
        assert!(printing.has_the_focus(60_999));
        assert!(!printing.has_the_focus(61_000));
        assert_eq!([printing.is_over(61_000), printing.is_over(61_200)], [true, false]);
    }

    #[test]
    fn a_browser_that_prints_nothing_or_never_says_that_it_has_covers_again() {
        let mut asked = Printing::default();
        asked.asked(0);
        assert!(!asked.has_the_focus(3_000) && asked.is_over(3_000));
        let mut endless = Printing::default();
        endless.begins(0);
        assert!(endless.has_the_focus(119_999) && endless.is_over(120_000));
        assert!(!endless.has_the_focus(120_001));
    }
}
