//! The leak check: before anything is shown, printed, saved or sent for somebody of the family, all its text is
//! searched for what must not be known (`domain.md` E2, rule 4; `ux.md` SR3, SR5, SR11). It stops, and shows
//! the sentence and where it was written.
//!
//! A sign-off by a person has failed before, a safe address stood in a box for notes, and assessments went to
//! those they should never have reached (`domain.md` E1). So this reads every word that leaves, as a suspicious
//! reader would: without capitals, accents and punctuation, over the ends of lines and of texts, with letters
//! that look like figures, with numbers in words, and with one letter wrong.
//!
//! # How it works
//! Each guarded thing is turned into the ways in which people write it (`compile`): an address into its number with
//! its street, its postcode and what its street is called; a school into its name without "Primary School", and so
//! on. All of these stand in one tree of letters (`tree`). A text is read once as a row of letters (`letters`), and
//! the tree is walked from each of them; it ends after a few steps nearly everywhere, so that the time grows with the
//! text and hardly with how much is guarded. Forty things make a tree in 2 ms, once for all texts of one document, and
//! a page of 3,000 characters is read in less than 1 ms (measured optimised on one core of a busy machine).
//!
//! # What is not a finding
//! Common words alone ("Park", "School", "Mary", "High Street": `ordinary` has the rules), so that people go on
//! reading what it finds. Nor is anything said in other words: "the house with the blue door" is found only
//! when somebody named it among the wordings. The check helps the worker who reads it through; it does not take
//! their place.

mod address;
mod alike;
mod compile;
mod email;
mod guarded;
mod letters;
mod name;
mod numbers;
mod ordinary;
mod phone;
mod place_name;
mod reachable;
mod sentence;
mod sentences;
mod signs;
mod text;
mod tree;
mod vehicle;
mod wording;
mod workbook;

use std::collections::BTreeSet;

use crate::model::ids::PersonId;

use letters::{Letter, letters};
use signs::Reach;
use tree::{Hit, Means, Tree};

pub use guarded::{Guarded, GuardedKind, KeptFrom};
pub use reachable::tells_where_to_find;
pub use text::{Finding, Place, Record, Stands, Text, Written};
pub use workbook::of_workbook;

/// What was found at most so many letters apart in one sentence is shown as one: a street and its postcode.
const ONE_FINDING: usize = 12;

/// Everything that must not be known to some readers, ready to look for.
#[derive(Debug)]
pub struct LeakCheck {
    guarded: Vec<(GuardedKind, PersonId)>,
    tree: Tree,
    phones: Vec<(usize, Vec<u8>)>,
    /// Of the things that mean something together: whose they are, and how near.
    together: Vec<(usize, Reach)>,
}

/// Part of the letters: of which guarded thing, from which letter, to before which.
type Span = (usize, usize, usize);

impl LeakCheck {
    /// A check for these readers: what is kept from any of them. Without a reader, for anybody outside the
    /// team.
    pub fn new(guarded: &[Guarded], readers: &BTreeSet<PersonId>) -> Self {
        let mut check =
            Self { guarded: Vec::new(), tree: Tree::new(), phones: Vec::new(), together: Vec::new() };
        for thing in guarded.iter().filter(|thing| thing.from.keeps_from(readers)) {
            check.guard(thing);
        }
        check
    }

    fn guard(&mut self, thing: &Guarded) {
        let number = self.guarded.len();
        self.guarded.push((thing.kind, thing.whose));
        let signs = compile::signs(thing);
        for wording in signs.alone {
            self.tree.add(wording, Means::Guarded(number));
        }
        for together in signs.together {
            let of = self.together.len();
            self.together.push((number, together.reach));
            for (halves, second) in [(together.one, false), (together.other, true)] {
                for wording in halves {
                    self.tree.add(wording, Means::Half { of, second });
                }
            }
        }
        self.phones.extend(signs.phones.into_iter().map(|phone| (number, phone)));
    }

    /// Everything guarded that stands in these texts, in the order of the texts. Texts of one document are
    /// given in the order in which they are read: what runs from one into the next is found too.
    pub fn findings(&self, texts: &[Text]) -> Vec<Finding> {
        // A file’s name stands alone; titles are not read on into the page.
        let one_after_the_other =
            |a: &Text, b: &Text| a.place.stands == b.place.stands && a.place.stands != Stands::FileName;
        texts.chunk_by(one_after_the_other).flat_map(|texts| self.in_one(texts)).collect()
    }

    fn in_one(&self, texts: &[Text]) -> Vec<Finding> {
        let words: Vec<&str> = texts.iter().map(|text| text.words.as_str()).collect();
        let letters = letters(words.iter().copied());
        let hits = self.tree.hits(&letters);
        let mut spans = phone::places(&self.phones, &letters);
        spans.extend(hits.iter().filter_map(|hit| match hit.means {
            Means::Guarded(number) => Some((number, hit.from, hit.to)),
            Means::Half { .. } => None,
        }));
        spans.extend(self.near_each_other(&hits, &letters));
        let mut spans = joined(spans, &letters);
        spans.sort_by_key(|(number, from, to)| (*from, *number, *to));
        spans.into_iter().filter_map(|span| self.finding(span, &letters, texts, &words)).collect()
    }

    /// Halves that stand near enough to mean something.
    fn near_each_other(&self, hits: &[Hit], letters: &[Letter]) -> Vec<Span> {
        let mut spans = Vec::new();
        for (of, (number, reach)) in self.together.iter().enumerate() {
            let all =
                |which: bool| hits.iter().filter(move |hit| hit.means == Means::Half { of, second: which });
            for one in all(false) {
                for other in all(true) {
                    let (first, last) = if one.from <= other.from { (one, other) } else { (other, one) };
                    let near = match reach {
                        Reach::Letters(most) => last.from.saturating_sub(first.to) <= *most,
                        Reach::Sentence => {
                            sentence_of(letters, first.from) == sentence_of(letters, last.from)
                        }
                    };
                    if near && first.to <= last.from {
                        spans.push((*number, first.from, last.to));
                    }
                }
            }
        }
        spans
    }

    fn finding(&self, span: Span, letters: &[Letter], texts: &[Text], words: &[&str]) -> Option<Finding> {
        let (number, from, to) = span;
        let (kind, whose) = *self.guarded.get(number)?;
        let (first, last) = (letters.get(from)?, letters.get(to.checked_sub(1)?)?);
        let (sentence, range) = sentence::around(words, (first.text, first.from), (last.text, last.to));
        let place = texts.get(first.text)?.place.clone();
        let runs_into =
            texts.get(last.text).filter(|_| last.text > first.text).map(|text| text.place.clone());
        Some(Finding { kind, whose, place, runs_into, sentence, range })
    }
}

fn sentence_of(letters: &[Letter], at: usize) -> Option<usize> {
    letters.get(at).map(|letter| letter.sentence)
}

/// What was found of one thing in several pieces that overlap or nearly touch, as one.
fn joined(mut spans: Vec<Span>, letters: &[Letter]) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for (number, from, to) in spans {
        match joined.last_mut() {
            Some((before, begun, end))
                if *before == number
                    && (from <= *end
                        || (from <= *end + ONE_FINDING
                            && sentence_of(letters, *begun) == sentence_of(letters, from))) =>
            {
                *end = to.max(*end);
            }
            _ => joined.push((number, from, to)),
        }
    }
    joined
}
