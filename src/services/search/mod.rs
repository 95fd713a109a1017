//! Finding words in everything that is unlocked (`ux.md` S09). What is looked for stays in memory.
//!
//! Every word that is asked for must stand in a passage: as it is, as the beginning of a word, or with one letter
//! wrong, missing, too many, or two swapped. Capitals and accents do not matter.

mod passages;
mod words;

use std::collections::BTreeMap;

use crate::model::ids::FamilyId;
use crate::navigation::Route;
use crate::workbook::fold::Workbook;

use words::{Wanted, folded};

pub use passages::passages;

/// A text that somebody wrote, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    pub text: &'a str,
    /// Which part of the workbook it is in: results are grouped by it.
    pub section: &'static str,
    /// What it is, in a few words: "Module 3 for Amara, 3 May 2026".
    pub what: String,
    pub by: String,
    pub route: Route,
}

/// A passage that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub family: FamilyId,
    pub section: &'static str,
    pub what: String,
    pub by: String,
    pub route: Route,
    /// The sentence, in pieces: what answered is marked.
    pub sentence: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub words: String,
    pub found: bool,
}

/// Everything that answers, at most `most`, the closest first; words with a slip come after those without.
pub fn search<'a>(books: impl IntoIterator<Item = &'a Workbook>, asked: &str, most: usize) -> Vec<Found> {
    let wanted = Wanted::of(asked);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<(usize, usize), Found> = BTreeMap::new();
    for book in books {
        for passage in passages(book) {
            if let Some(slips) = wanted.slips_in(&folded(passage.text)) {
                let place = found.len();
                let Passage { text, section, what, by, route } = passage;
                let sentence = wanted.sentence(text);
                found.insert((slips, place), Found { family: book.id, section, what, by, route, sentence });
            }
        }
    }
    found.into_values().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::sample::Sample;

    fn marked(found: &Found) -> Vec<&str> {
        found.sentence.iter().filter(|piece| piece.found).map(|piece| piece.words.as_str()).collect()
    }

    #[test]
    fn a_name_is_found_whatever_its_capitals_and_with_a_slip() {
        let sample = Sample::new();
        for asked in ["KAYLA", "kayal", "kyla", "kay"] {
            let found = search([&sample.book], asked, 20);
            assert!(found.iter().any(|it| it.section == "People" && !marked(it).is_empty()), "{asked}");
        }
        assert!(search([&sample.book], "  ", 20).is_empty());
        assert!(search([&sample.book], "zzzzqqqq", 20).is_empty());
    }
}
