//! Passphrases made by the app.

use zeroize::Zeroizing;

/// Words in a suggested passphrase: 77 bits, which no amount of guessing reaches.
pub const WORDS: usize = 7;
/// Random bytes that make one suggestion: two a word, of which eleven bits are used.
pub const RANDOM_LENGTH: usize = WORDS * 2;

/// Seven plain words with dashes between, such as "meadow-kettle-…". Nothing but the random bytes
/// decides which.
///
/// The list has exactly 2,048 words, so that each word is eleven bits and no word is likelier than
/// another. They are simple and kind: a family may be in the room when one is read aloud.
pub fn suggest(random: &[u8; RANDOM_LENGTH]) -> Zeroizing<String> {
    let words: Vec<&str> = list().collect();
    let chosen: Vec<&str> = random
        .as_chunks::<2>()
        .0
        .iter()
        .filter_map(|pair| words.get(usize::from(u16::from_be_bytes(*pair) & 0x7ff)).copied())
        .collect();
    Zeroizing::new(chosen.join("-"))
}

/// The words that suggestions are made of, in order.
pub fn list() -> impl Iterator<Item = &'static str> {
    include_str!("words.txt").lines()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_has_2048_distinct_plain_words() {
        let words: BTreeSet<&str> = list().collect();
        assert_eq!(list().count(), 2048);
        assert_eq!(words.len(), 2048);
        for word in words {
            assert!((3..=8).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn a_suggestion_is_seven_words_of_the_list() {
        let known: BTreeSet<&str> = list().collect();
        let suggested = suggest(&[0x17, 0xff, 0x07, 0xff, 0xf8, 0, 0, 0, 4, 0, 2, 0, 1, 0]);
        let words: Vec<&str> = suggested.split('-').collect();
        assert_eq!(words.len(), WORDS);
        assert!(words.iter().all(|word| known.contains(word)));
        assert_eq!(words[0], words[1], "only eleven bits of each pair count");
        assert_eq!(words[0], list().last().unwrap());
        assert_eq!(words[2], list().next().unwrap());
    }

    #[test]
    fn every_word_can_be_suggested() {
        let mut seen = BTreeSet::new();
        for number in 0..2048_u16 {
            let [high, low] = number.to_be_bytes();
            let suggested = suggest(&[high, low, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            seen.insert(suggested.split('-').next().unwrap().to_owned());
        }
        assert_eq!(seen.len(), 2048);
    }
}
