//! What of a long page is shown: of one person or one kind, from its newest or its oldest, page by page. The address
//! says it, so that Back finds it again: `chronology/visit.oldest`, `history/7F3K….2`.

use crate::navigation::{FamilyPage, Leaf as Place, Route};
use crate::services::here::Here;
use crate::services::leaf::{Part, Way};

/// The word for "oldest first" in an address.
const OLDEST: &str = "oldest";

/// Something that a page can be kept to: its word in the address, and what people read.
pub(super) type Choice = (String, String);

/// What is shown of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sieve {
    place: Place,
    /// The word of the choice; none: everything.
    pub only: Option<String>,
    pub oldest_first: bool,
    /// From 1.
    pub page: usize,
}

impl Sieve {
    /// What an address asks for; none where it asks for something that is not among the choices.
    pub(super) fn read(place: Place, of: Option<&str>, choices: &[Vec<Choice>]) -> Option<Self> {
        let mut sieve = Self { place, only: None, oldest_first: false, page: 1 };
        for word in of.into_iter().flat_map(|of| of.split('.')) {
            if choices.iter().flatten().any(|(own, _)| own == word) && sieve.only.is_none() {
                sieve.only = Some(word.to_owned());
            } else if word == OLDEST && !sieve.oldest_first {
                sieve.oldest_first = true;
            } else {
                sieve.page = word.parse().ok().filter(|page| *page > 1 && sieve.page == 1)?;
            }
        }
        Some(sieve)
    }

    /// Whether something of this kind, or of one of these, is shown.
    pub(super) fn lets_through<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> bool {
        self.only.as_ref().is_none_or(|only| words.into_iter().any(|word| word == only))
    }

    /// The same page, turned to another of its pages.
    pub(super) fn turned_to(&self, page: usize) -> FamilyPage {
        Self { page, ..self.clone() }.address()
    }

    fn address(&self) -> FamilyPage {
        let words = [
            self.only.clone(),
            self.oldest_first.then(|| OLDEST.to_owned()),
            (self.page > 1).then(|| self.page.to_string()),
        ];
        let words: Vec<String> = words.into_iter().flatten().collect();
        match words.is_empty() {
            true => FamilyPage::leaf(self.place),
            false => FamilyPage::leaf_of(self.place, words.join(".")),
        }
    }

    /// The ways to something else of the page: everything, then each choice, one row for each kind of choice; and the
    /// other order, where there is one. What would change nothing is not offered.
    pub(super) fn ways(
        &self,
        here: &Here<'_>,
        choices: Vec<(&str, Vec<Choice>)>,
        ordered: bool,
    ) -> Vec<Part> {
        let to = |sieve: Self, words: String| {
            let current = sieve.address() == self.turned_to(1);
            (Way::new(words, Route::family(here.book.id, sieve.address())), current)
        };
        let begun = Self { page: 1, ..self.clone() };
        let mut parts: Vec<Part> = choices
            .into_iter()
            .filter(|(_, choices)| choices.len() > 1)
            .map(|(label, choices)| {
                let one = |(word, words): Choice| to(Self { only: Some(word), ..begun.clone() }, words);
                Part::Choices { label: label.to_owned(), ways: choices.into_iter().map(one).collect() }
            })
            .collect();
        let mut whole = Vec::new();
        if self.only.is_some() {
            whole.push(to(Self { only: None, ..begun.clone() }, "Everything".to_owned()));
        }
        if ordered {
            whole.push(to(Self { oldest_first: false, ..begun.clone() }, "Newest first".to_owned()));
            whole.push(to(Self { oldest_first: true, ..begun.clone() }, "Oldest first".to_owned()));
        }
        if !whole.is_empty() {
            parts.push(Part::Choices { label: "Show".to_owned(), ways: whole });
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices() -> Vec<Vec<Choice>> {
        let choice = |word: &str| (word.to_owned(), word.to_uppercase());
        vec![vec![choice("kayla"), choice("leon")], vec![choice("visit")]]
    }

    fn read(of: &str) -> Option<Sieve> {
        Sieve::read(Place::Chronology, Some(of), &choices())
    }

    #[test]
    fn an_address_says_what_is_shown_and_reads_back_as_it_was() {
        let cases = [
            ("kayla", Some("kayla"), false, 1),
            ("visit.oldest", Some("visit"), true, 1),
            ("oldest", None, true, 1),
            ("leon.oldest.3", Some("leon"), true, 3),
            ("2", None, false, 2),
        ];
        for (of, only, oldest_first, page) in cases {
            let sieve = read(of).unwrap();
            assert_eq!((sieve.only.as_deref(), sieve.oldest_first, sieve.page), (only, oldest_first, page));
            assert_eq!(sieve.address(), FamilyPage::leaf_of(Place::Chronology, of), "{of}");
        }
        let whole = Sieve::read(Place::Chronology, None, &choices()).unwrap();
        assert_eq!(whole.address(), FamilyPage::leaf(Place::Chronology));
    }

    #[test]
    fn an_address_that_asks_for_nothing_here_is_no_page() {
        for of in ["somebody", "kayla.leon", "oldest.oldest", "1", "0", "2.3", "", "kayla."] {
            assert_eq!(read(of), None, "{of}");
        }
    }

    #[test]
    fn what_is_kept_to_lets_nothing_else_through() {
        let sieve = read("kayla").unwrap();
        assert!(sieve.lets_through(["visit", "kayla"]) && !sieve.lets_through(["visit", "leon"]));
        assert!(Sieve { only: None, ..sieve }.lets_through([]));
    }
}
