//! Advice for what a worker writes for a family: long sentences, and words of the trade with a plainer one.
//!
//! It is advice. Nothing is changed, and nothing stands between somebody and saving (`ux.md` 3.4).

mod listed;

use crate::programme::family_words::sentences::{sentences, word_count};

pub use listed::{LISTED, Listed};

/// As many words as a sentence for a family has at most (Easy Read).
pub const MOST_WORDS: usize = 15;

/// One thing that could be said more plainly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    LongSentence {
        sentence: String,
        words: usize,
    },
    /// A word of the trade, as it was written.
    Jargon {
        found: String,
        plainer: &'static str,
    },
}

impl Advice {
    /// As it is shown beside the box.
    pub fn words(&self) -> String {
        match self {
            Self::LongSentence { sentence, words } => {
                format!("This sentence has {words} words. Try two shorter ones: “{sentence}”")
            }
            Self::Jargon { found, plainer } => format!("“{found}”: try “{plainer}”"),
        }
    }
}

/// What could be said more plainly, in the order of the text; each word of the trade once.
pub fn advice(text: &str) -> Vec<Advice> {
    let mut advice: Vec<Advice> = Vec::new();
    for sentence in sentences(text) {
        let words = word_count(sentence);
        if words > MOST_WORDS {
            advice.push(Advice::LongSentence { sentence: sentence.trim().to_owned(), words });
        }
        for (found, plainer) in jargon(sentence) {
            let known = |it: &Advice| {
                matches!(it, Advice::Jargon { plainer: before, found: other }
                    if *before == plainer && other.to_lowercase() == found.to_lowercase())
            };
            if !advice.iter().any(known) {
                advice.push(Advice::Jargon { found, plainer });
            }
        }
    }
    advice
}

/// The listed words in a sentence, the longest that stands at a place: "child protection plan" and not "plan".
fn jargon(sentence: &str) -> Vec<(String, &'static str)> {
    let letters: Vec<char> = sentence.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let starts =
            at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(|it| !in_a_word(*it));
        let longest = LISTED
            .iter()
            .flat_map(|listed| listed.words.iter().map(move |form| (listed, *form)))
            .filter(|(listed, form)| starts && stands(&letters, at, form, listed.exact))
            .max_by_key(|(_, form)| form.len());
        match longest {
            Some((listed, form)) => {
                let length = form.chars().count();
                found.push((letters.iter().skip(at).take(length).collect(), listed.plainer));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a listed form stands here as words of its own. Capital letters count where they make the word.
fn stands(letters: &[char], at: usize, form: &str, exact: bool) -> bool {
    let mut length = 0;
    for (place, wanted) in form.chars().enumerate() {
        let same = letters.get(at + place).is_some_and(|it| match (*it, wanted) {
            ('’', '\'') | ('\'', '’') => true,
            (it, wanted) if exact => it == wanted,
            (it, wanted) => it == wanted || it.to_lowercase().eq(wanted.to_lowercase()),
        });
        if !same {
            return false;
        }
        length += 1;
    }
    letters.get(at + length).is_none_or(|it| !in_a_word(*it))
}

fn in_a_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<(String, &str)> = advice(text)
            .into_iter()
            .filter_map(|it| match it {
                Advice::Jargon { found, plainer } => Some((found, plainer)),
                Advice::LongSentence { .. } => None,
            })
            .collect();
        let found: Vec<(&str, &str)> =
            found.iter().map(|(found, plainer)| (found.as_str(), *plainer)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn plain_words_need_no_advice() {
        for text in [
            "",
            "You get Kayla to school on time every day. That helps her feel safe.",
            "You called Rana when you felt like drinking. That is a big step.",
            "Sam will ask the school about breakfast club.",
        ] {
            assert_eq!(advice(text), [], "{text:?}");
        }
    }

    #[test]
    fn a_long_sentence_is_shown_with_its_length() {
        let text = "You did well. We know that it was hard for you to go to the group every week while you \
                    were also looking for work.";
        let found = advice(text);
        let [Advice::LongSentence { sentence, words: 22 }] = found.as_slice() else { panic!("{found:?}") };
        assert!(sentence.starts_with("We know"), "{sentence}");
        assert!(found.iter().all(|it| it.words().contains("22 words")));
        // Fifteen words are not too long, and sixteen are.
        assert_eq!(advice("a b c d e f g h i j k l m n o."), []);
        assert_eq!(advice("a b c d e f g h i j k l m n o p.").len(), 1);
    }

    #[test]
    fn words_of_the_trade_have_a_plainer_word() {
        check(
            "She disengaged from the intervention.",
            &[("disengaged", "stopped meeting us"), ("intervention", "help")],
        );
        check("He presents as low.", &[("presents as", "seems")]);
        check(
            "Joel’s siblings have contact on Sunday.",
            &[("siblings", "brothers and sisters"), ("contact", "family time")],
        );
        check("She failed to protect him.", &[("failed to protect", "say who did what, and to whom")]);
        check(
            "A RAG of the CIN plan under s17.",
            &[
                ("RAG", "how worried we are"),
                ("CIN plan", "a plan to help your family"),
                ("s17", "the law about helping families"),
            ],
        );
    }

    #[test]
    fn each_word_is_said_once_and_the_longest_counts() {
        check("Outcomes and outcomes.", &[("Outcomes", "what changes")]);
        check(
            "The child protection plan stays.",
            &[("child protection plan", "a plan to keep your child safe")],
        );
    }

    #[test]
    fn a_part_of_a_word_is_not_the_word_and_capitals_make_an_acronym() {
        check("The contactless card and a rag.", &[]);
        check("He spoke to his PR. A primer.", &[("PR", "who decides for a child")]);
    }

    #[test]
    fn the_list_holds_no_word_twice() {
        // "CIN" and "CiN" are two ways of writing it.
        let as_found = |listed: &Listed, word: &str| {
            if listed.exact { word.to_owned() } else { word.to_lowercase() }
        };
        let mut words: Vec<String> = LISTED
            .iter()
            .flat_map(|listed| listed.words.iter().map(move |word| as_found(listed, word)))
            .collect();
        let before = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), before);
        assert!(LISTED.iter().all(|it| !it.words.is_empty() && !it.plainer.is_empty()));
    }
}
