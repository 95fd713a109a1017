//! What a person is called. A name that is also a word ("Grace", "Will") is found only with its capital, and
//! not where a sentence begins with it.

use super::ordinary::{is_common, is_ordinary};
use super::signs::Signs;
use super::wording::{Capitals, Wording};

const TITLES: [&str; 6] = ["mr", "mrs", "ms", "miss", "mx", "dr"];
/// A shorter name stands in too many words that were broken in two.
const SHORTEST: usize = 4;

/// Adds everything by which somebody of this name is known: the whole name in either order, and with an
/// initial. A single word is taken as what they are called.
pub(super) fn signs(words: &[String], signs: &mut Signs) {
    let name: Vec<&str> = words.iter().map(String::as_str).filter(|word| !TITLES.contains(word)).collect();
    match name.as_slice() {
        [] => {}
        [only] => signs.alone.push(single(only)),
        [first, .., last] => {
            signs.alone.push(Wording::of(&name));
            signs.alone.push(Wording::of([first, last]));
            signs.alone.push(Wording::of([last, first]));
            if let Some(initial) = first.chars().next() {
                signs.alone.push(
                    Wording::of([initial.to_string().as_str(), last]).strict().with_capitals(Capitals::Words),
                );
            }
            for title in TITLES {
                signs.alone.push(Wording::of([title, last]).exact().strict());
            }
        }
    }
}

fn single(word: &str) -> Wording {
    let name = Wording::of([word]);
    match word {
        _ if is_ordinary(word) => name.exact().with_capitals(Capitals::Name),
        _ if word.chars().count() < SHORTEST => name.with_capitals(Capitals::First),
        _ => name,
    }
}

/// What to look for when somebody’s full name must not be known: all of it, what they are called, and the
/// family name where nobody else here has it and it is no word of every day.
pub(super) fn wordings(name: &str, shared: impl Fn(&str) -> bool) -> Vec<String> {
    let parts: Vec<&str> = name.split_whitespace().filter(|part| !is_title(part)).collect();
    let mut wordings = vec![name.trim().to_owned()];
    if let [first, .., last] = parts.as_slice() {
        wordings.push((*first).to_owned());
        let plain = super::letters::words(last).concat();
        if !is_common(&plain) && !shared(last) {
            wordings.push((*last).to_owned());
        }
    }
    wordings.retain(|wording| !wording.is_empty());
    wordings
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&super::letters::words(word).concat().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_parts() {
        assert_eq!(
            wordings("Mr Gareth Stubbington", |_| false),
            ["Mr Gareth Stubbington", "Gareth", "Stubbington"]
        );
        assert_eq!(
            wordings("Gareth Stubbington", |last| last == "Stubbington"),
            ["Gareth Stubbington", "Gareth"]
        );
        assert_eq!(wordings("Dave Green", |_| false), ["Dave Green", "Dave"]);
        assert_eq!(wordings("Dave", |_| false), ["Dave"]);
        assert_eq!(wordings("  ", |_| false), [] as [String; 0]);
    }
}
