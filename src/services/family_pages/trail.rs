//! Where somebody came from to ask what a word means, or to change how the pages look: they go back to the very same
//! sentence (`ux.md` 3.5).

use crate::navigation::FamilyPlace;

/// A page, and the number of a sentence on it.
type Spot = (FamilyPlace, Option<usize>);

/// The way back. It lives as long as the page, and is in no address and in no history of the browser.
#[derive(Debug, Clone, Default)]
pub struct Trail(Vec<Spot>);

impl Trail {
    /// Somebody goes from this sentence of a page to another page.
    pub fn go(&mut self, from: Option<FamilyPlace>, sentence: Option<usize>, to: FamilyPlace) {
        let comes_back = matches!(to, FamilyPlace::Term(_) | FamilyPlace::Look);
        match from {
            Some(from) if comes_back && from != to => self.0.push((from, sentence)),
            _ if comes_back => {}
            _ => self.0.clear(),
        }
    }

    /// Back to where somebody was.
    pub fn back(&mut self) -> Option<Spot> {
        self.0.pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::family_words::Term;

    #[test]
    fn from_a_word_people_come_back_to_the_same_sentence() {
        let mut trail = Trail::default();
        let (agreed, court) = (FamilyPlace::Agreed, FamilyPlace::Term(Term::Court));
        trail.go(Some(FamilyPlace::Home), Some(4), agreed);
        trail.go(Some(agreed), Some(7), court);
        trail.go(Some(court), None, FamilyPlace::Look);
        trail.go(Some(FamilyPlace::Look), None, FamilyPlace::Look);
        let back: Vec<Spot> = std::iter::from_fn(|| trail.back()).collect();
        assert_eq!(back, [(court, None), (agreed, Some(7))]);
    }

    #[test]
    fn who_goes_on_leaves_no_way_back() {
        let mut trail = Trail::default();
        trail.go(Some(FamilyPlace::Agreed), Some(7), FamilyPlace::Look);
        trail.go(Some(FamilyPlace::Look), None, FamilyPlace::Home);
        assert_eq!(trail.back(), None);
        trail.go(None, None, FamilyPlace::Look);
        assert_eq!(trail.back(), None);
    }
}
