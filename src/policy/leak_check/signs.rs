//! What the words of one guarded thing come to: the wordings that are found in texts.

use super::ordinary::{is_common, is_small};
use super::wording::Wording;

/// Common words of fewer letters than this could stand beside each other by chance: "park view" does, "little
/// acorns" does not.
pub(super) const SHORTEST_OF_COMMON_WORDS: usize = 10;

/// How near to each other two halves must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// With at most so many letters between them.
    Letters(usize),
    /// In one sentence.
    Sentence,
}

/// Two things that mean something together and nothing alone: "High Street" and "AN1".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Together {
    pub one: Vec<Wording>,
    pub other: Vec<Wording>,
    pub reach: Reach,
}

/// Everything by which one guarded thing is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Signs {
    pub alone: Vec<Wording>,
    pub together: Vec<Together>,
    /// The digits of telephone numbers.
    pub phones: Vec<Vec<u8>>,
}

impl Signs {
    /// A phrase as somebody wrote it, without what it begins with, unless nothing in it says anything: "the flat".
    pub(super) fn phrase(&mut self, words: &[String]) {
        let begins = words.iter().position(|word| !is_small(word)).unwrap_or(words.len());
        let words = words.get(begins..).unwrap_or_default();
        let telling: Vec<&String> = words.iter().filter(|word| !is_small(word)).collect();
        let common = telling.iter().filter(|word| is_common(word)).count();
        match telling.as_slice() {
            [] => {}
            [only] if common == 1 || only.chars().count() < 4 => {}
            _ => {
                let wording = Wording::of(words);
                let few = words.len() < 4;
                self.alone.push(if few && common == telling.len() { wording.strict() } else { wording });
            }
        }
    }

    /// Words that somebody asked to have looked for: as they are, however ordinary. Words of which nothing is
    /// left when "the" and "with" are taken away are looked for by nobody.
    pub(super) fn asked_for(&mut self, words: &[String]) {
        if words.iter().all(|word| is_small(word)) {
            return;
        }
        let letters: usize = words.iter().map(String::len).sum();
        let by_chance = letters < SHORTEST_OF_COMMON_WORDS && words.iter().all(|word| is_common(word));
        let wording = Wording::of(words);
        self.alone.push(if by_chance { wording.strict() } else { wording });
    }
}
