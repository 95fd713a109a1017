//! Small things about words that screens share.

use sha2::{Digest, Sha256};

/// With a capital at the start, for words that stand alone.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// In quotation marks. Words that stand in them already, as some people write them down, get no second pair.
pub fn quoted(words: &str) -> String {
    let words = words.trim();
    match words.starts_with(['“', '"']) && words.ends_with(['”', '"']) && words.chars().count() > 1 {
        true => words.to_owned(),
        false => format!("“{words}”"),
    }
}

/// "1 family", "14 families".
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The SHA-256 of words, as hex: the same words always have the same, and no others do.
pub fn fingerprint(words: &str) -> String {
    Sha256::digest(words).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_one_pair_of_quotation_marks() {
        for (words, shown) in [
            ("I like it", "“I like it”"),
            (" “I like it.” ", "“I like it.”"),
            ("\"Mine\"", "\"Mine\""),
            ("“Mine”, she said", "““Mine”, she said”"),
            ("\"", "“\"”"),
        ] {
            assert_eq!(quoted(words), shown, "{words}");
        }
    }
}
