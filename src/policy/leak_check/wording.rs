//! One way to write what is guarded: its letters in a row, and how strictly a text must agree with them.

use std::ops::Range;

use super::alike::alike;
use super::letters::{Gap, Letter};
use super::ordinary::{SHORTEST_DISTINCTIVE, is_distinctive};

/// Words written as one are found inside another word only when they are at least this long: several words, one
/// word.
const SHORTEST_INSIDE: usize = 7;
const SHORTEST_WORD_INSIDE: usize = 9;
/// Below this, a word begins only where something stands before it, and not already where digits end.
const SHORT: usize = 6;

/// Where the text must have capitals for this to be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Capitals {
    #[default]
    Any,
    /// A capital first: "Lee".
    First,
    /// A capital first, and not because a sentence begins: "Will", "Grace".
    Name,
    /// A capital at the beginning of each word: "Park View".
    Words,
    /// All of it: "NHPS".
    All,
}

/// A way to write it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Wording {
    letters: Vec<char>,
    /// Where a word begins, other than the first.
    edges: Vec<usize>,
    /// The distinctive words: one letter of one of them may be wrong.
    slips: Vec<Range<usize>>,
    /// Only white space and hyphens may stand in it, and only between its words.
    strict: bool,
    /// Of these, at least one must be a real digit, and not an O or an l.
    digits: Range<usize>,
    capitals: Capitals,
}

impl Wording {
    /// These words in this order, whatever stands between them and within them.
    pub(super) fn of<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Self {
        let mut wording = Self::default();
        for word in words {
            let from = wording.letters.len();
            wording.letters.extend(word.as_ref().chars().map(alike));
            let to = wording.letters.len();
            if from > 0 && to > from {
                wording.edges.push(from);
            }
            if is_distinctive(word.as_ref()) {
                wording.slips.push(from..to);
            }
        }
        wording
    }

    /// Ordinary words which mean this only where they stand together: "Park School", and not "in the park.
    /// School is".
    pub(super) fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// With no letter wrong.
    pub(super) fn exact(mut self) -> Self {
        self.slips.clear();
        self
    }

    /// With one letter wrong in any word that is long enough: beside a number, "Staton Road" is Station Road.
    pub(super) fn slips_in_any_word(mut self) -> Self {
        let begins = std::iter::once(0).chain(self.edges.iter().copied());
        let ends = self.edges.iter().copied().chain([self.letters.len()]);
        let words = begins.zip(ends).map(|(from, to)| from..to);
        self.slips = words
            .filter(|word| {
                let letters = self.letters.get(word.clone()).unwrap_or_default();
                letters.len() >= SHORTEST_DISTINCTIVE && letters.iter().all(|it| it.is_alphabetic())
            })
            .collect();
        self
    }

    pub(super) fn with_capitals(mut self, capitals: Capitals) -> Self {
        self.capitals = capitals;
        self
    }

    /// With a real digit somewhere among these of its letters.
    pub(super) fn with_digit_in(mut self, digits: Range<usize>) -> Self {
        self.digits = digits;
        self
    }

    /// With a real digit somewhere.
    pub(super) fn with_a_digit(self) -> Self {
        let all = 0..self.letters.len();
        self.with_digit_in(all)
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    pub(super) fn may_slip(&self) -> bool {
        !self.slips.is_empty()
    }

    /// Whether the letter at this place may be wrong, missing or doubled. The first letter of a word that
    /// stands alone is the right one: "harper" is not "carper".
    pub(super) fn may_slip_at(&self, place: usize) -> bool {
        let alone = self.edges.is_empty();
        self.slips.iter().any(|word| word.contains(&place) && !(alone && place == word.start))
    }

    /// Whether a letter too many may stand before this place.
    pub(super) fn may_grow_at(&self, place: usize) -> bool {
        self.slips.iter().any(|word| word.start < place && place <= word.end)
    }

    /// Whether what stands from one letter to before another, which has the letters of this but for a slip, is
    /// this.
    pub(super) fn fits(&self, letters: &[Letter], from: usize, to: usize, slipped: bool) -> bool {
        let Some(inside) = letters.get(from..to) else { return false };
        let short = self.letters.len() < SHORT;
        let gaps = inside.iter().skip(1).filter(|it| it.gap != Gap::None).count();
        let stands = begins(letters, from, short) && ends(letters, to, short);
        let inside_another = gaps == 0 && !slipped && self.is_long() && self.capitals == Capitals::Any;
        // Wrong in one way: who mistypes a letter does not break the word in two as well.
        let one_wrong = !slipped || gaps <= self.edges.len();
        (stands || inside_another)
            && one_wrong
            && (!self.strict || self.is_whole(inside, gaps, slipped))
            && self.has_digit(inside)
            && self.has_capitals(letters, from, inside)
    }

    fn is_long(&self) -> bool {
        let words_apart = if self.edges.is_empty() { SHORTEST_WORD_INSIDE } else { SHORTEST_INSIDE };
        self.letters.len() >= words_apart
    }

    /// Whether what stands between is only what stands between words: or between all letters, as in "C h u r c
    /// h".
    fn is_whole(&self, inside: &[Letter], gaps: usize, slipped: bool) -> bool {
        if inside.iter().skip(1).any(|it| it.gap == Gap::Hard) {
            return false;
        }
        let is_odd = |(place, it): &(usize, &Letter)| it.gap != Gap::None && !self.edges.contains(place);
        // With a slip, the places are not those of the wording.
        let odd = if slipped { 0 } else { inside.iter().enumerate().skip(1).filter(is_odd).count() };
        // A word broken in one place is still that word, when there is enough of it.
        odd <= self.letters.len() / 8 || gaps + 1 == inside.len()
    }

    fn has_digit(&self, inside: &[Letter]) -> bool {
        let Range { start, end } = self.digits;
        start == end || inside.iter().take(end).skip(start).any(|it| it.plain.is_ascii_digit())
    }

    fn has_capitals(&self, letters: &[Letter], from: usize, inside: &[Letter]) -> bool {
        match self.capitals {
            Capitals::Any => true,
            Capitals::First => inside.first().is_some_and(|first| first.capital),
            Capitals::Words => {
                let mut firsts = std::iter::once(&0).chain(&self.edges);
                firsts.all(|place| inside.get(*place).is_some_and(|first| first.capital))
            }
            Capitals::All => inside.iter().all(|it| it.capital),
            Capitals::Name => {
                let before = from.checked_sub(1).and_then(|before| letters.get(before));
                inside.first().is_some_and(|first| first.capital && !first.begins_sentence(before))
            }
        }
    }
}

/// Whether a word begins at this letter, or the text has come to its end.
fn begins(letters: &[Letter], at: usize, short: bool) -> bool {
    at == 0 || letters.get(at).is_none_or(|it| it.gap != Gap::None || (it.turn && !short))
}

/// Whether a word ends before this letter, an "s" aside: "Larkfeather’s".
fn ends(letters: &[Letter], at: usize, short: bool) -> bool {
    begins(letters, at, short)
        || (letters.get(at).is_some_and(|it| it.plain == 's') && begins(letters, at + 1, short))
}

#[cfg(test)]
mod tests {
    use super::super::letters::letters;
    use super::*;

    #[track_caller]
    fn check(wording: &Wording, text: &str, expected: bool) {
        let letters = letters([text]);
        let length = wording.letters.len();
        let fits = (0..letters.len()).any(|from| {
            let same =
                letters.iter().skip(from).map(|it| it.like).take(length).eq(wording.letters.iter().copied());
            same && wording.fits(&letters, from, from + length, false)
        });
        assert_eq!(fits, expected, "{text}");
    }

    #[test]
    fn words_stand_as_words() {
        let road = Wording::of(["elm", "road"]);
        for text in [
            "Elm Road",
            "elm, road",
            "E l m R o a d",
            "ElmRoad",
            "intoelmroadagain",
            "the Elm Road’s end",
            "14elmroad",
        ] {
            check(&road, text, true);
        }
        for text in ["helm road", "Elm roadworks", "helm roads"] {
            check(&road, text, false);
        }
        check(&Wording::of(["elm"]), "helmet", false);
    }

    #[test]
    fn ordinary_words_stand_together() {
        let school = Wording::of(["park", "school"]).strict();
        for text in [
            "Park School",
            "park-school",
            "park\nschool",
            "parkschool",
            "P A R K  S C H O O L",
            "par kschool",
        ] {
            check(&school, text, true);
        }
        for text in ["in the park. School is", "park, school", "park (school", "spark school"] {
            check(&school, text, false);
        }
    }

    #[test]
    fn capitals_and_digits_are_asked_for_where_letters_are_not_enough() {
        let name = Wording::of(["grace"]).with_capitals(Capitals::Name);
        check(&name, "with Grace today", true);
        check(&name, "with grace today", false);
        check(&name, "Today. Grace is", false);
        let letters = Wording::of(["nhps"]).with_capitals(Capitals::All);
        check(&letters, "at NHPS now", true);
        check(&letters, "at nhps now", false);
        let house = Wording::of(["5", "high", "street"]).with_digit_in(0..1);
        check(&house, "at 5 High Street", true);
        check(&house, "at S High Street", false);
    }
}
