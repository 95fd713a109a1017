//! What makes a passphrase good enough to lock a workbook store or a file.

use super::suggestion;

/// The fewest characters a passphrase may have.
pub const LEAST_CHARACTERS: usize = 12;

/// What to say about a passphrase as it is typed. Only [`Verdict::Good`] may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Good,
    Weak(Weakness),
}

/// Why a passphrase may not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    #[error("Passphrase must be 12 characters or more")]
    TooShort,
    #[error(
        "Passphrase is one of the most used passwords, or is made of them. Choose another, or press “Suggest words”"
    )]
    MostUsed,
    #[error("Passphrase is made of your own name or details. Choose another, or press “Suggest words”")]
    AboutYou,
    #[error("Passphrase is too easy to guess. Make it longer, or press “Suggest words”")]
    TooEasy,
}

impl Verdict {
    /// For the live region beside the field.
    pub fn words(self) -> &'static str {
        match self {
            Verdict::Good => "Good",
            Verdict::Weak(Weakness::TooShort) => "Too short",
            Verdict::Weak(_) => "Too easy to guess",
        }
    }
}

/// Judges a passphrase which is already in Unicode's composed form (NFC). `about_you` holds what anyone
/// who knows the person would try first: their names, their employer, their team.
///
/// The measure is how many guesses somebody would need who knows how people choose: words that everyone
/// uses, names, dates, keyboard runs and repeats are nearly free, whatever their length.
///
/// ```
/// use hearth::vault::passphrase::{Verdict, Weakness, judge};
/// assert_eq!(judge("Password2024!", &[]), Verdict::Weak(Weakness::MostUsed));
/// assert_eq!(judge("heron kettle plum gravity", &[]), Verdict::Good);
/// ```
pub fn judge(passphrase: &str, about_you: &[&str]) -> Verdict {
    let typed: Vec<char> = passphrase.chars().collect();
    if typed.len() < LEAST_CHARACTERS {
        return Verdict::Weak(Weakness::TooShort);
    }
    // Nobody remembers a passphrase longer than this; judging only its start keeps typing smooth.
    let letters: Vec<char> = typed.iter().take(MOST_JUDGED).map(|c| plain(*c)).collect();
    let about_you: Vec<Vec<char>> = about_you.iter().flat_map(|text| parts_of(text)).collect();

    let guesses = cheapest_reading(&letters, &about_you);
    if guesses.bits >= LEAST_BITS {
        return Verdict::Good;
    }
    Verdict::Weak(if guesses.about_you * 3 >= letters.len() {
        Weakness::AboutYou
    } else if guesses.most_used * 3 >= letters.len() {
        Weakness::MostUsed
    } else {
        Weakness::TooEasy
    })
}

/// About four random words of the app's own list, or nine random letters. With Argon2id at 64 MiB a try,
/// a stolen disk then outlasts any searcher who has a family's name and a grudge.
const LEAST_BITS: f32 = 42.0;
const MOST_JUDGED: usize = 128;

const BITS_OF_ABOUT_YOU: f32 = 3.0;
const BITS_OF_MOST_USED: f32 = 7.0;
const BITS_OF_LISTED_WORD: f32 = 11.0;
const BITS_OF_RUN: f32 = 5.0;
const BITS_OF_REPEAT: f32 = 3.0;
const BITS_OF_YEAR: f32 = 6.0;
const BITS_OF_DIGIT: f32 = 3.3;
/// Letters that make no word we know may well make one that others know.
const BITS_OF_LETTER: f32 = 3.0;
const BITS_OF_OTHER_SCRIPT: f32 = 4.5;
const BITS_OF_MARK: f32 = 3.0;
const BITS_OF_SPACE: f32 = 0.5;

/// One way of reading the letters so far as words, runs and the rest.
#[derive(Clone, Copy)]
struct Reading {
    bits: f32,
    /// Letters that anyone who knows the person would try.
    about_you: usize,
    /// Letters in words and runs that everyone uses.
    most_used: usize,
}

/// Finds the reading that a guesser would reach first, by shortest path from letter to letter.
fn cheapest_reading(letters: &[char], about_you: &[Vec<char>]) -> Reading {
    let none = Reading { bits: f32::INFINITY, about_you: 0, most_used: 0 };
    let mut best = vec![none; letters.len() + 1];
    if let Some(start) = best.first_mut() {
        start.bits = 0.0;
    }
    for from in 0..letters.len() {
        let (Some(&so_far), Some(rest)) = (best.get(from), letters.get(from..)) else { continue };
        let before = letters.get(..from).unwrap_or_default();
        let mut reach = |length: usize, bits: f32, about_you: usize, most_used: usize| {
            let Some(there) = best.get_mut(from + length) else { return };
            if so_far.bits + bits < there.bits {
                *there = Reading {
                    bits: so_far.bits + bits,
                    about_you: so_far.about_you + about_you,
                    most_used: so_far.most_used + most_used,
                };
            }
        };
        if let Some(letter) = rest.first() {
            reach(1, bits_of(*letter), 0, 0);
        }
        for word in about_you.iter().filter(|word| rest.starts_with(word)) {
            reach(word.len(), BITS_OF_ABOUT_YOU, word.len(), 0);
        }
        for word in include_str!("common_words.txt").lines().filter(|word| begins_with(rest, word)) {
            reach(word.len(), BITS_OF_MOST_USED, 0, word.len());
        }
        for word in suggestion::list().filter(|word| begins_with(rest, word)) {
            reach(word.len(), BITS_OF_LISTED_WORD, 0, 0);
        }
        for length in 3..=run_length(rest) {
            reach(length, BITS_OF_RUN, 0, length);
        }
        if is_year(rest) {
            reach(4, BITS_OF_YEAR, 0, 0);
        }
        for length in 3..=repeat_length(before, rest) {
            reach(length, BITS_OF_REPEAT, 0, 0);
        }
    }
    best.last().copied().unwrap_or(none)
}

fn bits_of(letter: char) -> f32 {
    match letter {
        ' ' | '-' | '_' => BITS_OF_SPACE,
        '0'..='9' => BITS_OF_DIGIT,
        letter if letter.is_ascii_alphabetic() => BITS_OF_LETTER,
        letter if letter.is_alphabetic() => BITS_OF_OTHER_SCRIPT,
        _ => BITS_OF_MARK,
    }
}

/// Small letters, and letters for the marks and digits that people put in their place.
fn plain(letter: char) -> char {
    match letter {
        '@' => 'a',
        '$' => 's',
        '€' => 'e',
        letter => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// Whether the letters begin with this word, also when digits stand for letters in it.
fn begins_with(letters: &[char], word: &str) -> bool {
    let mut letters = letters.iter();
    word.chars().all(|wanted| {
        letters.next().is_some_and(|typed| match typed {
            '0' => wanted == 'o',
            '1' | '!' => wanted == 'i' || wanted == 'l',
            '3' => wanted == 'e',
            '4' => wanted == 'a',
            '5' => wanted == 's',
            '7' => wanted == 't',
            typed => *typed == wanted,
        })
    })
}

/// How many letters from here follow each other in the alphabet, along a row of keys, or are all one.
fn run_length(letters: &[char]) -> usize {
    const ROWS: [&str; 7] = [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qazwsxedcrfvtgbyhnujm",
        "1q2w3e4r5t6y7u8i9o0p",
    ];
    let along =
        |row: &str| letters.iter().zip(row.chars()).take_while(|(typed, key)| **typed == *key).count();
    let in_rows = ROWS.iter().flat_map(|row| {
        let backwards: String = row.chars().rev().collect();
        [(*row).to_owned(), backwards]
    });
    let best_row = in_rows
        .flat_map(|row| (0..row.len()).filter_map(|start| row.get(start..).map(along)).collect::<Vec<_>>())
        .max()
        .unwrap_or_default();
    let all_one = letters.iter().take_while(|letter| Some(*letter) == letters.first()).count();
    best_row.max(all_one)
}

fn is_year(letters: &[char]) -> bool {
    let Some(year) = letters.first_chunk::<4>() else { return false };
    let year: String = year.iter().collect();
    year.parse::<u16>().is_ok_and(|year| (1900..=2059).contains(&year))
}

/// How many letters from here were typed before, in the same order.
fn repeat_length(before: &[char], rest: &[char]) -> usize {
    (0..before.len())
        .filter_map(|start| before.get(start..))
        .map(|earlier| earlier.iter().zip(rest).take_while(|(a, b)| a == b).count())
        .max()
        .unwrap_or_default()
}

/// The words of a name or an employer, and the whole without spaces.
fn parts_of(text: &str) -> Vec<Vec<char>> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).map(plain).collect::<Vec<char>>();
    text.split(|c: char| !c.is_alphanumeric())
        .chain(std::iter::once(text))
        .map(letters)
        .filter(|part| part.len() >= 3)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(passphrase: &str, expect: Verdict) {
        let verdict = judge(passphrase, &["Priya Shah", "Walsall Council", "North team"]);
        assert_eq!(verdict, expect, "{passphrase:?}");
    }

    #[test]
    fn too_short() {
        for passphrase in ["", "heron", "x9#kQ2!pLm7", "élanélanéla"] {
            check(passphrase, Verdict::Weak(Weakness::TooShort));
        }
    }

    #[test]
    fn most_used_in_all_their_disguises() {
        for passphrase in [
            "passwordpassword",
            "Password12345",
            "P@ssw0rd2024!",
            "P4$$w0rd!!!!!!",
            "welcome12345",
            "Welcome2Hearth",
            "qwertyuiop[]",
            "qwertyuiopasdfghjkl",
            "1q2w3e4r5t6y",
            "qazwsxedcrfv",
            "123456789012",
            "abcdefghijkl",
            "zyxwvutsrqponm",
            "aaaaaaaaaaaaaaaa",
            "letmeinletmein",
            "iloveyou iloveyou",
            "Liverpool2024!",
            "Summer2025!!",
            "trustno1trustno1",
            "correcthorsebatterystaple",
            "Safeguarding2025",
        ] {
            check(passphrase, Verdict::Weak(Weakness::MostUsed));
        }
    }

    #[test]
    fn your_own_details() {
        for passphrase in ["PriyaShah1985", "priya.shah.1985", "Shah-Priya-Shah", "Priya Walsall 99"] {
            check(passphrase, Verdict::Weak(Weakness::AboutYou));
        }
    }

    #[test]
    fn long_but_easy() {
        for passphrase in ["heronheronheron", "07461 958264", "elephantelephant", "19851985198519"] {
            check(passphrase, Verdict::Weak(Weakness::TooEasy));
        }
    }

    #[test]
    fn good() {
        for passphrase in [
            "heron kettle plum gravity",
            "x9#kQ2!pLm7vRt4",
            "my neighbour's tortoise eats figs",
            "ਮੇਰੀ ਦਾਦੀ ਦਾ ਬਾਗ ਸੋਹਣਾ",
            "Mae hen wlad fy nhadau yn annwyl",
            "czarna-owca-pod-mostem",
        ] {
            check(passphrase, Verdict::Good);
        }
    }

    #[test]
    fn every_suggestion_is_good() {
        for seed in 0..200_u8 {
            let mut random = [0; suggestion::RANDOM_LENGTH];
            for (place, byte) in random.iter_mut().enumerate() {
                *byte =
                    seed.wrapping_mul(31).wrapping_add((place as u8).wrapping_mul(seed | 1).wrapping_mul(17));
            }
            let words = suggestion::suggest(&random);
            let distinct: std::collections::BTreeSet<&str> = words.split('-').collect();
            if distinct.len() == suggestion::WORDS {
                check(&words, Verdict::Good);
            }
        }
    }

    #[test]
    fn a_very_long_one_is_judged_at_once() {
        check(&"a".repeat(100_000), Verdict::Weak(Weakness::MostUsed));
    }

    #[test]
    fn words_beside_the_field() {
        assert_eq!(judge("short", &[]).words(), "Too short");
        assert_eq!(judge("passwordpassword", &[]).words(), "Too easy to guess");
        assert_eq!(judge("heron kettle plum gravity", &[]).words(), "Good");
    }
}
