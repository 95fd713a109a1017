//! What somebody wrote in whole sentences, such as a safety plan: each sentence is guarded, and of a longer one
//! each six words that follow each other, or four with a distinctive one among them, because a part of a sentence
//! says as much.

use super::letters::words;
use super::ordinary::{is_distinctive, is_ordinary, is_small};
use super::signs::{Reach, Signs, Together};
use super::wording::Wording;

/// So many words in this order are written twice by nobody: enough of them say something, or one is distinctive.
const TOGETHER: usize = 6;
const TELLING: usize = 3;
const TOGETHER_WITH_A_DISTINCTIVE_WORD: usize = 4;
/// What stands near a word when it is said to be a sign.
const OF_A_SIGN: &str = "\
    code word signal sign secret says text texts message emoji password means 999 help";

/// Adds the sentences of a text. What anybody could write in so few words ("I ring 999") is left.
pub(super) fn signs(text: &str, signs: &mut Signs) {
    for sentence in text.split(['.', '!', '?', '…', ';', '\n']) {
        let words = words(sentence);
        let telling = |words: &[String]| words.iter().filter(|word| !is_small(word)).count() >= TELLING;
        let distinctive = |words: &[String]| words.iter().any(|word| is_distinctive(word));
        if distinctive(&words) || (telling(&words) && words.len() >= TOGETHER) {
            signs.phrase(&words);
        }
        let long = words.windows(TOGETHER).filter(|window| telling(window));
        let short = words.windows(TOGETHER_WITH_A_DISTINCTIVE_WORD).filter(|window| distinctive(window));
        signs.alone.extend(long.chain(short).map(Wording::of));
    }
}

/// Adds a word that means "get help". A word of every day is a code word only where it is said to be one.
pub(super) fn code_word(text: &str, signs: &mut Signs) {
    let words = words(text);
    match words.as_slice() {
        [only] if is_ordinary(only) => signs.together.push(Together {
            one: vec![Wording::of([only]).exact().strict()],
            other: OF_A_SIGN
                .split(' ')
                .filter(|word| *word != only.as_str())
                .map(|word| Wording::of([word]).exact().strict())
                .collect(),
            reach: Reach::Sentence,
        }),
        words => signs.asked_for(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_guarded_in_its_parts() {
        let mut found = Signs::default();
        signs("I go. I wait at the launderette until my sister comes with the car!", &mut found);
        let letters = |wording: &Wording| wording.letters().iter().collect::<String>();
        let found: Vec<String> = found.alone.iter().map(letters).collect();
        assert!(found.contains(&letters(&Wording::of(["my", "sister", "comes", "with", "the", "car"]))));
        assert!(found.contains(&letters(&Wording::of(["launderette", "until", "my", "sister"]))));
        assert!(!found.contains(&letters(&Wording::of(["go"]))));
    }

    #[test]
    fn a_code_word_of_every_day_is_one_only_where_it_is_said_to_be() {
        let mut found = Signs::default();
        code_word("apple", &mut found);
        assert_eq!((found.alone.len(), found.together.len()), (0, 1));
        code_word("pineapple tart", &mut found);
        assert_eq!((found.alone.len(), found.together.len()), (1, 1));
    }
}
