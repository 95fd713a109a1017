//! What stands on the screen of a page that was loaded while a visit is on.
//!
//! There are four things and no others: a page of the family's, the clock that covers it, "This is locked", and the
//! page that asks staff for their passphrase. Only that last one leads out, and nothing here can open anything.

use super::hide::Covered;
use super::wipe::wipe;
use crate::model::family_view::FamilyView;
use crate::navigation::FamilyPlace;

/// What stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    Family(FamilyPlace),
    /// A plain clock over everything.
    Clock,
    /// "This is locked", with no hint of what it is.
    Locked,
    Staff,
}

/// The address at which a page is loaded that was wiped while it was covered: the clock goes on.
pub const CLOCK: &str = "#/clock";

/// The address of the neutral page, where nothing was handed over.
const NEUTRAL: &str = "#/v";

/// The lock, from the inside of the family's page.
#[derive(Debug)]
pub struct Lock {
    view: Option<FamilyView>,
    /// `None`: the address is none of the family's pages.
    place: Option<FamilyPlace>,
    covered: Option<Covered>,
    /// The clock was touched: it gives way to the neutral page, and to nothing else.
    lifted: bool,
    staff: bool,
    /// What was shown was wiped, and this page had it in its memory.
    spent: bool,
}

impl Lock {
    /// A page was loaded at this address. Without a view it was loaded again, or in another tab, or after the device
    /// was off: then there is nothing to show.
    pub fn loaded(view: Option<FamilyView>, hash: &str, now_ms: u64) -> Self {
        Self {
            view,
            place: FamilyPlace::parse(hash),
            covered: (hash == CLOCK).then(|| Covered::since(now_ms)),
            lifted: false,
            staff: false,
            spent: false,
        }
    }

    pub fn screen(&self) -> Screen {
        match (&self.covered, &self.place) {
            _ if self.staff => Screen::Staff,
            (Some(_), _) if !self.lifted => Screen::Clock,
            (None, Some(place)) if self.view.is_some() => Screen::Family(*place),
            _ => Screen::Locked,
        }
    }

    /// What is shown; nothing while it is covered, and never again after it was wiped.
    pub fn view(&self) -> Option<&FamilyView> {
        self.view.as_ref().filter(|_| self.covered.is_none())
    }

    /// The fixed words are in another language from now on.
    pub fn speak(&mut self, language: &str) {
        if let Some(view) = self.view.as_mut().filter(|_| self.covered.is_none()) {
            language.clone_into(&mut view.language);
        }
    }

    /// The address has changed: somebody followed a link, went back, or typed.
    pub fn go(&mut self, hash: &str) {
        self.place = FamilyPlace::parse(hash);
        self.staff = false;
    }

    /// Covers everything. `true`: it was not covered before.
    pub fn cover(&mut self, now_ms: u64) -> bool {
        (self.staff, self.lifted) = (false, false);
        let new = self.covered.is_none();
        self.covered.get_or_insert(Covered::since(now_ms));
        new
    }

    /// Somebody touched the clock.
    pub fn touch_clock(&mut self) {
        self.lifted = self.covered.is_some();
    }

    /// "Staff" was pressed.
    pub fn ask_staff(&mut self) {
        self.staff = true;
    }

    /// Back from the passphrase to where somebody was.
    pub fn leave_staff(&mut self) {
        self.staff = false;
    }

    /// Time passes. After twenty seconds under the cover what was shown is wiped. Then this says, once, at which address
    /// the page is to be loaded anew, so that nothing that was drawn or copied is left in memory either; not while
    /// staff type their passphrase.
    pub fn tick(&mut self, now_ms: u64) -> Option<&'static str> {
        let over = self.covered.is_some_and(|covered| covered.is_over(now_ms));
        if let Some(mut view) = self.view.take_if(|_| over) {
            wipe(&mut view);
            self.spent = true;
        }
        let anew = self.spent && !self.staff;
        self.spent &= !anew;
        anew.then_some(if self.lifted { NEUTRAL } else { CLOCK })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn showing() -> Lock {
        Lock::loaded(Some(FamilyView { worker: "Sam".to_owned(), ..FamilyView::default() }), "#/v", 0)
    }

    #[test]
    fn typed_addresses_lead_to_the_familys_pages_or_to_the_neutral_one() {
        let mut lock = showing();
        for hash in [
            "#/due",
            "#/families",
            "#/unlock",
            "#/f/7F3K",
            "#/help",
            "",
            "#/v/../due",
            "#/welcome",
            "#/v/due",
            "#/v/words/unlock",
        ] {
            lock.go(hash);
            assert_eq!(lock.screen(), Screen::Locked, "{hash}");
        }
        lock.go("#/v/well");
        assert_eq!(lock.screen(), Screen::Family(FamilyPlace::Well));
    }

    #[test]
    fn a_page_that_was_handed_nothing_shows_nothing() {
        for hash in ["#/v", "#/v/well", "#/due", ""] {
            let mut lock = Lock::loaded(None, hash, 0);
            assert_eq!(lock.screen(), Screen::Locked, "{hash}");
            lock.go("#/v");
            assert_eq!((lock.screen(), lock.view()), (Screen::Locked, None));
        }
    }

    #[test]
    fn only_a_passphrase_leads_back_from_under_the_cover() {
        let mut lock = showing();
        assert!(lock.cover(1_000));
        assert!(!lock.cover(1_100));
        for step in 0..4 {
            match step {
                0 => {}
                1 => lock.go("#/v/well"),
                2 => lock.touch_clock(),
                _ => lock.go("#/v"),
            }
            assert_eq!(lock.screen(), if step < 2 { Screen::Clock } else { Screen::Locked }, "{step}");
            assert_eq!(lock.view(), None);
        }
        lock.ask_staff();
        assert_eq!(lock.screen(), Screen::Staff);
        lock.leave_staff();
        assert_eq!(lock.screen(), Screen::Locked);
        lock.cover(2_000);
        assert_eq!(lock.screen(), Screen::Clock);
    }

    #[test]
    fn what_was_shown_is_gone_after_twenty_seconds_under_the_cover() {
        let mut lock = showing();
        assert_eq!(lock.tick(100_000), None, "it is shown as long as people look");
        lock.cover(100_000);
        let anew = [119_999, 120_000, 120_001].map(|now| lock.tick(now));
        assert_eq!(anew, [None, Some(CLOCK), None]);
        assert_eq!((lock.screen(), lock.view()), (Screen::Clock, None));
        lock.touch_clock();
        assert_eq!(lock.screen(), Screen::Locked);
        let mut again = Lock::loaded(None, CLOCK, 0);
        assert_eq!(again.screen(), Screen::Clock);
        again.touch_clock();
        assert_eq!(again.screen(), Screen::Locked);
    }

    #[test]
    fn nobody_is_interrupted_while_they_type_their_passphrase() {
        let mut lock = showing();
        lock.cover(0);
        lock.touch_clock();
        lock.ask_staff();
        assert_eq!((lock.tick(20_000), lock.view()), (None, None));
        assert_eq!(lock.screen(), Screen::Staff);
        lock.leave_staff();
        assert_eq!((lock.tick(25_000), lock.tick(25_200)), (Some(NEUTRAL), None));
    }

    #[test]
    fn the_language_changes_where_people_are_and_not_under_the_cover() {
        let mut lock = showing();
        lock.go("#/v/look");
        lock.speak("cy");
        assert_eq!(lock.view().map(|view| view.language.as_str()), Some("cy"));
        assert_eq!(lock.screen(), Screen::Family(FamilyPlace::Look));
        lock.cover(0);
        lock.speak("en-GB");
        assert_eq!(lock.view(), None);
        let mut nothing = Lock::loaded(None, "#/v", 0);
        nothing.speak("cy");
        assert_eq!(nothing.view(), None);
    }

    #[test]
    fn staff_who_change_their_mind_are_where_they_were() {
        let mut lock = showing();
        lock.go("#/v/say");
        lock.ask_staff();
        lock.leave_staff();
        assert_eq!(lock.screen(), Screen::Family(FamilyPlace::Say));
    }
}
